"""Plain text as HTML and HTML as plain text: a question holds no markup."""

import re
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
_PICTURES = frozenset({"img", "svg", "video", "audio", "embed", "canvas"})
_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_BREAK = "\x0b"
"""A line break that was asked for, unlike one between blocks."""
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def printable(text: str) -> str:
    """Return a text without what no file format can hold: control signs and half characters."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def to_html(text: str) -> str:
    """Return HTML that shows the text as it stands, its line breaks and runs of spaces too."""
    safe = escape(printable(text), quote=False).replace("\t", "    ")
    return safe.replace("  ", " &nbsp;").replace("\n", "<br>")


def to_text(markup: str) -> tuple[str, bool]:
    """Return the words of some HTML, and whether a picture or sound was left out of it.

    Whatever it asks to load or run is never looked at.
    """
    markup = printable(markup)
    if "<" not in markup and "&" not in markup:
        return _tidy(_flat(markup)), False
    parser = etree.HTMLParser(no_network=True, recover=True)
    root = etree.fromstring(f"<html><body>{markup}</body></html>", parser)
    pieces: list[str] = []
    seen = _read(root, pieces)
    return _tidy("".join(pieces), lines=True), seen


def _read(root: Any, pieces: list[str]) -> bool:  # noqa: ANN401 - lxml's element
    """Gather the words in order; return whether something was seen that is no text."""
    seen, skipped = False, 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = element.tag
        if event in {"comment", "pi"}:
            pieces.append("" if skipped else _flat(element.tail))
            continue
        if event == "start":
            seen = seen or tag in _PICTURES
            skipped += tag in _SILENT
            if not skipped:
                pieces += _opening(tag), _shifted(element)
            continue
        skipped -= tag in _SILENT
        if not skipped:
            pieces.append("\n" if tag in _BLOCKS else "")
            if element is not root:
                pieces.append(_flat(element.tail))
    return seen


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
