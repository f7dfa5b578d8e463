"""The study day: where it begins, and when the clock changes."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.domain.day import day_of, day_on, days_between
from tests.conftest import BERLIN

ZONES = [UTC, *map(ZoneInfo, ("Europe/Berlin", "America/St_Johns", "Asia/Tehran"))]


def berlin(day: int, month: int, hour: int, minute: int = 0, fold: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=BERLIN, fold=fold)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (berlin(4, 3, 3, 59), 3),
        (berlin(4, 3, 4), 4),
        (berlin(4, 3, 23, 59), 4),
        (berlin(5, 3, 0, 30), 4),
        (berlin(5, 3, 4), 5),
    ],
)
def test_a_day_begins_at_the_chosen_hour(moment, day):
    assert day_of(moment, BERLIN, 4).date == date(2026, 3, day)
    assert day_of(moment.astimezone(UTC), BERLIN, 4) == day_of(moment, BERLIN, 4)


def test_a_day_may_begin_at_midnight():
    assert day_of(berlin(4, 3, 0), BERLIN, 0).date == date(2026, 3, 4)
    assert day_of(berlin(3, 3, 23, 59), BERLIN, 0).date == date(2026, 3, 3)


@pytest.mark.parametrize(
    ("day", "hours"),
    [(date(2026, 3, 28), 23), (date(2026, 3, 29), 24), (date(2026, 10, 24), 25)],
)
def test_the_day_before_a_change_of_the_clock_is_shorter_or_longer(day, hours):
    found = day_on(day, BERLIN, 4)
    assert found.end.astimezone(UTC) - found.start.astimezone(UTC) == timedelta(hours=hours)


def test_the_hour_that_comes_twice_belongs_to_the_evening_before():
    for fold in (0, 1):
        assert day_of(berlin(25, 10, 2, 30, fold=fold), BERLIN, 4).date == date(
            2026, 10, 24
        )


def test_the_hour_that_is_left_out_may_begin_a_day():
    found = day_on(date(2026, 3, 29), BERLIN, 2)
    assert found.start.astimezone(UTC) == datetime(2026, 3, 29, 1, tzinfo=UTC)


@given(
    st.datetimes(datetime(2025, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - hypothesis adds the zone
    st.sampled_from(ZONES),
    st.integers(0, 23),
)
@settings(max_examples=150, deadline=None)
def test_every_moment_lies_in_its_day_and_days_join(moment, zone, starts_at):
    day = day_of(moment, zone, starts_at)
    assert day.start.astimezone(UTC) <= moment < day.end.astimezone(UTC)
    assert day == day_on(day.date, zone, starts_at)
    assert day.end == day_on(day.date + timedelta(days=1), zone, starts_at).start


@pytest.mark.parametrize(
    ("earlier", "later", "days"),
    [
        (berlin(4, 3, 20), berlin(5, 3, 8), 1),
        (berlin(4, 3, 23), berlin(5, 3, 1), 0),
        (berlin(4, 3, 3, 59), berlin(4, 3, 4), 1),
        (berlin(28, 3, 12), berlin(30, 3, 4), 2),
    ],
)
def test_days_are_counted_by_their_borders_not_by_hours(earlier, later, days):
    assert days_between(earlier, later, BERLIN, 4) == days
