"""The pages of a PDF as pictures, drawn by PDFium; not safe in several threads at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is printed, and its words."""

    width: int
    height: int
    """Pixels."""
    pixels: bytes
    """Row by row, four bytes a pixel: blue, green, red and one that says nothing."""
    words: str


def count(document: bytes) -> int:
    """Return how many pages a document has."""
    with _opened(document) as pages:
        return len(pages)


def draw(document: bytes, number: int, width: int) -> Page:
    """Return page `number`, from 0, `width` pixels wide."""
    with _opened(document) as pages:
        page = pages[number]
        drawn = page.render(scale=width / page.get_width(), prefer_bgrx=True)
        words = page.get_textpage().get_text_range()
        row = 4 * drawn.width
        lines = (
            bytes(drawn.buffer[start : start + row])
            for start in range(0, drawn.stride * drawn.height, drawn.stride)
        )
        return Page(drawn.width, drawn.height, b"".join(lines), words)


@contextmanager
def _opened(document: bytes) -> Iterator[Any]:
    # Its library is loaded where pages are drawn, and nowhere else.
    import pypdfium2  # type: ignore[import-untyped]  # it ships no types

    opened = pypdfium2.PdfDocument(document)
    try:
        yield opened
    finally:
        opened.close()
