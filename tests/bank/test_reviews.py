"""Answers: what the bank tells of those given."""

from datetime import timedelta

from sqlmodel import func, select

from quizapp.bank import Bank, reviews
from quizapp.bank.tables import WeightsRow
from quizapp.domain.question import QuestionId
from quizapp.domain.review import Rating
from quizapp.operations import study
from quizapp.settings import Settings
from tests.conftest import NOON, lake_drafted

TOOK = timedelta(seconds=5)
SOURCES = [draft.source for draft in lake_drafted().drafts]


def answer(bank: Bank, question: QuestionId, now=NOON) -> None:
    study.answer(bank, Settings(), question, Rating.GOOD, now, TOOK)


def test_the_facts_asked_today_are_found_by_their_sentences(bank, asked):
    for question in asked[:3]:
        answer(bank, question)
    with bank.read() as session:
        assert set(reviews.sources_on(session, SOURCES[1:], NOON)) == set(SOURCES[1:3])
        assert reviews.sources_on(session, SOURCES[3:], NOON) == []
        assert reviews.sources_on(session, [], NOON) == []


def test_the_facts_asked_before_today_are_not(bank, asked):
    answer(bank, asked[0], NOON - timedelta(days=1))
    with bank.read() as session:
        assert reviews.sources_on(session, SOURCES, NOON) == []


def test_a_second_answer_replaces_the_memory_of_the_first(bank, asked):
    answer(bank, asked[0])
    answer(bank, asked[0], NOON + timedelta(minutes=10))
    with bank.read() as session:
        first, second = reviews.since(session, NOON)
        assert second.before == first.after
        assert reviews.memory(session, asked[0]) == second.after


def test_weights_are_kept_once_however_many_answers_used_them(bank, asked):
    for question in asked:
        answer(bank, question)
    with bank.read() as session:
        assert session.scalar(select(func.count()).select_from(WeightsRow)) == 1
