"""Read every file of questions in a folder and print what became of each; run by hand.

    python tests/benchmarks/bench_imports.py DIR [--all]

Expected is counted without our readers: elements, braces, lines and rows. One item may give
several questions (a matching, a text with several fields) and one that stands twice gives one.
"""

import argparse
import io
import re
import sqlite3
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import zstandard

from quizapp.exchange import read_suffixes, understand

_FORMS = {"moodle_xml": "moodle-xml", "gift": "gift", "aiken": "aiken", "qti12": "canvas"}
"""The format of what a folder of this name holds, where its files' suffixes do not tell."""
_FIGURES = ("expected", "read", "changed", "refused")
_ASKED = (
    rb"<question\s[^>]*type=[\"'](?!category|cloze_|dummy)",
    rb"<item[\s>]",
    rb"<assessmentItem[\s>]",
)


def main() -> None:
    """Print a row a file, then the reasons by how often they were given."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--all", action="store_true", help="each reason below its file")
    arguments = parser.parse_args()
    whys: Counter[str] = Counter()
    sums: Counter[tuple[str, str]] = Counter()
    print(f"{'file':<88}{'expected':>9}{'read':>6}{'changed':>8}{'refused':>8}")
    for path in sorted(arguments.folder.rglob("*")):
        if path.suffix.lower() not in read_suffixes() or not path.is_file():
            continue
        content, lines = path.read_bytes(), []
        wanted = expected(path, content)
        try:
            understood = understand(path.name, content, _FORMS.get(path.parent.name, ""))
        except ValueError as reason:
            figures = (wanted, 0, 0, wanted)
            lines.append(f"the whole file: {reason}")
            whys[f"whole file: {reason}"] += 1
        else:
            refused, changed = understood.refused, understood.changed
            read = len(understood.questions.questions)
            figures = (wanted, read, len(changed), len(refused))
            lines += [f"refused {one.where}: {one.why}" for one in refused]
            lines += [f"changed {one.where}: {one.why}" for one in changed]
            whys.update(one.why for one in refused)
            if read + len(refused) < wanted:
                lines.append(f"MISSING {wanted - read - len(refused)}")
        name = str(path.relative_to(arguments.folder))
        print(f"{name:<88}{figures[0]:>9}{figures[1]:>6}{figures[2]:>8}{figures[3]:>8}")
        for line in lines if arguments.all else ():
            print(f"    {line}")
        for what, count in zip(_FIGURES, figures, strict=True):
            sums[path.parent.name, what] += count
            sums["all", what] += count
    print()
    for folder in dict.fromkeys(folder for folder, _ in sums):
        counts = (sums[folder, what] for what in _FIGURES)
        print(
            f"{folder:<88}{next(counts):>9}{next(counts):>6}{next(counts):>8}{next(counts):>8}"
        )
    for why, count in whys.most_common():
        print(f"{count:>6}  {why}")


def expected(path: Path, content: bytes) -> int:
    """Return how many questions a file holds, counted without our readers."""
    suffix = path.suffix.lower()
    if suffix in {".apkg", ".colpkg"}:
        return _cards(content)
    if suffix == ".xlsx":
        return _rows(content)
    if suffix in {".txt", ".gift"}:
        return _in_text(path, content.decode("utf-8", "replace"))
    parts = [content]
    if suffix == ".zip":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = [archive.read(name) for name in archive.namelist()]
    bare = (re.sub(rb"<!--.*?-->", b"", part, flags=re.DOTALL) for part in parts)
    return sum(len(re.findall(asked, part)) for part in bare for asked in _ASKED)


def _in_text(path: Path, text: str) -> int:
    if "aiken" in path.parts:
        return len(re.findall(r"(?m)^ANSWER:", text))
    if "gift" in path.parts:
        return sum(1 for _ in _braces(text))
    return sum(1 for line in text.splitlines() if "\t" in line)


def _braces(text: str) -> Iterator[str]:
    """Yield what stands in braces that open and close, comments left out."""
    bare = "\n".join(line for line in text.splitlines() if not line.startswith("//"))
    held = re.sub(r"\\.", "", bare)
    yield from re.findall(r"\{[^{}]*\}", held)


def _cards(content: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        newest = ("collection.anki21b", "collection.anki21", "collection.anki2")
        name = next(name for name in newest if name in names)
        stored = archive.read(name)
    if name.endswith("b"):
        stored = zstandard.ZstdDecompressor().stream_reader(stored).read()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "collection"
        file.write_bytes(stored)
        database = sqlite3.connect(file)
        try:
            (count,) = database.execute("SELECT count(*) FROM cards").fetchone()
        finally:
            database.close()
    return int(count)


def _rows(content: bytes) -> int:
    sheet = openpyxl.load_workbook(io.BytesIO(content), data_only=True).worksheets[0]
    rows = [[cell for cell in row if cell is not None] for row in sheet.values]
    heads = (at for at, row in enumerate(rows) if "Question" in str(row[1:2] + row[:1]))
    return sum(len(row) > 3 for row in rows[next(heads, -1) + 1 :])


if __name__ == "__main__":
    main()
