"""Read Markdown: headings, paragraphs, lists, tables and code as CommonMark sees them."""

import re

from markdown_it import MarkdownIt

from quizapp.errors import NoTextInFile
from quizapp.reading.blocks import Document
from quizapp.reading.html import parse
from quizapp.reading.markup import pieces_of
from quizapp.reading.text import decode

_MATTER = re.compile(
    r"---[^\S\n]*\n(?P<lines>(?:[^\n]*\n){0,200}?)(?:---|\.\.\.)[^\S\n]*(?:\n|$)"
)
_TITLE = re.compile(r"(?im)^title\s*:\s*[\"']?(?P<title>.*?)[\"']?\s*$")
_NOTE = re.compile(r"(?m)^\[\^[^\]\n]+\]:[^\n]*$|\[\^[^\]\n]+\]")


def read(data: bytes, name: str) -> Document:
    """Return the blocks and the title of the front matter; raises `NoTextInFile`."""
    text = decode(data, name)
    matter = _MATTER.match(text)
    named = _TITLE.search(matter["lines"]) if matter else None
    body = text[matter.end() :] if matter else text
    page = MarkdownIt("commonmark").enable("table").render(_NOTE.sub("", body))
    if not page.strip():
        raise NoTextInFile(name)
    pieces = pieces_of(parse(page, name))
    if not pieces:
        raise NoTextInFile(name)
    return Document(named["title"] if named else None, pieces)
