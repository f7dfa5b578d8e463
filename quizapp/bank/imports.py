"""What an import meets: questions that the bank has."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from quizapp.bank import rows
from quizapp.bank.decks import DELETED, in_library
from quizapp.bank.tables import DeckRow, QuestionRow
from quizapp.domain.question import QuestionId, StoredQuestion

_AT_ONCE = 500
"""Ids in one statement: SQLite allows some thousands."""


def found(session: Session, wanted: Sequence[QuestionId]) -> list[StoredQuestion]:
    """Return those of the questions that the bank has and that were not deleted."""
    there = col(QuestionRow.deck_id) != DELETED
    return [
        rows.question(row)
        for few in _few(wanted)
        for row in session.exec(
            select(QuestionRow).where(there, col(QuestionRow.id).in_(few))
        )
    ]


def in_every_deck(session: Session) -> list[tuple[StoredQuestion, str]]:
    """Return every question of the Library with its deck's title."""
    query = select(QuestionRow, DeckRow.title).join(
        DeckRow, col(DeckRow.id) == col(QuestionRow.deck_id)
    )
    listed = session.exec(query.where(in_library()))
    return [(rows.question(row), title) for row, title in listed]


def _few(questions: Sequence[QuestionId]) -> list[Sequence[QuestionId]]:
    return [
        questions[start : start + _AT_ONCE] for start in range(0, len(questions), _AT_ONCE)
    ]
