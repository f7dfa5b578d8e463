"""An article as a Qt document, and where each of its letters stands there."""

from bisect import bisect_right
from dataclasses import dataclass

from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
)

from quizapp.domain.article import Article, Passage, PassageKind, Span
from quizapp.ui.parts.typeset import direction_of
from quizapp.ui.theme import Look

_BETWEEN = 14
"""Pixels below a paragraph."""
_ABOVE_HEADING = 12
_SMALL = {PassageKind.CAPTION, PassageKind.TABLE, PassageKind.CODE, PassageKind.LIST}
_LINE_SEPARATOR = "\u2028"
_BREAKING = (0x0A, 0x0D, 0x2029, 0xFDD0, 0xFDD1)
"""Code points at which a Qt document would begin a block or a frame."""


@dataclass(frozen=True, slots=True)
class Block:
    """One passage in the document: its place in the article, and in the document."""

    kind: PassageKind
    span: Span
    words: str
    """As the document has them, code point for code point."""
    start: int
    """Where it begins in the document, in Qt's UTF-16 units."""


class ArticleText:
    """Fills a document with an article, inside a frame, and translates between the two."""

    def __init__(
        self,
        article: Article,
        document: QTextDocument,
        look: Look,
        frame: QTextFrameFormat,
    ) -> None:
        self.blocks: list[Block] = []
        # Laid out when it is there: as far as it is looked at, the rest when there is time.
        document.setLayoutEnabled(False)
        document.clear()
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        document.rootFrame().setFrameFormat(frame)
        for passage in article.passages:
            if _shown(passage, article):
                self._write(passage, article.text, cursor, look)
        cursor.endEditBlock()
        document.setLayoutEnabled(True)
        self._starts = [block.start for block in self.blocks]
        self._article_starts = [block.span.start for block in self.blocks]

    @property
    def has_own_inks(self) -> bool:
        """Tell whether letters are written in a colour of the theme, not in the document's own."""
        return any(block.kind in _SMALL for block in self.blocks)

    def number(self, span: Span) -> int:
        """Return the number of the block that holds part of a passage, in the document too."""
        return bisect_right(self._article_starts, span.start) - 1

    def places(self, span: Span) -> tuple[int, int]:
        """Return where part of one passage begins and ends in the document."""
        block = self.blocks[self.number(span)]
        start, end = span.start - block.span.start, span.end - block.span.start
        return (
            block.start + _units(block.words[:start]),
            block.start + _units(block.words[:end]),
        )

    def offset(self, place: int) -> int:
        """Return the article's offset of a place in the document."""
        block = self.blocks[max(0, bisect_right(self._starts, place) - 1)]
        ahead = block.words.encode("utf-16-le", "surrogatepass")[
            : 2 * (place - block.start)
        ]
        return block.span.start + len(ahead.decode("utf-16-le", "surrogatepass"))

    def _write(self, passage: Passage, text: str, cursor: QTextCursor, look: Look) -> None:
        breaks = " " if passage.kind is PassageKind.PARAGRAPH else _LINE_SEPARATOR
        words = passage.span.of(text).translate(dict.fromkeys(_BREAKING, breaks))
        form, letters = _block_format(passage.kind, words, look), _letters(passage, look)
        if self.blocks:
            cursor.insertBlock(form, letters)
        else:
            cursor.setBlockFormat(form)
            cursor.setBlockCharFormat(letters)
        self.blocks.append(Block(passage.kind, passage.span, words, cursor.position()))
        cursor.insertText(words, letters)


def _shown(passage: Passage, article: Article) -> bool:
    """Tell whether a passage is read: the title stands above the text, furniture is none of it."""
    if passage.kind is PassageKind.TITLE:
        return passage.span.of(article.text).strip() != article.title.strip()
    return passage.kind is not PassageKind.FURNITURE


def _block_format(kind: PassageKind, words: str, look: Look) -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setLayoutDirection(direction_of(words))
    form.setBottomMargin(_BETWEEN)
    style = "quote" if kind in _SMALL else "reading"
    height = QTextBlockFormat.LineHeightTypes.FixedHeight
    form.setLineHeight(look.line(style), int(height.value))
    if kind in {PassageKind.HEADING, PassageKind.TITLE}:
        form.setTopMargin(_ABOVE_HEADING)
        form.setHeadingLevel(2)
    return form


def _letters(passage: Passage, look: Look) -> QTextCharFormat:
    kind, letters = passage.kind, QTextCharFormat()
    small = kind in _SMALL
    heading = kind in {PassageKind.HEADING, PassageKind.TITLE}
    weight = int(QFont.Weight.Bold) if heading else None
    letters.setFont(look.font("quote" if small else "reading", weight=weight))
    if small:
        letters.setForeground(look.color("text2"))
    return letters


def _units(words: str) -> int:
    return len(words.encode("utf-16-le", "surrogatepass")) // 2
