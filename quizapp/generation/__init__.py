"""An article in, questions out: each tied to the very sentence it came from.

The language room's network is loaded when `generate` runs, never by importing this room.
"""

import random
from collections.abc import Iterator

from quizapp.domain.article import Article
from quizapp.domain.question import Draft
from quizapp.errors import NoQuestionFound, TextTooShort
from quizapp.generation import (
    asking,
    attribution,
    clipped,
    gaps,
    hints,
    judging,
    lives,
    naming,
    prose,
    selection,
    soundness,
    writing,
)
from quizapp.generation.asked import Asked
from quizapp.generation.progress import Listener, Progress, Step
from quizapp.language import Analysis, analyse, clauses, participles
from quizapp.language.words import Sentence

__all__ = ["Progress", "Step", "generate"]

A_THOUSAND_WORDS = 60
"""Questions to a thousand words, where the reader names no number."""
AT_LEAST = 12
JUDGED_AT_ONCE = 64
FEWEST_WORDS = 8


def generate(
    article: Article,
    wanted: int | None,
    rng: random.Random,
    on_progress: Listener | None = None,
) -> tuple[Draft, ...]:
    """Return questions on the article, best first; the same for the same text and seed.

    `wanted` None means a number that suits the length. Raises TextTooShort, NoQuestionFound.
    """
    listener = on_progress or _nobody
    total = len(article.sentences)
    words = sum(len(span.of(article.text).split()) for span in article.sentences)
    if words < FEWEST_WORDS:
        raise TextTooShort(total)
    listener(Progress(Step.READING, 0, total))
    analysis = analyse(article, lambda done: listener(Progress(Step.READING, done, total)))
    asked = [one for one in _find(analysis, listener) if soundness.is_sound(analysis, one)]
    drafts = _write(article, analysis, asked, rng, listener)
    listener(Progress(Step.CHECKING, total, total))
    single = selection.without_twins(drafts)
    listener(Progress(Step.THINNING, total, total))
    found = selection.best_first(single)
    if not found:
        raise TextTooShort(total) if total < 3 else NoQuestionFound()
    count = (
        max(AT_LEAST, round(A_THOUSAND_WORDS * words / 1000)) if wanted is None else wanted
    )
    return hints.with_close(found[:count])


def _nobody(progress: Progress) -> None:
    """Hear nothing."""


def _find(analysis: Analysis, listener: Listener) -> list[Asked]:
    """Return all that can be asked, sound or not."""
    found: list[Asked] = []
    total = len(analysis.sentences)
    for sentence in analysis.sentences:
        listener(Progress(Step.FINDING, sentence.number + 1, total))
        if sentence.words and not prose.is_broken(sentence):
            found.extend(_asked_of(analysis, sentence))
    return found


def _asked_of(analysis: Analysis, sentence: Sentence) -> Iterator[Asked]:
    """Yield what one sentence answers; a shouted or foreign one can only have gaps."""
    if attribution.is_only_judgement(sentence):
        return
    if prose.is_english(analysis, sentence) and not prose.is_shouted(sentence):
        for clause in (*clauses.of(sentence), *participles.of(sentence)):
            yield from asking.questions(analysis, clause)
            yield from clipped.questions(analysis, clause)
        yield from naming.questions(analysis, sentence)
        yield from lives.questions(sentence)
    yield from gaps.gaps(analysis, sentence)


def _write(
    article: Article,
    analysis: Analysis,
    asked: list[Asked],
    rng: random.Random,
    listener: Listener,
) -> list[Draft]:
    """Return the drafts of all questions that are likely to be kept."""
    total = len(analysis.sentences)
    written: list[Draft] = []
    for start in range(0, len(asked), JUDGED_AT_ONCE):
        some = asked[start : start + JUDGED_AT_ONCE]
        for one in judging.kept(some):
            written.extend(writing.drafts(analysis, one, article.id, rng))
        last = written[-1].question if written else None
        listener(Progress(Step.WRITING, some[-1].sentence.number + 1, total, last))
    return written
