"""On or off."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy
from typing_extensions import override

from quizapp.ui.parts.enter_key import press_by_enter
from quizapp.ui.parts.focus_ring import round_corners
from quizapp.ui.parts.painting import box, smooth
from quizapp.ui.theme import Look

_WIDTH, _HEIGHT, _KNOB, _INSET = 36, 20, 12, 4
_LEAST = 28
"""Pixels that a hand needs to hit it."""


class Switch(QCheckBox):
    """A check box in the shape of a switch; `name` says what it turns on."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        round_corners(self, _HEIGHT // 2)

    @override
    def sizeHint(self) -> QSize:
        """Return a size that a hand can hit."""
        look = self._look
        return QSize(look.icon_size(_WIDTH), max(_LEAST, look.icon_size(_HEIGHT)))

    @override
    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere on it."""
        return self.rect().contains(pos)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as Space."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track and the knob, which lies at the end where it is on."""
        painter = QPainter(self)
        smooth(painter)
        look, on = self._look, self.isChecked()
        wide, high = look.icon_size(_WIDTH), look.icon_size(_HEIGHT)
        track = QRectF(0, (self.height() - high) / 2, wide, high)
        fill = look.color("primary" if on else "surface")
        outline = look.color("primary" if on else "borderStrong")
        box(painter, track, high / 2, fill, outline, 1.5)
        knob, inset = look.icon_size(_KNOB), look.icon_size(_INSET)
        at_end = on != self.isRightToLeft()
        left = wide - inset - knob if at_end else inset
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("onPrimary" if on else "borderStrong"))
        painter.drawEllipse(QRectF(left, (self.height() - knob) / 2, knob, knob))
        if self.underMouse() and not on:
            painter.setPen(QPen(look.color("text2"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(track.adjusted(1, 1, -1, -1), high / 2, high / 2)
        painter.end()
