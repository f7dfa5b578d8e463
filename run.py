"""Set up Quizapp in a folder `.venv` beside this file, then run it or its checks.

    python3 run.py                   open the window
    python3 run.py generate ARTICLE  whatever follows is passed on
    python3 run.py test              run every check

The standard library only, for nothing is installed yet when it starts.
"""

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NoReturn

OLDEST, NEWEST = (3, 11), (3, 14)
if not OLDEST <= sys.version_info[:2] <= NEWEST:  # stands first: the rest needs 3.9 to load
    sys.stderr.write(
        "Quizapp needs Python {}.{} to {}.{}; this is Python {}.{}.\n".format(
            *OLDEST, *NEWEST, *sys.version_info[:2]
        )
    )
    sys.exit(2)

ROOT = Path(__file__).resolve().parent
RUNTIME = ROOT / "requirements.lock"
CHECKING = ROOT / "requirements-dev.lock"

LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""What Qt loads on Linux even without a display, and the Debian package that holds it."""
WINDOW_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
"""What it loads besides to open a window; Qt's own message names xcb-cursor0 for any of them."""

_LINT_IMPORTS = (
    "import sys; from importlinter.cli import lint_imports_command as lint; lint()"
)
CHECKS = {
    "format": ["-m", "ruff", "format", "--check", "."],
    "lint": ["-m", "ruff", "check", "."],
    "types": ["-m", "mypy"],
    "imports": ["-c", _LINT_IMPORTS],
    "dead code": ["-m", "vulture"],
    "tests": ["-m", "pytest", "--ignore", "tests/ui"],
    "tests of the screens": ["-m", "pytest", "tests/ui"],
}
"""Every check by its name: the arguments of the environment's Python, from the root."""
BESIDE = "tests of the screens"
"""Runs beside all others, for it mostly waits; it is told last."""
LONGEST = 15 * 60
"""Seconds that one check may take before it is stopped: it hangs."""


def main(arguments: list[str]) -> int:
    """Set up what these arguments need, run them and return the exit code."""
    checking = arguments[:1] == ["test"]
    if sys.platform == "linux" and (checking or loads_qt(arguments)):
        see_to_libraries()
    python = set_up(ROOT / ".venv", CHECKING if checking else RUNTIME)
    if checking:
        return check(python, arguments[1:])
    return hand_over([str(python), "-m", "quizapp", *arguments])


def loads_qt(arguments: list[str]) -> bool:
    """Tell whether these arguments open the window: no command at all, or `self-test`."""
    command = list(arguments)
    if command and command[0].startswith("--bank"):
        command = command[1:] if "=" in command[0] else command[2:]
    return command[:1] in ([], ["self-test"])


def see_to_libraries() -> None:
    """Install the system libraries that Qt lacks here, or say exactly how, and stop."""
    lacking = missing({**LIBRARIES, **WINDOW_LIBRARIES})
    if not lacking:
        return
    if may_install():
        install_packages(lacking)
    elif has_display() or missing(LIBRARIES):
        stop(f"Qt needs these system libraries first:\n  {apt_line(lacking)}")


def missing(libraries: dict[str, str]) -> list[str]:
    """Return the packages of the libraries that the system cannot load."""
    return [package for library, package in libraries.items() if not _loads(library)]


def may_install() -> bool:
    """Tell whether this is root on a system of Debian's kind."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def has_display() -> bool:
    """Tell whether Qt would open a window on a screen rather than in memory."""
    offscreen = os.environ.get("QT_QPA_PLATFORM", "") in {"offscreen", "minimal"}
    named = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return named and not offscreen


def apt_line(packages: list[str]) -> str:
    """Return the line for a person to type where the packages are to be installed."""
    return f"sudo apt-get install {' '.join(packages)}"


def install_packages(packages: list[str]) -> None:
    """Install system packages as root without a question; stop where that fails."""
    say(f"Installing system packages: {' '.join(packages)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages],
    ):
        silent = subprocess.DEVNULL
        if subprocess.call(command, env=quiet, stdin=silent, stdout=silent):
            stop(f"That failed. Install them by hand:\n  {apt_line(packages)}")


def set_up(venv: Path, lock: Path) -> Path:
    """Return the Python of an environment that holds exactly what the lock names.

    A stamp is written last, so that an interrupted set-up is done again and a whole one
    never. It bears this Python's version: a system that moved on gets a new environment.
    """
    python = python_of(venv)
    if is_set_up(venv, lock) and python.exists():
        return python
    say(f"Setting up {venv}: once, a minute or two.")
    stamps(venv).unlink(missing_ok=True)
    make_venv(venv)
    if subprocess.call(install_command(python, lock), stdin=subprocess.DEVNULL):
        stop("The set-up failed for the reason above. Mend it and start again.")
    stamps(venv).write_text("\n".join(promise(lock)), encoding="utf-8")
    return python


def python_of(venv: Path) -> Path:
    """Return where an environment keeps its Python."""
    windows = sys.platform == "win32"
    return venv / "Scripts" / "python.exe" if windows else venv / "bin" / "python"


def stamps(venv: Path) -> Path:
    """Return the file that says which locks an environment fulfils."""
    return venv / "quizapp-set-up.txt"


def is_set_up(venv: Path, lock: Path) -> bool:
    """Tell whether the environment was made whole for this lock and this Python."""
    try:
        kept = stamps(venv).read_text(encoding="utf-8").split("\n")
    except OSError:
        return False
    return promise(lock)[0] in kept


def promise(lock: Path) -> list[str]:
    """Return the stamps of a lock; the one of the checks holds all that runs, too."""
    locks = [lock, RUNTIME] if lock == CHECKING else [lock]
    version = "{}.{}".format(*sys.version_info[:2])
    digests = [hashlib.sha256(one.read_bytes()).hexdigest() for one in locks]
    return [f"{version} {digest}" for digest in digests]


def make_venv(venv: Path) -> None:
    """Make the environment, or mend it; one of another Python is thrown away."""
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in a package
        if not (sys.platform == "linux" and may_install()):
            stop(f"Python's venv is missing. Install it:\n  {apt_line(['python3-venv'])}")
        install_packages(["python3-venv"])
    fresh = ["--clear"] if venv.exists() and not _same_python(venv) else []
    command = [sys.executable, "-m", "venv", *fresh, str(venv)]
    if subprocess.call(command, stdin=subprocess.DEVNULL):
        stop(f"No environment could be made in {venv}.")


def install_command(python: Path, lock: Path) -> list[str]:
    """Return the command that installs a lock: nothing unhashed, nothing built here."""
    pip = [
        str(python),
        "-m",
        "pip",
        "--quiet",
        "--quiet",
        "--no-input",
        "--disable-pip-version-check",
    ]
    strict = ["--require-hashes", "--only-binary", ":all:", "--no-user"]
    return [*pip, "install", *strict, "--requirement", str(lock)]


def check(python: Path, chosen: list[str]) -> int:
    """Run every check, all of them though one fails; `chosen` goes to pytest."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    failed = []
    with tempfile.TemporaryFile("w+", encoding="utf-8") as told:
        beside = None
        if BESIDE in CHECKS:
            command = [str(python), *CHECKS[BESIDE], "-p", "no:cacheprovider", *chosen]
            beside = subprocess.Popen(
                command, cwd=ROOT, env=environment, stdout=told, stderr=subprocess.STDOUT
            )
        for name, arguments in CHECKS.items():
            say(f"\n== {name}")
            if name == BESIDE and beside is not None:
                code = outcome(beside)
                told.seek(0)
                shutil.copyfileobj(told, sys.stdout)
                sys.stdout.flush()
            else:
                more = chosen if name == "tests" else []
                command = [str(python), *arguments, *more]
                code = outcome(subprocess.Popen(command, cwd=ROOT, env=environment))
            if code:
                failed.append(f"{name} ({code})")
    say(f"\nFailed: {', '.join(failed)}" if failed else "\nEvery check held.")
    return 1 if failed else 0


def outcome(running: "subprocess.Popen[bytes]") -> int:
    """Wait for a check and return its exit code; one that hangs is ended."""
    try:
        return running.wait(LONGEST)
    except subprocess.TimeoutExpired:
        say(f"It did not end within {LONGEST // 60} minutes.")
        running.kill()
        return running.wait()
    except BaseException:
        running.kill()
        raise


def hand_over(command: list[str]) -> int:
    """Run the program from this checkout, in the caller's folder; return its exit code."""
    known = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT), *([known] if known else [])])
    if os.name == "posix":
        os.execv(command[0], command)  # signals and exit code are then the program's own
    try:
        return subprocess.call(command)
    except KeyboardInterrupt:
        return 130


def say(line: str) -> None:
    """Print a line at once, before what a child prints."""
    print(line, file=sys.stderr, flush=True)


def stop(message: str) -> NoReturn:
    """Say why it ends here, and end with 2."""
    say(message)
    sys.exit(2)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _same_python(venv: Path) -> bool:
    """Tell whether the environment was made by a Python of this version."""
    version = "{}.{}.".format(*sys.version_info[:2])
    try:
        lines = (venv / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except OSError:
        return False
    told = [line.partition("=")[2].strip() for line in lines if line.startswith("version")]
    return any(one.startswith(version) for one in told)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
