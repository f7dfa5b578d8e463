"""The table of questions: chosen by hand or keys, sorted by its head."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView
from typing_extensions import override

from quizapp.domain.question import QuestionId
from quizapp.operations.questions import Column, Shown
from quizapp.ui.parts import painting
from quizapp.ui.parts.focus_ring import show_ring
from quizapp.ui.parts.question_model import COLUMNS, QuestionModel, column_name
from quizapp.ui.parts.question_row import END, GAP, START, QuestionRow
from quizapp.ui.style_sheet import dress
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_ARROWS = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}
_SHARE = 1.7 / 2.7
"""Of what the other columns leave, what the question takes; the answer has the rest."""
_LEAST_FOR_TWO = 250
"""Pixels that question and answer need together at the usual text size."""

_Flag = QItemSelectionModel.SelectionFlag


class QuestionTable(QTableView):
    """Space picks rows one by one: from then on the arrows only move, until Esc."""

    chosen = Signal()
    """Which rows are chosen has changed."""
    opened = Signal()
    """The row with the keyboard is to be edited."""
    deleted = Signal()
    left = Signal()
    """Esc, where nothing was picked."""
    sorted_by = Signal(object, bool)
    """A `Column` or None, and whether the last comes first."""

    def __init__(self, look: Look, study_day: Callable[[datetime], date]) -> None:
        super().__init__()
        self._look = look
        self._picking = False
        self._model = QuestionModel(study_day)
        self._row = QuestionRow(look, self)
        self._head = _Head(look, self)
        self.setModel(self._model)
        self.setItemDelegate(self._row)
        self.setHorizontalHeader(self._head)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        dress(self, "background: transparent; border: none;")
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(tr("Questions"))
        show_ring(self, wanted=False)
        self._head.sorted_by.connect(self.sorted_by)
        self.selectionModel().selectionChanged.connect(self._say_chosen)
        self._dress()
        look.changed.connect(self._dress)

    def show_them(self, shown: Sequence[Shown], today: date) -> None:
        """Show these questions; those chosen stay so, and where they went the next one is."""
        before, row = self.chosen_ids(), self.currentIndex().row()
        here = self._shown_at(row)
        at = self.verticalScrollBar().value()
        if not self._model.show_them(shown, today):
            self.chosen.emit()
            return
        stay = set(before)
        self.verticalScrollBar().setValue(at)
        rows = [number for number, one in enumerate(shown) if one.id in stay]
        places = {one.id: number for number, one in enumerate(shown)}
        current = min(max(row, 0), len(shown) - 1)
        if here is not None and here.id in places:
            current = places[here.id]
        elif rows:
            current = rows[0]
        self._choose(rows or ([current] if shown else []), current)

    @property
    def chosen_count(self) -> int:
        """How many questions are chosen."""
        picked = self.selectionModel().selection()
        return sum(picked.at(number).height() for number in range(picked.count()))

    def chosen_ids(self) -> list[QuestionId]:
        """Return the questions that are chosen, from the top."""
        picked = self.selectionModel().selection()
        shown, rows = self._model.shown, set[int]()
        for number in range(picked.count()):
            span = picked.at(number)
            rows.update(range(span.top(), span.bottom() + 1))
        return [shown[row].id for row in sorted(rows) if row < len(shown)]

    def show_question(self, question: QuestionId) -> bool:
        """Choose a question and bring it into sight; False where it is not here."""
        for row, one in enumerate(self._model.shown):
            if one.id == question:
                self._choose([row], row)
                self.scrollTo(self._model.index(row, 1))
                return True
        return False

    def show_order(self, by: Column | None, *, descending: bool) -> None:
        """Mark the column that the rows are sorted by."""
        self._head.show_order(by, descending=descending)

    def step(self, rows: int) -> None:
        """Choose the row so many further down."""
        if self._model.shown:
            last = len(self._model.shown) - 1
            row = min(max(self.currentIndex().row() + rows, 0), last)
            self._choose([row], row)
            self.scrollTo(self._model.index(row, 1))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick, open, delete, move."""
        key, held = Qt.Key(event.key()), event.modifiers()
        plain = not held & ~Qt.KeyboardModifier.KeypadModifier
        self._set_ring(ring=True)
        if key in _ENTER and plain:
            self.opened.emit()
        elif key == Qt.Key.Key_Delete and plain:
            self.deleted.emit()
        elif key == Qt.Key.Key_Space and plain:
            self._pick()
        elif key == Qt.Key.Key_Escape and plain:
            self._stop_picking()
        elif key in _ARROWS and plain and self._picking:
            moved = QKeyEvent(event.type(), key, Qt.KeyboardModifier.ControlModifier)
            super().keyPressEvent(moved)
        elif key in _ARROWS or event.matches(QKeySequence.StandardKey.SelectAll):
            super().keyPressEvent(event)
        else:
            event.ignore()

    @override
    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Move the ring, which reaches over all columns."""
        super().currentChanged(current, previous)
        self.viewport().update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose by hand."""
        self._picking = False
        self._set_ring(ring=False)
        super().mousePressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is clicked twice."""
        super().mouseDoubleClickEvent(event)
        self.opened.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out."""
        super().resizeEvent(event)
        self._share_width()

    def _say_chosen(self) -> None:
        self.chosen.emit()

    def _pick(self) -> None:
        """Choose the row with the keyboard beside those already chosen, or leave it out again."""
        index = self.currentIndex()
        if index.isValid():
            if not self._picking and self.chosen_count == 1:
                # The first Space keeps the row that only the arrows had chosen.
                self._picking = True
                self.chosen.emit()
                return
            self._picking = True
            self.selectionModel().select(index, _Flag.Toggle | _Flag.Rows)

    def _stop_picking(self) -> None:
        several = self.chosen_count > 1
        if not self._picking and not several:
            self.left.emit()
            return
        self._picking = False
        row = self.currentIndex().row()
        self._choose([row] if row >= 0 else [], row)

    def _choose(self, rows: Sequence[int], current: int) -> None:
        picked, last = QItemSelection(), len(COLUMNS) - 1
        for top, bottom in _runs(rows):
            first, end = self._model.index(top, 0), self._model.index(bottom, last)
            picked.select(first, end)
        model = self.selectionModel()
        if current >= 0:
            model.setCurrentIndex(self._model.index(current, 1), _Flag.NoUpdate)
        model.select(picked, _Flag.ClearAndSelect)

    def _shown_at(self, row: int) -> Shown | None:
        shown = self._model.shown
        return shown[row] if 0 <= row < len(shown) else None

    def _set_ring(self, *, ring: bool) -> None:
        if self._row.ring is not ring:
            self._row.ring = ring
            self.viewport().update()

    def _share_width(self) -> None:
        look = self._look
        kind = START + look.icon_size(26) + GAP
        memory, due = (round(width * look.scale) for width in (52, 58))
        memory, due = memory + GAP, due + END
        rest = self.viewport().width() - kind - memory - due
        # Where words are large and the window is small, the answer is left to the editor.
        alone = rest < _LEAST_FOR_TWO * look.scale
        self.setColumnHidden(COLUMNS.index(Column.ANSWER), alone)
        question = rest if alone else round(rest * _SHARE)
        widths = (kind, question, rest - question, memory, due)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, max(width, 1))

    def _dress(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._look.size("row"))
        self._share_width()


class _Head(QHeaderView):
    """The columns' names; a click sorts, a second turns the order round, a third ends it."""

    sorted_by = Signal(object, bool)

    def __init__(self, look: Look, table: QuestionTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._look = look
        self._by: Column | None = None
        self._descending = False
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setHighlightSections(False)
        self.sectionClicked.connect(self._sort)

    def show_order(self, by: Column | None, *, descending: bool) -> None:
        """Mark the column that is sorted by."""
        self._by, self._descending = by, descending
        self.viewport().update()

    @override
    def sizeHint(self) -> QSize:
        """Return the height of the head."""
        return QSize(0, round(32 * self._look.scale))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paint a column's name, an arrow beside it where it is sorted by, and the line below."""
        look, area = self._look, QRectF(rect)
        column = COLUMNS[logicalIndex]
        painter.save()
        painter.fillRect(area, look.color("canvas"))
        foot = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
        painter.fillRect(foot, look.color("border"))
        font = look.font("caption", weight=600)
        painter.setFont(font)
        painter.setPen(look.color("text2"))
        leftwards = self.isRightToLeft()
        words = "" if column is Column.KIND else column_name(column)
        painter.drawText(area, painting.START | painting.MIDDLE, words)
        if column is self._by:
            side = look.icon_size(12)
            reach = painter.fontMetrics().horizontalAdvance(words) + 3 if words else START
            left = area.right() - reach - side if leftwards else area.left() + reach
            spot = QRectF(left, area.center().y() - side / 2, side, side)
            arrow = "chevron-down" if self._descending else "chevron-up"
            look.paint_icon(painter, arrow, "text2", spot)
        painter.restore()

    def _sort(self, section: int) -> None:
        column = COLUMNS[section]
        if column is not self._by:
            self.sorted_by.emit(column, False)  # noqa: FBT003 - a signal has no names
        elif not self._descending:
            self.sorted_by.emit(column, True)  # noqa: FBT003 - as above
        else:
            self.sorted_by.emit(None, False)  # noqa: FBT003 - as above


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Return rows in rising order as first and last of each unbroken run."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
