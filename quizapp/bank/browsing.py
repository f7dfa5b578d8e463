"""Questions as a table shows them: found by conditions, a line each."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, select
from sqlmodel import Session, col

from quizapp.bank import rows, search
from quizapp.bank.decks import in_library
from quizapp.bank.tables import DeckRow, MemoryRow, QuestionRow
from quizapp.domain.question import DeckId, QuestionId, QuestionKind, prompt_of, solution
from quizapp.domain.review import LEARNED, Memory
from quizapp.domain.wanted import State
from quizapp.domain.wire import from_wire


@dataclass(frozen=True, slots=True)
class Line:
    """A question in a table."""

    id: QuestionId
    deck: DeckId
    deck_title: str
    kind: QuestionKind
    prompt: str
    answer: str
    tags: tuple[str, ...]
    memory: Memory | None
    set_aside: bool
    flagged: bool


_LINE = (
    col(QuestionRow.id),
    col(QuestionRow.deck_id),
    col(DeckRow.title),
    col(QuestionRow.kind),
    col(QuestionRow.body),
    col(QuestionRow.tags),
    col(QuestionRow.set_aside),
    col(QuestionRow.flagged),
    *rows.MEMORY,
)


def lines(
    session: Session,
    today_ends: datetime,
    *,
    words: Sequence[str] = (),
    without: Sequence[str] = (),
    decks: Collection[DeckId] | None = None,
    kind: QuestionKind | None = None,
    states: Sequence[State] = (),
) -> list[Line]:
    """Return the questions for which all holds: the newest deck first, in each its own order."""
    query = (
        select(*_LINE)
        .join(DeckRow, col(DeckRow.id) == col(QuestionRow.deck_id))
        .join(MemoryRow, col(MemoryRow.question_id) == col(QuestionRow.id), isouter=True)
        .where(in_library(), *(_stands(state, today_ends) for state in states))
        .order_by(col(DeckRow.added).desc(), col(DeckRow.id), col(QuestionRow.position))
    )
    if decks is not None:
        query = query.where(col(QuestionRow.deck_id).in_(decks))
    if kind is not None:
        query = query.where(col(QuestionRow.kind) == str(kind))
    found = search.matching(words)
    if found is not None:
        query = query.where(col(QuestionRow.id).in_(found))
    left_out = search.matching_any(without)
    if left_out is not None:
        query = query.where(col(QuestionRow.id).not_in(left_out))
    return [_line(row) for row in session.execute(query)]


def best(
    session: Session, words: Sequence[str], at_most: int, without: Sequence[str] = ()
) -> list[Line]:
    """Return the questions of the Library that match `words` closest, the closest first."""
    # Of the closest some may lie in decks that were removed.
    ids = [UUID(found) for found in search.best(session, words, 4 * at_most, without)]
    query = (
        select(*_LINE)
        .join(DeckRow, col(DeckRow.id) == col(QuestionRow.deck_id))
        .join(MemoryRow, col(MemoryRow.question_id) == col(QuestionRow.id), isouter=True)
        .where(in_library(), col(QuestionRow.id).in_(ids))
    )
    found = [_line(row) for row in session.execute(query)]
    return sorted(found, key=lambda line: ids.index(line.id))[:at_most]


def tags(session: Session) -> list[str]:
    """Return every tag in use, in the order of the alphabet."""
    query = select(col(QuestionRow.tags)).join(
        DeckRow, col(DeckRow.id) == col(QuestionRow.deck_id)
    )
    used = session.scalars(query.where(in_library()).distinct())
    return sorted({tag for few in used for tag in few}, key=str.casefold)


def _line(row: Row[*tuple[Any, ...]]) -> Line:
    number, deck, title, kind, body, tagged, aside, flagged, *memory = row
    question = from_wire(body)
    return Line(
        id=QuestionId(number),
        deck=DeckId(deck),
        deck_title=title,
        kind=QuestionKind(kind),
        prompt=prompt_of(question),
        answer=solution(question),
        tags=tuple(tagged),
        memory=rows.memory(*memory),
        set_aside=aside,
        flagged=flagged,
    )


def _stands(state: State, today_ends: datetime) -> ColumnElement[bool]:
    """Return the condition of a state; a question set aside is nothing else besides."""
    available = col(QuestionRow.set_aside).is_(False)
    stability = col(MemoryRow.stability)
    match state:
        case State.DUE:
            return available & (col(MemoryRow.due) < today_ends)
        case State.NEW:
            return available & stability.is_(None)
        case State.LEARNING:
            return available & (stability < LEARNED)
        case State.LEARNED:
            return available & (stability >= LEARNED)
        case State.FLAGGED:
            return col(QuestionRow.flagged).is_(True)
        case State.SET_ASIDE:
            return col(QuestionRow.set_aside).is_(True)
        case State.NEAR_DUPLICATE:
            return available
