"""Plain text as HTML and HTML as plain text: a question holds no markup."""

import re
from dataclasses import dataclass
from html import escape
from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "dd",
        "div",
        "dl",
        "dt",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ]
)
_SILENT = frozenset({"script", "style", "head", "template", "object", "iframe"})
_OTHERS = frozenset({"svg", "video", "audio", "embed", "canvas"})
_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_BREAK = "\x0b"
"""A line break that was asked for, unlike one between blocks."""
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture that HTML shows: where it lies, and how it is described."""

    place: str
    described: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """What some HTML says and shows."""

    text: str
    shown: tuple[Shown, ...] = ()
    others: bool = False
    """Whether there is a sound, a film or a drawing besides."""

    @property
    def beyond_words(self) -> bool:
        """Whether there is anything besides its words, a picture or a sound."""
        return bool(self.shown) or self.others


def printable(text: str) -> str:
    """Return a text without what no file format can hold: control signs and half characters."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def to_html(text: str) -> str:
    """Return HTML that shows the text as it stands, its line breaks and runs of spaces too."""
    safe = escape(printable(text), quote=False).replace("\t", "    ")
    return safe.replace("  ", " &nbsp;").replace("\n", "<br>")


def read(markup: str) -> Read:
    """Return what some HTML says and shows; what it asks to load or run is never looked at."""
    markup = printable(markup)
    if "<" not in markup and "&" not in markup:
        return Read(_tidy(_flat(markup)))
    parser = etree.HTMLParser(no_network=True, recover=True)
    root = etree.fromstring(f"<html><body>{markup}</body></html>", parser)
    pieces: list[str] = []
    _gather(root, pieces)
    inside = list(root.iter())
    return Read(
        _tidy("".join(pieces), lines=True),
        tuple(Shown(*place) for one in inside if (place := _picture(one)) is not None),
        any(one.tag in _OTHERS for one in inside),
    )


def _picture(element: Any) -> tuple[str, str] | None:  # noqa: ANN401 - lxml's element
    """Return the place and the description of a picture; None where an element is none."""
    if element.tag == "img":
        return element.get("src") or "", element.get("alt") or ""
    if element.tag == "object" and (element.get("type") or "").startswith("image/"):
        return element.get("data") or "", "".join(element.itertext())
    return None


def _gather(root: Any, pieces: list[str]) -> None:  # noqa: ANN401 - lxml's element
    """Gather the words in order."""
    skipped = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = element.tag
        if event in {"comment", "pi"}:
            pieces.append("" if skipped else _flat(element.tail))
            continue
        if event == "start":
            skipped += tag in _SILENT
            if not skipped:
                pieces += _opening(tag), _shifted(element)
            continue
        skipped -= tag in _SILENT
        if not skipped:
            pieces.append("\n" if tag in _BLOCKS else "")
            if element is not root:
                pieces.append(_flat(element.tail))


def _opening(tag: str) -> str:
    if tag == "br":
        return _BREAK
    return "\n" if tag in _BLOCKS else ""


def _shifted(element: Any) -> str:  # noqa: ANN401 - lxml's element
    """Return an element's own text, raised or lowered where it is."""
    text = _flat(element.text)
    table = {"sup": _RAISED, "sub": _LOWERED}.get(element.tag)
    if table is None or not all(ord(char) in table for char in text):
        return text
    return text.translate(table)


def _flat(text: str | None) -> str:
    """Return a text whose line breaks are spaces, as HTML shows it.

    A reference such as `&#1;` can spell what no text may hold.
    """
    return re.sub(r"[ \t\n]+", " ", printable(text or ""))


def _tidy(text: str, *, lines: bool = False) -> str:
    """Return the text with plain spaces; with `lines` without the blank ones of blocks."""
    if lines:
        text = re.sub(
            f" *[\n{_BREAK}][ \n{_BREAK}]*",
            lambda found: "\n" * max(1, found[0].count(_BREAK)),
            text,
        )
    return text.replace("\xa0", " ").strip()
