"""The Questions page in the real window, driven by keys and mouse."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from random import Random
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from quizapp import paths, settings
from quizapp.bank import Bank
from quizapp.domain.question import (
    Flashcard,
    Gap,
    MultipleChoice,
    QuestionKind,
    TypedAnswer,
)
from quizapp.domain.review import Rating
from quizapp.operations import decks, questions, study
from quizapp.operations.questions import Column
from quizapp.settings import Settings
from quizapp.ui.dialogs.export import ExportDialog
from quizapp.ui.dialogs.source import Sentences
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.field import Area, Field
from quizapp.ui.parts.filter_select import FilterSelect
from quizapp.ui.parts.overlay import Overlay
from quizapp.ui.parts.question_fields import Options
from quizapp.ui.parts.text import Text
from quizapp.ui.start import Program
from tests.ui.conftest import NOON

DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
T = TypeVar("T")
W = TypeVar("W", bound=QWidget)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")

TOOK = timedelta(seconds=5)
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PROMPTS = [
    "Who discovered oxygen?",
    "Who named oxygen?",
    "Oxygen makes up about ____ of the air.",
    "When was oxygen named?",
]


class Hand:
    """A person at the Questions page."""

    def __init__(self, qtbot, path) -> None:
        self.qtbot = qtbot
        self.program = Program(path, lambda: NOON, Random(1))
        self.window = self.program.window
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(lambda: self.window.shown == "library", timeout=10_000)
        self.press(Qt.Key.Key_3, CONTROL)
        qtbot.waitUntil(lambda: self.window.shown == "questions")
        self.page = self.program.questions
        self.table = self.page._list.table
        self.editor = self.page._panel.editor

    def until(self, holds) -> None:
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=10_000)

    def sees(self, words: str) -> None:
        self.until(lambda: words in self.words())

    def words(self) -> str:
        shown = [w for w in self.window.findChildren(QWidget) if w.isVisible()]
        return "\n".join(w.text() for w in shown if isinstance(w, Text | Button))

    def press(self, key: Qt.Key, held=Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, held)

    def write(self, words: str) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, words)

    def focused_words(self) -> str:
        focused = QApplication.focusWidget()
        assert isinstance(focused, Button)
        return focused.text()

    def rows(self) -> list[str]:
        model = self.table.model()
        return [model.index(row, 1).data() for row in range(model.rowCount())]

    def shows(self, *numbers: int) -> None:
        self.until(lambda: self.rows() == [PROMPTS[number] for number in numbers])

    def chosen(self) -> list[int]:
        model = self.table.selectionModel()
        return sorted(index.row() for index in model.selectedRows())

    def done(self, operation: Callable[[Bank], T]) -> T:
        """Ask the bank by the window's own worker, after all that was asked before."""
        found: list[T] = []
        self.program.tasks.read(operation, found.append)
        self.until(lambda: found)
        return found[0]

    def stored(self, row: int) -> questions.Details:
        number = self.table._model.shown[row].id
        found = self.done(lambda bank: questions.details(bank, number, NOON))
        assert found is not None
        return found

    def fields(self, kind: type[W]) -> list[W]:
        return [w for w in self.editor.findChildren(kind) if w.isVisible()]

    def edits(self, row: int) -> None:
        """Wait until the editor shows a row."""
        self.until(lambda: self.editor.question == self.table._model.shown[row].id)

    def choose(self, select: FilterSelect, words: str) -> None:
        """Choose a line of a select's menu."""
        select.open_menu()
        self.choose_in_menu(select, words)

    def choose_in_menu(self, owner: QWidget, words: str) -> None:
        *_, opened = owner.findChildren(QMenu, options=DIRECT)
        (action,) = [a for a in opened.findChildren(QAction) if a.text() == words]
        action.trigger()
        self.qtbot.keyClick(opened, Qt.Key.Key_Escape)
        self.window.activateWindow()


@pytest.fixture
def hand(qtbot, bank_path) -> Iterator[Hand]:
    settings.save(Settings(reduce_motion=True), paths.settings_path(bank_path))
    hand = Hand(qtbot, bank_path)
    hand.shows(0, 1, 2, 3)
    hand.edits(0)
    yield hand
    hand.window.close()
    hand.program.close()
    hand.window.deleteLater()


def test_the_rows_are_there_and_the_first_is_open(hand):
    assert hand.table.hasFocus()
    assert hand.chosen() == [0]
    assert "4 questions, 0 due" in hand.words()
    (prompt, answer) = hand.fields(Area)
    assert (prompt.toPlainText(), answer.toPlainText()) == (
        PROMPTS[0],
        "Carl Wilhelm Scheele",
    )
    assert "Source sentence" in hand.words()


def test_arrows_walk_and_the_editor_follows(hand):
    hand.press(Qt.Key.Key_Down)
    hand.edits(1)
    assert hand.fields(Options)[0].written() == ("Antoine Lavoisier", ("Joseph Priestley",))
    hand.press(Qt.Key.Key_Down)
    hand.edits(2)
    assert hand.fields(Area)[0].toPlainText() == PROMPTS[2]


def test_what_is_typed_and_what_is_chosen_are_one_wish(hand):
    hand.write("/")
    assert hand.page._search.hasFocus()
    hand.write("is:new kind:gap")
    hand.shows(2)
    filters = hand.page._filters
    selects = {w.accessibleName() for w in hand.window.findChildren(FilterSelect)}
    assert {"Kind: Fill the gap", "State: New", "Deck: All decks"} <= selects
    hand.choose(filters._kind, "Type the answer")
    hand.shows(3)
    assert hand.page._search.text() == "kind:typed is:new"
    hand.choose(filters._state, "Any state")
    hand.choose(filters._deck, "Oxygen")
    hand.until(lambda: hand.page._search.text() == "deck:Oxygen kind:typed")
    hand.shows(3)


def test_words_are_searched_by_their_beginnings(hand):
    hand.write("/")
    hand.write("nam oxy")
    hand.shows(1, 3)
    hand.press(Qt.Key.Key_Down)
    assert hand.table.hasFocus()


def test_nothing_found_says_so_and_leads_back(hand):
    hand.write("/")
    hand.write("tehran")
    hand.sees("Nothing found for ‘tehran’")
    assert hand.page._search.hasFocus()
    hand.press(Qt.Key.Key_Down)
    assert hand.focused_words() == "Clear the filters"
    hand.press(Qt.Key.Key_Return)
    hand.shows(0, 1, 2, 3)
    assert hand.page._search.text() == ""
    assert hand.table.hasFocus()


def test_an_unknown_state_tells_which_there_are(hand):
    hand.write("/")
    hand.write("is:lost")
    known = "due, new, learning, learned, flagged, set-aside, near-duplicate"
    hand.sees(f"After “is:” comes one of {known}.")
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Return)
    hand.write("/")
    hand.write("nam -when")
    hand.shows(1)


def test_escape_empties_the_search_and_then_leaves_it(hand):
    hand.write("/")
    hand.write("air")
    hand.shows(2)
    hand.press(Qt.Key.Key_Escape)
    hand.shows(0, 1, 2, 3)
    hand.press(Qt.Key.Key_Escape)
    assert hand.table.hasFocus()


def test_an_empty_library_offers_an_article(hand):
    hand.program.tasks.change(
        lambda bank: decks.remove(bank, decks.named(bank, "Oxygen"), NOON), lambda _: None
    )
    hand.sees("There are no questions yet")
    hand.press(Qt.Key.Key_Return)
    hand.until(lambda: hand.window.shown == "add")


def test_space_picks_one_by_one_and_escape_lets_go(hand):
    hand.press(Qt.Key.Key_Space)
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Down)
    assert hand.chosen() == [0]
    hand.press(Qt.Key.Key_Space)
    assert hand.chosen() == [0, 2]
    hand.sees("2 questions chosen")
    hand.press(Qt.Key.Key_Space)
    assert hand.chosen() == [0]
    hand.press(Qt.Key.Key_Escape)
    assert hand.chosen() == [2]


def test_shift_and_control_a_choose_several(hand):
    hand.press(Qt.Key.Key_Down, SHIFT)
    assert hand.chosen() == [0, 1]
    hand.press(Qt.Key.Key_A, CONTROL)
    assert hand.chosen() == [0, 1, 2, 3]
    hand.sees("4 questions chosen")


def test_delete_goes_at_once_and_comes_back(hand):
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Down, SHIFT)
    hand.press(Qt.Key.Key_Delete)
    hand.shows(0, 3)
    hand.sees("2 questions deleted")
    assert hand.table.hasFocus()
    assert hand.chosen() == [1]
    hand.press(Qt.Key.Key_Z, CONTROL)
    hand.shows(0, 1, 2, 3)
    hand.sees("Deletion undone")
    hand.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    hand.shows(0, 3)
    hand.sees("Deletion redone")


def test_deleting_everything_leaves_the_keyboard_on_the_way_on(hand):
    hand.press(Qt.Key.Key_A, CONTROL)
    hand.press(Qt.Key.Key_Delete)
    hand.sees("There are no questions yet")
    assert hand.focused_words() == "Add article…"
    hand.press(Qt.Key.Key_Z, CONTROL)
    hand.shows(0, 1, 2, 3)


def test_an_edit_is_kept_when_its_field_is_left_and_undone(hand):
    hand.press(Qt.Key.Key_Return)
    prompt = hand.fields(Area)[0]
    assert prompt.hasFocus()
    prompt.selectAll()
    hand.write("Who found it?")
    hand.press(Qt.Key.Key_Tab)
    hand.until(lambda: hand.rows()[0] == "Who found it?")
    assert hand.stored(0).stored.question == Flashcard(
        "Who found it?", "Carl Wilhelm Scheele"
    )
    assert hand.fields(Area)[1].hasFocus()
    hand.press(Qt.Key.Key_Z, CONTROL)
    hand.until(lambda: hand.rows() == PROMPTS)
    hand.until(lambda: hand.fields(Area)[0].toPlainText() == PROMPTS[0])


def test_undo_in_a_field_undoes_typing_first(hand):
    hand.press(Qt.Key.Key_Return)
    hand.press(Qt.Key.Key_Tab)
    answer = hand.fields(Area)[1]
    hand.write("X")
    hand.press(Qt.Key.Key_Z, CONTROL)
    assert answer.toPlainText() == "Carl Wilhelm Scheele"
    hand.press(Qt.Key.Key_Escape)
    assert hand.table.hasFocus()
    assert hand.stored(0).stored.question == Flashcard(PROMPTS[0], "Carl Wilhelm Scheele")


def test_a_question_without_words_is_not_kept(hand):
    hand.press(Qt.Key.Key_Return)
    hand.fields(Area)[0].clear()
    hand.press(Qt.Key.Key_Tab)
    hand.sees("A question needs words and an answer.")
    assert hand.stored(0).stored.question == Flashcard(PROMPTS[0], "Carl Wilhelm Scheele")
    hand.press(Qt.Key.Key_Escape)
    hand.press(Qt.Key.Key_Down)
    hand.edits(1)
    hand.press(Qt.Key.Key_Up)
    hand.edits(0)
    assert hand.fields(Area)[0].toPlainText() == PROMPTS[0]
    assert "A question needs words" not in hand.words()


def test_the_right_option_can_be_another(hand):
    hand.press(Qt.Key.Key_Down)
    hand.edits(1)
    (options,) = hand.fields(Options)
    marks = options._group.buttons()
    hand.qtbot.mouseClick(marks[1], Qt.MouseButton.LeftButton)
    hand.until(lambda: hand.table.model().index(1, 2).data() == "Joseph Priestley")
    assert [f.text() for f in options.findChildren(Field)][:2] == [
        "Antoine Lavoisier",
        "Joseph Priestley",
    ]
    third = options.findChildren(Field)[2]
    third.setFocus()
    hand.write("Marie Curie")
    hand.press(Qt.Key.Key_Tab)
    wanted = MultipleChoice(
        PROMPTS[1], "Joseph Priestley", ("Antoine Lavoisier", "Marie Curie")
    )
    hand.until(lambda: hand.stored(1).stored.question == wanted)


def test_a_gap_keeps_its_sentence_and_its_other_answers(hand):
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Down)
    hand.edits(2)
    (also,) = [f for f in hand.fields(Field) if f.accessibleName() == "Also right"]
    also.setFocus()
    hand.write("21 %; 21 per cent")
    hand.press(Qt.Key.Key_Tab)
    wanted = Gap(
        "Oxygen makes up about ", "21 percent", " of the air.", ("21 %", "21 per cent")
    )
    hand.until(lambda: hand.stored(2).stored.question == wanted)


def test_a_question_may_become_another_kind(hand):
    hand.choose(hand.editor._kind, "Type the answer")
    wanted = TypedAnswer(PROMPTS[0], "Carl Wilhelm Scheele")
    hand.until(lambda: hand.stored(0).stored.question == wanted)
    hand.choose(hand.editor._kind, "Multiple choice")
    hand.sees("Multiple choice needs a right answer and another that differs.")
    assert hand.stored(0).stored.question == wanted


def test_flag_and_setting_aside_are_marks_that_come_and_go(hand):
    flag = hand.editor._flag
    flag.setFocus()
    hand.press(Qt.Key.Key_Space)
    hand.until(lambda: flag.accessibleName() == "Remove flag")
    assert flag.hasFocus()
    assert hand.stored(0).flagged
    hand.press(Qt.Key.Key_Space)
    hand.until(lambda: flag.accessibleName() == "Flag")
    hand.editor._aside.setFocus()
    hand.press(Qt.Key.Key_Space)
    hand.sees("Set aside")
    hand.until(lambda: hand.table.model().index(0, 4).data() == "Aside")
    hand.until(lambda: hand.editor._aside.accessibleName() == "Bring back")
    hand.press(Qt.Key.Key_Space)
    hand.sees("1 question brought back")


def test_tags_are_written_searched_and_taken_away(hand):
    tags = hand.editor._tags
    tags._field.setFocus()
    hand.write("people")
    hand.press(Qt.Key.Key_Return)
    hand.until(lambda: hand.stored(0).stored.tags == ("people",))
    hand.until(lambda: hand.page._found.tags == ("people",))
    hand.choose(hand.page._filters._tag, "people")
    hand.shows(0)
    assert hand.page._search.text() == "tag:people"
    (chip,) = hand.page._filters._chips
    hand.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    hand.shows(0, 1, 2, 3)
    hand.until(lambda: tags._chips is not None)
    (chip,) = tags._chips.findChildren(type(chip))
    hand.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    hand.until(lambda: hand.stored(0).stored.tags == ())


def test_several_are_tagged_set_aside_and_moved_at_once(hand, add_deck):
    hand.press(Qt.Key.Key_A, CONTROL)
    hand.press(Qt.Key.Key_Return)
    assert hand.page._panel.several.isAncestorOf(QApplication.focusWidget())
    hand.write("air")
    hand.press(Qt.Key.Key_Return)
    hand.sees("4 questions tagged")
    (aside,) = [
        b
        for b in hand.window.findChildren(Button)
        if b.text() == "Set aside" and b.isVisible()
    ]
    hand.qtbot.mouseClick(aside, Qt.MouseButton.LeftButton)
    hand.sees("4 questions set aside")
    hand.press(Qt.Key.Key_Z, CONTROL)
    hand.sees("Setting aside undone")
    hand.press(Qt.Key.Key_Z, CONTROL)
    hand.sees("Tagging undone")
    assert hand.stored(3).stored.tags == ()


def test_a_new_question_is_written_in_its_deck(hand):
    hand.press(Qt.Key.Key_Return, CONTROL)
    assert hand.fields(Area)[0].hasFocus()
    hand.write("What is it for?")
    hand.press(Qt.Key.Key_Tab)
    hand.write("Breathing")
    hand.press(Qt.Key.Key_Tab)
    hand.sees("1 question added")
    hand.until(lambda: hand.rows() == [*PROMPTS, "What is it for?"])
    hand.until(lambda: hand.chosen() == [4])
    assert hand.stored(4).stored.question == Flashcard("What is it for?", "Breathing")
    hand.press(Qt.Key.Key_Z, CONTROL)
    hand.shows(0, 1, 2, 3)


def test_a_new_question_given_up_leaves_no_trace(hand):
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.write("Half a question")
    hand.press(Qt.Key.Key_Escape)
    hand.press(Qt.Key.Key_Down)
    hand.until(lambda: hand.chosen() != [])
    hand.edits(hand.chosen()[0])
    assert hand.fields(Area)[0].toPlainText() == PROMPTS[hand.chosen()[0]]
    assert hand.rows() == PROMPTS


def test_what_is_shown_after_a_new_one_was_begun_is_its_own(hand):
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.table.step(2)
    hand.edits(2)
    assert hand.fields(Area)[0].toPlainText() == PROMPTS[2]
    assert "A question needs words" not in hand.words()


def test_columns_sort_turn_round_and_let_go(hand):
    head = hand.table.horizontalHeader()
    name = QPoint(head.sectionViewportPosition(1) + 20, 10)
    for order in ((2, 3, 0, 1), (1, 0, 3, 2), (0, 1, 2, 3)):
        hand.qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=name)
        hand.shows(*order)


def test_the_menu_sorts_and_finds_near_duplicates(hand):
    hand.page._more.click()
    hand.choose_in_menu(hand.page, "Answer")
    hand.shows(3, 2, 1, 0)
    assert hand.page._by is Column.ANSWER
    hand.page._more.click()
    hand.choose_in_menu(hand.page, "Find near-duplicates")
    hand.sees("Nothing found for ‘is:near-duplicate’")


def test_the_deck_of_the_row_is_exported(hand):
    hand.press(Qt.Key.Key_E, CONTROL | SHIFT)
    hand.until(lambda: hand.window.findChildren(ExportDialog))
    (overlay,) = [one for one in hand.window.findChildren(Overlay) if one.isVisible()]
    assert "Oxygen" in [text.text() for text in overlay.findChildren(Text)]


def test_f6_walks_from_the_table_to_the_editor_to_the_rail(hand):
    hand.press(Qt.Key.Key_F6)
    assert hand.editor.isAncestorOf(QApplication.focusWidget())
    hand.press(Qt.Key.Key_F6)
    assert hand.window.rail.isAncestorOf(QApplication.focusWidget())
    hand.press(Qt.Key.Key_F6)
    assert hand.table.hasFocus()


@pytest.mark.parametrize("large", [False, True])
def test_in_a_small_window_the_editor_lies_over_the_table(hand, large):
    hand.window.resize(760, 560)
    for _ in range(6 if large else 0):
        hand.press(Qt.Key.Key_Plus, CONTROL)
    QApplication.processEvents()
    panel = hand.page._panel
    assert not panel.isVisible()
    hand.press(Qt.Key.Key_Return)
    assert panel.isVisible()
    assert panel.isAncestorOf(QApplication.focusWidget())
    assert panel.geometry().intersects(hand.table.geometry())
    hand.press(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert hand.table.hasFocus()


@pytest.mark.parametrize("several", [False, True])
def test_every_control_has_a_name(hand, several):
    if several:
        hand.press(Qt.Key.Key_A, CONTROL)
    for widget in hand.page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            words = widget.text() if isinstance(widget, Button) else ""
            assert widget.accessibleName() or words, widget


def test_another_source_sentence_is_chosen_by_keys(hand):
    hand.editor._change.setFocus()
    hand.press(Qt.Key.Key_Space)
    hand.until(lambda: hand.window.findChildren(Sentences))
    hand.write("lavoi")
    hand.press(Qt.Key.Key_Return)
    hand.sees("Antoine Lavoisier gave the gas its name in 1777.")
    assert hand.editor._change.hasFocus()
    hand.press(Qt.Key.Key_Z, CONTROL)
    hand.sees("Edit undone")
    hand.sees("Oxygen was discovered by Carl Wilhelm Scheele in Uppsala in 1771.")


def test_an_answer_is_taken_back_and_given_again_from_here(hand):
    number = hand.table._model.shown[0].id
    answer = partial(
        study.answer,
        settings=Settings(),
        question=number,
        rating=Rating.EASY,
        now=NOON,
        took=TOOK,
    )
    hand.program.tasks.change(answer, lambda _: None)
    hand.until(lambda: hand.table._model.shown[0].due is not None)
    hand.press(Qt.Key.Key_Z, CONTROL)
    hand.sees("Rating undone")
    hand.until(lambda: hand.table._model.shown[0].due is None)
    hand.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    hand.sees("Rating redone")
    hand.until(lambda: hand.table._model.shown[0].due is not None)


def test_a_deed_is_taken_back_from_any_page(hand):
    hand.press(Qt.Key.Key_Delete)
    hand.shows(1, 2, 3)
    hand.press(Qt.Key.Key_1, CONTROL)
    hand.press(Qt.Key.Key_Z, CONTROL)
    hand.sees("Deletion undone")
    hand.press(Qt.Key.Key_3, CONTROL)
    hand.shows(0, 1, 2, 3)
    assert hand.table._model.shown[0].kind is QuestionKind.FLASHCARD
