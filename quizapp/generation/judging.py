"""Which of the questions found a teacher would keep: the learned refusal."""

from collections.abc import Sequence
from dataclasses import replace

from quizapp.generation.asked import Asked

LEAST = 0.6
"""Chance below which a question is not asked."""


def kept(asked: Sequence[Asked]) -> list[Asked]:
    """Return the questions that are likely to be kept, each with its chance, in their order."""
    from quizapp.language.judge import Query, judge

    queries = [Query(one.prompt, one.answer, one.sentence.text) for one in asked]
    verdicts = judge().verdicts(queries)
    return [
        replace(one, chance=verdict.chance, doubt=verdict.doubt or "")
        for one, verdict in zip(asked, verdicts, strict=True)
        if verdict.chance >= LEAST
    ]
