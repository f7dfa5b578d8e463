"""The formats to choose from, one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from quizapp.operations.exporting import Format
from quizapp.ui.parts.enter_key import press_by_enter
from quizapp.ui.parts.painting import MIDDLE, START, box
from quizapp.ui.spoken import take_role
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_PADDING, _ICON, _GAP, _AROUND = 12, 20, 12, 6
_LEAST = 184
"""Pixels of width at which every name fits at the usual text size."""


class FormatRow(QAbstractButton):
    """One format: its icon, its name and what kind of file it is."""

    def __init__(self, look: Look, form: Format) -> None:
        super().__init__()
        self._look, self.form = look, form
        self._name = tr(form.title)
        self._kind = tr(form.kind) or form.suffix
        self.setCheckable(True)
        self.setAutoExclusive(True)  # a screen reader says: one of several
        self.setAccessibleName(f"{self._name}, {self._kind}")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as Space."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        """Return the room of both lines."""
        look = self._look
        name = QFontMetricsF(look.font("body", weight=600)).horizontalAdvance(self._name)
        kind = QFontMetricsF(look.font("caption")).horizontalAdvance(self._kind)
        beside = 2 * _PADDING + look.icon_size(_ICON) + _GAP
        high = look.line("body") + look.line("caption") + 2 * _AROUND
        return QSize(max(_LEAST, round(max(name, kind)) + 2 + beside), high)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the soft box of the one chosen, the icon, then the two lines."""
        painter = QPainter(self)
        look = self._look
        if self.isChecked():
            fill, outline = look.color("primarySoft"), look.color("primary")
            box(painter, QRectF(self.rect()), look.radius("control"), fill, outline)
        elif self.underMouse():
            box(painter, QRectF(self.rect()), look.radius("control"), look.color("hover"))
        side = look.icon_size(_ICON)
        leftwards = self.isRightToLeft()
        left = self.width() - _PADDING - side if leftwards else _PADDING
        spot = QRectF(left, (self.height() - side) / 2, side, side)
        look.paint_icon(painter, self.form.icon, "text2", spot)
        self._paint_words(painter, _PADDING + side + _GAP, leftwards=leftwards)
        painter.end()

    def _paint_words(self, painter: QPainter, start: int, *, leftwards: bool) -> None:
        look = self._look
        align = START | MIDDLE
        room = self.width() - start - _PADDING + 2
        left = _PADDING if leftwards else start
        name = QRectF(left, _AROUND, room, look.line("body"))
        kind = QRectF(left, _AROUND + look.line("body"), room, look.line("caption"))
        painter.setFont(look.font("body", weight=600))
        painter.setPen(look.color("text"))
        painter.drawText(name, align, self._name)
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("text2"))
        painter.drawText(kind, align, self._kind)


class FormatList(QWidget):
    """`chosen` carries the format that a person takes; the arrows walk through the list."""

    chosen = Signal(object)

    def __init__(self, look: Look, forms: Sequence[Format]) -> None:
        super().__init__()
        take_role(self, QAccessible.Role.Grouping)
        self.setAccessibleName(tr("Formats"))
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(2)
        for number, form in enumerate(forms):
            row = FormatRow(look, form)
            self._group.addButton(row, number)
            column.addWidget(row)
        column.addStretch(1)
        self._group.buttonToggled.connect(self._toggled)

    def choose(self, number: int) -> None:
        """Take a format."""
        self._group.button(number).setChecked(True)

    def take_focus(self) -> None:
        """Put the keyboard on the format that is taken."""
        taken = self._group.checkedButton()
        if taken is not None:
            taken.setFocus()

    def _toggled(self, row: QAbstractButton, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        if on and isinstance(row, FormatRow):
            self.chosen.emit(row.form)
