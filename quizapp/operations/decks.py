"""Decks of the Library: see them, rename them, remove them and bring them back."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from quizapp import stats
from quizapp.bank import Bank, Session, decks, questions
from quizapp.bank.questions import Remembered
from quizapp.domain.article import Article
from quizapp.domain.day import day_of
from quizapp.domain.deed import Did
from quizapp.domain.question import DeckId
from quizapp.domain.strip import Segment
from quizapp.domain.waiting import Counts
from quizapp.errors import NoSuchDeck
from quizapp.schedule.memory import HORIZON, recall_chance
from quizapp.settings import Settings


@dataclass(frozen=True, slots=True)
class DeckSummary:
    """A deck as the Library shows it."""

    id: DeckId
    title: str
    origin: str
    added: datetime
    counts: Counts
    sentences: int
    strip: tuple[Segment, ...]
    known: float
    """How much of the text is known, 0 to 1."""
    set_aside: int = 0
    """Questions suspended until they are brought back; `counts` leaves them out."""


def listing(
    bank: Bank, settings: Settings, now: datetime, zone: tzinfo
) -> tuple[DeckSummary, ...]:
    """Return the decks of the Library, most due first, then the newest."""
    ends = day_of(now, zone, settings.day_starts_at).end
    with bank.read() as session:
        by_deck: defaultdict[DeckId, list[Remembered]] = defaultdict(list)
        for remembered in questions.remembered(session, None):
            by_deck[remembered.deck].append(remembered)
        aside = questions.set_aside_counts(session)
        found = [
            replace(
                _summary(session, deck, by_deck[deck.id], ends, now),
                set_aside=aside.get(deck.id, 0),
            )
            for deck in decks.listing(session)
        ]
    return tuple(sorted(found, key=lambda summary: -summary.counts.due))


def named(bank: Bank, title: str) -> DeckId:
    """Return the deck with this title; raises `NoSuchDeck` where there is not exactly one."""
    with bank.read() as session:
        match decks.titled(session, title):
            case [deck]:
                return deck.id
            case others:
                raise NoSuchDeck(title, len(others))


def rename(bank: Bank, deck: DeckId, title: str) -> None:
    """Give a deck another title; raises ValueError for an empty one."""
    if not title.strip():
        raise ValueError("a deck has a title")
    with bank.write(Did.RENAMED) as session:
        decks.rename(session, deck, title.strip())


def remove(bank: Bank, deck: DeckId, now: datetime) -> None:
    """Take a deck out of the Library; `bring_back` undoes it, history and all."""
    with bank.write(Did.REMOVED) as session:
        decks.mark_removed(session, deck, now)


def bring_back(bank: Bank, deck: DeckId) -> None:
    """Put a removed deck back into the Library."""
    with bank.write(Did.BROUGHT_BACK) as session:
        decks.mark_removed(session, deck, None)


def bring_back_set_aside(bank: Bank, deck: DeckId) -> int:
    """Put all questions of a deck that were set aside in line again; return how many."""
    with bank.write(Did.BROUGHT_BACK) as session:
        return questions.bring_back_all(session, deck)


def chances(remembered: Sequence[Remembered], at: datetime) -> list[float | None]:
    """Return each question's memory: its chance of recall a week after `at`, None when new."""
    return [
        None if one.memory is None else recall_chance(one.memory, at + HORIZON)
        for one in remembered
    ]


def strip_of(
    article: Article | None, remembered: Sequence[Remembered], at: datetime
) -> tuple[Segment, ...]:
    """Return the strip of an article; empty for a deck that has none."""
    if article is None:
        return ()
    where = [one.sentence for one in remembered]
    return stats.strip(article.sentences, zip(where, chances(remembered, at), strict=True))


def _summary(
    session: Session,
    deck: decks.Deck,
    remembered: Sequence[Remembered],
    today_ends: datetime,
    now: datetime,
) -> DeckSummary:
    article = None if deck.article is None else decks.article(session, deck.article)
    return DeckSummary(
        id=deck.id,
        title=deck.title,
        origin="" if article is None else article.origin,
        added=deck.added,
        counts=_counts(remembered, today_ends),
        sentences=0 if article is None else len(article.sentences),
        strip=strip_of(article, remembered, now),
        known=stats.known(chances(remembered, now)),
    )


def _counts(remembered: Sequence[Remembered], today_ends: datetime) -> Counts:
    memories = [one.memory for one in remembered if one.memory is not None]
    return Counts(
        due=sum(memory.due < today_ends for memory in memories),
        new=len(remembered) - len(memories),
        learned=sum(memory.learned for memory in memories),
        total=len(remembered),
    )
