"""The study day: it begins at an hour the learner chose, on the learner's own clock."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo


@dataclass(frozen=True, slots=True)
class Day:
    """One study day as a stretch of time, half-open."""

    date: date
    start: datetime
    end: datetime


def day_of(moment: datetime, zone: tzinfo, starts_at: int) -> Day:
    """Return the study day that `moment` falls in.

    `starts_at` is the hour of the local clock; a day has 23 or 25 hours where the clock changes.
    """
    return day_on(
        (moment.astimezone(zone) - timedelta(hours=starts_at)).date(), zone, starts_at
    )


def day_on(date_: date, zone: tzinfo, starts_at: int) -> Day:
    """Return the study day of a date."""
    opening = time(starts_at)
    start = datetime.combine(date_, opening, zone)
    end = datetime.combine(date_ + timedelta(days=1), opening, zone)
    return Day(date_, start, end)


def days_between(earlier: datetime, later: datetime, zone: tzinfo, starts_at: int) -> int:
    """Return how many study days lie from one moment to another; 0 on the same day."""
    return (
        day_of(later, zone, starts_at).date - day_of(earlier, zone, starts_at).date
    ).days
