"""What is remembered of a question, and each time it was asked."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum

from quizapp.domain.question import QuestionId, QuestionKind


class Rating(IntEnum):
    """How well it was recalled, by FSRS's numbers, which are also the keys."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Phase(IntEnum):
    """Where a question stands, by FSRS's numbers."""

    LEARNING = 1
    REVIEW = 2
    RELEARNING = 3


LEARNED = 21.0
"""Days of stability from which a question counts as learned."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What FSRS knows of one question; a question never asked has none."""

    stability: float
    """Days until the chance of recall falls to 90 %."""
    difficulty: float
    """1 (easy) to 10 (hard)."""
    phase: Phase
    step: int | None
    """Which learning or relearning step comes next; None in review."""
    due: datetime
    last: datetime

    def __post_init__(self) -> None:
        """Refuse what FSRS cannot hold."""
        if self.stability <= 0 or not 1 <= self.difficulty <= 10:
            raise ValueError("stability is above 0, difficulty from 1 to 10")
        if (self.step is None) != (self.phase is Phase.REVIEW):
            raise ValueError("a step belongs to learning and relearning")
        if self.due.tzinfo is None or self.last.tzinfo is None:
            raise ValueError("times carry their zone")

    @property
    def learned(self) -> bool:
        """Tell whether stability has reached 21 days."""
        return self.stability >= LEARNED


@dataclass(frozen=True, slots=True)
class AnsweredElsewhere:
    """An answer as another program kept it: what was remembered is to be reckoned anew."""

    question: QuestionId
    at: datetime
    rating: Rating
    took: timedelta


@dataclass(frozen=True, slots=True)
class Review:
    """One answer, kept for ever: enough to undo it and to fit FSRS to the learner."""

    question: QuestionId
    kind: QuestionKind
    at: datetime
    rating: Rating
    took: timedelta
    """From the question's appearing to its rating."""
    before: Memory | None
    """None: asked for the first time."""
    after: Memory
    weights: tuple[float, ...]
    """The FSRS weights in use."""
    desired_retention: float
    hinted: bool = False

    @property
    def scheduled(self) -> timedelta:
        """The wait that was set."""
        return self.after.due - self.at

    @property
    def elapsed(self) -> timedelta | None:
        """The wait that had passed; None the first time."""
        return None if self.before is None else self.at - self.before.last


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer, as the figures of the Progress page need it: there may be 100,000 of them."""

    question: str
    """The same for every answer to one question."""
    at: datetime
    recalled: bool
    """Rated Hard, Good or Easy."""
    took: timedelta
    was_due: datetime | None
    """The date that the question had; None: asked for the first time."""
