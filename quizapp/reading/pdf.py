"""Read a PDF: the words of its pages, put back into paragraphs."""

import logging
import re
from collections.abc import Iterator
from io import BytesIO

from ftfy.fixes import fix_latin_ligatures
from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

from quizapp.domain.article import PassageKind
from quizapp.errors import NoTextInFile, PasswordProtected, UnreadableFile
from quizapp.reading.blocks import Document, Piece, tidy
from quizapp.reading.broken import MALFORMED
from quizapp.reading.lines import Line, paragraphs, without_margins

_BROKEN: tuple[type[Exception], ...] = (PyPdfError, *MALFORMED)
_MOST_PAGES = 3_000
_MOST_LETTERS = 10_000_000
_POOR_TITLE = re.compile(
    r"(?i)microsoft word|untitled|\.(?:docx?|pdf|indd|tex|odt|rtf|qxd)$|^\W*$"
)


def read(data: bytes, name: str) -> Document:
    """Return the paragraphs and the title of the properties.

    Raises `PasswordProtected`, `UnreadableFile`, or `NoTextInFile` with the number of pages
    where they are pictures.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells each flaw of each file
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise PasswordProtected(name)
        if len(reader.pages) > _MOST_PAGES:
            raise UnreadableFile(name, f"it has more than {_MOST_PAGES:,} pages.")
        pages = _lines_of(reader, name)
        title = _title(reader)
        pictures = 0 if any(pages) else sum(map(_has_picture, reader.pages))
    except _BROKEN as reason:
        raise UnreadableFile(name, "the file is damaged or incomplete.") from reason
    pieces = tuple(_pieces(pages))
    if not pieces:
        raise NoTextInFile(name, pictures)
    return Document(title, pieces)


def _pieces(pages: list[list[Line]]) -> Iterator[Piece]:
    for words, is_heading in paragraphs(without_margins(pages)):
        kind = PassageKind.HEADING if is_heading else None
        yield Piece(fix_latin_ligatures(words), kind)


def _lines_of(reader: PdfReader, name: str) -> list[list[Line]]:
    pages: list[list[Line]] = []
    letters = 0
    for page in reader.pages:
        pages.append(_lines(page))
        letters += sum(len(line.words) for line in pages[-1])
        if letters > _MOST_LETTERS:
            raise UnreadableFile(name, f"it has more than {_MOST_LETTERS:,} letters.")
    return pages


def _lines(page: PageObject) -> list[Line]:
    """Return the lines of a page in reading order, each with its place and size."""
    lines: list[Line] = []
    chunks: list[tuple[str, Line]] = []

    def end_line() -> None:
        words = tidy("".join(text for text, _ in chunks))
        if words:
            first = next(line for text, line in chunks if text.strip())
            bold = all(line.bold for text, line in chunks if text.strip())
            lines.append(Line(words, first.x, first.y, first.size, bold))
        chunks.clear()

    def collect(
        text: str,
        cm: list[float],
        tm: list[float],
        font: dict[str, object] | None,
        size: float,
    ) -> None:
        place = _placed(cm, tm, size, str((font or {}).get("/BaseFont", "")))
        first, *rest = text.split("\n")
        chunks.append((first, place))
        for part in rest:
            end_line()
            chunks.append((part, place))

    page.extract_text(visitor_text=collect)
    end_line()
    return lines


def _placed(cm: list[float], tm: list[float], size: float, font: str) -> Line:
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    scale = max(abs(tm[3] * cm[3]), abs(tm[1] * cm[2])) or 1.0
    return Line("", x, y, abs(size) * scale, "bold" in font.casefold())


def _title(reader: PdfReader) -> str | None:
    named = reader.metadata.title if reader.metadata is not None else None
    title = tidy(str(named or ""))
    return None if _POOR_TITLE.search(title) else title


def _has_picture(page: PageObject) -> bool:
    resources = page.get("/Resources")
    return bool(resources is not None and resources.get_object().get("/XObject"))
