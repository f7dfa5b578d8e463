r"""Notes as text with headers, which Anki 2.1.54 and later import.

`#html:true` stands first among what matters: without it one stray `<` turns the whole file into
HTML. The note types are the ones every Anki has; the guid is the question's id, so importing
again updates. Tabs part the columns; a field with a tab, a line break or a quote is quoted.
"""

import csv
import io
import re
from collections.abc import Sequence
from itertools import takewhile
from typing import assert_never

from quizapp.domain.question import (
    Flashcard,
    Gap,
    MultipleChoice,
    Question,
    StoredQuestion,
    TypedAnswer,
)
from quizapp.domain.question_set import QuestionSet
from quizapp.exchange import parts, reasons
from quizapp.exchange.anki.templates import COVERED, SOUND
from quizapp.exchange.losses import kept
from quizapp.exchange.markup import printable, read, to_html
from quizapp.exchange.options import Options
from quizapp.exchange.order import answers, explanation, ordered
from quizapp.exchange.rows import too_long, write_rows
from quizapp.exchange.understood import Gathering, Understood, read_text

BASIC, TYPED, CLOZE = "Basic", "Basic (type in the answer)", "Cloze"
_HEADERS = (
    "#separator:tab",
    "#html:true",
    "#guid column:1",
    "#notetype column:2",
    "#deck column:3",
    "#tags column:6",
)
_SEPARATORS = {
    "tab": "\t",
    "comma": ",",
    "semicolon": ";",
    "space": " ",
    "pipe": "|",
    "colon": ":",
}
_OPTIONS = re.compile(r'<ol type="A">(.*)</ol>\s*$', re.DOTALL)
_SOURCE = '<blockquote class="source">'
_CLOZE = re.compile(
    r"\{\{c(\d+)::((?:[^{}:]|:(?!:)|[{](?!\{)|[}](?!\}))*)(?:::[^{}]*)?\}\}"
)


def dump(question_set: QuestionSet, options: Options) -> bytes:
    """Return a note a line: guid, note type, deck, two fields and tags."""
    deck = " ".join(printable(question_set.title).split()).replace("::", ": ")
    rows = []
    for stored in ordered(kept("anki-text", question_set), options):
        told = explanation(question_set, stored) if options.with_explanations else ""
        kind, first, second = _fields(stored, told, options)
        tags = " ".join("_".join(printable(tag).split()) for tag in stored.tags)
        rows.append((str(stored.id), kind, deck, first, second, tags))
    head = "".join(f"{line}\n" for line in _HEADERS)
    return head.encode() + write_rows(rows, "\t")


def _fields(stored: StoredQuestion, told: str, options: Options) -> tuple[str, str, str]:
    """Return the note type and its two fields in HTML."""
    source = f"{_SOURCE}{to_html(told)}</blockquote>" if told else ""
    match stored.question:
        case Flashcard(front, back):
            return BASIC, to_html(front), to_html(back) + source
        case MultipleChoice(prompt, right):
            shown = "".join(f"<li>{to_html(one)}</li>" for one in answers(stored, options))
            return (
                BASIC,
                f'{to_html(prompt)}<ol type="A">{shown}</ol>',
                to_html(right) + source,
            )
        case Gap(before, answer, after):
            hidden = f"{{{{c1::{_held(answer)}}}}}"
            return CLOZE, f"{_held(before)}{hidden}{_held(after)}", source
        case TypedAnswer(prompt, answer):
            # The source has no place: one field is asked, the other compared with what is typed.
            return TYPED, to_html(prompt), to_html(answer)
        case _:
            assert_never(stored.question)


def _held(text: str) -> str:
    """Return HTML without the braces and colons that a gap is made of."""
    return to_html(text).translate({ord(sign): f"&#{ord(sign)};" for sign in "{}:"})


# reading


def recognises(content: bytes) -> bool:
    """Tell whether the text begins with a header of Anki's."""
    start = content.removeprefix(b"\xef\xbb\xbf")[:200]
    return (
        re.match(rb"#(separator|html|notetype|deck|tags|columns|guid)", start) is not None
    )


def parse(content: bytes) -> Understood:
    """Return the notes as questions; raises ValueError where the text is broken or empty."""
    lines = read_text(content).split("\n")
    heads = [*takewhile(lambda line: line.startswith("#"), lines)]
    head = {
        key.strip().lower(): value
        for key, _, value in (line[1:].partition(":") for line in heads)
    }
    body = "\n".join(lines[len(heads) :])
    too_long(body)
    separator = head.get("separator", "tab").strip()
    parted = _SEPARATORS.get(separator.lower(), separator[:1] or "\t")
    gathering, deck = Gathering(), head.get("deck", "")
    reader = csv.reader(io.StringIO(body), delimiter=parted)
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                deck = deck or _cell(row, head, "deck column")
                _take(gathering, f"line {reader.line_num + len(heads)}", row, head)
    except csv.Error as reason:
        raise ValueError(f"its columns are broken: {reason}.") from reason
    return gathering.done(deck.split("::")[-1])


def _cell(row: Sequence[str], head: dict[str, str], column: str) -> str:
    number = head.get(column, "")
    at = int(number) - 1 if number.isdecimal() else -1
    return row[at] if 0 <= at < len(row) else ""


def _take(gathering: Gathering, where: str, row: list[str], head: dict[str, str]) -> None:
    named = {column: _cell(row, head, f"{column} column") for column in _NAMED}
    used = {head.get(f"{column} column", "") for column in _NAMED}
    fields = [cell for at, cell in enumerate(row, start=1) if str(at) not in used]
    html = head.get("html", "").strip().lower() == "true"
    try:
        kind = named["notetype"] or head.get("notetype", "")
        found = _questions(kind, fields, html=html)
    except ValueError as reason:
        gathering.refuse(where, str(reason))
        return
    tags = (*head.get("tags", "").split(), *named["tags"].split())
    for question in found:
        guid = named["guid"] if len(found) == 1 else ""
        gathering.take(where, question, id=guid, tags=tags)
    for left in parts.into(len(found)):
        gathering.change(where, left)
    sounds = any(map(SOUND.search, fields))
    if sounds or (html and any(read(field).beyond_words for field in fields)):
        gathering.change(where, "a picture or sound is left out")


_NAMED = ("guid", "notetype", "deck", "tags")


def _questions(kind: str, fields: list[str], *, html: bool) -> list[Question]:
    """Return what a note asks: a text with gaps of several numbers asks for each."""
    first, second = (*fields, "", "")[:2]
    if COVERED in first:
        raise ValueError(reasons.ON_A_PICTURE)
    hidden = {one[1]: one for one in reversed([*_CLOZE.finditer(first)])}
    if hidden and (not kind or "cloze" in kind.lower()):
        order = sorted(hidden, key=int)
        return [_gap(first, hidden[number], html=html) for number in order]
    return [_question(kind, first, second, html=html)]


def _question(kind: str, first: str, second: str, *, html: bool) -> Question:
    if kind == TYPED:
        return TypedAnswer(_words(first, html=html), _words(second, html=html))
    back = second.split(_SOURCE, maxsplit=1)[0]
    right, listed = _words(back, html=html), _OPTIONS.search(first)
    if listed is not None and html:
        shown = [
            read(one).text for one in re.findall(r"<li>(.*?)</li>", listed[1], re.DOTALL)
        ]
        if right in shown:
            prompt = read(first[: listed.start()]).text
            wrong = tuple(one for one in shown if one != right)
            return MultipleChoice(prompt, right, wrong)
    return Flashcard(_words(first, html=html), right)


def _gap(field: str, hidden: "re.Match[str]", *, html: bool) -> Gap:
    """Return one gap; others of the note are filled in."""
    whole = "\ue000".join((field[: hidden.start()], hidden[2], field[hidden.end() :]))
    words = _words(_CLOZE.sub(r"\2", whole), html=html)
    before, answer, after = words.split("\ue000", maxsplit=2)
    return Gap(before, answer, after)


def _words(field: str, *, html: bool) -> str:
    field = SOUND.sub(" ", field)
    return read(field).text if html else printable(field).strip()
