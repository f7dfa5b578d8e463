"""A box that can be clicked as a whole."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QMouseEvent, QPainter, QPaintEvent
from typing_extensions import override

from quizapp.ui.parts.focus_ring import round_corners
from quizapp.ui.parts.painting import box
from quizapp.ui.parts.panel import Panel
from quizapp.ui.spoken import take_role
from quizapp.ui.theme import Look


class PressPanel(Panel):
    """Its outline is stronger under the pointer; whoever makes it listens for the keys."""

    pressed = Signal()

    def __init__(self, look: Look, radius: int) -> None:
        super().__init__(look)
        take_role(self, QAccessible.Role.Button)
        self._radius, self._hovered = radius, False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        round_corners(self, radius)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click."""
        inside = self.rect().contains(event.position().toPoint())
        if inside and event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    @override
    def enterEvent(self, event: object) -> None:
        """Show that it can be clicked."""
        self._hovered = True
        self.update()

    @override
    def leaveEvent(self, event: object) -> None:
        """Show it at rest."""
        self._hovered = False
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box."""
        painter, look = QPainter(self), self._look
        role, width = self.outline()
        fill, line = look.color("surface"), look.color(role)
        box(painter, QRectF(self.rect()), self._radius, fill, line, width)
        painter.end()

    def outline(self) -> tuple[str, float]:
        """Return the outline's colour, by role, and its width."""
        return "borderStrong" if self._hovered else "border", 1.0
