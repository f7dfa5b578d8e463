"""What a reader finds: pieces of text in order, not yet an article."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.domain.article import PassageKind, Span

_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of a document; a kind of None is for `furniture.sort` to judge."""

    text: str
    kind: PassageKind | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What a structured file says: the title it names, if any, and its blocks."""

    title: str | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One block as a stretch of the whole text, without the white space around it."""

    span: Span
    kind: PassageKind | None = None


def join(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """Return the pieces as one text, blank lines between them, and where each stands."""
    texts: list[str] = []
    blocks: list[Block] = []
    reach = 0
    for piece in pieces:
        words = piece.text.strip()
        if not words:
            continue
        texts.append(words)
        blocks.append(Block(Span(reach, reach + len(words)), piece.kind))
        reach += len(words) + 2
    return "\n\n".join(texts), tuple(blocks)


def tidy(words: str) -> str:
    """Return the words in one line: white space folded, invisible hyphens and spaces gone."""
    return " ".join(_INVISIBLE.sub("", words).split())
