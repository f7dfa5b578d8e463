"""What is remembered, and every answer ever given."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlmodel import Session, col

from quizapp.bank import rows
from quizapp.bank.tables import MemoryRow, QuestionRow, ReviewRow, WeightsRow
from quizapp.domain.question import QuestionId
from quizapp.domain.review import Memory, Review
from quizapp.domain.source import Source


def memory(session: Session, question: QuestionId) -> Memory | None:
    """Return what is remembered of a question; None: never asked."""
    row = session.get(MemoryRow, question)
    return None if row is None else rows.memory(row)


def record(session: Session, review: Review) -> None:
    """Keep an answer and the memory it leaves."""
    session.add(rows.review_row(review, _weights_id(session, review.weights)))
    session.merge(rows.memory_row(review.question, review.after))
    session.flush()


def undo_last(session: Session) -> Review | None:
    """Forget the last answer and restore the memory before it; None where there is none."""
    row = session.scalars(
        select(ReviewRow).order_by(col(ReviewRow.id).desc()).limit(1)
    ).first()
    if row is None:
        return None
    review = rows.review(row, _weights(session, row.weights_id))
    if review.before is None:
        session.delete(session.get_one(MemoryRow, review.question))
    else:
        session.merge(rows.memory_row(review.question, review.before))
    session.delete(row)
    return review


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
    query = (
        select(
            col(QuestionRow.article_id),
            col(QuestionRow.sentence_start),
            col(QuestionRow.sentence_end),
            col(QuestionRow.answer_start),
            col(QuestionRow.answer_end),
        )
        .join(ReviewRow, col(ReviewRow.question_id) == col(QuestionRow.id))
        .where(col(ReviewRow.at) >= start)
        .distinct()
    )
    found = (rows.source(*place) for place in session.execute(query))
    return [source for source in found if source is not None]


def median_seconds(session: Session, at_most: int) -> float | None:
    """Return the median time of the latest answers; None where there are none yet."""
    latest = select(col(ReviewRow.milliseconds)).order_by(col(ReviewRow.id).desc())
    taken = sorted(session.scalars(latest.limit(at_most)))
    return taken[len(taken) // 2] / 1000 if taken else None


def _weights_id(session: Session, weights: tuple[float, ...]) -> int:
    found = session.scalars(
        select(col(WeightsRow.id)).where(col(WeightsRow.vector) == list(weights))
    ).first()
    if found is not None:
        return found
    row = WeightsRow(vector=list(weights))
    session.add(row)
    session.flush()
    if row.id is None:
        raise AssertionError("SQLite gave no id")
    return row.id


def _weights(session: Session, number: int) -> tuple[float, ...]:
    return tuple(session.get_one(WeightsRow, number).vector)
