"""A chart's figures as a table to read and to copy."""

from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem
from typing_extensions import override

from quizapp.ui.charts.figures import Figures
from quizapp.ui.style_sheet import dress
from quizapp.ui.theme import Look

_INKS = (
    *("surface", "text", "text2", "border", "borderStrong"),
    *("primarySoft", "onPrimarySoft"),
)
_SHEET = Template("""
QTableView {
  background: ${surface}; color: ${text}; border: none; outline: 0; font-size: ${labelSize};
}
QTableView::item { padding: 0 4px; border-bottom: 1px solid ${border}; }
QTableView::item:selected { background: ${primarySoft}; color: ${onPrimarySoft}; }
QHeaderView { background: ${surface}; }
QHeaderView::section {
  background: ${surface}; color: ${text2}; border: none;
  border-bottom: 1px solid ${borderStrong};
  padding: 0 7px; font-size: ${captionSize}; font-weight: 600;
}
""")


class FigureTable(QTableWidget):
    """Read only; the arrow keys walk through it."""

    def __init__(self, look: Look, title: str) -> None:
        super().__init__()
        self._look = look
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
        look.changed.connect(self._follow)

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

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Dress as the look is by now."""
        self._dress()

    def _follow(self) -> None:
        if self.isVisible():
            self._dress()

    def _dress(self) -> None:
        look = self._look
        values = {ink: look.color(ink).name() for ink in _INKS}
        for style in ("label", "caption"):
            values[f"{style}Size"] = f"{look.font(style).pixelSize()}px"
        before = self.styleSheet()
        dress(self, rules=_SHEET.substitute(values))
        if self.styleSheet() != before:
            self._fit()

    def _fit(self) -> None:
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setDefaultSectionSize(self._look.line("label") + 6)
