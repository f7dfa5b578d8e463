"""The tables as SQLModel sees them: storage only, no behaviour.

`migrations.py` makes them; a test holds the two together. Rows never leave the bank.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field, SQLModel


class ArticleRow(SQLModel, table=True):
    """A text; `passages` is the JSON of `domain.wire`."""

    __tablename__ = "articles"

    id: str = Field(primary_key=True, max_length=64)
    title: str
    text: str
    origin: str
    passages: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False))


class DeckRow(SQLModel, table=True):
    """A deck; `removed` is when it was taken out of the Library, to be brought back by undo."""

    __tablename__ = "decks"
    __table_args__ = (Index("decks_by_article", "article_id", unique=True),)

    id: UUID = Field(primary_key=True)
    title: str
    article_id: str | None = Field(default=None, foreign_key="articles.id", max_length=64)
    added: datetime
    removed: datetime | None = None


class PictureRow(SQLModel, table=True):
    """A picture, kept once however many questions show it; `id` is the SHA-256 of `data`."""

    __tablename__ = "pictures"

    id: str = Field(primary_key=True, max_length=64)
    data: bytes


class QuestionRow(SQLModel, table=True):
    """A question; `body` is the JSON of `domain.wire`, the four offsets are its source."""

    __tablename__ = "questions"
    __table_args__ = (Index("questions_in_order", "deck_id", "position"),)

    id: UUID = Field(primary_key=True)
    deck_id: UUID = Field(foreign_key="decks.id", ondelete="CASCADE")
    position: int
    kind: str
    body: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    origin: str
    tags: list[str] = Field(sa_column=Column(JSON, nullable=False))
    article_id: str | None = Field(default=None, foreign_key="articles.id", max_length=64)
    sentence_start: int | None = None
    sentence_end: int | None = None
    answer_start: int | None = None
    answer_end: int | None = None
    set_aside: bool = False
    flagged: bool = False
    picture_id: str | None = Field(default=None, foreign_key="pictures.id", max_length=64)
    picture_described: str | None = None


class MemoryRow(SQLModel, table=True):
    """What is remembered of a question that has been asked."""

    __tablename__ = "memories"
    __table_args__ = (Index("memories_by_due", "due"),)

    question_id: UUID = Field(
        primary_key=True, foreign_key="questions.id", ondelete="CASCADE"
    )
    stability: float
    difficulty: float
    phase: int
    step: int | None
    due: datetime
    last: datetime


class WeightsRow(SQLModel, table=True):
    """FSRS weights that were once in use, kept once however many reviews used them."""

    __tablename__ = "weights"

    id: int | None = Field(default=None, primary_key=True)
    vector: list[float] = Field(sa_column=Column(JSON, nullable=False, unique=True))


class ReviewRow(SQLModel, table=True):
    """One answer, with the memory before and after it."""

    __tablename__ = "reviews"
    __table_args__ = (
        Index("reviews_by_time", "at"),
        Index("reviews_by_question", "question_id"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    question_id: UUID = Field(foreign_key="questions.id", ondelete="CASCADE")
    kind: str
    at: datetime
    rating: int
    milliseconds: int
    hinted: bool
    scheduled_seconds: float
    elapsed_seconds: float | None
    before_stability: float | None
    before_difficulty: float | None
    before_phase: int | None
    before_step: int | None
    before_due: datetime | None
    before_last: datetime | None
    after_stability: float
    after_difficulty: float
    after_phase: int
    after_step: int | None
    after_due: datetime
    weights_id: int = Field(foreign_key="weights.id")
    desired_retention: float


class DraftRow(SQLModel, table=True):
    """An article whose questions wait to be reviewed; `proposals` is the JSON of `drafts`."""

    __tablename__ = "drafts"

    article_id: str = Field(primary_key=True, max_length=64)
    title: str
    written: datetime
    article_title: str
    text: str
    origin: str
    passages: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False))
    proposals: list[dict[str, Any]] = Field(sa_column=Column(JSON, nullable=False))
