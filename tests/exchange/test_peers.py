"""Other programs open what is written; each test is skipped where its program is absent."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from quizapp.domain.question_set import QuestionSet
from quizapp.exchange import FORMATS, read_suffixes, understand
from quizapp.exchange.options import Options
from tests.conftest import NOON
from tests.exchange.hard_set import PERSIAN, hard_set
from tests.exchange.test_paper import LAKE
from tests.exchange.test_pictures import SET as PICTURES

FIXTURES = os.environ.get("QUIZAPP_FIXTURES")
"""A folder of files that other programs wrote."""


def program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def said_by(*command: str) -> str:
    run = subprocess.run(command, check=True, capture_output=True, timeout=60)
    return run.stdout.decode()


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Any]:
    collection = pytest.importorskip("anki.collection", reason="anki is not installed")
    opened = collection.Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def imported(
    anki: Any, folder: Path, options: Options, question_set: QuestionSet | None = None
) -> tuple[int, int, int, int]:
    """Return how many notes Anki found new, updated, already there and conflicting."""
    path = folder / "set.apkg"
    path.write_bytes(FORMATS["anki"].dump(question_set or hard_set(), options))
    collection = import_module("anki.collection")
    options_of = import_module("anki.import_export_pb2").ImportAnkiPackageOptions
    request = collection.ImportAnkiPackageRequest(
        package_path=str(path), options=options_of()
    )
    log = anki.import_anki_package(request).log
    return len(log.new), len(log.updated), len(log.duplicate), len(log.conflicting)


def test_anki_updates_and_never_doubles(anki, tmp_path):
    count = len(hard_set().questions)
    first = Options(moment=NOON)
    later = replace(first, moment=NOON + timedelta(days=1))
    assert imported(anki, tmp_path, first) == (count, 0, 0, 0)
    assert imported(anki, tmp_path, first) == (0, 0, count, 0)
    assert imported(anki, tmp_path, later) == (0, count, 0, 0)
    assert anki.card_count() == count
    assert anki.fix_integrity()[1]


def test_anki_keeps_every_picture_and_hands_it_back(anki, tmp_path):
    count = len(PICTURES.questions)
    assert imported(anki, tmp_path, Options(moment=NOON), PICTURES)[0] == count
    shown = {one.picture for one in PICTURES.questions if one.picture is not None}
    for picture in shown:
        kept = Path(anki.media.dir()) / picture.file_name
        assert kept.read_bytes() == picture.data
    assert list(anki.media.check().missing) == []
    export = import_module("anki.import_export_pb2").ExportAnkiPackageOptions
    for legacy in (True, False):
        path = tmp_path / "back.apkg"
        anki.export_anki_package(
            out_path=str(path),
            options=export(with_media=True, legacy=legacy),
            limit=None,
        )
        back = understand(path.name, path.read_bytes())
        assert {one.picture for one in back.questions.questions} == shown
        assert back.changed == ()


def converted(folder: Path, name: str, to: str) -> Path:
    source = folder / f"set{FORMATS[name].suffix}"
    source.write_bytes(FORMATS[name].dump(LAKE, Options()))
    office = [
        program("soffice"),
        "--headless",
        f"-env:UserInstallation=file://{folder}/office",
    ]
    subprocess.run(
        [*office, "--convert-to", to, "--outdir", str(folder), str(source)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return source.with_suffix(f".{to}")


def test_libreoffice_opens_the_sheet_for_kahoot(tmp_path):
    text = converted(tmp_path, "kahoot", "csv").read_text(
        encoding="utf-8", errors="replace"
    )
    assert "1,Who called the dam too thin?,Ada Corvin,Ivo,Otto Brandt,Velm,20,3" in text


@pytest.mark.parametrize("name", ["print-word", "forms-word"])
def test_libreoffice_opens_the_word_document(name, tmp_path):
    assert converted(tmp_path, name, "pdf").read_bytes().startswith(b"%PDF")


def test_poppler_finds_every_word_and_every_font_inside(tmp_path):
    path = tmp_path / "exam.pdf"
    path.write_bytes(FORMATS["print"].dump(hard_set(), Options()))
    text = said_by(program("pdftotext"), str(path), "-")
    assert PERSIAN.split()[1] in text
    assert "{{c1::gap}} (also: the [gap])" in text
    fonts = said_by(program("pdffonts"), str(path)).splitlines()[2:]
    assert fonts
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts)


@pytest.mark.skipif(FIXTURES is None, reason="QUIZAPP_FIXTURES names no folder")
def test_files_of_other_programs_are_read_or_refused_with_a_reason():
    known = set(read_suffixes())
    files = [path for path in Path(str(FIXTURES)).rglob("*") if path.suffix in known]
    read = 0
    for path in files:
        try:
            understood = understand(path.name, path.read_bytes())
        except ValueError as reason:
            assert str(reason).endswith(".")  # noqa: PT017 - it need not be refused
            continue
        read += len(understood.questions.questions)
        assert all(refused.why for refused in understood.refused)
    assert read > len(files) / 2
