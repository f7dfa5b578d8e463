"""A word about what was just done, with the way back, at the bottom of the window."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QEnterEvent,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from quizapp.ui.parts.icon import Icon
from quizapp.ui.parts.margins import set_margins
from quizapp.ui.parts.painting import box
from quizapp.ui.parts.shadow import Cast
from quizapp.ui.parts.text import Text
from quizapp.ui.parts.toast_action import ToastAction
from quizapp.ui.spoken import say, take_role
from quizapp.ui.theme import Look

SHOWN_FOR = 8000
"""Milliseconds; the time stands still while the pointer or the focus is on it."""
_ABOVE_EDGE = 20


class Toast(QWidget):
    """One toast for a whole window: what it says next replaces what it said."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        take_role(self, QAccessible.Role.Notification)
        self._look, self._window = look, window
        self._do: Callable[[], None] = _nothing
        self._lift = 0
        self._icon = Icon(look, "check", "toastText", 16)
        self.words = Text(look, "", ink="toastText")
        self.action = ToastAction(look)
        self.action.clicked.connect(self._act)
        row = QHBoxLayout(self)
        set_margins(row, 16, 10, 12, 10)
        row.setSpacing(12)
        for part in (self._icon, self.words, self.action):
            row.addWidget(part)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_FOR)
        self._timer.timeout.connect(self._fade)
        self._shadow = Cast(look, self, "toast")
        self._before: QWidget | None = None
        self.action.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
        window.installEventFilter(self)
        self.hide()

    def say(
        self,
        words: str,
        *,
        action: str = "",
        keys: str = "",
        do: Callable[[], None] | None = None,
        icon: str = "check",
    ) -> None:
        """Show the words, and an action that may be clicked while they stand there."""
        self.words.setText(words)
        self.setAccessibleName(words)
        say(self, words if not action else f"{words}. {action}")
        self._icon.show_icon(icon)
        self._do = do or _nothing
        self.action.setVisible(bool(action))
        self.action.say(action, keys)
        self.show()
        self.raise_()
        self._place()
        self._timer.start()

    def set_lift(self, lift: int) -> None:
        """Stand this much higher, above what must not be covered."""
        self._lift = lift
        self._place()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the window's foot, and stand still while the action has the focus."""
        match event.type():
            case QEvent.Type.Resize if watched is self.parent():
                self._place()
            case QEvent.Type.FocusIn if watched is self.action:
                self._timer.stop()
            case QEvent.Type.FocusOut if watched is self.action:
                self._wait_again()
            case _:
                pass
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._fade()
        else:
            super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Give the focus back to what had it before, if that is still there."""
        before = self._before
        held = self.action.hasFocus()
        if held and before is not None and isValid(before) and before.isVisible():
            before.setFocus()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        """Stop the time."""
        self._timer.stop()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        """Let the time begin anew."""
        self._wait_again()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dark box."""
        painter = QPainter(self)
        radius, fill = self._look.radius("toast"), self._look.color("toastBg")
        box(painter, QRectF(self.rect()), radius, fill)
        painter.end()

    def _follow(self, old: QWidget | None, now: QWidget | None) -> None:
        """Remember where the focus came from."""
        if now is self.action:
            self._before = old

    def _wait_again(self) -> None:
        if self.isVisible() and not self.action.hasFocus():
            self._timer.start()

    def _act(self) -> None:
        self._fade()
        self._do()

    def _fade(self) -> None:
        self.hide()

    def _place(self) -> None:
        size = self.sizeHint()
        width = min(size.width(), self._window.width() - 2 * _ABOVE_EDGE)
        left = (self._window.width() - width) // 2
        top = self._window.height() - size.height() - max(_ABOVE_EDGE, self._lift)
        self.setGeometry(left, top, width, size.height())


def _nothing() -> None:
    """Do nothing: the words had no action."""
