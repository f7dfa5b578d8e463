"""The page that makes drafts: what is stopped stays stopped, what waits is not lost."""

from collections.abc import Callable
from datetime import UTC
from pathlib import Path
from random import Random
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication, QLineEdit, QSlider

from quizapp.domain.article import ArticleId
from quizapp.domain.draft_deck import DraftDeck
from quizapp.domain.question import DeckId, QuestionKind, kind_of
from quizapp.operations import drafts, reader
from quizapp.operations.reader import Reading
from quizapp.settings import Settings
from quizapp.ui.pages.add_article import AddArticlePage
from quizapp.ui.parts.banner import Banner
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.check import Check
from quizapp.ui.parts.overlay import Overlay
from quizapp.ui.parts.segmented import Segmented
from quizapp.ui.parts.text import Text
from quizapp.ui.tasks import Tasks
from quizapp.ui.theme import Look
from tests.language.other_languages import PARAGRAPHS
from tests.sites import is_loopback, site
from tests.ui.conftest import NOON

__all__ = ["site"]

LONG = 90_000
"""Milliseconds for work in a child process on a busy machine."""
TOWER = (
    "The Eiffel Tower was built in Paris in 1889. Gustave Eiffel designed the tower. "
    "It is 330 metres high. Construction began on 28 January 1887."
)
BRIDGE = (
    "The Forth Bridge was opened in Scotland in 1890. John Fowler designed the bridge. "
    "It is 2,467 metres long. Construction began in 1882."
)

ARTICLES = Path(__file__).parents[2] / "articles"
LONG_TEXT = "\n\n".join(
    (ARTICLES / f"{name}.txt").read_text("utf-8")
    for name in ("lighthouse", "yeast", "guild")
)


@pytest.fixture
def tasks(qtbot, bank_path):
    tasks = Tasks()
    opened: list[bool] = []
    tasks.open(bank_path, NOON, lambda: opened.append(True))
    qtbot.waitUntil(lambda: bool(opened), timeout=10_000)
    yield tasks
    tasks.close()


@pytest.fixture
def page(qtbot, tasks):
    look = Look("light", 100, still=True)
    page = AddArticlePage(look, tasks, Settings(), lambda: NOON, Random(1))
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.fixture
def file(tmp_path) -> Callable[[str, str], QMimeData]:
    def write(name: str, text: str) -> QMimeData:
        path: Path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        return mime

    return write


def pasted(text: str) -> QMimeData:
    mime = QMimeData()
    mime.setText(text)
    return mime


def titles(qtbot, tasks: Tasks) -> set[str]:
    """Return the titles of what waits to be reviewed."""
    found: list[set[str]] = []
    tasks.read(
        lambda bank: {draft.title for draft in drafts.listing(bank)},
        found.append,
    )
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_a_file_that_was_stopped_while_it_was_read_never_becomes_a_draft(
    qtbot, tasks, page, file
):
    read_on = Event()
    added: list[tuple[ArticleId, ...]] = []
    page.written.connect(lambda made, *_: added.append(made))
    tasks.read(lambda _: read_on.wait(10), lambda _: None)
    page.take(file("tower.txt", TOWER))
    page.act()
    page.cancel()
    page.take(pasted(BRIDGE))
    page.act()
    read_on.set()
    qtbot.waitUntil(lambda: bool(added), timeout=LONG)
    qtbot.wait(200)
    assert len(added) == 1
    (new,) = titles(qtbot, tasks)
    assert new.startswith("The Forth Bridge")


def test_files_dropped_during_the_work_follow_though_it_fails(qtbot, tasks, page, file):
    page.take(file("song.mp3", "no article"))
    page.act()
    page.take(file("tower.txt", TOWER))
    with qtbot.waitSignal(page.refused, timeout=LONG):
        pass
    assert len(titles(qtbot, tasks)) == 1
    assert "“song.mp3”: Quizapp can't read this kind of file" in shown(page)


def test_of_several_files_the_good_ones_are_added_and_the_others_named(
    qtbot, tasks, page, file
):
    page.take(file("song.mp3", "no article"))
    page.take(file("note.txt", "This is so."))
    page.take(file("tower.txt", TOWER))
    page.take(file("empty.txt", ""))
    added: list[int] = []
    left: list[bool] = []
    page.written.connect(lambda made, *_: added.append(len(made)))
    page.left.connect(lambda: left.append(True))
    with qtbot.waitSignal(page.refused, timeout=LONG):
        page.act()
    assert added == [1]
    assert not left
    assert len(titles(qtbot, tasks)) == 1
    (banner,) = banners(page)
    words = "\n".join(text.text() for text in banner.findChildren(Text))
    assert words.startswith("3 articles were not added")
    assert "“song.mp3”: Quizapp can't read this kind of file. It reads" in words
    assert "“note.txt” is too short to ask about. It has 1 sentence" in words
    assert "“empty.txt” has no text to read. There are no words in it." in words
    assert not button(page, "Write questions").isEnabled()


def test_a_short_file_is_told_by_its_name(qtbot, page, file):
    page.take(file("note.txt", "This is so."))
    with qtbot.waitSignal(page.refused, timeout=LONG):
        page.act()
    assert "“note.txt” is too short to ask about" in shown(page)


def test_the_language_of_a_text_that_is_not_english_is_told(qtbot, page):
    said: list[str] = []
    page.written.connect(lambda *told: said.append(told[-1]))
    page.take(pasted(PARAGRAPHS["German"]))
    with qtbot.waitSignal(page.written, timeout=LONG):
        page.act()
    page.take(pasted(TOWER))
    with qtbot.waitSignal(page.written, timeout=LONG):
        page.act()
    assert said == ["Text in German: gaps only.", ""]


def test_the_settings_pipeline_is_used_and_told_where_it_is_missing(qtbot, tasks):
    chosen = Settings(english_pipeline="no_such_pipeline")
    look = Look("light", 100, still=True)
    page = AddArticlePage(look, tasks, chosen, lambda: NOON, Random(1))
    qtbot.addWidget(page)
    page.show()
    page.take(pasted(TOWER))
    with qtbot.waitSignal(page.refused, timeout=LONG):
        page.act()
    assert "The language pipeline “no_such_pipeline” cannot be used" in shown(page)
    assert titles(qtbot, tasks) == set()
    assert button(page, "Write questions").isEnabled()


def test_what_went_wrong_is_told_until_the_text_is_another(qtbot, page):
    refuse(qtbot, page)
    page.resize(page.width() - 10, page.height())
    assert banners(page)
    page.take(pasted(TOWER))
    assert not banners(page)


def test_what_went_wrong_is_told_until_the_page_is_left(qtbot, page):
    refuse(qtbot, page)
    page.hide()
    page.show()
    assert not banners(page)


def test_what_went_wrong_behind_is_told_when_the_page_is_opened(qtbot, page):
    page.take(pasted("This is so."))
    with qtbot.waitSignal(page.refused, timeout=LONG):
        page.act()
        page.hide()
    page.show()
    assert banners(page)


def found(qtbot, page: AddArticlePage, words: str) -> None:
    qtbot.waitUntil(lambda: any(words in text for text in shown(page)), timeout=LONG)


def only_draft(qtbot, tasks: Tasks) -> DraftDeck:
    """Return the one draft in the bank."""
    got: list[DraftDeck | None] = []
    tasks.read(lambda bank: drafts.get(bank, drafts.listing(bank)[0].id), got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert got[0] is not None
    return got[0]


def test_what_is_found_in_a_text_is_told_before_anything_is_written(qtbot, page):
    page.take(pasted(f"Home > News > Towers\n\n{TOWER}"))
    found(qtbot, page, "English · 4 sentences · 25 words")
    found(qtbot, page, "Site menu left out")
    found(qtbot, page, "Automatic, about 12")


def test_what_is_put_back_is_asked_about(qtbot, tasks, page):
    page.take(pasted(f"{TOWER}\n\n- The lift was built by Otis in 1901.\n"))
    found(qtbot, page, "Lists left out")
    qtbot.mouseClick(button(page, "Show"), Qt.MouseButton.LeftButton)
    (overlay,) = page.window().findChildren(Overlay)
    back = next(b for b in overlay.findChildren(Button) if b.text() == "Put back")
    assert QApplication.focusWidget() is back
    qtbot.keyClick(back, Qt.Key.Key_Return)
    assert [b for b in overlay.findChildren(Button) if b.text() == "Leave out"] == [back]
    qtbot.keyClick(back, Qt.Key.Key_Escape)
    found(qtbot, page, "English · 5 sentences")
    found(qtbot, page, "1 passage put back")
    with qtbot.waitSignal(page.written, timeout=LONG):
        page.act()
    article = only_draft(qtbot, tasks).article
    said = [sentence.of(article.text) for sentence in article.sentences]
    assert said[-1] == "The lift was built by Otis in 1901."


def test_a_file_is_read_before_it_is_written(qtbot, page, file):
    page.take(file("tower.txt", TOWER))
    found(qtbot, page, "English · 4 sentences")
    page.take(file("song.mp3", "no article"))
    assert not any("4 sentences" in text for text in shown(page))


def test_a_file_that_cannot_be_read_is_told_at_once(qtbot, page, file):
    page.take(file("song.mp3", "no article"))
    found(qtbot, page, "Quizapp can't read this kind of file")
    assert not button(page, "Write questions").isEnabled()
    qtbot.waitUntil(lambda: button(page, "Choose another file…").hasFocus())


def test_only_the_kinds_that_are_wanted_are_written(qtbot, tasks, page):
    page.take(pasted(TOWER))
    for check in page.findChildren(Check):
        if check.text() != "Fill the gap":
            qtbot.mouseClick(check, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.written, timeout=LONG):
        page.act()
    proposals = only_draft(qtbot, tasks).proposals
    assert {kind_of(one.question) for one in proposals} == {QuestionKind.GAP}


def test_without_any_kind_nothing_is_written(qtbot, page):
    page.take(pasted(TOWER))
    assert button(page, "Write questions").isEnabled()
    for check in page.findChildren(Check):
        qtbot.keyClick(check, Qt.Key.Key_Space)
    assert not button(page, "Write questions").isEnabled()


def test_few_questions_are_few(qtbot, tasks, page):
    page.take(pasted(TOWER))
    (slider,) = page.findChildren(QSlider)
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    found(qtbot, page, "Few, about 3")
    with qtbot.waitSignal(page.written, timeout=LONG):
        page.act()
    assert len(only_draft(qtbot, tasks).proposals) <= 3


def test_what_is_written_by_then_can_be_enough(qtbot, tasks, page):
    page.take(pasted(LONG_TEXT))
    found(qtbot, page, "English · ")
    page.act()
    assert not button(page, "Stop and review").isEnabled()
    page.stop()
    with qtbot.waitSignal(page.written, timeout=LONG):
        pass
    draft = only_draft(qtbot, tasks)
    ends = [one.source.sentence.end for one in draft.proposals]
    assert max(ends) < len(draft.article.text) / 2


def test_about_how_many_of_each_kind_are_written_is_told(qtbot, page):
    assert not any(text.startswith("about") for text in shown(page))
    page.take(pasted(TOWER))
    found(qtbot, page, "about 8")
    gaps = next(c for c in page.findChildren(Check) if c.text() == "Fill the gap")
    assert gaps.accessibleDescription() == "about 8"
    qtbot.mouseClick(gaps, Qt.MouseButton.LeftButton)
    assert gaps.accessibleDescription() == "0"


def test_where_nothing_can_be_asked_questions_are_written_by_hand(qtbot, tasks, page):
    begun: list[DeckId] = []
    page.begun.connect(begun.append)
    refuse(qtbot, page)
    assert not button(page, "Write questions").isEnabled()
    qtbot.mouseClick(button(page, "Write questions by hand"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(begun))
    read: list[Reading | None] = []
    tasks.read(
        lambda bank: reader.opened(bank, Settings(), begun[0], NOON, UTC), read.append
    )
    qtbot.waitUntil(lambda: bool(read))
    assert read[0] is not None
    assert (read[0].article.text, read[0].counts.total) == ("This is so.", 0)
    assert not banners(page)


def test_the_details_of_an_error_are_there_for_who_asks(qtbot, page, file):
    page.take(file("song.mp3", "no article"))
    found(qtbot, page, "Quizapp can't read this kind of file")
    assert not any(text.startswith("File: ") for text in shown(page))
    details = button(page, "Details")
    qtbot.keyClick(details, Qt.Key.Key_Return)
    (told,) = [text for text in shown(page) if text.startswith("File: ")]
    assert told.endswith("song.mp3")
    qtbot.keyClick(details, Qt.Key.Key_Return)
    assert not any(text.startswith("File: ") for text in shown(page))


def test_name_and_source_are_kept_with_the_draft(qtbot, tasks, page):
    page.take(pasted(TOWER))
    for field, words in (("Deck name", "Towers"), ("Source (optional)", "A. Guide")):
        (line,) = [f for f in page.findChildren(QLineEdit) if f.accessibleName() == field]
        line.setText(words)
    with qtbot.waitSignal(page.written, timeout=LONG):
        page.act()
    draft = only_draft(qtbot, tasks)
    assert (draft.title, draft.article.origin) == ("Towers", "A. Guide")


@pytest.fixture
def online(qtbot, tasks):
    """Return a page that may visit this computer, which the real one may not."""
    look = Look("light", 100, still=True)
    page = AddArticlePage(look, tasks, Settings(), lambda: NOON, Random(1), is_loopback)
    qtbot.addWidget(page)
    page.show()
    return page


def to_the_web(qtbot, page: AddArticlePage, address: str) -> None:
    (segments,) = page.findChildren(Segmented)
    segments.chosen.emit(2)
    found(qtbot, page, "Reading this address needs the internet.")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.setText(address)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_a_web_page_becomes_a_draft(qtbot, tasks, online, site):
    body = "".join(
        f"<p>{TOWER} It stands for the {n}th time here.</p>" for n in range(4, 9)
    )
    html = f"<title>The tower | Site</title><nav>Home</nav><article>{body}</article>"
    address = site.says("/tower", html.encode())
    to_the_web(qtbot, online, address)
    found(qtbot, online, "English · 25 sentences")
    with qtbot.waitSignal(online.written, timeout=LONG):
        online.act()
    draft = only_draft(qtbot, tasks)
    assert (draft.title, draft.article.origin) == ("The tower", address)


def test_a_page_that_is_missing_is_told_with_the_ways_on(qtbot, online, site):
    site.answers["/gone"] = lambda visit: visit.send_error(404)
    to_the_web(qtbot, online, site.at("/gone"))
    found(qtbot, online, "This page could not be read")
    told = "Check the address or your connection, or paste the text instead."
    assert told in shown(online)
    assert button(online, "Paste the text instead").isVisible()
    assert not button(online, "Write questions").isEnabled()


def test_this_computer_is_no_web_page(qtbot, page, site):
    address = site.says("/", b"<p>Secret.</p>")
    to_the_web(qtbot, page, address)
    found(qtbot, page, "This page could not be read")
    assert site.visits == []


def refuse(qtbot, page: AddArticlePage) -> None:
    """Have a text refused that is too short."""
    page.take(pasted("This is so."))
    with qtbot.waitSignal(page.refused, timeout=LONG):
        page.act()
    assert banners(page)


def shown(page: AddArticlePage) -> list[str]:
    return [text.text() for text in page.findChildren(Text) if text.isVisible()]


def banners(page: AddArticlePage) -> list[Banner]:
    return [banner for banner in page.findChildren(Banner) if banner.isVisible()]


def button(page: AddArticlePage, words: str) -> Button:
    return next(b for b in page.findChildren(Button) if b.text() == words)
