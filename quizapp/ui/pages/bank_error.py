"""The whole window when the bank cannot be opened, since nothing else can work."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.errors import BankDamaged, BankInUse, BankTooNew, QuizError
from quizapp.ui import wording
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.icon import Icon
from quizapp.ui.parts.panel import Panel
from quizapp.ui.parts.scroll import Scroll
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_WIDTH, _WIDTH_LARGE = 560, 860


class BankErrorPage(QWidget):
    """What happened to the bank, and the ways on; nothing on disk is touched from here."""

    again = Signal()
    leave = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._folder: Path | None = None
        content = QWidget()
        self._across = QHBoxLayout(content)
        self._across.setContentsMargins(20, 20, 20, 20)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Scroll(content))
        self._build()

    def show_error(self, error: QuizError, bank: Path) -> None:
        """Say what happened to the bank at this path."""
        problem = wording.problem(error)
        in_use = isinstance(error, BankInUse)
        self._icon.show_icon(
            "lock" if in_use else "shield-alert", "hard" if in_use else "again"
        )
        self._title.setText(problem.title)
        self._sentence.setText(problem.sentence)
        self._path.setText(str(bank))
        self._path.setVisible(not in_use)
        self._folder = bank.parent
        self._files.setVisible(isinstance(error, BankDamaged | BankTooNew))
        self._panel.setMaximumWidth(_WIDTH_LARGE if self._look.large else _WIDTH)
        self.setAccessibleName(f"{problem.title}. {problem.sentence}")

    def act(self) -> None:
        """Take the page's next step."""
        self.again.emit()

    def take_focus(self) -> None:
        """Put the keyboard on the first way on."""
        self._again.setFocus()

    def _build(self) -> None:
        look = self._look
        self._panel = Panel(look, "sheet")
        self._across.addStretch(1)
        self._across.addWidget(self._panel, 100, Qt.AlignmentFlag.AlignVCenter)
        self._across.addStretch(1)
        self._icon = Icon(look, "lock", "hard", 30)
        self._title = Text(look, "", "title", wrap=True)
        self._sentence = Text(look, "", "body", "text2", wrap=True)
        self._path = Text(look, "", "label", "text3", weight=400, wrap=True)
        self._path.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        words = QVBoxLayout()
        words.setSpacing(6)
        for part in (self._title, self._sentence, self._path):
            words.addWidget(part)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(41, 37, 41, 37)
        column.setSpacing(28)
        column.addLayout(head)
        column.addLayout(self._ways())

    def _ways(self) -> QHBoxLayout:
        look = self._look
        self._again = Button(
            look, tr("Try again"), "primary", size="large", icon="refresh-cw"
        )
        self._again.clicked.connect(self.again)
        self._files = Button(look, tr("Show the files"), size="large")
        self._files.clicked.connect(self._show_files)
        leave = Button(look, tr("Quit"), "quiet")
        leave.clicked.connect(self.leave)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._again)
        line.addWidget(self._files)
        line.addStretch(1)
        line.addWidget(leave)
        return line

    def _show_files(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
