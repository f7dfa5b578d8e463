"""How long one event holds the window's thread: measured for each deed of a person."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication
from typing_extensions import override

AIM = 50.0
"""Milliseconds at most."""
_SENT = 5000
"""Events sent to learn what it costs to watch one."""
_AFTER = 500
"""Milliseconds in which what a deed left to be done later is counted as its own."""
_BETWEEN = 5
"""Milliseconds from one look whether it shows to the next."""
_LONGEST = 60.0
"""Seconds after which a deed that shows nothing has failed."""


@dataclass(frozen=True, slots=True)
class Held:
    """One stretch in which no other event was heard, in milliseconds."""

    wall: float = 0.0
    computed: float = 0.0
    """Of the processor; the rest was waited for it, or for Python's lock."""
    by: str = ""


class Clocked(QApplication):
    """An application that knows the longest time it gave to one event.

    An event sent within another passes through Python only because it is watched here: what that
    costs is measured at the beginning, and taken off.
    """

    def __init__(self, arguments: list[str]) -> None:
        self._depth = self._inner = 0
        self._watching = 0.0
        self.forget()
        super().__init__(arguments)
        self._watching = self._cost()

    def _cost(self) -> float:
        """Return the seconds that it takes to watch one event within another, rather too few."""
        receiver, event = QObject(), QEvent(QEvent.Type.User)
        self._depth += 1
        began = time.thread_time()
        for _ in range(_SENT):
            QApplication.sendEvent(receiver, event)
        watched = time.thread_time() - began
        self._depth -= 1
        began = time.thread_time()
        for _ in range(_SENT):
            receiver.event(event)
        return max(0.0, watched - (time.thread_time() - began)) / _SENT

    def forget(self) -> None:
        """Begin anew."""
        self.longest = self.busiest = Held()

    def do(self, deed: Callable[[], object]) -> None:
        """Do something as if an event had led to it, and time it."""
        with self._timed("the deed itself"):
            deed()

    @override
    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Time the outermost events: those inside are part of them."""
        if self._depth:
            self._inner += 1
            return super().notify(receiver, event)
        # Neither may be asked for after the event: it may have deleted them.
        with self._timed(f"{type(receiver).__name__} {event.type().name}"):
            return super().notify(receiver, event)

    @contextmanager
    def _timed(self, by: str) -> Iterator[None]:
        self._depth, self._inner = 1, 0
        began, worked = time.perf_counter(), time.thread_time()
        try:
            yield
        finally:
            wall, computed = time.perf_counter() - began, time.thread_time() - worked
            self._depth, watching = 0, self._inner * self._watching
            held = Held((wall - watching) * 1000, (computed - watching) * 1000, by)
            if held.wall > self.longest.wall:
                self.longest = held
            if held.computed > self.busiest.computed:
                self.busiest = held


@dataclass(slots=True)
class Watch:
    """Does deeds and keeps what each of them cost, over as many rounds as there are."""

    application: Clocked
    found: dict[str, list[tuple[Held, Held, float]]] = field(default_factory=dict)

    def deed(
        self,
        name: str,
        do: Callable[[], object],
        done: Callable[[], bool] = lambda: True,
    ) -> None:
        """Do it, wait until it shows, and keep what it cost at most at a stretch."""
        self.application.forget()
        began = time.perf_counter()
        self.application.do(do)
        while not done():
            pause(_BETWEEN)  # asleep: a busy wait would keep Python's lock from the worker
            if time.perf_counter() - began > _LONGEST:
                raise TimeoutError(name)
        shown = (time.perf_counter() - began) * 1000
        pause(_AFTER)
        longest, busiest = self.application.longest, self.application.busiest
        self.found.setdefault(name, []).append((busiest, longest, shown))

    def report(self) -> None:
        """Print the medians of each deed, and what held longest."""
        print(f"{'milliseconds':36} computing   held  shown after   by")
        for name, rounds in self.found.items():
            computed = median(busiest.computed for busiest, _, _ in rounds)
            wall = median(longest.wall for _, longest, _ in rounds)
            shown = median(shown for _, _, shown in rounds)
            worst = max(
                (busiest for busiest, _, _ in rounds), key=lambda held: held.computed
            )
            mark = "*" if computed > AIM else " "
            print(f"{name:36}{mark}{computed:9.0f}{wall:7.0f}{shown:13.0f}   {worst.by}")
        over = sum(
            median(busiest.computed for busiest, _, _ in rounds) > AIM
            for rounds in self.found.values()
        )
        print(
            f"{over} of {len(self.found)} compute for more than {AIM:.0f} ms at a stretch"
        )


def pause(milliseconds: int) -> None:
    """Let the window run."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
