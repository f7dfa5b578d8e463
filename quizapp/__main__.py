"""The front door: keep a log, then open the window or run a command."""

import logging
import multiprocessing
import os
import sys
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from quizapp import paths

LOG_BYTES = 500_000

_log = logging.getLogger("quizapp")


def main() -> int:
    """Run the program with the command line's arguments and return its exit code."""
    multiprocessing.freeze_support()
    _speak_unicode()
    _keep_log()
    arguments = sys.argv[1:]
    if not arguments:
        return _window(paths.bank_path(None))
    from quizapp import cli

    return cli.run(arguments, _window, _self_test)


def _window(bank: Path) -> int:
    """Open the window; where there is no display, say so in one line and return 2."""
    if _no_display():
        sys.stderr.write(
            "quizapp: there is no display to open a window on. See: quizapp --help\n"
        )
        return 2
    from quizapp.ui import start

    return start.run(bank)


def _self_test(screenshots: Path | None) -> int:
    if _no_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from quizapp.ui import self_test

    return self_test.run(screenshots)


def _no_display() -> bool:
    """Tell whether Qt would abort for want of a display; only Linux runs without one."""
    if sys.platform in {"win32", "darwin"}:
        return False
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    named = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return not named and chosen in {"", "xcb", "wayland"}


def _speak_unicode() -> None:
    """Print UTF-8 everywhere: a pipe on Windows would else fail at the first “ř”.

    A file's name may hold bytes that are no letters: they are printed as numbers.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _keep_log() -> None:
    """Write warnings and crashes into the log; a computer that forbids it runs without."""
    path = paths.log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        keeper = RotatingFileHandler(
            path, maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8"
        )
    except OSError:
        return
    keeper.setFormatter(
        logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    )
    # What a parser says of a broken file is kept, too.
    logging.getLogger().addHandler(keeper)
    _log.setLevel(logging.INFO)
    sys.excepthook = _crash


def _crash(
    kind: type[BaseException], error: BaseException, where: TracebackType | None
) -> None:
    """Log what the program did wrong, and show it as Python would."""
    if not issubclass(kind, KeyboardInterrupt):
        _log.critical("The program failed", exc_info=(kind, error, where))
    sys.__excepthook__(kind, error, where)


if __name__ == "__main__":
    sys.exit(main())
