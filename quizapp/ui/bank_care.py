"""Care for the bank's file: daily backups, going back to one, repair, a new beginning."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from quizapp import clock
from quizapp.domain.backup import Backup, Choice, Saved
from quizapp.errors import QuizError
from quizapp.settings import Settings
from quizapp.ui.tasks import Tasks
from quizapp.ui.theme import Look
from quizapp.ui.wording import counted, tr


class ErrorPage(Protocol):
    """What is asked of the page that tells of a bank in trouble."""

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these backups."""

    def set_busy(self, *, busy: bool) -> None:
        """Take no second deed while one is under way."""


class BankCare(QObject):
    """It knows nothing of pages but the one that tells of trouble, and no file but the bank."""

    changed = Signal()
    """Another bank lies in the place of the old one: it is to be opened."""
    done = Signal(str)
    """What was done, in words."""
    failed = Signal(object)
    """A `QuizError` that leaves everything as it was."""

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        window: QWidget,
        bank: Path,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._look, self._tasks, self._window = look, tasks, window
        self._bank, self._now = bank, now

    def back_up_once_a_day(self, settings: Settings) -> None:
        """Make the day's backup behind the window, unless there is one."""
        from quizapp.operations import backups

        now, zone = self._now(), clock.zone()
        self._tasks.read(
            lambda bank: backups.back_up_once_a_day(bank, settings, now, zone),
            lambda _: None,
        )

    def back_up(self, settings: Settings) -> None:
        """Make a backup behind the window, where a person wants them."""
        from quizapp.operations import backups

        if settings.automatic_backups:
            now, zone = self._now(), clock.zone()
            self._tasks.read(
                lambda bank: backups.back_up(bank, settings, now, zone), lambda _: None
            )

    def ask_which(self) -> None:
        """Ask which backup to go back to, and go."""
        from quizapp.operations import backups
        from quizapp.ui.dialogs import restore

        now, zone = self._now(), clock.zone()

        def take(choice: Choice) -> None:
            self.go_back(choice.backup)

        def ask(choices: Sequence[Choice]) -> None:
            restore.ask(self._look, self._window, choices, now, zone, take)

        self._tasks.read(lambda bank: backups.choices(bank.path), ask)

    def offer_backups(self, page: ErrorPage) -> None:
        """Have the page offer the backups of the damaged bank."""
        from quizapp.operations import backups

        bank = self._bank
        self._tasks.without_bank(lambda: backups.choices(bank), page.show_choices)

    def go_back(self, backup: Backup, page: ErrorPage | None = None) -> None:
        """Put a backup in the bank's place."""
        from quizapp.operations import backups

        bank, now = self._bank, self._now()
        words = tr("Backup restored. The bank before it is kept next to it.")
        self._replace(lambda: backups.go_back(bank, backup.path, now), words, page)

    def begin_anew(self, page: ErrorPage) -> None:
        """Start a new bank and keep the damaged one."""
        from quizapp.operations import backups

        bank, now = self._bank, self._now()
        words = tr("New bank started. The damaged one is kept beside it.")
        self._replace(lambda: backups.begin_anew(bank, now), words, page)

    def mend(self, page: ErrorPage) -> None:
        """Save what can be read of the damaged bank."""
        from quizapp.operations import backups

        bank, now = self._bank, self._now()

        def tell(saved: Saved) -> None:
            if saved.kept is None:
                self.changed.emit()
                return
            words = tr("%1 and %2 saved. The damaged bank is kept beside the new one.")
            questions = counted(saved.questions, "1 question", "%n questions")
            answers = counted(saved.answers, "1 answer", "%n answers")
            self._tell(words.replace("%1", questions).replace("%2", answers))

        page.set_busy(busy=True)
        self._tasks.without_bank(
            lambda: backups.mend(bank, now), tell, lambda error: self._refuse(error, page)
        )

    def _replace(
        self, deed: Callable[[], Path], words: str, page: ErrorPage | None
    ) -> None:
        """Do something with the bank's file, then have it opened, whether it was done or not."""
        if page is not None:
            page.set_busy(busy=True)
        self._tasks.without_bank(
            deed,
            lambda _: self._tell(words),
            lambda error: self._refuse(error, page),
        )

    def _tell(self, words: str) -> None:
        self.changed.emit()
        self.done.emit(words)

    def _refuse(self, error: QuizError, page: ErrorPage | None) -> None:
        if page is None:
            self.changed.emit()
        else:
            page.set_busy(busy=False)
        self.failed.emit(error)
