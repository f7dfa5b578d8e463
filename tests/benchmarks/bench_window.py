"""Time every page and deed at 10,000 questions; run by hand: python -m tests.benchmarks.bench_window.

For each: how much the window's thread computed in one event at most, how long that event held
it (the rest it waited for a processor or for Python's lock), and how long it took until the
page showed it. The aim is 50 ms at most; the figures are medians over `--rounds`.
"""

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path
from random import Random

from quizapp import paths, settings
from quizapp.settings import Settings
from quizapp.ui.start import Program
from tests.benchmarks import big_bank, walks
from tests.benchmarks.clocked import Clocked, Watch, pause


def main() -> None:
    """Make a bank, walk through the window so many times, print what it cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--made", type=Path, help="a folder to keep the made bank in")
    parser.add_argument("--only", default="", help="the walks to take, by their names")
    wanted = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    watch = Watch(Clocked(sys.argv[:1]))
    with tempfile.TemporaryDirectory() as folder:
        made = wanted.made or Path(folder) / "made"
        if not (made / "imported.quizset").exists():
            made.mkdir(parents=True, exist_ok=True)
            big_bank.make(made)
        try:
            for number in range(wanted.rounds):
                copied = Path(folder) / str(number)
                shutil.copytree(made, copied)
                walk(watch, copied, wanted.only.split())
        finally:
            watch.report()


def walk(watch: Watch, folder: Path, only: list[str]) -> None:
    """Open the program and take the walks, all of them unless some are named."""
    bank = folder / "quizapp.bank"
    settings.save(Settings(theme="light", reduce_motion=True), paths.settings_path(bank))
    programs: list[Program] = []

    def start() -> None:
        programs.append(Program(bank, lambda: big_bank.NOW, Random(1)))
        programs[0].window.show()
        programs[0].window.activateWindow()

    def opened() -> bool:
        return programs[0].window.shown == "library" and programs[0].library.isVisible()

    watch.deed("start", start, opened)
    pause(1500)
    (program,) = programs
    for name, take in walks.WALKS.items():
        if not only or name in only:
            take(watch, program, folder)
    program.window.close()
    program.close()
    program.window.deleteLater()
    pause(200)


if __name__ == "__main__":
    main()
