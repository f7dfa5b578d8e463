"""The last seven days as marks: done, rest, missed, and today."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from quizapp.stats import DayMark, DayState
from quizapp.ui import dates
from quizapp.ui.parts.painting import smooth
from quizapp.ui.parts.tick import paint_tick
from quizapp.ui.spoken import take_role
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_MARK, _COLUMN, _GAP, _ICON = 22, 26, 4, 12


class DayMarks(QWidget):
    """Each mark with the first letters of its day below it; the last one is today."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        take_role(self, QAccessible.Role.Graphic)
        self._look = look
        self._days: tuple[DayMark, ...] = ()
        self.setAccessibleName(tr("The last seven days"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_days(self, days: Sequence[DayMark]) -> None:
        """Show these days."""
        self._days = tuple(days)
        named = (f"{dates.weekday_in_full(d.date)}: {_spoken(d.state)}" for d in days)
        self.setAccessibleDescription(", ".join(named))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the room of seven marks."""
        high = self._look.icon_size(_MARK) + _GAP + self._look.line("caption")
        return QSize(7 * self._look.icon_size(_COLUMN), high)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks over the whole width."""
        painter = QPainter(self)
        smooth(painter)
        column = self._look.icon_size(_COLUMN)
        step = (self.width() - column) / max(1, len(self._days) - 1)
        for number, day in enumerate(self._days):
            left = number * step
            if self.isRightToLeft():
                left = self.width() - left - column
            self._paint(painter, day, left, is_today=number == len(self._days) - 1)
        painter.end()

    def _paint(
        self, painter: QPainter, day: DayMark, left: float, *, is_today: bool
    ) -> None:
        look = self._look
        column, side = look.icon_size(_COLUMN), look.icon_size(_MARK)
        spot = QRectF(left + (column - side) / 2, 0, side, side)
        self._paint_mark(painter, day.state, spot, is_today=is_today)
        painter.setFont(look.font("caption", weight=600 if is_today else 400))
        painter.setPen(look.color("text" if is_today else "text3"))
        below = QRectF(left - _GAP, side + _GAP, column + 2 * _GAP, look.line("caption"))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, dates.weekday(day.date))

    def _paint_mark(
        self, painter: QPainter, state: DayState, spot: QRectF, *, is_today: bool
    ) -> None:
        look = self._look
        icon = look.icon_size(_ICON)
        middle = QRectF(0, 0, icon, icon)
        middle.moveCenter(spot.center())
        if state is DayState.DONE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("primary"))
            painter.drawEllipse(spot)
            paint_tick(painter, middle, look.color("onPrimary"))
            return
        width = 2.0 if is_today else 1.5
        pen = QPen(look.color("primary" if is_today else "borderStrong"), width)
        if state is DayState.REST:
            pen.setDashPattern([2, 1.6])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = width / 2
        painter.drawEllipse(spot.adjusted(inset, inset, -inset, -inset))
        if state is DayState.REST:
            look.paint_icon(painter, "moon", "text2", middle)


def _spoken(state: DayState) -> str:
    names = {
        DayState.DONE: tr("done"),
        DayState.REST: tr("rest day"),
        DayState.MISSED: tr("no study"),
        DayState.OPEN: tr("not yet done"),
    }
    return names[state]
