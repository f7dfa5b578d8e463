"""The page that makes decks: what is stopped stays stopped, what waits is not lost."""

from collections.abc import Callable
from datetime import UTC
from pathlib import Path
from random import Random
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QUrl

from quizapp.domain.question import DeckId
from quizapp.operations import decks
from quizapp.settings import Settings
from quizapp.ui.pages.add_article import AddArticlePage
from quizapp.ui.parts.banner import Banner
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.text import Text
from quizapp.ui.tasks import Tasks
from quizapp.ui.theme import Look
from tests.language.other_languages import PARAGRAPHS
from tests.ui.conftest import NOON

LONG = 30_000
"""Milliseconds for work in a child process on a busy machine."""
TOWER = (
    "The Eiffel Tower was built in Paris in 1889. Gustave Eiffel designed the tower. "
    "It is 330 metres high. Construction began on 28 January 1887."
)
BRIDGE = (
    "The Forth Bridge was opened in Scotland in 1890. John Fowler designed the bridge. "
    "It is 2,467 metres long. Construction began in 1882."
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
    found: list[set[str]] = []
    tasks.read(
        lambda bank: {deck.title for deck in decks.listing(bank, Settings(), NOON, UTC)},
        found.append,
    )
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_a_file_that_was_stopped_while_it_was_read_never_becomes_a_deck(
    qtbot, tasks, page, file
):
    read_on = Event()
    added: list[tuple[DeckId, ...]] = []
    page.added.connect(lambda made, *_: added.append(made))
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
    (new,) = titles(qtbot, tasks) - {"Oxygen"}
    assert new.startswith("The Forth Bridge")


def test_files_dropped_during_the_work_follow_though_it_fails(qtbot, tasks, page, file):
    page.take(file("song.mp3", "no article"))
    page.act()
    page.take(file("tower.txt", TOWER))
    with qtbot.waitSignal(page.refused, timeout=LONG):
        pass
    assert len(titles(qtbot, tasks)) == 2
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
    page.added.connect(lambda made, *_: added.append(len(made)))
    page.left.connect(lambda: left.append(True))
    with qtbot.waitSignal(page.refused, timeout=LONG):
        page.act()
    assert added == [1]
    assert not left
    assert len(titles(qtbot, tasks)) == 2
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
    page.added.connect(lambda *told: said.append(told[-1]))
    page.take(pasted(PARAGRAPHS["German"]))
    with qtbot.waitSignal(page.added, timeout=LONG):
        page.act()
    page.take(pasted(TOWER))
    with qtbot.waitSignal(page.added, timeout=LONG):
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
    assert titles(qtbot, tasks) == {"Oxygen"}
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
