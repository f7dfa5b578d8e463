"""Change many questions at once: where they lie and how they are marked."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session, col

from quizapp.bank import decks, questions, statements
from quizapp.bank.tables import DeckRow, QuestionRow
from quizapp.domain.question import DeckId, QuestionId


def set_aside(session: Session, chosen: Sequence[QuestionId], *, aside: bool) -> int:
    """Suspend questions, or bring them back; return how many that changed."""
    changed = [row for row in _rows(session, chosen) if row.set_aside is not aside]
    for row in changed:
        row.set_aside = aside
    return len(changed)


def flag(session: Session, chosen: Sequence[QuestionId], *, flagged: bool) -> None:
    """Put a flag on questions, or take it away."""
    for row in _rows(session, chosen):
        row.flagged = flagged


def tag(session: Session, chosen: Sequence[QuestionId], name: str) -> int:
    """Give questions a tag; return how many did not have it."""
    changed = [row for row in _rows(session, chosen) if name not in row.tags]
    for row in changed:
        row.tags = [*row.tags, name]
    return len(changed)


def untag(session: Session, chosen: Sequence[QuestionId], name: str) -> int:
    """Take a tag from questions; return how many had it."""
    changed = [row for row in _rows(session, chosen) if name in row.tags]
    for row in changed:
        row.tags = [other for other in row.tags if other != name]
    return len(changed)


def move(session: Session, chosen: Sequence[QuestionId], deck: DeckId) -> int:
    """Put questions at the end of a deck in the order given; return how many came from others."""
    found = {QuestionId(row.id): row for row in _rows(session, chosen)}
    there = [found[question] for question in chosen if question in found]
    coming = [row for row in there if row.deck_id != deck]
    start = questions.next_position(session, deck)
    for position, row in enumerate(coming, start=start):
        row.deck_id, row.position = deck, position
    return len(coming)


def delete(session: Session, chosen: Sequence[QuestionId], now: datetime) -> int:
    """Take questions out of every deck and return how many; answers once given still count."""
    if session.get(DeckRow, decks.DELETED) is None:
        session.add(DeckRow(id=decks.DELETED, title="", added=now, removed=now))
        session.flush()
    return move(session, chosen, decks.DELETED)


def marks(session: Session, question: QuestionId) -> tuple[bool, bool]:
    """Tell whether a question is set aside, and whether it is flagged."""
    row = session.get_one(QuestionRow, question)
    return row.set_aside, row.flagged


def _rows(session: Session, chosen: Sequence[QuestionId]) -> Iterator[QuestionRow]:
    for few in statements.few_at_once(chosen):
        yield from session.scalars(select(QuestionRow).where(col(QuestionRow.id).in_(few)))
