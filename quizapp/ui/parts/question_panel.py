"""The side of the Questions page: the question chosen, or what can be done with several."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.domain.question import DeckId
from quizapp.ui.parts.button import IconButton
from quizapp.ui.parts.chosen_panel import ChosenPanel
from quizapp.ui.parts.margins import set_margins
from quizapp.ui.parts.question_editor import QuestionEditor
from quizapp.ui.parts.scroll import Scroll
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr


class QuestionPanel(QWidget):
    """It stands beside the table, or over it as a drawer that Esc and its cross close."""

    left = Signal()
    """The keyboard goes back to the table."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.editor = QuestionEditor(look)
        self.several = ChosenPanel(look)
        self._hint = QWidget()
        hint = QVBoxLayout(self._hint)
        hint.setContentsMargins(18, 18, 18, 16)
        words = tr("Choose a question to edit it. Space chooses several.")
        hint.addWidget(Text(look, words, "label", "text3", weight=400, wrap=True))
        hint.addStretch(1)
        self._sides = {part: Scroll(part) for part in (self.editor, self.several)}
        self._stack = QStackedWidget()
        for side in (self._hint, *self._sides.values()):
            self._stack.addWidget(side)
        self._cross = IconButton(look, "x", tr("Close"), size="small", icon_size=16)
        self._cross.clicked.connect(self.left)
        self._top = QWidget()
        top = QHBoxLayout(self._top)
        set_margins(top, 18, 8, 12, 0)
        top.addWidget(Text(look, tr("Edit"), "heading"))
        top.addStretch(1)
        top.addWidget(self._cross)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(self._stack, 1)
        self.set_drawer(drawer=False)

    def set_drawer(self, *, drawer: bool) -> None:
        """Show a way to close it while it lies over the table."""
        self._top.setVisible(drawer)

    def know(self, decks: tuple[tuple[DeckId, str], ...], tags: tuple[str, ...]) -> None:
        """Offer these decks and tags."""
        self.editor.know(decks, tags)
        self.several.know(decks, tags)

    def show_editor(self) -> None:
        """Show the one question."""
        self._stack.setCurrentWidget(self._sides[self.editor])

    def show_several(self, count: int) -> None:
        """Show what can be done with so many."""
        self.several.show_count(count)
        self._stack.setCurrentWidget(self._sides[self.several])

    def show_hint(self) -> None:
        """Say how to begin."""
        self._stack.setCurrentWidget(self._hint)

    @property
    def editing(self) -> bool:
        """Whether a question is shown, kept or new."""
        return self._stack.currentWidget() is self._sides[self.editor]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the table on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the line towards the table."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("canvas"))
        edge = self.width() - 1 if self.isRightToLeft() else 0
        painter.fillRect(edge, 0, 1, self.height(), self._look.color("border"))
        painter.end()
