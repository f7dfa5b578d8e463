"""The words of the Questions page: states, days and counts."""

from datetime import date
from typing import assert_never

from quizapp.domain.question import QuestionKind
from quizapp.domain.wanted import KIND_WORDS, State, Wanted, unknown_field
from quizapp.ui import dates, wording
from quizapp.ui.wording import counted, tr


def state(value: State) -> str:
    """Return the state's name."""
    match value:
        case State.DUE:
            return tr("Due")
        case State.NEW:
            return tr("New")
        case State.LEARNING:
            return tr("Learning")
        case State.LEARNED:
            return tr("Learned")
        case State.FLAGGED:
            return tr("Flagged")
        case State.SET_ASIDE:
            return tr("Set aside")
        case State.NEAR_DUPLICATE:
            return tr("Near-duplicates")
        case _:
            assert_never(value)


def kind_filter(value: QuestionKind | None) -> str:
    """Return the kind's name, or that any will do."""
    return tr("Any kind") if value is None else wording.kind(value)


def advice(wanted: Wanted) -> str:
    """Return what a search line with an unknown field may say instead; empty for any other."""
    unknown = unknown_field(wanted)
    if not unknown:
        return ""
    if unknown.startswith("-"):
        return tr("A minus sign can only leave out words and tags.")
    field, of_kinds = unknown.partition(":")[0], unknown.lower().startswith("kind:")
    known = ", ".join(KIND_WORDS if of_kinds else State)
    return tr("After “%1:” comes one of %2.").replace("%1", field).replace("%2", known)


def day(value: date, today: date) -> str:
    """Return a day in the fewest letters: “Today”, “5 Dec”, “5 Dec 27”."""
    if value <= today:
        return tr("Today")
    shown = "d MMM" if value.year == today.year else "d MMM yy"
    return dates.written(value, shown)


def how_many(total: int, due: int) -> str:
    """Return “24 questions, 9 due”."""
    words = counted(total, "1 question", "%n questions")
    return f"{words}, {counted(due, '1 due', '%n due')}"


def answered(times: int, lapses: int) -> str:
    """Return “5 times, 1 lapse”."""
    if not times:
        return tr("Never")
    words = counted(times, "1 time", "%n times")
    return f"{words}, {counted(lapses, '1 lapse', '%n lapses')}" if lapses else words
