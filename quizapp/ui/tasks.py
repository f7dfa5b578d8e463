"""Leave the window's thread: one worker owns the bank, slow pure work runs in a child process."""

import logging
import multiprocessing
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from traceback import format_exc
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

from quizapp.errors import QuizError, WorkBroke
from quizapp.ui.rubbish import Rubbish

# SQLModel takes 430 ms to import: the worker does it, behind the first painted window.
if TYPE_CHECKING:
    from quizapp.bank import Bank

T = TypeVar("T")
OnError = Callable[[QuizError], None]

LOOKED_AT_EVERY = 40
"""Milliseconds between two looks at what a child process has said."""
SWITCHED_EVERY = 0.0005
"""Seconds after which a thread that computes lets another one in."""
GIVEN_UP_AFTER = 5.0
"""Seconds that a killed child may take to be gone."""

_log = logging.getLogger(__name__)


class Tasks(QObject):
    """What the window has done elsewhere; every result comes back on the window's own thread.

    `changed` follows each change of the bank; `failed` carries a `QuizError` that the caller
    did not ask for. Any other exception is the program's fault and is raised in the window's
    thread, where the log catches it.
    """

    changed = Signal()
    failed = Signal(object)
    _arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        # The window's thread asks for Python's lock at each of its steps: it must not wait long.
        sys.setswitchinterval(SWITCHED_EVERY)
        self._rubbish = Rubbish(self)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="bank")
        self._bank: Bank | None = None
        self._closed = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def open(
        self,
        path: Path,
        now: datetime,
        done: Callable[[], None],
        refused: OnError | None = None,
        *,
        read_only: bool = False,
    ) -> None:
        """Open the bank, giving a new one the starter sets; it may be tried again.

        A bank that is open already is let go first. `read_only` looks at a bank that another
        window is using.
        """

        def opened() -> None:
            from quizapp.operations import backups, sharing

            self._let_go()
            if read_only:
                self._bank = backups.open_read_only(path)
            else:
                self._bank = sharing.open_with_starter_sets(path, now)

        self._submit(opened, lambda _: done(), refused)

    def read(
        self,
        operation: "Callable[[Bank], T]",
        done: Callable[[T], None],
        refused: OnError | None = None,
        *,
        asker: QObject | None = None,
    ) -> None:
        """Ask the bank; `refused` hears a `QuizError` in place of `failed`.

        An answer for an `asker` that is gone by then is dropped.
        """

        def done_if_there(value: T) -> None:
            if asker is None or isValid(asker):
                done(value)

        self._submit(partial(self._with_bank, operation), done_if_there, refused)

    def change(
        self,
        operation: "Callable[[Bank], T]",
        done: Callable[[T], None],
        refused: OnError | None = None,
    ) -> None:
        """Change the bank, then say `changed`."""

        def done_and_told(value: T) -> None:
            done(value)
            self.changed.emit()

        self._submit(partial(self._with_bank, operation), done_and_told, refused)

    def without_bank(
        self,
        operation: Callable[[], T],
        done: Callable[[T], None],
        refused: OnError | None = None,
    ) -> None:
        """Let the bank go, then do something with its files; it must be opened again after."""

        def closed() -> T:
            self._let_go()
            return operation()

        self._submit(closed, done, refused)

    def apart(
        self,
        function: Callable[..., T],
        arguments: Sequence[object],
        on_progress: Callable[[Any], None],
        done: Callable[[T], None],
        failed: OnError,
    ) -> "Work":
        """Run a function of some module in a process of its own.

        All it takes and returns is pickled; its last argument is a function that reports, and
        returns whether what it has by then is enough.
        """
        return Work(function, arguments, on_progress, done, failed, self)

    def spare(self) -> None:
        """Hear that the program is whole: what there is now is no garbage, and never will be."""
        self._rubbish.spare()

    def close(self) -> None:
        """Stop all children, wait for the worker and let the bank go; results are dropped."""
        self._closed = True
        for work in self.findChildren(Work):
            work.cancel()
            # No loop may run any more that would delete it, and it must go in this thread.
            QCoreApplication.sendPostedEvents(work, QEvent.Type.DeferredDelete.value)
        self._worker.submit(self._let_go)
        self._worker.shutdown(wait=True)
        self._rubbish.stop()

    def _let_go(self) -> None:
        if self._bank is not None:
            self._bank.close()
            self._bank = None

    def _with_bank(self, operation: "Callable[[Bank], T]") -> T:
        if self._bank is None:
            raise RuntimeError("the bank is not open")
        return operation(self._bank)

    def _submit(
        self,
        job: Callable[[], T],
        done: Callable[[T], None],
        refused: OnError | None,
    ) -> None:
        def settle(future: Future[T]) -> None:
            error = future.exception()
            if isinstance(error, QuizError):
                (refused or self.failed.emit)(error)
            elif error is not None:
                raise error
            else:
                done(future.result())

        def cross(future: Future[T]) -> None:
            self._arrived.emit(partial(settle, future))

        self._rubbish.begin()
        self._worker.submit(job).add_done_callback(cross)

    @Slot(object)
    def _deliver(self, settled: Callable[[], None]) -> None:
        self._rubbish.end()
        if not self._closed:
            settled()


@dataclass(frozen=True, slots=True)
class _Reported:
    progress: Any


@dataclass(frozen=True, slots=True)
class _Returned:
    value: Any


@dataclass(frozen=True, slots=True)
class _Refused:
    error: QuizError


@dataclass(frozen=True, slots=True)
class _Crashed:
    trace: str


@dataclass(frozen=True, slots=True)
class _Enough:
    pass


class Work(QObject):
    """Work in a child process; it ends once, by its result, an error or `cancel`."""

    def __init__(
        self,
        function: Callable[..., T],
        arguments: Sequence[object],
        on_progress: Callable[[Any], None],
        done: Callable[[T], None],
        failed: OnError,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._on_progress, self._done, self._failed = on_progress, done, failed
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=_work, args=(theirs, function, tuple(arguments)), daemon=True
        )
        self._process.start()
        theirs.close()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOKED_AT_EVERY)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self) -> None:
        """Have the child come to its end with what it has; the result comes as it would."""
        # A child that has ended says so at the next look.
        with suppress(OSError):
            self._pipe.send(_Enough())

    def cancel(self) -> None:
        """Kill the child at once; nothing more is heard of it."""
        if self._timer.isActive():
            self._process.kill()
            self._end()

    def _look(self) -> None:
        """Take in what the child has said; of several reports the last one counts."""
        reported: _Reported | None = None
        try:
            while self._pipe.poll():
                said = self._pipe.recv()
                if not isinstance(said, _Reported):
                    self._finish(said)
                    return
                reported = said
        except (EOFError, OSError):
            self._finish(None)
            return
        if reported is not None:
            self._on_progress(reported.progress)

    def _finish(self, said: _Returned | _Refused | _Crashed | None) -> None:
        self._end()
        match said:
            case _Returned(value):
                self._done(value)
            case _Refused(error):
                self._failed(error)
            case _Crashed(trace):
                _log.error("The child process failed:\n%s", trace)
                self._failed(WorkBroke())
            case None:
                _log.error("The child process ended with code %s", self._process.exitcode)
                self._failed(WorkBroke())

    def _end(self) -> None:
        self._timer.stop()
        self._process.join(GIVEN_UP_AFTER)
        self._pipe.close()
        self.deleteLater()


def _work(
    pipe: "Connection[Any, Any]", function: Callable[..., T], arguments: tuple[object, ...]
) -> None:
    """Run in the child: whatever happens is said through the pipe."""

    def report(progress: object) -> bool:
        pipe.send(_Reported(progress))
        return pipe.poll()

    try:
        pipe.send(_Returned(function(*arguments, report)))
    except QuizError as error:
        pipe.send(_Refused(error))
    except BaseException:
        pipe.send(_Crashed(format_exc()))
        raise
