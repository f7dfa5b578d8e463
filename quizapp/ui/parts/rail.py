"""The rail at the window's side: the pages, and at its foot what is no page."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFont,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QAbstractButton,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from quizapp.paths import ASSETS
from quizapp.ui.parts.enter_key import press_by_enter
from quizapp.ui.parts.painting import MIDDLE, START, box, mirrored, smooth
from quizapp.ui.parts.tip import explain
from quizapp.ui.spoken import take_role
from quizapp.ui.theme import Look

_ICON, _GAP, _PADDING = 18, 12, 12
_MINI_PADDING = 22
"""Around the icon of an item that is only an icon."""
_LOGO, _NAME = 28, 16
_RING = 12


class RailItem(QAbstractButton):
    """One line of the rail; `keys` are named in its tip, `page`: it leads to a page."""

    def __init__(
        self, look: Look, icon: str, words: str, keys: str = "", *, page: bool = True
    ) -> None:
        super().__init__()
        if page:
            take_role(self, QAccessible.Role.PageTab)
            self.setCheckable(True)
        self._look, self._icon = look, icon
        self._badge, self._mini, self._busy = "", False, False
        self.setText(words)
        self.setAccessibleName(words)
        named = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        self._tip = f"{words}  {named}" if keys else words
        self._named = named
        self.setAccessibleDescription(named)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def icon_name(self) -> str:
        """The name of its icon."""
        return self._icon

    def set_badge(self, badge: str, spoken: str) -> None:
        """Show a number at the item's end; `spoken` says what it counts."""
        self._badge = badge
        self.setAccessibleDescription(", ".join(filter(None, (spoken, self._named))))
        self.update()

    def set_busy(self, *, busy: bool) -> None:
        """Show a small ring after the badge while work goes on behind the page."""
        self._busy = busy
        self.update()

    def set_mini(self, *, mini: bool) -> None:
        """Show the icon alone, its words in the tip."""
        self._mini = mini
        explain(self, self._tip if mini else "")
        self.updateGeometry()
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as Space."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        """Return the room of icon and words, or of the icon alone."""
        if self._mini:
            side = mini_side(self._look)
            return QSize(side, side)
        return QSize(120, self._look.size("button"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box of the chosen item, its bar, then icon, words and badge."""
        painter = QPainter(self)
        look, chosen = self._look, self.isChecked()
        area = QRectF(self.rect())
        if chosen:
            fill, outline = look.color("surface"), look.color("border")
            box(painter, area, look.radius("control"), fill, outline)
            bar = QRectF(0, 8, 3, self.height() - 16)
            box(painter, mirrored(bar, self), 1.5, look.color("primary"))
        elif self.underMouse():
            box(painter, area, look.radius("control"), look.color("hover"))
        side = look.icon_size(_ICON)
        left = (self.width() - side) / 2 if self._mini else float(_PADDING)
        spot = QRectF(left, (self.height() - side) / 2, side, side)
        ink = "primary" if chosen else "text2"
        look.paint_icon(painter, self._icon, ink, mirrored(spot, self))
        if not self._mini:
            self._paint_words(painter, left + side + _GAP)
        self._paint_end(painter)
        painter.end()

    def _paint_words(self, painter: QPainter, left: float) -> None:
        look, chosen = self._look, self.isChecked()
        painter.setFont(look.font("body", weight=600 if chosen else 500))
        painter.setPen(look.color("text" if chosen or self.underMouse() else "text2"))
        area = QRectF(left, 0, self.width() - left - _PADDING, self.height())
        self._write(painter, area, START, self.text())

    def _paint_end(self, painter: QPainter) -> None:
        """Paint the badge and after it the ring of work going on; a mini item has no badge."""
        look, right = self._look, float(_PADDING)
        if self._busy:
            smooth(painter)
            end = self.width() - (4.0 if self._mini else _PADDING)
            top = 4.0 if self._mini else (self.height() - _RING) / 2
            spot = mirrored(QRectF(end - _RING, top, _RING, _RING), self)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("hover"), 2))
            painter.drawEllipse(spot)
            painter.setPen(QPen(look.color("primary"), 2))
            painter.drawArc(spot, 90 * 16, -100 * 16)
            right += _RING + _GAP / 2
        if self._badge and not self._mini:
            painter.setFont(look.font("caption", weight=600))
            painter.setPen(look.color("primary"))
            area = QRectF(self.rect()).adjusted(0, 0, -right, 0)
            self._write(painter, area, Qt.AlignmentFlag.AlignRight, self._badge)

    def _write(
        self, painter: QPainter, area: QRectF, side: Qt.AlignmentFlag, words: str
    ) -> None:
        side = QStyle.visualAlignment(self.layoutDirection(), side)
        centre = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(mirrored(area, self), side | centre, words)


class Rail(QWidget):
    """Pages from the top on in the order they are added, other items at the foot."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._mini = look, False
        self._items: dict[str, RailItem] = {}
        self._pages: list[str] = []
        self._foot: list[str] = []
        self._brand = _Brand(look)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(2)
        self._column.addWidget(self._brand)
        self._column.addStretch(1)
        self.set_mini(mini=False)
        look.changed.connect(self._resize)

    def add_page(self, name: str, icon: str, words: str, keys: str) -> None:
        """Add a page below those there are."""
        item = self._add(name, icon, words, keys)
        self._pages.append(name)
        self._column.insertWidget(len(self._pages), item)

    def add_at_foot(self, name: str, icon: str, words: str, keys: str) -> None:
        """Add something that is no page."""
        self._column.addWidget(self._add(name, icon, words, keys, page=False))

    def add_page_at_foot(self, name: str, icon: str, words: str, keys: str) -> None:
        """Add a page that stands apart from the others."""
        item = self._add(name, icon, words, keys)
        self._foot.append(name)
        self._column.addWidget(item)

    def item(self, name: str) -> RailItem:
        """Return an item by its name."""
        return self._items[name]

    def listing(self) -> list[tuple[str, str, str]]:
        """Return name, icon and words of every item, the pages first."""
        return [(name, item.icon_name, item.text()) for name, item in self._items.items()]

    def select(self, name: str) -> None:
        """Mark the page that is shown."""
        for page in (*self._pages, *self._foot):
            self._items[page].setChecked(page == name)

    def set_mini(self, *, mini: bool) -> None:
        """Show icons only, or icons and words."""
        self._mini = mini
        self._brand.set_mini(mini=mini)
        for item in self._items.values():
            item.set_mini(mini=mini)
        self._column.setContentsMargins(*((8, 12, 9, 12) if mini else (12, 16, 13, 16)))
        self._resize()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line at the rail's inner edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("rail"))
        edge = 0 if self.isRightToLeft() else self.width() - 1
        painter.fillRect(edge, 0, 1, self.height(), self._look.color("border"))
        painter.end()

    def _add(
        self, name: str, icon: str, words: str, keys: str, *, page: bool = True
    ) -> RailItem:
        item = RailItem(self._look, icon, words, keys, page=page)
        item.set_mini(mini=self._mini)
        item.clicked.connect(lambda: self.chosen.emit(name))
        self._items[name] = item
        return item

    def _resize(self) -> None:
        look = self._look
        self.setFixedWidth(mini_side(look) + 16 if self._mini else look.size("rail"))


class _Brand(QWidget):
    """The program's mark and name."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._mini = look, False
        self._mark = QSvgRenderer(str(ASSETS / "app" / "quizapp.svg"), self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_mini(self, *, mini: bool) -> None:
        """Show the mark alone."""
        self._mini = mini
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the room of the mark and the space below it."""
        above, below = (2, 16) if self._mini else (2, 20)
        return QSize(_LOGO, above + _LOGO + below - 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark, and the name beside it."""
        painter = QPainter(self)
        look, inset = self._look, 8.0
        if self._mini:
            inset = (self.width() - _LOGO) / 2
        leftwards = self.isRightToLeft()
        left = self.width() - inset - _LOGO if leftwards else inset
        self._mark.render(painter, QRectF(left, 2, _LOGO, _LOGO))
        if not self._mini:
            painter.setPen(look.color("text"))
            painter.setFont(self._font())
            room = QRectF(inset + _LOGO + 10, 2, self.width() - inset - _LOGO - 10, _LOGO)
            if leftwards:
                room.moveLeft(0)
            painter.drawText(room, START | MIDDLE, "Quizapp")
        painter.end()

    def _font(self) -> QFont:
        font = self._look.font("heading")
        font.setPixelSize(round(_NAME * self._look.scale))
        return font


def mini_side(look: Look) -> int:
    """Return the side of an item that is only an icon."""
    return look.icon_size(_ICON) + _MINI_PADDING
