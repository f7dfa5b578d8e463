"""What is done once, before the next frame, however often it is asked for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def soon(owner: QObject, do: Callable[[], object]) -> QTimer:
    """Return a timer that does it as soon as what goes on now is over.

    A window changes its shape and its look in steps, and each would have what is long measured
    anew.
    """
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(0)
    timer.timeout.connect(do)
    return timer
