"""The set-up: what it runs, when it runs it again, and what it says."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import run

REQUIREMENT = re.compile(r"^([a-z0-9._-]+==[^ ]+)", re.MULTILINE)


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    path = tmp_path / "some.lock"
    path.write_text("one==1\n")
    return path


@pytest.fixture
def venv(tmp_path: Path) -> Path:
    path = tmp_path / "venv"
    path.mkdir()
    return path


def stamp(venv: Path, lock: Path) -> None:
    run.stamps(venv).write_text("\n".join(run.promise(lock)))


def test_nothing_is_set_up_at_first(venv, lock):
    assert not run.is_set_up(venv, lock)


def test_a_stamped_environment_is_not_made_again(venv, lock):
    stamp(venv, lock)
    assert run.is_set_up(venv, lock)


def test_a_new_lock_is_installed(venv, lock):
    stamp(venv, lock)
    lock.write_text("one==2\n")
    assert not run.is_set_up(venv, lock)


def test_another_python_is_set_up_anew(venv, lock):
    run.stamps(venv).write_text(run.promise(lock)[0].replace("3.", "2.", 1))
    assert not run.is_set_up(venv, lock)


def test_the_checks_environment_also_runs_the_program(venv):
    stamp(venv, run.CHECKING)
    assert run.is_set_up(venv, run.RUNTIME)


def test_the_programs_environment_does_not_run_the_checks(venv):
    stamp(venv, run.RUNTIME)
    assert not run.is_set_up(venv, run.CHECKING)


def test_the_lock_of_the_checks_holds_all_that_runs():
    runtime = set(REQUIREMENT.findall(run.RUNTIME.read_text()))
    checking = set(REQUIREMENT.findall(run.CHECKING.read_text()))
    assert runtime < checking


@pytest.mark.parametrize("lock", [run.RUNTIME, run.CHECKING])
def test_every_requirement_of_a_lock_has_a_hash(lock):
    for block in re.split(r"^(?=\S)", lock.read_text(), flags=re.MULTILINE):
        if REQUIREMENT.match(block):
            assert "--hash=sha256:" in block, block


def test_only_what_is_hashed_and_built_is_installed(lock):
    command = run.install_command(Path("python"), lock)
    assert command[:3] == ["python", "-m", "pip"]
    assert {"--require-hashes", "--only-binary", ":all:"} < set(command)
    assert command[-1] == str(lock)


@pytest.mark.parametrize(
    ("arguments", "loads"),
    [
        ([], True),
        (["--bank", "my.bank"], True),
        (["--bank=my.bank"], True),
        (["self-test", "--screenshots", "there"], True),
        (["--bank", "my.bank", "decks"], False),
        (["generate", "self-test"], False),
        (["--version"], False),
    ],
)
def test_libraries_are_looked_for_where_qt_is_loaded(arguments, loads):
    assert run.loads_qt(arguments) is loads


def test_only_a_library_that_does_not_load_is_missing():
    libraries = {"libnowhere.so.9": "libnowhere9"}
    assert run.missing(libraries) == ["libnowhere9"]


@pytest.mark.skipif(
    sys.platform != "linux", reason="there is one C library to name on Linux"
)
def test_a_library_that_loads_is_not_missing():
    assert run.missing({"libc.so.6": "libc6"}) == []


def test_the_line_to_type_names_the_packages():
    assert run.apt_line(["libegl1", "libgl1"]) == "sudo apt-get install libegl1 libgl1"


def test_no_screen_without_a_display(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert not run.has_display()
    monkeypatch.setenv("DISPLAY", ":1")
    assert run.has_display()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert not run.has_display()


def test_every_check_runs_though_one_fails(tmp_path, monkeypatch, capsys):
    told = tmp_path / "told.txt"
    speak = f"open({str(told)!r}, 'a').write('ran ')"
    checks = {"first": ["-c", f"{speak}; raise SystemExit(3)"], "second": ["-c", speak]}
    monkeypatch.setattr(run, "CHECKS", checks)
    assert run.check(Path(sys.executable), []) == 1
    assert told.read_text() == "ran ran "
    assert "Failed: first (3)" in capsys.readouterr().err


def test_checks_that_hold_end_with_nought(monkeypatch, capsys):
    monkeypatch.setattr(run, "CHECKS", {"only": ["-c", "pass"]})
    assert run.check(Path(sys.executable), []) == 0
    assert "Every check held." in capsys.readouterr().err


@pytest.mark.parametrize("version", ["(3, 10, 4)", "(3, 15, 0)"])
def test_an_unsupported_python_is_named(version):
    start = f"import runpy, sys; sys.version_info = {version}; runpy.run_path('run.py')"
    done = subprocess.run(
        [sys.executable, "-c", start],
        cwd=run.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("Quizapp needs Python 3.11 to 3.14; this is Python 3.1")
    assert done.stderr.count("\n") == 1
