"""Which of the questions found a teacher would keep: the learned refusal."""

from collections.abc import Sequence
from dataclasses import replace

from quizapp.generation.asked import Asked
from quizapp.language.tongue import ENGLISH
from quizapp.language.verdicts import Query
from quizapp.language.words import NAMES, QUANTITIES, TIMES

LEAST_OF_A_FACT = 0.2
"""Chance below which a name, a time or an amount is not asked for; most are far above."""
LEAST_OF_A_TERM = 0.6
"""The same of common words, which others can often stand for."""


def kept(asked: Sequence[Asked]) -> list[Asked]:
    """Return the questions that are likely to be kept, each with its chance, in their order.

    The network reads English: a gap in another language keeps the chance that its form gave it.
    """
    from quizapp.language.judge import judge

    english = [one for one in asked if one.sentence.language == ENGLISH]
    queries = [Query(one.prompt, one.answer, one.sentence.text) for one in english]
    told = zip(english, judge().verdicts(queries), strict=True)
    judged = {
        id(one): replace(one, chance=verdict.chance, doubt=verdict.doubt)
        for one, verdict in told
    }
    return [
        judged.get(id(one), one)
        for one in asked
        if id(one) not in judged or judged[id(one)].chance >= _least(one)
    ]


def _least(asked: Asked) -> float:
    fact = asked.kind in NAMES | TIMES | QUANTITIES
    return LEAST_OF_A_FACT if fact else LEAST_OF_A_TERM
