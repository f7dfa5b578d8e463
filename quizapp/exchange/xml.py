"""XML from outside: parsed without entities, without looking anything up, to a limit."""

from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from quizapp.exchange.understood import WITH_PICTURES

Element = Any
"""An lxml element: the library ships no types."""


def read_xml(content: bytes) -> Element:
    """Return the root element; raises ValueError with a sentence for the person.

    Nesting deeper than 256 is refused by the parser, entities and a document's own
    declarations by us.
    """
    if len(content) > WITH_PICTURES:
        raise ValueError(f"it is larger than {WITH_PICTURES // 1_000_000} MB.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as reason:
        raise ValueError(f"it is no XML that can be read: {_first(reason)}.") from reason
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(dtd.iterentities(), None) is not None:
        raise ValueError("it declares entities of its own, which may be harmful.")
    return root


def name(element: Element) -> str:
    """Return an element's name without its namespace, "" for a comment."""
    tag = element.tag
    return etree.QName(tag).localname if isinstance(tag, str) else ""


def _first(reason: Exception) -> str:
    return (
        str(reason).strip().splitlines()[0].rstrip(".") if str(reason).strip() else "empty"
    )
