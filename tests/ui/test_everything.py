"""Ctrl+K: whatever there is, found by a few letters and reached by Enter."""

from collections.abc import Iterator
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quizapp import paths, settings
from quizapp.settings import Settings
from quizapp.ui.dialogs.search import SearchEverything
from quizapp.ui.start import Program
from tests.ui.conftest import NOON

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def program(qtbot, bank_path, add_deck) -> Iterator[Program]:
    add_deck("Àir and water", "It is heavy.")
    settings.save(Settings(reduce_motion=True), paths.settings_path(bank_path))
    program = Program(bank_path, lambda: NOON, Random(1))
    with qtbot.waitExposed(program.window):
        program.window.show()
    program.window.activateWindow()
    qtbot.waitUntil(lambda: program.window.shown == "library", timeout=10_000)
    qtbot.waitUntil(lambda: bool(program.library._cards), timeout=10_000)
    yield program
    program.window.close()
    program.close()
    program.window.deleteLater()


def search(qtbot, program: Program, words: str = "") -> SearchEverything:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_K, CONTROL)
    (found,) = program.window.findChildren(SearchEverything)
    assert found.field.hasFocus()
    qtbot.waitUntil(lambda: bool(found.list.entries))
    QTest.keyClicks(found.field, words)
    return found


def listed(found: SearchEverything) -> list[tuple[str, str]]:
    return [(entry.words, entry.what) for entry in found.list.entries]


def test_it_opens_with_pages_deeds_and_the_newest_decks(qtbot, program):
    found = listed(search(qtbot, program))
    pages = ("Library", "Reader", "Questions", "Progress")
    assert found[:4] == [(page, "Page") for page in pages]
    assert ("Add article…", "Action") in found
    assert {words for words, what in found if what == "Deck"} == {"Oxygen", "Àir and water"}


def test_enter_goes_to_a_page(qtbot, program):
    found = search(qtbot, program, "ques")
    qtbot.waitUntil(lambda: listed(found)[0] == ("Questions", "Page"))
    qtbot.keyClick(found.field, Qt.Key.Key_Return)
    assert program.window.shown == "questions"
    assert program.window.rail.item("questions").isChecked()


def test_a_question_is_found_by_its_answer_and_opened(qtbot, program):
    found = search(qtbot, program, "scheele")
    qtbot.waitUntil(lambda: len(listed(found)) == 2)
    words, deck = listed(found)[1]
    assert words == "Who discovered oxygen? · Carl Wilhelm Scheele"
    qtbot.keyClick(found.field, Qt.Key.Key_Down)
    qtbot.keyClick(found.field, Qt.Key.Key_Return)
    page = program.questions
    qtbot.waitUntil(lambda: page._list.table.chosen_count == 1, timeout=10_000)
    qtbot.waitUntil(
        lambda: page._search.text() == (f'deck:"{deck}"' if " " in deck else f"deck:{deck}")
    )
    qtbot.waitUntil(lambda: page._panel.editor.question is not None, timeout=10_000)
    assert page._list.table.hasFocus()


def test_a_deck_shows_its_questions(qtbot, program):
    found = search(qtbot, program, "air wat")
    qtbot.waitUntil(lambda: listed(found)[:1] == [("Àir and water", "Deck")])
    qtbot.keyClick(found.field, Qt.Key.Key_Return)
    assert program.questions._search.text() == 'deck:"Àir and water"'
    model = program.questions._list.table.model()
    qtbot.waitUntil(lambda: model.rowCount() == 4, timeout=10_000)


def test_a_line_with_filters_leads_to_the_questions(qtbot, program):
    found = search(qtbot, program, "is:new nam")
    qtbot.waitUntil(lambda: [what for _, what in listed(found)] == ["Page"])
    assert listed(found)[0][0] == "Look for ‘is:new nam’ in Questions"
    qtbot.keyClick(found.field, Qt.Key.Key_Return)
    assert program.window.shown == "questions"
    assert program.questions._search.text() == "is:new nam"


def test_a_deed_is_done(qtbot, program):
    found = search(qtbot, program, "larger")
    qtbot.waitUntil(lambda: listed(found) == [("Larger text", "Action")])
    qtbot.keyClick(found.field, Qt.Key.Key_Return)
    assert program.settings.text_size == 115


def test_arrows_go_round_the_ends(qtbot, program):
    found = search(qtbot, program)
    last = len(found.list.entries) - 1
    qtbot.keyClick(found.field, Qt.Key.Key_Up)
    assert found.list.currentIndex().row() == last
    qtbot.keyClick(found.field, Qt.Key.Key_Down)
    assert found.list.currentIndex().row() == 0


def test_nothing_found_says_so_and_escape_goes_back(qtbot, program):
    before = QApplication.focusWidget()
    found = search(qtbot, program, "zeppelin")
    qtbot.waitUntil(found._nothing.isVisible)
    assert found._nothing.text() == "Nothing found for ‘zeppelin’"
    qtbot.keyClick(found.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is before)


def test_a_session_is_left_only_by_its_end(qtbot, program):
    program.window.show_page("study")
    program.study.begin(None)
    qtbot.waitUntil(lambda: program.study.drawn is not None, timeout=10_000)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_K, CONTROL)
    assert program.window.findChildren(SearchEverything) == []
