"""Type set with true line heights, which neither QLabel nor a style sheet can do."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from quizapp.ui.theme import Look

UNBOUNDED = 1_000_000.0
"""Pixels: wider than any line."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a text that is set otherwise: half-open offsets in code points."""

    start: int
    end: int
    style: str | None = None
    weight: int | None = None
    ink: str | None = None
    room: float | None = None
    """Stretch one no-break space to this width, for a widget to lie over it."""


class Typeset:
    """A text broken into lines of one height, each glyph box centred on its line as in CSS."""

    def __init__(
        self,
        look: Look,
        text: str,
        style: str,
        width: float,
        *,
        font: QFont | None = None,
        stretches: Sequence[Stretch] = (),
        centred: bool = False,
    ) -> None:
        self.text, self.room = text, width
        self._units = _units(text)
        self.line = look.line(style, arabic=reads_leftwards(text))
        self._layout = QTextLayout(text, font or look.font(style))
        self._layout.setTextOption(_option(text, centred=centred))
        formats = [self._format(look, part) for part in stretches if part.start < part.end]
        self._layout.setFormats(formats)
        self._break(width)

    @property
    def height(self) -> int:
        """The height of all lines; an empty text has one."""
        return self.line * max(1, self._layout.lineCount())

    @property
    def width(self) -> float:
        """The width of the longest line."""
        return max((line.naturalTextWidth() for line in self._lines()), default=0.0)

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paint the text with the painter's pen, save where a stretch has its own ink."""
        self._layout.draw(painter, QPointF(left, top))

    def boxes(self, start: int, end: int) -> list[QRectF]:
        """Return the boxes, one a line and a full line high, that cover part of the text."""
        first, last = self._units[start], self._units[end]
        boxes = []
        for number, line in enumerate(self._lines()):
            begin = max(first, line.textStart())
            stop = min(last, line.textStart() + line.textLength())
            if begin >= stop:
                continue
            one, two = edge(line, begin), edge(line, stop)
            written = line.naturalTextRect()  # without the spaces at its end
            left = max(min(one, two), written.left())
            right = max(left, min(max(one, two), written.right()))
            boxes.append(QRectF(left, number * self.line, right - left, self.line))
        return boxes

    def baseline(self, number: int) -> float:
        """Return how far below the top the letters of a line stand."""
        line = self._layout.lineAt(number)
        return line.y() + line.ascent()

    def _break(self, width: float) -> None:
        self._layout.beginLayout()
        top = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            above, below = round(line.ascent()), round(line.descent())
            baseline = floor((self.line - above - below) / 2 + above)
            line.setPosition(QPointF(0, top + baseline - line.ascent()))
            top += self.line
        self._layout.endLayout()

    def _lines(self) -> Iterator[QTextLine]:
        return (self._layout.lineAt(n) for n in range(self._layout.lineCount()))

    def _format(self, look: Look, stretch: Stretch) -> QTextLayout.FormatRange:
        written = QTextCharFormat()
        if stretch.style is not None:
            written.setFont(look.font(stretch.style, weight=stretch.weight))
        elif stretch.weight is not None:
            written.setFontWeight(stretch.weight)
        if stretch.room is not None:
            space = QFontMetricsF(self._layout.font()).horizontalAdvance("\u00a0")
            written.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            written.setFontLetterSpacing(stretch.room - space)
        if stretch.ink is not None:
            written.setForeground(look.color(stretch.ink))
        ranged = QTextLayout.FormatRange()
        start, end = self._units[stretch.start], self._units[stretch.end]
        ranged.start, ranged.length, ranged.format = start, end - start, written
        return ranged


def reads_leftwards(text: str) -> bool:
    """Tell whether the text's own first letter belongs to a right-to-left script.

    A text without letters, a year say, runs the way of the interface.
    """
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in {"R", "AL"}:
            return True
        if kind == "L":
            return False
    return QGuiApplication.isRightToLeft()


def direction_of(text: str) -> Qt.LayoutDirection:
    """Return the direction that a text runs in by its own letters."""
    leftwards = reads_leftwards(text)
    return Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight


def edge(line: QTextLine, at: int) -> float:
    """Return where a letter begins: Qt's answer is a pair whose second half is the letter."""
    place = line.cursorToX(at)
    if not isinstance(place, tuple):
        raise TypeError(f"no place in a line: {place!r}")
    return float(place[0])


def _units(text: str) -> Sequence[int]:
    """Map each code point's offset to Qt's, which counts UTF-16 units."""
    if max(text, default="") <= "\uffff":
        return range(len(text) + 1)
    offsets = [0]
    for char in text:
        offsets.append(offsets[-1] + (2 if ord(char) > 0xFFFF else 1))
    return offsets


def _option(text: str, *, centred: bool) -> QTextOption:
    leftwards = reads_leftwards(text)
    side = Qt.AlignmentFlag.AlignRight if leftwards else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else side)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight
    )
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
