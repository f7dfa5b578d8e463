"""What a session did: the numbers, the text before and now, what was hard, what comes next."""

from collections.abc import Callable
from datetime import datetime, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.operations import progress
from quizapp.operations.progress import SessionSummary
from quizapp.settings import Settings
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.progress_line import ProgressLine
from quizapp.ui.parts.scroll import Scroll
from quizapp.ui.parts.session_report import SessionReport
from quizapp.ui.tasks import Tasks
from quizapp.ui.theme import Look
from quizapp.ui.wording import counted, tr

MORE_NEW = 10


class SummaryPage(QWidget):
    """Shown when a session ends; Enter goes to the Library."""

    left = Signal()
    undo = Signal()
    go_over = Signal(object)
    """The ids of the hardest questions."""
    learn_more = Signal(int)
    """How many new ones over the day's limit; 0: go on with today's."""

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

    def use(self, settings: Settings) -> None:
        """Heed other settings from now on."""
        self._settings = settings

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
                if not event.isAutoRepeat():
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
        goes_on = _goes_on(summary)
        words = counted(more, "Learn 1 more new", "Learn %n more new")
        self._more.setText(tr("Study on") if goes_on else words)
        self._more.setVisible(goes_on or more > 0)
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
        now, zone = self._clock(), self._zone
        report = SessionReport(self._look, self._settings, summary, now, zone)
        report.go_over.connect(self._go_over)
        self._body = report
        self._across.addStretch(1)
        self._across.addWidget(self._body, 100, Qt.AlignmentFlag.AlignTop)
        self._across.addStretch(1)
        self._reshape()

    # deeds

    def _go_over(self) -> None:
        if self._summary is not None and self._summary.hardest:
            self.go_over.emit(tuple(hard.asked.id for hard in self._summary.hardest))

    def _learn_more(self) -> None:
        summary = self._summary
        if summary is not None:
            goes_on = _goes_on(summary)
            self.learn_more.emit(0 if goes_on else min(MORE_NEW, summary.new_left))


def _goes_on(summary: SessionSummary) -> bool:
    """Tell whether today's own questions are not all done."""
    return summary.due_left + summary.new_today > 0
