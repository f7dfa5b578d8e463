"""The text as a strip: one segment a sentence, its band by memory."""

from dataclasses import dataclass
from enum import IntEnum


class Band(IntEnum):
    """How well a sentence is known, by the chance of recall seven days from now."""

    NONE = -1
    """No question asks about it."""
    NEW = 0
    """Not yet answered."""
    FADING = 1
    SHAKY = 2
    SOLID = 3
    STRONG = 4


def band_of(chance: float) -> Band:
    """Return the band of a mean chance of recall, 0 to 1."""
    if chance >= 0.95:
        return Band.STRONG
    if chance >= 0.85:
        return Band.SOLID
    return Band.SHAKY if chance >= 0.70 else Band.FADING


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence: its length in characters and its band."""

    length: int
    band: Band
