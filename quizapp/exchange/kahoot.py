"""Kahoot's spreadsheet: its own template, headers in row 8 and questions from row 9.

Its limits are 120 characters a question, 75 an answer, four answers (Kahoot's template, 2024);
nothing is cut to fit: what does not fit is left out and told.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from quizapp.domain.question import MultipleChoice, StoredQuestion
from quizapp.domain.question_set import QuestionSet
from quizapp.exchange import graded, losses, order
from quizapp.exchange.losses import one_line
from quizapp.exchange.options import Options
from quizapp.exchange.understood import Gathering, Understood
from quizapp.exchange.workbook import Row, read_workbook, write_workbook

LONGEST_QUESTION = 120
LONGEST_ANSWER = 75
MOST_ANSWERS = 4
TIMES = (5, 10, 20, 30, 60, 90, 120, 240)
"""Seconds that Kahoot knows."""

_HEAD: tuple[Row, ...] = (
    (),
    (None, "Quiz template"),
    (),
    (None, "Upload this file to Kahoot as it is: questions begin in row 9."),
    (),
    (),
    (),
    (
        None,
        "Question - max 120 characters",
        "Answer 1 - max 75 characters",
        "Answer 2 - max 75 characters",
        "Answer 3 - max 75 characters",
        "Answer 4 - max 75 characters",
        "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
        "Correct answer(s) - choose at least one",
    ),
)
_WIDTHS = (5, 70, 30, 30, 30, 30, 15, 15)


def dump(question_set: QuestionSet, options: Options) -> bytes:
    """Return the workbook."""
    kept = order.ordered(losses.kept("kahoot", question_set), options)
    rows = (_row(number, one, options) for number, one in enumerate(kept, start=1))
    return write_workbook((*_HEAD, *rows), _WIDTHS)


def _row(number: int, stored: StoredQuestion, options: Options) -> Row:
    asked, shown = stored.question, order.answers(stored, options)
    if not isinstance(asked, MultipleChoice):
        raise TypeError("Kahoot takes multiple choice only")
    empty = (None,) * (MOST_ANSWERS - len(shown))
    right = shown.index(asked.right) + 1
    answers = tuple(map(one_line, shown))
    return (number, one_line(asked.prompt), *answers, *empty, seconds(options), str(right))


def seconds(options: Options) -> int:
    """Return the shortest of Kahoot's times that is not below the one chosen."""
    return next((time for time in TIMES if time >= options.seconds), TIMES[-1])


def is_workbook(content: bytes) -> bool:
    """Tell whether it could be a workbook: a zip archive."""
    return content.startswith(b"PK")


def parse(content: bytes) -> Understood:
    """Return the questions of a sheet; raises ValueError with a sentence for the person."""
    gathering = Gathering()
    rows = enumerate(read_workbook(content), start=1)
    first = _first_column(rows)
    for number, row in rows:
        cells = row[first:]
        if any(cells[: MOST_ANSWERS + 1]):
            _take(gathering, f"row {number}", cells)
    return gathering.done()


def _first_column(rows: Iterator[tuple[int, tuple[str, ...]]]) -> int:
    """Return the questions' column and leave `rows` after the headers."""
    for _, row in rows:
        for column, (cell, beside) in enumerate(pairwise(row)):
            named = cell.casefold().startswith("question") or str(LONGEST_QUESTION) in cell
            if named and ("answer 1" in beside.casefold() or str(LONGEST_ANSWER) in beside):
                return column
    raise ValueError("it is not Kahoot's template: no headers of questions and answers.")


def _take(gathering: Gathering, where: str, cells: tuple[str, ...]) -> None:
    asked, *answers = (*cells, *[""] * 7)[: MOST_ANSWERS + 1]
    correct = (*cells, *[""] * 7)[MOST_ANSWERS + 2]
    places = [int(one) for one in re.split(r"[,;.\s]+", correct) if one.isdecimal()]
    right = [answers[place - 1] for place in places if 0 < place <= len(answers)]
    if not right or not all(right):
        gathering.refuse(where, "its right answer is not named")
        return
    marked = [(one, 100.0 if one in right else 0.0) for one in answers if one]
    try:
        gathering.take(where, graded.choice(asked, marked))
    except ValueError as reason:
        gathering.refuse(where, str(reason))
        return
    for change in graded.changes(marked):
        gathering.change(where, change)
