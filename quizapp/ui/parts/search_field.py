"""A field to search in: the glass before the words, the key that leads here after them."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from quizapp.ui.parts.keycap import cap_size, paint_cap
from quizapp.ui.parts.painting import mirrored
from quizapp.ui.style_sheet import dress
from quizapp.ui.theme import Look

_PADDING, _ICON, _GAP = 13, 16, 8


class SearchField(QLineEdit):
    """`keys` is shown while the field is empty and somewhere else has the keyboard."""

    down = Signal()
    """The arrow down or Enter: to what was found."""
    escaped = Signal()

    def __init__(self, look: Look, placeholder: str, keys: str, width: int) -> None:
        super().__init__()
        self._look, self._keys, self._usual = look, keys, width
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._dress()
        look.changed.connect(self._dress)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go down to what was found; Esc empties, then leaves."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.down.emit()
                return
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.escaped.emit()
            return
        super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        """Return the usual width."""
        return QSize(round(self._usual * self._look.scale), super().sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the glass and the key over the field."""
        super().paintEvent(event)
        painter, look = QPainter(self), self._look
        side = look.icon_size(_ICON)
        glass = QRectF(_PADDING, (self.height() - side) / 2, side, side)
        look.paint_icon(painter, "search", "text2", mirrored(glass, self))
        if self._cap() and not self.text() and not self.hasFocus():
            size = cap_size(look, self._keys)
            left = self.width() - size.width() - 12
            area = QRectF(left, (self.height() - size.height()) / 2, *size.toTuple())
            ink, outline = look.color("text2"), look.color("borderStrong")
            paint_cap(painter, look, mirrored(area, self), self._keys, ink, outline)
        painter.end()

    def _cap(self) -> bool:
        return bool(self._keys) and not self._look.large

    def _dress(self) -> None:
        dress(self, f"min-height: {self._look.size('field') - 2}px;")
        lead = _PADDING + self._look.icon_size(_ICON) + _GAP - 3
        tail = cap_size(self._look, self._keys).width() + 14 if self._cap() else 12
        if self.isRightToLeft():
            self.setTextMargins(tail - 12, 0, lead - 12, 0)
        else:
            self.setTextMargins(lead - 12, 0, tail - 12, 0)
