"""The Reader before there is anything to read."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.ui.parts.button import Button
from quizapp.ui.parts.page_head import PageHead
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr


class NothingToRead(QWidget):
    """`add` asks for the first article."""

    add = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        words = tr("The articles that you add are read here.")
        self._start = Button(look, tr("Add article…"), "primary", icon="plus")
        self._start.clicked.connect(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(PageHead(look, tr("Reader")))
        inside = QVBoxLayout()
        inside.setContentsMargins(32, 0, 32, 0)
        inside.setSpacing(16)
        inside.addWidget(Text(look, words, "body", "text2", wrap=True))
        inside.addWidget(self._start)
        column.addLayout(inside)
        column.addStretch(1)

    def take_focus(self) -> None:
        """Put the keyboard on the way to the first article."""
        self._start.setFocus()
