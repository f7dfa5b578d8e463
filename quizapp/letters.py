"""From bytes to letters: which encoding a plain text is in where it does not say so.

UTF-8 and UTF-16 tell by their form. Of the code pages for Latin letters that one is taken in
which the letters beyond ASCII are those of one language: French has à and ê, which another
page takes for ŕ and ę. Other alphabets are told by charset-normalizer.
"""

import codecs
import unicodedata
from collections import Counter

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WEST = (
    "àâæçéèêëîïôœùûüÿ",  # French
    "äöüßéàè",  # German
    "áéíñóúüçºª",  # Spanish
    "àáâãçéêíóôõúüòºª",  # Portuguese
    "àèéìíîòóùúº",  # Italian
    "àçèéíïòóúü·",  # Catalan
    "áéëïóöüèêçâûô",  # Dutch, Frisian
    "åäöéüà",  # Swedish, Finnish
    "æøåéäöüòóô",  # Danish, Norwegian
    "áéíóúýðþæö",  # Icelandic
    "áéíóúàèìòùâêîôûŵŷ",  # Irish, Gaelic, Welsh
)
_MIDDLE = (
    "ąćęłńóśźż",  # Polish
    "áčďéěíňóřšťúůýžäöü",  # Czech
    "áäčďéíĺľňóôŕšťúýž",  # Slovak
    "áéíóöőúüű",  # Hungarian
    "ăâîşţșț",  # Romanian
    "čćđšž",  # Croatian, Bosnian, Serbian, Slovenian
    "çë",  # Albanian
)
_BALTIC = (
    "ąčęėįšųūž",  # Lithuanian
    "āčēģīķļņšūž",  # Latvian
    "äõöüšž",  # Estonian
)
_TURKISH = ("çğıöşüâîûİ",)
_PAGES = {
    "cp1252": _WEST,
    "cp1250": _MIDDLE,
    "iso8859_2": _MIDDLE,
    "cp1257": _BALTIC,
    "cp1254": _TURKISH,
    "mac_roman": _WEST,
}
"""The code pages of Latin letters, the likeliest first, and the letters of their languages."""
_SIGNS = frozenset("«»“”„‘’‚‹›–—…·•°§€£¥©®™×²½¼¾\xa0\xad")
"""Beyond ASCII, yet of no language."""
_WESTERN = "cp1252"
_TOO_FEW = 0.01
"""Share of bytes above 127 below which they are names and quotes in an English text."""
_FEW = 0.03
"""Share of bytes above 127 below which the letters are Latin."""
_SAMPLE = 100_000
"""Bytes that are looked at to guess an encoding."""


def decoded(data: bytes) -> str:
    """Return the text of the bytes in the encoding that fits best; what fits none is U+FFFD."""
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
    sample = data[:_SAMPLE]
    if b"\x00" in sample and _wide(data) != "utf-8":
        return _wide(data)
    odd = sum(byte > 127 for byte in sample) / len(sample)
    if odd < _TOO_FEW:
        return _WESTERN
    other = _of_another_alphabet(sample) if odd >= _FEW else None
    return other or max(_PAGES, key=lambda page: _fit(sample, page))


def _of_another_alphabet(sample: bytes) -> str | None:
    """Return the encoding of a text in Greek, Cyrillic, Chinese …, None where it is in Latin."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is None:
        return None
    letters = Counter(map(_alphabet, filter(str.isalpha, str(best))))
    latin = letters["LATIN"] + letters["MODIFIER"]
    return best.encoding if latin < 4 * (letters.total() - latin) else None


def _alphabet(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _fit(sample: bytes, page: str) -> float:
    """Return the share of the letters beyond ASCII that one language of the page has."""
    text = sample.decode(page, errors="replace").lower()
    odd = Counter(one for one in text if ord(one) > 127 and one not in _SIGNS)
    return max(
        sum(odd[one] for one in letters.lower()) / max(1, odd.total())
        for letters in _PAGES[page]
    )
