"""The files beside a collection: numbered in the package, their names in a list of their own.

The list is JSON, and since Anki 2.1.50 a packed protocol buffer; then the files are packed too
(Anki's `proto/anki/import_export.proto`: MediaEntries.entries = 1, MediaEntry.name = 1).
"""

import json
from urllib.parse import unquote

import zstandard

from quizapp.domain.picture import LARGEST, Picture
from quizapp.exchange.anki.fields import messages_of, texts_of
from quizapp.exchange.archives import unpack
from quizapp.exchange.pictures import Look
from quizapp.exchange.understood import WITH_PICTURES

LIST = "media"
_LONGEST_LIST = 20_000_000
_PACKED = b"\x28\xb5\x2f\xfd"
"""How whatever is packed begins (RFC 8878, 3.1.1)."""
_SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".webp")


def written(shown: list[Picture]) -> dict[str, bytes]:
    """Return the members of a package that hold these pictures, and their list."""
    by_name = {picture.file_name: picture.data for picture in shown}
    names = {str(number): name for number, name in enumerate(by_name)}
    files = {number: by_name[name] for number, name in names.items()}
    return {LIST: json.dumps(names).encode(), **files}


def look_into(content: bytes, listed: bytes, largest: int = WITH_PICTURES) -> Look:
    """Return what finds the pictures of a package by their names; sounds are never unpacked.

    It refuses what goes beyond `largest` bytes of all. Raises ValueError where they unpack to
    far too much.
    """
    numbers = _numbers(listed)
    members = unpack(content, only=frozenset(numbers.values()))
    kept: dict[str, bytes] = {}
    left = largest

    def look(place: str) -> bytes | None:
        nonlocal left
        number = numbers.get(place, numbers.get(unquote(place), ""))
        if number not in members or number in kept:
            return kept.get(number)
        if left <= 0:
            raise ValueError("the package holds too many")
        kept[number] = unpacked(members[number], LARGEST)
        left -= len(kept[number])
        return kept[number]

    return look


def unpacked(content: bytes, largest: int) -> bytes:
    """Return what is packed, or what is not as it is, at most a byte more than `largest`.

    Raises ValueError where it is damaged.
    """
    if not content.startswith(_PACKED):
        return content
    try:
        with zstandard.ZstdDecompressor().stream_reader(content) as reader:
            whole: bytes = reader.read(largest + 1)
    except (zstandard.ZstdError, MemoryError) as reason:
        raise ValueError("it is damaged") from reason
    return whole


def _numbers(listed: bytes) -> dict[str, str]:
    """Return the numbers of the pictures by their names; a damaged list has none."""
    try:
        whole = unpacked(listed, _LONGEST_LIST)
        if listed.startswith(_PACKED):
            found = {
                str(number): texts_of(entry).get(1, "")
                for number, entry in enumerate(messages_of(whole, 1))
            }
        else:
            found = {str(number): str(name) for number, name in json.loads(whole).items()}
    except (ValueError, AttributeError, RecursionError):
        return {}
    return {
        name: number for number, name in found.items() if name.lower().endswith(_SUFFIXES)
    }
