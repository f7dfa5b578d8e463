"""A few words about what the pointer rests on, in a dark box beside it."""

from math import ceil

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QAccessible, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from quizapp.ui.parts.painting import box
from quizapp.ui.parts.shadow import Cast
from quizapp.ui.parts.typeset import Typeset
from quizapp.ui.spoken import take_role
from quizapp.ui.theme import Look

_PROPERTY = "tip"
_WIDEST = 360
"""Pixels of the words, at the usual text size."""
_BESIDE, _ABOVE = 8, 4
"""Pixels between the words and the edge of the box."""
_BELOW_POINTER, _ABOVE_POINTER, _EDGE = 20, 8, 4
_SHOWN_FOR, _A_LETTER = 10_000, 40
"""Milliseconds that a tip stands, and for how many more by each letter."""
_ENDING = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.KeyPress,
    QEvent.Type.Wheel,
    QEvent.Type.WindowDeactivate,
}
_GONE = {QEvent.Type.Leave, QEvent.Type.Hide, QEvent.Type.DeferredDelete}
"""What happens to that which is explained."""


def explain(widget: QWidget, words: str) -> None:
    """Give a widget its tip; without words it has none."""
    widget.setProperty(_PROPERTY, words)


def explanation(widget: QWidget) -> str:
    """Return the tip of a widget, empty where it has none."""
    return str(widget.property(_PROPERTY) or "")


class Tip(QWidget):
    """One for a whole window; it goes as soon as the pointer does, or a key is pressed.

    Qt's own would be a window, whose corners stay square on most desktops, and which only a style
    sheet of the application can dress.
    """

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        take_role(self, QAccessible.Role.ToolTip)
        self._look, self._window = look, window
        self._about: QObject | None = None
        self._set = Typeset(look, "", "caption", 0.0)
        self._shadow = Cast(look, self, "chip")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def words(self) -> str:
        """What it says, empty while it is not shown."""
        return self._set.text if self.isVisible() else ""

    def tell(self, pointer: QPoint) -> bool:
        """Show the tip of what lies at a place of the window; return whether there is any."""
        about = self._window.childAt(pointer)
        while about is not None and about is not self._window and not explanation(about):
            about = about.parentWidget()
        if about is None or about is self._window:
            self.hide()
            return False
        words = explanation(about)
        if about is self._about and words == self.words:
            return True
        self._about = about
        self._set = self._broken(words)
        self.setAccessibleName(words)
        self._place(pointer)
        self.show()
        self.raise_()
        self.update()
        if (application := QCoreApplication.instance()) is not None:
            application.installEventFilter(self)
        self._timer.start(_SHOWN_FOR + _A_LETTER * len(words))
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when the pointer leaves what is explained, or anything else is done."""
        kind = event.type()
        if kind in _ENDING or (watched is self._about and kind in _GONE):
            self.hide()
        return False

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Watch nothing while there is nothing to see."""
        self._timer.stop()
        self._about = None
        if event.spontaneous():  # the window was put away: it shall not come back with it
            self.hide()
        if (application := QCoreApplication.instance()) is not None:
            application.removeEventFilter(self)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dark box and the words."""
        painter, look = QPainter(self), self._look
        box(painter, QRectF(self.rect()), look.radius("chip"), look.color("toastBg"))
        painter.setPen(look.color("toastText"))
        self._set.paint(painter, _BESIDE, _ABOVE)
        painter.end()

    def _broken(self, words: str) -> Typeset:
        """Return the words in lines, the longest as wide as the box."""
        widest = min(_WIDEST * self._look.scale, self._window.width() - 4 * _BESIDE)
        width = ceil(Typeset(self._look, words, "caption", widest).width)
        return Typeset(self._look, words, "caption", width)

    def _place(self, pointer: QPoint) -> None:
        """Stand below the pointer, above it where there is no room, and always in the window."""
        width = round(self._set.room) + 2 * _BESIDE
        size = QSize(width, self._set.height + 2 * _ABOVE)
        room = self._window.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        spot = QRect(pointer + QPoint(0, _BELOW_POINTER), size)
        if spot.bottom() > room.bottom():
            spot.moveBottom(pointer.y() - _ABOVE_POINTER)
        if self.isRightToLeft():
            spot.moveRight(pointer.x())
        spot.moveTop(max(room.top(), min(spot.top(), room.bottom() - size.height())))
        spot.moveLeft(max(room.left(), min(spot.left(), room.right() - size.width())))
        self.setGeometry(spot)
