"""Python's garbage, collected in the thread of the window alone.

A Qt object must be deleted in the thread where it lives. Python collects cycles in whichever
thread happens to allocate, so the worker would delete widgets: that crashes, or each thread
waits for the other, one with Qt's lock and one with Python's.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer

EVERY = 200
"""Milliseconds between two looks at what there is to collect."""
MANY = 5_000
"""Young objects that take too long to look through while a person waits for the next event."""
QUIET = 2_000
"""Milliseconds without work of the worker's, after which there is time for everything."""
LONG, AWAY = 40, 10_000
"""Milliseconds: where the last full look took longer than the first, the next waits for so long
a quiet."""
HUGE = 50_000
"""Young objects that surely take longer than `LONG`."""


class Rubbish(QObject):
    """Takes over from Python's own collecting until `stop`, for all who have a worker.

    Little is collected at once. What thousands of questions left behind waits until nothing is
    done any more, and the program itself, four times as much, is never looked through.
    """

    _at_work = 0

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        Rubbish._at_work += 1
        gc.disable()
        self._much = False
        self._jobs = self._took = 0
        self._quiet = QElapsedTimer()
        self._quiet.start()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def spare(self) -> None:
        """Never look through what there is now: it stays as long as the program."""
        gc.freeze()

    def begin(self) -> None:
        """Hear that the worker was asked."""
        self._jobs += 1

    def end(self) -> None:
        """Hear that the worker has answered."""
        self._jobs -= 1
        self._quiet.restart()

    def stop(self) -> None:
        """Leave it to Python again, once no other thread is at work any more."""
        self._timer.stop()
        gc.unfreeze()
        Rubbish._at_work -= 1
        if Rubbish._at_work == 0:
            gc.enable()

    def _collect(self) -> None:
        """Collect what Python would have by now, or leave it for later where it is much."""
        young, older, old = (
            count > least
            for count, least in zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        self._much = self._much or old or gc.get_count()[0] > MANY
        if self._much and not self._jobs and self._quiet.elapsed() > self._patience():
            self._collect_all()
        elif not self._much and (young or older):
            gc.collect(1 if older else 0)

    def _patience(self) -> int:
        """Return for how many milliseconds nothing may be done before all is looked through."""
        long = self._took > LONG or gc.get_count()[0] > HUGE
        return AWAY if long else QUIET

    def _collect_all(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        gc.collect()
        self._took, self._much = clock.elapsed(), False


@contextmanager
def rest() -> Iterator[None]:
    """Have nothing collected meanwhile.

    Qt hands over many objects at once, Python makes a wrapper of each, and might collect between
    two of them: the rest of what Qt handed over would then be gone.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
