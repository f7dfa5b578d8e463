"""An article in, questions out: each tied to the very sentence it came from.

The language room's network is loaded when `generate` runs, never by importing this room.
"""

import random
from collections.abc import Collection, Iterator
from functools import partial

from quizapp.domain.article import Article
from quizapp.domain.question import Draft, QuestionKind, kind_of
from quizapp.errors import NoQuestionFound, NotInEnglish, QuizError, TextTooShort
from quizapp.generation import (
    finding,
    hints,
    judging,
    prose,
    selection,
    soundness,
    writing,
)
from quizapp.generation.asked import Asked
from quizapp.generation.distractors import lengths
from quizapp.generation.progress import Listener, Progress, Step
from quizapp.language import Analysis, analyse
from quizapp.language.tongue import ENGLISH
from quizapp.language.tongue import of_text as languages_of

__all__ = ["Progress", "Step", "generate", "languages_of", "usual_count"]

IN_A_THOUSAND_WORDS = 90
"""Questions to a thousand words, where the reader names no number."""
AT_LEAST = 12
"""Questions, however short the text."""
JUDGED_AT_ONCE = 64
"""Questions sent to the network together, between two reports of progress, or more."""
REPORTS = 20
"""Of the writing, about so many from a long text: each one counts all that is written."""
FEWEST_WORDS = 8
"""Words below which nothing is asked."""


def generate(
    article: Article,
    wanted: int | None,
    rng: random.Random,
    on_progress: Listener | None = None,
    pipeline: str = "",
    kinds: Collection[QuestionKind] = tuple(QuestionKind),
) -> tuple[Draft, ...]:
    """Return questions on the article, best first; the same for the same text and seed.

    `wanted` None means a number that suits the length; `pipeline` names the spaCy pipeline to
    read with, empty: the shipped one; only questions of `kinds` are returned. Sentences in other
    languages get gaps alone. A listener that has had enough while questions are written ends the
    writing. Raises TextTooShort, NoQuestionFound, NotInEnglish, UnusablePipeline.
    """
    listener = on_progress or _nobody
    total = len(article.sentences)
    if _words(article) < FEWEST_WORDS:
        raise TextTooShort(total)
    listener(Progress(Step.READING, 0, total))
    analysis = analyse(
        article, lambda done: listener(Progress(Step.READING, done, total)), pipeline
    )
    found = finding.found(analysis, listener)
    told = partial(Progress, total=total, found=len(analysis.mentions_of))
    asked = [one for one in found if soundness.is_sound(analysis, one)]
    count = usual_count(article) if wanted is None else wanted
    drafts: list[Draft] = []
    ready, last = 0, None
    for place, some in _write(article, analysis, asked, rng):
        drafts += [draft for draft in some if kind_of(draft.question) in kinds]
        if ready < count:
            ready = min(count, len(_ordered(selection.without_twins(drafts))))
        last = drafts[-1] if drafts else None
        if listener(told(Step.WRITING, place, written=ready, last=last)):
            break
    told = partial(told, done=total, written=ready, last=last)
    listener(told(Step.CHECKING))
    single = selection.without_twins(drafts)
    listener(told(Step.THINNING))
    ordered = _ordered(single)
    if not ordered:
        raise _nothing(article, total)
    return hints.with_close(ordered[:count])


def _ordered(single: list[Draft]) -> list[Draft]:
    # First, so that a choice that falls out leaves its gap and its card.
    balanced = lengths.balanced(single)
    return selection.best_first(selection.without_doubles(balanced))


def usual_count(article: Article) -> int:
    """Return how many questions suit the article's length."""
    return max(AT_LEAST, round(IN_A_THOUSAND_WORDS * _words(article) / 1000))


def _words(article: Article) -> int:
    return sum(prose.length(span.of(article.text)) for span in article.sentences)


def _nothing(article: Article, sentences: int) -> QuizError:
    """Return why there is no question."""
    language = languages_of(article)[0]
    if language != ENGLISH:
        return NotInEnglish(language)
    return TextTooShort(sentences) if sentences < 3 else NoQuestionFound()


def _nobody(progress: Progress) -> None:
    """Hear nothing."""


def _write(
    article: Article, analysis: Analysis, asked: list[Asked], rng: random.Random
) -> Iterator[tuple[int, list[Draft]]]:
    """Yield the drafts that are likely to be kept, some at a time, and the sentences done."""
    own, together = article.id, max(JUDGED_AT_ONCE, len(asked) // REPORTS)
    for start in range(0, len(asked), together):
        some = asked[start : start + together]
        kept = judging.kept(some)
        drafts = [new for one in kept for new in writing.drafts(analysis, one, own, rng)]
        yield some[-1].sentence.number + 1, drafts
