"""Read QTI files, single or in a package: where they are, and what their words are."""

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from quizapp.exchange.archives import unpack
from quizapp.exchange.markup import to_text
from quizapp.exchange.understood import LARGEST, Gathering
from quizapp.exchange.xml import Element, name, read_xml

_MANIFEST = "imsmanifest.xml"
_WHOLE, _BARE = ".xml.qti", "assessment_qti.xml"
"""A whole course of Canvas has each quiz twice, the second time with less in it."""
_BOTH = "it holds a picture or sound, which is left out"


def documents(content: bytes) -> Iterator[tuple[str, Element]]:
    """Yield each XML document with its place, the manifest left out.

    Raises ValueError with a sentence for the person where there is none or one is hostile.
    """
    if not content.startswith(b"PK"):
        yield "", read_xml(content)
        return
    members = unpack(content, largest=LARGEST)
    whole = any(path.endswith(_WHOLE) for path in members)
    for path, member in members.items():
        told_twice = whole and path.endswith(_BARE)
        wanted = path.lower().endswith((".xml", _WHOLE)) and not path.endswith(_MANIFEST)
        if wanted and not told_twice:
            yield path, read_xml(member)


def title_of(content: bytes) -> str:
    """Return the title that a package's manifest gives, "" where there is none."""
    if not content.startswith(b"PK"):
        return ""
    members = unpack(content, largest=LARGEST)
    found = next((path for path in members if path.endswith(_MANIFEST)), None)
    if found is None:
        return ""
    head = child(read_xml(members[found]), "metadata")
    titles = [] if head is None else [one for one in head.iter() if name(one) == "title"]
    words = "".join(titles[0].itertext()) if titles else ""
    return " ".join(words.split())


def holds(content: bytes, *markers: bytes) -> bool:
    """Tell by a look whether a file, or one in a package, has any of these bytes."""
    if not content.startswith(b"PK"):
        return any(marker in content for marker in markers)
    try:
        members = unpack(content, largest=LARGEST)
    except ValueError:
        return False
    parts = (
        part for path, part in members.items() if path.lower().endswith((".xml", _WHOLE))
    )
    return any(marker in part for part in parts for marker in markers)


def child(element: Element, wanted: str) -> Element | None:
    """Return the first child of a name."""
    return next((one for one in element if name(one) == wanted), None)


def below(element: Element, *wanted: str) -> list[Element]:
    """Return every element of these names inside."""
    return [one for one in element.iter() if name(one) in wanted]


def words_of(gathering: Gathering, where: str, element: Element) -> str:
    """Return what an element says, and note what it shows that has no words."""
    bare = deepcopy(element)
    bare.tail = None
    for one in bare.iter():
        if isinstance(one.tag, str):
            one.tag = name(one)
            one.attrib.clear()
    etree.cleanup_namespaces(bare)
    return html_words(
        gathering, where, etree.tostring(bare, encoding="unicode", method="html")
    )


def html_words(gathering: Gathering, where: str, markup: str) -> str:
    """Return the words of HTML, and note what it shows that has no words."""
    text, pictures = to_text(markup)
    if pictures:
        gathering.change(where, _BOTH)
    return text
