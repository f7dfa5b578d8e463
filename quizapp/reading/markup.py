"""The blocks of marked-up text: HTML, XHTML, and trafilatura's own tags."""

import html
from collections.abc import Iterable, Iterator

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from quizapp.domain.article import PassageKind
from quizapp.reading.blocks import Piece, tidy
from quizapp.reading.forms import words_of

_UNSEEN = words_of(
    "script style nav template noscript form button select textarea iframe object svg "
    "title meta link footer dialog audio video canvas label input graphic"
)
_HEADINGS = words_of("h1 h2 h3 h4 h5 h6 head")
_LISTS = words_of("ul ol list menu")
_BORDERS = words_of(
    "address article aside blockquote body center dd details div dl dt fieldset figure header "
    "hgroup hr html item li main p quote section summary table tbody thead tfoot tr td th row cell"
)
_LONGEST_CELL = 300
"""Characters: a table with more in one cell is there for the page's layout."""

_Part = str | Piece | None
"""Words of the block at hand, a block by itself, or a border between blocks."""


def pieces_of(root: etree._Element) -> tuple[Piece, ...]:
    """Return the visible blocks of a tree in order, white space folded."""
    return tuple(_grouped(_parts(root)))


def without_site(title: str) -> str:
    """Return a page's title without the name of its site behind a bar or dash."""
    for bar in (" | ", " » ", " · ", " — ", " – ", " - "):
        first = title.split(bar, maxsplit=1)[0].strip()
        if first != title.strip() and len(first.split()) > 1:
            return first
    return title.strip()


def words_in(element: etree._Element) -> str:
    """Return the visible words of an element in one line."""
    return " ".join(piece.text.replace("\n", " ") for piece in _grouped(_inside(element)))


def name_of(element: etree._Element) -> str:
    """Return the tag without its namespace, small letters; "" for a comment or the like."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _grouped(parts: Iterable[_Part]) -> Iterator[Piece]:
    words: list[str] = []
    for part in parts:
        if isinstance(part, str):
            words.append(part)
            continue
        yield from _prose(words)
        words.clear()
        if part is not None and part.text:
            yield part
    yield from _prose(words)


def _prose(words: list[str]) -> Iterator[Piece]:
    line = tidy("".join(words))
    if line:
        yield Piece(line)


def _parts(element: etree._Element) -> Iterator[_Part]:
    """Yield what an element holds, borders around it where it is a block."""
    name = name_of(element)
    if element.tag is etree.Entity:
        yield html.unescape(element.text or "")
    if not name or name in _UNSEEN or element.get("hidden") is not None:
        return
    piece = _piece(name, element)
    if piece is not None:
        yield piece
    elif name in {"br", "lb"}:
        yield None if _is_doubled(element) else " "
    elif name in _BORDERS:
        yield None
        yield from _inside(element)
        yield None
    elif not (name == "sup" and _is_note_mark(element)):
        yield from _inside(element)


def _piece(name: str, element: etree._Element) -> Piece | None:
    """Return the element as a block by itself, None where it is none."""
    if name in _HEADINGS:
        return Piece(words_in(element), PassageKind.HEADING)
    if name in _LISTS:
        return Piece(_lines(element), PassageKind.LIST)
    if name in {"figcaption", "caption"}:
        return Piece(words_in(element), PassageKind.CAPTION)
    if name == "pre" or (name == "code" and "\n" in (element.text or "")):
        return Piece("".join(element.itertext()).strip("\n"), PassageKind.CODE)
    if name == "table" and not _is_layout(element):
        return Piece(_rows(element), PassageKind.TABLE)
    return None


def _inside(element: etree._Element) -> Iterator[_Part]:
    yield element.text or ""
    for child in element:
        yield from _parts(child)
        yield child.tail or ""


def _lines(element: etree._Element) -> str:
    return "\n".join(piece.text for piece in _grouped(_inside(element)))


def _rows(table: etree._Element) -> str:
    rows = [row for row in table.iter() if name_of(row) in {"tr", "row"}]
    lines = ("\t".join(words_in(cell) for cell in row) for row in rows)
    return "\n".join(line for line in lines if line.strip())


def _is_layout(table: etree._Element) -> bool:
    inner = [name_of(element) for element in table.iterdescendants()]
    longest = max(
        (
            len("".join(cell.itertext()))
            for cell in table.iter()
            if name_of(cell) in {"td", "cell"}
        ),
        default=0,
    )
    return "table" in inner or longest > _LONGEST_CELL


def _is_doubled(element: etree._Element) -> bool:
    """Tell whether a line break stands beside another: authors part paragraphs so."""
    after, before = element.getnext(), element.getprevious()
    follows = (
        after is not None
        and name_of(after) in {"br", "lb"}
        and not (element.tail or "").strip()
    )
    return follows or (
        before is not None
        and name_of(before) in {"br", "lb"}
        and not (before.tail or "").strip()
    )


def _is_note_mark(element: etree._Element) -> bool:
    """Tell whether a raised text is the mark of a footnote: a link, or a number in brackets."""
    words = "".join(element.itertext()).strip()
    linked = any(name_of(child) in {"a", "ref"} for child in element)
    return linked or (words.startswith("[") and words.endswith("]"))
