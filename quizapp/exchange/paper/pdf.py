"""An exam as PDF: each version on pages of its own, then the key."""

from collections.abc import Sequence

from quizapp.domain.article import PassageKind
from quizapp.domain.question_set import QuestionSet
from quizapp.exchange.drawing import drawn
from quizapp.exchange.options import Options
from quizapp.exchange.paper import exam
from quizapp.exchange.paper.exam import Asked, Version
from quizapp.exchange.paper.printing import MARGIN, Print
from quizapp.exchange.print_fonts import is_right_to_left
from quizapp.exchange.sheet import KEY, Sheet

NAME = "print"
_NUMBER = 9.0
_LETTER = 7.0
_BETWEEN = 3.5
_ROOM_TO_WRITE = 9.0
"""Millimetres: a line written by hand."""
_SMALL = 0.8
_SOLVED = 34.0
"""Millimetres of the key's columns for a version."""


def dump(question_set: QuestionSet, options: Options) -> bytes:
    """Return all versions and, where it is wanted, the key in one document."""
    asked = exam.versions(question_set, NAME, options)
    document = Print(options, question_set.title)
    for version in asked:
        _version(document, question_set, version, options)
    if options.with_key:
        _key(document, question_set.title, asked)
    return bytes(document.output())


def sheets(question_set: QuestionSet, options: Options) -> tuple[Sheet, ...]:
    """Return a document for each version, and one for the key."""
    labels = [version.label for version in exam.versions(question_set, NAME, options)]
    labels += [KEY] if options.with_key else []
    return tuple(Sheet(label, sheet(question_set, options, label)) for label in labels)


def sheet(question_set: QuestionSet, options: Options, label: str) -> bytes:
    """Return the document of one label: that of a version, or `KEY`."""
    asked = exam.versions(question_set, NAME, options)
    document = Print(options, question_set.title)
    if label == KEY:
        _key(document, question_set.title, asked)
    for version in asked:
        if version.label == label:
            _version(document, question_set, version, options)
    return bytes(document.output())


def _version(
    document: Print, question_set: QuestionSet, version: Version, options: Options
) -> None:
    document.begin(f"Version {version.name} · page" if version.name else "Page")
    _head(document, question_set.title, version.name)
    _by_hand(document, options.lines, len(version.asked))
    if options.with_article:
        _article(document, question_set)
    for asked in version.asked:
        _question(document, asked)


def _head(document: Print, title: str, name: str) -> None:
    top = document.get_y()
    document.face(1.35, "B")
    if name:
        document.write_text(name, align="R")
        document.set_y(top)
    document.write_text(title, document.epw - 12)
    document.ln(1.5)
    document.rule()
    document.ln(3)


def _by_hand(document: Print, lines: Sequence[str], points: int) -> None:
    """Draw the lines for name, class and date, and for the points."""
    document.face()
    points_wide = 26.0
    share = (document.epw - points_wide) / max(1, len(lines))
    y, left = document.get_y(), document.l_margin
    for label in lines:
        document.set_xy(left, y)
        document.write_text(label, share)
        start = left + document.get_string_width(label) + 3
        document.line_at(y + document.leading * 0.85, start, left + share - 5)
        left += share
    document.set_xy(left, y)
    document.write_text(f"____ / {points}", points_wide, align="R")
    document.ln(4)


def _article(document: Print, question_set: QuestionSet) -> None:
    article = question_set.article
    if article is None:
        return
    for passage in article.passages:
        if passage.kind in {PassageKind.PARAGRAPH, PassageKind.HEADING, PassageKind.LIST}:
            document.face(style="B" if passage.kind is PassageKind.HEADING else "")
            document.write_text(passage.span.of(article.text))
            document.ln(2)
    document.rule()
    document.ln(4)


def _question(document: Print, asked: Asked) -> None:
    """Write one question, on one page where a page holds it."""
    document.face()
    document.keep(_height(document, asked))
    top, mirrored = document.get_y(), is_right_to_left(asked.prompt)
    document.face(style="B")
    document.write_text(str(asked.number), align="R" if mirrored else "L")
    document.set_y(top)
    document.face()
    width = document.epw - _NUMBER
    left = document.l_margin + (0 if mirrored else _NUMBER)
    document.write_text(asked.prompt, width, left)
    _picture(document, asked, left, width, mirrored=mirrored)
    document.face(_SMALL, "I")
    document.write_text(asked.marking, width, left, align="R" if mirrored else "L")
    document.face()
    _options(document, asked.options, left, width, mirrored=mirrored)
    for _ in range(asked.lines):
        document.ln(_ROOM_TO_WRITE)
        document.line_at(document.get_y(), left, left + width)
    document.ln(_BETWEEN)


def _picture(
    document: Print, asked: Asked, left: float, width: float, *, mirrored: bool
) -> None:
    """Draw a question's picture on the side where its words begin."""
    if asked.picture is None:
        return
    found = drawn(asked.picture)
    if found is None:
        document.write_text(exam.in_words(asked.picture), width, left)
        return
    size = exam.picture_size(found, width)
    document.ln(exam.AROUND_PICTURE)
    at = left + width - size[0] if mirrored else left
    document.draw(found, size, at, asked.picture.described)
    document.ln(exam.AROUND_PICTURE)


def _picture_height(document: Print, asked: Asked, width: float) -> float:
    if asked.picture is None:
        return 0
    found = drawn(asked.picture)
    if found is None:
        return document.height(exam.in_words(asked.picture), width)
    return exam.picture_size(found, width)[1] + 2 * exam.AROUND_PICTURE


def _options(
    document: Print, options: Sequence[str], left: float, width: float, *, mirrored: bool
) -> None:
    """Write the options, two beside each other where all are short."""
    columns = _columns(document, options, width)
    wide = width / columns
    for start in range(0, len(options), columns):
        y, reach = document.get_y(), 0.0
        for place, text in enumerate(options[start : start + columns]):
            at = left + wide * (columns - 1 - place if mirrored else place)
            document.set_y(y)
            _option(
                document, exam.LETTERS[start + place], text, at, wide, mirrored=mirrored
            )
            reach = max(reach, document.get_y())
        document.set_y(reach)


def _option(
    document: Print, letter: str, text: str, left: float, width: float, *, mirrored: bool
) -> None:
    y = document.get_y()
    document.face(style="B")
    at = left + width - _LETTER if mirrored else left
    document.write_text(letter, _LETTER, at, align="R" if mirrored else "L")
    document.set_y(y)
    document.face()
    at = left + (2 if mirrored else _LETTER)
    document.write_text(text, width - _LETTER - 2, at, align="R" if mirrored else "")


def _columns(document: Print, options: Sequence[str], width: float) -> int:
    room = width / 2 - _LETTER - 4
    short = all(
        "\n" not in text and document.get_string_width(text) < room for text in options
    )
    return 2 if short else 1


def _height(document: Print, asked: Asked) -> float:
    """Return how much of a page a question takes, in millimetres."""
    width = document.epw - _NUMBER
    columns = _columns(document, asked.options, width)
    room = width / columns - _LETTER - 2
    high = [document.height(text, room) for text in asked.options]
    rows = (max(high[at : at + columns]) for at in range(0, len(high), columns))
    return (
        document.height(asked.prompt, width)
        + _picture_height(document, asked, width)
        + document.leading
        + sum(rows)
        + asked.lines * _ROOM_TO_WRITE
        + _BETWEEN
    )


def _key(document: Print, title: str, versions: Sequence[Version]) -> None:
    """Write the key of each version, then the one across them by the questions' codes."""
    for version in versions:
        document.begin(f"{exam.KEY_TITLE} {version.name}".strip() + " · page")
        _head(document, f"{exam.KEY_TITLE}: {title}", version.name)
        for asked in version.asked:
            _solution(document, asked)
    if len(versions) > 1:
        document.begin(f"{exam.KEY_TITLE} {versions[0].name}–{versions[-1].name} · page")
        _across(document, title, versions)


def _solution(document: Print, asked: Asked) -> None:
    document.face()
    width = document.epw - _NUMBER - 18
    high = document.height(asked.solved, width)
    document.keep(high + document.height(asked.sentence, width) + _BETWEEN)
    top, left = document.get_y(), document.l_margin + _NUMBER
    document.face(style="B")
    document.write_text(str(asked.number), _NUMBER)
    document.set_y(top)
    document.face(_SMALL)
    document.write_text(asked.code, align="R")
    document.set_y(top)
    document.face()
    if asked.right:
        document.write_text(asked.right, _LETTER, left)
        document.set_y(top)
        left, width = left + _LETTER, width - _LETTER
    document.write_text(asked.solved, width, left)
    if asked.sentence:
        document.face(_SMALL, "I")
        document.write_text(asked.sentence, width, left)
    document.ln(_BETWEEN / 2)


def _across(document: Print, title: str, versions: Sequence[Version]) -> None:
    """Write where each question stands in each version, and its answer there."""
    _head(document, f"{exam.KEY_TITLE} to all versions: {title}", "")
    document.face(_SMALL)
    wide = _SOLVED / 2
    code_wide = document.get_string_width("M" * len(versions[0].asked[0].code)) + 4
    text_wide = document.epw - code_wide - wide * len(versions)
    heads = tuple(version.name for version in versions)
    _row(
        document, ("Code", "Question and answer", *heads), (code_wide, text_wide), wide, "B"
    )
    for row in exam.across(versions):
        first = row[0]
        words = f"{first.prompt}\n{first.answer}"
        places = tuple(asked.place for asked in row)
        _row(document, (first.code, words, *places), (code_wide, text_wide), wide, "")


def _row(
    document: Print,
    texts: Sequence[str],
    first: tuple[float, float],
    other: float,
    style: str,
) -> None:
    document.face(_SMALL, style)
    document.keep(document.height(texts[1], first[1] - 3) + 2)
    y, left, reach = document.get_y(), document.l_margin, 0.0
    for place, text in enumerate(texts):
        width = first[place] if place < 2 else other
        document.set_y(y)
        document.write_text(text, width - 3, left)
        reach = max(reach, document.get_y())
        left += width
    document.set_y(reach + 1)
    document.line_at(reach + 0.5, MARGIN, document.w - MARGIN)
