"""Time the Questions page at 10,000 questions; run by hand: python -m tests.benchmarks.bench_questions.

For each thing a person does: how long the window's thread was held at a stretch at most, how
much of such a stretch it computed itself (the rest it waited for a processor or for Python's
lock), and how long it took until the page showed it, in milliseconds. The aim is 50 ms at most.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from quizapp import paths, settings
from quizapp.bank import open_bank
from quizapp.operations.questions import Column
from quizapp.settings import Settings
from quizapp.ui.pages.questions import QuestionsPage
from quizapp.ui.start import Program
from tests.benchmarks.bench_bank import NOON, fill

CONTROL = Qt.KeyboardModifier.ControlModifier


class Clocked(QApplication):
    """An application that knows the longest time it gave to one event."""

    longest = computed = 0.0
    _depth = 0

    @override
    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Time the outermost events: those inside are part of them."""
        began, worked = time.perf_counter(), time.thread_time()
        self._depth += 1
        try:
            return super().notify(receiver, event)
        finally:
            self._depth -= 1
            if not self._depth:
                self.longest = max(self.longest, time.perf_counter() - began)
                self.computed = max(self.computed, time.thread_time() - worked)


def pause(milliseconds: int) -> None:
    """Let the window run."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def timed(
    application: Clocked, name: str, deed: Callable[[], object], done: Callable[[], bool]
) -> None:
    """Do it, wait until it shows, and print both times."""
    pause(300)
    application.longest = application.computed = 0.0
    began, worked = time.perf_counter(), time.thread_time()
    deed()
    held, computed = time.perf_counter() - began, time.thread_time() - worked
    while not done():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
    shown = time.perf_counter() - began
    pause(400)
    held, computed = max(held, application.longest), max(computed, application.computed)
    print(
        f"{name:24} held {held * 1000:5.0f}, computing {computed * 1000:5.0f}"
        f"   shown after {shown * 1000:6.0f}"
    )


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    focused = QApplication.focusWidget()
    if focused is None:
        raise RuntimeError("nothing has the keyboard")
    QTest.keyClick(focused, key, held)


def walk(application: Clocked, program: Program, page: QuestionsPage) -> None:
    """Do what a person does, one thing after the other."""
    table, field = page._table, page._search
    model = table.model()

    def rows(count: int) -> Callable[[], bool]:
        return lambda: model.rowCount() == count

    def fewer() -> bool:
        return 0 < model.rowCount() < total

    timed(
        application,
        "turn to the page",
        lambda: program.window.show_page("questions"),
        lambda: model.rowCount() > 0,
    )
    total = model.rowCount()
    print(f"{total} questions")
    table.setFocus()
    timed(
        application,
        "to the last row",
        lambda: press(Qt.Key.Key_End, CONTROL),
        lambda: table.currentIndex().row() == total - 1,
    )
    timed(
        application,
        "search",
        lambda: field.setText("dam"),
        lambda: page._wanted.words == ("dam",),
    )
    timed(application, "search, few found", lambda: field.setText("record 7 dam"), fewer)
    timed(application, "clear", lambda: field.setText(""), rows(total))
    timed(
        application,
        "sort",
        lambda: table.sorted_by.emit(Column.ANSWER, True),
        lambda: model.index(0, 2).data() != "1000",
    )
    timed(
        application,
        "choose all",
        lambda: press(Qt.Key.Key_A, CONTROL),
        lambda: len(table.chosen_ids()) == total,
    )
    timed(
        application,
        "tag all",
        lambda: page._panel.several.tagged.emit("all"),
        lambda: page._found is not None and "all" in page._found.tags,
    )
    timed(
        application,
        "undo",
        lambda: program.window.asked.emit("undo"),
        lambda: page._found is not None and "all" not in page._found.tags,
    )
    timed(application, "delete all", lambda: press(Qt.Key.Key_Delete), rows(0))
    timed(application, "undo", lambda: program.window.asked.emit("undo"), rows(total))
    timed(
        application,
        "near-duplicates",
        lambda: field.setText("is:near-duplicate"),
        lambda: len(page._wanted.states) == 1 and model.rowCount() != total,
    )


def main() -> None:
    """Fill a bank and walk."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=10_000)
    wanted = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = Clocked(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "quizapp.bank"
        with open_bank(path) as bank:
            fill(bank, wanted.questions, 200, Random(1))
        settings.save(Settings(reduce_motion=True), paths.settings_path(path))
        program = Program(path, lambda: NOON + timedelta(days=1), Random(1))
        program.window.show()
        program.window.activateWindow()
        while program.window.shown != "library":
            pause(50)
        pause(1500)
        walk(application, program, program.questions)
        program.window.close()
        program.close()


if __name__ == "__main__":
    main()
