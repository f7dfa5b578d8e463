"""A question in line: the bank writes it, the schedule reads it."""

from dataclasses import dataclass
from datetime import datetime

from quizapp.domain.question import QuestionId
from quizapp.domain.review import Phase
from quizapp.domain.source import Source


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the schedule must know of a question to choose the next one."""

    question: QuestionId
    source: Source | None
    phase: Phase | None
    """None: never asked."""
    due: datetime | None
    """None: never asked."""

    def __post_init__(self) -> None:
        """Hold phase and date together."""
        if (self.phase is None) != (self.due is None):
            raise ValueError("a question that was asked has both a phase and a date")


@dataclass(frozen=True, slots=True)
class Counts:
    """How many wait, set-aside ones left out."""

    due: int
    """Answered before, next date today or earlier."""
    new: int
    learned: int
    total: int
