"""A few numbers side by side, each with what it counts."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from quizapp.ui.parts.panel import Panel
from quizapp.ui.parts.text import Figure, Text
from quizapp.ui.spoken import take_role
from quizapp.ui.theme import Look

Number = tuple[str, str, str]
"""What is counted, the number, and a line below it."""


class NumberRow(Panel):
    """One row of numbers, two where there is less room."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look
        self._cells: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(25, 17, 25, 17)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(16)
        self._columns = 4

    def show_numbers(self, numbers: tuple[Number, ...]) -> None:
        """Show these."""
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._cells = [self._cell(number) for number in numbers]
        self._arrange()

    def set_columns(self, columns: int) -> None:
        """Show so many side by side."""
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _arrange(self) -> None:
        for column in range(len(self._cells)):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
        for number, cell in enumerate(self._cells):
            self._grid.addWidget(cell, number // self._columns, number % self._columns)

    def _cell(self, number: Number) -> QWidget:
        counts, figure, line = number
        cell = QWidget()
        take_role(cell, QAccessible.Role.Grouping)
        cell.setAccessibleName(f"{counts}: {figure} {line}")
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text(self._look, counts, "label", "text2", weight=400))
        column.addSpacing(2)
        column.addWidget(Figure(self._look, figure, "display"))
        column.addWidget(Text(self._look, line, "caption", "text2", wrap=True))
        column.addStretch(1)
        return cell
