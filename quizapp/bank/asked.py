"""A deck's questions with all that is known of each, for who reads its article."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import Session, col

from quizapp.bank import pictures, rows
from quizapp.bank.decks import in_library
from quizapp.bank.tables import DeckRow, MemoryRow, QuestionRow, ReviewRow
from quizapp.domain.question import DeckId, QuestionId, StoredQuestion
from quizapp.domain.review import Memory


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, what is remembered of it, and what the learner did to it."""

    stored: StoredQuestion
    memory: Memory | None
    """None: never asked."""
    set_aside: bool
    flagged: bool


def of_deck(session: Session, deck: DeckId) -> list[Asked]:
    """Return a deck's questions in their order, those set aside too."""
    query = (
        select(
            *rows.QUESTION,
            col(QuestionRow.set_aside),
            col(QuestionRow.flagged),
            *rows.MEMORY,
        )
        .join(MemoryRow, col(MemoryRow.question_id) == col(QuestionRow.id), isouter=True)
        .where(col(QuestionRow.deck_id) == deck)
        .order_by(col(QuestionRow.position))
    )
    found = session.execute(query).all()
    shown = pictures.of(session, found)
    return [
        Asked(
            rows.question(row, shown),
            rows.memory(*row[-len(rows.MEMORY) :]),
            row.set_aside,
            row.flagged,
        )
        for row in found
    ]


def flag(session: Session, question: QuestionId, *, flagged: bool) -> None:
    """Mark a question to be looked at again, or take the mark off."""
    row = session.get_one(QuestionRow, question)
    row.flagged = flagged
    session.add(row)


def last_deck(session: Session) -> DeckId | None:
    """Return the deck with an article whose question was answered last."""
    query = (
        select(col(QuestionRow.deck_id))
        .join(ReviewRow, col(ReviewRow.question_id) == col(QuestionRow.id))
        .join(DeckRow, col(DeckRow.id) == col(QuestionRow.deck_id))
        .where(in_library(), col(DeckRow.article_id).is_not(None))
        .order_by(col(ReviewRow.id).desc())
        .limit(1)
    )
    found = session.scalars(query).first()
    return None if found is None else DeckId(found)
