"""What a damaged or hostile file can do, and how far it is let."""

import struct
import zipfile
import zlib
from io import BytesIO

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from quizapp.errors import PasswordProtected, UnreadableFile

MALFORMED: tuple[type[Exception], ...] = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    etree.LxmlError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
"""What libraries raise when the bytes are not what they expect; beside their own errors."""

_MOST_MEMBERS = 10_000
_MOST_UNPACKED = 200_000_000
"""Bytes: a file that unpacks to more was made to do harm."""
_ENCRYPTED = 0x1


def open_archive(data: bytes, name: str) -> zipfile.ZipFile:
    """Return the zip archive; raises `UnreadableFile` where it is none or far too large.

    Sizes are the declared ones: `zipfile` never unpacks more than that. Raises
    `PasswordProtected` where a member is encrypted.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except MALFORMED as reason:
        raise UnreadableFile(name, "the file is damaged or incomplete.") from reason
    members = archive.infolist()
    if len(members) > _MOST_MEMBERS or sum(m.file_size for m in members) > _MOST_UNPACKED:
        raise UnreadableFile(name, "it unpacks to far more than a text needs.")
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise PasswordProtected(name)
    return archive


def parse_xml(data: bytes) -> etree._Element:
    """Return the root of an XML document; entities stay closed, nothing is fetched."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    root = etree.fromstring(data, parser)
    if root is None:
        raise ValueError("an XML document without an element")
    return root
