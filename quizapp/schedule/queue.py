"""Which question comes next."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

from quizapp.domain.question import QuestionId
from quizapp.domain.review import Phase
from quizapp.domain.source import Source
from quizapp.domain.waiting import Waiting

LEARN_AHEAD = timedelta(minutes=20)
"""When nothing else is left, a learning step this near is asked at once."""


def first(
    line: Sequence[Waiting],
    now: datetime,
    *,
    later: Collection[QuestionId],
    asked_today: Collection[Source],
) -> QuestionId | None:
    """Return the question to ask now, None when the session is done.

    Learning steps that are due, then due reviews, then new ones, then learning steps within
    `LEARN_AHEAD`; what was put off comes after everything else. A due question whose fact was
    asked today in another kind comes after the other due ones.
    """
    prompt = [w for w in line if w.question not in later]
    put_off = [w for w in line if w.question in later]
    for group in (prompt, put_off):
        for waiting in _in_turn(group, now, asked_today):
            return waiting.question
    return None


def new_for_today(
    fresh: Iterable[Waiting],
    asked_today: Collection[Source],
    wanted: int,
    *,
    told_too: bool = False,
) -> tuple[Waiting, ...]:
    """Return at most `wanted` new questions, in their order, no two of them on one fact.

    Those on a sentence that was asked today come after the others, for the two could help
    each other; those on a fact that was asked today wait for another day, unless `told_too`.
    """
    apart: list[Waiting] = []
    beside: list[Waiting] = []
    told: list[Waiting] = []
    asked = list(asked_today)
    for waiting in fresh:
        if len(apart) >= wanted:
            break
        if _told(waiting, asked):
            told.append(waiting)
            continue
        (beside if _on_a_sentence_of(waiting, asked) else apart).append(waiting)
        if waiting.source is not None:
            asked.append(waiting.source)
    return tuple([*apart, *beside, *(told if told_too else ())][:wanted])


def _in_turn(
    line: Sequence[Waiting], now: datetime, asked_today: Collection[Source]
) -> Iterable[Waiting]:
    steps = sorted((w for w in line if _learning(w)), key=_due)
    reviews = sorted((w for w in line if w.phase is Phase.REVIEW), key=_due)
    yield from (w for w in steps if _due(w) <= now)
    yield from (w for w in reviews if not _told(w, asked_today))
    yield from reviews
    yield from (w for w in line if w.phase is None)
    yield from (w for w in steps if _due(w) <= now + LEARN_AHEAD)


def _learning(waiting: Waiting) -> bool:
    return waiting.phase in {Phase.LEARNING, Phase.RELEARNING}


def _due(waiting: Waiting) -> datetime:
    if waiting.due is None:
        raise AssertionError("a new question has no date")
    return waiting.due


def _told(waiting: Waiting, asked_today: Collection[Source]) -> bool:
    source = waiting.source
    return source is not None and any(source.same_fact(other) for other in asked_today)


def _on_a_sentence_of(waiting: Waiting, asked: Collection[Source]) -> bool:
    source = waiting.source
    return source is not None and any(
        source.article == other.article and source.sentence == other.sentence
        for other in asked
    )
