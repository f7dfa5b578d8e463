"""Question sets as files: a writer and a reader for each format, bytes in and bytes out."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from quizapp.domain.question_set import QuestionSet
from quizapp.exchange import (
    aiken,
    anki,
    anki_text,
    games,
    gift,
    gift_reader,
    google_forms,
    h5p,
    json_items,
    kahoot,
    markdown,
    moodle_reader,
    moodle_xml,
    paper,
    quizset,
    table_file,
    term_list,
)
from quizapp.exchange.options import Options
from quizapp.exchange.qti import blackboard, canvas, canvas_reader, items, items_reader
from quizapp.exchange.sheet import Sheet
from quizapp.exchange.understood import Understood


def _any(_: bytes) -> bool:
    return True


def _is_qti_12(content: bytes) -> bool:
    return blackboard.is_pool(content) or canvas_reader.is_package(content)


def _read_qti_12(content: bytes) -> Understood:
    is_pool = blackboard.is_pool(content)
    return blackboard.parse(content) if is_pool else canvas_reader.parse(content)


@dataclass(frozen=True, slots=True)
class Format:
    """A format of question sets; `parse` raises ValueError for what it cannot understand.

    What the format can carry stands in `losses.CARRIES` under its name.
    """

    name: str
    suffix: str
    """Of the files it writes."""
    title: str
    """Of the program or use: "Moodle", "Print"."""
    dump: Callable[[QuestionSet, Options], bytes]
    parse: Callable[[bytes], Understood] | None = None
    """None: it is written only."""
    kind: str = ""
    """What the file is, beside the title: "XML", "text"."""
    icon: str = "file-text"
    also: tuple[str, ...] = ()
    """Other suffixes it is read from."""
    recognises: Callable[[bytes], bool] = _any
    """Tells by a look whether a file is of this format; several share a suffix."""
    sheets: Callable[[QuestionSet, Options], tuple[Sheet, ...]] | None = None
    """Where an export is several files, as exams on paper are."""
    show: Callable[[QuestionSet, Options, str], bytes] | None = None
    """Makes one of its files, by its label, as a PDF whose pages can be looked at."""
    on_paper: bool = False
    """Whether paper and text size can be chosen."""
    fixed: bool = False
    """Whether it is written whole and in its order, whatever is chosen."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Of the files it is read from."""
        return (self.suffix, *self.also)


_IN_ORDER = (
    Format(
        "anki",
        ".apkg",
        "Anki",
        anki.dump,
        anki.parse,
        kind=".apkg",
        icon="layers",
        also=(".colpkg",),
        recognises=anki.is_package,
    ),
    Format(
        "moodle-xml",
        ".xml",
        "Moodle",
        moodle_xml.dump,
        moodle_reader.parse,
        kind="XML",
        icon="graduation-cap",
        recognises=moodle_reader.recognises,
    ),
    Format(
        "canvas",
        ".zip",
        "Canvas",
        canvas.dump,
        _read_qti_12,
        kind="QTI 1.2 zip",
        icon="file-archive",
        also=(".xml", ".dat", ".imscc"),
        recognises=_is_qti_12,
    ),
    Format(
        "kahoot",
        ".xlsx",
        "Kahoot",
        kahoot.dump,
        kahoot.parse,
        kind=".xlsx",
        icon="presentation",
        recognises=kahoot.is_workbook,
    ),
    Format(
        "print",
        ".pdf",
        "Print",
        paper.exam_pdf,
        kind="PDF",
        icon="printer",
        sheets=paper.exam_pdfs,
        show=paper.exam_page_pdf,
        on_paper=True,
    ),
    Format(
        "print-word",
        ".docx",
        "Print",
        paper.exam_word,
        kind="Word",
        icon="printer",
        sheets=paper.exam_words,
        on_paper=True,
    ),
    Format(
        "cards",
        ".pdf",
        "Flashcards",
        paper.cards_pdf,
        kind="PDF",
        icon="layers",
        show=paper.cards_page_pdf,
        on_paper=True,
    ),
    Format(
        "gift",
        ".gift",
        "GIFT",
        gift.dump,
        gift_reader.parse,
        kind="text",
        icon="file-code",
        also=(".txt",),
        recognises=gift_reader.recognises,
    ),
    Format(
        "csv",
        ".csv",
        "Spreadsheet",
        table_file.dump,
        table_file.parse,
        kind="CSV",
        icon="table",
    ),
    Format("markdown", ".md", "Markdown", markdown.dump, markdown.parse, kind="text"),
    Format(
        "quizset",
        ".quizset",
        "Quizapp",
        quizset.dump,
        lambda content: Understood(quizset.parse(content)),
        kind="question set",
        fixed=True,
        icon="library",
    ),
    Format(
        "json",
        ".json",
        "JSON",
        json_items.dump,
        json_items.parse,
        kind="data",
        icon="file-code",
    ),
    Format(
        "tsv",
        ".tsv",
        "Quizlet",
        term_list.dump,
        term_list.parse,
        kind="text",
        icon="layers",
        also=(".txt",),
        recognises=term_list.recognises,
    ),
    Format(
        "aiken",
        ".txt",
        "Aiken",
        aiken.dump,
        aiken.parse,
        kind="text",
        recognises=aiken.recognises,
    ),
    Format(
        "anki-text",
        ".txt",
        "Anki notes",
        anki_text.dump,
        anki_text.parse,
        kind="text",
        icon="layers",
        recognises=anki_text.recognises,
    ),
    Format(
        "qti21",
        ".zip",
        "QTI",
        items.dump_21,
        items_reader.parse,
        kind="2.1 zip",
        icon="file-archive",
        also=(".xml",),
        recognises=items_reader.is_package,
    ),
    Format(
        "qti22",
        ".zip",
        "QTI",
        items.dump_22,
        items_reader.parse,
        kind="2.2 zip",
        icon="file-archive",
        recognises=items_reader.is_package,
    ),
    Format("qti30", ".zip", "QTI", items.dump_30, kind="3.0 zip", icon="file-archive"),
    Format("h5p", ".h5p", "H5P", h5p.dump, kind="question set", icon="file-archive"),
    Format(
        "google-forms",
        ".gs",
        "Google Forms",
        google_forms.dump,
        kind="script",
        icon="file-code",
    ),
    Format(
        "forms-word",
        ".docx",
        "Microsoft Forms",
        paper.forms_word,
        kind="Word",
        icon="file-text",
    ),
    Format("blooket", ".csv", "Blooket", games.dump_blooket, kind="CSV", icon="table"),
    Format("gimkit", ".csv", "Gimkit", games.dump_gimkit, kind="CSV", icon="table"),
    Format(
        "wayground", ".xlsx", "Wayground", games.dump_wayground, kind=".xlsx", icon="table"
    ),
)

FORMATS: dict[str, Format] = {form.name: form for form in _IN_ORDER}
"""By name, in the order in which they are offered."""
_SUREST = ("aiken", "anki-text")
"""Texts that are asked first what they are: GIFT's braces may stand in any of them."""


def to_write(file_name: str) -> Format | None:
    """Return the format that a file's suffix asks for, the first offered where several do."""
    suffix = PurePath(file_name).suffix.lower()
    return next((form for form in FORMATS.values() if form.suffix == suffix), None)


def understand(file_name: str, content: bytes, name: str = "") -> Understood:
    """Return what a file holds; its format is told by its suffix and a look into it.

    `name` is the format where the person named one. Raises ValueError with a sentence for the
    person, LookupError where no format is read from such a file.
    """
    suffix = PurePath(file_name).suffix.lower()
    forms = [FORMATS[name]] if name else sorted(FORMATS.values(), key=_doubt)
    readers = [
        (form.recognises(content), form.parse)
        for form in forms
        if form.parse is not None and (name or suffix in form.suffixes)
    ]
    if not readers:
        raise LookupError(file_name)
    seen = (parse for seen, parse in readers if seen)
    return next(seen, readers[0][1])(content)


def _doubt(form: Format) -> bool:
    return form.name not in _SUREST


def read_suffixes() -> tuple[str, ...]:
    """Return the suffixes of the files that can be read, in the order of the formats."""
    known = (suffix for form in FORMATS.values() if form.parse for suffix in form.suffixes)
    return tuple(dict.fromkeys(known))


__all__ = ["FORMATS", "Format", "Sheet", "read_suffixes", "to_write", "understand"]
