"""A dialog inside the window: a scrim over everything, a panel in its middle."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from quizapp.ui.parts.button import IconButton
from quizapp.ui.parts.margins import set_margins
from quizapp.ui.parts.panel import Panel
from quizapp.ui.parts.rule import Rule
from quizapp.ui.parts.scroll import Scroll
from quizapp.ui.parts.shadow import Shadow
from quizapp.ui.parts.text import Text
from quizapp.ui.spoken import take_role
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_EDGE = 20


class Overlay(QWidget):
    """Esc, the cross or a click beside it closes; the focus goes back to where it was."""

    closed = Signal()
    acted = Signal()
    """The key of the main action was pressed."""

    def __init__(
        self,
        look: Look,
        window: QWidget,
        title: str,
        content: QWidget,
        width: int,
        *,
        below: str = "",
        footer: QWidget | None = None,
    ) -> None:
        super().__init__(window)
        take_role(self, QAccessible.Role.Dialog)
        self._look, self._window, self._width = look, window, width
        self._before = QApplication.focusWidget()
        self.setAccessibleName(title)
        self.panel = Panel(look, "sheet")
        self.panel.setParent(self)
        self.cross = IconButton(look, "x", tr("Close"))
        self.cross.clicked.connect(self.close_it)
        self._content = content
        self._footer = footer
        self._lay_out(title, below)
        self._shadow = Shadow(look, 2)
        window.installEventFilter(self)
        content.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._keep_focus)
        self._fit()
        self._shadow.draw(*self._cast())
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
        """Follow the window's size, and what the content needs."""
        kind = event.type()
        if watched is self._window and kind == QEvent.Type.Resize:
            self._fit()
        if watched is self._content and kind == QEvent.Type.LayoutRequest:
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
        """Paint the scrim, and the panel's shadow on it."""
        painter, look = QPainter(self), self._look
        painter.fillRect(self.rect(), look.color("scrim"))
        self._shadow.paint(painter, *self._cast())
        painter.end()

    def _keep_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        """Take the keyboard back from a page below that reached for it, and give it later."""
        if now is None or now.window() is not self._window or self.isAncestorOf(now):
            return
        over = [one for one in self._window.findChildren(Overlay) if one.isVisible()]
        if over and over[-1] is self:
            self._before = now
            held = old is not None and isValid(old) and self.isAncestorOf(old)
            back = old if old is not None and held else self._first()
            QTimer.singleShot(0, back, back.setFocus)

    def _first(self) -> QWidget:
        """Return what in the content takes the keyboard first, the cross where nothing does."""
        parts = self._content.findChildren(QWidget)
        takes = (one for one in parts if one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        return next(
            (one for one in takes if one.isVisible() and one.isEnabled()), self.cross
        )

    def _lay_out(self, title: str, below: str) -> None:
        head = QHBoxLayout()
        set_margins(head, 25, 13, 17, 13)
        words = QVBoxLayout()
        words.setSpacing(0)
        start = Qt.AlignmentFlag.AlignLeading
        words.addWidget(Text(self._look, title, "title"), 0, start)
        if below:
            words.setContentsMargins(0, 3, 0, 1)
            words.addWidget(Text(self._look, below, "label", "text2", weight=400), 0, start)
        head.addLayout(words)
        head.addStretch(1)
        head.addWidget(self.cross)
        self._head = head
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(0, 0, 0, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Rule(self._look))
        self._scroll = Scroll(self._content)
        column.addWidget(self._scroll, 1)
        if self._footer is not None:
            column.addWidget(Rule(self._look))
            column.addWidget(self._footer)

    def _cast(self) -> tuple[QRectF, float, float]:
        """Return what casts the shadow: its place, its corners, the screen's ratio."""
        place = QRectF(self.panel.geometry())
        return place, self._look.radius("sheet"), self.devicePixelRatioF()

    def _fit(self) -> None:
        self.setGeometry(self._window.rect())
        width = min(self._width, self.width() - 2 * _EDGE)
        inside = self._content.heightForWidth(width)
        if inside < 0:
            inside = self._content.sizeHint().height()
        around = self._head.sizeHint().height() + 2
        if self._footer is not None:
            around += self._footer.sizeHint().height() + 1
        height = min(inside + around, self.height() - 2 * _EDGE)
        left, top = (self.width() - width) // 2, (self.height() - height) // 2
        self.panel.setGeometry(QRect(left, top, width, height))
