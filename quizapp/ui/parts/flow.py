"""Widgets in a row that goes on in the next line where there is no more room."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QRect, QSize, Qt
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

    def put_first(self, widget: QWidget) -> None:
        """Add a widget before those already there; the keyboard reaches it first as well."""
        widget.setParent(self)
        self._widgets.insert(0, widget)
        for one, after in pairwise(self._widgets):
            QWidget.setTabOrder(one, after)
        widget.setVisible(self.isVisible())
        self.updateGeometry()

    def drop(self, widget: QWidget) -> None:
        """Take a widget out, for good."""
        self._widgets.remove(widget)
        widget.hide()
        widget.deleteLater()
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        """Return the size of all in one row."""
        sizes = [_asked(widget) for widget in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the size of the widest alone."""
        sizes = [_asked(widget) for widget in self._shown()]
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
        for widget, place in zip(self._shown(), places, strict=True):
            if self.isRightToLeft():
                place.moveLeft(self.width() - place.right() - 1)
            widget.setGeometry(place)

    def _shown(self) -> list[QWidget]:
        """Return the widgets that take room: those that were not hidden on purpose."""
        by_purpose = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
        return [
            w for w in self._widgets if not (w.isHidden() and w.testAttribute(by_purpose))
        ]

    def _places(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        left = top = 0
        for size in map(_asked, self._shown()):
            if left and left + size.width() > width:
                left, top = 0, max(place.bottom() for place in places) + 1 + self._gap
            places.append(QRect(left, top, size.width(), size.height()))
            left += size.width() + self._gap
        return _in_the_middle(places)


def _in_the_middle(places: list[QRect]) -> list[QRect]:
    """Return the places with lower ones in the middle of their row."""
    heights: dict[int, int] = {}
    for place in places:
        heights[place.top()] = max(heights.get(place.top(), 0), place.height())
    return [
        place.translated(0, (heights[place.top()] - place.height()) // 2)
        for place in places
    ]


def _asked(widget: QWidget) -> QSize:
    return widget.sizeHint().expandedTo(widget.minimumSize())
