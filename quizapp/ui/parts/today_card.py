"""What waits today, the way in, and how the days went."""

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.operations.progress import NextDue, Today
from quizapp.ui import dates
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.day_marks import DayMarks
from quizapp.ui.parts.panel import Panel
from quizapp.ui.parts.progress_line import ProgressLine
from quizapp.ui.parts.ring import Ring
from quizapp.ui.parts.sizes import UNBOUNDED
from quizapp.ui.parts.text import Figure, Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import counted, figure, tr

Step = Literal["study", "add"]

_DAYS_WIDTH, _DAYS_WIDTH_LARGE = 248, 360


class TodayCard(Panel):
    """Its one button is the Library's next step: study, or add an article."""

    study = Signal()
    add = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._step: Step = "study"
        self._held = False
        self._date = Text(look, "", "label", "text2")
        self._title = Text(look, "", "display", wrap=True)
        self._line = Text(look, "", "body", "text2", wrap=True)
        self._button = Button(look, "", "primary", size="large")
        self._ring = Ring(look)
        self._goal = Figure(look, "", "heading")
        self._bar = ProgressLine(look, height=10)
        self._streak = Text(look, "", "label", "text2", weight=400, wrap=True)
        self._days = DayMarks(look)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line_between = _Divider(look)
        self._row.addLayout(self._left_column(), 1)
        self._row.addWidget(self._line_between)
        self._right = self._right_column()
        self._row.addWidget(self._right)
        self.set_narrow(narrow=False)

    def show_today(self, today: Today) -> None:
        """Show how today stands."""
        self._date.setText(dates.in_full(today.date))
        self._title.setText(title_of(today))
        self._line.setText(line_of(today))
        self._line.setVisible(bool(self._line.text()))
        self._ring.set_progress(today.answered, today.goal)
        self._bar.set_share(today.answered / today.goal)
        words = tr("%1 of %2 today").replace("%1", figure(today.answered))
        self._goal.setText(words.replace("%2", figure(today.goal)))
        self._streak.setText(streak_in_words(today.streak))
        self._days.set_days(today.days)
        self._set_step(today)

    def hold_back(self, *, held: bool) -> None:
        """Offer the next step no more, or again."""
        self._held = held
        self._button.setEnabled(not held)

    def take_focus(self) -> None:
        """Put the keyboard on the button."""
        self._button.setFocus()

    def act(self) -> None:
        """Take the next step."""
        if self._step == "study":
            self.study.emit()
        else:
            self.add.emit()

    def set_narrow(self, *, narrow: bool) -> None:
        """Save room in a small window; very large text leaves out what says the same twice."""
        large = self._look.large
        if large:
            self._row.setContentsMargins(28, 24, 28, 24)
        else:
            self._row.setContentsMargins(
                *((21, 17, 21, 17) if narrow else (25, 25, 25, 25))
            )
        self._row.setSpacing(28 if large else 24)
        for part in (self._date, self._ring, self._days, self._line_between):
            part.setVisible(not large)
        self._bar.setVisible(large)
        directions, below = QBoxLayout.Direction, large and narrow
        self._row.setDirection(directions.TopToBottom if below else directions.LeftToRight)
        wide = _DAYS_WIDTH_LARGE if large else _DAYS_WIDTH
        self._right.setMinimumWidth(0 if below else wide)
        self._right.setMaximumWidth(UNBOUNDED if below else wide)
        self._words.setSpacing(8 if large else 0)

    def _set_step(self, today: Today) -> None:
        self._step = "study" if today.due or today.new else "add"
        old, words, icon = self._button, *_button_of(today)
        focused = old.hasFocus()
        keys = ("Ctrl+Return",)
        self._button = Button(
            self._look, words, "primary", size="large", icon=icon, keys=keys
        )
        self._button.clicked.connect(self.act)
        self._button.setEnabled(not self._held)
        layout = self._buttons
        layout.replaceWidget(old, self._button)
        old.deleteLater()
        if focused:
            # What is not shown yet takes no focus.
            self._button.show()
            self._button.setFocus()

    def _left_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        for part, above in ((self._date, 0), (self._title, 2), (self._line, 4)):
            column.addSpacing(above)
            column.addWidget(part)
        column.addSpacing(16)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self._button)
        self._buttons.addStretch(1)
        column.addLayout(self._buttons)
        column.addStretch(1)
        return column

    def _right_column(self) -> QWidget:
        side = QWidget()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        for part in (self._goal, self._bar, self._streak):
            words.addWidget(part)
        words.addStretch(1)
        self._words = words
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addLayout(words, 1)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addStretch(1)
        column.addLayout(top)
        column.addWidget(self._days)
        column.addStretch(1)
        return side


class _Divider(QWidget):
    """An upright line as high as the card's inside."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedWidth(1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("border"))
        painter.end()


def title_of(today: Today) -> str:
    """Return “18 cards are due”, or that nothing is."""
    if not today.due:
        return tr("Nothing is due")
    return counted(today.due, "1 card is due", "%n cards are due")


def line_of(today: Today) -> str:
    """Return the line below the title."""
    about = counted(today.minutes, "About 1 minute.", "About %n minutes.")
    if today.due:
        more = counted(today.new, "and 1 new one to learn.", "and %n new ones to learn.")
        return f"{more} {about}" if today.new else about
    if today.next_due is not None:
        return next_in_words(today.next_due, today)
    if today.new:
        more = counted(today.new, "1 new one to learn.", "%n new ones to learn.")
        return f"{more} {about}"
    return ""


def next_in_words(next_due: NextDue, today: Today) -> str:
    """Return “Next: tomorrow, 14 cards.”."""
    cards = counted(next_due.count, "1 card", "%n cards")
    words = tr("Next: %1, %2.").replace("%1", dates.ahead(next_due.date, today.date))
    return words.replace("%2", cards)


def streak_in_words(days: int) -> str:
    """Return “12 study days in a row”."""
    if not days:
        return tr("No study days in a row yet")
    return counted(days, "1 study day in a row", "%n study days in a row")


def _button_of(today: Today) -> tuple[str, str]:
    """Return the button's words and icon."""
    if today.due:
        return tr("Study now (%1 due)").replace("%1", figure(today.due)), "play"
    if today.new:
        return counted(today.new, "Learn 1 new", "Learn %n new"), "play"
    return tr("Add article…"), "plus"
