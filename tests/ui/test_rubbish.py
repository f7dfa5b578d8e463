"""Where Qt objects that Python forgot are deleted."""

import gc
import threading

from PySide6.QtCore import QObject

from quizapp.ui.tasks import Tasks
from tests.conftest import NOON


def test_a_forgotten_cycle_dies_in_the_windows_thread(qtbot, tmp_path):
    died: list[str] = []
    tasks = Tasks()
    opened: list[bool] = []
    tasks.open(tmp_path / "quizapp.bank", NOON, lambda: opened.append(True))
    qtbot.waitUntil(lambda: bool(opened), timeout=10_000)

    class Lost(QObject):
        def __del__(self) -> None:
            died.append(threading.current_thread().name)

    ring: list[object] = []
    ring.append((Lost(), ring))
    del ring
    kept: list[object] = []  # what is let go at once is no reason to collect
    tasks.read(lambda _: [[n] for n in range(100_000)], kept.append)
    qtbot.waitUntil(lambda: bool(died), timeout=20_000)
    assert died == [threading.main_thread().name]
    tasks.close()
    assert gc.isenabled()


def test_python_collects_again_only_when_the_last_worker_has_gone(qtbot):
    first, second = Tasks(), Tasks()
    first.close()
    assert not gc.isenabled()
    second.close()
    assert gc.isenabled()
