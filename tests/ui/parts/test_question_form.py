"""A question in the making, and how one stands beside its sentence."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from quizapp.domain.question import Flashcard, Gap, QuestionKind, StoredQuestion
from quizapp.domain.strip import Band
from quizapp.operations.by_hand import Form
from quizapp.operations.reader import Asked
from quizapp.ui.parts.question_form import QuestionForm
from quizapp.ui.parts.question_tile import shown_prompt, standing
from quizapp.ui.theme import Look
from tests.conftest import number

SENTENCE = "The dam of Velm is older than the harbour of Velm."


@pytest.fixture
def look(qapp):
    return Look("light", 100, still=True)


@pytest.fixture
def form(qtbot, look):
    """Return the form of a gap that is to be written."""
    made = QuestionForm(look, Form(QuestionKind.GAP), SENTENCE, 0, tied=True)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_gap_follows_the_answer_until_it_is_written_by_hand(qtbot, form):
    answer, prompt = form.findChild(QLineEdit), form.findChild(QPlainTextEdit)
    answer.setText("older")
    assert prompt.toPlainText() == "The dam of Velm is ____ than the harbour of Velm."
    answer.setText("harbour")
    assert prompt.toPlainText() == "The dam of Velm is older than the ____ of Velm."
    prompt.setPlainText("")
    qtbot.keyClicks(prompt, "Velm has a ____.")
    answer.setText("dam")
    assert form.question == Gap("Velm has a ", "dam", ".")


def test_only_what_is_whole_is_said_to_be_ready(form):
    told: list[bool] = []
    form.ready.connect(told.append)
    answer, prompt = form.findChild(QLineEdit), form.findChild(QPlainTextEdit)
    answer.setText("nowhere")
    assert (told[-1], form.question) == (False, None)
    answer.setText("dam")
    assert told[-1]
    prompt.setPlainText("No gap in it.")
    assert (told[-1], form.question) == (False, None)


def test_lines_pasted_into_a_question_become_one(qtbot, look):
    made = QuestionForm(look, Form(QuestionKind.FLASHCARD), SENTENCE, 0, tied=True)
    qtbot.addWidget(made)
    (prompt,), (answer, *_) = (
        made.findChildren(QPlainTextEdit),
        made.findChildren(QLineEdit),
    )
    prompt.setPlainText("What is\nolder?")
    answer.setText("dam")
    assert made.question == Flashcard("What is older?", "dam")


def test_enter_goes_from_the_question_to_the_answer_and_from_there_sends(qtbot, form):
    prompt, answer = form.findChild(QPlainTextEdit), form.findChild(QLineEdit)
    form.activateWindow()
    prompt.setFocus()
    qtbot.waitUntil(prompt.hasFocus)
    qtbot.keyClick(prompt, Qt.Key.Key_Return)
    assert answer.hasFocus()
    with qtbot.waitSignal(form.wanted, timeout=1000):
        qtbot.keyClick(answer, Qt.Key.Key_Return)


def test_a_long_gap_sentence_is_shown_from_near_its_gap():
    before = "After many years of quarrels about its place and price, it was dammed in "
    shown = "…its place and price, it was dammed in ____ at last."
    assert shown_prompt(Gap(before, "1911", " at last.")) == shown
    assert shown_prompt(Gap("In ", "1911", ".")) == "In ____."


@pytest.mark.parametrize(
    ("days", "aside", "words"),
    [
        (None, False, "new"),
        (0, False, "due today"),
        (1, False, "in 1 day"),
        (12, False, "in 12 days"),
        (12, True, "set aside"),
    ],
)
def test_a_question_says_when_it_comes(qapp, days, aside, words):
    stored = StoredQuestion(number(1), Flashcard("a", "b"))
    asked = Asked(stored, Band.NEW, days, set_aside=aside, flagged=False)
    assert standing(asked) == words
