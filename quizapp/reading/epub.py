"""Read an electronic book: its chapters in the order of the spine (EPUB 3.3, W3C)."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote
from zipfile import ZipFile

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from quizapp.errors import NoTextInFile, PasswordProtected, UnreadableFile
from quizapp.reading.blocks import Document, Piece, tidy
from quizapp.reading.broken import MALFORMED, open_archive, parse_xml
from quizapp.reading.html import parse
from quizapp.reading.markup import name_of, pieces_of
from quizapp.reading.text import decode

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_FOR_FONTS = {"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"}
"""Fonts may be scrambled so; the words stay open."""
_PAGES = {"application/xhtml+xml", "text/html", "application/x-dtbook+xml"}


def read(data: bytes, name: str) -> Document:
    """Return the chapters' blocks and the book's title.

    Raises `PasswordProtected` where the book is locked, `UnreadableFile` or `NoTextInFile`.
    """
    archive = open_archive(data, name)
    try:
        with archive:
            if _is_locked(archive):
                raise PasswordProtected(name)
            path = _rootfile(archive)
            package = parse_xml(archive.read(path))
            pieces = tuple(_chapters(archive, package, posixpath.dirname(path), name))
    except MALFORMED as reason:
        raise UnreadableFile(name, "the file is damaged or incomplete.") from reason
    if not pieces:
        raise NoTextInFile(name)
    return Document(_title(package), pieces)


def _is_locked(archive: ZipFile) -> bool:
    if _ENCRYPTION not in archive.namelist():
        return False
    locks = _named(parse_xml(archive.read(_ENCRYPTION)), "encrypteddata")
    ways = [_named(lock, "encryptionmethod") for lock in locks]
    return any(not way or way[0].get("Algorithm") not in _FOR_FONTS for way in ways)


def _rootfile(archive: ZipFile) -> str:
    """Return the path of the package document; raises ValueError where none is named."""
    for rootfile in _named(parse_xml(archive.read(_CONTAINER)), "rootfile"):
        path = rootfile.get("full-path")
        if path:
            return str(path)
    raise ValueError("no package document is named")


def _chapters(
    archive: ZipFile, package: etree._Element, folder: str, name: str
) -> Iterator[Piece]:
    items = {item.get("id"): item for item in _named(package, "item")}
    for reference in _named(package, "itemref"):
        item = items.get(reference.get("idref"))
        if item is None or reference.get("linear") == "no":
            continue
        is_contents = "nav" in (item.get("properties") or "").split()
        if item.get("media-type") in _PAGES and not is_contents:
            path = posixpath.normpath(
                posixpath.join(folder, unquote(item.get("href") or ""))
            )
            yield from pieces_of(_page(archive.read(path), name))


def _page(data: bytes, name: str) -> etree._Element:
    """Return a chapter's root: as XML where it is well-formed, else as browsers read it."""
    try:
        return parse_xml(data)
    except etree.XMLSyntaxError:
        return parse(decode(data, name), name)


def _title(package: etree._Element) -> str | None:
    titles = (tidy("".join(title.itertext())) for title in _named(package, "title"))
    return next((title for title in titles if title), None)


def _named(root: etree._Element, name: str) -> list[etree._Element]:
    return [element for element in root.iter() if name_of(element) == name]
