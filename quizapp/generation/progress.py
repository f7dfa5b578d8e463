"""How far the writing of questions has come."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from quizapp.domain.question import Question


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
    last: Question | None = None
    """The question written last."""


Listener = Callable[[Progress], None]
