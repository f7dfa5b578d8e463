"""Study days as squares: a column a week, Monday on top, five steps of one hue."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen
from typing_extensions import override

from quizapp.ui.charts.chart import Chart
from quizapp.ui.parts.painting import MIDDLE, START, box, faded

_DAYS, _ROW, _GAP, _CORNER = 7, 18, 3, 3
_WIDEST = 40
_OPACITY = (0.0, 0.28, 0.5, 0.75, 1.0)
_PATTERNS = (
    Qt.BrushStyle.NoBrush,
    Qt.BrushStyle.Dense6Pattern,
    Qt.BrushStyle.Dense4Pattern,
    Qt.BrushStyle.Dense2Pattern,
    Qt.BrushStyle.SolidPattern,
)


class DayGrid(Chart):
    """A mark's value is its step, 0 to 4; its label names a month that begins in its week."""

    @override
    def height_wanted(self) -> int:
        """Return seven rows and a line for the months."""
        return _DAYS * _ROW + self._look.line("keycap") + 4

    @override
    def moves(self) -> dict[Qt.Key, int]:
        """Go to another week by left and right, to another day by up and down."""
        sideways = {key: way * _DAYS for key, way in super().moves().items() if way in _ONE}
        ends = {key: way for key, way in super().moves().items() if way not in _ONE}
        return sideways | ends | {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}

    @override
    def spots(self) -> list[QRectF]:
        """Return the squares, the first one a Monday."""
        wide = self._column()
        return [
            QRectF(
                2 + number // _DAYS * wide,
                2 + number % _DAYS * _ROW,
                wide - _GAP,
                _ROW - _GAP,
            )
            for number in range(len(self.marks))
        ]

    @override
    def paint_marks(self, painter: QPainter, spots: list[QRectF]) -> None:
        """Paint the squares, an outline around today, and the months below."""
        look = self._look
        top, line = _DAYS * _ROW + 4, look.line("keycap")
        for number, (mark, spot) in enumerate(zip(self.marks, spots, strict=True)):
            area = self.mirrored(spot)
            box(painter, area, _CORNER, look.color("hover"))
            self._paint_step(painter, area, int(mark.value or 0))
            if mark.strong:
                around = area.adjusted(-1.5, -1.5, 1.5, 1.5)
                box(painter, around, _CORNER + 1, None, look.color("text"), 1.5)
            if mark.label and number % _DAYS == 0:
                self._paint_month(painter, spot.left(), top, line, mark.label)

    def _paint_step(self, painter: QPainter, area: QRectF, step: int) -> None:
        ink = self._look.color("memInk")
        if not step:
            return
        if not self._look.patterned:
            box(painter, area, _CORNER, faded(ink, _OPACITY[step]))
            return
        painter.setPen(QPen(ink, 1))
        painter.setBrush(QBrush(ink, _PATTERNS[step]))
        inner = area.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inner, _CORNER, _CORNER)

    def _paint_month(
        self, painter: QPainter, left: float, top: float, line: float, month: str
    ) -> None:
        painter.setFont(self._look.font("keycap", weight=400))
        painter.setPen(self._look.color("text3"))
        area = self.mirrored(QRectF(left, top, 80, line))
        painter.drawText(area, START | MIDDLE, month)

    @override
    def _weight_of_height(self) -> float:
        return 1.0

    def _column(self) -> float:
        weeks = max(1, -(-len(self.marks) // _DAYS))
        return min(float(_WIDEST), (self.width() - 4 + _GAP) / weeks)


_ONE = (1, -1)
