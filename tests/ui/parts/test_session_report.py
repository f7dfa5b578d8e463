"""What a session's report says."""

from dataclasses import replace
from datetime import UTC, date, timedelta
from uuid import UUID

import pytest

from quizapp.domain.question import Flashcard, QuestionId, StoredQuestion
from quizapp.domain.strip import Band
from quizapp.operations.progress import Hard, NextDue, SessionSummary
from quizapp.settings import Settings
from quizapp.ui.parts.session_report import SessionReport, learned_in_words
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from tests.ui.conftest import NOON

ANSWER = "in the cellars below the town hall of Uppsala"
LONG_PROMPT = "Where, according to the article, did the chemist " + "who was so poor " * 8
SUMMARY = SessionSummary(
    cards=1,
    took=timedelta(seconds=30),
    due_asked=0,
    due_recalled=0,
    new_met=1,
    newly_learned=0,
    learned=0,
    due_left=0,
    new_today=0,
    new_left=0,
    strip=None,
    hardest=(),
    next_due=NextDue(date(2026, 11, 24), 1, 1),
    streak=0,
)


@pytest.fixture
def look(qapp):
    return Look("light", 100, still=True)


def report(qtbot, look: Look, prompt: str, width: int) -> SessionReport:
    question = StoredQuestion(QuestionId(UUID(int=1)), Flashcard(prompt, ANSWER), None)
    hard = Hard(question, Band.FADING, 1, NOON + timedelta(days=1))
    summary = replace(SUMMARY, hardest=(hard,))
    made = SessionReport(look, Settings(), summary, NOON, UTC)
    qtbot.addWidget(made)
    made.resize(width, 1600)
    made.show()
    assert made.width() == width
    return made


def text(report: SessionReport, words: str) -> Text:
    return next(t for t in report.findChildren(Text) if t.text() == words)


def test_an_answer_takes_the_room_that_a_short_question_leaves(qtbot, look):
    shown = report(qtbot, look, "Where?", 820)
    answer = text(shown, ANSWER)
    assert answer.width() >= answer.sizeHint().width()


def test_a_long_question_leaves_its_answer_some_room(qtbot, look):
    shown = report(qtbot, look, LONG_PROMPT, 820)
    assert text(shown, ANSWER).width() >= 108


def test_very_large_text_has_question_and_answer_in_lines_of_their_own(qtbot, look):
    look.choose("light", 200, still=True)
    shown = report(qtbot, look, LONG_PROMPT, 700)
    prompt, answer = text(shown, LONG_PROMPT), text(shown, ANSWER)
    assert prompt.height() >= prompt.heightForWidth(prompt.width())
    assert answer.height() >= answer.heightForWidth(answer.width())
    assert answer.y() > prompt.geometry().bottom()


@pytest.mark.parametrize(
    ("newly", "learned", "told"),
    [
        (0, 0, ("0", "learned so far")),
        (2, 5, ("+2", "now learned, 5 in all")),
        (-1, 4, ("−1", "now learned, 4 in all")),
    ],
)
def test_what_is_learned_is_told_plainly(newly, learned, told):
    summary = replace(SUMMARY, newly_learned=newly, learned=learned)
    assert learned_in_words(summary) == told
