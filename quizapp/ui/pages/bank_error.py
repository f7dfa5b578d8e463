"""The whole window when the bank cannot be opened, since nothing else can work."""

from collections.abc import Sequence
from datetime import datetime, tzinfo
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.backup import Choice
from quizapp.errors import BankDamaged, BankInUse, BankTooNew, QuizError
from quizapp.ui import problems
from quizapp.ui.parts.backup_list import BackupList
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.flow import Flow
from quizapp.ui.parts.icon import Icon
from quizapp.ui.parts.panel import Panel
from quizapp.ui.parts.scroll import Scroll
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_WIDTH, _WIDTH_DAMAGED, _WIDTH_LARGE = 560, 680, 860


class BankErrorPage(QWidget):
    """What happened to the bank, and the ways on; nothing on disk is touched from here."""

    again = Signal()
    read_only = Signal()
    restore = Signal(object)
    """The `Backup` to go back to."""
    repair = Signal()
    begin_anew = Signal()
    leave = Signal()

    def __init__(self, look: Look, now: datetime, zone: tzinfo) -> None:
        super().__init__()
        self._look = look
        self._folder: Path | None = None
        self._damaged = False
        content = QWidget()
        self._across = QHBoxLayout(content)
        self._across.setContentsMargins(20, 20, 20, 20)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Scroll(content))
        self._backups = BackupList(look, now, zone)
        self._build()
        look.changed.connect(self._fit)

    def show_error(self, error: QuizError, bank: Path) -> None:
        """Say what happened to the bank at this path; of a damaged one backups are to follow."""
        problem = problems.of(error)
        in_use = isinstance(error, BankInUse)
        self._damaged = isinstance(error, BankDamaged)
        self._icon.show_icon(
            "lock" if in_use else "shield-alert", "hard" if in_use else "again"
        )
        self._title.setText(problem.title)
        self._sentence.setText(problem.sentence)
        looked_at = tr(
            "Opened read-only, the bank shows everything; nothing can be studied or changed."
        )
        self._note.setText(looked_at if in_use else str(bank))
        self._note.setVisible(not self._damaged)
        self._folder = bank.parent
        self._again.setVisible(not self._damaged)
        self._read_only.setVisible(in_use)
        self._repair.setVisible(self._damaged)
        self._files.setVisible(isinstance(error, BankDamaged | BankTooNew))
        self._fit()
        self.setAccessibleName(f"{problem.title}. {problem.sentence}")

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Offer the backups of a damaged bank, or where there is none a new bank."""
        more = tr(
            "Choose a backup to go back to; the damaged bank is kept next to it."
            if choices
            else "There is no backup yet. Quizapp can start a new bank and keep the damaged "
            "one beside it."
        )
        self._sentence.setText(f"{self._sentence.text()} {more}")
        self._backups.show_choices(choices)
        self._backups.setVisible(bool(choices))
        self._restore.setVisible(bool(choices))
        self._anew.setVisible(not choices)
        self.setAccessibleName(f"{self._title.text()}. {self._sentence.text()}")
        self.take_focus()

    def act(self) -> None:
        """Take the page's next step."""
        for way in (self._again, self._restore, self._anew):
            if not way.isHidden() and way.isEnabled():
                way.click()
                return

    def take_focus(self) -> None:
        """Put the keyboard on the first way on."""
        for way in (self._again, self._restore, self._anew):
            if not way.isHidden():
                way.setFocus()
                return

    def set_busy(self, *, busy: bool) -> None:
        """Take no second deed while one is under way."""
        self._ways_box.setEnabled(not busy)
        self._backups.setEnabled(not busy)
        if not busy:
            self.take_focus()

    def _build(self) -> None:
        look = self._look
        self._panel = Panel(look, "sheet")
        self._across.addStretch(1)
        self._across.addWidget(self._panel, 100, Qt.AlignmentFlag.AlignVCenter)
        self._across.addStretch(1)
        self._icon = Icon(look, "lock", "hard", 30)
        self._title = Text(look, "", "title", wrap=True)
        self._sentence = Text(look, "", "body", "text2", wrap=True)
        self._note = Text(look, "", "label", "text3", weight=400, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(6)
        for part in (self._title, self._sentence, self._note):
            words.addWidget(part)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(41, 37, 41, 37)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(18)
        self._backups.setContentsMargins(0, 0, 0, 14)
        column.addWidget(self._backups)
        column.addSpacing(10)
        self._ways_box = QWidget()
        self._ways_box.setLayout(self._ways())
        column.addWidget(self._ways_box)
        self._backups.hide()

    def _ways(self) -> QHBoxLayout:
        look = self._look
        self._again = Button(
            look, tr("Try again"), "primary", size="large", icon="refresh-cw"
        )
        self._restore = Button(
            look, tr("Restore this backup"), "primary", size="large", icon="archive-restore"
        )
        self._anew = Button(
            look, tr("Start a new bank"), "primary", size="large", icon="plus"
        )
        self._read_only = Button(look, tr("Open read-only"), size="large")
        self._repair = Button(look, tr("Try to repair"), size="large")
        self._files = Button(look, tr("Show the files"), "quiet")
        leave = Button(look, tr("Quit"), "quiet")
        deeds, others = Flow(gap=12), Flow(gap=12)
        for way in (self._again, self._restore, self._anew, self._read_only, self._repair):
            deeds.add(way)
        for way in (self._files, leave):
            others.add(way)
        self._restore.hide()
        self._anew.hide()
        self._again.clicked.connect(self.again)
        self._restore.clicked.connect(self._go_back)
        self._anew.clicked.connect(self.begin_anew)
        self._read_only.clicked.connect(self._look_only)
        self._repair.clicked.connect(self.repair)
        self._files.clicked.connect(self._show_files)
        leave.clicked.connect(self.leave)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(deeds, 1)
        line.addWidget(others, 0, Qt.AlignmentFlag.AlignVCenter)
        return line

    def _fit(self) -> None:
        usual = _WIDTH_DAMAGED if self._damaged else _WIDTH
        self._panel.setMaximumWidth(_WIDTH_LARGE if self._look.large else usual)

    def _look_only(self) -> None:
        self.set_busy(busy=True)
        self._note.setText(tr("Opening the bank to look at it…"))
        self.read_only.emit()

    def _go_back(self) -> None:
        choice = self._backups.choice()
        if choice is not None:
            self.restore.emit(choice.backup)

    def _show_files(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
