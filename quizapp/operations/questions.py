"""Questions of the Library: look through them, edit them, mark, move and delete them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum
from uuid import uuid4

from quizapp.bank import Bank, Session, browsing, decks, edits, questions, reviews
from quizapp.bank.browsing import Line
from quizapp.domain.day import day_of
from quizapp.domain.deed import Did
from quizapp.domain.question import (
    DeckId,
    Origin,
    Question,
    QuestionId,
    QuestionKind,
    StoredQuestion,
    once_edited,
)
from quizapp.domain.review import Rating
from quizapp.domain.strip import Band, band_of
from quizapp.domain.wanted import State, Wanted, folded
from quizapp.operations import twins
from quizapp.operations.study import Quote, quote_of
from quizapp.schedule.memory import HORIZON, recall_chance
from quizapp.settings import Settings


class Column(StrEnum):
    """What a table of questions is sorted by; None is each article's own order."""

    KIND = "kind"
    QUESTION = "question"
    ANSWER = "answer"
    MEMORY = "memory"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class Shown:
    """A question in the table."""

    id: QuestionId
    deck: DeckId
    kind: QuestionKind
    prompt: str
    answer: str
    band: Band
    due: datetime | None
    """None: never asked."""
    overdue: bool
    """Due today or earlier."""
    set_aside: bool
    flagged: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What was looked for, and what there is to choose from."""

    shown: tuple[Shown, ...]
    due: int
    decks: tuple[tuple[DeckId, str], ...]
    """Every deck of the Library with its title, the newest first."""
    tags: tuple[str, ...]
    any_at_all: bool
    """Whether the Library holds a question."""


@dataclass(frozen=True, slots=True)
class Details:
    """A question with all that is known of it."""

    stored: StoredQuestion
    deck: DeckId
    set_aside: bool
    flagged: bool
    has_article: bool
    """Whether there are sentences it may have come from."""
    quote: Quote | None
    recall_chance: float | None
    """The chance of recall now, 0 to 1; None: never asked."""
    stability: timedelta | None
    answered: int
    lapses: int
    """How often it was forgotten after it had been known."""


def browse(
    bank: Bank,
    settings: Settings,
    wanted: Wanted,
    now: datetime,
    zone: tzinfo,
    by: Column | None = None,
    *,
    descending: bool = False,
) -> Found:
    """Return the questions that are wanted, near-duplicates group by group."""
    ends = day_of(now, zone, settings.day_starts_at).end
    with bank.read() as session:
        listed = decks.listing(session)
        lines = _lines(session, wanted, listed, ends)
        tags = tuple(browsing.tags(session))
        any_at_all = questions.any_in_library(session)
    if State.NEAR_DUPLICATE in wanted.states:
        lines = [line for group in twins.groups(lines) for line in group]
    shown = [_shown(line, now, ends) for line in lines]
    if by is not None:
        shown.sort(key=_SORTED[by], reverse=descending)
    return Found(
        shown=tuple(shown),
        due=sum(one.overdue for one in shown),
        decks=tuple((deck.id, deck.title) for deck in listed),
        tags=tags,
        any_at_all=any_at_all,
    )


def details(bank: Bank, question: QuestionId, now: datetime) -> Details | None:
    """Return a question with its source and its history; None where it is gone."""
    with bank.read() as session:
        if not questions.known(session, [question]):
            return None
        card = questions.card(session, question)
        given = reviews.of_question(session, question)
        aside, flagged = edits.marks(session, question)
        quote = quote_of(session, card.asked)
        own = decks.get(session, card.deck).article
    memory = card.memory
    known = [review for review in given if review.before is not None]
    return Details(
        stored=card.asked,
        deck=card.deck,
        set_aside=aside,
        flagged=flagged,
        has_article=own is not None or card.asked.source is not None,
        quote=quote,
        recall_chance=None if memory is None else recall_chance(memory, now),
        stability=None if memory is None else timedelta(days=memory.stability),
        answered=len(given),
        lapses=sum(review.rating is Rating.AGAIN for review in known),
    )


def edit(bank: Bank, question: QuestionId, words: Question) -> None:
    """Give a question other words; what is remembered of it stays. One that is gone stays so."""
    with bank.write(Did.EDITED) as session:
        if not questions.known(session, [question]):
            return
        stored = questions.get(session, question)
        origin = once_edited(stored.origin)
        questions.replace(session, replace(stored, question=words, origin=origin))


def write(bank: Bank, deck: DeckId, words: Question) -> QuestionId:
    """Add a question of the learner's own to the end of a deck."""
    stored = StoredQuestion(QuestionId(uuid4()), words, origin=Origin.WRITTEN)
    with bank.write(Did.ADDED) as session:
        questions.add(session, deck, [stored])
    return stored.id


def set_aside(bank: Bank, chosen: Sequence[QuestionId]) -> int:
    """Suspend questions until they are brought back; return how many were not already."""
    with bank.write(Did.SET_ASIDE) as session:
        return edits.set_aside(session, chosen, aside=True)


def bring_back(bank: Bank, chosen: Sequence[QuestionId]) -> int:
    """Put questions that were set aside in line again; return how many were."""
    with bank.write(Did.BROUGHT_BACK) as session:
        return edits.set_aside(session, chosen, aside=False)


def flag(bank: Bank, chosen: Sequence[QuestionId], *, flagged: bool) -> None:
    """Flag questions, or take the flag away."""
    with bank.write(Did.FLAGGED) as session:
        edits.flag(session, chosen, flagged=flagged)


def tag(bank: Bank, chosen: Sequence[QuestionId], name: str) -> int:
    """Give questions a tag; return how many did not have it. Raises ValueError for an empty one."""
    plain = " ".join(name.replace('"', "").split())
    if not plain:
        raise ValueError("a tag has a name")
    with bank.write(Did.TAGGED) as session:
        return edits.tag(session, chosen, plain)


def untag(bank: Bank, chosen: Sequence[QuestionId], name: str) -> int:
    """Take a tag from questions; return how many had it."""
    with bank.write(Did.TAGGED) as session:
        return edits.untag(session, chosen, name)


def move(bank: Bank, chosen: Sequence[QuestionId], deck: DeckId) -> int:
    """Put questions at the end of another deck; return how many came from another."""
    with bank.write(Did.MOVED) as session:
        return edits.move(session, chosen, deck)


def delete(bank: Bank, chosen: Sequence[QuestionId], now: datetime) -> int:
    """Delete questions; the answers once given still count. Return how many."""
    with bank.write(Did.DELETED) as session:
        return edits.delete(session, chosen, now)


def _lines(
    session: Session, wanted: Wanted, listed: Sequence[decks.Deck], today_ends: datetime
) -> list[Line]:
    found = browsing.lines(
        session,
        today_ends,
        words=wanted.words,
        without=wanted.without,
        decks=_named(wanted.deck, listed),
        kind=wanted.kind,
        states=wanted.states,
    )
    tags = {folded(tag) for tag in wanted.tags}
    left_out = {folded(tag) for tag in wanted.without_tags}
    return [line for line in found if _tagged(line, tags, left_out)]


def _tagged(line: Line, tags: set[str], left_out: set[str]) -> bool:
    there = {folded(tag) for tag in line.tags}
    return tags <= there and not left_out & there


def _named(title: str, listed: Sequence[decks.Deck]) -> list[DeckId] | None:
    """Return the decks of a title, else those whose titles hold it; None for no title."""
    if not title:
        return None
    sought = folded(title)
    titles = {deck.id: folded(deck.title) for deck in listed}
    exact = [deck for deck, other in titles.items() if other == sought]
    return exact or [deck for deck, other in titles.items() if sought in other]


def _shown(line: Line, now: datetime, today_ends: datetime) -> Shown:
    memory = line.memory
    band = Band.NEW if memory is None else band_of(recall_chance(memory, now + HORIZON))
    return Shown(
        id=line.id,
        deck=line.deck,
        kind=line.kind,
        prompt=line.prompt,
        answer=line.answer,
        band=band,
        due=None if memory is None else memory.due,
        overdue=memory is not None and memory.due < today_ends and not line.set_aside,
        set_aside=line.set_aside,
        flagged=line.flagged,
    )


def _by_due(shown: Shown) -> tuple[int, float]:
    """Sort by date, the new ones after all dates, those set aside last."""
    if shown.set_aside:
        return (2, 0.0)
    return (1, 0.0) if shown.due is None else (0, shown.due.timestamp())


_SORTED = {
    Column.KIND: lambda shown: shown.kind,
    Column.QUESTION: lambda shown: folded(shown.prompt),
    Column.ANSWER: lambda shown: folded(shown.answer),
    Column.MEMORY: lambda shown: shown.band,
    Column.DUE: _by_due,
}
