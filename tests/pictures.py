"""Pictures of every kind, small, made anew: none of them is anyone's work."""

import struct
from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image

from quizapp.domain.picture import Picture

PILLOW = {"png": "PNG", "jpg": "JPEG", "gif": "GIF", "webp": "WEBP"}


@cache
def drawn(kind: str, width: int = 60, height: int = 40, colour: str = "#A01840") -> bytes:
    """Return a picture of one colour."""
    return saved(kind, width, height, colour)


def saved(
    kind: str, width: int, height: int, colour: str = "#A01840", **more: Any
) -> bytes:
    """Return a picture saved with whatever else its kind knows."""
    written = BytesIO()
    Image.new("RGB", (width, height), colour).save(written, PILLOW[kind], **more)
    return written.getvalue()


def clear(width: int, height: int) -> bytes:
    """Return a picture of nothing, which lets through what is behind it."""
    written = BytesIO()
    Image.new("RGBA", (width, height), (0, 0, 0, 0)).save(written, "PNG")
    return written.getvalue()


def claiming(width: int, height: int) -> bytes:
    """Return the red picture with another size in its header."""
    return _RED[:16] + struct.pack(">II", width, height) + _RED[24:]


def red() -> Picture:
    """Return the picture that most tests take."""
    return Picture(_RED, 'A "red" field, 3 × 2 & no <more>')


_RED = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000030000000208020000001216f14d0000001049"
    "44415478da635820e100410c7016003c7405d19eed24ee0000000049454e44ae426082"
)
