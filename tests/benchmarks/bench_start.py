"""Time the start and weigh the idle window; run by hand on a quiet machine, on Linux.

    QT_QPA_PLATFORM=offscreen python tests/benchmarks/bench_start.py --runs 7
    xvfb-run -a python tests/benchmarks/bench_start.py

Each run is a process of its own on a bank of its own. Start-up counts from the launching of
the process to the first painted frame, as the process itself reads it; memory is the share
of the process (PSS) and all it touches (RSS) two seconds after the Library was filled.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

WALK = """if True:
    import sys, time
    from pathlib import Path
    from random import Random
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    application = QApplication(sys.argv[:1])
    from quizapp import clock
    from quizapp.ui.start import Program
    program = Program(Path(sys.argv[1]), clock.now, Random(1))
    times = {}

    def painted():
        times["painted"] = time.time() - float(sys.argv[2])

    def filled():
        if program.window.shown != "library":
            return
        times.setdefault("filled", time.time() - float(sys.argv[2]))
        timer.stop()
        QTimer.singleShot(2000, weigh)

    def weigh():
        import json
        rollup = Path("/proc/self/smaps_rollup").read_text()
        for line in rollup.splitlines():
            if line.startswith(("Rss:", "Pss:")):
                times[line[:3].lower()] = int(line.split()[1]) / 1024
        print(json.dumps(times), flush=True)
        application.quit()

    program.window.painted.connect(painted)
    timer = QTimer(interval=5)
    timer.timeout.connect(filled)
    timer.start()
    program.window.show()
    application.exec()
    program.close()
"""


def main() -> None:
    """Print medians of several starts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bank = Path(folder) / "start.bank"
        once(bank)  # the first run makes the bank and warms the disk
        found = [once(bank) for _ in range(asked.runs)]
    for name, unit in (("painted", "s"), ("filled", "s"), ("pss", "MB"), ("rss", "MB")):
        values = [one[name] for one in found]
        print(f"{name:8} median {median(values):7.2f} {unit}   least {min(values):7.2f}")


def once(bank: Path) -> dict[str, float]:
    """Start the window once and return its times and weights."""
    command = [sys.executable, "-c", WALK, str(bank), str(time.time())]
    done = subprocess.run(
        command, env=os.environ, capture_output=True, text=True, check=True
    )
    said: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return said


if __name__ == "__main__":
    main()
