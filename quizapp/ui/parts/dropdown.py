"""One choice out of several, behind a field that opens them."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from quizapp.ui.parts.enter_key import press_by_enter
from quizapp.ui.parts.menu import Menu
from quizapp.ui.parts.painting import MIDDLE, START, box
from quizapp.ui.theme import Look

_PADDING, _ICON, _GAP = 12, 14, 8


class Dropdown(QAbstractButton):
    """`chosen` carries the number of the choice, from 0, when a person takes another.

    It is as wide as its longest choice, and at most `widest` pixels.
    """

    chosen = Signal(int)

    def __init__(
        self, look: Look, name: str, choices: Sequence[str] = (), *, widest: int = 240
    ) -> None:
        super().__init__()
        self._look, self._name, self._widest = look, name, widest
        self._choices: tuple[str, ...] = ()
        self._number = 0
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)
        self.set_choices(choices)

    @property
    def number(self) -> int:
        """The number of the choice, from 0."""
        return self._number

    def set_choices(self, choices: Sequence[str]) -> None:
        """Offer these, the first one taken."""
        self._choices = tuple(choices)
        self.choose(0)
        self.updateGeometry()

    def choose(self, number: int) -> None:
        """Take a choice without saying so."""
        self._number = number
        shown = self._choices[number] if self._choices else ""
        self.setText(shown)
        self.setAccessibleName(f"{self._name}: {shown}")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the room of the longest choice, up to a limit."""
        look = self._look
        metrics = QFontMetricsF(look.font("body"))
        longest = max((metrics.horizontalAdvance(one) for one in self._choices), default=0)
        beside = 2 * _PADDING + _GAP + look.icon_size(_ICON)
        width = min(round(longest) + 2 + beside, round(self._widest * look.scale))
        return QSize(width, look.size("field"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the next or the last choice by up and down, open by Enter."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers():
            number = self._number + step
            if 0 <= number < len(self._choices):
                self._take(number)
        elif not press_by_enter(self, event):
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, the choice and the arrow."""
        painter = QPainter(self)
        look = self._look
        fill = look.color("hover" if self.underMouse() else "surface")
        outline = look.color("borderStrong")
        box(painter, QRectF(self.rect()), look.radius("control"), fill, outline)
        side = look.icon_size(_ICON)
        leftwards = self.isRightToLeft()
        left = _PADDING if leftwards else self.width() - _PADDING - side
        spot = QRectF(left, (self.height() - side) / 2, side, side)
        look.paint_icon(painter, "chevron-down", "text2", spot)
        painter.setFont(look.font("body"))
        painter.setPen(look.color("text"))
        room = QRectF(self.rect()).adjusted(_PADDING, 0, -_PADDING - side - _GAP, 0)
        if leftwards:
            room.moveLeft(_PADDING + side + _GAP)
        words = QFontMetricsF(look.font("body")).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width() + 1
        )
        painter.drawText(room, START | MIDDLE, words)
        painter.end()

    def _open(self) -> None:
        menu = Menu(self)
        group = QActionGroup(menu)
        for number, words in enumerate(self._choices):
            action = QAction(words.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(number == self._number)
            action.triggered.connect(lambda _=False, taken=number: self._take(taken))
            group.addAction(action)
            menu.addAction(action)
        menu.setMinimumWidth(self.width())
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))
        if self._choices:
            menu.setActiveAction(menu.actions()[self._number])

    def _take(self, number: int) -> None:
        self.choose(number)
        self.chosen.emit(number)
