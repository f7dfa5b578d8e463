"""Tags as chips that can be taken away, and a place to write another."""

from PySide6.QtCore import QRectF, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCompleter,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from quizapp.ui.parts.enter_key import press_by_enter
from quizapp.ui.parts.field import Field
from quizapp.ui.parts.flow import Flow
from quizapp.ui.parts.painting import box
from quizapp.ui.parts.tip import explain
from quizapp.ui.style_sheet import dress
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_PADDING, _CROSS, _GAP, _HEIGHT = 8, 12, 6, 28


class TagChip(QAbstractButton):
    """A tag; pressing it takes it away."""

    def __init__(self, look: Look, tag: str) -> None:
        super().__init__()
        self._look = look
        self.setText(tag)
        words = tr("Remove tag %1").replace("%1", tag)
        self.setAccessibleName(words)
        explain(self, words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter, and Delete, as Space."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.click()
        elif not press_by_enter(self, event):
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        """Return the room of the tag and its cross."""
        words = QFontMetricsF(self._font()).horizontalAdvance(self.text())
        cross = self._look.icon_size(_CROSS)
        width = round(min(words + 1, 220 * self._look.scale)) + _GAP + cross
        return QSize(width + 2 * _PADDING, round(_HEIGHT * self._look.scale))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        painter, look = QPainter(self), self._look
        fill = look.color("hover" if self.underMouse() else "sunken")
        box(painter, QRectF(self.rect()).adjusted(0, 2, 0, -2), look.radius("chip"), fill)
        side, leftwards = look.icon_size(_CROSS), self.isRightToLeft()
        left = _PADDING if leftwards else self.width() - _PADDING - side
        spot = QRectF(left, (self.height() - side) / 2, side, side)
        look.paint_icon(painter, "x", "text2", spot)
        room = side + _GAP + _PADDING
        area = self.rect().adjusted(
            room if leftwards else _PADDING, 0, -_PADDING if leftwards else -room, 0
        )
        painter.setFont(self._font())
        painter.setPen(look.color("text2"))
        words = QFontMetricsF(self._font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, area.width() + 2
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def _font(self) -> QFont:
        return self._look.font("caption", weight=500)


class TagField(QWidget):
    """The chips above, the field below; Enter adds what was written."""

    added = Signal(str)
    taken = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[str, ...] = ()
        self._known = QStringListModel(self)
        self._chips: Flow | None = None
        self._field = Field(look, tr("Add tag"))
        self._field.setPlaceholderText(tr("Add tag"))
        self._field.returnPressed.connect(self._add)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._field.setCompleter(completer)
        popup = completer.popup()
        if popup is not None:
            dress(popup)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._field)

    def know(self, tags: tuple[str, ...]) -> None:
        """Offer these while one is written."""
        self._known.setStringList(list(tags))

    def put(self, tags: tuple[str, ...]) -> None:
        """Show these tags."""
        if tags == self._shown:
            return
        self._shown = tags
        if self._chips is not None:
            held = any(chip.hasFocus() for chip in self._chips.findChildren(TagChip))
            self._chips.hide()
            self._column.removeWidget(self._chips)
            self._chips.deleteLater()
            self._chips = None
            if held:
                self._field.setFocus()
        if tags:
            self._chips = Flow(6)
            for tag in tags:
                chip = TagChip(self._look, tag)
                chip.clicked.connect(lambda _=False, gone=tag: self.taken.emit(gone))
                self._chips.add(chip)
            self._column.insertWidget(0, self._chips)

    def _add(self) -> None:
        written = " ".join(self._field.text().split())
        if written:
            self._field.clear()
            self.added.emit(written)
