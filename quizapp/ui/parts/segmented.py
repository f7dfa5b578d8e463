"""A few choices in one frame, of which one is taken."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from quizapp.ui.parts.enter_key import press_by_enter
from quizapp.ui.parts.painting import MIDDLE, START, box
from quizapp.ui.spoken import take_role
from quizapp.ui.theme import Look

_ICON, _GAP, _PADDING, _HEIGHT = 15, 6, 12, 28


class _Segment(QAbstractButton):
    """One choice: an icon, if it has one, and words."""

    def __init__(self, look: Look, icon: str, words: str) -> None:
        super().__init__()
        self._look, self._icon = look, icon
        self.setText(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # a screen reader says: one of several
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as Space."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        """Return the room of icon and words at their boldest."""
        words = QFontMetricsF(self._font(bold=True)).horizontalAdvance(self.text())
        width = round(words) + self._before_words() + _PADDING
        return QSize(width, round(_HEIGHT * self._look.scale))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the soft box of the choice taken, then icon and words."""
        painter = QPainter(self)
        look, chosen = self._look, self.isChecked()
        ink = "onPrimarySoft" if chosen else "text2"
        if chosen or self.underMouse():
            fill = look.color("primarySoft" if chosen else "hover")
            box(painter, QRectF(self.rect()), look.radius("chip"), fill)
        side = look.icon_size(_ICON)
        leftwards = self.isRightToLeft()
        if self._icon:
            left = self.width() - _PADDING - side if leftwards else _PADDING
            spot = QRectF(left, (self.height() - side) / 2, side, side)
            look.paint_icon(painter, self._icon, ink, spot)
        painter.setPen(look.color(ink))
        painter.setFont(self._font(bold=chosen))
        shift = self._before_words()
        area = self.rect().adjusted(
            0 if leftwards else shift, 0, -shift if leftwards else 0, 0
        )
        painter.drawText(area, START | MIDDLE, self.text())
        painter.end()

    def _before_words(self) -> int:
        return _PADDING + (self._look.icon_size(_ICON) + _GAP if self._icon else 0)

    def _font(self, *, bold: bool) -> QFont:
        return self._look.font("label", weight=600 if bold else 500)


class Segmented(QWidget):
    """`chosen` carries the number of the choice, from 0; an icon's name may be empty."""

    chosen = Signal(int)

    def __init__(self, look: Look, choices: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        take_role(self, QAccessible.Role.Grouping)
        self._look = look
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for number, (icon, words) in enumerate(choices):
            segment = _Segment(look, icon, words)
            self._group.addButton(segment, number)
            row.addWidget(segment)
        self._group.idClicked.connect(self.chosen)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def choose(self, number: int) -> None:
        """Take a choice without saying so."""
        self._group.button(number).setChecked(True)

    def say(self, number: int, words: str) -> None:
        """Give a choice other words."""
        self._group.button(number).setText(words)
        self._group.button(number).updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame."""
        painter = QPainter(self)
        look = self._look
        fill, outline = look.color("surface"), look.color("borderStrong")
        box(painter, QRectF(self.rect()), look.radius("control"), fill, outline)
        painter.end()
