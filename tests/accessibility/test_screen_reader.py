"""A session studied by ear: over AT-SPI, as Orca and others reach the program."""

import json
import os
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp import clock, paths, settings
from quizapp.bank import open_bank
from quizapp.domain.question import prompt_of, solution
from quizapp.domain.review import Rating
from quizapp.exchange import quizset
from quizapp.operations import sharing, study
from quizapp.settings import Settings
from tests.ui.conftest import QUESTIONS, question_set

LISTENER = Path(__file__).with_name("listener.py")
SYSTEM_PYTHON = "/usr/bin/python3"
ROOT = Path(__file__).parents[2]
SCRIPT = """
"$1" -m quizapp --bank "$2" &
program=$!
"$3" "$4" "$5"
code=$?
kill $program
wait $program
exit $code
"""
"""The program behind, the listener before it."""
_PROBE = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"


def lacking() -> str:
    """Return what this machine lacks for it; empty where it has all."""
    for command in ("dbus-run-session", "Xvfb", "xvfb-run"):
        if shutil.which(command) is None:
            return f"{command} is not installed"
    if not Path("/usr/libexec/at-spi-bus-launcher").exists():
        return "at-spi2-core is not installed"
    probe = subprocess.run(
        [SYSTEM_PYTHON, "-c", _PROBE], check=False, capture_output=True, timeout=30
    )
    return (
        ""
        if probe.returncode == 0
        else "the system's Python has no Atspi (gir1.2-atspi-2.0)"
    )


def due_bank(path: Path) -> None:
    """Make a bank whose four questions, one of each kind, are due now."""
    chosen = Settings(reduce_motion=True, daily_goal=4, automatic_backups=False)
    settings.save(chosen, paths.settings_path(path))
    carried = path.with_name("deck.quizset")
    carried.write_bytes(quizset.dump(question_set("Oxygen")))
    now = clock.now()
    with open_bank(path) as bank:
        deck = sharing.import_set(bank, carried, now - timedelta(days=90)).deck
        for ago in (90, 80):
            for stored in sharing.questions_of(bank, deck):
                moment, took = now - timedelta(days=ago), timedelta(seconds=9)
                study.answer(bank, chosen, stored.id, Rating.GOOD, moment, took)


@pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is for Linux")
def test_a_session_is_studied_by_ear(tmp_path):
    if why := lacking():
        pytest.skip(why)
    bank = tmp_path / "quizapp.bank"
    due_bank(bank)
    answers = {prompt_of(question): solution(question) for question, _ in QUESTIONS}
    heard = listen(bank, answers)
    said = "\n".join(heard["heard"])
    for question, _ in QUESTIONS:
        assert prompt_of(question) in said
        assert solution(question) in said
    assert "1 of 4. " in heard["heard"][0]
    assert "Not quite. Correct answer: Antoine Lavoisier. Source: Antoine" in said
    assert "Rated Again · comes back in" in said
    assert "Right. Answer: " in said
    assert sorted(one[3:] for one in heard["options"]) == [
        "Antoine Lavoisier",
        "Joseph Priestley",
    ]
    assert all("next in" in rating and "key 3" in rating for rating in heard["ratings"])
    assert len(heard["ratings"]) >= 4
    assert "Session done" in heard["summary"]
    undone, article, dialog = heard["round"]
    assert undone.startswith("Rating undone")
    assert (article, dialog) == ("Oxygen", "Keyboard shortcuts")


def listen(bank: Path, answers: dict[str, str]) -> dict[str, list[str]]:
    """Run the program and the listener on a desktop of their own; return what was heard."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PYTHONPATH": str(ROOT),
        "NO_AT_BRIDGE": "0",
    }
    command = ["xvfb-run", "-a", "dbus-run-session", "--", "sh", "-c", SCRIPT]
    arguments = [
        sys.executable,
        str(bank),
        SYSTEM_PYTHON,
        str(LISTENER),
        json.dumps(answers),
    ]
    done = subprocess.run(
        [*command, "sh", *arguments],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    heard: dict[str, list[str]] = json.loads(done.stdout.splitlines()[-1])
    return heard
