"""Long work of the window's own thread, done bit by bit while the window goes on."""

from collections.abc import Iterator

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

SLICE = 10
"""Milliseconds after which whatever else waits has its turn."""


class Slices(QObject):
    """Goes through one piece of work at a time; each step of it should be short."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Iterator[object] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Tell whether there is more to do."""
        return self._timer.isActive()

    def begin(self, work: Iterator[object]) -> None:
        """Do this from now on, in the place of whatever was not done yet."""
        self._work = work
        self._timer.start()

    def finish(self) -> None:
        """Do at once all that is left."""
        while self.busy:
            self._step()

    def stop(self) -> None:
        """Leave undone what is left."""
        self._timer.stop()
        self._work = iter(())

    def _go_on(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while self.busy and clock.elapsed() < SLICE:
            self._step()

    def _step(self) -> None:
        work = self._work
        try:
            next(work)
        except StopIteration:
            # The last step may itself have begun something else.
            if work is self._work:
                self._timer.stop()
