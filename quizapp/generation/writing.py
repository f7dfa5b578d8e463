"""What is asked becomes a question of one of the four kinds."""

import random
import re
from collections.abc import Iterator

from quizapp.domain.article import ArticleId
from quizapp.domain.question import Draft, Flashcard, Gap, Question, TypedAnswer
from quizapp.domain.source import Source
from quizapp.generation import choices, hints, variants, worth
from quizapp.generation.asked import Asked
from quizapp.language.words import NAMES, QUANTITIES, TIMES, Analysis

_LINE_BREAK = re.compile(r"\s*\n\s*")
CHOSEN = 0.9, 1.2
"""What multiple choice counts beside recall of the same fact: drawn, so that both get their turn."""
TYPED = 0.6
"""Share of the short answers that are typed, so that cards get their turn too."""
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
        yield Draft(choice, source, min(1.0, score * rng.uniform(*CHOSEN)), marks)
    yield Draft(_recalled(analysis, asked, rng), source, score, marks)


def _around(asked: Asked) -> tuple[str, str, str]:
    before, after = (_LINE_BREAK.sub(" ", text) for text in asked.gap or ("", ""))
    return before, asked.answer, after


def _recalled(analysis: Analysis, asked: Asked, rng: random.Random) -> Question:
    """Return a short name, time or amount mostly as a question to type, all else as a card."""
    short = len(asked.answer.split()) <= LONGEST_TYPED
    if short and asked.kind in NAMES | TIMES | QUANTITIES and rng.random() < TYPED:
        accepted = variants.of(analysis, asked)
        return TypedAnswer(asked.prompt, asked.answer, accepted)
    return Flashcard(asked.prompt, asked.answer)
