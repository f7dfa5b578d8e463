"""The Library: what waits today, the decks, and how to get the first one."""

from collections.abc import Callable, Sequence
from datetime import datetime, tzinfo
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QSpacerItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from quizapp.domain.article import ArticleId
from quizapp.domain.question import DeckId
from quizapp.operations import decks, drafts, progress, sharing
from quizapp.operations.decks import DeckSummary
from quizapp.operations.drafts import DraftSummary
from quizapp.operations.progress import Today
from quizapp.settings import Settings
from quizapp.ui.parts.banner import Banner
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.deck_card import DeckCard
from quizapp.ui.parts.deck_grid import DeckGrid
from quizapp.ui.parts.draft_card import DraftCard
from quizapp.ui.parts.drop_zone import DropZone
from quizapp.ui.parts.margins import set_margins
from quizapp.ui.parts.menu import Menu
from quizapp.ui.parts.page_head import PageHead, head_alone
from quizapp.ui.parts.scroll import Scroll
from quizapp.ui.parts.search_opener import SearchOpener
from quizapp.ui.parts.tab_order import order_tabs
from quizapp.ui.parts.text import Text
from quizapp.ui.parts.today_card import TodayCard
from quizapp.ui.parts.welcome import Welcome
from quizapp.ui.slices import Slices
from quizapp.ui.tasks import Tasks
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_SORT_PADDING = 11
"""By which the sort button's words stand inside it: its box reaches into the margin."""
NARROW = 904
"""Pixels of page width below which margins shrink: the window below 960, less the rail."""

Found = tuple[tuple[DeckSummary, ...], tuple[DraftSummary, ...], Today]


class LibraryPage(QWidget):
    """Everything a learner has; asks for other pages by signal."""

    study = Signal(object)
    """A deck's id, or None for the whole Library."""
    read = Signal(object)
    """The id of a deck whose article is to be read."""
    review = Signal(object)
    """The article's id of a draft."""
    discarded = Signal(object)
    """The title of a draft that was thrown away."""
    add = Signal()
    paste = Signal()
    rename = Signal(object, str)
    """The id and title of a deck that is to have another title."""
    removed = Signal(object, str)
    """The id and title of a deck that was taken out."""
    brought_back = Signal(int)
    """How many questions are no longer set aside."""
    exported = Signal(object)
    """The path of a written file."""
    bring_in = Signal()
    """Questions are to be imported."""
    search = Signal()
    """Everything is to be searched."""
    due = Signal(int)

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        settings: Settings,
        clock: Callable[[], datetime],
        zone: tzinfo,
    ) -> None:
        super().__init__()
        self._look, self._tasks, self._settings = look, tasks, settings
        self._clock, self._zone = clock, zone
        self._cards: dict[DeckId, DeckCard] = {}
        self._draft_cards: list[DraftCard] = []
        self._decks: tuple[DeckSummary, ...] = ()
        self._in_order: list[DeckCard] = []
        self._awaited: DeckId | None = None
        self._order = _ORDERS[0]
        self._held_back: Banner | None = None
        self._waking = Slices(self)
        self._stack = QStackedWidget()
        self._blank, self._full = head_alone(look, tr("Library")), QWidget()
        self._welcome = Welcome(look)
        for part in (self._blank, self._full, self._welcome):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._build()
        self._welcome.add.connect(self.add)
        self._welcome.paste.connect(self.paste)
        self._welcome.open_example.connect(self._open_example)
        tasks.changed.connect(self._changed)
        look.changed.connect(self._reshape)

    def use(self, settings: Settings) -> None:
        """Heed other settings from now on."""
        self._settings = settings
        self._changed()

    def look_for(self, deck: DeckId) -> None:
        """Put the focus on a deck's card as soon as it is there."""
        self._awaited = deck

    def reload(self) -> None:
        """Show the Library as it stands now."""
        settings, now, zone = self._settings, self._clock(), self._zone

        self._tasks.read(
            lambda bank: (
                decks.listing(bank, settings, now, zone),
                drafts.listing(bank),
                progress.today(bank, settings, now, zone),
            ),
            self._show,
        )

    def hold_back(self, why: Banner | None) -> None:
        """Say why nothing can be studied here, and hold the way in back; None: it can be."""
        if self._held_back is not None:
            self._held_back.deleteLater()
        self._held_back = why
        if why is not None:
            self._above.addWidget(why)
        set_margins(self._above, 0, 0, _SORT_PADDING, 0 if why is None else 16)
        self._today.hold_back(held=why is not None)

    def act(self) -> None:
        """Take the page's next step: study the deck in focus, else what the day asks for."""
        for deck, card in self._cards.items():
            if card.hasFocus():
                self.study.emit(deck)
                return
        for waiting in self._draft_cards:
            if waiting.hasFocus():
                self.review.emit(waiting.draft.id)
                return
        if self._stack.currentWidget() is self._full:
            self._today.act()
        elif self._stack.currentWidget() is self._welcome:
            self.add.emit()

    def export_deck(self, deck: DeckId) -> None:
        """Ask where to write a deck's questions."""
        for listed in self._decks:
            if listed.id == deck:
                self._export(listed)

    def take_focus(self) -> None:
        """Put the keyboard on the next step."""
        if self._stack.currentWidget() is self._welcome:
            self._welcome.take_focus()
        elif self._held_back is not None:
            self._search.setFocus()
        else:
            self._today.take_focus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Come back, to the top, to what changed meanwhile."""
        if not event.spontaneous():
            self._scroll.verticalScrollBar().setValue(0)
        self.reload()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the shape that suits the width."""
        self._reshape()

    def export(self, deck: DeckId) -> None:
        """Ask where a deck of the Library is to be exported to."""
        for summary in self._decks:
            if summary.id == deck:
                self._export(summary)

    # building

    def _build(self) -> None:
        look = self._look
        self._head = PageHead(look, tr("Library"))
        self._head_button = Button(look, tr("Add article…"), icon="plus")
        self._head_button.clicked.connect(self.add)
        self._search = SearchOpener(look)
        self._search.clicked.connect(self.search)
        for part in (self._search, self._head_button):
            self._head.row.addWidget(part)
        self._today = TodayCard(look)
        self._today.study.connect(lambda: self.study.emit(None))
        self._today.add.connect(self.add)
        drop = DropZone(look, paste_hint=True)
        drop.clicked.connect(self.add)
        self._grid = DeckGrid(look, drop)
        content = QWidget()
        self._content = QVBoxLayout(content)
        self._content.setSpacing(0)
        self._above = QVBoxLayout()
        self._content.addLayout(self._above)
        self._content.addLayout(_short_of(self._today, _SORT_PADDING))
        self._apart = QSpacerItem(0, 0)
        self._content.addSpacerItem(self._apart)
        self._content.addLayout(self._decks_head())
        self._content.addSpacing(9)
        self._content.addLayout(_short_of(self._grid, _SORT_PADDING))
        self._content.addStretch(1)
        self._scroll = Scroll(content)
        bar = self._scroll.verticalScrollBar()
        bar.rangeChanged.connect(self._reshape)
        bar.valueChanged.connect(self._wake_cards)
        column = QVBoxLayout(self._full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._scroll, 1)
        self._reshape()

    def _decks_head(self) -> QHBoxLayout:
        look = self._look
        self._count = Text(look, "", "label", "text3")
        self._sort = Button(
            look,
            tr(self._order[0]),
            "quiet",
            size="small",
            icon="chevron-down",
            icon_size=14,
        )
        # The arrow stands after the words.
        self._sort.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._sort.clicked.connect(self._open_orders)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(Text(look, tr("Decks"), "heading"))
        line.addWidget(self._count)
        line.addStretch(1)
        self._bring_in = Button(
            look, tr("Import…"), "quiet", size="small", icon="file-input", icon_size=14
        )
        self._bring_in.clicked.connect(self.bring_in)
        line.addWidget(self._bring_in)
        line.addWidget(self._sort)
        return line

    def _reshape(self) -> None:
        narrow = self.width() < NARROW
        side, foot = (20, 20) if narrow else (32, 24)
        gutter = self._scroll.gutter() + _SORT_PADDING
        self._content.setContentsMargins(side, 0, max(0, side - gutter), foot)
        self._head.set_narrow(narrow=narrow)
        self._search.set_narrow(narrow=narrow)
        self._bring_in.set_wordless(wordless=narrow and self._look.large)
        self._apart.changeSize(0, 13 if narrow else 21)
        self._today.set_narrow(narrow=narrow)
        self._grid.set_gap(12 if narrow else 16)
        self._grid.fit()
        self._welcome.set_narrow(narrow=narrow)
        self._wake_cards()

    # showing

    def _changed(self) -> None:
        if self.isVisible():
            self.reload()

    def _show(self, found: Found) -> None:
        self._decks, waiting, today = found
        self.due.emit(today.due)
        self._today.show_today(today)
        self._count.setText(str(len(self._decks)))
        self._show_drafts(waiting)
        self._show_cards()
        side = self._full if self._decks or waiting else self._welcome
        if side is self._welcome:
            self._tasks.read(lambda _: sharing.example(), self._welcome.show_example)
        if self._stack.currentWidget() is self._blank:
            # To make all cards takes long enough: they are laid out after that.
            QTimer.singleShot(0, self, partial(self._reveal, side))
        else:
            self._reveal(side)

    def _reveal(self, side: QWidget) -> None:
        """Turn to the decks, or to the welcome, and to the deck that was waited for."""
        self._turn_to(side)
        if self._awaited in self._cards and self.isVisible():
            card = self._cards[self._awaited]
            # What is not shown yet takes no focus.
            card.show()
            card.setFocus()
            self._awaited = None

    def _turn_to(self, side: QWidget) -> None:
        if self._stack.currentWidget() is not side:
            self._stack.setCurrentWidget(side)
            if self.isVisible():
                self.take_focus()

    def _show_cards(self) -> None:
        listed = {deck.id for deck in self._decks}
        self._leave_to_neighbour(listed)
        for gone in [deck for deck in self._cards if deck not in listed]:
            card = self._cards.pop(gone)
            card.hide()
            card.deleteLater()
        for deck in self._decks:
            known = self._cards.get(deck.id)
            if known is None:
                self._cards[deck.id] = self._new_card(deck)
            else:
                known.show_deck(deck)
        self._sort_cards()

    def _leave_to_neighbour(self, listed: set[DeckId]) -> None:
        """Move the focus from a card that goes to the one after it, else to the one before."""
        order, focused = self._in_order, QApplication.focusWidget()
        for at, card in enumerate(order):
            inside = focused is not None and card.isAncestorOf(focused)
            if (card is focused or inside) and card.deck.id not in listed:
                others = [*order[at + 1 :], *order[:at][::-1]]
                stays = (other for other in others if other.deck.id in listed)
                (next(stays, None) or self._head_button).setFocus()
                return

    def _show_drafts(self, waiting: tuple[DraftSummary, ...]) -> None:
        """Show what waits to be reviewed before the decks."""
        known = {card.draft.id: card for card in self._draft_cards}
        self._draft_cards = []
        for draft in waiting:
            card = known.pop(draft.id, None) or self._new_draft_card(draft)
            card.show_draft(draft)
            self._draft_cards.append(card)
        focused = QApplication.focusWidget()
        for gone in known.values():
            if focused is not None and (gone is focused or gone.isAncestorOf(focused)):
                self._head_button.setFocus()
            gone.hide()
            gone.deleteLater()

    def _new_draft_card(self, draft: DraftSummary) -> DraftCard:
        card = DraftCard(self._look, draft)
        card.review.connect(lambda: self.review.emit(card.draft.id))
        card.discard.connect(lambda: self._discard(card.draft.id))
        return card

    def _new_card(self, deck: DeckSummary) -> DeckCard:
        card = DeckCard(self._look, deck)
        card.open.connect(lambda: self._open(card.deck))
        card.study.connect(lambda: self.study.emit(card.deck.id))
        card.rename.connect(lambda: self.rename.emit(card.deck.id, card.deck.title))
        card.export.connect(lambda: self._export(card.deck))
        card.remove.connect(lambda: self._remove(card.deck))
        card.bring_back.connect(lambda: self._bring_back(card.deck.id))
        return card

    def _sort_cards(self) -> None:
        ordered = sorted(self._decks, key=self._order[1])
        self._in_order = [self._cards[deck.id] for deck in ordered]
        cards = [*self._draft_cards, *self._in_order]
        self._grid.set_cards(cards)
        above = (self._search, self._head_button, self._today, self._bring_in, self._sort)
        order_tabs(*above, *cards)
        self._wake_cards()

    def _wake_cards(self) -> None:
        """Show what stands on the cards in sight, and soon what stands near them."""
        top = self._scroll.verticalScrollBar().value() - self._grid.y()
        waking = self._grid.wake(top, self._scroll.viewport().height())
        next(waking)
        self._waking.begin(waking)

    def _open_orders(self) -> None:
        menu = Menu(self)
        for order in _ORDERS:
            action = QAction(tr(order[0]), menu)
            action.triggered.connect(lambda _=False, chosen=order: self._sort_by(chosen))
            menu.addAction(action)
        menu.popup(self._sort.mapToGlobal(QPoint(0, self._sort.height() + 4)))

    def _sort_by(self, order: "Order") -> None:
        self._order = order
        self._sort.setText(tr(order[0]))
        self._sort_cards()

    # deeds

    def _open(self, deck: DeckSummary) -> None:
        """Read the deck's article; a deck without one is studied."""
        (self.read if deck.sentences else self.study).emit(deck.id)

    def _open_example(self) -> None:
        now = self._clock()
        self._tasks.change(lambda bank: sharing.open_example(bank, now), lambda _: None)

    def _remove(self, deck: DeckSummary) -> None:
        now = self._clock()
        self._tasks.change(
            lambda bank: decks.remove(bank, deck.id, now),
            lambda _: self.removed.emit(deck.id, deck.title),
        )

    def _discard(self, draft: ArticleId) -> None:
        self._tasks.change(lambda bank: drafts.discard(bank, draft), self.discarded.emit)

    def _bring_back(self, deck: DeckId) -> None:
        self._tasks.change(
            lambda bank: decks.bring_back_set_aside(bank, deck), self.brought_back.emit
        )

    def _export(self, deck: DeckSummary) -> None:
        from quizapp.ui.dialogs import export

        now, told = self._clock(), self.exported.emit
        export.ask(self._look, self.window(), self._tasks, now, deck.id, told)


Order = tuple[str, Callable[[DeckSummary], tuple[float, str]]]
_ORDERS: Sequence[Order] = (
    ("Sorted by most due", lambda deck: (-deck.counts.due, "")),
    ("Sorted by newest", lambda deck: (-deck.added.timestamp(), "")),
    ("Sorted by title", lambda deck: (0, deck.title.casefold())),
)


def _short_of(widget: QWidget, end: int) -> QHBoxLayout:
    """Return the widget in a row that ends so many pixels earlier."""
    row = QHBoxLayout()
    set_margins(row, 0, 0, end, 0)
    row.addWidget(widget)
    return row
