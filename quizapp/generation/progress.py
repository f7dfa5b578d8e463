"""How far the writing of questions has come."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from quizapp.domain.question import Draft


class Step(StrEnum):
    """The five steps, in order."""

    READING = "reading"
    FINDING = "finding"
    WRITING = "writing"
    CHECKING = "checking"
    THINNING = "thinning"


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the work stands: sentences done of all, within one step."""

    step: Step
    done: int
    total: int
    found: int = 0
    """Different names, dates and places, once they were looked for."""
    written: int = 0
    """Questions that would be kept if it were enough now."""
    last: Draft | None = None
    """The question written last."""


Listener = Callable[[Progress], bool | None]
"""What hears of each step; True says that what is written by then is enough."""
