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


class Rubbish(QObject):
    """Takes over from Python's own collecting until `stop`, for all who have a worker.

    Little is collected at once. What thousands of questions left behind is put aside until
    nothing is done any more, for looking through it all holds the window for a tenth of a second.
    """

    _at_work = 0

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        Rubbish._at_work += 1
        gc.disable()
        self._put_aside = False
        self._quiet = QElapsedTimer()
        self._quiet.start()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def stir(self) -> None:
        """Hear that the worker was asked, or has answered."""
        self._quiet.restart()

    def stop(self) -> None:
        """Leave it to Python again, once no other thread is at work any more."""
        self._timer.stop()
        gc.unfreeze()
        Rubbish._at_work -= 1
        if Rubbish._at_work == 0:
            gc.enable()

    def _collect(self) -> None:
        """Collect what Python would have by now, or put it aside where it is much."""
        young, older, old = (
            count > least
            for count, least in zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if self._put_aside and self._quiet.elapsed() > QUIET:
            gc.unfreeze()
            gc.collect()
            self._put_aside = False
        elif old or gc.get_count()[0] > MANY:
            gc.freeze()
            self._put_aside = True
        elif young or older:
            gc.collect(1 if older else 0)


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
