"""The backups to choose from, and what going back to the chosen one loses."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QRadioButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.domain.backup import Choice
from quizapp.ui import dates
from quizapp.ui.parts.focus_ring import round_corners
from quizapp.ui.parts.painting import END, MIDDLE, START, box, mirrored, smooth
from quizapp.ui.parts.scroll import Scroll
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import counted, tr

_SHOWN = 4
_PADDING, _MARK, _GAP, _ROW = 14, 18, 12, 43
_COUNT, _SIZE, _WIDEST = 150, 64, 1.5
"""Widths of the last columns, and by how much the first of them grows at most."""


class BackupList(QWidget):
    """The newest is chosen; the arrow keys choose another."""

    chosen = Signal(object)
    """The `Backup`."""

    def __init__(self, look: Look, now: datetime, zone: tzinfo) -> None:
        super().__init__()
        self._look, self._now, self._zone = look, now, zone
        self._choices: tuple[Choice, ...] = ()
        self._rows: list[_Row] = []
        self._loss = Text(look, "", "label", "text2", weight=400, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text(look, tr("Backups on this computer"), "label", "text2"))
        self._frame = _Frame(look)
        column.addWidget(self._frame)
        column.addWidget(self._loss)
        look.changed.connect(self._fit)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these, the first one chosen."""
        self._choices = tuple(choices)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self._rows = []
        for choice in self._choices:
            row = _Row(self._look, self._when(choice), choice)
            row.toggled.connect(self._tell)
            self._rows.append(row)
            column.addWidget(row)
        self._frame.hold(inside)
        self._fit()
        if self._rows:
            self._rows[0].first = self._rows[-1].last = True
            self._rows[0].setChecked(True)

    def choice(self) -> Choice | None:
        """Return what is chosen."""
        taken = (n for n, row in enumerate(self._rows) if row.isChecked())
        number = next(taken, None)
        return None if number is None else self._choices[number]

    def _tell(self) -> None:
        choice = self.choice()
        if choice is not None:
            self._loss.setText(loss_of(choice, self._now, self._zone))
            self.chosen.emit(choice.backup)

    def _when(self, choice: Choice) -> str:
        return dates.moment(choice.backup.made, self._now, self._zone)

    def _fit(self) -> None:
        shown = min(len(self._rows), _SHOWN)
        rows = sum(row.sizeHint().height() for row in self._rows[:shown])
        self._frame.setFixedHeight(rows + 2)


def loss_of(choice: Choice, now: datetime, zone: tzinfo) -> str:
    """Return “Going back to this backup loses 8 answers given since 08:12.”."""
    since = dates.since(choice.backup.made, now, zone)
    match choice.lost_answers:
        case None:
            words = tr("Going back to this backup loses what you answered since %1.")
        case 0:
            words = tr("Going back to this backup loses no answers.")
        case lost:
            words = counted(
                lost,
                "Going back to this backup loses 1 answer given since %1.",
                "Going back to this backup loses %n answers given since %1.",
            )
    return words.replace("%1", since)


def size_in_words(size: int) -> str:
    """Return “412 KB” or “3.4 MB”."""
    kilobytes = max(1, round(size / 1000))
    if kilobytes < 1000:
        return tr("%1 KB").replace("%1", str(kilobytes))
    return tr("%1 MB").replace("%1", f"{size / 1_000_000:.1f}")


class _Frame(QFrame):
    """A box with round corners that its content does not stand out of."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._scroll: Scroll | None = None

    def hold(self, inside: QWidget) -> None:
        """Show this and nothing else."""
        if self._scroll is not None:
            self._column.removeWidget(self._scroll)
            self._scroll.deleteLater()
        self._scroll = Scroll(inside)
        self._column.addWidget(self._scroll)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box."""
        painter = QPainter(self)
        look = self._look
        fill, outline = look.color("surface"), look.color("borderStrong")
        box(painter, QRectF(self.rect()), look.radius("control"), fill, outline)
        painter.end()


class _Row(QRadioButton):
    """When it was made, how many questions it has, and its size."""

    def __init__(self, look: Look, when: str, choice: Choice) -> None:
        super().__init__()
        self._look = look
        questions = counted(choice.backup.questions, "1 question", "%n questions")
        self.first = self.last = False
        self._parts = (when, questions, size_in_words(choice.backup.size))
        self.setAccessibleName(", ".join(self._parts))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        round_corners(self, look.radius("chip"))

    @override
    def sizeHint(self) -> QSize:
        """Return the height of a line with room around it."""
        return QSize(200, round(_ROW * self._look.scale))

    @override
    def hitButton(self, pos: object) -> bool:
        """Take a click anywhere in the row."""
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row, its mark and its three parts."""
        painter = QPainter(self)
        smooth(painter)
        look, taken = self._look, self.isChecked()
        painter.setClipPath(self._inside_of_frame())
        if taken or self.underMouse():
            ground = look.color("primarySoft" if taken else "hover")
            painter.fillRect(self.rect(), ground)
        if not self.last:
            painter.fillRect(0, self.height() - 1, self.width(), 1, look.color("border"))
        side = look.icon_size(_MARK)
        spot = QRectF(_PADDING, (self.height() - side) / 2, side, side)
        width = 6.0 if taken else 1.5
        painter.setPen(QPen(look.color("primary" if taken else "borderStrong"), width))
        painter.setBrush(look.color("surface"))
        half = width / 2
        painter.drawEllipse(mirrored(spot.adjusted(half, half, -half, -half), self))
        self._write(painter, _PADDING + side + _GAP)
        painter.end()

    def _write(self, painter: QPainter, left: float) -> None:
        look = self._look
        when, questions, size = self._parts
        right = self.width() - _PADDING
        size_left = right - round(_SIZE * look.scale)
        count = round(_COUNT * min(look.scale, _WIDEST))
        metrics = QFontMetricsF(look.font("body", weight=500))
        if left + metrics.horizontalAdvance(when) > size_left - count:
            # Where there is no room for all, the size is what can best be done without.
            size, size_left = "", right
        count_left = size_left - count
        for words, first, last, side, ink, weight in (
            (when, left, count_left, START, "text", 500),
            (questions, count_left, size_left, START, "text2", 400),
            (size, size_left, right, END, "text2", 400),
        ):
            font = look.font("body", weight=weight)
            painter.setFont(font)
            painter.setPen(look.color(ink))
            area = mirrored(QRectF(first, 0, last - first, self.height()), self)
            fitting = QFontMetricsF(font).elidedText(
                words, Qt.TextElideMode.ElideRight, area.width() + 1
            )
            painter.drawText(area, side | MIDDLE, fitting)

    def _inside_of_frame(self) -> QPainterPath:
        """Return the row's area without what would stand out of the frame's corners."""
        area, corner = QRectF(self.rect()), self._look.radius("control") - 1
        above, below = 0 if self.first else corner, 0 if self.last else corner
        path = QPainterPath()
        path.addRoundedRect(area.adjusted(0, -above, 0, below), corner, corner)
        return path
