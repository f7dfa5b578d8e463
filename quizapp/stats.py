"""Numbers from reviews: how well a text is known, and the run of study days."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from itertools import accumulate, takewhile
from statistics import fmean

from quizapp.domain.article import Span
from quizapp.domain.day import Day
from quizapp.domain.strip import Band, Segment, band_of

DAYS_OF_A_WEEK = 7


class DayState(StrEnum):
    """What became of a day."""

    DONE = "done"
    """The daily goal was met, or nothing was left due."""
    REST = "rest"
    """Not done, yet it keeps the count going: one a week."""
    MISSED = "missed"
    OPEN = "open"
    """Today, not yet done."""


@dataclass(frozen=True, slots=True)
class DayMark:
    """A day and what became of it."""

    date: date
    state: DayState


def strip(
    sentences: Sequence[Span], chances: Iterable[tuple[Span | None, float | None]]
) -> tuple[Segment, ...]:
    """Return a segment a sentence; `chances` has a pair for each question, None: not yet asked.

    A sentence's memory is the mean over its answered questions.
    """
    by_sentence: defaultdict[Span | None, list[float | None]] = defaultdict(list)
    for sentence, chance in chances:
        by_sentence[sentence].append(chance)
    return tuple(
        Segment(sentence.end - sentence.start, _band(by_sentence.get(sentence, ())))
        for sentence in sentences
    )


def known(chances: Sequence[float | None]) -> float:
    """Return how much of a text is known, 0 to 1: the mean memory, new questions counted as 0."""
    return fmean(chance or 0.0 for chance in chances) if chances else 0.0


def days_done(
    days: Sequence[Day],
    answers: Iterable[datetime],
    overdue: Collection[tuple[datetime, datetime]],
    goal: int,
) -> frozenset[date]:
    """Return the days on which something was answered and the goal met or nothing left due.

    `days` follow each other without a hole. `overdue` has a stretch for each time a question
    stood due: from its date to its answer.
    """
    starts = [day.start.astimezone(UTC) for day in days]
    ends = [day.end.astimezone(UTC) for day in days]
    given = Counter(bisect_right(starts, at) - 1 for at in answers)
    began = Counter(bisect_right(ends, due) for due, _ in overdue)
    ended = Counter(bisect_right(ends, at) for _, at in overdue)
    left = tuple(accumulate(began[number] - ended[number] for number in range(len(days))))
    return frozenset(
        day.date
        for number, day in enumerate(days)
        if given[number] >= goal or (given[number] and not left[number])
    )


def study_days(done: Collection[date], first: date, today: date) -> tuple[DayMark, ...]:
    """Return every day from the `first` to `today`: one missed day in any seven is rest.

    Rest keeps a run going: what follows a missed day is missed.
    """
    marks: list[DayMark] = []
    rested: date | None = None
    for number in range((today - first).days + 1):
        day = first + timedelta(days=number)
        if day in done:
            state = DayState.DONE
        elif day == today:
            state = DayState.OPEN
        elif _running(marks) and (rested is None or (day - rested).days >= DAYS_OF_A_WEEK):
            state, rested = DayState.REST, day
        else:
            state = DayState.MISSED
        marks.append(DayMark(day, state))
    return tuple(marks)


def streak(marks: Sequence[DayMark]) -> int:
    """Return how many study days stand in a row up to the last; rest days do not count."""
    run = takewhile(lambda mark: mark.state is not DayState.MISSED, reversed(marks))
    return sum(mark.state is DayState.DONE for mark in run)


def week(marks: Sequence[DayMark], today: date) -> tuple[DayMark, ...]:
    """Return the last seven days, those before the first day of study as missed."""
    states = {mark.date: mark.state for mark in marks}
    dates = [today - timedelta(days=ago) for ago in reversed(range(DAYS_OF_A_WEEK))]
    states.setdefault(today, DayState.OPEN)
    return tuple(DayMark(day, states.get(day, DayState.MISSED)) for day in dates)


def _running(marks: Sequence[DayMark]) -> bool:
    return bool(marks) and marks[-1].state is not DayState.MISSED


def _band(chances: Sequence[float | None]) -> Band:
    if not chances:
        return Band.NONE
    answered = [chance for chance in chances if chance is not None]
    return band_of(fmean(answered)) if answered else Band.NEW
