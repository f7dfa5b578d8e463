"""What stands where a list would be, when there is nothing to list."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.ui.parts.button import Button
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look


class EmptyState(QWidget):
    """A sentence, one more below it, and the way on."""

    def __init__(self, look: Look, words: str, below: str, way: Button) -> None:
        super().__init__()
        self._words = Text(look, words, "heading", wrap=True, centred=True)
        self.way = way
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 48)
        column.setSpacing(6)
        column.addStretch(1)
        column.addWidget(self._words)
        self._below = Text(look, below, "body", "text2", wrap=True, centred=True)
        column.addWidget(self._below)
        if not below:
            self._below.hide()
        column.addSpacing(10)
        column.addWidget(way, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def say(self, words: str, below: str) -> None:
        """Say something else, and below it another sentence or none."""
        self._words.setText(words)
        self._below.setText(below)
        self._below.setVisible(bool(below))
