"""Put the printed lines of pages back into paragraphs, by where they stand and how they look."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median, mode

from quizapp.reading.forms import words_of
from quizapp.reading.sentences import stops

_EDGE = 2
"""Lines at the top and at the foot of a page that may be its header or footer."""
_PAGE_NUMBER = re.compile(
    r"(?i)[-–—|\s]*(?:page\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|of)\s*\d{1,4})?[-–—|\s]*$"
)
_DIGITS = re.compile(r"\d+")
_FAR = 1.3
"""A gap so many times the usual one parts paragraphs."""
_NEXT_COLUMN = 8
"""A fall of so many gaps, or a rise, leads to another column or page."""
_DEEPEST_INDENT = 4
"""Times the size of the letters."""
_LARGER = 1.15
"""A line so many times the usual size is a heading."""
_SAME_SIZE = 0.08
_FULL = 0.75
"""Share of the widest line from which a line may have been broken by the margin."""
_BULLET = re.compile(r"(?:[•‣◦▪●–-]\s|\(?\d{1,2}[.)]\s)")
_BROKEN = re.compile(r"(\w+)-$")
_KEEP_HYPHEN = words_of(
    "all anti co cross e eight eighty ever ex fifty first five forty four full half high "
    "inter left long low mid multi nine ninety non north one part post pre pro quasi re right "
    "second self semi seven short short six sixty so south state ten third thirty three twenty "
    "two ultra un under vice well west east world"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; places and size in points, y grows upwards."""

    words: str
    x: float
    y: float
    size: float
    bold: bool


def without_margins(pages: list[list[Line]]) -> list[list[Line]]:
    """Return the pages without page numbers and the headers and footers that repeat."""
    seen = Counter(
        form for page in pages for form in {_form(line) for line in _edges(page)}
    )
    often = max(2, len(pages) * 2 // 5)
    repeated = {form for form, count in seen.items() if count >= often}
    return [
        [line for line in page if not (line in edges and _is_margin(line, repeated))]
        for page in pages
        for edges in [_edges(page)]
    ]


def paragraphs(pages: list[list[Line]]) -> Iterator[tuple[str, bool]]:
    """Yield each paragraph's words, and whether it is a heading by its size."""
    lines = [line for page in pages for line in page]
    if not lines:
        return
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.words)
    usual_size = sizes.most_common(1)[0][0]
    usual = _usual(pages, usual_size)
    block = [lines[0]]
    for above, line in pairwise(lines):
        if _parts(above, line, usual):
            yield _joined(block), block[0].size >= _LARGER * usual_size
            block = []
        block.append(line)
    yield _joined(block), block[0].size >= _LARGER * usual_size


@dataclass(frozen=True, slots=True)
class _Usual:
    """How most lines of a document stand: points, but the width in letters."""

    gap: float
    margin: float
    width: int


def _usual(pages: list[list[Line]], size: float) -> _Usual:
    """Measure the lines of the usual size, of which there is at least one."""
    lines = [line for page in pages for line in page if round(line.size, 1) == size]
    gaps = [
        above.y - line.y
        for page in pages
        for above, line in pairwise(page)
        if round(line.size, 1) == round(above.size, 1) == size and above.y > line.y
    ]
    return _Usual(
        gap=max(1.0, min(median(gaps), 2 * size) if gaps else 1.2 * size),
        margin=mode(round(line.x) for line in lines),
        width=max(len(line.words) for line in lines),
    )


def _parts(above: Line, line: Line, usual: _Usual) -> bool:
    """Tell whether a new paragraph begins with `line`."""
    if abs(above.size - line.size) > _SAME_SIZE * max(above.size, line.size):
        return True
    if above.bold != line.bold and (stops(above.words) or above.bold):
        return True
    ended = stops(above.words)
    is_short = len(above.words) < _FULL * usual.width
    fall = above.y - line.y
    if fall < 0 or fall > _NEXT_COLUMN * usual.gap:
        return ended and is_short
    if fall > _FAR * usual.gap * _stretch(above, usual.gap):
        return True
    if line.words[0].islower():
        return False
    is_indented = 0.5 < (line.x - usual.margin) / max(line.size, 1.0) < _DEEPEST_INDENT
    return bool(_BULLET.match(line.words)) or (
        (ended and (is_indented or is_short)) or (is_indented and is_short)
    )


def _stretch(line: Line, gap: float) -> float:
    """Return how much farther apart lines of a larger size stand."""
    return max(1.0, 1.2 * line.size / gap)


def _joined(lines: list[Line]) -> str:
    words = lines[0].words
    for line in lines[1:]:
        words = _mended(words, line.words)
    return words


def _mended(above: str, below: str) -> str:
    """Join two lines; a hyphen at the end goes unless the word is written with it."""
    broken = _BROKEN.search(above)
    if broken is None or not below[0].isalnum():
        return f"{above} {below}"
    keep = broken[1].casefold() in _KEEP_HYPHEN or not below[0].islower()
    return f"{above if keep else above[:-1]}{below}"


def _edges(page: list[Line]) -> list[Line]:
    """Return the lines nearest to the top and to the foot of the page."""
    ordered = sorted(page, key=lambda line: line.y)
    return ordered[:_EDGE] + ordered[-_EDGE:]


def _is_margin(line: Line, repeated: set[str]) -> bool:
    return _form(line) in repeated or bool(_PAGE_NUMBER.match(line.words))


def _form(line: Line) -> str:
    """Return what a header has in common from page to page."""
    return _DIGITS.sub("#", line.words.casefold())
