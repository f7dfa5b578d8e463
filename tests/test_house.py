"""The house itself: names, docstrings, paths and locks that must agree."""

import ast
import re
import tomllib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from quizapp import paths

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "quizapp").rglob("*.py"))
CUPBOARDS = {"utils", "util", "helpers", "helper", "manager", "handler", "misc", "common"}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", [*MODULES, ROOT / "run.py"], ids=name_of)
def test_every_module_says_what_it_is(path):
    assert ast.get_docstring(tree(path))


def test_no_module_is_a_cupboard():
    words = {name_of(path): set(re.split(r"[/._]", name_of(path))) for path in MODULES}
    assert [name for name, parts in words.items() if parts & CUPBOARDS] == []


def test_no_class_is_a_cupboard():
    nodes = chain.from_iterable(ast.walk(tree(path)) for path in MODULES)
    classes = [node.name for node in nodes if isinstance(node, ast.ClassDef)]
    parts = {
        name: {part.lower() for part in re.findall("[A-Z][a-z]*", name)} for name in classes
    }
    assert [name for name in classes if parts[name] & CUPBOARDS] == []


@pytest.mark.parametrize(
    "folder",
    ["ASSETS", "STARTER_SETS", "ENGLISH", "FONTS", "ICONS", "THEMES"],
)
def test_every_shipped_folder_is_there(folder):
    assert any(getattr(paths, folder).iterdir())


def test_every_shipped_path_is_checked():
    shipped = {name for name, value in vars(paths).items() if isinstance(value, Path)}
    assert shipped == {"ASSETS", "STARTER_SETS", "ENGLISH", "FONTS", "ICONS", "THEMES"}


def test_what_ships_has_its_licence_beside_it():
    for folder in (paths.FONTS, paths.ICONS, paths.ENGLISH):
        assert list(folder.glob("LICENSE*")), folder


def test_the_readme_names_the_two_commands():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "`python3 run.py`" in readme
    assert "`python3 run.py test`" in readme


def named(requirements: list[str]) -> set[str]:
    found = (re.match(r"[A-Za-z0-9._-]+", one) for one in requirements)
    return {re.sub(r"[-_.]+", "-", one.group().lower()) for one in found if one}


def locked(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)(?:\[[a-z_]+\])?==([^ ]+)", text, re.MULTILINE))


def test_the_locks_hold_every_requirement_of_the_project():
    runtime = named(PROJECT["project"]["dependencies"])
    checking = named(PROJECT["dependency-groups"]["dev"])
    assert runtime <= locked("requirements.lock").keys()
    assert runtime | checking <= locked("requirements-dev.lock").keys()


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_no_pyside_that_aborts(lock):
    assert locked(lock)["pyside6-essentials"].startswith("6.11.")


def functions(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            yield length, f"{name_of(path)}:{node.lineno} {node.name}"


def test_growth_is_seen(capsys):
    files = [
        (len(path.read_text(encoding="utf-8").splitlines()), name_of(path))
        for path in MODULES
    ]
    longest = sorted(chain.from_iterable(functions(path) for path in MODULES), reverse=True)
    with capsys.disabled():
        for title, rows in (("files", sorted(files, reverse=True)), ("functions", longest)):
            print(f"\nThe largest {title}, in lines:")
            for lines, name in rows[:5]:
                print(f"  {lines:4}  {name}")
    assert longest[0][0] < 60, "a function that no screen holds"
    assert max(files)[0] < 900, "a file that no head holds"
