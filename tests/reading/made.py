"""Real files of every kind, made from one text of our own."""

import html
import textwrap
import zipfile
from io import BytesIO

import docx
from docx.document import Document

from quizapp.domain.article import Article

Page = list[tuple[int, int, int, str]]
"""Size, x, y and words of each line."""

TITLE = "The Lighthouse of Norrby"
PARAGRAPHS = (
    (
        "The lighthouse of Norrby was built in 1871 by Mr. Anders Holm, an engineer from the "
        "U.S. Navy. It cost 3.5 million crowns."
    ),
    (
        "Its lamp could be seen from 40 km away. “Nobody sails past us in the dark!” wrote the "
        "first keeper, Elsa Lund, in her well-known diary. She lived there for 31 years."
    ),
    (
        "In 1923 a storm broke the lamp, and the tower stood dark until the harbour office of "
        "Norrby sent a new one. The island’s fishermen paid for half of it; the rest came from "
        "the government."
    ),
    "The last keeper left in 1968. Since then the light has been automatic.",
)
HEADING = "After the Storm"
CAPTION = "Elsa Lund stands beside the great lamp in the summer of 1899"


def sentences(article: Article) -> list[str]:
    """Return the article's sentences with white space folded."""
    return [" ".join(s.of(article.text).split()) for s in article.sentences]


def blocks() -> list[tuple[str, str]]:
    """Return (kind, words) in the order of the page."""
    prose = [("p", words) for words in PARAGRAPHS]
    return [
        ("h1", TITLE),
        prose[0],
        ("p", CAPTION),
        prose[1],
        ("h2", HEADING),
        *prose[2:],
    ]


def txt() -> bytes:
    return "\n\n".join(words for _, words in blocks()).encode()


def md() -> bytes:
    marks = {"h1": "# ", "h2": "## ", "p": ""}
    return "\n\n".join(
        marks[kind] + textwrap.fill(words, 70) for kind, words in blocks()
    ).encode()


def body() -> str:
    return "\n".join(f"<{kind}>{html.escape(words)}</{kind}>" for kind, words in blocks())


def web() -> bytes:
    return (
        f"<!DOCTYPE html><html><head><title>{TITLE} | Island News</title>"
        "<script>var a = 1;</script><style>p { color: red }</style></head><body>"
        "<nav><a href='/'>Home</a> <a href='/news'>News</a></nav>"
        f"<article>{body()}</article>"
        "<footer>© 2020 Island News. All rights reserved.</footer></body></html>"
    ).encode()


def word() -> bytes:
    document = docx.Document()
    for kind, words in blocks():
        if kind == "h1":
            document.add_heading(words, level=0)
        elif kind == "h2":
            document.add_heading(words, level=1)
        else:
            document.add_paragraph(words)
    return saved(document)


def saved(document: Document) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def archive(members: dict[str, str]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in members.items():
            zipped.writestr(name, content)
    return file.getvalue()


CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">'
    '<rootfiles><rootfile full-path="OPS/book.opf" '
    'media-type="application/oebps-package+xml"/></rootfiles></container>'
)


def book(chapters: list[str] | None = None, extra: dict[str, str] | None = None) -> bytes:
    """Return an EPUB; the chapters stand in the zip in the opposite order of the spine."""
    chapters = chapters or [
        (
            f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head>'
            f"<body>{body()}</body></html>"
        )
    ]
    items = "".join(
        f'<item id="c{n}" href="chapter%20{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" version="3.0">'
        f"<metadata><dc:title>{TITLE}</dc:title></metadata>"
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    members = {"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER}
    members["OPS/book.opf"] = package
    for n, chapter in reversed(list(enumerate(chapters))):
        members[f"OPS/chapter {n}.xhtml"] = chapter
    return archive(members | (extra or {}))


def printed(pages: list[Page] | None = None) -> bytes:
    """Return a PDF; a page is a list of (size, x, y, words)."""
    pages = pages if pages is not None else laid_out()
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    kids = []
    for page in pages:
        stream = "".join(
            f"BT /F1 {size} Tf {x} {y} Td ({escaped(words)}) Tj ET\n"
            for size, x, y, words in page
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}endstream")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return assembled(objects)


def assembled(objects: list[str]) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(out)
    return (
        out
        + (
            f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
            f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
        ).encode()
    )


def escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def laid_out(lines_a_page: int = 12, width: int = 60) -> list[Page]:
    """Return the text on pages with a header, page numbers and hyphens at line ends."""
    sizes = {"h1": 20, "h2": 15, "p": 11}
    pages: list[Page] = []
    page: Page = []
    y = 760
    for kind, words in blocks():
        for line in hyphenated(words, width if kind == "p" else 45):
            if len(page) == lines_a_page:
                pages.append(page)
                page, y = [], 760
            page.append((sizes[kind], 72, y, line))
            y -= round(sizes[kind] * 1.25)
        y -= 10
    pages.append(page)
    return [
        [(9, 72, 810, "Island News"), *page, (9, 300, 40, str(number))]
        for number, page in enumerate(pages, start=1)
    ]


def hyphenated(words: str, width: int) -> list[str]:
    lines = textwrap.wrap(words, width)
    for n, line in enumerate(lines[:-1]):
        first, *rest = lines[n + 1].split(" ")
        if len(first) > 8 and first.isalpha() and len(line) + 5 < width + 4:
            lines[n] = f"{line} {first[:4]}-"
            lines[n + 1] = " ".join([first[4:], *rest])
    return lines


ALL = {
    "norrby.txt": txt,
    "norrby.md": md,
    "norrby.html": web,
    "norrby.pdf": printed,
    "norrby.docx": word,
    "norrby.epub": book,
}
