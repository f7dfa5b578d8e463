"""Read what was chosen before anything is written, in a process of its own."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from quizapp import files
from quizapp.errors import QuizError
from quizapp.operations import choosing
from quizapp.operations.choosing import Allowed, Chosen
from quizapp.ui.tasks import Tasks, Work

PAUSE = 500
"""Milliseconds without a key after which a text is read."""


class ReadingAhead(QObject):
    """One text at a time: whatever is asked next takes the place of what was asked before."""

    found = Signal(object)
    """`Chosen`."""
    failed = Signal(object)
    """`QuizError`."""

    def __init__(self, tasks: Tasks, allowed: Allowed, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._allowed = tasks, allowed
        self._work: Work | None = None
        self._asked = 0
        self._text = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._read_text)

    def read_file(self, path: Path) -> None:
        """Read a file."""
        self.stop()
        asked = self._asked
        self._tasks.read(
            lambda _: files.read_bytes(path),
            lambda content: self._take_bytes(asked, content, path.name),
            lambda error: self._refuse(asked, error),
        )

    def read_text(self, text: str) -> None:
        """Read a text, once nobody goes on typing."""
        self.stop()
        self._text = text
        self._timer.start()

    def read_address(self, address: str) -> None:
        """Go online and read a page."""
        self.stop()
        self._read(choosing.read_address, (address, self._allowed))

    def stop(self) -> None:
        """Read no more of what was asked."""
        self._asked += 1
        self._timer.stop()
        if self._work is not None:
            self._work.cancel()
            self._work = None

    def _read_text(self) -> None:
        self._read(choosing.read_text, (self._text,))

    def _take_bytes(self, asked: int, content: bytes, name: str) -> None:
        if asked == self._asked:
            self._read(choosing.read_file, (content, name))

    def _read(self, function: Callable[..., Chosen], arguments: tuple[object, ...]) -> None:
        asked = self._asked
        self._work = self._tasks.apart(
            function,
            arguments,
            _hear_nothing,
            lambda chosen: self._take(asked, chosen),
            lambda error: self._refuse(asked, error),
        )

    def _take(self, asked: int, chosen: Chosen) -> None:
        if asked == self._asked:
            self._work = None
            self.found.emit(chosen)

    def _refuse(self, asked: int, error: QuizError) -> None:
        if asked == self._asked:
            self._work = None
            self.failed.emit(error)


def _hear_nothing(_: object) -> None:
    """Do nothing: reading says nothing on its way."""
