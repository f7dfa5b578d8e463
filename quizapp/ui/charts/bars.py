"""Bars with their figures above and their names below."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from typing_extensions import override

from quizapp.ui.charts.chart import Chart
from quizapp.ui.parts.painting import box, faded

_PLOT, _GAP, _CORNER = 118, 6, 2
_PALE = 0.5


class Bars(Chart):
    """Strong bars are dark; the highest fills the plot."""

    @override
    def height_wanted(self) -> int:
        """Return the plot and a line of words above and below it."""
        return _PLOT + 2 * self._words()

    @override
    def spots(self) -> list[QRectF]:
        """Return the bars from the base line up."""
        if not self.marks:
            return []
        slot = self.width() / len(self.marks)
        gap = min(_GAP, slot * 0.3)
        most = max((mark.value or 0.0 for mark in self.marks), default=0.0) or 1.0
        base = self._words() + _PLOT
        return [
            QRectF(number * slot + gap / 2, base - high, slot - gap, high)
            for number, high in enumerate(
                _PLOT * (mark.value or 0.0) / most for mark in self.marks
            )
        ]

    @override
    def paint_marks(self, painter: QPainter, spots: list[QRectF]) -> None:
        """Paint bars, figures, names and the base line."""
        look, words = self._look, self._words()
        base = words + _PLOT
        for mark, spot in zip(self.marks, spots, strict=True):
            ink = look.color("memInk")
            if spot.height() > 0:
                fill = ink if mark.strong else faded(ink, _PALE)
                box(painter, self.mirrored(spot), _CORNER, fill)
            above = QRectF(spot.left(), spot.top() - words, spot.width(), words)
            ink_above = "text" if mark.strong else "text2"
            self.write(painter, above, mark.figure, ink_above, bold=mark.strong)
            below = QRectF(spot.left(), base + 4, spot.width(), words - 4)
            self.write(painter, below, mark.label, "text3")
        painter.fillRect(QRectF(0, base, self.width(), 1), look.color("borderStrong"))

    def _words(self) -> int:
        return self._look.line("keycap") + 4
