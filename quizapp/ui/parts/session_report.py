"""A session's report: the numbers, the text before and now, what was hard, what comes next."""

from datetime import date, datetime, timedelta, tzinfo

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from quizapp.domain.day import day_of
from quizapp.domain.question import prompt_of, solution
from quizapp.operations.progress import Hard, NextDue, SessionSummary, StripChange
from quizapp.settings import Settings
from quizapp.ui import dates
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.icon import Icon
from quizapp.ui.parts.margins import set_margins
from quizapp.ui.parts.panel import Panel
from quizapp.ui.parts.rule import Rule
from quizapp.ui.parts.strength_glyph import StrengthGlyph
from quizapp.ui.parts.text import Figure, Text
from quizapp.ui.parts.text_strip import TextStrip
from quizapp.ui.parts.tip import explain
from quizapp.ui.parts.today_card import streak_in_words
from quizapp.ui.parts.typeset import Stretch
from quizapp.ui.theme import Look
from quizapp.ui.wording import counted, figure, percent, tr

_ANSWER = 108
"""Pixels that an answer in the list of the hardest has at least, if it needs them."""
_PADDING = 11
"""By which a small button's words stand inside it."""
_TINT_AFTER = 400
"""Milliseconds after which the strip goes on to what is known now."""


class SessionReport(QWidget):
    """Made anew for each session; `go_over` asks for its hardest questions again."""

    go_over = Signal()

    def __init__(
        self,
        look: Look,
        settings: Settings,
        summary: SessionSummary,
        now: datetime,
        zone: tzinfo,
    ) -> None:
        super().__init__()
        self._look, self._aim = look, settings.desired_retention
        self._day_starts_at, self._zone = settings.day_starts_at, zone
        self._today = self._day(now)
        self._lay_out(summary)

    def _lay_out(self, summary: SessionSummary) -> None:
        look = self._look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text(look, tr("Session done"), "display"))
        column.addSpacing(4)
        column.addWidget(Text(look, done_in_words(summary), "option", "text2", wrap=True))
        column.addSpacing(20)
        column.addWidget(self._numbers(summary))
        column.addSpacing(16)
        if summary.strip is not None and summary.strip.now:
            column.addWidget(self._strips(summary.strip))
            column.addSpacing(16)
        column.addWidget(self._hardest(summary.hardest))
        column.addSpacing(18)
        column.addLayout(self._ahead(summary))

    def _numbers(self, summary: SessionSummary) -> Panel:
        panel = Panel(self._look)
        directions = QBoxLayout.Direction
        stacked = directions.TopToBottom if self._look.large else directions.LeftToRight
        row = QBoxLayout(stacked, panel)
        row.setContentsMargins(25, 17, 25, 17)
        row.setSpacing(16 if self._look.large else 24)
        asked, recalled = summary.due_asked, summary.due_recalled
        if asked:
            of = tr("%1 of %2").replace("%1", figure(recalled)).replace("%2", figure(asked))
            words = tr("due cards recalled: %1, you aim for %2")
            words = words.replace("%1", percent(recalled / asked))
            words = words.replace("%2", percent(self._aim))
            row.addLayout(self._number(of, words), 19)
        met = counted(summary.new_met, "new question met", "new questions met")
        row.addLayout(self._number(str(summary.new_met), met), 10)
        row.addLayout(self._number(*learned_in_words(summary)), 10)
        return panel

    def _number(self, number: str, words: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Figure(self._look, number, "display"))
        words_below = Text(self._look, words, "label", "text2", weight=400, wrap=True)
        column.addWidget(words_below)
        column.addStretch(1)
        return column

    def _strips(self, change: StripChange) -> Panel:
        look = self._look
        panel = Panel(look)
        column = QVBoxLayout(panel)
        column.setContentsMargins(25, 17, 25, 19)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(Text(look, tr("What you know of the text"), "heading"))
        head.addStretch(1)
        head.addWidget(Text(look, change.deck_title, "label", "text2", weight=400))
        column.addLayout(head)
        before = tr("Before · %1").replace("%1", percent(change.known_before))
        now = tr("Now · %1").replace("%1", percent(change.known_now))
        column.addSpacing(14)
        first = Text(look, before, "label", "text2", weight=400)
        column.addLayout(self._strip(first, TextStrip(look, change.before, height=26)))
        column.addSpacing(12)
        strip = TextStrip(look, change.before, height=26)
        QTimer.singleShot(
            0 if look.still else _TINT_AFTER, strip, lambda: strip.set_segments(change.now)
        )
        column.addLayout(self._strip(Text(look, now, "label", weight=600), strip))
        return panel

    def _strip(self, label: Text, strip: TextStrip) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        label.setFixedWidth(max(96, round(96 * self._look.scale)))
        row.addWidget(label)
        row.addWidget(strip, 1)
        return row

    def _hardest(self, hardest: tuple[Hard, ...]) -> Panel:
        look = self._look
        panel = Panel(look)
        column = QVBoxLayout(panel)
        # The button's box reaches into the padding, so that its keycap ends with the rows.
        set_margins(column, 25, 15, 25 - _PADDING, 17 if hardest else 15)
        column.setSpacing(0)
        head = QHBoxLayout()
        title = tr("Hardest today") if hardest else tr("Nothing was hard today.")
        head.addWidget(Text(look, title, "heading"))
        head.addStretch(1)
        column.addLayout(head)
        if hardest:
            words = counted(len(hardest), "Go over this one", "Go over these %n")
            over = Button(look, words, "quiet", size="small", keys=("R",))
            over.clicked.connect(self.go_over)
            head.addWidget(over)
            column.addSpacing(8)
        rows = QGridLayout()
        set_margins(rows, 0, 0, _PADDING, 0)
        rows.setHorizontalSpacing(12)
        rows.setVerticalSpacing(9)
        rows.setColumnStretch(1, 1)
        for hard in hardest:
            self._add_hard(rows, hard)
        column.addLayout(rows)
        return panel

    def _add_hard(self, rows: QGridLayout, hard: Hard) -> None:
        """Add a question in one row, in three where the text is very large."""
        look, question = self._look, hard.asked.question
        start, row = Qt.AlignmentFlag.AlignLeft, rows.rowCount()
        large = look.large
        prompt = Text(look, prompt_of(question), "body", weight=500, wrap=large)
        answer = Text(look, solution(question), "label", "text2", weight=400, wrap=large)
        rows.addWidget(Rule(look), row, 0, 1, 5)
        rows.addWidget(StrengthGlyph(look, hard.band), row + 1, 0)
        if large:
            rows.addWidget(prompt, row + 1, 1, 1, 4)
            rows.addWidget(answer, row + 2, 1, 1, 4)
            rows.addWidget(self._how(hard), row + 3, 1, start)
            rows.addWidget(self._when(hard), row + 3, 2)
            return
        explain(prompt, prompt_of(question))
        prompt.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        explain(answer, solution(question))
        least = round(_ANSWER * look.scale)
        answer.setMinimumWidth(min(answer.sizeHint().width(), least))
        rows.addWidget(prompt, row + 1, 1)
        rows.addWidget(answer, row + 1, 2, start)
        rows.addWidget(self._how(hard), row + 1, 3)
        rows.addWidget(self._when(hard), row + 1, 4)

    def _how(self, hard: Hard) -> QWidget:
        """Return how a hard question was rated."""
        look = self._look
        icon, ink = ("rotate-ccw", "again") if hard.again else ("weight", "hard")
        words = Text(look, again_in_words(hard.again), "label", "text2", weight=400)
        how = QWidget()
        row = QHBoxLayout(how)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Icon(look, icon, ink, 15))
        row.addWidget(_wide(words, round(91 * look.scale)))
        return how

    def _when(self, hard: Hard) -> QWidget:
        """Return when a hard question comes back."""
        look = self._look
        due = dates.ahead(self._day(hard.due), self._today)
        when = Text(look, due, "label", "text2", weight=400)
        return _wide(when, round(88 * look.scale), end=True)

    def _ahead(self, summary: SessionSummary) -> QHBoxLayout:
        look = self._look
        row = QHBoxLayout()
        row.setSpacing(8)
        if summary.next_due is not None:
            row.addWidget(Icon(look, "calendar", "text2", 16))
            row.addWidget(self._next(summary.next_due), 1)
        else:
            row.addStretch(1)
        if summary.streak:
            row.addWidget(Icon(look, "flame", "text2", 16))
            row.addWidget(Text(look, streak_in_words(summary.streak), "body", "text2"))
        return row

    def _next(self, next_due: NextDue) -> Text:
        when = dates.ahead(next_due.date, self._today)
        cards = counted(next_due.count, "1 card", "%n cards")
        bold, start = f"{when}, {cards}", tr("Next: ")
        about = counted(next_due.minutes, ", about 1 minute", ", about %n minutes")
        text = Text(self._look, f"{start}{bold}{about}", "body", "text2", wrap=True)
        span = Stretch(len(start), len(start) + len(bold), weight=600, ink="text")
        text.set_stretches([span])
        return text

    def _day(self, moment: datetime) -> date:
        return day_of(moment, self._zone, self._day_starts_at).date


def done_in_words(summary: SessionSummary) -> str:
    """Return “24 cards in 7 minutes 40 seconds. Nothing else is due today.”."""
    cards = counted(summary.cards, "1 card", "%n cards")
    words = tr("%1 in %2.").replace("%1", cards)
    words = words.replace("%2", length_in_words(summary.took))
    left = tr("Nothing else is due today.")
    if summary.due_left:
        left = counted(summary.due_left, "1 card is still due.", "%n cards are still due.")
    return f"{words} {left}"


def length_in_words(length: timedelta) -> str:
    """Return “7 minutes 40 seconds”."""
    minutes, seconds = divmod(max(1, round(length.total_seconds())), 60)
    parts = []
    if minutes:
        parts.append(counted(minutes, "1 minute", "%n minutes"))
    if seconds:
        parts.append(counted(seconds, "1 second", "%n seconds"))
    return " ".join(parts)


def again_in_words(times: int) -> str:
    """Return how a hard question was rated: “Again twice”."""
    match times:
        case 0:
            return tr("Hard")
        case 1:
            return tr("Again once")
        case 2:
            return tr("Again twice")
        case _:
            return tr("Again %1 times").replace("%1", figure(times))


def learned_in_words(summary: SessionSummary) -> tuple[str, str]:
    """Return a number and what it counts: “+2”, “now learned, 5 in all”."""
    if not summary.learned:
        return "0", tr("learned so far")
    words = tr("now learned, %1 in all").replace("%1", figure(summary.learned))
    return _signed(summary.newly_learned), words


def _signed(number: int) -> str:
    return f"+{number}" if number > 0 else str(number).replace("-", "−")


def _wide(text: Text, width: int, *, end: bool = False) -> QWidget:
    """Return the text in a column of a width, at its end where wanted."""
    cell = QWidget()
    cell.setFixedWidth(width)
    row = QHBoxLayout(cell)
    row.setContentsMargins(0, 0, 0, 0)
    if end:
        row.addStretch(1)
    row.addWidget(text)
    if not end:
        row.addStretch(1)
    return cell
