"""How a set is to be written: what a person chooses when exporting."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

VERSION_NAMES = ("A", "B", "C", "D")
TEXT_SIZES = (9, 10, 11, 12, 14, 16, 18)
"""Points, of what is printed."""


class Paper(StrEnum):
    """The sheets that printers hold."""

    A4 = "A4"
    LETTER = "Letter"


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen; each format heeds what concerns it."""

    seed: int = 0
    """Of every order that is drawn: the same number gives the same file."""
    shuffle_questions: bool = False
    shuffle_answers: bool = False
    versions: int = 1
    """How many versions of an exam, A to D."""
    with_key: bool = True
    with_explanations: bool = True
    """Whether the source sentence comes along where the format has a place for it."""
    with_article: bool = False
    """Whether the article is printed first."""
    paper: Paper = Paper.A4
    text_size: int = 11
    """Points, of what is printed."""
    lines: tuple[str, ...] = ("Name", "Class", "Date")
    """What is filled in by hand at the head of an exam."""
    seconds: int = 20
    """Time to answer, of games."""
    moment: datetime = datetime(2026, 1, 1, tzinfo=UTC)
    """Of writing: Anki takes a question again only where this is later."""

    def __post_init__(self) -> None:
        """Refuse more versions than there are names for, and sizes that no one prints."""
        if not 1 <= self.versions <= len(VERSION_NAMES):
            raise ValueError(f"versions: 1 to {len(VERSION_NAMES)}")
        if self.text_size not in TEXT_SIZES:
            raise ValueError(f"text size: one of {TEXT_SIZES}")
        if self.seconds < 1:
            raise ValueError("time to answer: at least a second")
