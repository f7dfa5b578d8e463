"""Decks and the articles they came from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid5

from sqlalchemy import ColumnElement, String, bindparam, type_coerce
from sqlmodel import Session, col, delete, select

from quizapp.bank import pictures, rows, statements
from quizapp.bank.tables import ArticleRow, DeckRow, QuestionRow
from quizapp.domain.article import Article, ArticleId
from quizapp.domain.question import GENERATED, DeckId, QuestionId

DELETED = DeckId(uuid5(GENERATED, "deleted questions"))
"""The deck, never in the Library, of deleted questions: the answers once given still count."""

_ARTICLE = select(
    col(ArticleRow.title),
    col(ArticleRow.text),
    type_coerce(col(ArticleRow.passages), String),
    col(ArticleRow.origin),
).where(col(ArticleRow.id) == bindparam("article"))


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck in the Library, or taken out of it when `removed` is set."""

    id: DeckId
    title: str
    article: ArticleId | None
    added: datetime
    removed: datetime | None = None


def keep_article(session: Session, article: Article | None) -> None:
    """Add an article, where there is one, unless the bank has it."""
    if article is not None and session.get(ArticleRow, article.id) is None:
        session.add(rows.article_row(article))
        session.flush()


def add(session: Session, deck: Deck, article: Article | None) -> None:
    """Add a deck, and its article unless the bank has it."""
    keep_article(session, article)
    session.add(
        DeckRow(id=deck.id, title=deck.title, article_id=deck.article, added=deck.added)
    )
    session.flush()


def get(session: Session, deck: DeckId) -> Deck:
    """Return a deck, removed or not; raises NoResultFound where there is none."""
    return _deck(session.get_one(DeckRow, deck))


def known(session: Session, deck: DeckId) -> bool:
    """Tell whether there is such a deck, removed or not."""
    return session.get(DeckRow, deck) is not None


def none_ever(session: Session) -> bool:
    """Tell whether the bank has never held a deck."""
    return session.exec(select(DeckRow).limit(1)).first() is None


def of_article(session: Session, article: ArticleId) -> Deck | None:
    """Return the deck made from an article, removed or not."""
    row = session.exec(select(DeckRow).where(col(DeckRow.article_id) == article)).first()
    return None if row is None else _deck(row)


def of_question(session: Session, question: QuestionId) -> Deck:
    """Return the deck a question is in; raises NoResultFound where there is no such question."""
    query = select(DeckRow).join(QuestionRow, col(QuestionRow.deck_id) == col(DeckRow.id))
    return _deck(session.exec(query.where(col(QuestionRow.id) == question)).one())


def listing(session: Session) -> Sequence[Deck]:
    """Return the decks of the Library, the newest first."""
    query = select(DeckRow).where(in_library()).order_by(col(DeckRow.added).desc())
    return [_deck(row) for row in session.exec(query)]


def article(session: Session, article_id: ArticleId) -> Article | None:
    """Return an article with its text."""
    found = statements.run(session, _ARTICLE, {"article": article_id}).one_or_none()
    return None if found is None else rows.article(*found)


def rename(session: Session, deck: DeckId, title: str) -> None:
    """Give a deck another title; its article keeps its own."""
    row = session.get_one(DeckRow, deck)
    row.title = title
    session.add(row)


def give_article(session: Session, deck: DeckId, article: ArticleId) -> None:
    """Say what article a deck without one comes from; the bank has it already."""
    row = session.get_one(DeckRow, deck)
    row.article_id = row.article_id or article
    session.add(row)


def mark_removed(session: Session, deck: DeckId, when: datetime | None) -> None:
    """Take a deck out of the Library, or with None bring it back."""
    row = session.get_one(DeckRow, deck)
    row.removed = when
    session.add(row)


def erase(session: Session, deck: DeckId) -> None:
    """Delete a deck, its questions and their history, and its article if no other deck asks it."""
    row = session.get_one(DeckRow, deck)
    article_id = row.article_id
    session.exec(delete(QuestionRow).where(col(QuestionRow.deck_id) == deck))
    session.delete(row)
    session.flush()
    asked = select(QuestionRow.article_id).where(col(QuestionRow.article_id) == article_id)
    session.exec(
        delete(ArticleRow).where(col(ArticleRow.id) == article_id, ~asked.exists())
    )
    pictures.drop_unused(session)


def titled(session: Session, title: str) -> Sequence[Deck]:
    """Return the decks of the Library with this title, upper and lower case alike."""
    # SQLite's lower() knows ASCII alone.
    return [deck for deck in listing(session) if deck.title.casefold() == title.casefold()]


def in_library() -> ColumnElement[bool]:
    """Return the condition that a deck has not been removed."""
    return col(DeckRow.removed).is_(None)


def _deck(row: DeckRow) -> Deck:
    article_id = None if row.article_id is None else ArticleId(row.article_id)
    return Deck(DeckId(row.id), row.title, article_id, row.added, row.removed)
