"""A tour of the whole program: every page, every dialog, every state that looks different."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from quizapp import paths, reading, settings
from quizapp.bank import backups, open_bank
from quizapp.domain.article import Article, Span
from quizapp.domain.question import (
    Draft,
    Flashcard,
    Gap,
    MultipleChoice,
    Question,
    QuestionKind,
    StoredQuestion,
    TypedAnswer,
    kind_of,
    solution,
)
from quizapp.domain.question_set import QuestionSet
from quizapp.domain.review import Rating
from quizapp.domain.source import Source
from quizapp.errors import PageUnreadable, TextTooShort
from quizapp.exchange import quizset
from quizapp.generation.progress import Progress, Step
from quizapp.operations import drafts, sharing, study
from quizapp.operations.writing import Drafted
from quizapp.settings import Settings
from quizapp.ui.cards.answer_field import AnswerField
from quizapp.ui.charts.chart_card import ChartCard
from quizapp.ui.dialogs.export import ExportDialog
from quizapp.ui.dialogs.take_in import ImportDialog
from quizapp.ui.pages.bank_error import BankErrorPage
from quizapp.ui.pages.study import State
from quizapp.ui.parts.backup_list import BackupList
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.deck_card import DeckCard
from quizapp.ui.parts.draft_list import DraftList
from quizapp.ui.parts.dropdown import Dropdown
from quizapp.ui.parts.overlay import Overlay
from quizapp.ui.parts.session_report import SessionReport
from quizapp.ui.parts.wanted import Refusal, Wanted
from quizapp.ui.self_test import Walk
from quizapp.ui.start import Program

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
STILL = Settings(theme="light", reduce_motion=True, daily_goal=4)
W = TypeVar("W", bound=QWidget)

_NOTHING = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
_STUDIED = (12, 11, 9, 7, 4)
"""The deck was studied so many days ago."""


@dataclass(frozen=True)
class Told:
    """What the learner's decks say, in one language."""

    title: str
    text: str
    ending: str
    """A sentence that makes another text of it."""
    questions: tuple[tuple[Question, str], ...]
    """Each with the words of the text that its source marks."""

    def question_set(self, *, again: bool = False) -> QuestionSet:
        """Return the deck, or one more of nearly the same text."""
        text = f"{self.text} {self.ending}" if again else self.text
        title = f"{self.title} 2" if again else self.title
        article = reading.read_text(text, title, "a test")
        stored = [
            StoredQuestion(draft.id, draft.question, draft.source)
            for draft in self._drafts(article)
        ]
        return QuestionSet(title, tuple(stored), article)

    def drafted(self) -> Drafted:
        """Return the same questions as drafts, one of them with a hint."""
        text = f"{self.text} {self.ending} {self.ending}"
        article = reading.read_text(text, f"{self.title} 3", "")
        one, two, *others = self._drafts(article)
        return Drafted(article, (one, replace(two, hints=("loaded word",)), *others))

    def _drafts(self, article: Article) -> list[Draft]:
        found = []
        for question, answer in self.questions:
            at = article.text.index(answer)
            span = Span(at, at + len(answer))
            sentence = next(one for one in article.sentences if one.holds(span))
            found.append(Draft(question, Source(article.id, sentence, span)))
        return found


ENGLISH = Told(
    "Oxygen",
    "Oxygen was discovered by Carl Wilhelm Scheele in Uppsala in 1771. "
    "Joseph Priestley published his findings first. "
    "Antoine Lavoisier gave the gas its name in 1777. "
    "It makes up about 21 percent of the air. "
    "Plants release it when light splits water.",
    "Trees give it off too.",
    (
        (
            Flashcard("Who discovered oxygen?", "Carl Wilhelm Scheele"),
            "Carl Wilhelm Scheele",
        ),
        (
            MultipleChoice(
                "Who named oxygen?",
                "Antoine Lavoisier",
                ("Joseph Priestley", "Scheele", "Uppsala"),
            ),
            "Antoine Lavoisier",
        ),
        (Gap("It makes up about ", "21 percent", " of the air."), "21 percent"),
        (TypedAnswer("Who published first?", "Joseph Priestley"), "Joseph Priestley"),
    ),
)
PERSIAN = Told(
    "اکسیژن",
    "اکسیژن را کارل ویلهلم شیله در سال ۱۷۷۱ در شهر اوپسالا کشف کرد. "
    "جوزف پریستلی یافته‌های خود را زودتر منتشر کرد. "
    "آنتوان لاووازیه در سال ۱۷۷۷ نام این گاز را گذاشت. "
    "این گاز حدود ۲۱ درصد هوا را می‌سازد. "
    "گیاهان آن را با شکافتن آب آزاد می‌کنند.",
    "درختان نیز آن را آزاد می‌کنند.",
    (
        (Flashcard("چه کسی اکسیژن را کشف کرد؟", "کارل ویلهلم شیله"), "کارل ویلهلم شیله"),
        (
            MultipleChoice(
                "چه کسی نام اکسیژن را گذاشت؟",
                "آنتوان لاووازیه",
                ("جوزف پریستلی", "شیله", "اوپسالا"),
            ),
            "آنتوان لاووازیه",
        ),
        (Gap("این گاز حدود ", "۲۱ درصد", " هوا را می‌سازد."), "۲۱ درصد"),
        (TypedAnswer("چه کسی زودتر منتشر کرد؟", "جوزف پریستلی"), "جوزف پریستلی"),
    ),
)


def fill(bank_path: Path, told: Told, chosen: Settings) -> None:
    """Make a bank with a deck that was studied, a new one, a draft and a backup."""
    bank_path.parent.mkdir(parents=True, exist_ok=True)
    settings.save(chosen, paths.settings_path(bank_path))
    carried = bank_path.with_name("deck.quizset")
    ratings = (Rating.GOOD, Rating.HARD, Rating.AGAIN, Rating.EASY)
    with open_bank(bank_path) as bank:
        carried.write_bytes(quizset.dump(told.question_set()))
        deck = sharing.import_set(bank, carried, NOON - timedelta(days=20)).deck
        for ago in _STUDIED:
            moment = NOON - timedelta(days=ago)
            for stored, rating in zip(
                sharing.questions_of(bank, deck), ratings, strict=True
            ):
                took = timedelta(seconds=20)
                study.answer(bank, chosen, stored.id, rating, moment, took)
        carried.write_bytes(quizset.dump(told.question_set(again=True)))
        sharing.import_set(bank, carried, NOON)
        drafts.keep(bank, told.drafted(), None, NOON)
    backups.make(bank_path, NOON - timedelta(days=1))


@contextmanager
def opened(bank_path: Path, first: str = "library") -> Iterator[Walk]:
    """Open the program on a bank and wait for its first page."""
    program = Program(bank_path, lambda: NOON, Random(1))
    walk = Walk(program, None)
    try:
        program.window.show()
        program.window.activateWindow()
        walk.shown(first)
        yield walk
    finally:
        program.window.close()
        program.close()
        program.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def places(
    folder: Path, told: Told = ENGLISH, chosen: Settings = STILL
) -> Iterator[tuple[str, Walk]]:
    """Go everywhere once; each place by its name, with the window as it stands there."""
    bank = folder / "tour.bank"
    fill(bank, told, chosen)
    with opened(bank) as walk:
        for stop in (_library, _reader, _questions, _progress, _settings, _adding, _review):
            yield from _calm(walk, stop(walk, folder, told))
        yield from _calm(walk, _studying(walk))
        yield from _calm(walk, _in_the_systems_contrast(walk))
        with opened(bank, "bank error") as other:
            yield from _calm(other, ("11d bank in use",))
    with opened(folder / "empty" / "empty.bank") as walk:
        yield from _calm(walk, _first_start(walk))
    content = bank.read_bytes()
    bank.write_bytes(content[: len(content) // 2])
    for name in ("11c bank damaged", "11c damaged without a backup"):
        with opened(bank, "bank error") as walk:
            _await_ways_on(walk)
            yield from _calm(walk, (name,))
        for made in backups.listing(bank):
            backups.remove(made)


def _await_ways_on(walk: Walk) -> None:
    (page,) = find(walk, BankErrorPage)
    walk.until(lambda: page._restore.isVisible() or page._anew.isVisible(), "a way on")


def _calm(walk: Walk, names: Iterable[str]) -> Iterator[tuple[str, Walk]]:
    """Pass these places on, each once nothing moves there any more."""
    for name in names:
        QTest.qWait(20)
        yield name, walk


def find(walk: Walk, kind: type[W]) -> list[W]:
    """Return the visible widgets of a kind."""
    return [one for one in walk.program.window.findChildren(kind) if one.isVisible()]


def press(walk: Walk, key: Qt.Key, held: Qt.KeyboardModifier = _NOTHING) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(QApplication.focusWidget() or walk.program.window, key, held)


def go(walk: Walk, key: Qt.Key, page: str) -> None:
    """Turn to a page by its key."""
    press(walk, key, CONTROL)
    walk.shown(page)


def close(walk: Walk) -> None:
    """Close the dialog on top."""
    find(walk, Overlay)[-1].close_it()


def _holds_keyboard(part: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and part.isAncestorOf(focused)


def close_menu(walk: Walk) -> None:
    """Close the menu that is open."""
    walk.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "a menu")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()
    QApplication.processEvents()
    walk.program.window.activateWindow()  # offscreen, a menu takes the window's keyboard
    walk.until(lambda: QApplication.focusWidget() is not None, "the keyboard")


def _library(walk: Walk, folder: Path, told: Told) -> Iterator[str]:
    program = walk.program
    walk.until(lambda: len(find(walk, DeckCard)) == 2, "the decks")
    yield "01 library"
    card = find(walk, DeckCard)[0]
    card.open_menu()
    yield "01 deck menu"
    close_menu(walk)
    card.rename.emit()
    yield "01 rename"
    close(walk)
    card.export.emit()
    walk.until(lambda: bool(find(walk, ExportDialog)), "the export")
    walk.until(lambda: find(walk, ExportDialog)[0].ready, "what would be written")
    yield "09 export"
    close(walk)
    file = folder / "others.gift"
    prompt, answer = told.text.split(". ")[:2]
    file.write_text(f"{prompt}{{={answer}}}\n\n{answer}. {{}}\n", encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    program.window.dropped.emit(mime)
    walk.until(lambda: bool(find(walk, ImportDialog)), "the import")
    yield "09b import"
    close(walk)
    for asked, name in (("shortcuts", "12b shortcuts"), ("search", "search everything")):
        program.window.asked.emit(asked)
        walk.until(lambda: bool(find(walk, Overlay)), name)
        yield name
        close(walk)


def _reader(walk: Walk, _folder: Path, _told: Told) -> Iterator[str]:
    reader = walk.program.reader
    go(walk, Qt.Key.Key_2, "reader")
    walk.until(lambda: reader.reading is not None, "an article")
    press(walk, Qt.Key.Key_J)
    yield "05 reader"
    press(walk, Qt.Key.Key_A)
    walk.until(lambda: bool(find(walk, Overlay)), "a new question")
    yield "05 new question"
    close(walk)


def _questions(walk: Walk, _folder: Path, _told: Told) -> Iterator[str]:
    page = walk.program.questions
    go(walk, Qt.Key.Key_3, "questions")
    walk.until(lambda: page.rows == 8, "the questions")
    yield "07 questions"
    for number in range(4):
        press(walk, Qt.Key.Key_Down)
        press(walk, Qt.Key.Key_Return)
        walk.until(lambda: _holds_keyboard(page._panel), "an editor")
        yield f"07 question {number + 1} edited"
        press(walk, Qt.Key.Key_Escape)
    page._choose_source()
    walk.until(lambda: bool(find(walk, Overlay)), "the sentences")
    yield "07 source sentence"
    close(walk)
    page.take_focus()
    press(walk, Qt.Key.Key_A, CONTROL)
    yield "07 several questions"
    page.look_for("is:near-duplicate")
    walk.until(lambda: 0 < page.rows <= 8, "the near-duplicates")
    yield "07 near-duplicates"
    page.look_for("zzz")
    walk.until(lambda: page.rows == 0, "nothing found")
    yield "07 nothing found"
    page.look_for("")
    page._open_more()
    yield "07 menu"
    close_menu(walk)


def _progress(walk: Walk, _folder: Path, _told: Told) -> Iterator[str]:
    go(walk, Qt.Key.Key_4, "progress")
    walk.until(lambda: bool(find(walk, ChartCard)), "the charts")
    yield "08 progress"
    for card in find(walk, ChartCard):
        card.turn(to_table=True)
    yield "08 tables"
    for card in find(walk, ChartCard):
        card.turn(to_table=False)


def _settings(walk: Walk, _folder: Path, _told: Told) -> Iterator[str]:
    program = walk.program
    go(walk, Qt.Key.Key_Comma, "settings")
    yield "10 settings"
    program.preferences.restore.emit()
    walk.until(lambda: bool(find(walk, BackupList)), "the backups")
    yield "10 restore"
    close(walk)
    program.preferences.licences.emit()
    yield "10 licences"
    close(walk)


def _adding(walk: Walk, _folder: Path, told: Told) -> Iterator[str]:
    page = walk.program.add_article
    form = page._form
    go(walk, Qt.Key.Key_N, "add")
    yield "06a add a file"
    names = ("06a file", "06a paste", "06a web address")
    for side, name in enumerate(names):
        form._turn_to(side)
        yield name
    form._turn_to(1)
    form._text.setPlainText(f"Home > News > Gases\n\n{told.text}")
    walk.until(form._line._show.isVisible, "what was found and left out")
    yield "06a found"
    form._show_left_out()
    yield "06a left out"
    close(walk)
    form.show_problems([Refusal(Wanted("", None), TextTooShort(sentences=2))])
    yield "11b too short"
    unreadable = PageUnreadable("https://example.org", "no answer")
    form.show_problems([Refusal(Wanted("", None), unreadable)])
    yield "11a unreadable"
    form.forget_problems()
    page._view.begin(f"{told.title}.txt", 1, 2)
    page._turn_to(page._view)
    drafted = told.drafted()
    progress = Progress(Step.WRITING, 3, 5, 8, 4, drafted.drafts[0])
    page._view.show_progress(progress, drafted.article)
    page._view.take_focus()
    yield "06b writing"
    page._turn_to(form)


def _review(walk: Walk, _folder: Path, _told: Told) -> Iterator[str]:
    program = walk.program
    (draft,) = walk.done(drafts.listing)
    program._review(draft.id)
    walk.until(lambda: isinstance(QApplication.focusWidget(), DraftList), "the drafts")
    listed = find(walk, DraftList)[0].model()
    walk.until(lambda: listed.rowCount() == 4, "four drafts")
    yield "06c review"
    for number in range(4):
        yield f"06c draft {number + 1}"
        press(walk, Qt.Key.Key_A if number else Qt.Key.Key_R)
    go(walk, Qt.Key.Key_1, "library")


def _studying(walk: Walk) -> Iterator[str]:
    program = walk.program
    deck = walk.listing()[0].id
    for stored in walk.done(lambda bank: sharing.questions_of(bank, deck)):
        kind = kind_of(stored.question)
        for wrong in (False, True):
            program.window.show_page("study")
            program.study.go_over((stored.id,))
            walk.state(State.ASKED)
            yield f"{_NUMBERS[kind]} asked"
            _answer(walk, wrong=wrong)
            walk.state(State.JUDGED, State.MISSED)
            yield f"{_NUMBERS[kind]} {'wrong' if wrong else 'right'}"
            if wrong and kind is QuestionKind.TYPED:
                yield from _beside_a_card(walk)
            walk.press(Qt.Key.Key_Space)
            walk.shown("summary")
            if not wrong:
                walk.press(Qt.Key.Key_Return)
                walk.shown("library")
    walk.listing()  # what was asked for the summary has come before this
    walk.until(lambda: bool(find(walk, SessionReport)), "the summary")
    yield "04 summary"


_NUMBERS = {
    QuestionKind.FLASHCARD: "02 card",
    QuestionKind.MULTIPLE_CHOICE: "03 choice",
    QuestionKind.GAP: "03c gap",
    QuestionKind.TYPED: "03d typed",
}


def _beside_a_card(walk: Walk) -> Iterator[str]:
    """See what lies over a card: a toast, the editor, the menu."""
    walk.press(Qt.Key.Key_F)
    walk.state(State.MISSED)
    yield "02 toast"
    walk.press(Qt.Key.Key_E)
    walk.until(lambda: bool(find(walk, Overlay)), "the editor")
    yield "02 edit"
    close(walk)
    walk.program.study._desk._bar._open_menu()
    yield "02 menu"
    close_menu(walk)


def _answer(walk: Walk, *, wrong: bool) -> None:
    drawn = walk.program.study.drawn
    assert drawn is not None
    match drawn.asked.question:
        case Flashcard():
            walk.press(Qt.Key.Key_Space)
        case MultipleChoice(right=right):
            at = drawn.options.index(right)
            place = (at + 1) % len(drawn.options) if wrong else at
            walk.press(Qt.Key(Qt.Key.Key_1 + place))
        case question:
            (field,) = find(walk, AnswerField)
            field.setText("9" if wrong else solution(question))
            walk.press(Qt.Key.Key_Return)


def _in_the_systems_contrast(walk: Walk) -> Iterator[str]:
    """See what takes the system's own colours: charts, tints, and a question answered wrong."""
    program, told = walk.program, QGuiApplication.styleHints().accessibility()
    walk.press(Qt.Key.Key_Return)
    walk.shown("library")
    told.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    try:
        yield "01 library in high contrast"
        for key, page in (
            (Qt.Key.Key_2, "reader"),
            (Qt.Key.Key_3, "questions"),
            (Qt.Key.Key_4, "progress"),
            (Qt.Key.Key_Comma, "settings"),
        ):
            go(walk, key, page)
            yield f"{page} in high contrast"
        go(walk, Qt.Key.Key_1, "library")
        deck = walk.listing()[0].id
        one = walk.done(lambda bank: sharing.questions_of(bank, deck))[1]
        program.window.show_page("study")
        program.study.go_over((one.id,))
        walk.state(State.ASKED)
        _answer(walk, wrong=True)
        walk.state(State.MISSED)
        yield "03 choice in high contrast"
        walk.press(Qt.Key.Key_Space)
        walk.shown("summary")
    finally:
        told.contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)


def _first_start(walk: Walk) -> Iterator[str]:
    walk.until(lambda: bool(find(walk, DeckCard)), "the starter deck")
    for deck in walk.listing():
        walk.program.library._remove(deck)
    walk.until(lambda: not find(walk, DeckCard), "an empty Library")
    yield "01b first start"
    for key, page, name in (
        (Qt.Key.Key_2, "reader", "05 nothing to read"),
        (Qt.Key.Key_3, "questions", "07 no questions"),
        (Qt.Key.Key_4, "progress", "08 no progress"),
    ):
        go(walk, key, page)
        walk.until(lambda: isinstance(QApplication.focusWidget(), Button | Dropdown), name)
        yield name
