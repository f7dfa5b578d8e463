"""Today and a session's summary, against figures worked out by hand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, tzinfo

import pytest

from quizapp.bank import Bank, reviews
from quizapp.domain.question import QuestionId
from quizapp.domain.review import Rating, Review
from quizapp.operations import decks, progress, study
from quizapp.operations.progress import SessionSummary, Today
from quizapp.schedule.memory import HORIZON, recall_chance
from quizapp.settings import Settings
from quizapp.stats import DayMark
from tests.conftest import BERLIN, NOON

SETTINGS = Settings()
SECOND, MINUTE, HOUR, DAY = (
    timedelta(**{unit: 1}) for unit in ("seconds", "minutes", "hours", "days")
)


def answer(
    bank: Bank,
    question: QuestionId,
    rating: Rating,
    now: datetime,
    took: timedelta = 10 * SECOND,
) -> Review:
    return study.answer(bank, SETTINGS, question, rating, now, took).review


def today(
    bank: Bank, now: datetime = NOON, settings: Settings = SETTINGS, zone: tzinfo = UTC
) -> Today:
    return progress.today(bank, settings, now, zone)


def summary(bank: Bank, now: datetime, since: datetime = NOON) -> SessionSummary:
    return progress.summary(bank, SETTINGS, since, now, UTC)


def states(marks: Sequence[DayMark]) -> list[str]:
    return [mark.state.value for mark in marks]


def test_an_empty_library_has_nothing_today(bank):
    found = today(bank)
    assert (found.date, found.due, found.new, found.minutes) == (date(2026, 3, 4), 0, 0, 0)
    assert (found.answered, found.goal, found.streak) == (0, 20, 0)
    assert found.next_due is None
    assert states(found.days) == ["missed"] * 6 + ["open"]
    assert found.days[-1].date == date(2026, 3, 4)


def test_today_counts_what_is_due_and_the_new_that_fit(bank, asked):
    assert (today(bank).due, today(bank).new) == (0, 5)
    assert today(bank, settings=replace(SETTINGS, new_a_day=2)).new == 2
    answer(bank, asked[0], Rating.AGAIN, NOON)
    found = today(bank, NOON + MINUTE, replace(SETTINGS, new_a_day=2))
    assert (found.due, found.new, found.answered) == (1, 1, 1)


def test_the_pace_is_the_learners_own(bank, asked):
    assert today(bank).minutes == round(5 * 20 / 60)
    for question, seconds in zip(asked[:3], (30, 60, 300), strict=True):
        answer(bank, question, Rating.EASY, NOON, seconds * SECOND)
    assert today(bank).minutes == 2  # two new ones, a minute each


def test_the_next_day_with_due_questions_is_named(bank, asked):
    first = answer(bank, asked[0], Rating.EASY, NOON).after.due
    found = today(bank).next_due
    assert found is not None
    assert (found.date, found.count, found.minutes) == (first.date(), 1, 1)
    for question in asked[1:]:
        answer(bank, question, Rating.EASY, NOON)
    due = sorted(first_due(bank, question) for question in asked)
    found = today(bank).next_due
    assert found is not None
    assert found.date == due[0].date()
    assert found.count == sum(one.date() == due[0].date() for one in due)


def first_due(bank: Bank, question: QuestionId) -> datetime:
    with bank.read() as session:
        memory = reviews.memory(session, question)
    assert memory is not None
    return memory.due


def test_what_is_due_tomorrow_is_not_due_today_where_the_learner_lives(bank, asked):
    answer(bank, asked[0], Rating.AGAIN, NOON - DAY)
    late = NOON.replace(hour=2, minute=30)  # 3:30 in Berlin: still yesterday's study day
    assert today(bank, late, zone=BERLIN).date == date(2026, 3, 3)
    assert today(bank, late, zone=BERLIN).answered == 1
    assert today(bank, late + HOUR, zone=BERLIN).date == date(2026, 3, 4)
    assert today(bank, late + HOUR, zone=BERLIN).answered == 0


def test_a_session_adds_up(bank, asked):
    """Two days ago two were met; today those two, one of them forgotten, and a new one."""
    kept = answer(bank, asked[0], Rating.EASY, NOON - 30 * DAY)
    lost = answer(bank, asked[1], Rating.EASY, NOON - 30 * DAY)
    answer(bank, asked[0], Rating.GOOD, NOON, 20 * SECOND)
    answer(bank, asked[1], Rating.AGAIN, NOON + MINUTE, 40 * SECOND)
    new = answer(bank, asked[2], Rating.HARD, NOON + 2 * MINUTE, 5 * SECOND)
    again = answer(bank, asked[1], Rating.AGAIN, NOON + 12 * MINUTE, 5 * SECOND)
    end = NOON + 13 * MINUTE
    found = summary(bank, end)
    assert (found.cards, found.took) == (4, 70 * SECOND)
    assert (found.due_asked, found.due_recalled, found.new_met) == (2, 1, 1)
    assert (found.learned, found.newly_learned) == (1, 1)
    assert (found.due_left, found.new_left) == (2, 2)
    assert kept.after.learned is lost.after.learned is False
    assert [(hard.asked.id, hard.again) for hard in found.hardest] == sorted(
        [(asked[1], 2), (asked[2], 0)],
        key=lambda one: recall_chance(
            (again if one[0] == asked[1] else new).after, end + HORIZON
        ),
    )
    assert found.hardest[0].due in {again.after.due, new.after.due}


def test_a_session_shows_what_it_changed_in_the_text(bank, deck, asked):
    before = decks.listing(bank, SETTINGS, NOON, UTC)[0]
    answer(bank, asked[0], Rating.EASY, NOON + MINUTE)
    answer(bank, asked[1], Rating.GOOD, NOON + MINUTE)
    end = NOON + 5 * MINUTE
    change = summary(bank, end).strip
    assert change is not None
    now = decks.listing(bank, SETTINGS, end, UTC)[0]
    assert change.deck_title == "The lake above Velm"
    assert (change.before, change.known_before) == (before.strip, before.known)
    assert (change.now, change.known_now) == (now.strip, now.known)
    assert change.known_now > change.known_before == 0.0


def test_only_what_came_since_counts(bank, asked):
    answer(bank, asked[0], Rating.AGAIN, NOON - MINUTE)
    assert summary(bank, NOON).cards == 0
    assert summary(bank, NOON).strip is None
    assert summary(bank, NOON).hardest == ()
    assert summary(bank, NOON, since=NOON - MINUTE).cards == 1


def test_at_most_three_are_the_hardest_and_none_when_all_went_well(bank, asked):
    for question in asked:
        answer(bank, question, Rating.GOOD, NOON)
    assert summary(bank, NOON).hardest == ()
    for question in asked:
        answer(bank, question, Rating.AGAIN, NOON + MINUTE)
    assert len(summary(bank, NOON + MINUTE).hardest) == 3


def study_on(bank: Bank, asked: Sequence[QuestionId], *days_ago: int) -> None:
    """Answer one question so often that the goal is met on each of these days."""
    for ago in days_ago:
        for number in range(3):
            answer(bank, asked[0], Rating.GOOD, NOON - ago * DAY + number * MINUTE)


@pytest.mark.parametrize(
    ("days_ago", "streak", "marks"),
    [
        ((0,), 1, "missed missed missed missed missed missed done"),
        ((2, 1, 0), 3, "missed missed missed missed done done done"),
        ((2, 1), 2, "missed missed missed missed done done open"),
        ((3, 2, 0), 3, "missed missed missed done done rest done"),
        ((4, 3, 0), 1, "missed missed done done rest missed done"),
        ((6, 4, 2, 0), 1, "done rest done missed done missed done"),
        ((9, 8, 7, 6, 5, 4, 2, 1, 0), 9, "done done done rest done done done"),
        ((10, 9, 7, 6, 5, 4, 3, 2, 0), 9, "done done done done done rest done"),
    ],
)
def test_study_days_in_a_row(bank, asked, days_ago, streak, marks):
    study_on(bank, asked, *days_ago)
    found = today(bank, NOON + HOUR, replace(SETTINGS, daily_goal=3))
    assert states(found.days) == marks.split()
    assert found.streak == streak


def test_a_day_with_nothing_left_due_is_done_below_the_goal(bank, asked):
    answer(bank, asked[0], Rating.EASY, NOON)
    assert today(bank).streak == 1
    answer(bank, asked[1], Rating.AGAIN, NOON)  # stands due in a minute
    assert today(bank).streak == 0
    answer(bank, asked[1], Rating.EASY, NOON + 2 * MINUTE)
    assert today(bank, NOON + 2 * MINUTE).streak == 1


def test_a_day_on_which_something_stayed_due_is_missed_also_later(bank, asked):
    answer(bank, asked[1], Rating.AGAIN, NOON - 2 * DAY)
    answer(bank, asked[1], Rating.EASY, NOON - DAY)
    found = today(bank)
    assert states(found.days)[-3:] == ["missed", "done", "open"]
    assert found.streak == 1
