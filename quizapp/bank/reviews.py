"""What is remembered, and every answer ever given."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Select,
    String,
    bindparam,
    delete,
    func,
    insert,
    select,
    tuple_,
    type_coerce,
)
from sqlalchemy.dialects import sqlite
from sqlmodel import Session, col

from quizapp.bank import rows, statements
from quizapp.bank.tables import DeckRow, MemoryRow, QuestionRow, ReviewRow, WeightsRow
from quizapp.domain.question import DeckId, Origin, QuestionId
from quizapp.domain.review import Answered, Memory, Rating, Review
from quizapp.domain.source import Source

# Built once: building a statement takes longer than running it.
_MEMORY = select(*rows.MEMORY).where(col(MemoryRow.question_id) == bindparam("question"))
_WEIGHTS = select(col(WeightsRow.id)).where(col(WeightsRow.vector) == bindparam("weights"))
_SOURCES = (
    select(*rows.SOURCE)
    .join(ReviewRow, col(ReviewRow.question_id) == col(QuestionRow.id))
    .where(col(ReviewRow.at) >= bindparam("start"))
    .distinct()
)
_SENTENCE = tuple_(col(QuestionRow.article_id), col(QuestionRow.sentence_start))
_SOURCES_ON = _SOURCES.where(_SENTENCE.in_(bindparam("sentences", expanding=True)))
_KEEP = insert(ReviewRow)
_NEW_MEMORY = sqlite.insert(MemoryRow)
_REMEMBER = _NEW_MEMORY.on_conflict_do_update(
    index_elements=[col(MemoryRow.question_id)],
    set_={name: _NEW_MEMORY.excluded[name] for name in rows.MEMORY_NAMES},
)


def memory(session: Session, question: QuestionId) -> Memory | None:
    """Return what is remembered of a question; None: never asked."""
    found = statements.run(session, _MEMORY, {"question": question}).one_or_none()
    return None if found is None else rows.memory(*found)


def record(session: Session, review: Review) -> None:
    """Keep an answer and the memory it leaves."""
    weights = _weights_id(session, review.weights)
    statements.run(session, _KEEP, rows.review_columns(review, weights))
    _remember(session, review.question, review.after)


def undo_last(session: Session) -> Review | None:
    """Forget the last answer given here and restore the memory before it; None: there is none."""
    row = _newest(session)
    if row is None:
        return None
    review = rows.review(row, _weights(session, row.weights_id))
    if review.before is None:
        forgotten = col(MemoryRow.question_id) == review.question
        session.execute(delete(MemoryRow).where(forgotten))
    else:
        _remember(session, review.question, review.before)
    session.delete(row)
    return review


def newest(session: Session) -> Review | None:
    """Return the last answer given here; None where there is none."""
    row = _newest(session)
    return None if row is None else rows.review(row, _weights(session, row.weights_id))


def of_question(session: Session, question: QuestionId) -> Sequence[Review]:
    """Return the answers to a question, in their order."""
    query = select(ReviewRow).where(col(ReviewRow.question_id) == question)
    found = session.scalars(query.order_by(col(ReviewRow.id))).all()
    return [rows.review(row, _weights(session, row.weights_id)) for row in found]


def since(session: Session, start: datetime) -> Sequence[Review]:
    """Return the answers given from `start` on, in their order."""
    query = select(ReviewRow).where(col(ReviewRow.at) >= start).order_by(col(ReviewRow.id))
    found = session.scalars(query).all()
    weights = {
        number: _weights(session, number) for number in {row.weights_id for row in found}
    }
    return [rows.review(row, weights[row.weights_id]) for row in found]


def times(session: Session, start: datetime) -> Sequence[datetime]:
    """Return when each answer from `start` on was given."""
    query = select(col(ReviewRow.at)).where(col(ReviewRow.at) >= start)
    return session.scalars(query.order_by(col(ReviewRow.at))).all()


def answered(session: Session, start: datetime, deck: DeckId | None) -> list[Answered]:
    """Return the answers of a deck, or with None of all, from `start` on, the earliest first."""
    query = select(
        type_coerce(col(ReviewRow.question_id), String),
        col(ReviewRow.at),
        col(ReviewRow.rating) > Rating.AGAIN,
        col(ReviewRow.milliseconds),
        col(ReviewRow.before_due),
    ).where(col(ReviewRow.at) >= start)
    if deck is not None:
        query = query.join(QuestionRow, col(QuestionRow.id) == col(ReviewRow.question_id))
        query = query.where(col(QuestionRow.deck_id) == deck)
    found = session.execute(query.order_by(col(ReviewRow.at), col(ReviewRow.id)))
    return [
        Answered(question, at, recalled, timedelta(milliseconds=took), due)
        for question, at, recalled, took, due in found
    ]


def overdue(session: Session, start: datetime) -> list[tuple[datetime, datetime]]:
    """Return from when to when a question stood due, for each answer from `start` on."""
    query = select(col(ReviewRow.before_due), col(ReviewRow.at)).where(
        col(ReviewRow.at) >= start, col(ReviewRow.before_due) < col(ReviewRow.at)
    )
    return [(due, at) for due, at in session.execute(query)]


def first_time(session: Session) -> datetime | None:
    """Return when the first answer of all was given; None where there is none."""
    query = select(col(ReviewRow.at)).order_by(col(ReviewRow.at)).limit(1)
    return session.scalars(query).first()


def new_since(session: Session, start: datetime) -> int:
    """Return how many questions were asked for the first time from `start` on."""
    query = select(func.count()).where(
        col(ReviewRow.at) >= start, col(ReviewRow.before_stability).is_(None)
    )
    return session.scalars(query).one()


def sources_since(session: Session, start: datetime) -> list[Source]:
    """Return what the answers from `start` on were about."""
    return _sources(session, _SOURCES, {"start": start})


def sources_on(
    session: Session, sources: Collection[Source], start: datetime
) -> list[Source]:
    """Return those of `sources_since` that are on the sentences of `sources`."""
    sentences = [(source.article, source.sentence.start) for source in sources]
    if not sentences:
        return []
    return _sources(session, _SOURCES_ON, {"start": start, "sentences": sentences})


def median_seconds(session: Session, at_most: int) -> float | None:
    """Return the median time of the latest answers; None where there are none yet."""
    latest = select(col(ReviewRow.milliseconds)).order_by(col(ReviewRow.id).desc())
    taken = sorted(session.scalars(latest.limit(at_most)))
    return taken[len(taken) // 2] / 1000 if taken else None


def _newest(session: Session) -> ReviewRow | None:
    """Return the last answer that was given here.

    One that is older than the deck of its imported question came along with that.
    """
    came_along = (col(QuestionRow.origin) == Origin.IMPORTED) & (
        col(ReviewRow.at) < col(DeckRow.added)
    )
    query = (
        select(ReviewRow)
        .join(QuestionRow, col(QuestionRow.id) == col(ReviewRow.question_id))
        .join(DeckRow, col(DeckRow.id) == col(QuestionRow.deck_id))
        .where(~came_along)
    )
    return session.scalars(query.order_by(col(ReviewRow.id).desc()).limit(1)).first()


def _sources(
    session: Session, query: Select[*tuple[Any, ...]], given: dict[str, object]
) -> list[Source]:
    found = (rows.source(*place) for place in statements.run(session, query, given))
    return [source for source in found if source is not None]


def _remember(session: Session, question: QuestionId, memory: Memory) -> None:
    statements.run(session, _REMEMBER, rows.memory_columns(question, memory))


def _weights_id(session: Session, weights: tuple[float, ...]) -> int:
    found = statements.run(session, _WEIGHTS, {"weights": list(weights)}).scalar()
    if found is not None:
        return int(found)
    row = WeightsRow(vector=list(weights))
    session.add(row)
    session.flush()
    if row.id is None:
        raise AssertionError("SQLite gave no id")
    return row.id


def _weights(session: Session, number: int) -> tuple[float, ...]:
    return tuple(session.get_one(WeightsRow, number).vector)
