"""How a row of the questions' table is painted."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from quizapp.operations.questions import Column, Shown
from quizapp.ui import wording
from quizapp.ui.parts.painting import box
from quizapp.ui.parts.question_model import COLUMNS, SHOWN, QuestionModel
from quizapp.ui.parts.strength_glyph import HEIGHT, paint_glyph
from quizapp.ui.parts.typeset import Typeset
from quizapp.ui.theme import Look

START, GAP, END = 16, 10, 14
"""Pixels before the first column, between two, after the last."""
_STYLE = "row"
_LINES = 2
_ICON, _FLAG = 16, 14


class QuestionRow(QStyledItemDelegate):
    """Icon, question, answer, glyph and date: two lines of words at most."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.ring = False
        """Whether the row with the keyboard has a ring around it."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a row."""
        return QSize(0, self._look.size("row"))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell: the row's ground, the line below it, and what stands in the column."""
        shown, model = index.data(SHOWN), index.model()
        if not isinstance(shown, Shown) or not isinstance(model, QuestionModel):
            return
        look, area = self._look, QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = "primarySoft" if chosen else "hover" if hovered else "surface"
        painter.save()
        painter.fillRect(area, look.color(ground))
        line = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
        painter.fillRect(line, look.color("border"))
        column = COLUMNS[index.column()]
        if self.ring and self._has_keyboard(index):
            self._paint_ring(painter, area, column)
        self._paint_cell(painter, area, shown, model, column)
        painter.restore()

    def _paint_cell(
        self,
        painter: QPainter,
        area: QRectF,
        shown: Shown,
        model: QuestionModel,
        column: Column,
    ) -> None:
        quiet = shown.set_aside
        leftwards = self._leftwards
        match column:
            case Column.KIND:
                self._paint_kind(painter, area, shown)
            case Column.QUESTION:
                ink = "text3" if quiet else "text"
                self._write(painter, self._inside(area), shown.prompt, ink, 500)
            case Column.ANSWER:
                ink = "text3" if quiet else "text2"
                self._write(painter, self._inside(area), shown.answer, ink, 400)
            case Column.MEMORY:
                side = self._look.icon_size(16)
                left = area.right() - side if leftwards else area.left()
                top = area.center().y() - self._look.icon_size(HEIGHT) / 2
                paint_glyph(painter, self._look, shown.band, left, top)
            case Column.DUE:
                ink = "text3" if quiet else "primary" if shown.overdue else "text2"
                room = area.adjusted(END if leftwards else 0, 0, 0 if leftwards else -4, 0)
                weight = 600 if shown.overdue else 400
                self._write(painter, room, model.due_words(shown), ink, weight)

    def _paint_kind(self, painter: QPainter, area: QRectF, shown: Shown) -> None:
        look = self._look
        side = look.icon_size(_ICON)
        left = area.right() - START - side if self._leftwards else area.left() + START
        top = area.center().y() - side / 2
        if shown.flagged:
            top -= look.icon_size(_FLAG) / 2 + 1
            below = top + side + 3
            spot = QRectF(left + 1, below, look.icon_size(_FLAG), look.icon_size(_FLAG))
            look.paint_icon(painter, "flag", "hard", spot)
        icon = wording.kind_icon(shown.kind)
        look.paint_icon(painter, icon, "text2", QRectF(left, top, side, side))

    def _has_keyboard(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        view = self.parent()
        if not isinstance(view, QAbstractItemView) or not view.hasFocus():
            return False
        return view.currentIndex().row() == index.row()

    def _paint_ring(self, painter: QPainter, area: QRectF, column: Column) -> None:
        """Paint this cell's part of a ring around the whole row."""
        first, last = column is COLUMNS[0], column is COLUMNS[-1]
        if self._leftwards:
            first, last = last, first
        ring = area.adjusted(2 if first else -9, 2, -2 if last else 9, -3)
        painter.save()
        painter.setClipRect(area)
        box(painter, ring, 6, None, self._look.color("focus"), 2)
        painter.restore()

    def _write(
        self, painter: QPainter, area: QRectF, words: str, ink: str, weight: int
    ) -> None:
        typeset = self._fitted(" ".join(words.split()), area.width(), weight)
        painter.setPen(self._look.color(ink))
        typeset.paint(painter, area.left(), area.center().y() - typeset.height / 2)

    def _fitted(self, words: str, width: float, weight: int) -> Typeset:
        """Return the words in two lines, the end left out where they need more."""
        whole = self._broken(words, width, weight)
        if _fits(whole):
            return whole
        shown, hidden = 0, len(words)
        while hidden - shown > 1:
            middle = (shown + hidden) // 2
            if _fits(self._broken(f"{words[:middle].rstrip()}…", width, weight)):
                shown = middle
            else:
                hidden = middle
        return self._broken(f"{words[:shown].rstrip(' ,;:–-')}…", width, weight)

    def _broken(self, words: str, width: float, weight: int) -> Typeset:
        font = self._look.font(_STYLE, weight=weight)
        return Typeset(self._look, words, _STYLE, width, font=font)

    def _inside(self, area: QRectF) -> QRectF:
        """Return a cell without the gap before the next."""
        leftwards = self._leftwards
        return area.adjusted(GAP if leftwards else 0, 0, 0 if leftwards else -GAP, 0)

    @property
    def _leftwards(self) -> bool:
        view = self.parent()
        return isinstance(view, QWidget) and view.isRightToLeft()


def _fits(typeset: Typeset) -> bool:
    return typeset.height <= _LINES * typeset.line
