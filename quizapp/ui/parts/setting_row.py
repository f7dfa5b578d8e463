"""One setting: its name, what it does, and the control at its end."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look


class SettingRow(QWidget):
    """A thin line below it; the control goes below the words where there is less room."""

    def __init__(
        self, look: Look, title: str, description: str, *controls: QWidget
    ) -> None:
        super().__init__()
        self._look, self.title = look, title
        self._description = Text(look, description, "label", "text2", weight=400, wrap=True)
        if not description:
            self._description.hide()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Text(look, title, "body", weight=500, wrap=True))
        words.addWidget(self._description)
        words.addStretch(1)
        self._end = QHBoxLayout()
        self._end.setSpacing(12)
        for control in controls:
            self._end.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 13, 0, 14)
        self._row.setSpacing(24)
        self._row.addLayout(words, 1)
        self._row.addLayout(self._end)

    def describe(self, description: str) -> None:
        """Say what it does now."""
        self._description.setText(description)
        self._description.setVisible(bool(description))

    def matches(self, wanted: str) -> bool:
        """Tell whether the name or the description has these words."""
        whole = f"{self.title} {self._description.text()}".casefold()
        return all(word in whole for word in wanted.casefold().split())

    def set_stacked(self, *, stacked: bool) -> None:
        """Put the control below the words, or beside them."""
        directions = QBoxLayout.Direction
        self._row.setDirection(
            directions.TopToBottom if stacked else directions.LeftToRight
        )
        self._row.setSpacing(8 if stacked else 24)
        start = Qt.AlignmentFlag.AlignLeading
        self._row.setAlignment(self._end, start if stacked else Qt.AlignmentFlag(0))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line below."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.color("border"))
        painter.end()
