"""Questions as rows and columns, for Qt's views and for screen readers."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from operator import attrgetter

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from quizapp.operations.questions import Column, Shown
from quizapp.ui import question_words, wording
from quizapp.ui.parts.strength_glyph import band_name
from quizapp.ui.wording import tr

Index = QModelIndex | QPersistentModelIndex

SHOWN = Qt.ItemDataRole.UserRole
COLUMNS = (Column.KIND, Column.QUESTION, Column.ANSWER, Column.MEMORY, Column.DUE)

_NUMBER = attrgetter("id.int")
"""Numbers compare many times faster than the ids that wrap them."""


class QuestionModel(QAbstractTableModel):
    """`study_day` gives the study day that a moment falls in."""

    def __init__(self, study_day: Callable[[datetime], date]) -> None:
        super().__init__()
        self._shown: Sequence[Shown] = ()
        self._study_day = study_day
        self._today = date.min

    @property
    def shown(self) -> Sequence[Shown]:
        """The questions, row by row."""
        return self._shown

    def show_them(self, shown: Sequence[Shown], today: date) -> bool:
        """Show these questions; return whether rows came, went or changed places."""
        self._today = today
        if list(map(_NUMBER, shown)) == list(map(_NUMBER, self._shown)):
            self._shown = shown
            if shown:
                last = self.index(len(shown) - 1, len(COLUMNS) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return False
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()
        return True

    def due_words(self, shown: Shown) -> str:
        """Return what the last column says of a question."""
        if shown.set_aside:
            return tr("Aside")
        if shown.due is None:
            return tr("New")
        return question_words.day(self._study_day(shown.due), self._today)

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of questions."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the question for the delegate, and words for everyone else."""
        shown = self._shown[index.row()]
        if role == SHOWN:
            return shown
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        match COLUMNS[index.column()]:
            case Column.KIND:
                return wording.kind(shown.kind)
            case Column.QUESTION:
                return shown.prompt
            case Column.ANSWER:
                return shown.answer
            case Column.MEMORY:
                return band_name(shown.band)
            case Column.DUE:
                return self.due_words(shown)

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the columns' names."""
        across = orientation == Qt.Orientation.Horizontal
        if role != Qt.ItemDataRole.DisplayRole or not across:
            return None
        return column_name(COLUMNS[section])


def column_name(column: Column) -> str:
    """Return the name of a column."""
    match column:
        case Column.KIND:
            return tr("Kind")
        case Column.QUESTION:
            return tr("Question")
        case Column.ANSWER:
            return tr("Answer")
        case Column.MEMORY:
            return tr("Memory")
        case Column.DUE:
            return tr("Due")
