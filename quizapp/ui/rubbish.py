"""Python's garbage, collected in the thread of the window alone.

A Qt object must be deleted in the thread where it lives. Python collects cycles in whichever
thread happens to allocate, so the worker would delete widgets: that crashes, or each thread
waits for the other, one with Qt's lock and one with Python's.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, QTimer

EVERY = 500
"""Milliseconds."""


class Rubbish(QObject):
    """Takes over from Python's own collecting until `stop`, for all who have a worker."""

    _at_work = 0

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        Rubbish._at_work += 1
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(_collect)
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again, once no other thread is at work any more."""
        self._timer.stop()
        Rubbish._at_work -= 1
        if Rubbish._at_work == 0:
            gc.enable()


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


def _collect() -> None:
    """Collect what Python would have by now, the oldest generation that is due."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return
