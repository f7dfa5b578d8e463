"""Where a session plays: the sheet at the top, the footer at the bottom edge."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from quizapp.ui.cards.picture import give_room
from quizapp.ui.cards.sheet import Sheet
from quizapp.ui.theme import Look

LEAST_SHEET = 364
_LARGE_SHEET = 1080


@dataclass(frozen=True, slots=True)
class Shape:
    """How the room is shared; all in pixels."""

    beside: int
    above: int
    over_footer: int
    below: int
    padding: tuple[int, int]
    fills: bool = False
    """The sheet takes all there is."""


WIDE = Shape(beside=24, above=32, over_footer=16, below=24, padding=(28, 36))
COMPACT = Shape(beside=16, above=8, over_footer=12, below=16, padding=(18, 24))
LARGE = Shape(beside=24, above=8, over_footer=12, below=16, padding=(20, 32), fills=True)


class Stage(QWidget):
    """Lay out sheet and footer; the footer keeps its place whatever the sheet shows."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.sheet = Sheet(look)
        self.sheet.setParent(self)
        self._footer: QWidget | None = None
        self._shape = WIDE
        self._padding = WIDE.padding[0]
        self._least = LEAST_SHEET

    def set_shape(self, shape: Shape) -> None:
        """Share the room in another way."""
        self._shape = shape
        self.arrange()

    def show_card(self, content: QWidget, *, padding: int, least: int) -> None:
        """Put a card on the sheet; `padding` and `least` height hold in a wide window."""
        self._padding, self._least = padding, least
        give_room(content, self.height())
        self.sheet.show_content(content)
        self.sheet.show()
        self.arrange()

    def show_footer(self, footer: QWidget) -> None:
        """Put another footer in the old one's place."""
        if self._footer is not None:
            self._footer.hide()
            self._footer.deleteLater()
        self._footer = footer
        footer.setParent(self)
        footer.show()
        self.arrange()

    @property
    def footer(self) -> QWidget | None:
        """What stands at the foot."""
        return self._footer

    @property
    def footer_height(self) -> int:
        """How much of the bottom the footer takes."""
        if self._footer is None:
            return 0
        return self._footer_needs() + self._shape.over_footer + self._shape.below

    def arrange(self) -> None:
        """Place both."""
        shape = self._shape
        wide = _LARGE_SHEET if shape.fills else self._look.size("sheetWidth")
        width = min(wide, self.width() - 2 * shape.beside)
        left = (self.width() - width) // 2
        foot = self.height()
        if self._footer is not None:
            high = self._footer_needs()
            top = self.height() - shape.below - high
            self._footer.setGeometry(QRect(left, top, width, high))
            foot = top - shape.over_footer
        padding = self._padding if shape.padding == WIDE.padding else shape.padding[0]
        self.sheet.set_padding(padding, shape.padding[1])
        room = max(0, foot - shape.above)
        high = min(room, max(self._least_here(), self.sheet.wanted(width)))
        self.sheet.setGeometry(left, shape.above, width, room if shape.fills else high)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew."""
        give_room(self.sheet, self.height())
        self.arrange()

    @override
    def event(self, event: QEvent) -> bool:
        """Arrange anew when a part asks for another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)

    def _least_here(self) -> int:
        return self._least if self._shape.padding == WIDE.padding else 0

    def _footer_needs(self) -> int:
        footer = self._footer
        if footer is None:
            return 0
        layout = footer.layout()
        if layout is not None:
            layout.activate()
        return footer.sizeHint().height()
