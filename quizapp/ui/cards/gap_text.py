"""A sentence of the article with a field where some of its words were."""

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from quizapp.domain.question import Gap
from quizapp.ui.cards.answer_field import AnswerField
from quizapp.ui.parts.painting import box
from quizapp.ui.parts.typeset import Stretch, Typeset, reads_leftwards
from quizapp.ui.spoken import take_role
from quizapp.ui.theme import Look

_HOLD = "\u00a0"
"""Stands for the field in the text: a no-break space stretched to the field's width."""
_LEAST, _HIGH, _INSIDE, _BESIDE = 176, 36, 11, 2
_AFTER = 4
"""Pixels kept clear of the focus ring before a full stop or comma that follows."""


class GapText(QWidget):
    """The sentence; the field grows with what is typed and the words after it make room."""

    given = Signal(str)

    def __init__(self, look: Look, gap: Gap) -> None:
        super().__init__()
        take_role(self, QAccessible.Role.Paragraph)
        self._look, self._gap = look, gap
        self._outline = "borderStrong"
        self._line = "markerLine"
        self._box = QRect()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.field = AnswerField(look, "cloze", bare=True)
        self.field.setParent(self)
        self.field.given.connect(self.given)
        self.field.textChanged.connect(self._make_room)
        self.setAccessibleName(gap.prompt)

    def show_verdict(self, *, right: bool) -> None:
        """Close the field and colour it."""
        self._outline = self._line = "easy" if right else "again"
        self.field.setReadOnly(True)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return a width the sentence reads well at."""
        return QSize(480, self.heightForWidth(480))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the room of the field alone."""
        return QSize(self._field_width(120), self._look.line("cloze"))

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines."""
        return self._typeset(width).height

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the field where its words were."""
        self._make_room()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sentence and the field's box with its marker line."""
        painter = QPainter(self)
        look = self._look
        painter.setPen(look.color("text"))
        self._typeset(self.width()).paint(painter, 0, 0)
        area = QRectF(self._box)
        radius = look.radius("control")
        box(painter, area, radius, look.color("surface"), look.color(self._outline), 1.5)
        painter.setClipRect(QRectF(area.left(), area.bottom() - 3, area.width(), 3))
        box(painter, area, radius, look.color(self._line))
        painter.end()

    def _make_room(self) -> None:
        typeset = self._typeset(self.width())
        at = len(self._gap.before)
        spots = typeset.boxes(at, at + 1)
        if not spots:
            return
        spot, high = spots[0], round(_HIGH * self._look.scale)
        top = spot.top() + (typeset.line - high) / 2
        width = self._field_width(self.width())
        before = _BESIDE + (_AFTER if reads_leftwards(typeset.text) else 0)
        self._box = QRect(round(spot.left()) + before, round(top), width, high)
        self.field.setGeometry(self._box)
        self.updateGeometry()
        self.update()

    def _field_width(self, room: int) -> int:
        metrics = self.field.fontMetrics()
        typed = metrics.horizontalAdvance(self.field.text()) + 2 * _INSIDE + 8
        least = round(_LEAST * self._look.scale)
        return min(max(least, typed), room - 2 * _BESIDE - _AFTER)

    def _typeset(self, width: int) -> Typeset:
        text = f"{self._gap.before}{_HOLD}{self._gap.after}"
        at = len(self._gap.before)
        hold = self._field_width(width) + 2 * _BESIDE + _AFTER
        room = Stretch(at, at + 1, room=hold)
        return Typeset(self._look, text, "cloze", width, stretches=[room])
