"""The plain boxes that content lies in: cards, sheets and the lines between them."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
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


class Rule(QWidget):
    """A thin line between two things."""

    def __init__(
        self, look: Look, along: Qt.Orientation = Qt.Orientation.Horizontal
    ) -> None:
        super().__init__()
        self._look = look
        wide, thin = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        across = along is Qt.Orientation.Horizontal
        self.setSizePolicy(*((wide, thin) if across else (thin, wide)))

    @override
    def sizeHint(self) -> QSize:
        """Return one pixel; the layout makes it as long as there is room."""
        return QSize(1, 1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("border"))
        painter.end()
