"""See how it goes: today, and what a session changed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo

from quizapp import stats
from quizapp.bank import Bank, Session, decks, questions, reviews
from quizapp.domain.day import Day, day_of, day_on
from quizapp.domain.question import QuestionId, StoredQuestion
from quizapp.domain.review import Rating, Review
from quizapp.domain.strip import Band, Segment, band_of
from quizapp.operations.decks import chances, strip_of
from quizapp.operations.study import new_today
from quizapp.schedule.memory import HORIZON, recall_chance
from quizapp.settings import Settings
from quizapp.stats import DayMark

SECONDS_A_QUESTION = 20.0
"""Taken for a learner who has not answered yet."""
LEAST_SECONDS = 5.0
"""No question is promised to take less."""
LATEST = 200
"""Answers whose median time stands for the learner's pace."""
LOOKED_BACK = 400
"""Days a run of study days may be long; a longer one is shown as this."""
HARDEST = 3


@dataclass(frozen=True, slots=True)
class NextDue:
    """The next day with due questions after today."""

    date: date
    count: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Today:
    """The Library's Today card."""

    date: date
    due: int
    new: int
    """New questions the day's limit still allows."""
    minutes: int
    answered: int
    goal: int
    streak: int
    days: tuple[DayMark, ...]
    """The last seven, today at the end."""
    next_due: NextDue | None


@dataclass(frozen=True, slots=True)
class Hard:
    """A question that was hard in a session."""

    asked: StoredQuestion
    band: Band
    again: int
    """How often it was rated Again; 0: rated Hard."""
    due: datetime


@dataclass(frozen=True, slots=True)
class StripChange:
    """What a session changed in one text."""

    deck_title: str
    before: tuple[Segment, ...]
    now: tuple[Segment, ...]
    known_before: float
    """0 to 1."""
    known_now: float


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """What a session did."""

    cards: int
    took: timedelta
    due_asked: int
    due_recalled: int
    new_met: int
    newly_learned: int
    learned: int
    """Learned questions of the whole Library."""
    due_left: int
    new_today: int
    """New questions the day's limit still allows."""
    new_left: int
    """All questions not yet asked."""
    strip: StripChange | None
    hardest: tuple[Hard, ...]
    next_due: NextDue | None
    streak: int


def today(bank: Bank, settings: Settings, now: datetime, zone: tzinfo) -> Today:
    """Return what waits today and how the days went."""
    day = day_of(now, zone, settings.day_starts_at)
    with bank.read() as session:
        due = questions.due_count(session, None, day.end)
        new = len(new_today(session, settings, None, day))
        seconds = pace(session)
        answered = len(reviews.times(session, day.start))
        marks = day_marks(session, settings, now, zone)
        return Today(
            date=day.date,
            due=due,
            new=new,
            minutes=minutes_of(due + new, seconds),
            answered=answered,
            goal=settings.daily_goal,
            streak=stats.streak(marks),
            days=stats.week(marks, day.date),
            next_due=_next_due(session, settings, day, zone),
        )


def summary(
    bank: Bank, settings: Settings, since: datetime, now: datetime, zone: tzinfo
) -> SessionSummary:
    """Return what the answers from `since` on changed."""
    day = day_of(now, zone, settings.day_starts_at)
    with bank.read() as session:
        given = reviews.since(session, since)
        first: dict[QuestionId, Review] = {}
        last: dict[QuestionId, Review] = {}
        for review in given:
            first.setdefault(review.question, review)
            last[review.question] = review
        due = [review for review in first.values() if review.before is not None]
        counts = questions.counts(session, None, day.end)
        marks = day_marks(session, settings, now, zone)
        return SessionSummary(
            cards=len(given),
            took=sum((review.took for review in given), timedelta()),
            due_asked=len(due),
            due_recalled=sum(review.rating > Rating.AGAIN for review in due),
            new_met=len(first) - len(due),
            newly_learned=_newly_learned(first, last),
            learned=counts.learned,
            due_left=counts.due,
            new_today=len(new_today(session, settings, None, day)),
            new_left=counts.new,
            strip=_strip_change(session, first, since, now),
            hardest=_hardest(session, given, last, now),
            next_due=_next_due(session, settings, day, zone),
            streak=stats.streak(marks),
        )


def day_marks(
    session: Session, settings: Settings, now: datetime, zone: tzinfo
) -> tuple[DayMark, ...]:
    """Return what became of each day from the first answer on, as far as is looked back."""
    today_ = day_of(now, zone, settings.day_starts_at)
    first_time = reviews.first_time(session)
    if first_time is None or first_time >= today_.end:
        return ()
    first = max(
        day_of(first_time, zone, settings.day_starts_at).date,
        today_.date - timedelta(days=LOOKED_BACK),
    )
    days = [
        day_on(first + timedelta(days=number), zone, settings.day_starts_at)
        for number in range((today_.date - first).days + 1)
    ]
    standing = [(due, today_.end) for due in questions.dates_before(session, today_.end)]
    overdue = reviews.overdue(session, days[0].start) + standing
    done = stats.days_done(
        days, reviews.times(session, days[0].start), overdue, settings.daily_goal
    )
    return stats.study_days(done, first, today_.date)


def _next_due(
    session: Session, settings: Settings, day: Day, zone: tzinfo
) -> NextDue | None:
    dates = questions.dates_from(session, day.end)
    if not dates:
        return None
    next_day = day_of(dates[0], zone, settings.day_starts_at)
    count = sum(due < next_day.end for due in dates)
    return NextDue(next_day.date, count, minutes_of(count, pace(session)))


def pace(session: Session) -> float:
    """Return the seconds that the learner takes for a question."""
    seconds = reviews.median_seconds(session, LATEST)
    return SECONDS_A_QUESTION if seconds is None else max(LEAST_SECONDS, seconds)


def minutes_of(count: float, seconds: float) -> int:
    """Return the whole minutes that so many questions take, at so many seconds each."""
    return max(1, round(count * seconds / 60)) if count else 0


def _newly_learned(
    first: Mapping[QuestionId, Review], last: Mapping[QuestionId, Review]
) -> int:
    was = sum(
        review.before is not None and review.before.learned for review in first.values()
    )
    return sum(review.after.learned for review in last.values()) - was


def _strip_change(
    session: Session, first: Mapping[QuestionId, Review], since: datetime, now: datetime
) -> StripChange | None:
    """Return the change of the text that was studied most."""
    studied = Counter(decks.of_question(session, question) for question in first)
    if not studied:
        return None
    deck = studied.most_common(1)[0][0]
    article = None if deck.article is None else decks.article(session, deck.article)
    after = questions.remembered(session, deck.id)
    before = [
        replace(one, memory=first[one.question].before) if one.question in first else one
        for one in after
    ]
    return StripChange(
        deck_title=deck.title,
        before=strip_of(article, before, since),
        now=strip_of(article, after, now),
        known_before=stats.known(chances(before, since)),
        known_now=stats.known(chances(after, now)),
    )


def _hardest(
    session: Session,
    given: Sequence[Review],
    last: Mapping[QuestionId, Review],
    now: datetime,
) -> tuple[Hard, ...]:
    """Return those rated Again or Hard whose memory is lowest."""
    again = Counter(review.question for review in given if review.rating is Rating.AGAIN)
    hard = dict.fromkeys(r.question for r in given if r.rating <= Rating.HARD)

    def memory_of(question: QuestionId) -> float:
        return recall_chance(last[question].after, now + HORIZON)

    return tuple(
        Hard(
            asked=questions.get(session, question),
            band=band_of(memory_of(question)),
            again=again[question],
            due=last[question].after.due,
        )
        for question in sorted(hard, key=memory_of)[:HARDEST]
    )
