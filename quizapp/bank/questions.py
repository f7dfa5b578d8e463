"""Questions: kept, listed, and standing in line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from quizapp.bank import rows
from quizapp.bank.decks import in_library
from quizapp.bank.tables import DeckRow, MemoryRow, QuestionRow
from quizapp.domain.article import Span
from quizapp.domain.question import DeckId, QuestionId, StoredQuestion
from quizapp.domain.review import LEARNED, Memory, Phase
from quizapp.domain.waiting import Counts, Waiting

_SOURCE: tuple[Mapped[Any], ...] = (
    col(QuestionRow.id),
    col(QuestionRow.article_id),
    col(QuestionRow.sentence_start),
    col(QuestionRow.sentence_end),
    col(QuestionRow.answer_start),
    col(QuestionRow.answer_end),
)
_REMEMBERED = (
    col(MemoryRow.stability),
    col(MemoryRow.difficulty),
    col(MemoryRow.phase),
    col(MemoryRow.step),
    col(MemoryRow.due),
    col(MemoryRow.last),
)
_MEMORY = col(MemoryRow.question_id) == col(QuestionRow.id)
_DECK = col(DeckRow.id) == col(QuestionRow.deck_id)


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the strip and the figures need of a question, without its words."""

    question: QuestionId
    deck: DeckId
    sentence: Span | None
    memory: Memory | None


def add(session: Session, deck: DeckId, questions: Iterable[StoredQuestion]) -> None:
    """Add questions to the end of a deck, in their order."""
    last = session.scalars(
        select(func.max(col(QuestionRow.position))).where(col(QuestionRow.deck_id) == deck)
    ).one_or_none()
    start = 0 if last is None else last + 1
    session.add_all(
        rows.question_row(question, deck, position)
        for position, question in enumerate(questions, start=start)
    )
    session.flush()


def get(session: Session, question: QuestionId) -> StoredQuestion:
    """Return a question; raises NoResultFound where there is none."""
    return rows.question(session.get_one(QuestionRow, question))


def listing(session: Session, deck: DeckId) -> Sequence[StoredQuestion]:
    """Return a deck's questions in their order, those set aside too."""
    query = select(QuestionRow).where(col(QuestionRow.deck_id) == deck)
    return [
        rows.question(row)
        for row in session.scalars(query.order_by(col(QuestionRow.position)))
    ]


def known(session: Session, questions: Sequence[QuestionId]) -> frozenset[QuestionId]:
    """Return those of `questions` that the bank has."""
    return frozenset(
        question for question in questions if session.get(QuestionRow, question)
    )


def replace(session: Session, stored: StoredQuestion) -> None:
    """Put a question's new words in the place of its old ones; what the learner did stays."""
    row = session.get_one(QuestionRow, stored.id)
    new = rows.question_row(stored, DeckId(row.deck_id), row.position)
    new.set_aside, new.flagged = row.set_aside, row.flagged
    session.merge(new)


def set_aside(session: Session, question: QuestionId, *, aside: bool) -> None:
    """Suspend a question, or bring it back."""
    row = session.get_one(QuestionRow, question)
    row.set_aside = aside
    session.add(row)


def waiting(
    session: Session, deck: DeckId | None, today_ends: datetime, at_most: int
) -> list[Waiting]:
    """Return the questions asked before and due before `today_ends`, the earliest first.

    At most so many learning steps, and at most so many reviews.
    """
    in_review = col(MemoryRow.phase) == Phase.REVIEW
    query = (
        select(*_SOURCE, col(MemoryRow.phase), col(MemoryRow.due))
        .join(MemoryRow, _MEMORY)
        .join(DeckRow, _DECK)
        .where(col(MemoryRow.due) < today_ends, *_available(deck))
        .order_by(col(MemoryRow.due))
        .limit(at_most)
    )
    return [
        Waiting(QuestionId(found), rows.source(*place), Phase(phase), due)
        for group in (~in_review, in_review)
        for found, *place, phase, due in session.execute(query.where(group))
    ]


def fresh(session: Session, deck: DeckId | None) -> list[Waiting]:
    """Return the questions never asked, in their order, the newest deck first."""
    query = (
        select(*_SOURCE)
        .join(MemoryRow, _MEMORY, isouter=True)
        .join(DeckRow, _DECK)
        .where(col(MemoryRow.question_id).is_(None), *_available(deck))
        .order_by(col(DeckRow.added).desc(), col(QuestionRow.position))
    )
    return [
        Waiting(QuestionId(found), rows.source(*place), None, None)
        for found, *place in session.execute(query)
    ]


def still_new(session: Session, questions: Sequence[QuestionId]) -> list[QuestionId]:
    """Return those of `questions` that are in the Library, not set aside, and never asked."""
    query = (
        select(col(QuestionRow.id))
        .join(MemoryRow, _MEMORY, isouter=True)
        .join(DeckRow, _DECK)
        .where(col(QuestionRow.id).in_(questions), col(MemoryRow.question_id).is_(None))
        .where(*_available(None))
    )
    found = set(session.scalars(query))
    return [question for question in questions if question in found]


def counts(session: Session, deck: DeckId | None, today_ends: datetime) -> Counts:
    """Return how many wait in a deck, or with None in the Library."""
    query = (
        select(
            func.count(),
            func.count(col(MemoryRow.question_id)),
            func.count(case((col(MemoryRow.due) < today_ends, 1))),
            func.count(case((col(MemoryRow.stability) >= LEARNED, 1))),
        )
        .select_from(QuestionRow)
        .join(DeckRow, _DECK)
        .join(MemoryRow, _MEMORY, isouter=True)
        .where(*_available(deck))
    )
    total, asked, due, learned = session.execute(query).one()
    return Counts(due=due, new=total - asked, learned=learned, total=total)


def due_count(session: Session, deck: DeckId | None, today_ends: datetime) -> int:
    """Return how many questions asked before are due before `today_ends`."""
    query = (
        select(func.count())
        .select_from(MemoryRow)
        .join(QuestionRow, _MEMORY)
        .join(DeckRow, _DECK)
        .where(col(MemoryRow.due) < today_ends, *_available(deck))
    )
    return session.scalars(query).one()


def dates_before(session: Session, moment: datetime) -> list[datetime]:
    """Return the dates of the questions due before a moment."""
    return list(session.scalars(_dates().where(col(MemoryRow.due) < moment)))


def dates_from(session: Session, moment: datetime) -> list[datetime]:
    """Return the dates from a moment on, one a question, the earliest first."""
    return list(session.scalars(_dates().where(col(MemoryRow.due) >= moment)))


def remembered(session: Session, deck: DeckId | None) -> list[Remembered]:
    """Return the memory of every question of a deck, or with None of the Library."""
    query = (
        select(
            *_SOURCE[:1],
            col(QuestionRow.deck_id),
            *_SOURCE[2:4],
            *_REMEMBERED,
        )
        .join(DeckRow, _DECK)
        .join(MemoryRow, _MEMORY, isouter=True)
        .where(*_available(deck))
    )
    return [
        Remembered(
            QuestionId(question),
            DeckId(deck_id),
            None if start is None or end is None else Span(start, end),
            None if memory[0] is None else _memory(*memory),
        )
        for question, deck_id, start, end, *memory in session.execute(query)
    ]


def _dates() -> Select[datetime]:
    return (
        select(col(MemoryRow.due))
        .join(QuestionRow, _MEMORY)
        .join(DeckRow, _DECK)
        .where(*_available(None))
        .order_by(col(MemoryRow.due))
    )


def _available(deck: DeckId | None) -> list[ColumnElement[bool]]:
    here = [in_library(), col(QuestionRow.set_aside).is_(False)]
    return here if deck is None else [*here, col(QuestionRow.deck_id) == deck]


def _memory(
    stability: float, difficulty: float, phase: int, step: int | None, *times: datetime
) -> Memory:
    return Memory(stability, difficulty, Phase(phase), step, *times)
