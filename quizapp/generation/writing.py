"""What is asked becomes a question of one of the four kinds."""

import random
from collections.abc import Iterator

from quizapp.domain.article import ArticleId
from quizapp.domain.question import Draft, Flashcard, Gap, Question, TypedAnswer
from quizapp.domain.source import Source
from quizapp.generation import choices, hints, variants, worth
from quizapp.generation.asked import Asked
from quizapp.language.words import NAMES, QUANTITIES, TIMES, Analysis

LONGEST_TYPED = 3
"""Words; a longer answer is not typed but judged by the learner."""


def drafts(
    analysis: Analysis, asked: Asked, article: ArticleId, rng: random.Random
) -> Iterator[Draft]:
    """Yield the question in each kind that suits it."""
    source = Source(article, asked.sentence.span, asked.span)
    marks = hints.of(asked)
    score = worth.of(analysis, asked)
    if asked.gap is not None:
        gap = Gap(*_around(asked), accepted=variants.of(analysis, asked))
        yield Draft(gap, source, score, marks)
        return
    choice = choices.choice(analysis, asked, rng)
    if choice is not None:
        yield Draft(choice, source, min(1.0, score * rng.uniform(0.95, 1.05)), marks)
    yield Draft(_recalled(analysis, asked, rng), source, score, marks)


def _around(asked: Asked) -> tuple[str, str, str]:
    before, after = asked.gap or ("", "")
    return before, asked.answer, after


def _recalled(analysis: Analysis, asked: Asked, rng: random.Random) -> Question:
    """Return a question to type where the answer is short and has one spelling, else a card."""
    short = len(asked.answer.split()) <= LONGEST_TYPED
    if short and asked.kind in NAMES | TIMES | QUANTITIES and rng.random() < 0.6:
        accepted = variants.of(analysis, asked)
        return TypedAnswer(asked.prompt, asked.answer, accepted)
    return Flashcard(asked.prompt, asked.answer)
