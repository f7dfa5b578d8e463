"""Pictures: kept once by their bytes, and no longer than a question shows them."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row, delete, select
from sqlmodel import Session, col

from quizapp.bank import statements
from quizapp.bank.tables import PictureRow, QuestionRow
from quizapp.domain.picture import Picture


def keep(session: Session, picture: Picture | None) -> None:
    """Keep a picture, before the question that shows it; one that is there stays."""
    if picture is None:
        return
    there = select(col(PictureRow.id)).where(col(PictureRow.id) == picture.digest)
    if session.scalars(there).first() is None:
        session.add(PictureRow(id=picture.digest, data=picture.data))
        session.flush()


def of(session: Session, questions: Iterable[Row[*tuple[Any, ...]]]) -> dict[str, bytes]:
    """Return the pictures of the rows of questions by their ids, each but once."""
    wanted = sorted({row.picture_id for row in questions if row.picture_id is not None})
    found: dict[str, bytes] = {}
    for few in statements.few_at_once(wanted):
        query = select(col(PictureRow.id), col(PictureRow.data))
        found |= dict(session.execute(query.where(col(PictureRow.id).in_(few))).all())
    return found


def drop_unused(session: Session) -> None:
    """Let go of the pictures that no question shows any more."""
    shown = select(col(QuestionRow.picture_id)).where(
        col(QuestionRow.picture_id).is_not(None)
    )
    session.execute(delete(PictureRow).where(col(PictureRow.id).not_in(shown)))
