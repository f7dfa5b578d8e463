"""A dialog inside the window: a scrim over everything, a panel in its middle."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from quizapp.ui.parts.button import IconButton
from quizapp.ui.parts.panel import Panel
from quizapp.ui.parts.rule import Rule
from quizapp.ui.parts.scroll import Scroll
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_EDGE = 20


class Overlay(QWidget):
    """Esc, the cross or a click beside it closes; the focus goes back to where it was."""

    closed = Signal()

    def __init__(
        self, look: Look, window: QWidget, title: str, content: QWidget, width: int
    ) -> None:
        super().__init__(window)
        self._look, self._window, self._width = look, window, width
        self._before = QApplication.focusWidget()
        self.setAccessibleName(title)
        self.panel = Panel(look, "sheet")
        self.panel.setParent(self)
        self.cross = IconButton(look, "x", tr("Close"))
        self.cross.clicked.connect(self.close_it)
        self._content = content
        self._lay_out(title)
        self._cast_shadow()
        window.installEventFilter(self)
        self._fit()
        self.show()
        self.raise_()

    def close_it(self) -> None:
        """Close, and give the focus back to what had it, if that is still there."""
        self._window.removeEventFilter(self)
        self.hide()
        self.deleteLater()
        before = self._before
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()
        self.closed.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc, scroll by the arrows; no other key reaches what lies below."""
        bar = self._scroll.verticalScrollBar()
        steps = {
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
        }
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_it()
        elif key in steps:
            bar.setValue(bar.value() + steps[key])

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close on a click beside the panel."""
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close_it()

    @override
    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Keep the focus inside."""
        held = [
            widget
            for widget in self.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
        ]
        now = QApplication.focusWidget()
        if held:
            at = held.index(now) if now in held else -1
            held[(at + (1 if forwards else -1)) % len(held)].setFocus(
                Qt.FocusReason.TabFocusReason
            )
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scrim."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("scrim"))
        painter.end()

    def _lay_out(self, title: str) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(25, 13, 17, 13)
        head.addWidget(Text(self._look, title, "title"))
        head.addStretch(1)
        head.addWidget(self.cross)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(0, 0, 0, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Rule(self._look))
        self._scroll = Scroll(self._content)
        column.addWidget(self._scroll, 1)

    def _fit(self) -> None:
        self.setGeometry(self._window.rect())
        width = min(self._width, self.width() - 2 * _EDGE)
        inside = self._content.heightForWidth(width)
        if inside < 0:
            inside = self._content.sizeHint().height()
        head = self._look.size("iconButton") + 26
        height = min(inside + head + 2, self.height() - 2 * _EDGE)
        left, top = (self.width() - width) // 2, (self.height() - height) // 2
        self.panel.setGeometry(QRect(left, top, width, height))

    def _cast_shadow(self) -> None:
        shadow = QGraphicsDropShadowEffect(self.panel)
        shadow.setBlurRadius(48)
        shadow.setOffset(0, 16)
        shadow.setColor(QColor(self._look.color("shadow")))
        self.panel.setGraphicsEffect(shadow)
