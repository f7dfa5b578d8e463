"""Walk the real window through the program's journeys, on banks of its own."""

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, tzinfo
from functools import partial
from pathlib import Path
from random import Random
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QMimeData, Qt, QTimer, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget

from quizapp import __version__, clock, paths, settings
from quizapp.bank import Bank, backups
from quizapp.domain.question import (
    Flashcard,
    Gap,
    MultipleChoice,
    QuestionKind,
    TypedAnswer,
    kind_of,
    solution,
)
from quizapp.domain.review import Rating
from quizapp.operations import decks, sharing, study
from quizapp.operations.decks import DeckSummary
from quizapp.operations.study import Drawn
from quizapp.settings import Settings
from quizapp.ui.charts.chart import Chart
from quizapp.ui.dialogs.export import ExportDialog
from quizapp.ui.dialogs.take_in import ImportDialog
from quizapp.ui.pages.bank_error import BankErrorPage
from quizapp.ui.pages.study import KEY_GUARD, State
from quizapp.ui.parts.banner import Banner
from quizapp.ui.parts.deck_card import DeckCard
from quizapp.ui.parts.draft_list import DraftList
from quizapp.ui.parts.format_list import FormatRow
from quizapp.ui.parts.overlay import Overlay
from quizapp.ui.parts.slider import Slider
from quizapp.ui.parts.toast import Toast
from quizapp.ui.parts.writing_view import WritingView
from quizapp.ui.start import Program

T = TypeVar("T")

PATIENCE = 60.0
"""Seconds that one step may take before it counts as failed."""
SIZES = ((1180, 760), (760, 560))
STUDIED = 12
"""Days of study behind the pictures."""
CALM = Settings(theme="light", new_a_day=6, reduce_motion=True)

ARTICLE = """The lighthouse of Halden

The lighthouse of Halden was built in 1854 by the engineer Anna Reuter. It stands on the island
of Vessel, near the port of Halden. The tower is 41 metres high.

In 1902, a storm destroyed the lantern of the lighthouse. The town of Halden paid for a new
lantern because the harbour was its main source of income. Since 1978, the light has been
controlled from Halden.

The lighthouse belongs to the Coastal Society. About 12,000 people visit it each year.
"""

OTHERS_SET = """Which river runs through Cologne? {=Rhine ~Elbe ~Danube ~Oder}

The longest river of Europe is the {=Volga}.

Write an essay on rivers. {}
"""


class StepFailed(Exception):
    """A step of a journey did not hold."""


@dataclass(frozen=True)
class Walk:
    """A window on a bank of its own, and where its pictures go; None: no pictures."""

    program: Program
    pictures: Path | None
    crashes: list[BaseException] = field(default_factory=list)
    """What went wrong in the window's own thread, where Qt would go on."""

    def until(self, holds: Callable[[], bool], step: str) -> None:
        """Let the window run until something holds; raises `StepFailed`."""
        end = time.monotonic() + PATIENCE
        while not holds():
            if self.crashes:
                raise StepFailed(f"{step}: {self.crashes[0]!r}") from self.crashes[0]
            if time.monotonic() > end:
                raise StepFailed(step)
            _pause(5)

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key where the keyboard is, once keys are taken again."""
        _pause(KEY_GUARD + 20)
        QTest.keyClick(QApplication.focusWidget() or self.program.window, key, held)

    def shown(self, page: str) -> None:
        """Wait for a page."""
        self.until(lambda: self.program.window.shown == page, f"the page {page}")

    def state(self, *states: State) -> None:
        """Wait until the study page stands so."""
        self.until(lambda: self.program.study.state in states, f"study: {states}")

    def done(self, operation: Callable[[Bank], T]) -> T:
        """Have the window's worker do something to the bank, and return what it gave."""
        found: list[T] = []
        self.program.tasks.change(operation, found.append)
        self.until(lambda: bool(found), "the bank's answer")
        return found[0]

    def listing(self) -> tuple[DeckSummary, ...]:
        """Return the decks as the bank holds them now."""
        now, zone = clock.now(), clock.zone()
        return self.done(lambda bank: decks.listing(bank, CALM, now, zone))

    def drop(self, file: Path) -> None:
        """Drop a file on the window."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(file))])
        self.program.window.dropped.emit(mime)

    def paste(self, text: str) -> None:
        """Paste a text outside a field."""
        mime = QMimeData()
        mime.setText(text)
        self.program.window.dropped.emit(mime)

    def shoot(self, name: str) -> None:
        """Keep pictures of what is shown: light and dark, usual and least size."""
        if self.pictures is None:
            return
        window, look = self.program.window, self.program.look
        for toast in window.findChildren(Toast):
            toast.hide()
        for theme, suffix in (("light", ""), ("dark", "-dark")):
            look.choose("dark" if theme == "dark" else "light", 100, still=True)
            for width, height in SIZES:
                window.resize(width, height)
                _pause(80)
                size = "" if (width, height) == SIZES[0] else f"-{width}x{height}"
                window.grab().save(str(self.pictures / f"{name}{suffix}{size}.png"))
        look.choose("light", 100, still=True)
        window.resize(*SIZES[0])
        _pause(80)


def run(pictures: Path | None) -> int:
    """Walk all journeys, print one JSON line and return 0 only if all held."""
    if pictures is not None:
        pictures.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    held: dict[str, float] = {}
    failed = ""
    started = time.monotonic()
    with tempfile.TemporaryDirectory(
        prefix="quizapp-", ignore_cleanup_errors=True
    ) as folder:
        for journey in JOURNEYS:
            began = time.monotonic()
            try:
                journey(Path(folder) / journey.__name__, pictures)
            except StepFailed as step:
                failed = f"{journey.__name__}: {step}"
                break
            held[journey.__name__] = round(time.monotonic() - began, 2)
    said = {
        "version": __version__,
        "platform": application.platformName()
        if isinstance(application, QApplication)
        else "",
        "held": not failed,
        "journeys": held,
        "seconds": round(time.monotonic() - started, 2),
    }
    sys.stdout.write(json.dumps(said | ({"failed": failed} if failed else {})) + "\n")
    return 1 if failed else 0


def study_is_remembered(folder: Path, pictures: Path | None) -> None:
    """Study the starter deck by keys, every kind; undo; end; find it all again."""
    bank = folder / "study.bank"
    _have_studied(bank, clock.now(), clock.zone())
    with _window(bank, pictures) as walk:
        walk.shoot("01-library")
        _read(walk)
        _look_through_questions(walk)
        _show_progress_and_settings(walk)
        _show_each_kind(walk)
        before = walk.listing()[0].counts
        walk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        walk.shown("study")
        for number in range(8):
            _answer(walk, wrong=number in {1, 4}, hard=number == 3)
        walk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        walk.state(State.ASKED)
        walk.press(Qt.Key.Key_Escape)
        walk.shown("summary")
        walk.shoot("04-summary")
        walk.press(Qt.Key.Key_Return)
        walk.shown("library")
        after = walk.listing()
    with _window(bank, None) as walk:
        found = walk.listing()
        if [deck.counts for deck in found] != [deck.counts for deck in after]:
            raise StepFailed("what was answered is remembered")
        if found[0].counts == before:
            raise StepFailed("answers change what is due")
        _remove_and_bring_back(walk, pictures)


def damaged_bank_goes_back(folder: Path, pictures: Path | None) -> None:
    """Find the bank damaged, go back to the backup that its last use made, and study on."""
    bank = folder / "damaged.bank"
    _have_studied(bank, clock.now(), clock.zone())
    backups.make(bank, clock.now() - timedelta(days=1))
    content = bank.read_bytes()
    bank.write_bytes(content[: len(content) // 2])
    with _window(bank, pictures, "bank error") as walk:
        page = walk.program.window.findChildren(BankErrorPage)[-1]
        walk.until(lambda: bool(page.findChildren(QRadioButton)), "a backup to go back to")
        walk.shoot("11c-error-bank-damaged")
        page.act()
        walk.shown("library")
        if not walk.listing()[0].counts.total:
            raise StepFailed("the backup has the deck")
        with _window(bank, pictures, "bank error") as other:
            other.shoot("11d-error-bank-locked")


def article_becomes_deck(folder: Path, pictures: Path | None) -> None:
    """Drop a file on the window and get a deck whose questions stand in its sentences."""
    folder.mkdir(parents=True)
    file = folder / "lighthouse.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    with _window(folder / "add.bank", pictures) as walk:
        if pictures is not None:
            _show_what_goes_wrong(walk, folder)
            _show_the_writing(walk)
        walk.drop(file)
        walk.shown("add")
        walk.shoot("06a-add-choose")
        walk.program.add_article.act()
        walk.shown("review")
        walk.until(walk.program.review.isVisible, "the review")
        _review(walk)
        walk.shown("library")
        added = next(deck for deck in walk.listing() if "Halden" in deck.title)
        if added.counts.new < 4 or not added.sentences:
            raise StepFailed("an article gives questions")


def _show_what_goes_wrong(walk: Walk, folder: Path) -> None:
    """Drop a file without words, then paste a text too short to ask about."""
    page = walk.program.add_article

    def told() -> bool:
        return any(banner.isVisible() for banner in page.findChildren(Banner))

    empty = folder / "lecture-notes.pdf"
    empty.write_bytes(b"")
    walk.drop(empty)
    walk.until(told, "a word on the empty file")
    walk.shoot("11a-error-file")
    walk.paste("The tower stands. It has stood there for a long time indeed.")
    page.act()
    walk.until(told, "a word on the short text")
    walk.shoot("11b-error-short")


def _show_the_writing(walk: Walk) -> None:
    """Begin to write questions from a long text, and stop."""
    page = walk.program.add_article
    (view,) = page.findChildren(WritingView)
    walk.paste(ARTICLE * 12)
    page.act()
    walk.until(lambda: view.shows_question, "a question while others are written")
    walk.shoot("06b-add-progress")
    page.cancel()


def _review(walk: Walk) -> None:
    """Keep two questions and reject one by keys, keep the rest without hints, add them."""
    walk.until(lambda: isinstance(QApplication.focusWidget(), DraftList), "the list")
    for key in (Qt.Key.Key_A, Qt.Key.Key_A, Qt.Key.Key_R):
        walk.press(key)
    walk.shoot("06c-add-review")
    walk.press(Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    walk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def deck_travels(folder: Path, _: Path | None) -> None:
    """Export a deck and import it into another bank, every question the same."""
    now = clock.now()
    folder.mkdir(parents=True)
    file = folder / "deck.quizset"
    with sharing.open_with_starter_sets(folder / "from.bank", now) as bank:
        deck = decks.listing(bank, CALM, now, clock.zone())[0]
        written = sharing.export_set(bank, deck.id, file)
    with sharing.open_with_starter_sets(folder / "to.bank", now) as bank:
        taken = sharing.import_set(bank, file, now)
        if (taken.added, taken.updated) != (0, written):
            raise StepFailed("a deck comes back as it went")


def set_is_shared(folder: Path, pictures: Path | None) -> None:
    """See what an export writes and loses; drop a set of others on the window and take it in."""
    folder.mkdir(parents=True)
    file = folder / "rivers.gift"
    file.write_text(OTHERS_SET, encoding="utf-8")
    with _window(folder / "share.bank", pictures) as walk:
        window = walk.program.window
        walk.until(lambda: bool(window.findChildren(DeckCard)), "the starter deck")
        window.findChildren(DeckCard)[0].export.emit()
        walk.until(lambda: bool(window.findChildren(ExportDialog)), "the export dialog")
        for name in ("print", "moodle-xml", "aiken"):
            rows = window.findChildren(FormatRow)
            row = next(row for row in rows if row.form.name == name)
            row.setFocus()  # which brings it into sight
            row.click()
            walk.until(lambda: _is_offered(window), f"a preview of {name}")
            walk.shoot(f"09-export-{name}")
        walk.press(Qt.Key.Key_Escape)
        walk.drop(file)
        walk.until(lambda: bool(window.findChildren(ImportDialog)), "the import dialog")
        walk.shoot("09b-import")
        walk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        walk.until(lambda: len(walk.listing()) == 2, "questions of others are taken in")


def _is_offered(window: QWidget) -> bool:
    """Tell whether the export dialog has made out what it would write."""
    (dialog,) = window.findChildren(ExportDialog)
    return dialog.ready


def _pause(milliseconds: int) -> None:
    """Let the window run for a while; `QTest.qWait` would starve the worker."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


@contextmanager
def _window(bank: Path, pictures: Path | None, first: str = "library") -> Iterator[Walk]:
    """Open the window on a bank and wait for its Library, or for another first page."""
    bank.parent.mkdir(parents=True, exist_ok=True)
    settings.save(CALM, paths.settings_path(bank))
    program = Program(bank, clock.now, Random(1))  # noqa: S311 - the order of options
    walk = Walk(program, pictures)
    before, sys.excepthook = sys.excepthook, lambda _, error, __: walk.crashes.append(error)
    try:
        program.window.show()
        program.window.resize(*SIZES[0])
        program.window.activateWindow()
        walk.shown(first)
        _pause(200)
        yield walk
    finally:
        sys.excepthook = before
        program.window.close()
        program.close()


def _have_studied(bank: Path, now: datetime, zone: tzinfo) -> None:
    """Study on each of the past days, as a learner who is not always right."""
    rng = Random(5)  # noqa: S311 - the order of options
    bank.parent.mkdir(parents=True, exist_ok=True)
    ratings = (Rating.GOOD, Rating.GOOD, Rating.EASY, Rating.HARD, Rating.AGAIN)
    with sharing.open_with_starter_sets(bank, now) as opened:
        for ago in range(STUDIED, 0, -1):
            moment = now - timedelta(days=ago)
            kept = replace(CALM, new_a_day=3)
            line = study.begin(opened, kept, None, moment, zone)
            while (drawn := study.draw(opened, kept, line, moment, zone, rng)) is not None:
                rating = rng.choices(ratings, (8, 4, 3, 2, 2))[0]
                took = timedelta(seconds=rng.randint(6, 30))
                study.answer(opened, kept, drawn.asked.id, rating, moment, took)
                moment += took


def _answer(walk: Walk, *, wrong: bool = False, hard: bool = False) -> None:
    """Answer what is asked by keys, and wait until the next is asked."""
    walk.state(State.ASKED)
    drawn = walk.program.study.drawn
    if drawn is None:
        raise StepFailed("a question is asked")
    _give(walk, drawn, wrong=wrong)
    walk.state(State.JUDGED, State.MISSED)
    judged = walk.program.study.state is State.JUDGED
    key = Qt.Key.Key_1 if wrong else Qt.Key.Key_2 if hard else Qt.Key.Key_Space
    walk.press(key if judged else Qt.Key.Key_Space)
    walk.until(lambda: walk.program.study.drawn is not drawn, "the next question")
    walk.state(State.ASKED, State.IDLE)


def _give(walk: Walk, drawn: Drawn, *, wrong: bool = False, slip: str = "") -> None:
    match drawn.asked.question:
        case Flashcard():
            walk.press(Qt.Key.Key_Space)
        case MultipleChoice(right=right):
            others = [option for option in drawn.options if option != right]
            place = drawn.options.index(others[0] if wrong else right)
            walk.press(Qt.Key(Qt.Key.Key_1 + place))
        case Gap() | TypedAnswer():
            field = QApplication.focusWidget()
            if field is None:
                raise StepFailed("the field has the keyboard")
            words = slip or ("something else" if wrong else solution(drawn.asked.question))
            _pause(KEY_GUARD + 20)
            QTest.keyClicks(field, words)
            walk.press(Qt.Key.Key_Return)


def _read(walk: Walk) -> None:
    """Open the first deck, go to its second sentence and its questions, and come back."""
    walk.program.library.take_focus()
    walk.program.library.read.emit(walk.listing()[0].id)
    walk.shown("reader")
    reader = walk.program.reader
    walk.until(lambda: reader.reading is not None, "an article to read")
    walk.press(Qt.Key.Key_J)
    walk.press(Qt.Key.Key_Return)
    walk.shoot("05-reader")
    walk.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    walk.shown("library")


def _look_through_questions(walk: Walk) -> None:
    """See every question in the table, and go back to the Library."""
    page, control = walk.program.questions, Qt.KeyboardModifier.ControlModifier
    total = sum(deck.counts.total for deck in walk.listing())
    walk.press(Qt.Key.Key_3, control)
    walk.shown("questions")
    walk.until(lambda: page.rows == total, "every question in the table")
    for _ in range(5):
        walk.press(Qt.Key.Key_Down)
    _pause(300)
    walk.shoot("07-questions")
    walk.press(Qt.Key.Key_1, control)
    walk.shown("library")


def _show_progress_and_settings(walk: Walk) -> None:
    """Open by keys what tells how it goes, what may be chosen, and the keys themselves."""
    window, control = walk.program.window, Qt.KeyboardModifier.ControlModifier
    for key, page, picture, shown in (
        (Qt.Key.Key_4, "progress", "08-progress", Chart),
        (Qt.Key.Key_Comma, "settings", "10-settings", Slider),
    ):
        walk.press(key, control)
        walk.shown(page)

        def drawn(kind: type[QWidget] = shown) -> bool:
            return any(part.isVisible() for part in window.findChildren(kind))

        walk.until(drawn, f"the content of {page}")
        walk.shoot(picture)
    walk.press(Qt.Key.Key_F1)
    walk.until(lambda: bool(window.findChildren(Overlay)), "the shortcuts")
    walk.shoot("12b-shortcuts")
    walk.press(Qt.Key.Key_Escape)
    walk.press(Qt.Key.Key_1, control)
    walk.shown("library")


def _show_each_kind(walk: Walk) -> None:
    """Ask one question of each kind in a drill, and picture both its sides."""
    study_page = walk.program.study
    for kind, shots in _SHOTS.items():
        for asked_as, shown_as, wrong in shots:
            question = _one_of(walk, kind)
            walk.program.window.show_page("study")
            study_page.go_over((question.asked.id,))
            walk.state(State.ASKED)
            drawn = study_page.drawn
            if drawn is None:
                raise StepFailed(f"a question of kind {kind}")
            walk.shoot(asked_as)
            _give(walk, drawn, wrong=wrong, slip=_misspelt(drawn))
            walk.state(State.JUDGED, State.MISSED)
            walk.shoot(shown_as)
            walk.press(Qt.Key.Key_Space)
            walk.shown("summary")
            walk.press(Qt.Key.Key_Return)
            walk.shown("library")


_SHOTS: dict[QuestionKind, tuple[tuple[str, str, bool], ...]] = {
    QuestionKind.FLASHCARD: (("02a-study-front", "02b-study-back", False),),
    QuestionKind.MULTIPLE_CHOICE: (
        ("03a-mc-question", "03b-mc-wrong", True),
        ("03a-mc-question", "03e-mc-right", False),
    ),
    QuestionKind.GAP: (("03c-cloze", "03c-cloze-right", False),),
    QuestionKind.TYPED: (("03d-typed-question", "03d-typed", False),),
}
"""For each kind the names of the pictures: asked, answered, and whether wrongly."""


def _one_of(walk: Walk, kind: QuestionKind) -> Drawn:
    """Return a question of a kind that was studied before and whose card has most to show."""
    now, rng = clock.now(), Random(3)  # noqa: S311 - the order of options

    def look(bank: Bank) -> list[Drawn]:
        deck = decks.listing(bank, CALM, now, clock.zone())[0]
        return [
            study.again(bank, CALM, stored.id, 1, now, rng)
            for stored in sharing.questions_of(bank, deck.id)
            if kind_of(stored.question) is kind
        ]

    return max(walk.done(look), key=lambda drawn: (drawn.memory is not None, _worth(drawn)))


def _worth(drawn: Drawn) -> int:
    return 0 if drawn.quote is None else len(drawn.quote.elsewhere)


def _misspelt(drawn: Drawn) -> str:
    """Return the answer with one slip where it is long enough to forgive one."""
    answer = solution(drawn.asked.question)
    if not isinstance(drawn.asked.question, TypedAnswer) or len(answer) < 12:
        return ""
    middle = len(answer) // 2
    return answer[:middle] + answer[middle + 1 :]


def _remove_and_bring_back(walk: Walk, pictures: Path | None) -> None:
    """Remove every deck, see the first start, and open the example again."""
    now = clock.now()
    for deck in walk.listing():
        walk.done(partial(decks.remove, deck=deck.id, now=now))
    _pause(200)
    Walk(walk.program, pictures).shoot("01b-library-empty")
    if walk.listing():
        raise StepFailed("an empty Library")
    walk.done(partial(sharing.open_example, now=now))
    if not walk.listing()[0].counts.learned + walk.listing()[0].counts.due:
        raise StepFailed("the example comes back with its history")


JOURNEYS = (
    study_is_remembered,
    article_becomes_deck,
    deck_travels,
    set_is_shared,
    damaged_bank_goes_back,
)
