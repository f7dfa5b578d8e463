"""What all charts share: the hand or the arrow keys pick a mark, its words stand beside it."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from quizapp.ui.charts.figures import Figures, Mark
from quizapp.ui.parts.painting import box, mirrored, smooth
from quizapp.ui.spoken import say, take_role
from quizapp.ui.theme import Look

_BESIDE, _ABOVE, _AWAY = 8, 3, 5
"""The bubble's padding, and how far it keeps from its mark."""


class Chart(QWidget):
    """A picture of marks in reading order; what it looks like is its subclass's part.

    Time runs in reading direction, so everything mirrors with the interface.
    """

    def __init__(self, look: Look, title: str) -> None:
        super().__init__()
        take_role(self, QAccessible.Role.Chart)
        self._look = look
        self.marks: tuple[Mark, ...] = ()
        self.picked: int | None = None
        self.setAccessibleName(title)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figures(self, figures: Figures) -> None:
        """Show these marks."""
        self.marks, self.picked = figures.marks, None
        self.setAccessibleDescription(figures.summary)
        self.update()

    def spots(self) -> list[QRectF]:
        """Return where each mark is drawn, before mirroring."""
        raise NotImplementedError

    def paint_marks(self, painter: QPainter, spots: list[QRectF]) -> None:
        """Paint the picture."""
        raise NotImplementedError

    def moves(self) -> dict[Qt.Key, int]:
        """Return by how many marks each arrow key goes on."""
        ahead, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.isRightToLeft():
            ahead, back = back, ahead
        return {ahead: 1, back: -1, Qt.Key.Key_Home: -len(self.marks)} | {
            Qt.Key.Key_End: len(self.marks)
        }

    def value_words(self) -> str:
        """Return the words of the mark that is picked; empty where none is."""
        return "" if self.picked is None else self.marks[self.picked].words

    @override
    def sizeHint(self) -> QSize:
        """Return a height that suits the text size; the width is the card's."""
        return QSize(120, self.height_wanted())

    def height_wanted(self) -> int:
        """Return the height of the picture."""
        raise NotImplementedError

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick the next mark by the arrows; Esc lets go."""
        key = Qt.Key(event.key())
        moves = self.moves()
        if key in moves and self.marks:
            last = len(self.marks) - 1
            first = 0 if key == Qt.Key.Key_Home else last
            at = first if self.picked is None else self.picked + moves[key]
            self._pick(max(0, min(last, at)), aloud=True)
        elif key == Qt.Key.Key_Escape and self.picked is not None:
            self._pick(None)
        else:
            super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pick the mark under the hand."""
        self._pick(self._at(event.position()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        """Let go."""
        self._pick(None)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go."""
        self._pick(None)
        super().focusOutEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, and over it the words of what is picked."""
        painter = QPainter(self)
        smooth(painter)
        spots = self.spots()
        self.paint_marks(painter, spots)
        if self.picked is not None and self.picked < len(spots):
            self._paint_bubble(painter, self.mirrored(spots[self.picked]))
        painter.end()

    def mirrored(self, area: QRectF) -> QRectF:
        """Return the place of `area` in the direction of the interface."""
        return mirrored(area, self)

    def write(
        self, painter: QPainter, area: QRectF, words: str, ink: str, *, bold: bool = False
    ) -> None:
        """Write small words in the middle of a mirrored area."""
        painter.setFont(self._look.font("keycap", weight=600 if bold else 400))
        painter.setPen(self._look.color(ink))
        centre = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        painter.drawText(self.mirrored(area), centre, words)

    def _at(self, point: QPointF) -> int | None:
        """Return the mark whose column the hand is in, the nearest where it is between two."""
        spots = [self.mirrored(spot) for spot in self.spots()]
        if not spots:
            return None
        return min(
            range(len(spots)),
            key=lambda number: (
                abs(spots[number].center().x() - point.x())
                + self._weight_of_height() * abs(spots[number].center().y() - point.y())
            ),
        )

    def _weight_of_height(self) -> float:
        """Return how much the hand's height counts: not at all where marks stand in a row."""
        return 0.0

    def _pick(self, number: int | None, *, aloud: bool = False) -> None:
        if number == self.picked:
            return
        self.picked = number
        self.update()
        if aloud:
            say(self, self.value_words())

    def _paint_bubble(self, painter: QPainter, spot: QRectF) -> None:
        look = self._look
        font = look.font("caption", weight=500)
        words = self.value_words()
        width = min(
            QFontMetricsF(font).horizontalAdvance(words) + 2 * _BESIDE, float(self.width())
        )
        bubble = QRectF(0, 0, width, look.line("caption") + 2 * _ABOVE)
        bubble.moveCenter(spot.center())
        bubble.moveBottom(spot.top() - _AWAY)
        if bubble.top() < 0:
            bubble.moveTop(min(spot.bottom() + _AWAY, self.height() - bubble.height()))
        bubble.moveLeft(max(0.0, min(bubble.left(), self.width() - width)))
        box(painter, bubble, look.radius("chip"), look.color("toastBg"))
        painter.setFont(font)
        painter.setPen(look.color("toastText"))
        inside = bubble.adjusted(_BESIDE, 0, -_BESIDE, 0)
        elided = QFontMetricsF(font).elidedText(
            words, Qt.TextElideMode.ElideRight, inside.width() + 1
        )
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, elided)
