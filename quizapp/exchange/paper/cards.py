"""Flashcards to print on both sides and cut: the backs mirrored for a flip on the long edge."""

from quizapp.domain.question import StoredQuestion, prompt_of, solution
from quizapp.domain.question_set import QuestionSet
from quizapp.exchange import losses, order
from quizapp.exchange.options import Options
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


def dump(question_set: QuestionSet, options: Options) -> bytes:
    """Return a document whose odd pages are fronts and whose even pages are their backs."""
    kept = order.ordered(losses.kept(NAME, question_set), options)
    document = Print(options, question_set.title)
    document.set_auto_page_break(auto=False)
    each = COLUMNS * ROWS
    for start in range(0, len(kept), each):
        cards = kept[start : start + each]
        _side(document, [_front(one, options) for one in cards], mirrored=False)
        _side(document, [_back(question_set, one, options) for one in cards], mirrored=True)
    return bytes(document.output())


def _front(stored: StoredQuestion, options: Options) -> tuple[str, str]:
    shown = order.answers(stored, options)
    return prompt_of(stored.question), "\n".join(f"• {text}" for text in shown)


def _back(
    question_set: QuestionSet, stored: StoredQuestion, options: Options
) -> tuple[str, str]:
    told = order.explanation(question_set, stored) if options.with_explanations else ""
    return solution(stored.question), told


def _side(document: Print, cards: list[tuple[str, str]], *, mirrored: bool) -> None:
    document.add_page()
    wide = (document.w - 2 * _EDGE) / COLUMNS
    high = (document.h - 2 * _EDGE) / ROWS
    for place, (main, more) in enumerate(cards):
        row, column = divmod(place, COLUMNS)
        shown = COLUMNS - 1 - column if mirrored else column
        _card(
            document, main, more, (_EDGE + wide * shown, _EDGE + high * row), (wide, high)
        )
    _cuts(document, wide, high)


def _card(
    document: Print,
    main: str,
    more: str,
    corner: tuple[float, float],
    size: tuple[float, float],
) -> None:
    """Write a card in the middle of its place, smaller where its words are many."""
    width, room = size[0] - 2 * _INSIDE, size[1] - 2 * _INSIDE
    largest = round(document.size * _LARGER)
    fitting = (
        points / document.size
        for points in range(largest, _SMALLEST, -1)
        if _heights(document, main, more, width, points / document.size)[0] <= room
    )
    times = next(fitting, _SMALLEST / document.size)
    high, gap = _heights(document, main, more, width, times)
    document.set_y(corner[1] + _INSIDE + max(0.0, (room - high) / 2))
    document.face(times, "B")
    document.write_text(main, width, corner[0] + _INSIDE, align="C")
    if more:
        document.ln(gap)
        document.face(times * 0.85)
        document.write_text(more, width, corner[0] + _INSIDE, align="C")


def _heights(
    document: Print, main: str, more: str, width: float, times: float
) -> tuple[float, float]:
    document.face(times, "B")
    high, gap = document.height(main, width), document.leading * 0.4
    if not more:
        return high, gap
    document.face(times * 0.85)
    return high + gap + document.height(more, width), gap


def _cuts(document: Print, wide: float, high: float) -> None:
    """Draw short marks at the corners of every card."""
    for column in range(COLUMNS + 1):
        for row in range(ROWS + 1):
            x, y = _EDGE + wide * column, _EDGE + high * row
            document.line(x - _MARK, y, x + _MARK, y)
            document.line(x, y - _MARK, x, y + _MARK)
