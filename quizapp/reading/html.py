"""Read a web page: its main text, without the page around it."""

import codecs
import logging
import re
from copy import deepcopy

from lxml import etree  # type: ignore[import-untyped]  # it ships no types
from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped]  # it ships no types
from trafilatura import bare_extraction
from trafilatura.settings import Document as Extracted

from quizapp.errors import NoTextInFile, UnreadableFile
from quizapp.reading.blocks import Document, Piece, tidy
from quizapp.reading.broken import MALFORMED
from quizapp.reading.markup import name_of, pieces_of, without_site, words_in
from quizapp.reading.text import decode

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?\s*([\w.:-]{2,30})", re.IGNORECASE)
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
"""Characters that no XML tree can hold."""
_HEAD = 4_000
"""Bytes among which a page names its encoding."""
_UNSEEN = "//script|//style|//noscript|//template|//nav|//sup[a]"


def read(data: bytes, name: str) -> Document:
    """Return the page's title and blocks; raises `UnreadableFile` or `NoTextInFile`."""
    root = parse(decode(_in_utf8(data), name), name)
    title = _title(root)
    pieces = _main_text(root) or pieces_of(root)
    if not pieces:
        raise NoTextInFile(name)
    return Document(title, pieces)


def parse(text: str, name: str) -> etree._Element:
    """Return the root of an HTML text; raises `NoTextInFile` where it has no element."""
    parser = HTMLParser(
        encoding="utf-8",
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return document_fromstring(_UNFIT.sub(" ", text).encode(), parser=parser)
    except etree.ParserError as reason:
        raise NoTextInFile(name) from reason
    except MALFORMED as reason:
        raise UnreadableFile(name, "it is not a web page.") from reason


def _main_text(root: etree._Element) -> tuple[Piece, ...]:
    """Return the blocks that trafilatura takes for the article, none where it finds none."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it tells each empty page
    page = deepcopy(root)
    try:
        for element in page.xpath(_UNSEEN):
            element.drop_tree()
        found = bare_extraction(
            page, include_comments=False, include_tables=True, with_metadata=False
        )
    except MALFORMED:
        return ()
    return pieces_of(found.body) if isinstance(found, Extracted) else ()


def _title(root: etree._Element) -> str | None:
    """Return what the page calls itself: og:title, the first h1, or title without its site."""
    shared = [
        tidy(str(words)) for words in root.xpath("//meta[@property='og:title']/@content")
    ]
    heads = [tidy(words_in(head)) for head in root.iter() if name_of(head) == "h1"]
    called = [tidy("".join(title.itertext())) for title in root.xpath("//title")]
    heading = next(filter(None, heads), "")
    named = next(filter(None, shared), "")
    if heading and (not named or named.casefold().startswith(heading.casefold())):
        return heading
    return without_site(named or next(filter(None, called), "")) or None


def _in_utf8(data: bytes) -> bytes:
    """Return the page in UTF-8 where it names another encoding that fits."""
    named = _CHARSET.search(data[:_HEAD])
    if named is None or data.startswith(
        (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    ):
        return data
    try:
        return data.decode("utf-8").encode()
    except UnicodeDecodeError:
        pass
    try:
        return data.decode(named.group(1).decode("ascii")).encode()
    except (LookupError, ValueError):
        return data
