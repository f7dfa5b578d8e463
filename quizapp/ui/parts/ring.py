"""A ring that closes as the day's goal is met."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from quizapp.ui.parts.painting import smooth
from quizapp.ui.spoken import take_role
from quizapp.ui.theme import Look
from quizapp.ui.wording import position, tr

SIDE = 56
STROKE = 6


class Ring(QWidget):
    """Today's count inside its share of the goal."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        take_role(self, QAccessible.Role.Graphic)
        self._look, self._done, self._goal = look, 0, 1
        self.setAccessibleName(tr("Today"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_progress(self, done: int, goal: int) -> None:
        """Show how many of the goal are done; more than the goal closes the ring."""
        self._done, self._goal = done, goal
        self.setAccessibleDescription(position(done, goal))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the ring's size, which holds its number at every text size."""
        side = self._look.icon_size(SIDE)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track, the share from the top on, and the number."""
        painter = QPainter(self)
        smooth(painter)
        look, half = self._look, STROKE / 2
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.setPen(QPen(look.color("hover"), STROKE))
        painter.drawEllipse(area)
        share = min(1.0, self._done / self._goal)
        if share:
            pen = QPen(look.color("primary"), STROKE)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(area, 90 * 16, -round(share * 360 * 16))
        painter.setPen(look.color("text"))
        painter.setFont(look.font("label", weight=600))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._done))
        painter.end()
