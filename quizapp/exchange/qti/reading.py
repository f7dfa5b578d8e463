"""Read QTI files, single or in a package: where they are, and what their words are."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import PurePosixPath

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from quizapp.domain.picture import Picture
from quizapp.exchange import pictures
from quizapp.exchange.archives import unpack
from quizapp.exchange.markup import Read, Shown, read
from quizapp.exchange.pictures import Look, among, nowhere
from quizapp.exchange.understood import WITH_PICTURES, Gathering
from quizapp.exchange.xml import Element, name, read_xml

_MANIFEST = "imsmanifest.xml"
_WHOLE, _BARE = ".xml.qti", "assessment_qti.xml"
"""A whole course of Canvas has each quiz twice, the second time with less in it."""
LEFT_OUT = "it holds a picture or sound, which is left out"
_SHOWING = {"img": ("src", "alt"), "object": ("data", "type")}
"""The elements that show a picture, and what tells of it."""


@dataclass(frozen=True, slots=True)
class Document:
    """An XML file, alone or in a package."""

    path: str
    """In the package, "" where it is alone."""
    root: Element
    look: Look
    """Finds the pictures that it names."""


def documents(content: bytes) -> Iterator[Document]:
    """Yield each XML document, the manifest left out.

    Raises ValueError with a sentence for the person where there is none or one is hostile.
    """
    if not content.startswith(b"PK"):
        yield Document("", read_xml(content), nowhere)
        return
    members = unpack(content, largest=WITH_PICTURES)
    whole = any(path.endswith(_WHOLE) for path in members)
    for path, member in members.items():
        told_twice = whole and path.endswith(_BARE)
        wanted = path.lower().endswith((".xml", _WHOLE)) and not path.endswith(_MANIFEST)
        if wanted and not told_twice:
            look = among(members, str(PurePosixPath(path).parent))
            yield Document(path, read_xml(member), look)


def title_of(content: bytes) -> str:
    """Return the title that a package's manifest gives, "" where there is none."""
    if not content.startswith(b"PK"):
        return ""
    members = unpack(content, largest=WITH_PICTURES)
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
        members = unpack(content, largest=WITH_PICTURES)
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


def words(element: Element) -> str:
    """Return what an element says, whatever it shows besides."""
    return said_in(element).text


def words_of(gathering: Gathering, where: str, element: Element) -> str:
    """Return what an element says, and note what it shows that has no words."""
    return words_said(gathering, where, said_in(element))


def words_said(gathering: Gathering, where: str, found: Read) -> str:
    """Return the words of an answer or a feedback; its pictures are left out and noted."""
    if found.shown:
        gathering.change(where, pictures.OUTSIDE)
    if found.others:
        gathering.change(where, pictures.OTHERS)
    return found.text


def html_words(gathering: Gathering, where: str, markup: str) -> str:
    """Return the words of HTML whose pictures and sounds are not looked for, and note them."""
    found = read(markup)
    if found.beyond_words:
        gathering.change(where, LEFT_OUT)
    return found.text


def said_in(element: Element) -> Read:
    """Return what an element says and shows."""
    bare = deepcopy(element)
    bare.tail = None
    for one in bare.iter():
        if isinstance(one.tag, str):
            one.tag = name(one)
            kept = {key: one.get(key) for key in _SHOWING.get(one.tag, ()) if one.get(key)}
            one.attrib.clear()
            one.attrib.update(kept)
    etree.cleanup_namespaces(bare)
    return read(etree.tostring(bare, encoding="unicode", method="html"))


def picture_of(
    gathering: Gathering, where: str, shown: Sequence[Shown], look: Look
) -> Picture | None:
    """Return the picture of what is asked, and note those that are left out."""
    picture, left = pictures.one_of(shown, look)
    for one in left:
        gathering.change(where, one)
    return picture
