"""A box that is ticked or not, with its words."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from quizapp.ui.parts.enter_key import press_by_enter
from quizapp.ui.parts.painting import MIDDLE, START, box
from quizapp.ui.parts.tick import paint_tick
from quizapp.ui.theme import Look

_BOX, _GAP, _HEIGHT, _CORNER = 18, 8, 30, 4


class Check(QAbstractButton):
    """Click, Space or Enter turn it."""

    def __init__(self, look: Look, words: str, *, ticked: bool = False) -> None:
        super().__init__()
        self._look = look
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setChecked(ticked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as Space."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        """Return the room of box and words."""
        words = QFontMetricsF(self._look.font("body")).horizontalAdvance(self.text())
        width = self._look.icon_size(_BOX) + _GAP + round(words) + 2
        return QSize(width, round(_HEIGHT * self._look.scale))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, its tick, and the words."""
        painter = QPainter(self)
        look, side = self._look, self._look.icon_size(_BOX)
        leftwards = self.isRightToLeft()
        left = self.width() - side if leftwards else 0
        spot = QRectF(left, (self.height() - side) / 2, side, side)
        ticked = self.isChecked()
        outline = look.color("primary" if ticked else "borderStrong")
        box(
            painter,
            spot,
            _CORNER,
            look.color("primary" if ticked else "surface"),
            outline,
            1.5,
        )
        if ticked:
            inside = spot.adjusted(3, 3, -3, -3)
            paint_tick(painter, inside, look.color("onPrimary"))
        painter.setPen(look.color("text"))
        painter.setFont(look.font("body"))
        shift = side + _GAP
        area = self.rect().adjusted(
            0 if leftwards else shift, 0, -shift if leftwards else 0, 0
        )
        painter.drawText(area, START | MIDDLE, self.text())
        painter.end()
