"""A chart in its card: a title, what the figures are, and a menu with the table."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from quizapp.ui.charts.chart import Chart
from quizapp.ui.charts.figure_table import FigureTable
from quizapp.ui.charts.figures import Figures
from quizapp.ui.parts.button import IconButton
from quizapp.ui.parts.menu import Menu
from quizapp.ui.parts.panel import Panel
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr


class ChartCard(Panel):
    """Picture and table take turns in the same place."""

    def __init__(self, look: Look, title: str, chart: Chart, caption: str = "") -> None:
        super().__init__(look)
        self._look, self.chart = look, chart
        self._figures: Figures | None = None
        self.table = FigureTable(look, title)
        self._caption = Text(look, caption, "caption", "text2")
        words = tr("More for “%1”").replace("%1", title)
        self.menu_button = IconButton(look, "ellipsis", words, size="small", icon_size=16)
        self.menu_button.clicked.connect(self._open_menu)
        self._stack = QStackedWidget()
        self._stack.addWidget(chart)
        self._stack.addWidget(self.table)
        self._lay_out(title)
        look.changed.connect(self._fit)
        self._fit()

    def show_figures(self, figures: Figures) -> None:
        """Show these figures, as picture or table as before."""
        self._figures = figures
        self.chart.show_figures(figures)
        if self.as_table:
            self.table.show_figures(figures)

    def set_caption(self, caption: str) -> None:
        """Say what the figures are."""
        self._caption.setText(caption)

    @property
    def as_table(self) -> bool:
        """Whether the table is shown."""
        return self._stack.currentWidget() is self.table

    def turn(self, *, to_table: bool) -> None:
        """Show the table, or the picture again, and put the keyboard there."""
        if to_table and self._figures is not None:
            self.table.show_figures(self._figures)
        shown: QWidget = self.table if to_table else self.chart
        self._stack.setCurrentWidget(shown)
        shown.setFocus()

    def _lay_out(self, title: str) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(4)
        head.addWidget(Text(self._look, title, "heading"))
        head.addStretch(1)
        head.addWidget(self._caption)
        head.addWidget(self.menu_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 10, 18, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._stack)
        column.addStretch(1)

    def _fit(self) -> None:
        self._stack.setFixedHeight(self.chart.height_wanted())

    def _open_menu(self) -> None:
        menu = Menu(self)
        to_table = not self.as_table
        turn = QAction(tr("Show as table") if to_table else tr("Show as chart"), menu)
        turn.triggered.connect(lambda: self.turn(to_table=to_table))
        copy = QAction(tr("Copy the figures"), menu)
        copy.triggered.connect(self._copy)
        menu.addActions([turn, copy])
        button = self.menu_button
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))

    def _copy(self) -> None:
        """Put the table on the clipboard, as a spreadsheet takes it."""
        if self._figures is not None:
            lines = ("\t".join(row) for row in (self._figures.head, *self._figures.rows))
            QGuiApplication.clipboard().setText("\n".join(lines))
