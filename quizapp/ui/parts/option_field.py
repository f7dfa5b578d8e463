"""One answer of a multiple choice under the pen: whether it is the right one, and its words."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from quizapp.ui.parts.button import IconButton
from quizapp.ui.parts.focus_ring import round_corners
from quizapp.ui.parts.line import Line
from quizapp.ui.parts.painting import smooth
from quizapp.ui.parts.tip import explain
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_DOT = 18


class OptionField(QWidget):
    """`picked`: it is to be the right one; `left`: its words are done; `dropped`: take it out."""

    picked = Signal()
    left = Signal()
    dropped = Signal()

    def __init__(self, look: Look, words: str, *, right: bool) -> None:
        super().__init__()
        self.dot = _Dot(look)
        self.dot.setChecked(right)
        self.dot.clicked.connect(self.picked)
        self.field = Line(words)
        self.field.editingFinished.connect(self.left)
        self.cross = IconButton(look, "x", tr("Remove this answer"), size="small")
        self.cross.clicked.connect(self.dropped)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.dot, self.field, self.cross):
            row.addWidget(part)

    def number(self, place: int, *, only_two: bool) -> None:
        """Name the controls by their place, from 1; of two answers none may go."""
        self.field.setAccessibleName(tr("Answer %1").replace("%1", str(place)))
        self.dot.setAccessibleName(tr("Answer %1 is right").replace("%1", str(place)))
        words = tr("Remove answer %1").replace("%1", str(place))
        self.cross.setAccessibleName(words)
        self.cross.setEnabled(not only_two)

    @property
    def words(self) -> str:
        """What stands in the field."""
        return self.field.text().strip()


class _Dot(QAbstractButton):
    """A round mark of which one in a group is filled."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setCheckable(True)
        self.setAutoExclusive(True)  # a screen reader says: one of several
        explain(self, tr("The right answer"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        round_corners(self, look.size("minTarget") // 2)

    @override
    def sizeHint(self) -> QSize:
        """Return the mark's size."""
        side = self._look.icon_size(_DOT)
        return QSize(side, max(side, self._look.size("minTarget")))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring, thick where it is the one."""
        painter = QPainter(self)
        smooth(painter)
        side = self._look.icon_size(_DOT)
        spot = QRectF(0, (self.height() - side) / 2, side, side)
        width = 6.0 * side / _DOT if self.isChecked() else 1.5
        ink = self._look.color("primary" if self.isChecked() else "borderStrong")
        painter.setPen(QPen(ink, width))
        painter.setBrush(self._look.color("surface"))
        half = width / 2
        painter.drawEllipse(spot.adjusted(half, half, -half, -half))
        painter.end()

    @override
    def nextCheckState(self) -> None:
        """Stay filled: another one is chosen by its own mark."""
        self.setChecked(True)
