"""Read a plain text file: its words exactly as they stand, line endings aside."""

import re

from quizapp.errors import UnreadableFile
from quizapp.letters import decoded

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROL = 0.002
"""Share of control characters above which a file is no text."""


def decode(data: bytes, name: str) -> str:
    """Return the text of the bytes, line endings folded to newlines, byte order mark removed.

    Raises `UnreadableFile` where the bytes are no text.
    """
    text = decoded(data)
    if len(_CONTROL.findall(text)) > _MOST_CONTROL * len(text):
        raise UnreadableFile(name, "it is not a text file.")
    return even(text)


def even(text: str) -> str:
    """Return the text with newlines as its only line ends and nothing that cannot be stored."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"[\x00\ud800-\udfff]", "\ufffd", plain)


def mended(text: str) -> str:
    """Return the text with wrongly decoded letters put right, or itself where it has none."""
    import ftfy
    from ftfy.badness import badness

    if not badness(text):
        return text
    better = ftfy.fix_encoding(text)
    return better if badness(better) < badness(text) else text
