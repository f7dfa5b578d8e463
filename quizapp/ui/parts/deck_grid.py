"""Deck cards in columns, and the drop zone in what is left of the last row."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from quizapp.ui.parts.deck_card import DeckCard
from quizapp.ui.parts.drop_zone import DropZone
from quizapp.ui.parts.sizes import CARD
from quizapp.ui.theme import Look

_THREE, _TWO = 896, 580
"""Pixels of width from which there are so many columns."""

_AT_ONCE = 6
"""Cards."""


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
        if tuple(cards) != self._cards:
            self._cards = tuple(cards)
            self._arrange()

    def set_gap(self, gap: int) -> None:
        """Keep this much clear between the cards."""
        if gap != self._grid.spacing():
            self._grid.setSpacing(gap)

    def fit(self) -> None:
        """Change the number of columns where another suits the width."""
        if self._wanted_columns() != self._columns:
            self._arrange()

    def wake(self, top: int, room: int) -> Iterator[None]:
        """Show what stands on the decks' cards from `top` on, as far as there is room.

        The first of them are done before anything is yielded; the others and as much above and
        below have time, and all further away is put to rest.
        """
        seen: list[DeckCard] = []
        near: list[DeckCard] = []
        far: list[DeckCard] = []
        for card, at, foot in self._places():
            if top < foot and at < top + room:
                seen.append(card)
            elif top - room < foot and at < top + 2 * room:
                near.append(card)
            else:
                far.append(card)
        for card in seen[:_AT_ONCE]:
            card.set_near(near=True)
        yield
        for card in (*seen[_AT_ONCE:], *near):
            card.set_near(near=True)
            yield
        for card in far:
            card.set_near(near=False)

    def _places(self) -> Iterator[tuple[DeckCard, float, float]]:
        """Yield the decks' cards with where they begin and end, laid out yet or not."""
        columns = max(1, self._columns)
        rows = max(1, -(-len(self._cards) // columns))
        height = max(CARD, self.height() / rows)
        for number, card in enumerate(self._cards):
            if isinstance(card, DeckCard):
                row = number // columns
                yield card, row * height, (row + 1) * height

    def _arrange(self) -> None:
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
        """Take the shape that suits the width."""
        self.fit()

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
