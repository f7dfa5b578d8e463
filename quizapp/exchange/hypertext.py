"""Plain text as HTML, and HTML as plain text: what questions look like inside packages.

Nothing of a file's HTML survives but its words and line breaks, so there is nothing in it that
could run, load or mislead.
"""

import html
import re
from dataclasses import dataclass, field

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tr",
        "ul",
    }
)
_UNSEEN = frozenset({"head", "script", "style", "template", "title", "noscript", "rp"})
_PICTURES = frozenset(
    {"img", "svg", "picture", "canvas", "object", "video", "audio", "iframe", "embed"}
)


@dataclass(frozen=True, slots=True)
class Plain:
    """The words of a piece of HTML, and whether a picture or sound was left behind."""

    text: str
    pictures: bool = False


def xml_safe(text: str) -> str:
    """Return a text without the control characters that no XML document can hold (XML 1.0, 2.2)."""
    return _NOT_XML.sub("", text)


def to_html(text: str) -> str:
    """Return a plain text as HTML: its signs escaped, its lines kept."""
    return html.escape(xml_safe(text), quote=False).replace("\n", "<br>")


def to_plain(markup: str) -> Plain:
    """Return the words of HTML, blocks on lines of their own, white space folded."""
    root = parse_html(markup)
    return Plain("") if root is None else plain_of(root)


def parse_html(markup: str) -> etree._Element | None:
    """Return the tree of a piece of HTML, however broken it is; None where it is empty."""
    if not markup.strip():
        return None
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    content = f"<html><body>{xml_safe(markup)}</body></html>".encode()
    parser.feed(b"\xef\xbb\xbf" + content)
    root: etree._Element | None = parser.close()
    return root


def plain_of(root: etree._Element) -> Plain:
    """Return the words of a tree, its namespaces not heeded."""
    written = _Written()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            written.open(element)
        else:
            written.close(element)
            if element is not root:
                written.words(element.tail)
    return Plain(written.text(), written.pictures)


def local_name(element: etree._Element) -> str:
    """Return the element's name without its namespace, in small letters; "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


@dataclass(slots=True)
class _Written:
    """The lines written so far, and how deep inside something unseen the walk is."""

    lines: list[str] = field(default_factory=lambda: [""])
    unseen: int = 0
    pictures: bool = False

    def open(self, element: etree._Element) -> None:
        name = local_name(element)
        if not name or name in _UNSEEN:
            self.unseen += 1
            return
        self.pictures = self.pictures or name in _PICTURES
        if name in _BLOCKS:
            self._border()
        elif name == "br":
            self.lines.append("")
        self.words(element.text)

    def close(self, element: etree._Element) -> None:
        name = local_name(element)
        if not name or name in _UNSEEN:
            self.unseen -= 1
        elif name in _BLOCKS:
            self._border()
        elif name in {"td", "th"}:
            self.words(" ")

    def words(self, text: str | None) -> None:
        if text and not self.unseen:
            self.lines[-1] += text

    def text(self) -> str:
        lines = [_SPACES.sub(" ", line).strip(" ") for line in self.lines]
        return "\n".join(lines).strip("\n")

    def _border(self) -> None:
        if self.lines[-1].strip():
            self.lines.append("")
