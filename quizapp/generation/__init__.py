"""An article in, questions out: each tied to the very sentence it came from.

The language room's network is loaded when `generate` runs, never by importing this room.
"""

import random
from collections.abc import Iterator

from quizapp.domain.article import Article
from quizapp.domain.question import Draft
from quizapp.errors import NoQuestionFound, NotInEnglish, QuizError, TextTooShort
from quizapp.generation import (
    asking,
    attribution,
    clipped,
    foreign,
    gaps,
    hints,
    judging,
    lives,
    naming,
    prose,
    selection,
    soundness,
    straight,
    writing,
)
from quizapp.generation.asked import Asked
from quizapp.generation.distractors import lengths
from quizapp.generation.progress import Listener, Progress, Step
from quizapp.language import Analysis, analyse, clauses, participles
from quizapp.language.tongue import ENGLISH
from quizapp.language.tongue import of_text as languages_of
from quizapp.language.words import Sentence

__all__ = ["Progress", "Step", "generate", "languages_of"]

A_THOUSAND_WORDS = 75
"""Questions to a thousand words, where the reader names no number."""
AT_LEAST = 12
JUDGED_AT_ONCE = 64
FEWEST_WORDS = 8


def generate(
    article: Article,
    wanted: int | None,
    rng: random.Random,
    on_progress: Listener | None = None,
    pipeline: str = "",
) -> tuple[Draft, ...]:
    """Return questions on the article, best first; the same for the same text and seed.

    `wanted` None means a number that suits the length; `pipeline` names the spaCy pipeline to
    read with, empty: the shipped one. Sentences in other languages get gaps alone. Raises
    TextTooShort, NoQuestionFound, NotInEnglish, UnusablePipeline.
    """
    listener = on_progress or _nobody
    total = len(article.sentences)
    words = sum(prose.length(span.of(article.text)) for span in article.sentences)
    if words < FEWEST_WORDS:
        raise TextTooShort(total)
    listener(Progress(Step.READING, 0, total))
    analysis = analyse(
        article, lambda done: listener(Progress(Step.READING, done, total)), pipeline
    )
    asked = [one for one in _find(analysis, listener) if soundness.is_sound(analysis, one)]
    drafts = _write(article, analysis, asked, rng, listener)
    listener(Progress(Step.CHECKING, total, total))
    single = selection.without_twins(drafts)
    listener(Progress(Step.THINNING, total, total))
    found = lengths.balanced(selection.best_first(single))
    if not found:
        raise _nothing(article, total)
    count = (
        max(AT_LEAST, round(A_THOUSAND_WORDS * words / 1000)) if wanted is None else wanted
    )
    return hints.with_close(found[:count])


def _nothing(article: Article, sentences: int) -> QuizError:
    """Return why there is no question."""
    language = languages_of(article)[0]
    if language != ENGLISH:
        return NotInEnglish(language)
    return TextTooShort(sentences) if sentences < 3 else NoQuestionFound()


def _nobody(progress: Progress) -> None:
    """Hear nothing."""


def _find(analysis: Analysis, listener: Listener) -> list[Asked]:
    """Return all that can be asked, sound or not."""
    found: list[Asked] = []
    total = len(analysis.sentences)
    for sentence in analysis.sentences:
        listener(Progress(Step.FINDING, sentence.number + 1, total))
        if prose.is_broken(sentence):
            continue
        if sentence.language != ENGLISH:
            found.extend(foreign.gaps(sentence))
        elif sentence.words:
            found.extend(_asked_of(analysis, sentence))
    return found


def _asked_of(analysis: Analysis, sentence: Sentence) -> Iterator[Asked]:
    """Yield what one English sentence answers; a shouted one can only have gaps."""
    if attribution.is_only_judgement(sentence):
        return
    if not prose.is_shouted(sentence):
        for clause in (*clauses.of(sentence), *participles.of(sentence)):
            yield from asking.questions(analysis, clause)
            yield from straight.questions(analysis, clause)
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
    own = article.id
    for start in range(0, len(asked), JUDGED_AT_ONCE):
        some = asked[start : start + JUDGED_AT_ONCE]
        for one in judging.kept(some):
            written.extend(writing.drafts(analysis, one, own, rng))
        last = written[-1].question if written else None
        listener(Progress(Step.WRITING, some[-1].sentence.number + 1, total, last))
    return written
