"""An exam, and a plain list for Microsoft Forms, as Word documents that a teacher can edit."""

from collections.abc import Sequence
from datetime import UTC
from io import BytesIO
from typing import Any

import docx
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from quizapp.domain.article import PassageKind
from quizapp.domain.question_set import QuestionSet
from quizapp.exchange.archives import pack, unpack
from quizapp.exchange.drawing import drawn
from quizapp.exchange.losses import one_line
from quizapp.exchange.markup import printable
from quizapp.exchange.options import Options, Paper
from quizapp.exchange.paper import exam
from quizapp.exchange.paper.exam import Asked, Version
from quizapp.exchange.print_fonts import is_right_to_left
from quizapp.exchange.sheet import KEY, Sheet

_MARGIN = 20
_SIZES = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}
"""Millimetres."""
_INDENT = 9
_SERIF = "Cambria"
_RULED = "_" * 60


def dump(question_set: QuestionSet, options: Options) -> bytes:
    """Return all versions and, where it is wanted, the key in one document."""
    asked = exam.versions(question_set, "print-word", options)
    document = _document(options, question_set.title)
    for place, version in enumerate(asked):
        _version(document, question_set, version, options, first=place == 0)
    if options.with_key:
        _key(document, question_set.title, asked, first=False)
    return _saved(document)


def sheets(question_set: QuestionSet, options: Options) -> tuple[Sheet, ...]:
    """Return a document for each version, and one for the key."""
    asked, written = exam.versions(question_set, "print-word", options), []
    for version in asked:
        document = _document(options, question_set.title)
        _version(document, question_set, version, options, first=True)
        written.append(Sheet(version.label, _saved(document)))
    if options.with_key:
        document = _document(options, question_set.title)
        _key(document, question_set.title, asked, first=True)
        written.append(Sheet(KEY, _saved(document)))
    return tuple(written)


def dump_for_forms(question_set: QuestionSet, options: Options) -> bytes:
    """Return numbered questions with lettered options, as Microsoft Forms takes them in."""
    (version,) = exam.versions(question_set, "forms-word", _single(options))
    document = _document(options, question_set.title)
    for asked in version.asked:
        _line(document, one_line(asked.prompt), label=f"{asked.number}. ")
        _picture(document, asked, 0)
        for letter, text in zip(exam.LETTERS, asked.options, strict=False):
            _line(document, one_line(text), label=f"{letter}. ")
        _line(document, one_line(asked.right or asked.answer), label="Answer: ")
        _line(document, "")
    return _saved(document)


def _single(options: Options) -> Options:
    return Options(
        seed=options.seed,
        shuffle_questions=options.shuffle_questions,
        shuffle_answers=options.shuffle_answers,
        moment=options.moment,
    )


def _document(options: Options, title: str) -> Any:  # noqa: ANN401 - python-docx's own
    document = docx.Document()
    width, height = _SIZES[options.paper]
    section = document.sections[0]
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(_MARGIN)
    section.top_margin = section.bottom_margin = Mm(_MARGIN)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _SERIF, Pt(options.text_size)
    normal.paragraph_format.space_after = Pt(2)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = (
        printable(title)[:255],
        "",
        "",
    )
    properties.created = properties.modified = options.moment.astimezone(UTC)
    return document


def _saved(document: Any) -> bytes:  # noqa: ANN401 - python-docx's own
    """Return the document's bytes: the same for the same content."""
    written = BytesIO()
    document.save(written)
    return pack(unpack(written.getvalue()))


def _version(
    document: Any,  # noqa: ANN401 - python-docx's own
    question_set: QuestionSet,
    version: Version,
    options: Options,
    *,
    first: bool,
) -> None:
    _page(document, first=first)
    _head(document, question_set.title, version.name)
    by_hand = "    ".join(f"{label} ______________" for label in options.lines)
    _line(document, f"{by_hand}    ____ / {len(version.asked)}")
    if options.with_article:
        _article(document, question_set)
    for asked in version.asked:
        _question(document, asked)


def _page(document: Any, *, first: bool) -> None:  # noqa: ANN401 - python-docx's own
    if not first:
        document.add_section(WD_SECTION.NEW_PAGE)


def _head(document: Any, title: str, name: str) -> None:  # noqa: ANN401 - python-docx's own
    heading = _line(document, f"{title}\t{name}" if name else title, bold=True)
    for run in heading.runs:
        run.font.size = Pt(document.styles["Normal"].font.size.pt * 1.35)
    section = document.sections[-1]
    wide = section.page_width - section.left_margin - section.right_margin
    heading.paragraph_format.tab_stops.add_tab_stop(wide, WD_TAB_ALIGNMENT.RIGHT)
    heading.paragraph_format.space_after = Pt(8)
    heading.paragraph_format.keep_with_next = True


def _article(document: Any, question_set: QuestionSet) -> None:  # noqa: ANN401 - python-docx's own
    article = question_set.article
    for passage in () if article is None else article.passages:
        if article is not None and passage.kind is PassageKind.PARAGRAPH:
            _line(document, passage.span.of(article.text))


def _question(document: Any, asked: Asked) -> None:  # noqa: ANN401 - python-docx's own
    """Write a question whose lines stay together on a page."""
    options = zip(exam.LETTERS, asked.options, strict=False)
    leftwards = is_right_to_left(asked.prompt)
    lines = [
        _hanging(document, asked.prompt, 0, label=str(asked.number)),
        *_picture(document, asked, _INDENT),
        _hanging(document, asked.marking, _INDENT, small=True),
        *(
            _hanging(document, text, _INDENT, label=letter, leftwards=leftwards)
            for letter, text in options
        ),
        *(_hanging(document, _RULED, _INDENT) for _ in range(asked.lines)),
    ]
    for line in lines[:-1]:
        line.paragraph_format.keep_with_next = True
    for line in lines:
        line.paragraph_format.keep_together = True
    lines[0].paragraph_format.space_before = Pt(10)


def _picture(document: Any, asked: Asked, indent: int) -> list[Any]:  # noqa: ANN401 - python-docx's own
    """Draw a question's picture in a line of its own; return that line, none without picture."""
    if asked.picture is None:
        return []
    found = drawn(asked.picture)
    if found is None:
        return [_line(document, exam.in_words(asked.picture))]
    wide, _ = exam.picture_size(found, exam.WIDEST)
    line = document.add_paragraph()
    line.paragraph_format.left_indent = Mm(indent)
    if is_right_to_left(asked.prompt):
        line.paragraph_format.alignment = WD_PARAGRAPH_ALIGNMENT.RIGHT
    shape = line.add_run().add_picture(BytesIO(found.data), width=Mm(wide))
    told = printable(asked.picture.described)
    shape._inline.docPr.set("descr", told)  # noqa: SLF001 - it offers no other way
    return [line]


def _hanging(
    document: Any,  # noqa: ANN401 - python-docx's own
    text: str,
    indent: int,
    *,
    label: str = "",
    small: bool = False,
    leftwards: bool = False,
) -> Any:  # noqa: ANN401 - python-docx's own
    lead = f"{label}\t" if label else ""
    line = _line(document, text, label=lead, small=small, leftwards=leftwards)
    line.paragraph_format.left_indent = Mm(indent + (0 if small else _INDENT))
    if not small:
        line.paragraph_format.first_line_indent = -Mm(_INDENT)
        line.paragraph_format.tab_stops.add_tab_stop(Mm(indent + _INDENT))
    return line


def _line(
    document: Any,  # noqa: ANN401 - python-docx's own
    text: str,
    *,
    label: str = "",
    bold: bool = False,
    small: bool = False,
    leftwards: bool = False,
) -> Any:  # noqa: ANN401 - python-docx's own
    paragraph = document.add_paragraph()
    if label:
        paragraph.add_run(label)
    _write(paragraph, text, bold=bold, leftwards=leftwards)
    for run in paragraph.runs if small else ():
        run.italic = True
        run.font.size = Pt(document.styles["Normal"].font.size.pt * 0.8)
    return paragraph


def _write(
    paragraph: Any,  # noqa: ANN401 - python-docx's own
    text: str,
    *,
    bold: bool = False,
    leftwards: bool = False,
) -> None:
    """Write a text in its direction, its own or its question's: Word is told of each run."""
    run = paragraph.add_run(printable(text))
    run.bold = bold or None
    if leftwards or is_right_to_left(text):
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))  # noqa: SLF001 - it offers no other way
        run.font.rtl = True


def _key(
    document: Any,  # noqa: ANN401 - python-docx's own
    title: str,
    versions: Sequence[Version],
    *,
    first: bool,
) -> None:
    """Write the key of each version, then the one across them by the questions' codes."""
    for place, version in enumerate(versions):
        _page(document, first=first and place == 0)
        _head(document, f"{exam.KEY_TITLE}: {title}", version.name)
        for asked in version.asked:
            label = f"{asked.number} {asked.right}".strip()
            _hanging(document, f"{asked.solved} [{asked.code}]", 0, label=label)
            if asked.sentence:
                _hanging(document, asked.sentence, _INDENT, small=True)
    if len(versions) > 1:
        _page(document, first=False)
        _head(document, f"{exam.KEY_TITLE} to all versions: {title}", "")
        _across(document, versions)


def _across(document: Any, versions: Sequence[Version]) -> None:  # noqa: ANN401 - python-docx's own
    heads = ("Code", "Question and answer", *(version.name for version in versions))
    rows = [
        (row[0].code, f"{row[0].prompt}\n{row[0].answer}", *(one.place for one in row))
        for row in exam.across(versions)
    ]
    table = document.add_table(rows=0, cols=len(heads))
    table.style = "Table Grid"
    for place, texts in enumerate((heads, *rows)):
        cells = table.add_row().cells
        for cell, text in zip(cells, texts, strict=True):
            _write(cell.paragraphs[0], text, bold=place == 0)
        whole = OxmlElement("w:cantSplit")
        table.rows[-1]._tr.get_or_add_trPr().append(whole)  # noqa: SLF001 - it offers no other way
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001 - it offers no other way
    table.autofit = False
    for column, wide in enumerate((18, 90, *[16] * len(versions))):
        table.columns[column].width = Mm(wide)
        for cell in table.columns[column].cells:
            cell.width = Mm(wide)
