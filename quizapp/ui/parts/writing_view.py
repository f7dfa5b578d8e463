"""What is seen while questions are being written: a bar, five steps, the last question."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.domain.question import Question, kind_of, prompt_of
from quizapp.operations.writing import Progress
from quizapp.ui import wording
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.icon import Icon
from quizapp.ui.parts.painting import box, smooth
from quizapp.ui.parts.panel import Panel
from quizapp.ui.parts.progress_line import ProgressLine
from quizapp.ui.parts.scroll import Scroll
from quizapp.ui.parts.text import Text
from quizapp.ui.spoken import take_role
from quizapp.ui.theme import Look
from quizapp.ui.wording import counted, figure, tr

_WIDTH, _WIDTH_LARGE = 560, 860
_STEPS = (
    ("reading", "Read the text", 0.8),
    ("finding", "Find names, dates and places", 0.08),
    ("writing", "Write questions", 0.06),
    ("checking", "Check each answer against its sentence", 0.04),
    ("thinning", "Remove near-duplicates", 0.02),
)
"""Each step of `Progress`, its words, and its share of the bar: reading takes the time."""
_TURNS_EVERY = 50
"""Milliseconds between two positions of the ring."""
State = Literal["done", "here", "to come"]


class WritingView(QWidget):
    """It only shows; `cancel` asks to stop."""

    cancel = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        content = QWidget()
        across = QHBoxLayout(content)
        across.setContentsMargins(20, 20, 20, 20)
        self._column = QWidget()
        across.addStretch(1)
        across.addWidget(self._column, 100, Qt.AlignmentFlag.AlignVCenter)
        across.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(content))
        self._rows = [_StepRow(look, tr(words)) for _, words, _ in _STEPS]
        self._build()
        self._reshape()
        look.changed.connect(self._reshape)

    def begin(self, file: str, number: int, total: int) -> None:
        """Show a new text; `file` names it where several are waiting."""
        self._file = ""
        if total > 1:
            words = tr("File %1 of %2: %3.").replace("%1", figure(number))
            self._file = words.replace("%2", figure(total)).replace("%3", file) + " "
        self._bar.set_share(0)
        self._say("")
        for step in self._rows:
            step.show_state("to come", "")
        self._rows[0].show_state("here", "")
        self._written.hide()
        self._just.hide()

    def show_progress(self, progress: Progress) -> None:
        """Show how far the work is."""
        names = [name for name, _, _ in _STEPS]
        here = names.index(str(progress.step))
        share = progress.done / progress.total if progress.total else 0.0
        before = sum(part for _, _, part in _STEPS[:here])
        self._bar.set_share(before + share * _STEPS[here][2])
        sentence = tr("Sentence %1 of %2.").replace("%1", figure(progress.done))
        self._say(sentence.replace("%2", figure(progress.total)))
        for number, row in enumerate(self._rows):
            if number == here:
                row.show_state("here", wording.position(progress.done, progress.total))
            elif number < here:
                row.show_state("done", "")
        sentences = counted(progress.total, "1 sentence", "%n sentences")
        if here > 0:
            self._rows[0].show_state("done", sentences)
        if progress.last is not None:
            self._show_written(progress.last)

    def take_focus(self) -> None:
        """Put the keyboard on the way out."""
        self._cancel.setFocus()

    def _say(self, sentence: str) -> None:
        may = tr("You can leave this page; the work goes on.")
        self._line.setText(" ".join(part for part in (self._file + sentence, may) if part))

    def _show_written(self, question: Question) -> None:
        self._icon.show_icon(wording.kind_icon(kind_of(question)))
        self._kind.setText(wording.kind(kind_of(question)))
        self._prompt.setText(prompt_of(question))
        self._written.show()
        self._just.show()

    def _build(self) -> None:
        look = self._look
        self._file = ""
        self._line = Text(look, "", "body", "text2", wrap=True)
        self._bar = _RoundBar(look, height=6)
        self._just = Text(look, tr("Just written"), "label", "text2")
        self._written = self._question_panel()
        self._cancel = Button(look, tr("Cancel"), keys=("Esc",))
        self._cancel.clicked.connect(self.cancel)
        steps = Panel(look)
        rows = QVBoxLayout(steps)
        rows.setContentsMargins(21, 11, 21, 11)
        rows.setSpacing(0)
        for row in self._rows:
            rows.addWidget(row)
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part, below in (
            (Text(look, tr("Writing questions"), "title", wrap=True), 4),
            (self._line, 20),
            (self._bar, 20),
            (steps, 20),
            (self._just, 8),
            (self._written, 20),
        ):
            column.addWidget(part)
            column.addSpacing(below)
        column.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignLeft)

    def _question_panel(self) -> Panel:
        look = self._look
        panel = Panel(look)
        self._icon = Icon(look, "layers", "text2", 14)
        self._kind = Text(look, "", "caption", "text2")
        self._prompt = Text(look, "", "body", weight=500, wrap=True)
        kind = QHBoxLayout()
        kind.setSpacing(6)
        kind.addWidget(self._icon)
        kind.addWidget(self._kind)
        kind.addStretch(1)
        column = QVBoxLayout(panel)
        column.setContentsMargins(19, 15, 19, 15)
        column.setSpacing(4)
        column.addLayout(kind)
        column.addWidget(self._prompt)
        return panel

    def _reshape(self) -> None:
        self._column.setMaximumWidth(_WIDTH_LARGE if self._look.large else _WIDTH)


class _StepRow(QWidget):
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


class _RoundBar(ProgressLine):
    """A progress line with round ends."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track and what is done of it."""
        painter = QPainter(self)
        radius = self.height() / 2
        box(painter, QRectF(self.rect()), radius, self._look.color("hover"))
        width = self.width() * self._share
        if width > self.height():
            left = self.width() - width if self.isRightToLeft() else 0.0
            done = QRectF(left, 0, width, self.height())
            box(painter, done, radius, self._look.color("primary"))
        painter.end()
