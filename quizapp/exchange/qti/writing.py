"""Small parts of every QTI file: elements, lines of text, and the package's manifest."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from quizapp.domain.picture import Picture
from quizapp.exchange.markup import printable
from quizapp.exchange.xml import Element

_FOLDER = "media"
"""Where a package keeps its pictures."""


@dataclass(frozen=True, slots=True)
class Resource:
    """A file that the manifest names, and the files that belong to it."""

    identifier: str
    kind: str
    path: str
    others: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    """The identifiers of other resources without which it is not whole."""


def place_of(picture: Picture) -> str:
    """Return where a picture lies in a package."""
    return f"{_FOLDER}/{picture.file_name}"


def resources_of(shown: Iterable[Picture]) -> dict[str, Resource]:
    """Return the manifest's entries for pictures by their places, each but once."""
    found = {place_of(picture): picture for picture in shown}
    return {
        place: Resource(f"p{picture.digest[:32]}", "webcontent", place)
        for place, picture in found.items()
    }


def identifier(question: UUID) -> str:
    """Return a question's id as XML takes identifiers: they begin with a letter."""
    return f"i{question}"


def add(parent: Element, name: str, text: str | None = None, **attributes: str) -> Element:
    """Return a new last child in the parent's namespace."""
    space = etree.QName(parent).namespace
    child = etree.SubElement(parent, f"{{{space}}}{name}" if space else name, attributes)
    if text is not None:
        child.text = printable(text)
    return child


def add_words(parent: Element, text: str) -> None:
    """Write a text after what the parent holds, its line breaks as `br`."""
    first, *lines = printable(text).split("\n")
    _append(parent, first)
    for line in lines:
        add(parent, "br").tail = line


def _append(parent: Element, text: str) -> None:
    last = parent[-1] if len(parent) else None
    if last is None:
        parent.text = (parent.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def as_bytes(root: Element) -> bytes:
    """Return a document."""
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return content


_LOM = "http://ltsc.ieee.org/xsd/LOM"


def manifest(
    space: str, schema: tuple[str, str], title: str, resources: Iterable[Resource]
) -> bytes:
    """Return `imsmanifest.xml` (IMS Content Packaging); `schema` is its name and version."""
    root = etree.Element(
        f"{{{space}}}manifest", {"identifier": "quizapp"}, nsmap={None: space}
    )
    head = add(root, "metadata")
    add(head, "schema", schema[0])
    add(head, "schemaversion", schema[1])
    lom = etree.SubElement(head, f"{{{_LOM}}}lom", nsmap={"lom": _LOM})
    add(add(add(lom, "general"), "title"), "string", title)
    add(root, "organizations")
    listed = add(root, "resources")
    for one in resources:
        entry = add(
            listed, "resource", identifier=one.identifier, type=one.kind, href=one.path
        )
        for path in (one.path, *one.others):
            add(entry, "file", href=path)
        for needed in one.needs:
            add(entry, "dependency", identifierref=needed)
    return as_bytes(root)
