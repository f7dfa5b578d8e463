"""Deck cards in columns, and the drop zone in what is left of the last row."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from quizapp.ui.parts.drop_zone import DropZone
from quizapp.ui.theme import Look

_THREE, _TWO = 896, 580
"""Pixels of width from which there are so many columns."""


class DeckGrid(QWidget):
    """Three columns, two where it is narrow, one where it is narrower or text is very large."""

    def __init__(self, look: Look, zone: DropZone) -> None:
        super().__init__()
        self._look, self._zone = look, zone
        self._cards: Sequence[QWidget] = ()
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(16)

    def set_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these cards in this order."""
        self._cards = tuple(cards)
        self.arrange()

    def set_gap(self, gap: int) -> None:
        """Keep this much clear between the cards."""
        self._grid.setSpacing(gap)

    def arrange(self) -> None:
        """Place everything anew."""
        columns = self._wanted_columns()
        for number in range(max(columns, self._columns)):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)
        self._columns = columns
        while self._grid.count():
            self._grid.takeAt(0)
        before: QWidget | None = None
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // columns, number % columns)
            if before is not None:
                QWidget.setTabOrder(_last_inside(before), card)
            before = card
        row, column = divmod(len(self._cards), columns)
        self._grid.addWidget(self._zone, row, column, 1, columns - column)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change the number of columns where another suits the width."""
        if self._wanted_columns() != self._columns:
            self.arrange()

    def _wanted_columns(self) -> int:
        if self._look.large or self.width() < _TWO:
            return 1
        return 2 if self.width() < _THREE else 3


def _last_inside(card: QWidget) -> QWidget:
    """Return the widget inside a card that Tab leaves it from."""
    last = card
    for _ in card.findChildren(QWidget):
        following = last.nextInFocusChain()
        if following is None or not card.isAncestorOf(following):
            break
        last = following
    return last
