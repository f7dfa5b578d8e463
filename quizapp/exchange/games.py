"""Sheets for games in class: Blooket and Gimkit as CSV, Wayground (once Quizizz) as a workbook.

Their columns are those of each program's own import template (2025).
"""

from quizapp.domain.question import (
    Gap,
    MultipleChoice,
    StoredQuestion,
    TypedAnswer,
    prompt_of,
)
from quizapp.domain.question_set import QuestionSet
from quizapp.exchange import losses, order
from quizapp.exchange.fits import MOST_IN_WAYGROUND
from quizapp.exchange.losses import one_line
from quizapp.exchange.options import Options
from quizapp.exchange.rows import safe, write_rows
from quizapp.exchange.workbook import Row, write_workbook

_LONGEST_IN_BLOOKET = 300
_LONGEST_IN_WAYGROUND = 900
"""Seconds."""

_BLOOKET: tuple[Row, ...] = (
    ("Blooket\nImport Template", *[None] * 7),
    (
        "Question #",
        "Question Text",
        "Answer 1",
        "Answer 2",
        "Answer 3\n(Optional)",
        "Answer 4\n(Optional)",
        "Time Limit (sec)\n(Max: 300 seconds)",
        "Correct Answer(s)\n(Only include Answer #)",
    ),
)
_GIMKIT: tuple[Row, ...] = (
    ("Gimkit Spreadsheet Import Template", *[None] * 4),
    (
        "Question",
        "Correct Answer",
        "Incorrect Answer 1",
        "Incorrect Answer 2 (Optional)",
        "Incorrect Answer 3 (Optional)",
    ),
)
_WAYGROUND: tuple[Row, ...] = (
    (
        "Question Text",
        "Question Type",
        "Option 1",
        "Option 2",
        "Option 3",
        "Option 4",
        "Option 5",
        "Correct Answer",
        "Time in seconds",
        "Image Link",
        "Answer explanation",
    ),
)


def dump_blooket(question_set: QuestionSet, options: Options) -> bytes:
    """Return Blooket's CSV: the right answer by its number."""
    kept = order.ordered(losses.kept("blooket", question_set), options)
    seconds = min(options.seconds, _LONGEST_IN_BLOOKET)
    rows: list[Row] = []
    for number, stored in enumerate(kept, start=1):
        shown, right = _shown(stored, options, 4)
        prompt = one_line(prompt_of(stored.question))
        rows.append((number, prompt, *shown, seconds, right))
    return _comma_separated((*_BLOOKET, *rows))


def dump_gimkit(question_set: QuestionSet, options: Options) -> bytes:
    """Return Gimkit's CSV: the right answer first."""
    rows: list[Row] = []
    for stored in order.ordered(losses.kept("gimkit", question_set), options):
        shown, right = _shown(stored, options, 4)
        others = shown[: right - 1] + shown[right:]
        rows.append((one_line(prompt_of(stored.question)), shown[right - 1], *others))
    return _comma_separated((*_GIMKIT, *rows))


def dump_wayground(question_set: QuestionSet, options: Options) -> bytes:
    """Return Wayground's workbook: choices by number, typed answers by what is accepted."""
    seconds = min(options.seconds, _LONGEST_IN_WAYGROUND)
    rows: list[Row] = []
    for stored in order.ordered(losses.kept("wayground", question_set), options):
        asked = stored.question
        if isinstance(asked, Gap | TypedAnswer):
            kind, right = "Fill-in-the-Blank", None
            shown = _filled(
                (asked.answer, *asked.accepted)[:MOST_IN_WAYGROUND], MOST_IN_WAYGROUND
            )
        else:
            kind = "Multiple Choice"
            shown, right = _shown(stored, options, MOST_IN_WAYGROUND)
        told = order.explanation(question_set, stored) if options.with_explanations else ""
        correct = None if right is None else str(right)
        rows.append(
            (one_line(prompt_of(asked)), kind, *shown, correct, seconds, None, told or None)
        )
    return write_workbook((*_WAYGROUND, *rows), (60, 18, *[24] * 5, 10, 10, 10, 60))


def _shown(stored: StoredQuestion, options: Options, most: int) -> tuple[Row, int]:
    """Return the options with empty cells up to `most`, and the right one's number."""
    asked, shown = stored.question, order.answers(stored, options)
    if not isinstance(asked, MultipleChoice):
        raise TypeError("a game's sheet takes multiple choice only")
    return _filled(shown, most), shown.index(asked.right) + 1


def _filled(texts: tuple[str, ...], most: int) -> Row:
    return (*map(one_line, texts), *[None] * (most - len(texts)))


def _comma_separated(rows: tuple[Row, ...]) -> bytes:
    cells = ([safe("" if cell is None else str(cell)) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + write_rows(cells, ",")
