"""FSRS in our words: waits that grow, dates that do not depend on chance."""

import random
from datetime import timedelta

import fsrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.domain.review import Memory, Phase, Rating
from quizapp.schedule.memory import HORIZON, after, recall_chance, scheduler, waits
from tests.conftest import BERLIN, NOON, number

BY = scheduler(0.9)
DAY = timedelta(days=1)


@st.composite
def memories(draw: st.DrawFn) -> Memory:
    """Any memory that a person can come to, asked any time after its answer."""
    phase = draw(st.sampled_from(Phase))
    last = NOON - draw(st.timedeltas(timedelta(seconds=1), timedelta(days=800)))
    return Memory(
        stability=draw(st.floats(0.001, 2000.0)),
        difficulty=draw(st.floats(1.0, 10.0)),
        phase=phase,
        step=None if phase is Phase.REVIEW else draw(st.integers(0, 1)),
        due=last + draw(st.timedeltas(timedelta(minutes=1), timedelta(days=800))),
        last=last,
    )


ANY = st.none() | memories()
IDS = st.integers(1, 2**100).map(number)
RETENTION = st.sampled_from([0.70, 0.8, 0.9, 0.97])


def in_review(days: float, last_ago: float) -> Memory:
    last = NOON - last_ago * DAY
    return Memory(days, 5.0, Phase.REVIEW, None, last + days * DAY, last)


@given(IDS, ANY, RETENTION)
@settings(max_examples=150, deadline=None)
def test_a_better_rating_never_waits_less(question, memory, retention):
    again, hard, good, easy = waits(question, memory, NOON, scheduler(retention)).values()
    assert timedelta() < again <= hard <= good <= easy


@given(IDS, ANY, st.sampled_from(Rating))
@settings(max_examples=100, deadline=None)
def test_the_wait_on_the_button_is_the_wait_stored(question, memory, rating):
    shown = waits(question, memory, NOON, BY)[rating]
    random.seed(7)
    stored = after(question, memory, rating, NOON, BY)
    random.seed(8)
    assert after(question, memory, rating, NOON, BY) == stored
    assert stored.due - NOON == shown
    assert stored.last == NOON


def test_the_zone_of_now_changes_nothing():
    memory = in_review(10, 12)
    there = NOON.astimezone(BERLIN)
    assert after(number(1), memory, Rating.GOOD, there, BY) == after(
        number(1), memory, Rating.GOOD, NOON, BY
    )


def test_a_first_answer_begins_to_learn():
    new = {rating: after(number(1), None, rating, NOON, BY) for rating in Rating}
    assert new[Rating.AGAIN].due - NOON == timedelta(minutes=1)
    assert new[Rating.GOOD].due - NOON == timedelta(minutes=10)
    assert new[Rating.GOOD].phase is Phase.LEARNING
    assert new[Rating.EASY].phase is Phase.REVIEW
    assert new[Rating.EASY].due - NOON >= 2 * DAY


def test_a_forgotten_question_is_learned_again():
    lapsed = after(number(1), in_review(30, 30), Rating.AGAIN, NOON, BY)
    assert lapsed.phase is Phase.RELEARNING
    assert lapsed.due - NOON == timedelta(minutes=10)
    assert lapsed.stability < 30


def test_a_higher_aim_asks_sooner():
    waits_at = [
        waits(number(1), in_review(40, 40), NOON, scheduler(aim))[Rating.GOOD]
        for aim in (0.97, 0.90, 0.70)
    ]
    assert waits_at == sorted(waits_at)
    assert waits_at[0] < waits_at[-1]


def test_a_clock_set_back_does_no_harm():
    ahead = in_review(10, -3)
    again, hard, good, easy = waits(number(1), ahead, NOON, BY).values()
    assert timedelta() < again <= hard <= good <= easy
    assert recall_chance(ahead, NOON) == 1.0


@given(st.floats(0.01, 1000.0), st.integers(0, 1000))
@settings(max_examples=80, deadline=None)
def test_recall_agrees_with_fsrs_at_whole_days(stability, days):
    memory = in_review(stability, days)
    card = fsrs.Card(
        card_id=1,
        state=fsrs.State.Review,
        stability=stability,
        difficulty=5.0,
        due=memory.due,
        last_review=memory.last,
    )
    wanted = BY.get_card_retrievability(card, NOON)
    assert recall_chance(memory, NOON) == pytest.approx(wanted, rel=1e-9)


@given(
    memories(),
    st.timedeltas(timedelta(seconds=1), timedelta(days=500)),
    st.timedeltas(timedelta(), timedelta(days=500)),
)
@settings(max_examples=80, deadline=None)
def test_recall_falls_with_time(memory, longer, wait):
    at = memory.last + wait
    assert 0 < recall_chance(memory, at + longer) <= recall_chance(memory, at) <= 1


def test_recall_falls_within_the_day_too():
    memory = in_review(1, 0)
    chances = [recall_chance(memory, NOON + timedelta(hours=hours)) for hours in range(25)]
    assert chances == sorted(chances, reverse=True)
    assert len(set(chances)) == 25
    assert chances[0] == 1.0
    assert chances[24] == pytest.approx(0.9)


def test_a_stability_is_the_days_to_nine_in_ten():
    assert recall_chance(in_review(12.5, 0), NOON + 12.5 * DAY) == pytest.approx(0.9)
    assert timedelta(days=7) == HORIZON


def spread_by_fsrs(wait: timedelta) -> set[timedelta]:
    """Return what FSRS's own spread makes of a wait, over many draws of chance."""
    plain = fsrs.Scheduler(desired_retention=0.9)
    random.seed(3)
    return {
        plain._get_fuzzed_interval(interval=wait) for _ in range(max(400, 20 * wait.days))
    }


@pytest.mark.parametrize("stability", [0.6, 1.0, 2.4, 4.0, 9.0, 18.0, 40.0, 120.0])
def test_the_spread_stays_where_fsrs_would_spread(stability):
    memory = in_review(stability, stability)
    plain, _ = BY.review_card(
        fsrs.Card(
            card_id=1,
            state=fsrs.State.Review,
            stability=stability,
            difficulty=5.0,
            due=memory.due,
            last_review=memory.last,
        ),
        fsrs.Rating.Good,
        NOON,
    )
    allowed = spread_by_fsrs(plain.due - NOON)
    ours = {
        after(number(question), memory, Rating.GOOD, NOON, BY).due - NOON
        for question in range(1, 200)
    }
    assert ours <= allowed
    assert len(ours) >= min(len(allowed) - 1, 5)  # FSRS rounds past the end of its range


def test_what_was_learned_together_does_not_stay_together():
    memory = in_review(30, 30)
    dates = {
        after(number(one), memory, Rating.GOOD, NOON, BY).due.date() for one in range(1, 40)
    }
    assert len(dates) > 5


def test_minutes_are_not_spread():
    assert {
        after(number(one), None, Rating.GOOD, NOON, BY).due for one in range(1, 40)
    } == {NOON + timedelta(minutes=10)}
