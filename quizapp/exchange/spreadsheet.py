"""Spreadsheets: rows of texts as a workbook (.xlsx) or as CSV; no cell is ever a formula."""

import csv
import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from io import BytesIO, StringIO
from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from quizapp.domain.question import Question
from quizapp.exchange.archives import pack, unpack
from quizapp.exchange.hypertext import xml_safe

Cell = str | int | None
Row = tuple[Cell, ...]

_MOST_ROWS = 20_000
_MOST_COLUMNS = 30
_NUMBER = re.compile(r"[+-]?\d[\d.,]*\Z")
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


def workbook(rows: Iterable[Row], widths: Sequence[int] = ()) -> bytes:
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
    cell.value = xml_safe(value) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = _is_formula(value)


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


def comma_separated(rows: Iterable[Row]) -> bytes:
    """Return CSV in UTF-8 with its mark, so that Excel sees it; formulas begin with a quote."""
    written = StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    for row in rows:
        writer.writerow(["" if cell is None else _harmless(cell) for cell in row])
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def _harmless(cell: str | int) -> str:
    text = xml_safe(str(cell))
    return f"'{text}" if _is_formula(text) else text


def _is_formula(text: str) -> bool:
    """Tell whether a spreadsheet program would reckon with a text; a plain number is none."""
    return text[:1] in {"=", "+", "-", "@", "\t", "\r"} and not _NUMBER.match(text)


def looks_like_formula(*texts: str) -> str | None:
    """Return what becomes of texts of a question in CSV, None where nothing does."""
    if any(map(_is_formula, texts)):
        return "A text that begins with = + - or @ gets a quote before it."
    return None


def formula_warning(question: Question) -> str | None:
    """Say that a multiple choice has a text that CSV must write otherwise."""
    right, wrong = getattr(question, "right", ""), getattr(question, "wrong", ())
    return looks_like_formula(getattr(question, "prompt", ""), right, *wrong)
