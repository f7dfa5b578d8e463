"""What was typed beside what is right, the words that differ underlined."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.domain.answer import differing
from quizapp.ui.parts.painting import box, smooth
from quizapp.ui.parts.rule import Rule
from quizapp.ui.parts.text import Text
from quizapp.ui.parts.typeset import Typeset
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_WAVE, _DEPTH = 6.0, 5.0
"""Pixels from one crest to the next trough, and the pull of each."""
_BELOW = 4
"""Room for the lines under the last line of words."""
_NAMES = 84
"""Room of “You typed” and “Answer”, before scaling."""


class Underlined(Text):
    """Words with some of them underlined: waves where wrong, a straight line where right."""

    def __init__(
        self, look: Look, text: str, words: tuple[tuple[int, int], ...], *, wavy: bool
    ) -> None:
        super().__init__(look, text, "option", weight=400 if wavy else 600, wrap=True)
        self._words, self._wavy = words, wavy

    @override
    def sizeHint(self) -> QSize:
        """Return the text's size and the room below it."""
        return super().sizeHint() + QSize(0, _BELOW)

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the lines' height and the room below them."""
        return super().heightForWidth(width) + _BELOW

    @override
    def paint_under(self, painter: QPainter, typeset: Typeset) -> None:
        """Paint the lines under the words."""
        smooth(painter)
        for start, end in self._words:
            for area in typeset.boxes(start, end):
                if self._wavy:
                    pen = QPen(self._look.color("hard"), 1.5)
                    painter.strokePath(_waves(area), pen)
                else:
                    foot = QRectF(area.left(), area.bottom() - 2, area.width(), 2)
                    painter.fillRect(foot, self._look.color("easy"))


class Comparison(QWidget):
    """Two rows: “You typed” and “Answer”; nothing typed leaves the answer alone."""

    def __init__(self, look: Look, typed: str, answer: str) -> None:
        super().__init__()
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        if typed:
            own = Underlined(look, typed, differing(answer, typed), wavy=True)
            column.addLayout(_row(look, tr("You typed"), own))
            column.addWidget(Rule(look))
        missed = differing(typed, answer) if typed else ()
        right = Underlined(look, answer, missed, wavy=False)
        column.addLayout(_row(look, tr("Answer"), right))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame around both rows."""
        painter = QPainter(self)
        area, radius = QRectF(self.rect()), self._look.radius("card")
        box(painter, area, radius, None, self._look.color("border"))
        painter.end()


def _row(look: Look, name: str, words: Text) -> QHBoxLayout:
    words.setAccessibleName(f"{name}: {words.text()}")
    label = Text(look, name, "label", "text2")
    label.setFixedSize(round(_NAMES * look.scale), look.line("option"))
    row = QHBoxLayout()
    row.setContentsMargins(16, 10, 16, 10 - _BELOW)
    row.setSpacing(12)
    row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return row


def _waves(area: QRectF) -> QPainterPath:
    path = QPainterPath()
    middle, left, up = area.bottom() + 0.5, area.left(), True
    path.moveTo(QPointF(left, middle))
    while left < area.right():
        step = min(_WAVE, area.right() - left)
        crest = middle - _DEPTH if up else middle + _DEPTH
        path.quadTo(QPointF(left + step / 2, crest), QPointF(left + step, middle))
        left, up = left + step, not up
    return path
