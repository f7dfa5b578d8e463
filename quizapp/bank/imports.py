"""What an import meets: questions that the bank has."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from quizapp.bank import decks, questions, statements
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


def sentences(session: Session, wanted: Sequence[QuestionId]) -> dict[QuestionId, str]:
    """Return the sentence behind each of the questions that has one."""
    sources = {one.id: one.source for one in found(session, wanted)}
    named = {source.article for source in sources.values() if source is not None}
    articles = {id_: decks.article(session, id_) for id_ in named}
    return {
        question: source.sentence.of(article.text)
        for question, source in sources.items()
        if source is not None and (article := articles[source.article]) is not None
    }


def in_every_deck(session: Session) -> list[tuple[Question, str]]:
    """Return the words of every question of the Library with its deck's title."""
    query = select(QuestionRow.body, DeckRow.title).join(
        DeckRow, col(DeckRow.id) == col(QuestionRow.deck_id)
    )
    listed = session.exec(query.where(in_library()))
    return [(from_wire(dict(body)), title) for body, title in listed]
