"""The text strip as a map: a click or the arrows go to a sentence."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from quizapp.domain.strip import Segment
from quizapp.ui.parts.focus_ring import round_corners
from quizapp.ui.parts.painting import box
from quizapp.ui.parts.text_strip import TextStrip
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_STRIP, _BELOW = 18, 5
"""Height of the strip, and the room below it for the line under the chosen sentence."""
_WIDEST = 560
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
}


class TextMap(TextStrip):
    """`chosen` carries the number of a sentence, from zero."""

    chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        self._selected, self._hovered = -1, -1
        super().__init__(look, height=_STRIP)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(_WIDEST)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        round_corners(self, look.radius("keycap"))

    def select(self, number: int) -> None:
        """Mark the sentence that is read."""
        self._selected = number
        self.update()

    @override
    def set_segments(self, segments: Sequence[Segment]) -> None:
        """Show another text, or the same one as it is known now."""
        super().set_segments(segments)
        self.setAccessibleName(tr("Map of the text"))

    @override
    def sizeHint(self) -> QSize:
        """Return the strip's size, with the line below it."""
        return QSize(_WIDEST, _STRIP + _BELOW)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the strip, a line under the chosen sentence, a paler one under the pointer."""
        super().paintEvent(event)
        painter, places = QPainter(self), self.places()
        for number, ink in ((self._hovered, "borderStrong"), (self._selected, "text")):
            if 0 <= number < len(places):
                left, width = places[number]
                area = QRectF(left, self.height() - 2, max(width, 2.0), 2)
                box(painter, area, 0, self._look.color(ink))
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the sentence under the pointer."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._choose(self._at(event.position().x()))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where a click would go; go there while the button is held."""
        self._hovered = self._at(event.position().x())
        if event.buttons() & Qt.MouseButton.LeftButton and self._hovered != self._selected:
            self._choose(self._hovered)
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        """Show the strip at rest."""
        self._hovered = -1
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by arrows, which follow the direction of reading."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            event.ignore()
            return
        sideways = event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}
        self._choose(
            self._selected + (-step if sideways and self.isRightToLeft() else step)
        )

    def _choose(self, number: int) -> None:
        if 0 <= number < len(self.places()):
            self.chosen.emit(number)

    def _at(self, x: float) -> int:
        places = self.places()
        across = self.width() - x if self.isRightToLeft() else x
        starts = [
            self.width() - left - width if self.isRightToLeft() else left
            for left, width in places
        ]
        return max(0, bisect_right(starts, across) - 1)
