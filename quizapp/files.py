"""The only places where a user's file is opened."""

import errno
import os
from pathlib import Path
from secrets import token_hex

from quizapp.errors import CannotWrite, FileTooLarge, UnreadableFile

LARGEST = 20_000_000
"""Bytes: articles above this are refused before they are read."""


def read_bytes(path: Path, limit: int = LARGEST) -> bytes:
    """Return the file's bytes.

    Raises `FileTooLarge` above `limit` bytes, `UnreadableFile` where the system says no.
    """
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            content = file.read(limit + 1)
    except FileNotFoundError as reason:
        raise UnreadableFile(path.name, "there is no such file.") from reason
    except IsADirectoryError as reason:
        raise UnreadableFile(path.name, "it is a folder.") from reason
    except PermissionError as reason:
        words = "it is a folder." if path.is_dir() else "you may not open it."
        raise UnreadableFile(path.name, words) from reason
    except OSError as reason:
        raise UnreadableFile(path.name, f"{reason.strerror or reason}.") from reason
    if len(content) > limit:
        raise FileTooLarge(path.name, size, limit)
    return content


def write_atomically(path: Path, content: bytes) -> None:
    """Write the whole file or leave what was there; raises `CannotWrite`.

    The file may be read by whoever may read a new file in that folder.
    """
    draft = path.parent / f".{token_hex(8)}.part"
    try:
        file = draft.open("xb")
    except OSError as reason:
        raise cannot_write(path, reason) from reason
    try:
        with file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as reason:
        draft.unlink(missing_ok=True)
        raise cannot_write(path, reason) from reason


def cannot_write(path: Path, reason: OSError) -> CannotWrite:
    """Return the error that tells a full disk from a closed and from a missing folder."""
    return CannotWrite(
        str(path),
        disk_full=reason.errno in {errno.ENOSPC, errno.EDQUOT},
        missing=reason.errno == errno.ENOENT,
        folder=path.is_dir(),
    )


def check_place(path: Path) -> None:
    """Check, before any work, that a file can stand there.

    Raises `CannotWrite` where it plainly cannot.
    """
    if path.is_dir():
        raise CannotWrite(str(path), folder=True)
    if not path.parent.is_dir():
        raise CannotWrite(str(path), missing=True)
    if not os.access(path.parent, os.W_OK):
        raise CannotWrite(str(path))
