"""The one button a toast may carry."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy
from typing_extensions import override

from quizapp.ui.parts.enter_key import press_by_enter
from quizapp.ui.parts.keycap import cap_size, paint_cap
from quizapp.ui.parts.painting import MIDDLE, START, faded
from quizapp.ui.theme import Look

_GAP, _PADDING = 12, 8


class ToastAction(QPushButton):
    """A word in the toast's own accent, and the key that does the same."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._keys = look, ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        # A click takes no focus away from where the work is.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def say(self, words: str, keys: str) -> None:
        """Show another action."""
        self.setText(words)
        self._keys = keys
        self.updateGeometry()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as Space."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        """Return the room of the word and its keycap."""
        word = QFontMetricsF(self._font()).horizontalAdvance(self.text())
        cap = cap_size(self._look, self._keys).width() + _GAP if self._keys else 0
        return QSize(round(word) + cap + _PADDING, max(22, self._look.line("body")))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the word and the keycap."""
        painter = QPainter(self)
        look, leftwards = self._look, self.isRightToLeft()
        area = QRectF(self.rect()).adjusted(
            0 if leftwards else _PADDING, 0, -_PADDING if leftwards else 0, 0
        )
        painter.setFont(self._font())
        painter.setPen(look.color("toastAction"))
        painter.drawText(area, START | MIDDLE, self.text())
        if self._keys:
            size = cap_size(look, self._keys)
            left = 0 if leftwards else self.width() - size.width()
            top = (self.height() - size.height()) / 2
            ink = faded(look.color("toastText"), 0.8)
            spot = QRectF(left, top, size.width(), size.height())
            paint_cap(painter, look, spot, self._keys, ink, ink)
        painter.end()

    def _font(self) -> QFont:
        return self._look.font("body", weight=600)
