"""A picture that stands under a question: its bytes, which are believed, and its description."""

import struct
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256

LARGEST = 4_000_000
"""Bytes."""
LONGEST_SIDE = 8_000
"""Pixels."""
MOST_PIXELS = 40_000_000
"""Drawn, a picture takes four bytes a pixel, however small its file."""
LONGEST_DESCRIPTION = 1_000
"""Characters."""


class PictureKind(StrEnum):
    """The kinds that are known, by the suffixes of their files."""

    PNG = "png"
    JPEG = "jpg"
    GIF = "gif"
    WEBP = "webp"

    @property
    def media_type(self) -> str:
        """The kind's name in HTML, packages and addresses."""
        return "image/jpeg" if self is PictureKind.JPEG else f"image/{self}"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a known kind and a bearable size; it is drawn by whoever shows it.

    Its `ValueError` says what is wrong with it, as the end of a sentence.
    """

    data: bytes
    described: str = ""
    """What it shows, in one line, for those who cannot see it; may be empty."""

    def __post_init__(self) -> None:
        """Refuse unknown kinds, what is too large, and a description that is no line."""
        if len(self.data) > LARGEST:
            raise ValueError(f"it is larger than {LARGEST // 1_000_000} MB")
        width, height = self.size
        if not width or not height:
            raise ValueError("it is damaged")
        if max(width, height) > LONGEST_SIDE:
            raise ValueError(f"it is wider or higher than {LONGEST_SIDE} pixels")
        if width * height > MOST_PIXELS:
            raise ValueError(f"it has more than {MOST_PIXELS // 1_000_000} million pixels")
        if self.described != described(self.described):
            raise ValueError("its description is not one short line")

    @property
    def kind(self) -> PictureKind:
        """What its first bytes say; its name and its declared kind may say otherwise."""
        return _kind(self.data)

    @property
    def size(self) -> tuple[int, int]:
        """Its width and height in pixels."""
        return _SIZES[self.kind](self.data)

    @property
    def digest(self) -> str:
        """The same for the same bytes: 64 hexadecimal digits."""
        return _digest(self.data)

    @property
    def file_name(self) -> str:
        """The name of its file in a package: no stranger's word in it, the same each time."""
        return f"quizapp-{self.digest[:32]}.{self.kind}"


def described(text: str) -> str:
    """Return a description as a picture holds it: one line, not too long."""
    return " ".join(text.split())[:LONGEST_DESCRIPTION].rstrip()


@lru_cache(maxsize=4)
def _digest(data: bytes) -> str:
    """Return the SHA-256: many questions in a row may show the same picture."""
    return sha256(data).hexdigest()


def _kind(data: bytes) -> PictureKind:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PictureKind.PNG
    if data.startswith(b"\xff\xd8\xff"):
        return PictureKind.JPEG
    if data.startswith((b"GIF87a", b"GIF89a")):
        return PictureKind.GIF
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return PictureKind.WEBP
    raise ValueError("it is no PNG, JPEG, GIF or WebP")


def _of_png(data: bytes) -> tuple[int, int]:
    """Return the size of the first chunk (PNG, 11.2.1 "IHDR")."""
    return _numbers(">II", data, 16) if data[12:16] == b"IHDR" else (0, 0)


def _of_gif(data: bytes) -> tuple[int, int]:
    """Return the size of the logical screen (GIF89a, 18)."""
    return _numbers("<HH", data, 6)


def _of_jpeg(data: bytes) -> tuple[int, int]:
    """Return the size of the first frame header (ITU-T T.81, B.2.2)."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = _numbers(">HH", data, at + 5)
            return width, height
        at += 2 + max(2, int.from_bytes(data[at + 2 : at + 4], "big"))
    return 0, 0


def _of_webp(data: bytes) -> tuple[int, int]:
    """Return the size of the first chunk (RFC 9649, 2.5 to 2.7)."""
    match data[12:16]:
        case b"VP8X":
            if len(data) < 30:
                return 0, 0
            across, down = (int.from_bytes(data[at : at + 3], "little") for at in (24, 27))
            return across + 1, down + 1
        case b"VP8L" if data[20:21] == b"\x2f":
            (bits,) = struct.unpack_from("<I", data.ljust(25, b"\0"), 21)
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8 " if data[23:26] == b"\x9d\x01\x2a":
            width, height = _numbers("<HH", data, 26)
            return width & 0x3FFF, height & 0x3FFF
        case _:
            return 0, 0


def _numbers(form: str, data: bytes, at: int) -> tuple[int, int]:
    """Return the two numbers of `form` (of `struct`) at an offset in bytes, noughts past the end."""
    if at + struct.calcsize(form) > len(data):
        return 0, 0
    first, second = struct.unpack_from(form, data, at)
    return first, second


_SIZES: dict[PictureKind, Callable[[bytes], tuple[int, int]]] = {
    PictureKind.PNG: _of_png,
    PictureKind.JPEG: _of_jpeg,
    PictureKind.GIF: _of_gif,
    PictureKind.WEBP: _of_webp,
}
