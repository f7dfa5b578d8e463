"""What a person does in the window, page by page, each deed timed."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from quizapp.domain.question import MultipleChoice, solution
from quizapp.operations.questions import Column
from quizapp.ui.cards.flashcard import FlashcardFace
from quizapp.ui.dialogs.export import ExportDialog
from quizapp.ui.dialogs.search import SearchEverything
from quizapp.ui.dialogs.take_in import ImportDialog
from quizapp.ui.pages.study import State
from quizapp.ui.parts.overlay import Overlay
from quizapp.ui.start import Program
from tests.benchmarks import big_bank
from tests.benchmarks.clocked import Watch, pause

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier
_CARDS = 12
Walk = Callable[[Watch, Program, Path], None]


def press(key: Qt.Key, held: Qt.KeyboardModifier = _NONE) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(_focused(), key, held)


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    if focused is None:
        raise RuntimeError("nothing has the keyboard")
    return focused


def _turn(watch: Watch, program: Program, name: str, words: str) -> None:
    watch.deed(words, lambda: program.window.asked.emit(name))


def library(watch: Watch, program: Program, folder: Path) -> None:
    """Leave the Library and come back, and sort its decks."""
    _turn(watch, program, "settings", "Settings")
    _turn(watch, program, "library", "Library, again")
    page = program.library
    watch.deed("Library: sort", lambda: page._sort_by(("by title", _title)))
    bar = page._scroll.verticalScrollBar()
    watch.deed("Library: scroll to the end", lambda: bar.setValue(bar.maximum()))


def _title(deck: "object") -> tuple[float, str]:
    return (0, str(getattr(deck, "title", "")))


def study(watch: Watch, program: Program, folder: Path) -> None:
    """Answer a dozen cards of all kinds, then look at the summary."""
    page = program.study
    watch.deed("Study", lambda: program._begin(None), lambda: page.state is State.ASKED)
    for _ in range(_CARDS):
        pause(300)
        drawn = page.drawn
        if drawn is None:
            raise RuntimeError("the session is over")
        question, face = drawn.asked.question, page._desk.face
        if isinstance(face, FlashcardFace):
            watch.deed("Study: show the answer", lambda: press(Qt.Key.Key_Space))
        elif isinstance(question, MultipleChoice):
            watch.deed("Study: choose", lambda: press(Qt.Key.Key_1), _judged(page))
        else:
            QTest.keyClicks(_focused(), solution(question))
            watch.deed("Study: type", lambda: press(Qt.Key.Key_Return), _judged(page))
        pause(300)
        key = Qt.Key.Key_3 if page.state is State.JUDGED else Qt.Key.Key_Space
        watch.deed("Study: rate", partial(press, key), lambda: page.state is State.ASKED)
    pause(300)
    watch.deed(
        "Summary",
        lambda: press(Qt.Key.Key_Escape),
        lambda: program.window.shown == "summary",
    )
    watch.deed("Library, after a session", lambda: program.window.show_page("library"))


def _judged(page: "object") -> Callable[[], bool]:
    return lambda: getattr(page, "state", None) in {State.JUDGED, State.MISSED}


def reader(watch: Watch, program: Program, folder: Path) -> None:
    """Read the long article: step, jump, leaf, paint otherwise."""
    page = program.reader
    deck = next(d.id for d in program.library._decks if d.sentences == big_bank.LONG)

    def there() -> bool:
        return page.reading is not None and len(page.reading.sentences) == big_bank.LONG

    watch.deed("Reader: open 2,500 sentences", lambda: program._read(deck), there)
    for _ in range(3):
        watch.deed("Reader: next sentence", lambda: press(Qt.Key.Key_J))
    watch.deed("Reader: to the last sentence", lambda: page._go_to(big_bank.LONG - 1))
    watch.deed("Reader: to the middle", lambda: page._go_to(big_bank.LONG // 2))
    watch.deed("Reader: leaf", lambda: press(Qt.Key.Key_PageDown))
    watch.deed("Reader: tint off", lambda: press(Qt.Key.Key_M))
    watch.deed("Reader: tint on", lambda: press(Qt.Key.Key_M))
    _dress(watch, program, "Reader")
    _turn(watch, program, "library", "Library, from the Reader")
    _turn(watch, program, "reader", "Reader, again")
    _turn(watch, program, "library", "Library, from the Reader")


def review(watch: Watch, program: Program, folder: Path) -> None:
    """Review 2,000 questions."""
    page = program.review
    (draft,) = (card.draft for card in program.library._draft_cards)
    watch.deed("Add article", lambda: program.window.asked.emit("add"))
    watch.deed(
        "Review: open 2,000",
        lambda: program._review(draft.id),
        lambda: page._draft is not None,
    )
    page.take_focus()
    watch.deed("Review: next", lambda: press(Qt.Key.Key_J))
    watch.deed("Review: keep", lambda: press(Qt.Key.Key_A))
    watch.deed("Review: reject", lambda: press(Qt.Key.Key_R))
    watch.deed("Review: undo", lambda: program.window.asked.emit("undo"))
    watch.deed("Review: to the end", lambda: press(Qt.Key.Key_End))

    def reword() -> None:
        press(Qt.Key.Key_E)
        QTest.keyClicks(_focused(), "Now")
        press(Qt.Key.Key_Escape)

    watch.deed("Review: reword", reword)
    watch.deed("Review: with hints only", lambda: page._turn_to(2))
    watch.deed("Review: all", lambda: page._turn_to(0))
    page.take_focus()
    watch.deed("Review: keep all clear", lambda: press(Qt.Key.Key_A, _SHIFT))
    _dress(watch, program, "Review")
    watch.deed("Review: add to deck", page.act, lambda: program.window.shown == "library")
    watch.deed("Review: undo adding", lambda: program.window.asked.emit("undo"))
    pause(5000)


def questions(watch: Watch, program: Program, folder: Path) -> None:
    """Find, sort, choose, mark and edit among all questions."""
    page = program.questions
    table, field, model = page._table, page._search, page._table.model()

    def rows(count: int) -> Callable[[], bool]:
        return lambda: model.rowCount() == count

    watch.deed(
        "Questions",
        lambda: program.window.asked.emit("questions"),
        lambda: model.rowCount() > 0,
    )
    total = model.rowCount()
    table.setFocus()
    watch.deed("Questions: leaf", lambda: press(Qt.Key.Key_PageDown))
    watch.deed("Questions: to the end", lambda: press(Qt.Key.Key_End, _CONTROL))
    field.setFocus()
    for letter in "engineer 7":
        watch.deed("Questions: a letter", partial(field.insert, letter))
    watch.deed("Questions: clear the search", lambda: field.setText(""), rows(total))
    watch.deed(
        "Questions: sort",
        lambda: table.sorted_by.emit(Column.ANSWER, True),
        lambda: model.index(0, 2).data() != "1000",
    )
    table.setFocus()
    press(Qt.Key.Key_Home, _CONTROL)
    pause(500)

    def edit() -> None:
        press(Qt.Key.Key_Return)
        _focused()
        QTest.keyClicks(_focused(), "Now")

    watch.deed("Questions: edit", edit)
    watch.deed("Questions: save", table.setFocus)
    watch.deed(
        "Questions: choose all",
        lambda: press(Qt.Key.Key_A, _CONTROL),
        lambda: table.chosen_count == total,
    )
    _change_all(watch, program, total)
    watch.deed(
        "Questions: near-duplicates",
        lambda: field.setText("is:near-duplicate"),
        lambda: len(page._wanted.states) == 1 and model.rowCount() != total,
    )
    watch.deed("Questions: clear the search", lambda: field.setText(""), rows(total))
    _dress(watch, program, "Questions")


def _change_all(watch: Watch, program: Program, total: int) -> None:
    page = program.questions
    table = page._table

    def tagged() -> bool:
        return page._found is not None and "all" in page._found.tags

    undo, redo = (
        lambda: program.window.asked.emit("undo"),
        lambda: program.window.asked.emit("redo"),
    )
    watch.deed("Questions: tag all", lambda: page._panel.several.tagged.emit("all"), tagged)
    watch.deed("Questions: undo tagging", undo, lambda: not tagged())
    watch.deed("Questions: redo tagging", redo, tagged)
    table.setFocus()
    watch.deed(
        "Questions: delete all",
        lambda: press(Qt.Key.Key_Delete),
        lambda: table.model().rowCount() == 0,
    )
    watch.deed("Questions: undo deleting", undo, lambda: table.model().rowCount() == total)


def others(watch: Watch, program: Program, folder: Path) -> None:
    """Look at Progress and Settings, and search everything."""
    _turn(watch, program, "progress", "Progress")
    _dress(watch, program, "Progress")
    _turn(watch, program, "settings", "Settings")
    _dress(watch, program, "Settings")
    _turn(watch, program, "library", "Library, again")
    watch.deed("Ctrl+K", lambda: program.window.asked.emit("search"))
    (search,) = program.window.findChildren(SearchEverything)
    for letter in "engineer 7":
        watch.deed("Ctrl+K: a letter", partial(search.field.insert, letter))
    press(Qt.Key.Key_Escape)
    _close_layers(program)
    watch.deed(
        "Shortcuts",
        lambda: program.window.asked.emit("shortcuts"),
        lambda: bool(program.window.findChildren(Overlay)),
    )
    _close_layers(program)
    _dress(watch, program, "Library")


def sharing(watch: Watch, program: Program, folder: Path) -> None:
    """Look at the big deck in some formats, then import 10,000 questions and undo it."""
    deck = next(d for d in program.library._decks if d.sentences == big_bank.LONG)
    found: list[ExportDialog] = []

    def open_() -> bool:
        found[:] = program.window.findChildren(ExportDialog)
        return bool(found) and found[0].ready

    watch.deed("Export", lambda: program.library._export(deck), open_)
    (dialog,) = found
    for number in range(len(dialog._forms)):
        watch.deed(
            "Export: another format",
            partial(dialog._list.choose, number),
            lambda: dialog.ready,
        )
    _close_layers(program)
    dialogs: list[ImportDialog] = []

    def looked() -> bool:
        dialogs[:] = program.window.findChildren(ImportDialog)
        return bool(dialogs)

    watch.deed(
        "Import: look into 10,000",
        lambda: program._look_into(folder / "imported.quizset"),
        looked,
    )
    decks = len(program.library._decks)
    watch.deed(
        "Import: take in 10,000",
        dialogs[0].take_in,
        lambda: len(program.library._decks) == decks + 1,
    )
    watch.deed(
        "Import: undo",
        lambda: program.window.asked.emit("undo"),
        lambda: len(program.library._decks) == decks,
    )


def _close_layers(program: Program) -> None:
    for overlay in program.window.findChildren(Overlay):
        overlay.close_it()
    pause(300)


def _dress(watch: Watch, program: Program, where: str) -> None:
    """Change the theme, the text size and the window's size on a page."""
    dark = replace(program.settings, theme="dark")
    large = replace(program.settings, text_size=130)
    usual = program.settings
    watch.deed(f"{where}: dark", lambda: program._use(dark))
    program._use(usual)
    pause(500)
    watch.deed(f"{where}: larger text", lambda: program._use(large))
    program._use(usual)
    pause(500)
    window = program.window
    watch.deed(f"{where}: narrower window", lambda: window.resize(1000, 700))
    watch.deed(f"{where}: small window", lambda: window.resize(800, 600))
    watch.deed(f"{where}: usual window", lambda: window.resize(1180, 760))


WALKS: dict[str, Walk] = {
    "others": others,
    "library": library,
    "study": study,
    "reader": reader,
    "review": review,
    "questions": questions,
    "sharing": sharing,
}
