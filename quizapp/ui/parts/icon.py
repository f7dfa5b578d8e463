"""An icon on its own."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from quizapp.ui.spoken import take_role
from quizapp.ui.theme import Look


class Icon(QWidget):
    """A picture beside words that say the same; screen readers pass over it."""

    def __init__(
        self,
        look: Look,
        name: str,
        ink: str = "text2",
        size: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._name, self._ink, self._side = look, name, ink, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        take_role(self, QAccessible.Role.Graphic)

    def show_icon(self, name: str, ink: str | None = None) -> None:
        """Show another icon, in another ink where one is named."""
        self._name, self._ink = name, ink or self._ink
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the icon's size at this text size."""
        side = self._look.icon_size(self._side)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon over the whole widget."""
        painter = QPainter(self)
        self._look.paint_icon(painter, self._name, self._ink, QRectF(self.rect()))
        painter.end()
