"""Read a plain text file: its words exactly as they stand, line endings aside."""

import codecs
import re

from quizapp.errors import UnreadableFile

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROL = 0.002
"""Share of control characters above which a file is no text."""
_FEW_ODD = 0.03
"""Share of bytes above 127 below which Western Europe's Windows encoding is likeliest."""
_SAMPLE = 100_000
"""Bytes that are looked at to guess an encoding."""


def decode(data: bytes, name: str) -> str:
    """Return the text of the bytes, line endings folded to newlines, byte order mark removed.

    Raises `UnreadableFile` where the bytes are no text.
    """
    text = _decoded(data)
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


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_guessed(data), errors="replace")
    return text if "\x00" not in text else data.decode(_wide(data), errors="replace")


def _wide(data: bytes) -> str:
    """Return which of UTF-16's two orders has its zero bytes where English has them."""
    even, odd = data[0:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    if min(even, odd) * 20 > max(even, odd) or 5 * max(even, odd) < len(data[:_SAMPLE]):
        return "utf-8"
    return "utf-16-le" if odd > even else "utf-16-be"


def _guessed(data: bytes) -> str:
    if b"\x00" in data[:_SAMPLE] and _wide(data) != "utf-8":
        return _wide(data)
    odd = sum(byte > 127 for byte in data[:_SAMPLE])
    if odd < _FEW_ODD * len(data[:_SAMPLE]):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding if best is not None else "cp1252"
