"""Which kinds of question are wanted of a text, and how many."""

from math import inf

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.domain.question import QuestionKind
from quizapp.operations.choosing import Chosen
from quizapp.ui import wording
from quizapp.ui.parts.check import Check
from quizapp.ui.parts.painting import box, smooth
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import figure, tr

_KINDS = (
    QuestionKind.MULTIPLE_CHOICE,
    QuestionKind.GAP,
    QuestionKind.FLASHCARD,
    QuestionKind.TYPED,
)
_SHARES = (0.25, 0.5, 1.0, 1.5, inf)
"""Of what suits the text's length."""
_AUTOMATIC = 2
_KNOB, _TRACK = 16, 4


class Wishes(QWidget):
    """`changed`: other kinds are wanted now."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._chosen: Chosen | None = None
        self._checks = {
            kind: Check(look, wording.kind(kind), ticked=True) for kind in _KINDS
        }
        self._counts = {kind: Text(look, "", "caption", "text3") for kind in _KINDS}
        self._slider = _Slider(look)
        self._slider.valueChanged.connect(self._name)
        self._number = Text(look, "", "label", "text2", weight=400)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text(look, tr("Kinds of question"), "label"))
        column.addSpacing(6)
        for kind, check in self._checks.items():
            check.toggled.connect(self.changed)
            check.toggled.connect(self._name)
            line = QHBoxLayout()
            line.addWidget(check, 1)
            line.addWidget(self._counts[kind])
            column.addLayout(line)
        column.addSpacing(16)
        column.addLayout(_ends(Text(look, tr("How many"), "label"), self._number))
        column.addSpacing(6)
        column.addWidget(self._slider)
        column.addSpacing(6)
        few = Text(look, tr("Few, key facts"), "caption", "text3")
        column.addLayout(_ends(few, Text(look, tr("All"), "caption", "text3")))
        self._name()

    @property
    def kinds(self) -> frozenset[QuestionKind]:
        """The kinds that are wanted."""
        return frozenset(kind for kind, check in self._checks.items() if check.isChecked())

    @property
    def share(self) -> float:
        """How many are wanted, as a share of what suits the text's length."""
        return _SHARES[self._slider.value()]

    def know(self, chosen: Chosen | None) -> None:
        """Say numbers for a text that was read."""
        self._chosen = chosen
        self._name()

    def _name(self) -> None:
        at = self._slider.value()
        names = (tr("Few"), tr("Fewer"), tr("Automatic"), tr("More"), tr("All"))
        words, number = names[at], 0
        if self._chosen is not None and _SHARES[at] < inf:
            number = max(1, round(self._chosen.usual * _SHARES[at]))
            told = tr("%1, about %2").replace("%2", figure(number))
            words = told.replace("%1", words)
        self._number.setText(words)
        self._slider.setAccessibleDescription(words)
        self._count(number)

    def _count(self, number: int) -> None:
        """Say beside each kind about how many of so many questions it gives; of 0 nothing."""
        each = {} if self._chosen is None or not number else self._chosen.expected(number)
        for kind, check in self._checks.items():
            words = (
                "" if kind not in each else tr("about %1").replace("%1", figure(each[kind]))
            )
            if words and not (check.isChecked() and each[kind]):
                words = "0"
            self._counts[kind].setText(words)
            check.setAccessibleDescription(words)


class _Slider(QSlider):
    """Five places from few to all."""

    def __init__(self, look: Look) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._look = look
        self.setRange(0, len(_SHARES) - 1)
        self.setPageStep(1)
        self.setValue(_AUTOMATIC)
        self.setAccessibleName(tr("How many"))

    @override
    def sizeHint(self) -> QSize:
        """Return room for the knob, and for a finger."""
        return QSize(120, self._look.size("minTarget"))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to where the pointer is."""
        self._go_to(event.position().x())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        self._go_to(event.position().x())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track, what is taken of it, and the knob."""
        painter = QPainter(self)
        smooth(painter)
        look, middle = self._look, self.height() / 2
        share = self.value() / self.maximum()
        if self.isRightToLeft():
            share = 1 - share
        at = _KNOB / 2 + share * (self.width() - _KNOB)
        track = QRectF(0, middle - _TRACK / 2, self.width(), _TRACK)
        box(painter, track, _TRACK / 2, look.color("hover"))
        done = QRectF(track)
        if self.isRightToLeft():
            done.setLeft(at)
        else:
            done.setRight(at)
        box(painter, done, _TRACK / 2, look.color("primary"))
        painter.setPen(QPen(look.color("primary"), 2))
        painter.setBrush(look.color("surface"))
        knob = QRectF(at - _KNOB / 2, middle - _KNOB / 2, _KNOB, _KNOB)
        painter.drawEllipse(knob.adjusted(1, 1, -1, -1))
        painter.end()

    def _go_to(self, x: float) -> None:
        share = (x - _KNOB / 2) / max(1, self.width() - _KNOB)
        if self.isRightToLeft():
            share = 1 - share
        self.setValue(round(share * self.maximum()))


def _ends(first: QWidget, last: QWidget) -> QHBoxLayout:
    """Return a line with one thing at each end."""
    line = QHBoxLayout()
    line.addWidget(first)
    line.addStretch(1)
    line.addWidget(last)
    return line
