"""How many questions of each kind a text can be expected to give, before any is written."""

from collections.abc import Mapping, Sequence

from quizapp.domain.question import QuestionKind
from quizapp.language.tongue import ENGLISH

SHARES: Mapping[QuestionKind, float] = {
    QuestionKind.MULTIPLE_CHOICE: 0.05,
    QuestionKind.GAP: 0.68,
    QuestionKind.FLASHCARD: 0.20,
    QuestionKind.TYPED: 0.07,
}
"""Of the questions kept for the usual number, as counted over `tests/articles/*.txt`."""


def of_each_kind(number: int, languages: Sequence[str]) -> dict[QuestionKind, int]:
    """Return how many of so many questions are of each kind, at least one of those possible.

    A text that is not in English gets gaps alone.
    """
    if ENGLISH not in languages:
        return {kind: number * (kind is QuestionKind.GAP) for kind in SHARES}
    return {kind: max(1, round(number * share)) for kind, share in SHARES.items()}
