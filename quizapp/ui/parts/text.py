"""A label in one of the design's type styles."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override

from quizapp.ui.parts.typeset import UNBOUNDED, Stretch, Typeset, reads_leftwards
from quizapp.ui.spoken import take_role
from quizapp.ui.theme import Look

_HEADINGS = {"display", "title", "heading"}


class Text(QLabel):
    """Words in a type style and an ink; `wrap` breaks lines, else what does not fit is elided.

    A screen reader takes those in large type for headings.
    """

    _may_be_heading = True

    def __init__(
        self,
        look: Look,
        text: str = "",
        style: str = "body",
        ink: str = "text",
        *,
        weight: int | None = None,
        wrap: bool = False,
        centred: bool = False,
    ) -> None:
        super().__init__()
        self._sizes: dict[float, QSize] = {}
        """Of the present words and style, by the width they are broken at."""
        self._broken_at: tuple[float, Typeset] | None = None
        """The width at which they were broken last, and the lines: they are painted often."""
        self._dressed = look.dressed
        self._is_heading = self._may_be_heading and style in _HEADINGS
        if self._is_heading:
            take_role(self, QAccessible.Role.Heading)
        self.setText(text)
        self._look, self._style, self._ink = look, style, ink
        self._weight, self._centred = weight, centred
        self._inset = 0
        self._stretches: Sequence[Stretch] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
        else:
            policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    @override
    def setText(self, text: str) -> None:
        """Show other words; a heading is called by them."""
        super().setText(text)
        self._forget()
        if self._is_heading:
            self.setAccessibleName(text)

    def set_style(
        self, style: str, ink: str | None = None, *, weight: int | None = None
    ) -> None:
        """Change the type style, and the ink where one is named."""
        self._style, self._weight = style, weight
        self._ink = ink or self._ink
        self._forget()
        self.updateGeometry()
        self.update()

    def set_stretches(self, stretches: Sequence[Stretch]) -> None:
        """Set parts of the present text otherwise."""
        self._stretches = stretches
        self._forget()
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the size of the text in one line for each of its own lines."""
        size = self._size(UNBOUNDED)
        return QSize(size.width() + 2 * self._inset, size.height())

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the room for the longest word, or for a letter and the dots."""
        line = self._look.line(self._style)
        metrics = QFontMetricsF(self._font())
        if not self.wordWrap():
            whole = metrics.horizontalAdvance(self.text())
            return QSize(_up(min(whole, metrics.horizontalAdvance("MM…"))), line)
        words = (metrics.horizontalAdvance(word) for word in self.text().split())
        return QSize(_up(min(max(words, default=0.0), 120.0)), line)

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height of the broken lines; -1 where lines are never broken."""
        if not self.wordWrap():
            return -1
        return self._size(width - 2 * self._inset).height()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines from the top, a single one in the middle."""
        painter = QPainter(self)
        painter.setPen(self._look.color(self._ink if self.isEnabled() else "disabled"))
        typeset = self._typeset(self.width() - 2 * self._inset)
        if not self.wordWrap():
            painter.translate(0, (self.height() - typeset.height) / 2)
            if reads_leftwards(typeset.text) and not self._centred:
                # What ends at the right must end at this widget's, however wide its line is.
                painter.translate(self.width() - 2 * self._inset - typeset.room, 0)
        painter.save()
        self.paint_under(painter, typeset)
        painter.restore()
        typeset.paint(painter, self._inset, 0)
        painter.end()

    def paint_under(self, painter: QPainter, typeset: Typeset) -> None:
        """Paint what lies beneath the letters: nothing, unless a kind of text has it."""

    def _size(self, width: float) -> QSize:
        """Return the size of the words, once measured: layouts ask again and again."""
        self._follow_look()
        whole = self._sizes.get(UNBOUNDED)
        if whole is not None and width >= whole.width():
            return whole
        if width not in self._sizes:
            typeset = self._typeset(width)
            self._sizes[width] = QSize(_up(typeset.width), typeset.height)
        return self._sizes[width]

    def _follow_look(self) -> None:
        if self._dressed != self._look.dressed:
            self._dressed = self._look.dressed
            self._forget()

    def _forget(self) -> None:
        self._sizes.clear()
        self._broken_at = None

    def _font(self) -> QFont:
        return self._look.font(self._style, weight=self._weight)

    def _typeset(self, width: float) -> Typeset:
        self._follow_look()
        if self._broken_at is None or self._broken_at[0] != width:
            self._broken_at = (width, self._break(width))
        return self._broken_at[1]

    def _break(self, width: float) -> Typeset:
        text, font = self.text(), self._font()
        if not self.wordWrap():
            metrics = QFontMetricsF(font)
            if metrics.horizontalAdvance(text) > width + 1:
                text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
                stretches: Sequence[Stretch] = ()
                return self._set(text, font, stretches, width)
        return self._set(text, font, self._stretches, width)

    def _set(
        self, text: str, font: QFont, stretches: Sequence[Stretch], width: float
    ) -> Typeset:
        return Typeset(
            self._look,
            text,
            self._style,
            width if self.wordWrap() else max(width, _one_line(font, text)),
            font=font,
            stretches=stretches,
            centred=self._centred and width < UNBOUNDED,
        )


class Figure(Text):
    """A number in large type, which is no heading."""

    _may_be_heading = False


def _one_line(font: QFont, text: str) -> float:
    """Return a width at which the text does not break."""
    return QFontMetricsF(font).horizontalAdvance(text) + 2


def _up(width: float) -> int:
    """Return whole pixels with room for the last glyph's soft edge."""
    return int(width) + 1
