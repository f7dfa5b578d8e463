"""One ring for a whole window, around whatever the keyboard would act on."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from quizapp.ui.parts.painting import box
from quizapp.ui.theme import Look

_WIDTH, _GAP = 2, 2
_REACH = _WIDTH + _GAP
_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit)
_KEYS = {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}
_POINTING = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin}
_MOVING = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}


def round_corners(widget: QWidget, radius: int) -> None:
    """Tell the ring how round this widget's corners are; without it they count as a control's."""
    widget.setProperty("corner", radius)


def show_ring(widget: QWidget, *, wanted: bool) -> None:
    """Tell the ring to stay away from a widget that shows its focus by itself."""
    widget.setProperty("ringless", not wanted)


class FocusRing(QWidget):
    """Paint the ring while the keyboard is in use, and around text fields always.

    Make it after the window's content; it lies above all of it and lets every click through.
    """

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look, self._window = look, window
        self._by_keyboard = True
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._outline = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        window.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice whether hand or keyboard moves the focus, and where the target went."""
        kind = event.type()
        if kind in _KEYS:
            self._by_keyboard = True
            self._fit()
        elif kind in _POINTING:
            self._by_keyboard = False
            self._fit()
        elif kind in _MOVING:
            self._fit()
        if kind == QEvent.Type.Show and watched is self.parent():
            handle = self._window.windowHandle()
            if handle is not None:
                handle.installEventFilter(self)
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring."""
        painter = QPainter(self)
        corner = self._target.property("corner") if self._target is not None else None
        radius = self._look.radius("control") if corner is None else int(corner)
        area = QRectF(self._outline.translated(-self.pos()))
        box(painter, area, radius + _REACH, None, self._look.color("focus"), _WIDTH)
        painter.end()

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        for widget in filter(isValid, self._watched):
            widget.removeEventFilter(self)
        inside = now is not None and now.window() is self._window
        self._target = now if inside else None
        self._watched = _with_ancestors(self._target, self._window)
        for widget in self._watched:
            widget.installEventFilter(self)
        self._fit()

    def _fit(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not self._wanted(target):
            self.hide()
            return
        corner = target.mapTo(self._window, QPoint(0, 0))
        around = QRect(corner, target.size())
        self._outline = around.adjusted(-_REACH, -_REACH, _REACH, _REACH)
        self.setGeometry(self._outline & _room(target, self._window))
        self.show()
        self.raise_()
        self.update()

    def _wanted(self, target: QWidget) -> bool:
        in_use = self._by_keyboard or isinstance(target, _FIELDS)
        return in_use and target.isVisible() and not target.property("ringless")


def _with_ancestors(widget: QWidget | None, window: QWidget) -> list[QWidget]:
    """Return the widget and all that could move it, the window left out."""
    found = []
    while widget is not None and widget is not window:
        found.append(widget)
        widget = widget.parentWidget()
    return found


def _room(target: QWidget, window: QWidget) -> QRect:
    """Return what of the window a scrolled target may be seen in."""
    room = window.rect()
    widget = target.parentWidget()
    while widget is not None and widget is not window:
        parent = widget.parentWidget()
        if isinstance(parent, QAbstractScrollArea) and widget is parent.viewport():
            corner = widget.mapTo(window, QPoint(0, 0))
            room &= QRect(corner, widget.size())
        widget = parent
    return room
