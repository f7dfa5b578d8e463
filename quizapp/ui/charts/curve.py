"""A line through shares, week by week, and the aim as a dashed line."""

from itertools import pairwise
from math import floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from typing_extensions import override

from quizapp.ui.charts.chart import Chart
from quizapp.ui.parts.painting import END, MIDDLE, START, smooth
from quizapp.ui.theme import Look
from quizapp.ui.wording import percent

_PLOT, _DOT, _GAP = 108, 3, 8
_LEAST_FLOOR = 0.8
"""The scale begins here, or lower where a point is lower."""


class Curve(Chart):
    """Marks without a value leave a hole in the line; the first and the last have names."""

    def __init__(self, look: Look, title: str) -> None:
        super().__init__(look, title)
        self._aim = 0.9

    def set_aim(self, aim: float) -> None:
        """Draw the dashed line here, 0 to 1."""
        self._aim = aim
        self.update()

    @override
    def height_wanted(self) -> int:
        """Return the plot, half a line above it and a line of words below."""
        return self._top() + _PLOT + self._line() + 10

    @override
    def spots(self) -> list[QRectF]:
        """Return a dot for each mark; one without a value lies on the scale's floor."""
        left, width = self._left(), self.width() - self._left() - _DOT - 4
        gaps = max(1, len(self.marks) - 1)
        return [
            QRectF(
                left + width * number / gaps - _DOT,
                self._height_of(self._floor() if mark.value is None else mark.value) - _DOT,
                2 * _DOT,
                2 * _DOT,
            )
            for number, mark in enumerate(self.marks)
        ]

    @override
    def paint_marks(self, painter: QPainter, spots: list[QRectF]) -> None:
        """Paint the scale, the aim, the line, its dots and the names below."""
        self._paint_scale(painter)
        look = self._look
        middles = [
            None if mark.value is None else self.mirrored(spot).center()
            for mark, spot in zip(self.marks, spots, strict=True)
        ]
        painter.setPen(QPen(look.color("primary"), 2.25))
        for one, two in pairwise(middles):
            if one is not None and two is not None:
                painter.drawLine(one, two)
        painter.setBrush(look.color("surface"))
        painter.setPen(QPen(look.color("primary"), 2))
        for middle in middles:
            if middle is not None:
                painter.drawEllipse(middle, _DOT, _DOT)
        self._paint_names(painter)

    def _paint_scale(self, painter: QPainter) -> None:
        look = self._look
        for share in (self._floor(), 1.0):
            self._paint_rule(painter, share, QPen(look.color("border"), 1))
            if abs(self._height_of(share) - self._height_of(self._aim)) >= self._line():
                self._paint_share(painter, share, "text3", bold=False)
        smooth(painter)
        pen = QPen(look.color("text2"), 1.5)
        pen.setDashPattern([3, 3])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self._paint_rule(painter, self._aim, pen)
        self._paint_share(painter, self._aim, "text2", bold=True)

    def _paint_rule(self, painter: QPainter, share: float, pen: QPen) -> None:
        top = round(self._height_of(share)) + 0.5
        line = self.mirrored(QRectF(self._left(), top, self.width() - self._left(), 0))
        painter.setPen(pen)
        painter.drawLine(QPointF(line.left(), top), QPointF(line.right(), top))

    def _paint_share(
        self, painter: QPainter, share: float, ink: str, *, bold: bool
    ) -> None:
        line = self._line()
        area = QRectF(0, self._height_of(share) - line / 2, self._left() - _GAP, line)
        painter.setFont(self._look.font("keycap", weight=600 if bold else 400))
        painter.setPen(self._look.color(ink))
        painter.drawText(self.mirrored(area), END | MIDDLE, percent(share))

    def _paint_names(self, painter: QPainter) -> None:
        if not self.marks:
            return
        top = self._top() + _PLOT + 10
        area = self.mirrored(
            QRectF(self._left(), top, self.width() - self._left(), self._line())
        )
        painter.setFont(self._look.font("keycap", weight=400))
        painter.setPen(self._look.color("text3"))
        painter.drawText(area, START | MIDDLE, self.marks[0].label)
        painter.drawText(area, END | MIDDLE, self.marks[-1].label)

    def _floor(self) -> float:
        """Return the share at the foot of the scale: a whole tenth below every point."""
        values = [mark.value for mark in self.marks if mark.value is not None]
        least = min([*values, self._aim, _LEAST_FLOOR])
        return floor(least * 10) / 10

    def _height_of(self, share: float) -> float:
        floor_ = self._floor()
        return self._top() + _PLOT * (1 - share) / (1 - floor_)

    def _left(self) -> float:
        font = self._look.font("keycap", weight=600)
        return QFontMetricsF(font).horizontalAdvance(percent(1.0)) + _GAP + 2

    def _top(self) -> int:
        return self._line() // 2

    def _line(self) -> int:
        return self._look.line("keycap")
