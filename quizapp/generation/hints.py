"""What a reviewer should look at before keeping a question."""

from enum import StrEnum

from quizapp.generation import attribution
from quizapp.generation.asked import Asked

LONG_ANSWER = 6


class Hint(StrEnum):
    """The hints of the review page, by name."""

    UNCLEAR_PRONOUN = "unclear pronoun"
    LOADED_WORD = "loaded word"
    LONG_ANSWER = "long answer"


def of(asked: Asked) -> tuple[str, ...]:
    """Return the names of the hints a question deserves."""
    found = []
    if asked.gap is not None and "[" in asked.gap[0]:
        found.append(Hint.UNCLEAR_PRONOUN)
    if attribution.is_charged(asked.sentence, range(len(asked.sentence.words))):
        found.append(Hint.LOADED_WORD)
    if len(asked.answer.split()) > LONG_ANSWER:
        found.append(Hint.LONG_ANSWER)
    return tuple(str(hint) for hint in found)
