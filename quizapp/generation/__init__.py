"""An article in, questions out: each tied to the very sentence it came from.

The language room's network is loaded when `generate` runs, never by importing this room.
"""

import random
import re

from quizapp.domain.article import Article
from quizapp.domain.question import Draft
from quizapp.errors import NoQuestionFound, TextTooShort
from quizapp.generation import (
    asking,
    attribution,
    gaps,
    naming,
    selection,
    soundness,
    writing,
)
from quizapp.generation.asked import Asked
from quizapp.generation.progress import Listener, Progress, Step
from quizapp.language import Analysis, analyse, clauses

__all__ = ["Progress", "Step", "generate"]

A_THOUSAND_WORDS = 40
"""Questions to a thousand words, where the reader names no number."""
AT_LEAST = 12
FEWEST_WORDS = 8
SHORTEST_LINE = 12
"""Characters."""


_CUT_FORMULA = re.compile(r"\w\n *[\d−+]")


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
    analysis = analyse(article, lambda done: listener(Progress(Step.READING, done, total)))
    asked = _find(analysis, listener)
    drafts = _write(article, analysis, asked, rng, listener)
    listener(Progress(Step.THINNING, total, total))
    found = selection.best_first(drafts)
    if not found:
        raise TextTooShort(total) if total < 3 else NoQuestionFound()
    count = (
        max(AT_LEAST, round(A_THOUSAND_WORDS * words / 1000)) if wanted is None else wanted
    )
    return tuple(found[:count])


def _nobody(progress: Progress) -> None:
    """Hear nothing."""


def _find(analysis: Analysis, listener: Listener) -> list[Asked]:
    """Return all that can be asked, sound or not."""
    found: list[Asked] = []
    total = len(analysis.sentences)
    for sentence in analysis.sentences:
        listener(Progress(Step.FINDING, sentence.number + 1, total))
        if (
            not sentence.words
            or _is_broken(sentence.text)
            or attribution.is_only_judgement(sentence)
        ):
            continue
        for clause in clauses.of(sentence):
            found.extend(asking.questions(analysis, clause))
        found.extend(naming.questions(analysis, sentence))
        found.extend(gaps.gaps(analysis, sentence))
    return found


def _is_broken(text: str) -> bool:
    """Tell whether a line of a few characters stands in a sentence: a formula that lost its shape."""
    lines = text.split("\n")
    short = any(len(line.strip()) < SHORTEST_LINE for line in lines[:-1])
    return short or bool(_CUT_FORMULA.search(text))


def _write(
    article: Article,
    analysis: Analysis,
    asked: list[Asked],
    rng: random.Random,
    listener: Listener,
) -> list[Draft]:
    """Return the drafts of all sound questions."""
    total = len(analysis.sentences)
    identity = article.id
    written: list[Draft] = []
    for one in asked:
        if not soundness.is_sound(analysis, one):
            continue
        written.extend(writing.drafts(analysis, one, identity, rng))
        done = one.sentence.number + 1
        last = written[-1].question if written else None
        listener(Progress(Step.WRITING, done, total, last))
    listener(Progress(Step.CHECKING, total, total))
    return written
