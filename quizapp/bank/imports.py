"""What an import changed, so that it can be taken back."""

from collections.abc import Sequence

from sqlmodel import Session, col, delete, select

from quizapp.bank import rows
from quizapp.bank.decks import in_library
from quizapp.bank.tables import DeckRow, QuestionRow
from quizapp.domain.question import QuestionId, StoredQuestion

_AT_ONCE = 500
"""Ids in one statement: SQLite allows some thousands."""


def found(session: Session, wanted: Sequence[QuestionId]) -> list[StoredQuestion]:
    """Return those of the questions that the bank has, as they stand."""
    return [
        rows.question(row)
        for few in _few(wanted)
        for row in session.exec(select(QuestionRow).where(col(QuestionRow.id).in_(few)))
    ]


def in_every_deck(session: Session) -> list[tuple[StoredQuestion, str]]:
    """Return every question of the Library with its deck's title."""
    query = select(QuestionRow, DeckRow.title).join(
        DeckRow, col(DeckRow.id) == col(QuestionRow.deck_id)
    )
    listed = session.exec(query.where(in_library()))
    return [(rows.question(row), title) for row, title in listed]


def erase(session: Session, unwanted: Sequence[QuestionId]) -> None:
    """Delete questions that an import added, and what was answered of them since."""
    for few in _few(unwanted):
        session.exec(delete(QuestionRow).where(col(QuestionRow.id).in_(few)))


def _few(questions: Sequence[QuestionId]) -> list[Sequence[QuestionId]]:
    return [
        questions[start : start + _AT_ONCE] for start in range(0, len(questions), _AT_ONCE)
    ]
