"""Widgets in a row that goes on in the next line where there is no more room."""

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override


class Flow(QWidget):
    """Each widget has the size it asks for; `gap` pixels stay clear between them."""

    def __init__(self, gap: int = 8) -> None:
        super().__init__()
        self._gap = gap
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Add a widget after those already there."""
        widget.setParent(self)
        self._widgets.append(widget)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        """Return the size of all in one row."""
        sizes = [_asked(widget) for widget in self._widgets]
        width = sum(size.width() for size in sizes) + self._gap * (len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the size of the widest alone."""
        sizes = [_asked(widget) for widget in self._widgets]
        width = max((size.width() for size in sizes), default=0)
        return QSize(width, self.sizeHint().height())

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows."""
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the widgets."""
        self._arrange()

    @override
    def event(self, event: QEvent) -> bool:
        """Place them anew when one asks for another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
            self.updateGeometry()
        return super().event(event)

    def _arrange(self) -> None:
        places = self._places(self.width())
        for widget, place in zip(self._widgets, places, strict=True):
            if self.isRightToLeft():
                place.moveLeft(self.width() - place.right() - 1)
            widget.setGeometry(place)

    def _places(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        left = top = 0
        for size in map(_asked, self._widgets):
            if left and left + size.width() > width:
                left, top = 0, places[-1].bottom() + 1 + self._gap
            places.append(QRect(left, top, size.width(), size.height()))
            left += size.width() + self._gap
        return places


def _asked(widget: QWidget) -> QSize:
    return widget.sizeHint().expandedTo(widget.minimumSize())
