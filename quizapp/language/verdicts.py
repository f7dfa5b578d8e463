"""What the second network is asked, and what it says."""

from dataclasses import dataclass
from enum import StrEnum


class Doubt(StrEnum):
    """Why a teacher would refuse a question; in the order of the network's output."""

    UNGRAMMATICAL = "ungrammatical"
    UNCLEAR = "unclear"
    """Without the text beside it."""
    WRONG = "wrong"
    SEVERAL = "several"
    """More than one answer fits."""
    TRIVIAL = "trivial"
    CUT = "cut"
    GIVEN_AWAY = "given away"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the network says of a question."""

    chance: float
    """That a teacher would keep it, 0 to 1."""
    doubt: Doubt | None
    """What speaks most against it, where that is likely enough to be told."""


@dataclass(frozen=True, slots=True)
class Query:
    """A question to be judged: its words, its answer, and the sentence it came from."""

    prompt: str
    answer: str
    sentence: str
