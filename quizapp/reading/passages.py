"""Cut a plain text into blocks: a blank line parts them, a line that clearly stands alone too."""

import re
from collections.abc import Iterator

from quizapp.domain.article import PassageKind, Span
from quizapp.reading.blocks import Block
from quizapp.reading.forms import SMALL_WORDS, is_of_the_page
from quizapp.reading.sentences import stops

_BLOCK = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"\s*(?:[-*+•‣◦▪●]\s|\(?\d{1,3}[.)]\s|\(?[a-z]\)\s)")
_HEADING = re.compile(r"\s*#{1,6}\s")
_RULE = re.compile(r"\s*([-=*_~#])(?:\s?\1){2,}\s*$")
_NARROWEST_WRAP, _WIDEST_WRAP = 35, 130
"""Characters: only lines so long were broken where the margin was."""
_LONGEST_HEADING = 70
_ROW = re.compile(r"\S(?:\t+| {3,}|\s*\|\s*)\S")


def cut(text: str) -> tuple[Block, ...]:
    """Return the blocks of a plain text; a kind of None is for `furniture.sort` to judge."""
    return tuple(
        block for match in _BLOCK.finditer(text) for block in _parts(text, match.span())
    )


def _parts(text: str, reach: tuple[int, int]) -> Iterator[Block]:
    """Part one run of lines where a line break is clearly no wrap."""
    lines = [match.span() for match in _LINE.finditer(text, *reach)]
    if len(lines) > 1 and all(_ROW.search(text, *line) for line in lines):
        yield Block(_trimmed(text, *reach), PassageKind.TABLE)
        return
    width = max(end - start for start, end in lines)
    first = 0
    for number in range(1, len(lines) + 1):
        if number < len(lines) and not _parted(text, lines, number, first, width):
            continue
        start, end = lines[first][0], lines[number - 1][1]
        yield Block(_trimmed(text, start, end), _kind(text[start:end]))
        first = number


def _kind(words: str) -> PassageKind | None:
    if _RULE.match(words):
        return PassageKind.FURNITURE
    if _BULLET.match(words):
        return PassageKind.LIST
    if _HEADING.match(words):
        return PassageKind.HEADING
    return None


def _parted(
    text: str, lines: list[tuple[int, int]], number: int, first: int, width: int
) -> bool:
    """Tell whether line `number` begins a block of its own; `first` began the present one."""
    above = text[slice(*lines[number - 1])]
    below = text[slice(*lines[number])].lstrip()
    in_list = bool(_BULLET.match(text, lines[first][0]))
    if _BULLET.match(below):
        return not in_list and (stops(above) or above.rstrip().endswith(":"))
    if _HEADING.match(below) or _HEADING.match(above):
        return True
    if _RULE.match(below) or _RULE.match(above):
        return True
    if not (below[0].isupper() or below[0] in "“\"'‘«([¿¡"):
        return False
    if _is_full(above, below, width):
        return False
    if stops(above) or is_of_the_page(above.strip()) or is_of_the_page(below.rstrip()):
        return True
    return number - 1 == first and not in_list and _heads(above.strip(), width)


def _heads(line: str, width: int) -> bool:
    """Tell whether a line without a stop stands over the next one as its heading."""
    words = line.split()
    if not line[-1].isalnum() or words[-1].casefold() in SMALL_WORDS:
        return False
    large = [word for word in words if word.casefold() not in SMALL_WORDS]
    return len(line) <= _LONGEST_HEADING and (
        len(line) < width // 2 or all(not word[0].islower() for word in large)
    )


def _is_full(above: str, below: str, width: int) -> bool:
    """Tell whether the next word would not have fitted on the line above."""
    return (
        _NARROWEST_WRAP <= width <= _WIDEST_WRAP
        and len(above) + 1 + len(below.split(maxsplit=1)[0]) > width
    )


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
