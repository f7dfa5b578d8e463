"""What the fonts that we print with can draw, and which way a text runs."""

import unicodedata
from functools import lru_cache

from quizapp import paths
from quizapp.exchange import markup

TEXT, OTHER = "Charis", "Vazirmatn"
FACES = (
    (TEXT, "", "CharisSIL-Regular.ttf"),
    (TEXT, "B", "CharisSIL-Bold.ttf"),
    (TEXT, "I", "CharisSIL-Italic.ttf"),
    (OTHER, "", "Vazirmatn-Regular.ttf"),
    (OTHER, "B", "Vazirmatn-SemiBold.ttf"),
)
"""Family, style and file; what the first family lacks is drawn by the second."""
BLANK = "\ufffd"
"""Stands for a sign that no font of ours draws."""
_UNDRAWN = frozenset("\n\u200c\u200d\u200e\u200f\u00ad")
"""Signs that shape or part a text and have no look of their own."""


@lru_cache(maxsize=1)
def drawn() -> frozenset[int]:
    """Return the code points that the fonts can draw."""
    from fontTools.ttLib import TTFont

    found: set[int] = set()
    for _, style, name in FACES:
        if not style:
            with TTFont(paths.FONTS / name, lazy=True) as font:
                found |= font.getBestCmap().keys()
    return frozenset(found)


def printable(text: str) -> str:
    """Return a text with `BLANK` for each sign that no font of ours draws."""
    safe = unicodedata.normalize("NFC", markup.printable(text)).replace("\t", " ")
    return "".join(map(_shown, safe.replace("\ufe0f", "")))


def missing(text: str) -> frozenset[str]:
    """Return the signs of a text that no font of ours draws."""
    return frozenset(char for char in text if printable(char) == BLANK) - {BLANK}


def is_right_to_left(text: str) -> bool:
    """Tell whether a text begins so (Unicode Bidirectional Algorithm, P2 and P3)."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False


def is_shaped(text: str) -> bool:
    """Tell whether a text's letters take their form from their neighbours, or run leftwards."""
    return any(
        ord(char) >= 0x300 and unicodedata.bidirectional(char) != "L" for char in text
    )


def _shown(char: str) -> str:
    return char if ord(char) in drawn() or char in _UNDRAWN else BLANK
