"""A whole number in a field, with two small arrows."""

from PySide6.QtCore import QEvent, QRectF, QSignalBlocker, QSize, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSpinBox
from typing_extensions import override

from quizapp.ui.parts.focus_ring import round_corners
from quizapp.ui.parts.painting import box
from quizapp.ui.style_sheet import dress
from quizapp.ui.theme import Look

_ICON, _ROOM, _PADDING = 14, 26, 10


class NumberField(QSpinBox):
    """`settled` carries the number once it is typed in, and at each step."""

    settled = Signal(int)

    def __init__(self, look: Look, name: str, least: int, most: int) -> None:
        super().__init__()
        self._look = look
        dress(self)
        self.setAccessibleName(name)
        self.setRange(least, most)
        self.setKeyboardTracking(False)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.lineEdit().setTextMargins(_PADDING, 0, _PADDING, 0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self.settled)
        round_corners(self, look.radius("control"))

    def put(self, number: int) -> None:
        """Show a number without saying so."""
        with QSignalBlocker(self):
            self.setValue(number)

    @override
    def sizeHint(self) -> QSize:
        """Return the room of the largest number and the arrows."""
        metrics = QFontMetricsF(self._look.font("body"))
        width = metrics.horizontalAdvance(str(self.maximum())) + 26 + _ROOM
        return QSize(max(88, round(width)), self._look.size("field"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the arrows."""
        super().resizeEvent(event)
        self._place_number()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Leave room for them in another style too: a style sheet knows of no arrows."""
        super().changeEvent(event)
        self._place_number()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Step by a click on one of the arrows."""
        if self._arrows().contains(event.position()):
            upper = event.position().y() < self.height() / 2
            self.stepBy(1 if upper else -1)
        else:
            super().mousePressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and the arrows; the number is the line edit's part."""
        painter = QPainter(self)
        look = self._look
        fill, outline = look.color("surface"), look.color("borderStrong")
        box(painter, QRectF(self.rect()), look.radius("control"), fill, outline)
        side = look.icon_size(_ICON)
        spot = QRectF(0, 0, side, side)
        spot.moveCenter(self._arrows().center())
        look.paint_icon(painter, "chevrons-up-down", "text3", spot)
        painter.end()

    def _place_number(self) -> None:
        room = self._arrows().toRect()
        left = room.right() + 1 if room.left() == 0 else 0
        self.lineEdit().setGeometry(left, 0, self.width() - _ROOM, self.height())

    def _arrows(self) -> QRectF:
        left = 0 if self.isRightToLeft() else self.width() - _ROOM
        return QRectF(left, 0, _ROOM, self.height())
