"""Read a Word document: the paragraphs and tables of its body, their kinds by style."""

from collections.abc import Iterator
from io import BytesIO
from itertools import groupby

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.table import Table
from docx.text.paragraph import Paragraph

from quizapp.domain.article import PassageKind
from quizapp.errors import NoTextInFile, PasswordProtected, UnreadableFile
from quizapp.reading.blocks import Document, Piece, tidy
from quizapp.reading.broken import MALFORMED, open_archive

_BROKEN: tuple[type[Exception], ...] = (OpcError, *MALFORMED)
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
"""How an old Word file begins, and a new one that a password protects ([MS-OFFCRYPTO])."""
_OLD_WORD = "WordDocument".encode("utf-16-le")
_KINDS = (
    ("title", PassageKind.TITLE),
    ("heading", PassageKind.HEADING),
    ("caption", PassageKind.CAPTION),
    ("list", PassageKind.LIST),
    ("toc", PassageKind.FURNITURE),
    ("header", PassageKind.FURNITURE),
    ("footer", PassageKind.FURNITURE),
    ("html preformatted", PassageKind.CODE),
)
"""Style names begin so, whatever the language of Word: it keeps built-in names in English."""


def read(data: bytes, name: str) -> Document:
    """Return the blocks and the title that a Title paragraph or the properties give.

    Raises `PasswordProtected`, `UnreadableFile` or `NoTextInFile`.
    """
    if data.startswith(_OLE):
        if _OLD_WORD in data:
            raise UnreadableFile(name, "it is an old Word file; save it as DOCX.")
        raise PasswordProtected(name)
    open_archive(data, name).close()
    try:
        document = docx.Document(BytesIO(data))
        pieces = tuple(_merged(_pieces(document)))
        named = document.core_properties.title
    except _BROKEN as reason:
        raise UnreadableFile(name, "the file is damaged or incomplete.") from reason
    if not pieces:
        raise NoTextInFile(name)
    titled = next((p.text for p in pieces if p.kind is PassageKind.TITLE), None)
    return Document(titled or (named if named != "Word Document" else None), pieces)


def _pieces(document: WordDocument) -> Iterator[Piece]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            rows = ("\t".join(tidy(cell.text) for cell in row.cells) for row in block.rows)
            yield Piece("\n".join(row for row in rows if row.strip()), PassageKind.TABLE)
        else:
            yield Piece(tidy(block.text), _kind(block))


def _kind(paragraph: Paragraph) -> PassageKind | None:
    style = ((paragraph.style.name if paragraph.style is not None else "") or "").casefold()
    for beginning, kind in _KINDS:
        if style.startswith(beginning):
            return kind
    settings = paragraph.paragraph_format.element.pPr
    listed = settings is not None and settings.numPr is not None
    return PassageKind.LIST if listed else None


def _merged(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Make one block of the neighbouring items of a list or lines of code."""
    written = (piece for piece in pieces if piece.text)
    for kind, group in groupby(written, key=lambda piece: piece.kind):
        if kind in {PassageKind.LIST, PassageKind.CODE}:
            yield Piece("\n".join(piece.text for piece in group), kind)
        else:
            yield from group
