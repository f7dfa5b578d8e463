"""Rows of cells: written so that no spreadsheet runs them, read within limits."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from quizapp.exchange.markup import printable
from quizapp.exchange.understood import LONGEST

_FORMULA = re.compile(r"'*[=+\-@\t]")
_MOST_CELLS = 100
csv.field_size_limit(LONGEST * 10)


def write_rows(rows: Iterable[Sequence[str]], separator: str) -> bytes:
    """Return the rows as UTF-8 text, quoted where need be."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=separator, lineterminator="\n")
    writer.writerows([printable(cell) for cell in row] for row in rows)
    return written.getvalue().encode()


def safe(cell: str) -> str:
    """Return a cell that spreadsheets take for text: a quote before what begins a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unsafe(cell: str) -> str:
    """Return the cell as it was before `safe`."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def read_rows(text: str, separator: str) -> Iterable[tuple[int, list[str]]]:
    """Yield each row that is not blank with the number of its last line.

    Raises ValueError where the quotes or the sizes are beyond reading.
    """
    too_long(text)
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield reader.line_num, [printable(cell) for cell in row[:_MOST_CELLS]]
    except csv.Error as reason:
        raise ValueError(f"its columns are broken: {reason}.") from reason


def too_long(text: str) -> None:
    """Refuse a text with a line that no table has."""
    if max(map(len, text.split("\n")), default=0) > LONGEST * 10:
        raise ValueError("one of its lines is longer than any question.")
