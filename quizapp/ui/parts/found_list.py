"""A list of what a search found: an icon, the words, and what kind of thing it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from quizapp.ui.parts.painting import box
from quizapp.ui.spoken import say
from quizapp.ui.style_sheet import dress
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

Index = QModelIndex | QPersistentModelIndex

STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}
"""Keys of the field above, and how many rows they go."""

_ENTRY = Qt.ItemDataRole.UserRole
_PADDING, _GAP, _ICON, _HEIGHT = 12, 12, 16, 40
_LINES_LARGE = 1.6
"""Times the height of a row, where large text has what an entry is below its words."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to go to or to do."""

    words: str
    what: str
    """What kind of thing it is, or where it is."""
    icon: str
    do: Callable[[], None]


class _Entries(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.entries: Sequence[Entry] = ()

    def put(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{entry.words}, {entry.what}"
        return entry if role == _ENTRY else None


class _Painter(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QListView, style: str) -> None:
        super().__init__(parent)
        self._look, self._style = look, style

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = _LINES_LARGE if self._look.large else 1
        return QSize(0, round(_HEIGHT * self._look.scale * lines))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(_ENTRY)
        if not isinstance(entry, Entry):
            return
        look, area = self._look, QRectF(option.rect)
        leftwards = option.direction is Qt.LayoutDirection.RightToLeft
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        if chosen or hovered:
            ground = look.color("primarySoft" if chosen else "hover")
            box(painter, area, look.radius("control"), ground)
        side = look.icon_size(_ICON)
        icon = QRectF(area.left() + _PADDING, area.center().y() - side / 2, side, side)
        look.paint_icon(
            painter, entry.icon, "text2", _mirrored(icon, area, leftwards=leftwards)
        )
        middle, end = self._places(entry, area, _PADDING + side + _GAP)
        self._write(
            painter,
            entry.words,
            self._style,
            "text",
            _mirrored(middle, area, leftwards=leftwards),
        )
        self._write(
            painter,
            entry.what,
            "caption",
            "text3",
            _mirrored(end, area, leftwards=leftwards),
        )
        painter.restore()

    def _places(self, entry: Entry, area: QRectF, start: float) -> tuple[QRectF, QRectF]:
        """Return where the words go and what they are: beside them, or below in large text."""
        whole = area.adjusted(start, 0, -_PADDING, 0)
        if self._look.large:
            half = area.height() / 2
            return whole.adjusted(0, 4, 0, -half), whole.adjusted(0, half, 0, -4)
        wanted = QFontMetricsF(self._look.font("caption")).horizontalAdvance(entry.what) + 2
        room = min(wanted, area.width() / 3)
        return whole.adjusted(0, 0, -room - _GAP, 0), whole.adjusted(
            whole.width() - room, 0, 0, 0
        )

    def _write(
        self, painter: QPainter, words: str, style: str, ink: str, area: QRectF
    ) -> None:
        font = self._look.font(style)
        fitting = QFontMetricsF(font).elidedText(
            words, Qt.TextElideMode.ElideRight, area.width()
        )
        painter.setFont(font)
        painter.setPen(self._look.color(ink))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, fitting)


class FoundList(QListView):
    """The keyboard stays in the field above; `step` moves and `take` does what is marked.

    `style` is the type style of the entries' words.
    """

    taken = Signal()
    """Something was chosen and is being done."""

    def __init__(self, look: Look, style: str = "body") -> None:
        super().__init__()
        self._entries = _Entries()
        self.setModel(self._entries)
        self.setItemDelegate(_Painter(look, self, style))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        dress(self, "background: transparent; border: none;")
        self.setAccessibleName(tr("Found"))
        self.clicked.connect(lambda _: self.take())

    @property
    def entries(self) -> Sequence[Entry]:
        """What is listed."""
        return self._entries.entries

    def put(self, entries: Sequence[Entry]) -> None:
        """List these, the first one marked."""
        self._entries.put(entries)
        if entries:
            self.setCurrentIndex(self._entries.index(0))

    def step(self, rows: int) -> None:
        """Mark another, round the ends, and say it."""
        count = len(self.entries)
        if count:
            row = (self.currentIndex().row() + rows) % count
            self.setCurrentIndex(self._entries.index(row))
            say(self, str(self._entries.data(self.currentIndex())))

    def take(self) -> None:
        """Go to what is marked, or do it."""
        row = self.currentIndex().row()
        if 0 <= row < len(self.entries):
            entry = self.entries[row]
            self.taken.emit()
            entry.do()


def _mirrored(part: QRectF, whole: QRectF, *, leftwards: bool) -> QRectF:
    if leftwards:
        part.moveLeft(whole.left() + whole.right() - part.right())
    return part
