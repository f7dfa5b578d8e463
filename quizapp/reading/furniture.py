"""Tell the article from the page around it: menus, captions, repeated titles, comment forms.

Judged by form and place alone: what a block looks like, and what stands before it.
"""

import re
from dataclasses import replace
from enum import Enum, auto

from quizapp.domain.article import PassageKind, Span
from quizapp.reading.blocks import Block
from quizapp.reading.forms import (
    APPENDIX,
    COMMENTS,
    CRUMB,
    NUMBERED,
    RELATED,
    SMALL_WORDS,
    is_credited,
    is_of_the_page,
)
from quizapp.reading.sentences import sentences_of, stops

_LONGEST_FURNITURE = 240
"""Characters: furniture of the page is short."""
_LONGEST_CAPTION = 45
"""Words: a longer block without a full stop is a paragraph that lost it."""
_LONGEST_TITLE = 25
_LONGEST_HEADING = 12
_TITLE_AMONG = 6
"""Blocks from the top among which the title is sought."""
_LATE = 3
"""What readers wrote, and references, come after this part of the prose: one third."""
_FOLD = re.compile(r"\W+")


def find_title(text: str, blocks: tuple[Block, ...]) -> str | None:
    """Return the first heading or title line near the top, None where the text just begins."""
    for block in blocks[:_TITLE_AMONG]:
        words = " ".join(block.span.of(text).split())
        if _is_furniture(words):
            continue
        if block.kind is PassageKind.HEADING:
            return words.strip("# ").strip() or None
        if block.kind is None and _can_be_title(block.span.of(text)):
            return words
        return None
    return None


def _can_be_title(words: str) -> bool:
    is_short = len(words.split()) <= _LONGEST_TITLE and len(words) <= _LONGEST_FURNITURE
    is_prose = words[-1] in ".:;," or len(_sentences(words)) > 1
    return "\n" not in words and is_short and not is_prose and not is_credited(words)


def sort(text: str, blocks: tuple[Block, ...], title: str) -> tuple[Block, ...]:
    """Return the blocks with every kind decided; `title` is set apart wherever it stands."""
    lines = [" ".join(block.span.of(text).split()) for block in blocks]
    kinds = [
        _kind(words, block.kind, title) for words, block in zip(lines, blocks, strict=True)
    ]
    prose = sum(
        len(words)
        for words, kind in zip(lines, kinds, strict=True)
        if kind is PassageKind.PARAGRAPH
    )
    tail, read = _Tail.NONE, 0
    judged: list[Block] = []
    for block, words, kind in zip(blocks, lines, kinds, strict=True):
        tail = _tail(tail, words, kind, is_late=read * _LATE >= prose)
        read += len(words) if kind is PassageKind.PARAGRAPH else 0
        is_lost = kind is PassageKind.PARAGRAPH and not sentences_of(text, block.span)
        apart = is_lost or _belongs(tail, kind)
        judged.append(replace(block, kind=PassageKind.FURNITURE if apart else kind))
    return tuple(judged)


class _Tail(Enum):
    """What the blocks after a telling heading belong to."""

    NONE = auto()
    RELATED = auto()
    """Links to other articles, until prose begins again."""
    COMMENTS = auto()
    """What readers wrote, to the end."""
    APPENDIX = auto()
    """References and the like, until the next heading that is none of these."""


def _tail(tail: _Tail, words: str, kind: PassageKind, *, is_late: bool) -> _Tail:
    """Return the tail that stands open after this block."""
    if tail is _Tail.COMMENTS:
        return tail
    if kind is PassageKind.FURNITURE and is_late and COMMENTS.match(words):
        return _Tail.COMMENTS
    if is_late and _can_head(words) and APPENDIX.match(words):
        return _Tail.APPENDIX
    if kind is PassageKind.FURNITURE and RELATED.match(words):
        return _Tail.RELATED
    if tail is _Tail.RELATED and kind is PassageKind.PARAGRAPH:
        return _Tail.NONE
    if tail is _Tail.APPENDIX and kind is PassageKind.HEADING:
        return _Tail.NONE
    return tail


def _belongs(tail: _Tail, kind: PassageKind) -> bool:
    """Tell whether a block of this kind goes with the open tail."""
    loose = {PassageKind.HEADING, PassageKind.CAPTION, PassageKind.LIST}
    return tail in {_Tail.COMMENTS, _Tail.APPENDIX} or (
        tail is _Tail.RELATED and kind in loose
    )


def _kind(words: str, known: PassageKind | None, title: str) -> PassageKind:
    """Judge one block by its own words."""
    if known in {PassageKind.TABLE, PassageKind.CODE, PassageKind.CAPTION}:
        return known
    if _fold(title) and _fold(words) == _fold(title):
        return PassageKind.TITLE
    if _is_furniture(words):
        return PassageKind.FURNITURE
    if known is not None:
        return known
    if len(words) <= _LONGEST_FURNITURE and is_credited(words):
        return PassageKind.CAPTION
    if _ends_as_prose(words):
        return PassageKind.HEADING if _is_asked(words) else PassageKind.PARAGRAPH
    return _without_stop(words)


def _is_furniture(words: str) -> bool:
    return len(words) <= _LONGEST_FURNITURE and (is_of_the_page(words) or _is_trail(words))


def _is_trail(words: str) -> bool:
    """Tell whether the line is a trail or a menu: short names with arrows or bars between."""
    names = CRUMB.split(words)
    if len(names) < 2 or words.endswith("."):
        return False
    from_home = names[0].casefold() in {"home", "homepage", "start", "main"}
    return from_home or (len(names) > 2 and all(len(name.split()) <= 5 for name in names))


def _is_asked(words: str) -> bool:
    """Tell whether the block is one short question, as headings are."""
    return (
        words.endswith("?")
        and len(words.split()) <= _LONGEST_HEADING
        and len(_sentences(words)) == 1
    )


def _ends_as_prose(words: str) -> bool:
    return stops(words) or words[-1] in ":;,"


def _without_stop(words: str) -> PassageKind:
    """Judge a block that ends in no stop: heading, caption, or prose that lost its last stop."""
    if len(_sentences(words)) > 1 or len(words.split()) > _LONGEST_CAPTION:
        return PassageKind.PARAGRAPH
    return PassageKind.HEADING if _can_head(words) else PassageKind.CAPTION


def _can_head(words: str) -> bool:
    """Tell whether a line without a stop looks like a heading rather than a caption."""
    names = [word for word in words.split() if word[0].isalpha()]
    if len(names) > _LONGEST_HEADING:
        return False
    large = [word for word in names if word.casefold() not in SMALL_WORDS]
    return (
        len(names) <= 4
        or NUMBERED.match(words) is not None
        or all(word[0].isupper() for word in large)
    )


def _sentences(words: str) -> tuple[Span, ...]:
    return sentences_of(words, Span(0, len(words)))


def _fold(words: str) -> str:
    return _FOLD.sub(" ", words).strip().casefold()
