"""A value between two ends, by hand or by arrows."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QStyle
from typing_extensions import override

from quizapp.ui.parts.focus_ring import round_corners
from quizapp.ui.parts.painting import box, mirrored, smooth
from quizapp.ui.theme import Look

_WIDTH, _TRACK, _KNOB, _LEAST = 200, 4, 16, 28


class Slider(QSlider):
    """`settled` carries the value when a hand lets go and after each key."""

    settled = Signal(int)

    def __init__(self, look: Look, name: str, least: int, most: int, step: int = 1) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._look = look
        self.setAccessibleName(name)
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setPageStep(step * 5)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        round_corners(self, _LEAST // 2)

    @override
    def sizeHint(self) -> QSize:
        """Return a size that a hand can hit."""
        return QSize(_WIDTH, max(_LEAST, self._look.icon_size(_KNOB) + 4))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by the arrows, and settle at once."""
        before = self.value()
        super().keyPressEvent(event)
        if self.value() != before:
            self.settled.emit(self.value())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to where the hand is."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go_to(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the hand."""
        if self.isSliderDown():
            self._go_to(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Settle where the hand let go."""
        if self.isSliderDown():
            self.setSliderDown(False)
            self.settled.emit(self.value())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track, the part of it before the knob, and the knob."""
        painter = QPainter(self)
        smooth(painter)
        look, knob = self._look, self._look.icon_size(_KNOB)
        left = QStyle.sliderPositionFromValue(
            self.minimum(), self.maximum(), self.value(), self.width() - knob
        )
        middle = (self.height() - _TRACK) / 2
        track = QRectF(0, middle, self.width(), _TRACK)
        box(painter, track, _TRACK / 2, look.color("hover"))
        done = mirrored(QRectF(0, middle, left + knob / 2, _TRACK), self)
        box(painter, done, _TRACK / 2, look.color("primary"))
        spot = mirrored(QRectF(left, (self.height() - knob) / 2, knob, knob), self)
        painter.setPen(QPen(look.color("primary"), 2))
        painter.setBrush(look.color("hover" if self.underMouse() else "surface"))
        painter.drawEllipse(spot.adjusted(1, 1, -1, -1))
        painter.end()

    def _go_to(self, event: QMouseEvent) -> None:
        knob = self._look.icon_size(_KNOB)
        at = event.position().x() - knob / 2
        room = self.width() - knob
        along = room - at if self.isRightToLeft() else at
        value = QStyle.sliderValueFromPosition(
            self.minimum(), self.maximum(), round(along), room
        )
        step = self.singleStep()
        self.setValue(self.minimum() + round((value - self.minimum()) / step) * step)
