"""What a chart shows: its marks, a sentence that sums it up, and the same as a table."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """One bar, point or square."""

    words: str
    """What it says when it is picked: “Tuesday 24 November: 14 cards”."""
    value: float | None
    """None: nothing to draw here."""
    label: str = ""
    """What stands under it."""
    figure: str = ""
    """What stands above it."""
    strong: bool = False
    """Drawn darker; of the study days: today."""


@dataclass(frozen=True, slots=True)
class Figures:
    """One chart's content."""

    marks: tuple[Mark, ...]
    summary: str
    """The sentence for those who do not see the picture."""
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """The table, as many words a row as `head` has."""
