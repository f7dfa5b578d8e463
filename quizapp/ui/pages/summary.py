"""What a session did: the numbers, the text before and now, what was hard, what comes next."""

from collections.abc import Callable
from datetime import date, datetime, timedelta, tzinfo

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.domain.day import day_of
from quizapp.domain.question import prompt_of, solution
from quizapp.operations import progress
from quizapp.operations.progress import Hard, NextDue, SessionSummary, StripChange
from quizapp.settings import Settings
from quizapp.ui import dates
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.icon import Icon
from quizapp.ui.parts.panel import Panel
from quizapp.ui.parts.progress_line import ProgressLine
from quizapp.ui.parts.rule import Rule
from quizapp.ui.parts.scroll import Scroll
from quizapp.ui.parts.strength_glyph import StrengthGlyph
from quizapp.ui.parts.text import Text
from quizapp.ui.parts.text_strip import TextStrip
from quizapp.ui.parts.today_card import streak_in_words
from quizapp.ui.parts.typeset import Stretch
from quizapp.ui.tasks import Tasks
from quizapp.ui.theme import Look
from quizapp.ui.wording import counted, percent, tr

MORE_NEW = 10
_PADDING = 11
"""By which a small button's words stand inside it."""
_TINT_AFTER = 400
"""Milliseconds after which the strip goes on to what is known now."""


class SummaryPage(QWidget):
    """Shown when a session ends; Enter goes to the Library."""

    left = Signal()
    undo = Signal()
    go_over = Signal(object)
    """The ids of the hardest questions."""
    learn_more = Signal(int)

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        settings: Settings,
        clock: Callable[[], datetime],
        zone: tzinfo,
    ) -> None:
        super().__init__()
        self._look, self._tasks, self._settings = look, tasks, settings
        self._clock, self._zone = clock, zone
        self._summary: SessionSummary | None = None
        self._body: QWidget | None = None
        self._build()
        look.changed.connect(self._show_again)

    def show_session(self, since: datetime) -> None:
        """Show what the answers from `since` on changed."""
        settings, now, zone = self._settings, self._clock(), self._zone
        self._tasks.read(
            lambda bank: progress.summary(bank, settings, since, now, zone), self._show
        )

    def act(self) -> None:
        """Go to the Library."""
        self.left.emit()

    def take_focus(self) -> None:
        """Put the keyboard on the way to the Library."""
        self._back.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the summary's keys."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        match event.key():
            case Qt.Key.Key_R if not event.modifiers():
                self._go_over()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Escape if not control:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the shape that suits the width."""
        self._reshape()

    # building

    def _build(self) -> None:
        look = self._look
        line = ProgressLine(look)
        line.set_share(1.0)
        undo = Button(
            look, tr("Undo last"), "quiet", size="small", icon="undo-2", keys=("Ctrl+Z",)
        )
        undo.clicked.connect(self.undo)
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(20, 0, 20, 4)
        bar.addStretch(1)
        bar.addWidget(undo)
        content = QWidget()
        self._across = QHBoxLayout(content)
        self._across.setSpacing(0)
        self._scroll = Scroll(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line)
        column.addWidget(self._bar)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._footing())
        self._reshape()

    def _footing(self) -> QWidget:
        look = self._look
        self._back = Button(
            look, tr("Back to Library"), "primary", size="large", keys=("Return",)
        )
        self._more = Button(look, "", size="large")
        self._back.clicked.connect(self.left)
        self._more.clicked.connect(self._learn_more)
        self._foot = QWidget()
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self._back)
        buttons.addWidget(self._more)
        buttons.addStretch(1)
        self._held = QWidget()
        self._held.setLayout(buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        across = QHBoxLayout(self._foot)
        across.setContentsMargins(24, 12, 24, 24)
        across.addStretch(1)
        across.addWidget(self._held, 100)
        across.addStretch(1)
        return self._foot

    def _reshape(self) -> None:
        look = self._look
        self._bar.setFixedHeight(72 if look.large else look.size("topbar") - 4)
        wide = 1080 if look.large else look.size("summaryWidth")
        self._held.setMaximumWidth(wide)
        if self._body is not None:
            self._body.setMaximumWidth(wide)
        self._across.setContentsMargins(24, 8, 24, 8)

    # showing

    def _show(self, summary: SessionSummary) -> None:
        self._summary = summary
        more = min(MORE_NEW, summary.new_left)
        self._more.setText(counted(more, "Learn 1 more new", "Learn %n more new"))
        self._more.setVisible(more > 0)
        self._show_again()
        if self.isVisible():
            self.take_focus()

    def _show_again(self) -> None:
        summary = self._summary
        if summary is None:
            return
        while self._across.count():
            item = self._across.takeAt(0)
            widget = None if item is None else item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._body = self._column(summary)
        self._across.addStretch(1)
        self._across.addWidget(self._body, 100, Qt.AlignmentFlag.AlignTop)
        self._across.addStretch(1)
        self._reshape()

    def _column(self, summary: SessionSummary) -> QWidget:
        look = self._look
        body = QWidget()
        column = QVBoxLayout(body)
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
        return body

    def _numbers(self, summary: SessionSummary) -> Panel:
        panel = Panel(self._look)
        row = QHBoxLayout(panel)
        row.setContentsMargins(25, 17, 25, 17)
        row.setSpacing(24)
        asked, recalled = summary.due_asked, summary.due_recalled
        if asked:
            of = tr("%1 of %2").replace("%1", str(recalled)).replace("%2", str(asked))
            words = tr("due cards recalled: %1, you aim for %2")
            words = words.replace("%1", percent(recalled / asked))
            words = words.replace("%2", percent(self._settings.desired_retention))
            row.addLayout(self._number(of, words), 19)
        met = counted(summary.new_met, "new question met", "new questions met")
        row.addLayout(self._number(str(summary.new_met), met), 10)
        learned = tr("now learned, %1 in all").replace("%1", str(summary.learned))
        row.addLayout(self._number(_signed(summary.newly_learned), learned), 10)
        return panel

    def _number(self, number: str, words: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Text(self._look, number, "display"))
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
        column.setContentsMargins(25, 15, 25 - _PADDING, 9 if hardest else 15)
        column.setSpacing(0)
        head = QHBoxLayout()
        title = tr("Hardest today") if hardest else tr("Nothing was hard today.")
        head.addWidget(Text(look, title, "heading"))
        head.addStretch(1)
        column.addLayout(head)
        if hardest:
            words = counted(len(hardest), "Go over this one", "Go over these %n")
            over = Button(look, words, "quiet", size="small", keys=("R",))
            over.clicked.connect(self._go_over)
            head.addWidget(over)
            column.addSpacing(8)
        rows = QVBoxLayout()
        rows.setContentsMargins(0, 0, _PADDING, 0)
        rows.setSpacing(0)
        for hard in hardest:
            rows.addWidget(Rule(look))
            rows.addWidget(self._hard(hard))
        column.addLayout(rows)
        return panel

    def _hard(self, hard: Hard) -> QWidget:
        look = self._look
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 9, 0, 9)
        row.setSpacing(12)
        question = hard.asked.question
        row.addWidget(StrengthGlyph(look, hard.band))
        prompt = Text(look, prompt_of(question), "body", weight=500)
        prompt.setToolTip(prompt_of(question))
        prompt.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addWidget(prompt, 1)
        answer = Text(look, solution(question), "label", "text2", weight=400)
        answer.setToolTip(solution(question))
        row.addWidget(_wide(answer, round(104 * look.scale)))
        again = bool(hard.again)
        icon, ink = ("rotate-ccw", "again") if again else ("weight", "hard")
        how = QHBoxLayout()
        how.setSpacing(6)
        how.addWidget(Icon(look, icon, ink, 15))
        words = Text(look, again_in_words(hard.again), "label", "text2", weight=400)
        how.addWidget(_wide(words, round(91 * look.scale)))
        row.addLayout(how)
        due = dates.ahead(self._day(hard.due), self._day(self._clock()))
        when = Text(look, due, "label", "text2", weight=400)
        row.addWidget(_wide(when, round(76 * look.scale), end=True))
        return line

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
        when = dates.ahead(next_due.date, self._day(self._clock()))
        cards = counted(next_due.count, "1 card", "%n cards")
        bold, start = f"{when}, {cards}", tr("Next: ")
        about = counted(next_due.minutes, ", about 1 minute", ", about %n minutes")
        text = Text(self._look, f"{start}{bold}{about}", "body", "text2", wrap=True)
        span = Stretch(len(start), len(start) + len(bold), weight=600, ink="text")
        text.set_stretches([span])
        return text

    # deeds

    def _go_over(self) -> None:
        if self._summary is not None and self._summary.hardest:
            self.go_over.emit(tuple(hard.asked.id for hard in self._summary.hardest))

    def _learn_more(self) -> None:
        if self._summary is not None:
            self.learn_more.emit(min(MORE_NEW, self._summary.new_left))

    def _day(self, moment: datetime) -> date:
        return day_of(moment, self._zone, self._settings.day_starts_at).date


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
            return tr("Again %1 times").replace("%1", str(times))


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
