"""Flashcards to print on both sides and cut: the backs mirrored for a flip on the long edge."""

from dataclasses import dataclass

from quizapp.domain.picture import Picture
from quizapp.domain.question import StoredQuestion, prompt_of, solution
from quizapp.domain.question_set import QuestionSet
from quizapp.exchange import losses, order
from quizapp.exchange.drawing import drawn
from quizapp.exchange.options import Options
from quizapp.exchange.paper import exam
from quizapp.exchange.paper.printing import MARGIN, Print

NAME = "cards"
COLUMNS = 2
ROWS = 4
_EDGE = MARGIN / 2
_INSIDE = 6.0
_SMALLEST = 5
_LARGER = 1.2
"""Points, and how much larger than the chosen text a card's may be."""
_MARK = 3.0
"""Millimetres: of the marks that show where to cut."""


@dataclass(frozen=True, slots=True)
class _Side:
    """What stands on one side of a card, from above."""

    main: str
    more: str
    picture: Picture | None = None


def dump(question_set: QuestionSet, options: Options) -> bytes:
    """Return a document whose odd pages are fronts and whose even pages are their backs."""
    kept = order.ordered(losses.kept(NAME, question_set), options)
    document = Print(options, question_set.title)
    document.set_auto_page_break(auto=False)
    each = COLUMNS * ROWS
    for start in range(0, len(kept), each):
        cards = kept[start : start + each]
        _page(document, [_front(one, options) for one in cards], mirrored=False)
        _page(document, [_back(question_set, one, options) for one in cards], mirrored=True)
    return bytes(document.output())


def _front(stored: StoredQuestion, options: Options) -> _Side:
    lines = [f"• {text}" for text in order.answers(stored, options)]
    if stored.picture is not None and drawn(stored.picture) is None:
        return _Side(
            prompt_of(stored.question), "\n".join((exam.in_words(stored.picture), *lines))
        )
    return _Side(prompt_of(stored.question), "\n".join(lines), stored.picture)


def _back(question_set: QuestionSet, stored: StoredQuestion, options: Options) -> _Side:
    told = order.explanation(question_set, stored) if options.with_explanations else ""
    return _Side(solution(stored.question), told)


def _page(document: Print, sides: list[_Side], *, mirrored: bool) -> None:
    document.add_page()
    wide = (document.w - 2 * _EDGE) / COLUMNS
    high = (document.h - 2 * _EDGE) / ROWS
    for place, side in enumerate(sides):
        row, column = divmod(place, COLUMNS)
        shown = COLUMNS - 1 - column if mirrored else column
        _card(document, side, (_EDGE + wide * shown, _EDGE + high * row), (wide, high))
    _cuts(document, wide, high)


def _card(
    document: Print, side: _Side, corner: tuple[float, float], size: tuple[float, float]
) -> None:
    """Write a card in the middle of its place, smaller where its words are many."""
    width, room = size[0] - 2 * _INSIDE, size[1] - 2 * _INSIDE
    left = corner[0] + _INSIDE
    found = None if side.picture is None else drawn(side.picture)
    across, down = (
        (0.0, 0.0) if found is None else found.within(width, room / 2, exam.PIXEL)
    )
    below = 0.0 if found is None else down + 2 * exam.AROUND_PICTURE
    largest = round(document.size * _LARGER)
    fitting = (
        points / document.size
        for points in range(largest, _SMALLEST, -1)
        if _heights(document, side, width, points / document.size)[0] + below <= room
    )
    times = next(fitting, _SMALLEST / document.size)
    high, gap = _heights(document, side, width, times)
    document.set_y(corner[1] + _INSIDE + max(0.0, (room - high - below) / 2))
    document.face(times, "B")
    document.write_text(side.main, width, left, align="C")
    if found is not None and side.picture is not None:
        document.ln(exam.AROUND_PICTURE)
        at = left + (width - across) / 2
        document.draw(found, (across, down), at, side.picture.described)
        document.ln(exam.AROUND_PICTURE)
    if side.more:
        document.ln(gap)
        document.face(times * 0.85)
        document.write_text(side.more, width, left, align="C")


def _heights(
    document: Print, side: _Side, width: float, times: float
) -> tuple[float, float]:
    """Return how high the words stand, and what is left free between them."""
    document.face(times, "B")
    high, gap = document.height(side.main, width), document.leading * 0.4
    if not side.more:
        return high, gap
    document.face(times * 0.85)
    return high + gap + document.height(side.more, width), gap


def _cuts(document: Print, wide: float, high: float) -> None:
    """Draw short marks at the corners of every card."""
    for column in range(COLUMNS + 1):
        for row in range(ROWS + 1):
            x, y = _EDGE + wide * column, _EDGE + high * row
            document.line(x - _MARK, y, x + _MARK, y)
            document.line(x, y - _MARK, x, y + _MARK)
