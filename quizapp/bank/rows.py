"""Row to value and value to row: the only translator."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import Row
from sqlalchemy.orm import Mapped
from sqlmodel import col

from quizapp.bank.tables import ArticleRow, MemoryRow, QuestionRow, ReviewRow
from quizapp.domain.article import Article, ArticleId, Span
from quizapp.domain.picture import Picture
from quizapp.domain.question import (
    DeckId,
    Origin,
    QuestionId,
    QuestionKind,
    StoredQuestion,
    kind_of,
)
from quizapp.domain.review import Memory, Phase, Rating, Review
from quizapp.domain.source import Source
from quizapp.domain.wire import from_wire, passages_from_wire, passages_to_wire, to_wire

SOURCE: tuple[Mapped[Any], ...] = (
    col(QuestionRow.article_id),
    col(QuestionRow.sentence_start),
    col(QuestionRow.sentence_end),
    col(QuestionRow.answer_start),
    col(QuestionRow.answer_end),
)
"""The columns that `source` reads, in its order."""
QUESTION: tuple[Mapped[Any], ...] = (
    col(QuestionRow.id),
    col(QuestionRow.deck_id),
    col(QuestionRow.body),
    col(QuestionRow.origin),
    col(QuestionRow.tags),
    *SOURCE,
    col(QuestionRow.picture_id),
    col(QuestionRow.picture_described),
)
"""The columns that `question` reads, and the deck."""
MEMORY: tuple[Mapped[Any], ...] = (
    col(MemoryRow.stability),
    col(MemoryRow.difficulty),
    col(MemoryRow.phase),
    col(MemoryRow.step),
    col(MemoryRow.due),
    col(MemoryRow.last),
)
"""The columns that `memory` reads, in its order."""
MEMORY_NAMES = ("stability", "difficulty", "phase", "step", "due", "last")
TEXTS_KEPT = 4
"""Articles kept decoded: a session asks about the same few, one question after another."""


def article_row(article: Article) -> ArticleRow:
    """Return the row of an article."""
    return ArticleRow(
        id=article.id,
        title=article.title,
        text=article.text,
        origin=article.origin,
        passages=passages_to_wire(article),
    )


@lru_cache(maxsize=TEXTS_KEPT)
def article(title: str, text: str, passages: str, origin: str) -> Article:
    """Return the article of a row's columns, `passages` being JSON still."""
    return Article(title, text, passages_from_wire(json.loads(passages)), origin)


def question_row(stored: StoredQuestion, deck: DeckId, position: int) -> QuestionRow:
    """Return the row of a question at its place in a deck."""
    return QuestionRow(
        id=stored.id,
        deck_id=deck,
        position=position,
        kind=str(kind_of(stored.question)),
        body=to_wire(stored.question),
        origin=str(stored.origin),
        tags=list(stored.tags),
        **_source_columns(stored.source),
        **_picture_columns(stored.picture),
    )


def question(row: Row[*tuple[Any, ...]], shown: Mapping[str, bytes]) -> StoredQuestion:
    """Return the question of the columns `QUESTION`; `shown` are the pictures by their ids."""
    data = shown.get(row.picture_id)
    return StoredQuestion(
        id=QuestionId(row.id),
        question=from_wire(row.body),
        source=source(
            row.article_id,
            row.sentence_start,
            row.sentence_end,
            row.answer_start,
            row.answer_end,
        ),
        origin=Origin(row.origin),
        tags=tuple(row.tags),
        picture=None if data is None else Picture(data, row.picture_described),
    )


def source(article_id: str | None, *offsets: int | None) -> Source | None:
    """Return the source of four offsets: sentence start and end, answer start and end."""
    match (article_id, *offsets):
        case (str(), int(start), int(end), int(answer_start), int(answer_end)):
            sentence, answer = Span(start, end), Span(answer_start, answer_end)
            return Source(ArticleId(str(article_id)), sentence, answer)
        case _:
            return None


def memory_columns(question_id: QuestionId, memory: Memory) -> dict[str, Any]:
    """Return the columns of what is remembered."""
    columns = {name: getattr(memory, name) for name in MEMORY_NAMES}
    return {"question_id": question_id, **columns}


def memory(
    stability: float | None,
    difficulty: float,
    phase: int,
    step: int | None,
    *times: datetime,
) -> Memory | None:
    """Return what the columns remember; None where a join found no row."""
    if stability is None:
        return None
    return Memory(stability, difficulty, Phase(phase), step, *times)


def review_columns(review: Review, weights_id: int) -> dict[str, Any]:
    """Return the columns of an answer."""
    elapsed = review.elapsed
    return dict(
        question_id=review.question,
        kind=str(review.kind),
        at=review.at,
        rating=review.rating,
        milliseconds=round(review.took / timedelta(milliseconds=1)),
        hinted=review.hinted,
        scheduled_seconds=review.scheduled.total_seconds(),
        elapsed_seconds=None if elapsed is None else elapsed.total_seconds(),
        **_before_columns(review.before),
        after_stability=review.after.stability,
        after_difficulty=review.after.difficulty,
        after_phase=review.after.phase,
        after_step=review.after.step,
        after_due=review.after.due,
        weights_id=weights_id,
        desired_retention=review.desired_retention,
    )


def review(row: ReviewRow, weights: tuple[float, ...]) -> Review:
    """Return the answer of a row."""
    return Review(
        question=QuestionId(row.question_id),
        kind=QuestionKind(row.kind),
        at=row.at,
        rating=Rating(row.rating),
        took=timedelta(milliseconds=row.milliseconds),
        before=_before(row),
        after=Memory(
            row.after_stability,
            row.after_difficulty,
            Phase(row.after_phase),
            row.after_step,
            row.after_due,
            row.at,
        ),
        weights=weights,
        desired_retention=row.desired_retention,
        hinted=row.hinted,
    )


def _before(row: ReviewRow) -> Memory | None:
    match (row.before_stability, row.before_difficulty, row.before_phase):
        case (float(stability), float(difficulty), int(phase)):
            pass
        case _:
            return None
    if row.before_due is None or row.before_last is None:
        return None
    return Memory(
        stability,
        difficulty,
        Phase(phase),
        row.before_step,
        row.before_due,
        row.before_last,
    )


def _source_columns(source: Source | None) -> dict[str, Any]:
    if source is None:
        return {}
    return {
        "article_id": source.article,
        "sentence_start": source.sentence.start,
        "sentence_end": source.sentence.end,
        "answer_start": source.answer.start,
        "answer_end": source.answer.end,
    }


def _picture_columns(picture: Picture | None) -> dict[str, Any]:
    if picture is None:
        return {}
    return {"picture_id": picture.digest, "picture_described": picture.described}


def _before_columns(before: Memory | None) -> dict[str, Any]:
    return {f"before_{name}": getattr(before, name, None) for name in MEMORY_NAMES}
