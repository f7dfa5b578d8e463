"""The questions under review as a list: what was said of each, its words, what to look at."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from quizapp.domain.draft_deck import DraftDeck, Proposal, Verdict
from quizapp.domain.question import Gap, Question, QuestionId, kind_of, prompt_of
from quizapp.ui import hints, wording
from quizapp.ui.parts.focus_ring import show_ring
from quizapp.ui.parts.painting import box
from quizapp.ui.parts.typeset import Typeset
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

Index = QModelIndex | QPersistentModelIndex

_AROUND_GAP = 48
"""Characters of a sentence shown before its gap."""
_SIDE, _ABOVE, _GAP, _MARK, _KIND = 12, 9, 10, 18, 16
_CHIP, _CHIP_ICON, _CHIP_GAP, _CHIP_SIDE = 24, 14, 6, 8
_BAR = 3
_MOVING = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}
_ICONS: dict[Verdict, tuple[str, str]] = {
    Verdict.OPEN: ("circle", "borderStrong"),
    Verdict.KEPT: ("circle-check", "success"),
    Verdict.REJECTED: ("circle-x", "again"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A question of the list with the words of its hints."""

    proposal: Proposal
    hints: tuple[hints.Told, ...]

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        said = {
            Verdict.OPEN: tr("to review"),
            Verdict.KEPT: tr("kept"),
            Verdict.REJECTED: tr("rejected"),
        }[self.proposal.verdict]
        question = self.proposal.question
        kind = wording.kind(kind_of(question))
        parts = (prompt_of(question), kind, said, *(hint.chip for hint in self.hints))
        return ", ".join(parts)


class DraftList(QListView):
    """It shows some questions of a draft; `moved` tells which one is selected."""

    moved = Signal(object)
    """A question's id."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._entries = _Entries()
        self.setModel(self._entries)
        self.setItemDelegate(_Painter(look, self))
        self.setAccessibleName(tr("Questions to review"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setUniformItemSizes(False)
        self.setMouseTracking(True)
        show_ring(self, wanted=False)
        self.selectionModel().currentChanged.connect(self._moved)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def show_some(
        self, draft: DraftDeck, some: Sequence[Proposal], chosen: QuestionId | None
    ) -> None:
        """Show these questions of a draft, one of them selected."""
        self._entries.take([Entry(one, hints.told(draft, one)) for one in some])
        self.choose(chosen)

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
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

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
            for row, (old, new) in enumerate(zip(before, entries, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(row), self.index(row))
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


class _Painter(QStyledItemDelegate):
    """Paints a row: state, words, chips, kind."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the broken words and the chips below them."""
        width = self._view.viewport().width()
        entry = index.data(Qt.ItemDataRole.UserRole)
        height = self._words(entry, width).height + 2 * _ABOVE + 1
        rows = self._chips(entry, width)
        if rows:
            height += 4 + rows[-1][0].bottom() + 1
        return QSize(width, height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row."""
        entry = index.data(Qt.ItemDataRole.UserRole)
        area = QRect(option.rect)
        state = option.state
        painter.save()
        painter.setClipRect(area)
        painter.fillRect(area, self._look.color(_ground(state)))
        line = QRect(area.left(), area.bottom(), area.width(), 1)
        painter.fillRect(line, self._look.color("border"))
        if state & QStyle.StateFlag.State_Selected and self._view.hasFocus():
            bar = QRectF(area.left(), area.top(), _BAR, area.height() - 1)
            wide, mirrored = 2 * area.left() + area.width(), self._view.isRightToLeft()
            painter.fillRect(
                _mirrored(bar, wide, leftwards=mirrored), self._look.color("primary")
            )
        painter.translate(area.topLeft())
        self._paint_inside(painter, entry, area.width())
        painter.restore()

    def _paint_inside(self, painter: QPainter, entry: Entry, width: int) -> None:
        look, leftwards = self._look, self._view.isRightToLeft()
        icon, ink = _ICONS[entry.proposal.verdict]
        mark, kind = look.icon_size(_MARK), look.icon_size(_KIND)
        spot = QRectF(_SIDE, _ABOVE + 2, mark, mark)
        look.paint_icon(painter, icon, ink, _mirrored(spot, width, leftwards=leftwards))
        end = QRectF(width - _SIDE - kind, _ABOVE + 3, kind, kind)
        picture = wording.kind_icon(kind_of(entry.proposal.question))
        look.paint_icon(
            painter, picture, "text3", _mirrored(end, width, leftwards=leftwards)
        )
        words = self._words(entry, width)
        rejected = entry.proposal.verdict is Verdict.REJECTED
        painter.setPen(look.color("text3" if rejected else "text"))
        left = self._before() if not leftwards else self._after()
        words.paint(painter, left, _ABOVE)
        painter.translate(0, _ABOVE + words.height + 4)
        for chip, told in self._chips(entry, width):
            place = QRectF(chip).translated(self._before(), 0)
            self._paint_chip(painter, _mirrored(place, width, leftwards=leftwards), told)

    def _paint_chip(self, painter: QPainter, place: QRectF, told: hints.Told) -> None:
        look = self._look
        box(painter, place, look.radius("chip"), look.color("hardSoft"))
        side = look.icon_size(_CHIP_ICON)
        shift = _CHIP_SIDE + side + _CHIP_GAP
        leftwards = self._view.isRightToLeft()
        left = place.right() - _CHIP_SIDE - side if leftwards else place.left() + _CHIP_SIDE
        top = place.top() + (place.height() - side) / 2
        look.paint_icon(painter, "triangle-alert", "hard", QRectF(left, top, side, side))
        painter.setPen(look.color("hard"))
        painter.setFont(self._chip_font())
        inside = place.adjusted(0 if leftwards else shift, 0, -shift if leftwards else 0, 0)
        # Qt itself takes left for where reading begins.
        start = Qt.AlignmentFlag.AlignLeft
        words = QFontMetricsF(self._chip_font()).elidedText(
            told.chip, Qt.TextElideMode.ElideRight, inside.width() + 1
        )
        painter.drawText(inside, start | Qt.AlignmentFlag.AlignVCenter, words)

    def _words(self, entry: Entry, width: int) -> Typeset:
        rejected = entry.proposal.verdict is Verdict.REJECTED
        font = self._look.font("body", weight=400 if rejected else 500)
        font.setStrikeOut(rejected)
        room = max(40, width - self._before() - self._after())
        return Typeset(self._look, short(entry.proposal.question), "body", room, font=font)

    def _chips(self, entry: Entry, width: int) -> list[tuple[QRect, hints.Told]]:
        """Return each chip with its place below the words."""
        metrics = QFontMetricsF(self._chip_font())
        room = max(40, width - self._before() - _SIDE)
        height = round(_CHIP * self._look.scale)
        around = 2 * _CHIP_SIDE + self._look.icon_size(_CHIP_ICON) + _CHIP_GAP
        places: list[tuple[QRect, hints.Told]] = []
        left = top = 0
        for told in entry.hints:
            wide = min(room, round(metrics.horizontalAdvance(told.chip)) + 1 + around)
            if left and left + wide > room:
                left, top = 0, top + height + _CHIP_GAP
            places.append((QRect(left, top, wide, height), told))
            left += wide + _CHIP_GAP
        return places

    def _before(self) -> int:
        return _SIDE + self._look.icon_size(_MARK) + _GAP

    def _after(self) -> int:
        return _SIDE + self._look.icon_size(_KIND) + _GAP

    def _chip_font(self) -> QFont:
        return self._look.font("caption", weight=500)


def short(question: Question) -> str:
    """Return what is asked; of a long sentence with a gap what stands around the gap."""
    prompt = prompt_of(question)
    if not isinstance(question, Gap) or len(question.before) <= _AROUND_GAP:
        return prompt
    cut = question.before.find(" ", len(question.before) - _AROUND_GAP)
    return prompt if cut < 0 else f"…{prompt[cut + 1 :]}"


def _ground(state: QStyle.StateFlag) -> str:
    if state & QStyle.StateFlag.State_Selected:
        return "primarySoft"
    return "hover" if state & QStyle.StateFlag.State_MouseOver else "surface"


def _mirrored(area: QRectF, width: int, *, leftwards: bool) -> QRectF:
    if not leftwards:
        return area
    return QRectF(width - area.right(), area.top(), area.width(), area.height())
