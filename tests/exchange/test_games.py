"""Spreadsheets for Kahoot, Blooket, Gimkit and Wayground: columns, limits, and no formulas."""

import csv
from io import BytesIO, StringIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.domain.question import (
    Flashcard,
    MultipleChoice,
    Question,
    StoredQuestion,
    TypedAnswer,
)
from quizapp.domain.question_set import QuestionSet
from quizapp.exchange import games, kahoot
from quizapp.exchange.archives import pack, unpack
from quizapp.exchange.losses import Fate, losses
from quizapp.exchange.options import Options
from quizapp.exchange.workbook import write_workbook
from tests.conftest import number
from tests.exchange.hard_set import content_of, hard_set

PLAIN = Options()


def set_of(*questions: Question) -> QuestionSet:
    stored = (StoredQuestion(number(at + 1), one) for at, one in enumerate(questions))
    return QuestionSet("A set", tuple(stored))


def cells(content: bytes) -> list[tuple[Any, ...]]:
    sheet = openpyxl.load_workbook(BytesIO(content)).active
    assert sheet is not None
    return list(sheet.iter_rows(values_only=True))


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"))))


RIVER = MultipleChoice("Which river?", "Nile", ("Rhine", "Amazon"))


def test_kahoot_finds_its_template():
    sheet = cells(kahoot.dump(set_of(RIVER), Options(seconds=45)))
    assert sheet[7][1] == "Question - max 120 characters"
    assert sheet[7][7] == "Correct answer(s) - choose at least one"
    assert sheet[8] == (1, "Which river?", "Amazon", "Nile", "Rhine", None, 60, "2")


@pytest.mark.parametrize(
    ("seconds", "written"), [(1, 5), (20, 20), (21, 30), (240, 240), (900, 240)]
)
def test_kahoot_is_given_a_time_it_knows(seconds, written):
    assert kahoot.seconds(Options(seconds=seconds)) == written


def test_the_hard_set_comes_back_from_kahoot():
    hard = hard_set(MultipleChoice)
    understood = kahoot.parse(kahoot.dump(hard, PLAIN))
    assert [content_of(one.question) for one in understood.questions.questions] == [
        content_of(one.question) for one in hard.questions
    ]


def test_what_kahoot_cannot_hold_is_left_out_and_told():
    question_set = set_of(
        Flashcard("Who?", "I"),
        MultipleChoice("Q" * 121, "a", ("b",)),
        MultipleChoice("Long?", "a" * 76, ("b",)),
        MultipleChoice("Five?", "a", ("b", "c", "d", "e")),
        MultipleChoice("Just\nright" + "?" * 110, "a" * 75, ("b", "c", "d")),
    )
    told = [one for one in losses("kahoot", question_set) if one.fate is Fate.DROPPED]
    assert [one.why for one in told] == [
        "Kahoot takes multiple choice only.",
        "Its question is longer than 120 characters.",
        "One of its answers is longer than 75 characters.",
        "It has more than 4 options.",
    ]
    written = cells(kahoot.dump(question_set, PLAIN))[8:]
    assert [row[1] for row in written] == ["Just right" + "?" * 110]
    assert written[0][2] == "a" * 75


DANGER = MultipleChoice("=cmd|'/c calc'!A1", "@SUM(1)", ("-2", "+x"))


def test_no_cell_of_a_workbook_is_a_formula():
    for content in (
        kahoot.dump(set_of(DANGER), PLAIN),
        games.dump_wayground(set_of(DANGER), PLAIN),
    ):
        assert not any(b"<f>" in part for part in unpack(content).values())
        assert any("=cmd|'/c calc'!A1" in row for row in cells(content))


def test_a_formula_in_csv_gets_a_quote_and_that_is_told():
    (*_, row) = rows(games.dump_gimkit(set_of(DANGER), PLAIN))
    assert row == ["'=cmd|'/c calc'!A1", "'@SUM(1)", "'+x", "'-2", ""]
    why = [one.why for one in losses("gimkit", set_of(DANGER))]
    assert "A text that begins with = + - or @ gets a quote before it." in why
    assert len(losses("gimkit", set_of(RIVER))) == len(why) - 1


def test_blooket_names_the_right_answer_by_number():
    head, names, row = rows(games.dump_blooket(set_of(RIVER), Options(seconds=400)))
    assert head[0] == "Blooket\nImport Template"
    assert [name.split("\n")[0] for name in names] == [
        "Question #",
        "Question Text",
        *(f"Answer {n}" for n in range(1, 5)),
        "Time Limit (sec)",
        "Correct Answer(s)",
    ]
    assert row == ["1", "Which river?", "Amazon", "Nile", "Rhine", "", "300", "2"]


def test_gimkit_has_the_right_answer_first():
    head, names, row = rows(games.dump_gimkit(set_of(RIVER), PLAIN))
    assert head[0] == "Gimkit Spreadsheet Import Template"
    assert names[:2] == ["Question", "Correct Answer"]
    assert row == ["Which river?", "Nile", "Amazon", "Rhine", ""]


def test_wayground_takes_what_is_typed_too():
    typed = TypedAnswer("How deep?", "40 m", ("40 metres", "forty", "4", "5", "6"))
    names, first, second = cells(games.dump_wayground(set_of(RIVER, typed), PLAIN))
    assert names == (
        "Question Text",
        "Question Type",
        *(f"Option {n}" for n in range(1, 6)),
        "Correct Answer",
        "Time in seconds",
        "Image Link",
        "Answer explanation",
    )
    assert first[:8] == (
        "Which river?",
        "Multiple Choice",
        "Amazon",
        "Nile",
        "Rhine",
        None,
        None,
        "2",
    )
    assert second[:8] == (
        "How deep?",
        "Fill-in-the-Blank",
        "40 m",
        "40 metres",
        "forty",
        "4",
        "5",
        None,
    )
    why = [one.why for one in losses("wayground", set_of(typed))]
    assert "Only its first 5 right answers are written." in why


def test_the_same_set_gives_the_same_workbook():
    assert kahoot.dump(set_of(RIVER), PLAIN) == kahoot.dump(set_of(RIVER), PLAIN)


HEADERS = (
    None,
    "Question",
    "Answer 1",
    "Answer 2",
    "Answer 3",
    "Answer 4",
    "Time",
    "Correct",
)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ((1, "Q?", "a", "b", None, None, 20, None), "its right answer is not named"),
        ((1, "Q?", "a", "b", None, None, 20, "4"), "its right answer is not named"),
        ((1, "Q?", "a", "b", None, None, 20, "9"), "its right answer is not named"),
        (
            (1, "Q?", "a", None, None, None, 20, "1"),
            "it has no wrong answer to choose from",
        ),
        ((1, None, "a", "b", None, None, 20, "1"), "it has no question"),
    ],
)
def test_a_row_that_cannot_be_asked_is_told_with_its_number(row, why):
    understood = kahoot.parse(write_workbook([HEADERS, row]))
    assert [(one.where, one.why) for one in understood.refused] == [("row 2", why)]


def test_several_right_answers_become_a_flashcard_and_that_is_told():
    row = (1, "Q?", "a", "b", "c", None, 20, "1,3")
    understood = kahoot.parse(write_workbook([HEADERS, row]))
    assert understood.questions.questions[0].question == Flashcard(
        "Q?\n– a\n– b\n– c", "a\nc"
    )
    assert [one.where for one in understood.changed] == ["row 2"]


def test_numbers_and_dates_in_cells_are_read_as_a_person_sees_them():
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append(HEADERS)
    sheet.append([1, "When?", 1911.0, 1912, 2.5, None, 20.0, 1.0])
    written = BytesIO()
    book.save(written)
    (stored,) = kahoot.parse(written.getvalue()).questions.questions
    assert stored.question == MultipleChoice("When?", "1911", ("1912", "2.5"))


def with_part(name: str, content: bytes) -> bytes:
    return pack({**unpack(kahoot.dump(set_of(RIVER), PLAIN)), name: content})


SHEET = "xl/worksheets/sheet1.xml"
LAUGHS = (
    b'<!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>'
)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "damaged"),
        (b"Question,Answer", "damaged"),
        (pack({"a": b"b"}), "not a workbook"),
        (pack({"[Content_Types].xml": b"<Types/>"}), "damaged"),
        (write_workbook([("Name", "Class")]), "not Kahoot's template"),
        (write_workbook([HEADERS]), "no question"),
        (with_part(SHEET, LAUGHS), "entities"),
        (with_part(SHEET, b"<worksheet"), "damaged"),
    ],
)
def test_what_is_no_kahoot_sheet_is_refused(content, why):
    with pytest.raises(ValueError, match=why):
        kahoot.parse(content)


def test_a_sheet_of_a_million_rows_is_read_to_a_limit():
    far = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b'<dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="XFD1048576" '
        b't="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>'
    )
    with pytest.raises(ValueError, match="template"):
        kahoot.parse(with_part(SHEET, far))


PARTS = unpack(kahoot.dump(set_of(RIVER), PLAIN))


def reason_of(content: bytes) -> str:
    """Return why a sheet is refused, "." where it is not."""
    try:
        kahoot.parse(content)
    except ValueError as reason:
        return str(reason)
    return "."


@given(
    st.sampled_from(sorted(PARTS)),
    st.integers(0, 3000),
    st.integers(0, 40),
    st.binary(max_size=20),
)
@settings(max_examples=60, deadline=None)
def test_a_damaged_workbook_never_breaks_the_reader(part, at, length, noise):
    content = PARTS[part]
    broken = content[:at] + noise + content[at + length :]
    assert reason_of(pack({**PARTS, part: broken})).endswith(".")
