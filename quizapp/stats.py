"""Numbers from reviews: how well a text is known, the run of study days, and the charts."""

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
from quizapp.domain.review import Answered
from quizapp.domain.strip import Band, Segment, band_of

DAYS_OF_A_WEEK = 7
LASTING_FROM = (0.0, 3.0, 7.0, 21.0, 90.0, 365.0)
"""Days of stability at which each bar of “How long it lasts” begins."""


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


@dataclass(frozen=True, slots=True)
class DayFigures:
    """What was done on one study day."""

    date: date
    answers: int
    took: timedelta
    due: int
    """Due questions that were asked."""
    recalled: int
    """Those of them rated Hard, Good or Easy."""


@dataclass(frozen=True, slots=True)
class WeekFigures:
    """The due questions asked in one week; it begins on a Monday."""

    monday: date
    due: int
    recalled: int


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


def by_day(days: Sequence[Day], answers: Iterable[Answered]) -> tuple[DayFigures, ...]:
    """Return the figures of each day; `days` follow each other, answers outside are left out.

    A question counts as due by its first answer of a day, and where it had been answered
    before: what comes back in ten minutes is no test of memory.
    """
    starts = [day.start.astimezone(UTC) for day in days]
    given: defaultdict[int, list[Answered]] = defaultdict(list)
    for answer in answers:
        number = bisect_right(starts, answer.at) - 1
        if number >= 0 and answer.at < days[number].end:
            given[number].append(answer)
    return tuple(_figures(day, given[number]) for number, day in enumerate(days))


def by_week(days: Iterable[DayFigures]) -> tuple[WeekFigures, ...]:
    """Return the figures of each week that the days touch, in their order."""
    due: defaultdict[date, int] = defaultdict(int)
    recalled: defaultdict[date, int] = defaultdict(int)
    for day in days:
        monday = monday_of(day.date)
        due[monday] += day.due
        recalled[monday] += day.recalled
    return tuple(WeekFigures(monday, due[monday], recalled[monday]) for monday in due)


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def true_recall(days: Iterable[DayFigures | WeekFigures]) -> float | None:
    """Return the share of due questions that were recalled, 0 to 1; None where none was due."""
    counted = list(days)
    due = sum(one.due for one in counted)
    return sum(one.recalled for one in counted) / due if due else None


def time_a_day(days: Iterable[DayFigures], done: Collection[date]) -> timedelta | None:
    """Return the mean time of the days that are `done`; None where there is none."""
    times = [day.took for day in days if day.date in done]
    return sum(times, timedelta()) / len(times) if times else None


def coming_up(days: Sequence[Day], due: Iterable[datetime]) -> tuple[int, ...]:
    """Return how many dates fall on each day; `days` follow each other."""
    starts = [day.start.astimezone(UTC) for day in days]
    falls = Counter(bisect_right(starts, at) - 1 for at in due if at < days[-1].end)
    return tuple(falls[number] for number in range(len(days)))


def lasting(stabilities: Iterable[float]) -> tuple[int, ...]:
    """Return how many memories last so long, by the stretches that begin at `LASTING_FROM`."""
    found = Counter(bisect_right(LASTING_FROM, days) - 1 for days in stabilities)
    return tuple(found[number] for number in range(len(LASTING_FROM)))


def step(answers: int, goal: int) -> int:
    """Return the step, 0 to 4, that a day's answers are drawn in.

    1 is under half the goal, 2 under the goal, 3 the goal, 4 twice the goal or more.
    """
    if not answers:
        return 0
    return 1 + sum(answers >= goal * part for part in (0.5, 1, 2))


def _figures(day: Day, answers: Sequence[Answered]) -> DayFigures:
    first: dict[str, Answered] = {}
    for answer in answers:
        first.setdefault(answer.question, answer)
    due = [one for one in first.values() if one.was_due and one.was_due < day.end]
    return DayFigures(
        date=day.date,
        answers=len(answers),
        took=sum((answer.took for answer in answers), timedelta()),
        due=len(due),
        recalled=sum(one.recalled for one in due),
    )


def _running(marks: Sequence[DayMark]) -> bool:
    return bool(marks) and marks[-1].state is not DayState.MISSED


def _band(chances: Sequence[float | None]) -> Band:
    if not chances:
        return Band.NONE
    answered = [chance for chance in chances if chance is not None]
    return band_of(fmean(answered)) if answered else Band.NEW
