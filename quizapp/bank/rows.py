"""Row to value and value to row: the only translator."""

from datetime import timedelta
from typing import Any

from quizapp.bank.tables import ArticleRow, MemoryRow, QuestionRow, ReviewRow
from quizapp.domain.article import Article, ArticleId, Span
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


def article_row(article: Article) -> ArticleRow:
    """Return the row of an article."""
    return ArticleRow(
        id=article.id,
        title=article.title,
        text=article.text,
        origin=article.origin,
        passages=passages_to_wire(article),
    )


def article(row: ArticleRow) -> Article:
    """Return the article of a row."""
    return Article(row.title, row.text, passages_from_wire(row.passages), row.origin)


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
    )


def question(row: QuestionRow) -> StoredQuestion:
    """Return the question of a row."""
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
    )


def source(article_id: str | None, *offsets: int | None) -> Source | None:
    """Return the source of four offsets: sentence start and end, answer start and end."""
    match (article_id, *offsets):
        case (str(), int(start), int(end), int(answer_start), int(answer_end)):
            sentence, answer = Span(start, end), Span(answer_start, answer_end)
            return Source(ArticleId(str(article_id)), sentence, answer)
        case _:
            return None


def memory_row(question_id: QuestionId, memory: Memory) -> MemoryRow:
    """Return the row of what is remembered."""
    return MemoryRow(
        question_id=question_id,
        stability=memory.stability,
        difficulty=memory.difficulty,
        phase=memory.phase,
        step=memory.step,
        due=memory.due,
        last=memory.last,
    )


def memory(row: MemoryRow) -> Memory:
    """Return what a row remembers."""
    return Memory(
        row.stability, row.difficulty, Phase(row.phase), row.step, row.due, row.last
    )


def review_row(review: Review, weights_id: int) -> ReviewRow:
    """Return the row of an answer."""
    elapsed = review.elapsed
    return ReviewRow(
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


def _before_columns(before: Memory | None) -> dict[str, Any]:
    names = ("stability", "difficulty", "phase", "step", "due", "last")
    return {f"before_{name}": getattr(before, name, None) for name in names}
