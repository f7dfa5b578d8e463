"""XML from outside: parsed without entities, without looking anything up, to a limit."""

import re
from collections.abc import Callable
from html.entities import html5
from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from quizapp.exchange.understood import WITH_PICTURES

Element = Any
"""An lxml element: the library ships no types."""
Words = Callable[[Element], str]
"""Returns what an element says, as its format has words stand in it."""
_UNREADABLE = (etree.XMLSyntaxError, ValueError, LookupError)
_DECLARED = re.compile(rb"^(<\?xml\s+version\s*=\s*[\"'][\d.]+[\"'])(encoding)")
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_NAMED = re.compile(rb"&[A-Za-z][A-Za-z0-9]{1,31};")
_XML_NAMES = frozenset((b"&amp;", b"&lt;", b"&gt;", b"&quot;", b"&apos;"))
"""The names that XML itself has for signs."""


def read_xml(content: bytes) -> Element:
    """Return the root element; raises ValueError with a sentence for the person.

    Nesting deeper than 256 is refused by the parser, entities and a document's own
    declarations by us. Slips that say nothing are passed over: see `_mended`.
    """
    if len(content) > WITH_PICTURES:
        raise ValueError(f"it is larger than {WITH_PICTURES // 1_000_000} MB.")
    try:
        root = _parsed(content)
    except _UNREADABLE as reason:
        mended = _mended(content)
        if mended == content:
            raise ValueError(_why(reason)) from reason
        try:
            root = _parsed(mended)
        except _UNREADABLE as still:
            raise ValueError(_why(still)) from still
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(dtd.iterentities(), None) is not None:
        raise ValueError("it declares entities of its own, which may be harmful.")
    return root


def _parsed(content: bytes) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True
    )
    return etree.fromstring(content, parser)


def _mended(content: bytes) -> bytes:
    """Return a file without the slips of programs that put XML together as text.

    Blank lines before its declaration, no blank inside that, control signs, and the names that
    HTML has for letters; inside CDATA they stand for HTML's letters by number as well.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content
    content = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    content = _DECLARED.sub(rb"\1 \2", content, count=1)
    content = _CONTROL.sub(b"", content)
    return _NAMED.sub(_by_number, content)


def _by_number(found: "re.Match[bytes]") -> bytes:
    letters = html5.get(found[0][1:].decode(), "")
    if found[0] in _XML_NAMES or not letters:
        return found[0]
    return "".join(f"&#{ord(letter)};" for letter in letters).encode()


def name(element: Element) -> str:
    """Return an element's name without its namespace, "" for a comment."""
    tag = element.tag
    return etree.QName(tag).localname if isinstance(tag, str) else ""


def _why(reason: Exception) -> str:
    """Return where the file breaks; what the parser says of it is for programmers."""
    line = getattr(reason, "lineno", None)
    place = f", from line {line} on" if line else ""
    return f"it is no XML that can be read{place}."
