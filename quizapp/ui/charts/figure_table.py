"""A chart's figures as a table to read and to copy."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from quizapp.ui.charts.figures import Figures
from quizapp.ui.theme import Look


class FigureTable(QTableWidget):
    """Read only; the arrow keys walk through it."""

    def __init__(self, look: Look, title: str) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("figures")
        self.setAccessibleName(title)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)

    def show_figures(self, figures: Figures) -> None:
        """Show these rows; numbers stand at the end of their column."""
        self.setColumnCount(len(figures.head))
        self.setRowCount(len(figures.rows))
        start, end = Qt.AlignmentFlag.AlignLeading, Qt.AlignmentFlag.AlignTrailing
        middle = Qt.AlignmentFlag.AlignVCenter
        for column, words in enumerate(figures.head):
            item = QTableWidgetItem(words)
            item.setTextAlignment((end if column else start) | middle)
            self.setHorizontalHeaderItem(column, item)
        for row, cells in enumerate(figures.rows):
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setTextAlignment((end if column else start) | middle)
                self.setItem(row, column, item)
        self._fit()

    def _fit(self) -> None:
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setDefaultSectionSize(self._look.line("label") + 6)
