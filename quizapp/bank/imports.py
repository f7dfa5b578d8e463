"""What an import meets: questions that the bank has."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from quizapp.bank import questions, statements
from quizapp.bank.decks import in_library
from quizapp.bank.tables import DeckRow, QuestionRow
from quizapp.domain.question import Question, QuestionId, StoredQuestion
from quizapp.domain.wire import from_wire


def found(session: Session, wanted: Sequence[QuestionId]) -> list[StoredQuestion]:
    """Return those of the questions that the bank has and that were not deleted."""
    return [
        one
        for few in statements.few_at_once(wanted)
        for one in questions.having(session, few)
    ]


def in_every_deck(session: Session) -> list[tuple[Question, str]]:
    """Return the words of every question of the Library with its deck's title."""
    query = select(QuestionRow.body, DeckRow.title).join(
        DeckRow, col(DeckRow.id) == col(QuestionRow.deck_id)
    )
    listed = session.exec(query.where(in_library()))
    return [(from_wire(dict(body)), title) for body, title in listed]
