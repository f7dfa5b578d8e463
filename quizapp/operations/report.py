"""Report how studying goes: four numbers and five charts, for a deck or the whole Library."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import IntEnum

from quizapp import stats
from quizapp.bank import Bank, Session, decks, questions, reviews
from quizapp.domain.day import Day, day_of, day_on
from quizapp.domain.question import DeckId
from quizapp.operations.progress import day_marks, minutes_of, pace
from quizapp.schedule.memory import days_until
from quizapp.settings import Settings
from quizapp.stats import DayFigures, DayMark, DayState, WeekFigures

ENOUGH_DAYS = 3
"""Study days from which on charts say something."""
AHEAD = 14
"""Days of “Coming up”."""
LATELY = 7
"""Days of “Time”."""


class Reach(IntEnum):
    """How far back the charts go, in weeks; the present one is the last."""

    MONTH = 5
    HALF_YEAR = 26
    YEAR = 53


@dataclass(frozen=True, slots=True)
class StudyDay:
    """A square of “Study days”."""

    date: date
    answers: int
    took: timedelta
    step: int
    """0 to 4."""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything the Progress page shows."""

    today: date
    aim: float
    """The recall to aim for, 0 to 1."""
    recall: float | None
    """True recall, 0 to 1; None where nothing due was asked."""
    learned: int
    questions: int
    due_tomorrow: int
    minutes_tomorrow: int
    a_study_day: timedelta | None
    """Mean time of a study day; None where there is none."""
    streak: int
    enough: bool
    """There are enough study days for charts."""
    studied: int
    """Study days among `days`; of a single deck: days on which it was answered."""
    days: tuple[StudyDay, ...]
    """From a Monday to today."""
    weeks: tuple[WeekFigures, ...]
    coming: tuple[tuple[date, int], ...]
    """Due from tomorrow on, a pair a day."""
    lasting: tuple[int, ...]
    """By the stretches of `stats.LASTING_FROM`."""
    lately: tuple[StudyDay, ...]
    """The last seven days."""


@dataclass(frozen=True, slots=True)
class DeckName:
    """A deck of the Library to choose from."""

    id: DeckId
    title: str


@dataclass(frozen=True, slots=True)
class Load:
    """What the questions that have been answered ask of a day."""

    stabilities: tuple[float, ...]
    seconds: float
    """The learner's pace."""

    def minutes_a_day(self, aim: float) -> int:
        """Return how many minutes a day reviews take, where recall is to be `aim`.

        Each question comes once in the days that its memory holds so long, and never more
        than once a day.
        """
        reviews_a_day = sum(
            1 / max(1.0, days_until(aim, stability)) for stability in self.stabilities
        )
        return minutes_of(reviews_a_day, self.seconds)


def load(bank: Bank) -> Load:
    """Return what the Library's answered questions ask of a day."""
    with bank.read() as session:
        memories = (one.memory for one in questions.remembered(session, None))
        stabilities = tuple(one.stability for one in memories if one is not None)
        return Load(stabilities, pace(session))


def deck_names(bank: Bank) -> tuple[DeckName, ...]:
    """Return the decks of the Library by title."""
    with bank.read() as session:
        found = [DeckName(deck.id, deck.title) for deck in decks.listing(session)]
    return tuple(sorted(found, key=lambda deck: deck.title.casefold()))


def report(
    bank: Bank,
    settings: Settings,
    now: datetime,
    zone: tzinfo,
    deck: DeckId | None = None,
    reach: Reach = Reach.HALF_YEAR,
) -> Report:
    """Return the report of a deck, or with None of the Library."""
    day = day_of(now, zone, settings.day_starts_at)
    days = _days_to(day, reach, zone, settings)
    with bank.read() as session:
        answers = reviews.answered(session, days[0].start, deck)
        marks = day_marks(session, settings, now, zone)
        standing = _Standing.of(session, deck, _days_from(day, zone, settings))
        seconds = pace(session)
    figures = stats.by_day(days, answers)
    done = {mark.date for mark in marks if mark.state is DayState.DONE}
    drawn = tuple(_drawn(one, settings) for one in figures)
    return Report(
        today=day.date,
        aim=settings.desired_retention,
        recall=stats.true_recall(figures),
        learned=standing.learned,
        questions=standing.questions,
        due_tomorrow=standing.coming[0][1],
        minutes_tomorrow=minutes_of(standing.coming[0][1], seconds),
        a_study_day=stats.time_a_day(figures, done),
        streak=stats.streak(marks),
        enough=len(done) >= ENOUGH_DAYS,
        studied=_studied(figures, marks, deck),
        days=drawn,
        weeks=stats.by_week(figures),
        coming=standing.coming,
        lasting=standing.lasting,
        lately=drawn[-LATELY:],
    )


@dataclass(frozen=True, slots=True)
class _Standing:
    """How the questions stand now."""

    questions: int
    learned: int
    coming: tuple[tuple[date, int], ...]
    lasting: tuple[int, ...]

    @staticmethod
    def of(session: Session, deck: DeckId | None, ahead: Sequence[Day]) -> "_Standing":
        found = questions.remembered(session, deck)
        memories = [one.memory for one in found if one.memory is not None]
        counts = stats.coming_up(ahead, [memory.due for memory in memories])
        return _Standing(
            questions=len(found),
            learned=sum(memory.learned for memory in memories),
            coming=tuple(zip((day.date for day in ahead), counts, strict=True)),
            lasting=stats.lasting(memory.stability for memory in memories),
        )


def _days_to(today: Day, reach: Reach, zone: tzinfo, settings: Settings) -> list[Day]:
    """Return the days of so many weeks up to today, from a Monday on."""
    first = stats.monday_of(today.date) - timedelta(weeks=reach - 1)
    return [
        day_on(first + timedelta(days=number), zone, settings.day_starts_at)
        for number in range((today.date - first).days + 1)
    ]


def _days_from(today: Day, zone: tzinfo, settings: Settings) -> list[Day]:
    return [
        day_on(today.date + timedelta(days=number), zone, settings.day_starts_at)
        for number in range(1, AHEAD + 1)
    ]


def _drawn(figures: DayFigures, settings: Settings) -> StudyDay:
    return StudyDay(
        figures.date,
        figures.answers,
        figures.took,
        stats.step(figures.answers, settings.daily_goal),
    )


def _studied(
    figures: Sequence[DayFigures], marks: Sequence[DayMark], deck: DeckId | None
) -> int:
    if deck is not None:
        return sum(bool(day.answers) for day in figures)
    first = figures[0].date
    return sum(mark.state is DayState.DONE and mark.date >= first for mark in marks)
