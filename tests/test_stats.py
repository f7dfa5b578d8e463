"""Numbers from reviews, against histories worked out by hand."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.domain.article import Span
from quizapp.domain.day import day_on
from quizapp.domain.strip import Band, Segment
from quizapp.stats import (
    DayMark,
    days_done,
    known,
    lasting,
    step,
    streak,
    strip,
    study_days,
    week,
)
from tests.conftest import BERLIN, NOON

Stretches = Sequence[tuple[datetime, datetime]]
FIRST = date(2026, 3, 1)
DAYS = [day_on(FIRST + timedelta(days=one), BERLIN, 4) for one in range(6)]


def on(day: int, hour: int = 12) -> datetime:
    return datetime(2026, 3, day, hour, tzinfo=NOON.tzinfo)


def test_a_sentence_is_as_strong_as_the_mean_of_its_answered_questions():
    one, two, three, four = (Span(start, start + 5) for start in (0, 10, 20, 30))
    segments = strip(
        [one, two, three, four],
        [(one, 0.99), (one, 0.75), (one, None), (two, None), (None, 0.1), (four, 0.4)],
    )
    bands = (Band.SOLID, Band.NEW, Band.NONE, Band.FADING)
    assert segments == tuple(Segment(5, band) for band in bands)


def test_a_text_is_known_by_the_mean_with_new_ones_as_nothing():
    assert known([0.9, None, 0.6, None]) == pytest.approx(0.375)
    assert known([None]) == 0.0
    assert known([]) == 0.0


def done(answers: Sequence[datetime], overdue: Stretches = (), goal: int = 3) -> list[int]:
    return sorted(day.day for day in days_done(DAYS, answers, overdue, goal))


def test_a_day_is_done_when_its_goal_is_met_or_nothing_is_left():
    assert done([on(2)] * 3, [(on(1), on(20))]) == [2]
    assert done([on(2)] * 2, [(on(1), on(20))]) == []
    assert done([on(2)]) == [2]
    assert done([]) == []


def test_what_stood_due_past_a_days_end_left_that_day_undone():
    answers = [on(1), on(2), on(3), on(4)]
    assert done(answers, [(on(2, 20), on(4, 10))]) == [1, 4]
    assert done(answers, [(on(2, 10), on(2, 20))]) == [1, 2, 3, 4]


def test_an_answer_after_midnight_belongs_to_the_evening_before():
    assert done([on(3, 2)]) == [2]  # 3 o'clock in Berlin
    assert done([on(3, 3)]) == [3]  # 4 o'clock


def plain(answers: Sequence[datetime], overdue: Stretches, goal: int) -> set[date]:
    """Return the same by the plainest reading of the rule."""
    found = set()
    for day in DAYS:
        given = sum(day.start <= at < day.end for at in answers)
        left = any(due < day.end <= at for due, at in overdue)
        if given >= goal or (given and not left):
            found.add(day.date)
    return found


MOMENTS = st.integers(0, 6 * 24 - 1).map(
    lambda hours: DAYS[0].start + timedelta(hours=hours)
)
UTC_MOMENTS = MOMENTS.map(lambda at: at.astimezone(NOON.tzinfo))


@given(
    st.lists(UTC_MOMENTS, max_size=12),
    st.lists(st.tuples(UTC_MOMENTS, UTC_MOMENTS).map(sorted).map(tuple), max_size=5),
    st.integers(1, 4),
)
@settings(max_examples=100, deadline=None)
def test_days_done_follow_the_rule_to_the_letter(answers, overdue, goal):
    assert days_done(DAYS, answers, overdue, goal) == plain(answers, overdue, goal)


def marks(picture: str) -> tuple[DayMark, ...]:
    """Return the marks of days drawn as x (done) and . (not), today at the end."""
    dates = [FIRST + timedelta(days=one) for one in range(len(picture))]
    return study_days(
        [day for day, sign in zip(dates, picture, strict=True) if sign == "x"],
        FIRST,
        dates[-1],
    )


@pytest.mark.parametrize(
    ("picture", "drawn", "run"),
    [
        ("x", "x", 1),
        (".", "o", 0),
        ("x.", "xo", 1),
        ("x.x", "xrx", 2),
        ("x..x", "xrmx", 1),
        (".x", "mx", 1),
        ("x.xxxx.x", "xrxxxxmx", 1),  # two within seven days
        ("x.xxxxx.x", "xrxxxxxmx", 1),
        ("x.xxxxxx.x", "xrxxxxxxrx", 8),
        ("xxxx.xxxxxx.xxx", "xxxxrxxxxxxrxxx", 13),
    ],
)
def test_one_missed_day_in_any_seven_is_rest(picture, drawn, run):
    signs = {"done": "x", "rest": "r", "missed": "m", "open": "o"}
    found = marks(picture)
    assert "".join(signs[mark.state.value] for mark in found) == drawn
    assert streak(found) == run


@given(st.text("x.", min_size=1, max_size=40))
@settings(max_examples=100, deadline=None)
def test_no_seven_days_hold_two_rest_days_and_every_study_day_stays(picture):
    states = [mark.state.value for mark in marks(picture)]
    for start in range(len(states)):
        assert states[start : start + 7].count("rest") <= 1
    assert [state == "done" for state in states] == [sign == "x" for sign in picture]


def test_the_week_ends_today_and_begins_before_the_first_day():
    shown = week(marks("xx"), FIRST + timedelta(days=1))
    assert [mark.date.day for mark in shown] == [24, 25, 26, 27, 28, 1, 2]
    assert [mark.state.value for mark in shown] == ["missed"] * 5 + ["done"] * 2


def test_a_days_answers_are_drawn_in_five_steps_of_the_goal():
    steps = [step(answers, 20) for answers in (0, 1, 9, 10, 19, 20, 39, 40, 500)]
    assert steps == [0, 1, 1, 2, 2, 3, 3, 4, 4]


def test_what_lasts_is_counted_from_the_day_each_stretch_begins():
    days = (0.1, 2.99, 3.0, 6.9, 7.0, 20.9, 21.0, 89.9, 90.0, 364.0, 365.0, 9999.0)
    assert lasting(days) == (2, 2, 2, 2, 2, 2)
    assert lasting(()) == (0,) * 6
