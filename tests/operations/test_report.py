"""The Progress page's figures, against histories worked out by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, tzinfo

import pytest

from quizapp.bank import Bank, questions
from quizapp.domain.question import DeckId, QuestionId
from quizapp.domain.review import Rating
from quizapp.operations import articles, decks, study
from quizapp.operations.report import Reach, Report, deck_names, report
from quizapp.settings import Settings
from tests.conftest import BERLIN, NOON, article_of, lake_drafted

SETTINGS = Settings(daily_goal=2)
MINUTE, HOUR, DAY = (timedelta(**{unit: 1}) for unit in ("minutes", "hours", "days"))


def answer(
    bank: Bank, question: QuestionId, rating: Rating, now: datetime, seconds: int = 10
) -> None:
    took = timedelta(seconds=seconds)
    study.answer(bank, SETTINGS, question, rating, now, took)


def found(
    bank: Bank,
    now: datetime = NOON,
    zone: tzinfo = UTC,
    deck: DeckId | None = None,
    settings: Settings = SETTINGS,
) -> Report:
    return report(bank, settings, now, zone, deck)


def test_an_empty_library_has_a_report_of_nothing(bank):
    told = found(bank)
    assert (told.recall, told.a_study_day) == (None, None)
    assert (told.learned, told.questions, told.due_tomorrow, told.streak) == (0, 0, 0, 0)
    assert not told.enough
    assert {day.step for day in told.days} == {0}
    assert told.lasting == (0,) * 6


@pytest.mark.parametrize(("reach", "weeks"), [(5, 5), (26, 26), (53, 53)])
def test_the_charts_go_back_so_many_weeks_from_a_monday_to_today(bank, reach, weeks):
    told = report(bank, SETTINGS, NOON, UTC, reach=Reach(reach))  # a Wednesday
    assert told.days[0].date == date(2026, 3, 2) - timedelta(weeks=weeks - 1)
    assert told.days[-1].date == told.today == date(2026, 3, 4)
    assert len(told.days) == (weeks - 1) * 7 + 3
    assert [week.monday.weekday() for week in told.weeks] == [0] * weeks
    assert [day.date for day in told.lately] == [
        date(2026, 2, 26) + timedelta(days=number) for number in range(7)
    ]


def test_true_recall_counts_the_first_answer_a_day_to_what_was_due(bank, asked):
    for question in asked[:3]:
        answer(bank, question, Rating.EASY, NOON - 60 * DAY)  # new: no test of memory
    answer(bank, asked[0], Rating.GOOD, NOON - 2 * DAY)
    answer(bank, asked[1], Rating.AGAIN, NOON - 2 * DAY)
    answer(bank, asked[1], Rating.GOOD, NOON - 2 * DAY + 10 * MINUTE)  # the same day
    answer(bank, asked[2], Rating.HARD, NOON - 8 * DAY)
    told = found(bank)
    assert told.recall == pytest.approx(2 / 3)
    weeks = {week.monday: (week.due, week.recalled) for week in told.weeks if week.due}
    assert weeks == {date(2026, 3, 2): (2, 1), date(2026, 2, 23): (1, 1)}


def test_what_is_asked_before_its_date_does_not_count(bank, asked):
    answer(bank, asked[0], Rating.EASY, NOON - 2 * DAY)
    answer(bank, asked[0], Rating.AGAIN, NOON - DAY)
    assert found(bank).recall is None


def test_a_deck_has_its_own_report(bank, asked, deck):
    drafted = lake_drafted()
    text = article_of("Elsewhere", *[("Nothing happened in the town of Velm in 1950.",)])
    other = articles.add_deck(bank, replace(drafted, article=text, drafts=()), None, NOON)
    answer(bank, asked[0], Rating.GOOD, NOON - DAY)
    assert found(bank, deck=deck).days == found(bank).days
    nothing = found(bank, deck=other)
    assert (nothing.questions, nothing.studied, nothing.lasting) == (0, 0, (0,) * 6)
    assert {day.answers for day in nothing.days} == {0}
    assert found(bank, deck=deck).studied == 1
    assert [name.title for name in deck_names(bank)] == ["Elsewhere", "The lake above Velm"]


def test_study_days_are_counted_and_three_are_enough(bank, asked):
    """Goal 2: met on two days, and on a third nothing was left due."""
    for ago in (9, 8):
        for question in asked[:2]:
            answer(bank, question, Rating.EASY, NOON - ago * DAY)
    assert found(bank).studied == 2
    assert not found(bank).enough
    answer(bank, asked[4], Rating.EASY, NOON - 6 * DAY)
    told = found(bank)
    assert (told.studied, told.enough) == (3, True)
    steps = {day.date: day.step for day in told.days if day.step}
    assert steps == {date(2026, 2, 23): 3, date(2026, 2, 24): 3, date(2026, 2, 26): 2}


def test_the_time_of_a_study_day_is_the_mean_over_those_days_alone(bank, asked):
    for question, seconds in zip(asked[:2], (60, 120), strict=True):
        answer(bank, question, Rating.AGAIN, NOON - 3 * DAY, seconds)
    for question, seconds in zip(asked[:2], (30, 30), strict=True):
        answer(bank, question, Rating.AGAIN, NOON - 2 * DAY, seconds)
    answer(bank, asked[0], Rating.AGAIN, NOON - DAY, 600)  # one of two: no study day
    told = found(bank)
    assert told.a_study_day == 2 * MINUTE
    assert [day.took.total_seconds() for day in told.lately] == [0, 0, 0, 180, 60, 600, 0]


def test_what_is_learned_and_what_lasts_come_from_the_memories(bank, asked):
    for question in asked[:2]:
        answer(bank, question, Rating.EASY, NOON - 90 * DAY)
    answer(bank, asked[0], Rating.EASY, NOON - 60 * DAY)
    answer(bank, asked[2], Rating.AGAIN, NOON - MINUTE)
    told = found(bank)
    with bank.read() as session:
        remembered = questions.remembered(session, None)
    days = sorted(one.memory.stability for one in remembered if one.memory is not None)
    assert [days[0] < 3, 7 <= days[1] < 21, 90 <= days[2] < 365] == [True] * 3
    assert told.lasting == (1, 0, 1, 0, 1, 0)
    assert (told.learned, told.questions) == (1, 5)


def test_what_comes_up_is_told_by_the_day_it_falls_on(bank, asked):
    answer(bank, asked[0], Rating.EASY, NOON)
    answer(bank, asked[1], Rating.EASY, NOON - 100 * DAY)  # due long ago: not to come
    with bank.read() as session:
        due = [one.memory.due for one in questions.remembered(session, None) if one.memory]
    (next_,) = [one for one in due if one > NOON]
    told = found(bank)
    assert [day for day, _ in told.coming] == [
        date(2026, 3, 5) + timedelta(days=number) for number in range(14)
    ]
    assert [day for day, count in told.coming if count] == [next_.date()]
    assert told.due_tomorrow == told.minutes_tomorrow == 0
    eve = next_ - DAY
    tomorrow = found(bank, eve)
    assert (tomorrow.due_tomorrow, tomorrow.minutes_tomorrow) == (1, 1)


def test_what_is_set_aside_or_removed_does_not_come_up(bank, asked, deck):
    answer(bank, asked[0], Rating.EASY, NOON)
    assert sum(count for _, count in found(bank).coming) == 1
    with bank.write() as session:
        questions.set_aside(session, asked[0], aside=True)
    assert sum(count for _, count in found(bank).coming) == 0
    decks.remove(bank, deck, NOON)
    told = found(bank)
    assert told.questions == 0
    assert sum(day.answers for day in told.days) == 1  # what was done stays done


@pytest.mark.parametrize(
    ("starts_at", "hour", "day"),
    [(4, 2, 3), (4, 3, 4), (0, 2, 4), (0, 22, 4), (0, 23, 5), (6, 4, 3), (6, 5, 4)],
)
def test_the_day_begins_where_the_learner_lives_and_when_they_say(
    bank, asked, starts_at, hour, day
):
    """4 March 2026 in UTC, an hour later in Berlin."""
    answer(bank, asked[0], Rating.GOOD, datetime(2026, 3, 4, hour, 30, tzinfo=UTC))
    settings = replace(SETTINGS, day_starts_at=starts_at)
    told = found(bank, NOON + 3 * DAY, BERLIN, settings=settings)
    assert [one.date for one in told.days if one.answers] == [date(2026, 3, day)]


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        # clocks go forward on Sunday 29 March 2026: 01:59 UTC is 03:59, 02:00 UTC is 04:00
        (datetime(2026, 3, 29, 1, 59, tzinfo=UTC), date(2026, 3, 28)),
        (datetime(2026, 3, 29, 2, 0, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 30, 1, 59, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 30, 2, 0, tzinfo=UTC), date(2026, 3, 30)),
        # and back on Sunday 25 October 2026: 02:59 UTC is 03:59, 03:00 UTC is 04:00
        (datetime(2026, 10, 25, 1, 59, tzinfo=UTC), date(2026, 10, 24)),
        (datetime(2026, 10, 25, 2, 59, tzinfo=UTC), date(2026, 10, 24)),
        (datetime(2026, 10, 25, 3, 0, tzinfo=UTC), date(2026, 10, 25)),
    ],
)
def test_the_day_begins_at_four_also_when_the_clocks_change(bank, asked, moment, day):
    answer(bank, asked[0], Rating.GOOD, moment)
    told = found(bank, moment + 2 * DAY, BERLIN)
    assert [one.date for one in told.days if one.answers] == [day]
    assert len({one.date for one in told.days}) == len(told.days)


def test_days_to_come_have_their_own_length_when_the_clocks_change(bank, asked):
    """Easy on 24 March comes back after the clocks go forward on the 29th."""
    begun = datetime(2026, 3, 24, 1, 30, tzinfo=UTC)  # 02:30 in Berlin: still the 23rd
    answer(bank, asked[0], Rating.EASY, begun)
    with bank.read() as session:
        (due,) = [
            one.memory.due for one in questions.remembered(session, None) if one.memory
        ]
    assert due.time() == begun.time()  # then 03:30 in Berlin: still the day before
    away = (due - begun).days
    assert away >= 6
    told = found(bank, begun, BERLIN)
    assert told.coming[away - 1] == (date(2026, 3, 23) + away * DAY, 1)
    early = found(bank, begun, BERLIN, settings=replace(SETTINGS, day_starts_at=3))
    assert early.coming[away] == (date(2026, 3, 24) + away * DAY, 1)


def test_a_clock_that_was_set_back_breaks_nothing(bank, asked):
    answer(bank, asked[0], Rating.GOOD, NOON)
    told = found(bank, NOON - 2 * DAY)
    assert (told.studied, told.streak, told.days[-1].answers) == (0, 0, 0)
