"""Copies of the bank as it stood at one moment, and what going back to one would mean."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Backup:
    """Where it lies, when it was made, and how much is in it."""

    path: Path
    made: datetime
    size: int
    """Bytes."""
    questions: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A backup to go back to, and what that would lose."""

    backup: Backup
    lost_answers: int | None
    """None: the present bank cannot be read."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What came through a repair, and where the damaged bank is kept; None: it was sound."""

    questions: int
    answers: int
    kept: Path | None
