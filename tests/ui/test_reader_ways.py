"""The ways into the Reader and out of it, in the real window."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from quizapp import paths, settings
from quizapp.ui.parts.button import Button
from quizapp.ui.start import Program
from tests.ui.conftest import words_in

CONTROL = Qt.KeyboardModifier.ControlModifier
LONG = 90_000
"""Milliseconds for work in a child process on a busy machine."""


@pytest.fixture
def program(qtbot, start):
    """Return the program with its Library filled."""
    program = start()
    sees(qtbot, program, "Decks")
    return program


def press(qtbot, key: Qt.Key, held=Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget()
    assert target is not None, "the focus is nowhere"
    qtbot.keyClick(target, key, held)


def sees(qtbot, program: Program, words: str, timeout: int = 10_000) -> None:
    qtbot.waitUntil(lambda: words in words_in(program.window), timeout=timeout)


def click(qtbot, program: Program, words: str) -> None:
    (button,) = [
        b
        for b in program.window.findChildren(Button)
        if b.isVisible() and b.text() == words
    ]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_session_that_waits_behind_the_article_is_not_left_by_the_way(qtbot, program):
    window = program.window
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    sees(qtbot, program, "Who discovered oxygen?")
    press(qtbot, Qt.Key.Key_O)
    sees(qtbot, program, "Back to the question")
    assert not window.rail.isVisible()
    assert "Study this one" not in words_in(window)
    for key in (Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_N, Qt.Key.Key_K):
        press(qtbot, key, CONTROL)
        assert window.shown == "reader"
    press(qtbot, Qt.Key.Key_Escape)
    assert window.shown == "study"
    press(qtbot, Qt.Key.Key_Escape)
    assert window.rail.isVisible()
    press(qtbot, Qt.Key.Key_2, CONTROL)
    sees(qtbot, program, "Study this one")
    press(qtbot, Qt.Key.Key_1, CONTROL)
    assert window.shown == "library"


def test_an_answer_of_the_session_is_not_taken_back_behind_it(qtbot, program):
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    sees(qtbot, program, "Who discovered oxygen?")
    for _ in range(2):
        qtbot.wait(300)
        press(qtbot, Qt.Key.Key_Space)
    sees(qtbot, program, "Who named oxygen?")
    press(qtbot, Qt.Key.Key_O)
    sees(qtbot, program, "Back to the question")
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    sees(qtbot, program, "Rating undone")
    sees(qtbot, program, "Who discovered oxygen?")


def test_the_questions_of_the_article_are_a_click_away(qtbot, program):
    press(qtbot, Qt.Key.Key_2, CONTROL)
    sees(qtbot, program, "Study this one")
    click(qtbot, program, "Questions")
    assert program.window.shown == "questions"
    qtbot.waitUntil(lambda: program.questions.rows == 4)
    sees(qtbot, program, "4 questions, 0 due")
    qtbot.waitUntil(lambda: len(program.questions._table.chosen_ids()) == 1)


def test_whether_the_text_is_tinted_is_kept(qtbot, program, bank_path):
    press(qtbot, Qt.Key.Key_2, CONTROL)
    sees(qtbot, program, "Study this one")
    press(qtbot, Qt.Key.Key_M)
    assert not settings.load(paths.settings_path(bank_path)).memory_tint
    press(qtbot, Qt.Key.Key_M)
    assert settings.load(paths.settings_path(bank_path)).memory_tint


def test_a_text_without_questions_is_opened_where_they_are_written(qtbot, program):
    mime = QMimeData()
    mime.setText("This is so. That was so too.")
    program.window.dropped.emit(mime)
    sees(qtbot, program, "Deck name")
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    sees(qtbot, program, "This text is too short to ask about", LONG)
    click(qtbot, program, "Write questions by hand")
    sees(qtbot, program, "Added without questions")
    assert program.window.shown == "reader"
    sees(qtbot, program, "No question asks about this sentence yet.")
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    qtbot.keyClicks(QApplication.focusWidget(), "How is this?")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "so")
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    sees(qtbot, program, "1 question added")
    sees(qtbot, program, "Study this one")
