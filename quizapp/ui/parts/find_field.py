"""A field to search with, a glass at its beginning."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from quizapp.ui.style_sheet import dress
from quizapp.ui.theme import Look

_ICON, _INSET, _GAP = 16, 12, 6


class FindField(QLineEdit):
    """What is sought stands as a hint while nothing is typed."""

    def __init__(self, look: Look, sought: str) -> None:
        super().__init__()
        self._look = look
        dress(self)
        self.setPlaceholderText(sought)
        self.setAccessibleName(sought)
        look.changed.connect(self._fit)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and the glass."""
        super().paintEvent(event)
        painter = QPainter(self)
        side = self._look.icon_size(_ICON)
        left = self.width() - _INSET - side if self.isRightToLeft() else _INSET
        spot = QRectF(left, (self.height() - side) / 2, side, side)
        self._look.paint_icon(painter, "search", "text2", spot)
        painter.end()

    def _fit(self) -> None:
        room = self._look.icon_size(_ICON) + _GAP
        leftwards = self.isRightToLeft()
        self.setTextMargins(0 if leftwards else room, 0, room if leftwards else 0, 0)
