"""From the bytes of a file, or from pasted words, to an article cut into sentences."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

from quizapp.domain.article import Article, Passage, PassageKind
from quizapp.errors import NoTextInFile, TextTooShort, UnknownKindOfFile
from quizapp.reading import text as plain
from quizapp.reading.blocks import Block, Document, join, tidy
from quizapp.reading.furniture import find_title, sort
from quizapp.reading.passages import cut
from quizapp.reading.sentences import sentences_of

SUFFIXES: tuple[str, ...] = (
    ".txt",
    ".text",
    ".md",
    ".markdown",
    ".html",
    ".htm",
    ".pdf",
    ".docx",
    ".epub",
)
"""The kinds of file that can be read, small letters, the dot included."""

_WORDS_OF_TITLE = 8


def read_article(data: bytes, name: str) -> Article:
    """Return the article in a file; the suffix of `name` chooses the reader.

    The title is the document's own, else its first heading or title line, else the name made
    readable. Raises `UnknownKindOfFile`, `UnreadableFile`, `NoTextInFile`,
    `PasswordProtected` or `TextTooShort`, and nothing else.
    """
    path = PurePath(plain.even(name))
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UnknownKindOfFile(path.name)
    if not data.strip():
        raise NoTextInFile(path.name)
    reader = _reader(suffix)
    if reader is None:
        named, text = None, plain.mended(plain.decode(data, path.name))
        blocks = cut(text)
    else:
        document = reader(data, path.name)
        named = document.title
        text, blocks = join(
            replace(piece, text=plain.mended(plain.even(piece.text)))
            for piece in document.pieces
        )
    if not blocks:
        raise NoTextInFile(path.name)
    title = title_of(named) or find_title(text, blocks) or ""
    return _article(text, blocks, title, path.name, guess=_readable(path.stem))


def _reader(suffix: str) -> Callable[[bytes, str], Document] | None:
    """Return the reader of a structured kind, its library loaded only now; None for plain text."""
    match suffix:
        case ".md" | ".markdown":
            from quizapp.reading.markdown import read
        case ".html" | ".htm":
            from quizapp.reading.html import read
        case ".pdf":
            from quizapp.reading.pdf import read
        case ".docx":
            from quizapp.reading.docx import read
        case ".epub":
            from quizapp.reading.epub import read
        case _:
            return None
    return read


def read_text(text: str, title: str | None, origin: str) -> Article:
    """Return the article in pasted words, kept as they are, line endings aside.

    A title of None is guessed: a title line at the top, else the first words. Raises
    `TextTooShort` where there is no sentence.
    """
    words = plain.even(text)
    blocks = cut(words)
    if not blocks:
        raise TextTooShort(0)
    named = title_of(title) or find_title(words, blocks) or ""
    return _article(words, blocks, named, plain.even(origin), guess=_first_words(words))


def title_of(words: str | None) -> str:
    """Return a title in one line that can be stored; empty where there is none."""
    return tidy(plain.even(words or ""))


def _article(
    text: str, blocks: tuple[Block, ...], title: str, origin: str, guess: str
) -> Article:
    """Return the article; a guessed title stands nowhere in the text, so nothing is set apart."""
    passages = tuple(_passage(text, block) for block in sort(text, blocks, title))
    if not any(passage.sentences for passage in passages):
        raise TextTooShort(0)
    return Article(title or guess, text, passages, origin)


def _passage(text: str, block: Block) -> Passage:
    kind = block.kind or PassageKind.PARAGRAPH
    if kind is not PassageKind.PARAGRAPH:
        return Passage(kind, block.span)
    return Passage(kind, block.span, sentences_of(text, block.span))


def _readable(stem: str) -> str:
    """Return a file's stem as a title: spaces for dashes, a capital first."""
    words = " ".join(re.sub(r"[_\-.]+", " ", stem).split())
    return words[:1].upper() + words[1:] if words else stem.strip() or "Untitled"


def _first_words(text: str) -> str:
    words = text.split()
    tail = "…" if len(words) > _WORDS_OF_TITLE else ""
    return " ".join(words[:_WORDS_OF_TITLE]).rstrip(".,;:") + tail
