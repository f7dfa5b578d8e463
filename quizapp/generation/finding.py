"""All that a text can be asked: a clause, a name, a gap at a time, before any is refused."""

from collections.abc import Iterator

from quizapp.generation import (
    asking,
    attribution,
    clipped,
    foreign,
    gaps,
    lives,
    naming,
    prose,
    straight,
)
from quizapp.generation.asked import Asked
from quizapp.generation.progress import Listener, Progress, Step
from quizapp.language import Analysis, clauses, participles
from quizapp.language.tongue import ENGLISH
from quizapp.language.words import Sentence


def found(analysis: Analysis, listener: Listener) -> list[Asked]:
    """Return all that a text can be asked, in its order, sound or not."""
    asked: list[Asked] = []
    total, named = len(analysis.sentences), len(analysis.mentions_of)
    for sentence in analysis.sentences:
        listener(Progress(Step.FINDING, sentence.number + 1, total, named))
        if prose.is_broken(sentence):
            continue
        if sentence.language != ENGLISH:
            asked.extend(foreign.gaps(sentence))
        elif sentence.words:
            asked.extend(_asked_of(analysis, sentence))
    return asked


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
