"""The steps of the writing of questions: each one's state, its words, how far it is."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from quizapp.ui.parts.painting import smooth
from quizapp.ui.parts.text import Text
from quizapp.ui.spoken import take_role
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_TURNS_EVERY = 50
"""Milliseconds between two positions of the ring."""
State = Literal["done", "here", "to come"]


class StepRow(QWidget):
    """One step: its state, its words, how far it is."""

    def __init__(self, look: Look, words: str) -> None:
        super().__init__()
        take_role(self, QAccessible.Role.ListItem)
        self._look = look
        self._mark = _Mark(look)
        self._words = Text(look, words, "body")
        self._count = Text(look, "", "label", "text2", weight=400)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(12)
        row.addWidget(self._mark)
        row.addWidget(self._words)
        row.addStretch(1)
        row.addWidget(self._count)

    def show_state(self, state: State, count: str) -> None:
        """Show whether the step is done, and a count at its end."""
        self._mark.show_state(state)
        self._words.set_style("body", weight=600 if state == "here" else 400)
        self._count.setText(count)
        named = {"done": tr("done"), "here": tr("under way"), "to come": tr("to come")}
        self.setAccessibleName(f"{self._words.text()}: {named[state]}")


class _Mark(QWidget):
    """A tick, a ring that turns, or an empty circle."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._state: State = "to come"
        self._angle = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_TURNS_EVERY)
        self._timer.timeout.connect(self._turn)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, state: State) -> None:
        """Show a state."""
        self._state = state
        if state == "here" and self.isVisible() and not self._look.still:
            self._timer.start()
        self.update()

    def _turn(self) -> None:
        self._angle = (self._angle + 15) % 360
        if self._state != "here" or not self.isVisible():
            self._timer.stop()
        self.update()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Turn again after the page was left."""
        self.show_state(self._state)

    @override
    def sizeHint(self) -> QSize:
        """Return the size of an icon."""
        side = self._look.icon_size(18)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the state."""
        painter = QPainter(self)
        look, area = self._look, QRectF(self.rect())
        if self._state == "here":
            smooth(painter)
            ring = area.adjusted(2, 2, -2, -2)
            painter.setPen(QPen(look.color("hover"), 2.5))
            painter.drawEllipse(ring)
            painter.setPen(QPen(look.color("primary"), 2.5))
            painter.drawArc(ring, (90 - self._angle) * 16, -110 * 16)
        else:
            done = self._state == "done"
            icon, ink = ("circle-check", "success") if done else ("circle", "borderStrong")
            look.paint_icon(painter, icon, ink, area)
        painter.end()
