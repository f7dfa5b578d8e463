"""The table and the side beside it, or over it where there is little room."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from typing_extensions import override

from quizapp.domain.wanted import Wanted
from quizapp.ui import question_words
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.empty_state import EmptyState
from quizapp.ui.parts.question_panel import QuestionPanel
from quizapp.ui.parts.question_table import QuestionTable
from quizapp.ui.soon import soon
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_LEAST_BESIDE = 200
"""Pixels of the table worth seeing beside the drawer."""


class QuestionList(QWidget):
    """Where nothing was found it says so in the table's place."""

    cleared = Signal()
    """The filters are to be taken off."""
    add = Signal()
    covered = Signal(bool)
    """Whether the side lies over all of the table: then it may have the room above, too."""

    def __init__(self, look: Look, study_day: Callable[[datetime], date]) -> None:
        super().__init__()
        self._look, self._drawer, self._open = look, False, False
        self._covered = False
        self.table = QuestionTable(look, study_day)
        clear = Button(look, tr("Clear the filters"))
        clear.clicked.connect(self.cleared)
        add = Button(look, tr("Add article…"), "primary", icon="plus")
        add.clicked.connect(self.add)
        self._nothing = EmptyState(look, "", "", clear)
        self._none = EmptyState(
            look,
            tr("There are no questions yet"),
            tr("Add an article, and Quizapp writes questions from it."),
            add,
        )
        self._stack = QStackedWidget(self)
        for side in (self.table, self._nothing, self._none):
            self._stack.addWidget(side)
        self.panel = QuestionPanel(look, self)
        self.panel.left.connect(self.close_panel)
        look.changed.connect(soon(self, self._place).start)

    def set_drawer(self, *, drawer: bool) -> None:
        """Have the side lie over the table, when it is asked for, or always beside it."""
        self._drawer = drawer
        self.panel.set_drawer(drawer=drawer)
        self._place()

    def open_panel(self) -> None:
        """Bring the side into sight."""
        self._open = True
        self._place()

    def close_panel(self) -> None:
        """Give the table back its room and the keyboard."""
        self._open = False
        self._place()
        self.take_focus()

    def show_rows(self) -> None:
        """Show the table."""
        self._turn_to(self.table)

    def show_nothing(self, text: str, wanted: Wanted) -> None:
        """Say that nothing was found for a search line, and which of its words mean nothing."""
        words = tr("Nothing found for ‘%1’").replace("%1", text)
        self._nothing.say(words, question_words.advice(wanted))
        self._turn_to(self._nothing)

    def show_none(self) -> None:
        """Say that there is no question at all."""
        self._turn_to(self._none)

    def take_focus(self) -> None:
        """Put the keyboard on the rows, or on the way on where there are none."""
        side = self._stack.currentWidget()
        if isinstance(side, EmptyState):
            side.way.setFocus()
        else:
            self.table.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room."""
        self._place()

    def _turn_to(self, side: QWidget) -> None:
        if self._stack.currentWidget() is side:
            return
        focused = QApplication.focusWidget()
        held = focused is not None and self.isAncestorOf(focused)
        self._stack.setCurrentWidget(side)
        self._open = self._open and side is self.table
        self._place()
        if held:
            self.take_focus()

    def _place(self) -> None:
        wanted = round(self._look.size("editorPanel") * self._look.scale)
        rows = self._stack.currentWidget() is self.table
        shown = rows and (self._open or not self._drawer)
        side = min(wanted, self.width() if self._drawer else self.width() // 2)
        if self._drawer and self.width() - side < _LEAST_BESIDE:
            side = self.width()
        room = self.width() - (side if shown and not self._drawer else 0)
        leftwards = self.isRightToLeft()
        left = self.width() - room if leftwards else 0
        self._stack.setGeometry(QRect(left, 0, room, self.height()))
        edge = 0 if leftwards else self.width() - side
        self.panel.setGeometry(QRect(edge, 0, side, self.height()))
        self.panel.setVisible(shown)
        self.panel.raise_()
        covered = shown and side == self.width()
        if covered is not self._covered:
            self._covered = covered
            # Not at once: what lies above must not change while it is being laid out.
            QTimer.singleShot(0, self, lambda: self.covered.emit(self._covered))
