"""Workbooks (.xlsx): rows of texts written and read; no cell is ever a formula."""

import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from quizapp.exchange.archives import pack, unpack
from quizapp.exchange.markup import printable
from quizapp.exchange.rows import safe

Cell = str | int | None
Row = tuple[Cell, ...]

_MOST_ROWS = 20_000
_MOST_COLUMNS = 30
_BROKEN: tuple[type[Exception], ...] = (
    etree.LxmlError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What openpyxl raises for a workbook that is not what it promises."""
_WRITTEN_AT = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")


def write_workbook(rows: Iterable[Row], widths: Sequence[int] = ()) -> bytes:
    """Return a workbook of one sheet; the same rows give the same bytes.

    A text stays a text, whatever it begins with. `widths` are those of the columns, in
    characters.
    """
    import openpyxl

    book = openpyxl.Workbook()
    sheet: Any = book.active
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            if value is not None:
                _write(sheet.cell(number, column), value)
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[openpyxl.utils.get_column_letter(number)].width = width
    written = BytesIO()
    book.save(written)
    return _timeless(written.getvalue())


def _write(cell: Any, value: Cell) -> None:  # noqa: ANN401 - openpyxl's cell
    cell.value = printable(value) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = safe(value) != value


def _timeless(content: bytes) -> bytes:
    """Return a package without the moment of its writing."""
    members = unpack(content)
    core = "docProps/core.xml"
    members[core] = _WRITTEN_AT.sub(b"", members[core])
    return pack(members)


def read_workbook(content: bytes) -> tuple[tuple[str, ...], ...]:
    """Return the rows of the first sheet, every cell as a text; formulas by their last value.

    Raises ValueError with a sentence for the person.
    """
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    members = unpack(content)
    if "[Content_Types].xml" not in members:
        raise ValueError("it is not a workbook.")
    if any(b"<!DOCTYPE" in part or b"<!ENTITY" in part for part in members.values()):
        raise ValueError("it declares entities of its own, which may be harmful.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True)
            try:
                return tuple(_rows(book.worksheets[0]))
            finally:
                book.close()
    except (InvalidFileException, *_BROKEN) as reason:
        raise ValueError("its sheet is damaged.") from reason


def _rows(sheet: Any) -> Iterator[tuple[str, ...]]:  # noqa: ANN401 - openpyxl's sheet
    last = {"max_row": _MOST_ROWS, "max_col": _MOST_COLUMNS}
    for row in sheet.iter_rows(values_only=True, **last):
        yield tuple(map(_text, row))


def _text(value: object) -> str:
    """Return a cell as a person reads it."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and not (value.hour or value.minute or value.second):
        return value.date().isoformat()
    return str(value).strip()
