"""The article to read: how well each sentence is known behind its letters and beside them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import floor

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextFrameFormat,
    QTextLine,
)
from PySide6.QtWidgets import QFrame, QTextBrowser
from typing_extensions import override

from quizapp.domain.article import Article, Span
from quizapp.operations.reader import Sentence
from quizapp.ui.parts.article_text import ArticleText
from quizapp.ui.parts.focus_ring import show_ring
from quizapp.ui.parts.gutter import gutter_width, mark_size, paint_mark
from quizapp.ui.parts.painting import box
from quizapp.ui.parts.tint import TINTS, paint_tint
from quizapp.ui.parts.typeset import edge, reads_leftwards
from quizapp.ui.soon import soon
from quizapp.ui.style_sheet import dress
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_MEASURE = 640
"""Pixels: no line of the article is longer, whatever the window."""
_AROUND = 28
"""Pixels at the end of the lines."""
_ABOVE, _BELOW = 18, 40
_IN_SIGHT = 48
"""Pixels kept in sight above and below the chosen sentence."""
_BAR, _BAR_BEFORE = 3, 7
"""Width of the bar along the chosen sentence, and how far before its lines it ends."""
_APART = 4


class ArticleView(QTextBrowser):
    """`chosen` carries the number of the sentence that was clicked, from zero."""

    chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._article: Article | None = None
        self._text: ArticleText | None = None
        self._leftwards = False
        self._sentences: Sequence[Sentence] = ()
        self._in_block: dict[int, list[int]] = {}
        self._selected, self._hovered = -1, -1
        self._tinted = True
        self._letters = look.font("reading")
        self._line, self._above = 0, 0
        self._marks: list[tuple[QRectF, int]] = []
        dress(self, "background: transparent; border: none; padding: 0;")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(tr("Article"))
        # The chosen sentence shows where the keyboard is.
        show_ring(self, wanted=False)
        self._follow_shape = soon(self, lambda: self._bring_into_sight(self._selected))
        look.changed.connect(soon(self, self._follow).start)

    def show_article(self, article: Article, sentences: Sequence[Sentence]) -> None:
        """Show an article, or the same one as it is known now, which moves nothing."""
        self._sentences = sentences
        if article != self._article:
            self._article, self._selected = article, -1
            self._leftwards = reads_leftwards(article.sentences[0].of(article.text))
            self._write()
        self.viewport().update()

    def mark(self, number: int) -> None:
        """Mark a sentence where it stands."""
        self._selected = number
        self.viewport().update()

    def select(self, number: int) -> None:
        """Mark a sentence and bring it into sight."""
        self.mark(number)
        self._bring_into_sight(number)

    def set_tinted(self, *, tinted: bool) -> None:
        """Paint behind the letters how well they are known, or leave that to the gutter."""
        self._tinted = tinted
        self.viewport().update()

    def marked_words(self) -> Span | None:
        """Return the words marked by hand, as far as they lie in one sentence."""
        cursor = self.textCursor()
        if not cursor.hasSelection() or self._text is None or self._article is None:
            return None
        start = self._text.offset(cursor.selectionStart())
        end = self._text.offset(cursor.selectionEnd())
        number = self._sentence_at(start)
        if number is None:
            return None
        sentence = self._sentences[number].span
        start, end = max(start, sentence.start), min(end, sentence.end)
        words = self._article.text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        return Span(start, end) if start < end else None

    def forget_marked_words(self) -> None:
        """Take the mark off the words marked by hand."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def boxes(self, number: int) -> list[QRectF]:
        """Return the boxes of a sentence, one a line, in the document's coordinates."""
        if self._text is None:
            return []
        start, end = self._text.places(self._sentences[number].span)
        block = self.document().findBlock(start)
        self.document().documentLayout().blockBoundingRect(block)
        first, last = start - block.position(), end - block.position()
        origin, found = block.layout().position(), []
        for line in _lines(block):
            begin = max(first, line.textStart())
            stop = min(last, line.textStart() + line.textLength())
            if begin < stop:
                found.append(self._box(line, begin, stop, origin))
        return found

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines short enough to read and the chosen sentence in sight."""
        document, frame = self.document(), self._frame()
        root = document.rootFrame()
        if frame.leftMargin() != root.frameFormat().leftMargin():
            # Another frame would have all laid out at once, another width what is looked at.
            document.setLayoutEnabled(False)
            root.setFrameFormat(frame)
        super().resizeEvent(event)
        document.setLayoutEnabled(True)
        self._follow_shape.start()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all keys to the page but those that copy and leaf through the text."""
        leafs = {
            Qt.Key.Key_PageUp,
            Qt.Key.Key_PageDown,
            Qt.Key.Key_Home,
            Qt.Key.Key_End,
            Qt.Key.Key_C,
        }
        if event.key() in leafs:
            super().keyPressEvent(event)
        else:
            event.ignore()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the sentence, or the mark in the gutter, that was clicked."""
        super().mouseReleaseEvent(event)
        number = self._number_under(event.position())
        if event.button() is Qt.MouseButton.LeftButton and number is not None:
            self.chosen.emit(number)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show in the gutter what a click would choose."""
        super().mouseMoveEvent(event)
        number = self._number_under(event.position())
        over_mark = any(area.contains(event.position()) for area, _ in self._marks)
        pointing = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(pointing if over_mark else Qt.CursorShape.IBeamCursor)
        self._hover(-1 if number is None else number)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        """Show the gutter at rest."""
        self._hover(-1)
        super().leaveEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what lies under the letters and in the gutter, then the letters."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.color("surface"))
        painter.translate(0, -self.verticalScrollBar().value())
        self._marks = []
        for number in self._visible():
            self._paint_sentence(painter, number)
        painter.end()
        super().paintEvent(event)

    # the text in its frame

    def _follow(self) -> None:
        """Write anew where letters or their colours are others: a long text takes its time."""
        letters = self._look.font("reading")
        if letters != self._letters or (self._text is not None and self._text.has_own_inks):
            self._write()
        self.viewport().update()

    def _write(self) -> None:
        """Write the article anew, in the type and colours of the look."""
        article = self._article
        if article is None:
            return
        self._letters = self._look.font("reading")
        self._measure()
        # While it is written the view is resized, and there is no sentence to show.
        self._text, self._in_block = None, {}
        frame = self._frame()
        self._text = ArticleText(article, self.document(), self._look, frame)
        in_block: defaultdict[int, list[int]] = defaultdict(list)
        for number, sentence in enumerate(self._sentences):
            in_block[self._text.number(sentence.span)].append(number)
        self._in_block = dict(in_block)
        self.verticalScrollBar().setValue(0)
        self._bring_into_sight(self._selected)

    def _frame(self) -> QTextFrameFormat:
        """Return the margins around the text: the gutter, and what is left of a wide page."""
        gutter = gutter_width(self._look)
        room = self.viewport().width() - gutter - _AROUND
        spare = max(0, room - round(_MEASURE * max(1.0, self._look.scale))) // 2
        frame = QTextFrameFormat()
        before, after = gutter + spare, _AROUND + spare
        frame.setLeftMargin(after if self._leftwards else before)
        frame.setRightMargin(before if self._leftwards else after)
        frame.setTopMargin(_ABOVE)
        frame.setBottomMargin(_BELOW)
        return frame

    def _box(self, line: QTextLine, begin: int, stop: int, origin: QPointF) -> QRectF:
        one, two = edge(line, begin), edge(line, stop)
        # Spaces at the end of a line reach beyond its words.
        words = line.naturalTextRect()
        left, right = max(words.left(), min(one, two)), min(words.right(), max(one, two))
        top = line.y() + line.ascent() - self._above
        return QRectF(origin.x() + left, origin.y() + top, right - left, self._line)

    def _measure(self) -> None:
        """Learn how high a line is, and how far above the letters' foot it begins."""
        metrics = QFontMetricsF(self._letters)
        above, below = round(metrics.ascent()), round(metrics.descent())
        self._line = self._look.line("reading")
        self._above = floor((self._line - above - below) / 2 + above)

    def _visible(self) -> Iterator[int]:
        """Yield the sentences of the paragraphs in sight."""
        block = self.cursorForPosition(self.viewport().rect().topLeft()).block()
        foot = self.verticalScrollBar().value() + self.viewport().height()
        layout = self.document().documentLayout()
        while block.isValid() and layout.blockBoundingRect(block).top() <= foot:
            yield from self._in_block.get(block.blockNumber(), ())
            block = block.next()

    def _bring_into_sight(self, number: int) -> None:
        if not 0 <= number < len(self._sentences):
            return
        found = self.boxes(number)
        if not found:
            return
        bar, room = self.verticalScrollBar(), self.viewport().height()
        top, foot = found[0].top() - _IN_SIGHT, found[-1].bottom() + _IN_SIGHT
        if top < bar.value() or foot - top > room:
            bar.setValue(floor(top))
        elif foot > bar.value() + room:
            bar.setValue(floor(foot - room))

    # painting

    def _paint_sentence(self, painter: QPainter, number: int) -> None:
        sentence, found = self._sentences[number], self.boxes(number)
        if not found:
            return
        if self._tinted and sentence.band in TINTS:
            for area in found:
                inset = area.adjusted(-1, 2, 1, -2)
                paint_tint(painter, self._look, inset, sentence.band)
        if number == self._selected:
            self._paint_selected(painter, found)
        if sentence.asked:
            self._paint_mark(painter, number, found[0])

    def _paint_selected(self, painter: QPainter, found: list[QRectF]) -> None:
        ink = self._look.color("primary")
        lift = round(5 * self._look.scale)
        for area in found:
            foot = QRectF(area.left(), area.bottom() - lift, area.width(), 1.5)
            painter.fillRect(foot, ink)
        top, height = found[0].top() + 4, found[-1].bottom() - found[0].top() - 8
        left, right = self._text_edges()
        at = right + _BAR_BEFORE if self._leftwards else left - _BAR_BEFORE - _BAR
        box(painter, QRectF(at, top, _BAR, height), 1.5, ink)

    def _paint_mark(self, painter: QPainter, number: int, line: QRectF) -> None:
        sentence = self._sentences[number]
        size = mark_size(self._look, len(sentence.asked))
        left, right = self._text_edges()
        at = right + 14 if self._leftwards else left - 14 - size.width()
        top = line.top() + (line.height() - size.height()) / 2
        if self._marks:
            above = self._marks[-1][0].bottom() + self.verticalScrollBar().value()
            top = max(top, above + _APART)
        area = QRectF(QPointF(at, top), size)
        paint_mark(
            painter,
            self._look,
            area,
            sentence.band,
            len(sentence.asked),
            chosen=number == self._selected,
            hovered=number == self._hovered,
        )
        self._marks.append((area.translated(0, -self.verticalScrollBar().value()), number))

    def _text_edges(self) -> tuple[float, float]:
        frame = self.document().rootFrame().frameFormat()
        return frame.leftMargin(), self.viewport().width() - frame.rightMargin()

    # the pointer

    def _hover(self, number: int) -> None:
        if number != self._hovered:
            self._hovered = number
            self.viewport().update()

    def _number_under(self, place: QPointF) -> int | None:
        for area, number in self._marks:
            if area.contains(place):
                return number
        in_text = place + QPointF(0, self.verticalScrollBar().value())
        return next(
            (
                number
                for number in self._visible()
                if any(area.contains(in_text) for area in self.boxes(number))
            ),
            None,
        )

    def _sentence_at(self, offset: int) -> int | None:
        """Return the sentence that holds an offset, or the next one on from it."""
        return next(
            (
                number
                for number, sentence in enumerate(self._sentences)
                if offset < sentence.span.end
            ),
            None,
        )


def _lines(block: QTextBlock) -> Iterator[QTextLine]:
    layout = block.layout()
    return (layout.lineAt(number) for number in range(layout.lineCount()))
