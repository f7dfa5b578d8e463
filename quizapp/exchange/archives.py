"""Zip archives: written the same for the same content, read only as far as is safe."""

import struct
import zipfile
import zlib
from collections.abc import Container, Mapping
from io import BytesIO
from pathlib import PurePosixPath

LARGEST = 100_000_000
"""Bytes: an archive of questions that unpacks to more was made to do harm."""
MOST_MEMBERS = 10_000
MOST_TIMES = 1_000
"""How many times its packed size a member may unpack to, above `SMALL`."""
SMALL = 1_000_000
_ENCRYPTED = 0x1
_BROKEN: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    struct.error,
)
"""What `zipfile` raises for bytes that are not what they promise."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment a zip archive can name: content alone decides the bytes."""


def pack(members: Mapping[str, bytes]) -> bytes:
    """Return a zip archive of these members, by name, in this order."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return packed.getvalue()


def unpack(
    content: bytes, *, largest: int = LARGEST, only: Container[str] | None = None
) -> dict[str, bytes]:
    """Return an archive's members by name, folders left out; nothing touches the disk.

    With `only` just those members, the others unseen.

    Raises ValueError with a sentence for the person where it is no archive, is locked, names a
    place outside itself, or unpacks to more than `largest` bytes.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(content))
    except _BROKEN as reason:
        raise ValueError("its archive is damaged or incomplete.") from reason
    with archive:
        wanted = _checked(archive, largest, only)
        try:
            return {entry.filename: archive.read(entry) for entry in wanted}
        except _BROKEN as reason:
            raise ValueError("its archive is damaged or incomplete.") from reason


def _checked(
    archive: zipfile.ZipFile, largest: int, only: Container[str] | None
) -> list[zipfile.ZipInfo]:
    """Return the members that hold something; sizes are the declared ones, which bind `read`."""
    entries = archive.infolist()
    if len(entries) > MOST_MEMBERS:
        raise ValueError("its archive holds far more files than questions need.")
    if only is not None:
        entries = [entry for entry in entries if entry.filename in only]
    if sum(entry.file_size for entry in entries) > largest or any(map(_swells, entries)):
        raise ValueError("its archive unpacks to far more than questions need.")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise ValueError("its archive is locked by a password.")
    for entry in entries:
        if not is_inside(entry.filename):
            raise ValueError(f"its archive names a place outside itself: {entry.filename}")
    return [entry for entry in entries if not entry.is_dir()]


def _swells(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > max(SMALL, MOST_TIMES * entry.compress_size)


def is_inside(name: str) -> bool:
    """Tell whether a member's name stays inside its archive."""
    path = PurePosixPath(name.replace("\\", "/"))
    drive = len(name) > 1 and name[1] == ":"
    return bool(name) and not path.is_absolute() and not drive and ".." not in path.parts
