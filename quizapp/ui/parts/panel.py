"""The plain box that content lies in."""

from typing import Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from quizapp.ui.parts.painting import box
from quizapp.ui.theme import Look


class Panel(QWidget):
    """A box of the surface colour with a thin border; whoever makes it lays out the inside."""

    def __init__(self, look: Look, corner: Literal["card", "sheet"] = "card") -> None:
        super().__init__()
        self._look, self._corner = look, corner

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box."""
        painter = QPainter(self)
        look = self._look
        fill, outline = look.color("surface"), look.color("border")
        box(painter, QRectF(self.rect()), look.radius(self._corner), fill, outline)
        painter.end()
