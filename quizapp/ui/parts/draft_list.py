"""The questions under review as a list that measures its rows bit by bit."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QFrame, QListView
from typing_extensions import override

from quizapp.domain.draft_deck import DraftDeck, Proposal, Verdict
from quizapp.domain.question import QuestionId
from quizapp.ui import hints
from quizapp.ui.parts.draft_row import DraftRow, Entry
from quizapp.ui.parts.focus_ring import show_ring
from quizapp.ui.slices import Slices
from quizapp.ui.soon import soon
from quizapp.ui.style_sheet import dress
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

Index = QModelIndex | QPersistentModelIndex

_MOVING = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}
_AROUND = 24
"""Rows up and down from the selected one that are in sight at most, and measured at once."""


class DraftList(QListView):
    """It shows some questions of a draft; `moved` tells which one is selected."""

    moved = Signal(object)
    """A question's id."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._entries = _Entries()
        self._heights: list[int] = []
        self._measured: dict[tuple[object, ...], int] = {}
        self._width, self._letters = 0, look.font("body")
        self._measuring = Slices(self)
        self._row = DraftRow(look, self, lambda row: self._heights[row])
        dress(self)
        self.setModel(self._entries)
        self.setItemDelegate(self._row)
        self.setAccessibleName(tr("Questions to review"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setUniformItemSizes(False)
        self.setMouseTracking(True)
        show_ring(self, wanted=False)
        self.selectionModel().currentChanged.connect(self._moved)
        look.changed.connect(soon(self, self._follow).start)

    def show_some(
        self, draft: DraftDeck, some: Sequence[Proposal], chosen: QuestionId | None
    ) -> None:
        """Show these questions of a draft, one of them selected."""
        known = {entry.proposal.id: entry for entry in self._entries.entries}
        numbers = hints.numbered(draft)
        entries: list[Entry] = []
        for one in some:
            entry = known.get(one.id)
            if entry is None or entry.proposal is not one:
                entry = Entry(one, hints.told(draft, one, numbers))
            entries.append(entry)
        at = next((n for n, one in enumerate(some) if one.id == chosen), 0)
        self._make_room_for_bar(len(entries))
        self._guess(entries, at)
        self._entries.take(entries)
        self.choose(chosen)
        self._measuring.begin(self._measure_rest())

    def choose(self, question: QuestionId | None) -> None:
        """Select a question, where it is shown."""
        for row, entry in enumerate(self._entries.entries):
            if entry.proposal.id == question:
                self.setCurrentIndex(self._entries.index(row))
                self.scrollTo(self._entries.index(row))

    def beside(self, question: QuestionId | None, step: int) -> QuestionId | None:
        """Return the question so many rows further; the same at either end."""
        shown = [entry.proposal.id for entry in self._entries.entries]
        if question not in shown:
            return shown[0] if shown else None
        return shown[max(0, min(len(shown) - 1, shown.index(question) + step))]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that move; letters are the page's, not for a search in the list."""
        if event.key() in _MOVING:
            super().keyPressEvent(event)
        else:
            event.ignore()

    @override
    def event(self, event: QEvent) -> bool:
        """Lay the rows out after the style has changed: Qt would at once, however many there are."""
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()
            return QAbstractScrollArea.event(self, event)
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self._make_room_for_bar(len(self._entries.entries))
        if self.viewport().width() != self._width:
            self._measure_anew()

    # heights

    def _follow(self) -> None:
        """Measure anew where the letters are others: in another theme they are not."""
        letters = self._look.font("body")
        if letters != self._letters:
            self._letters = letters
            self._measure_anew()

    def _measure_anew(self) -> None:
        """Forget all heights: the rows have another width or other letters."""
        self._measured.clear()
        self._make_room_for_bar(len(self._entries.entries))
        self._guess(self._entries.entries, max(0, self.currentIndex().row()))
        self.scheduleDelayedItemsLayout()
        self._measuring.begin(self._measure_rest())

    def _make_room_for_bar(self, count: int) -> None:
        """Show the scroll bar before the rows are laid out, where there will surely be one.

        Qt would lay them all out without it, see that they are too many, and begin again.
        """
        policies = Qt.ScrollBarPolicy
        many = count * self._row.least > self.viewport().height()
        self.setVerticalScrollBarPolicy(
            policies.ScrollBarAlwaysOn if many else policies.ScrollBarAsNeeded
        )

    def _guess(self, entries: Sequence[Entry], at: int) -> None:
        """Take the heights that are known, measure those in sight, guess the others."""
        self._width = self.viewport().width()
        guess = self._row.guesses(self._width)
        # To make a key takes longer than to guess: none is made where nothing was measured.
        remembers, heights = bool(self._measured), []
        for row, entry in enumerate(entries):
            known = self._measured.get(_key(entry)) if remembers else None
            if known is None and abs(row - at) <= _AROUND:
                known = self._measure(entry)
            heights.append(known or guess(entry))
        self._heights = heights

    def _measure(self, entry: Entry) -> int:
        key = _key(entry)
        if key not in self._measured:
            self._measured[key] = self._row.height(entry, self._width)
        return self._measured[key]

    def _measure_rest(self) -> Iterator[None]:
        """Measure every row; then lay them out anew, and leave in its place what is in sight."""
        heights = []
        for entry in tuple(self._entries.entries):
            heights.append(self._measure(entry))
            yield
        if heights != self._heights:
            top = self.indexAt(self.viewport().rect().topLeft())
            above = self.visualRect(top).top()
            self._heights = heights
            self.scheduleDelayedItemsLayout()
            moved = self.visualRect(top).top() - above
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + moved)

    def _moved(self, now: QModelIndex) -> None:
        if now.isValid():
            self.moved.emit(self._entries.entries[now.row()].proposal.id)


class _Entries(QAbstractListModel):
    """The rows; what they show is painted from the entry itself."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []

    def take(self, entries: list[Entry]) -> None:
        """Show these; where the rows stay, the place in the list stays too."""
        same = [one.proposal.id for one in entries] == [e.proposal.id for e in self.entries]
        if same:
            before, self.entries = self.entries, entries
            pairs = zip(before, entries, strict=True)
            changed = [row for row, (old, new) in enumerate(pairs) if old != new]
            if changed:
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
            return
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own form
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.entries)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words for screen readers, or the entry itself."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return entry
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return entry.spoken
        return None


def _key(entry: Entry) -> tuple[object, ...]:
    """Return what the height of a row depends on."""
    rejected = entry.proposal.verdict is Verdict.REJECTED
    return entry.proposal.id, entry.proposal.question, rejected, entry.hints
