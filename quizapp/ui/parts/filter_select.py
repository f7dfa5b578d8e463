"""A box that shows what is chosen and opens a menu of what else may be."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from quizapp.ui.parts.enter_key import press_by_enter
from quizapp.ui.parts.menu import Menu
from quizapp.ui.parts.painting import MIDDLE, START, box, mirrored
from quizapp.ui.parts.tip import explain
from quizapp.ui.theme import Look

_PADDING, _GAP, _CHEVRON, _ICON = 12, 8, 14, 15
_HEIGHT = 30


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the menu; `value` is what `chosen` carries."""

    words: str
    value: object
    icon: str = ""


class FilterSelect(QAbstractButton):
    """`name` says what is chosen here, its words what of it; a `bare` one has no box."""

    chosen = Signal(object)

    def __init__(
        self, look: Look, name: str, widest: int = 240, *, bare: bool = False
    ) -> None:
        super().__init__()
        self._look, self._name, self._widest, self._icon = look, name, widest, ""
        self._bare = bare
        self._choices: Sequence[Choice] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Have these in the menu."""
        self._choices = choices

    def show_words(self, words: str, icon: str = "") -> None:
        """Show what is chosen."""
        self._icon = icon
        self.setText(words)
        self.setAccessibleName(f"{self._name}: {words}")
        explain(self, words if self.sizeHint().width() >= self._most() else "")
        self.updateGeometry()
        self.update()

    def open_menu(self) -> None:
        """Open the menu below."""
        menu = Menu(self)
        for choice in self._choices:
            action = QAction(choice.words.replace("&", "&&"), menu)
            if choice.icon:
                action.setIcon(self._look.icon(choice.icon, "text2", 16))
            action.triggered.connect(
                lambda _=False, value=choice.value: self.chosen.emit(value)
            )
            menu.addAction(action)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter or the down arrow, too."""
        if event.key() == Qt.Key.Key_Down:
            self.open_menu()
        elif not press_by_enter(self, event):
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        """Return the room of the words, up to the widest."""
        words = QFontMetricsF(self._look.font("label", weight=400))
        width = words.horizontalAdvance(self.text()) + self._around() + 2
        return QSize(round(min(width, self._most())), round(_HEIGHT * self._look.scale))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the room of a few letters."""
        return QSize(round(72 * self._look.scale), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, the words that fit, and the arrow at the end."""
        painter, look = QPainter(self), self._look
        self._paint_box(painter)
        left = float(_PADDING)
        ink = "text" if self.isEnabled() else "disabled"
        if self._icon:
            side = look.icon_size(_ICON)
            self._paint_icon(painter, self._icon, ink, left, side)
            left += side + 6
        arrow = 0 if self._bare else look.icon_size(_CHEVRON)
        right = _PADDING + arrow
        if not self._bare:
            self._paint_icon(painter, "chevron-down", "text2", self.width() - right, arrow)
        font = look.font("label", weight=400)
        painter.setFont(font)
        painter.setPen(look.color(ink))
        area = QRectF(left, 0, self.width() - left - right - self._gap, self.height())
        words = QFontMetricsF(font).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(mirrored(area, self), START | MIDDLE, words)
        painter.end()

    def _paint_box(self, painter: QPainter) -> None:
        look, hovered = self._look, self.underMouse() and self.isEnabled()
        if self._bare and not hovered:
            return
        fill = look.color("hover" if hovered else "surface")
        outline = None if self._bare else look.color("borderStrong")
        box(painter, QRectF(self.rect()), look.radius("control"), fill, outline)

    @property
    def _gap(self) -> int:
        return 0 if self._bare else _GAP

    def _paint_icon(
        self, painter: QPainter, icon: str, ink: str, left: float, side: int
    ) -> None:
        spot = QRectF(left, (self.height() - side) / 2, side, side)
        self._look.paint_icon(painter, icon, ink, mirrored(spot, self))

    def _around(self) -> int:
        icon = self._look.icon_size(_ICON) + 6 if self._icon else 0
        arrow = 0 if self._bare else self._look.icon_size(_CHEVRON)
        return 2 * _PADDING + self._gap + arrow + icon

    def _most(self) -> int:
        return round(self._widest * self._look.scale)
