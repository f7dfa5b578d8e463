"""FSRS-6 in our words: what an answer does to a memory, and the chance of recall.

Source: J. Ye, "A Stochastic Shortest Path Algorithm for Optimizing Spaced Repetition
Scheduling" (KDD 2022), in the form FSRS-6 of the `fsrs` package, version 6.3.
"""

import hashlib
import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from fsrs import Card, Scheduler, State
from fsrs import Rating as FsrsRating
from fsrs.scheduler import DEFAULT_PARAMETERS, FUZZ_RANGES

from quizapp.domain.question import QuestionId
from quizapp.domain.review import Memory, Phase, Rating

WEIGHTS: tuple[float, ...] = tuple(DEFAULT_PARAMETERS)
"""FSRS-6's weights for a learner not yet known."""

HORIZON = timedelta(days=7)
"""How far ahead a memory is judged: now, everything would look perfect after each session."""

DAY = timedelta(days=1)


@lru_cache(maxsize=8)
def scheduler(desired_retention: float, weights: tuple[float, ...] = WEIGHTS) -> Scheduler:
    """Return FSRS with its own spread off: that draws from the global random."""
    return Scheduler(
        parameters=weights, desired_retention=desired_retention, enable_fuzzing=False
    )


def after(
    question: QuestionId,
    memory: Memory | None,
    rating: Rating,
    now: datetime,
    by: Scheduler,
) -> Memory:
    """Return what is remembered after a rating; None before the first.

    The same arguments always give the same date, so the wait on a button is the wait stored.
    """
    moment = now.astimezone(UTC)
    card, _ = by.review_card(_card(memory, moment), FsrsRating(rating), moment)
    if card.stability is None or card.difficulty is None:
        raise AssertionError("FSRS left a reviewed card without a memory")
    plain = Memory(
        stability=card.stability,
        difficulty=card.difficulty,
        phase=Phase(card.state),
        step=card.step,
        due=card.due,
        last=moment,
    )
    return replace(plain, due=moment + _spread(plain.due - moment, question, memory))


def waits(
    question: QuestionId, memory: Memory | None, now: datetime, by: Scheduler
) -> dict[Rating, timedelta]:
    """Return the wait each rating would set, growing from Again to Easy."""
    return {rating: after(question, memory, rating, now, by).due - now for rating in Rating}


def recall_chance(
    memory: Memory, at: datetime, weights: Sequence[float] = WEIGHTS
) -> float:
    """Return the chance, 0 to 1, of recall at a moment, to the second (FSRS-6, eq. of R).

    `fsrs` itself counts whole days, which would draw every memory as perfect until tomorrow.
    """
    decay = -weights[20]
    factor = 0.9 ** (1 / decay) - 1
    elapsed = max(0.0, (at - memory.last) / DAY)
    return float((1 + factor * elapsed / memory.stability) ** decay)


def days_until(
    chance: float, stability: float, weights: Sequence[float] = WEIGHTS
) -> float:
    """Return after how many days the chance of recall falls to `chance` (FSRS-6, inverse of R)."""
    decay = -weights[20]
    factor = 0.9 ** (1 / decay) - 1
    return float(stability / factor * (chance ** (1 / decay) - 1))


def _card(memory: Memory | None, now: datetime) -> Card:
    """Return FSRS's card; given an id, because it would sleep a millisecond to make one."""
    if memory is None:
        return Card(card_id=0, state=State.Learning, step=0, due=now)
    return Card(
        card_id=0,
        state=State(memory.phase),
        step=memory.step,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=memory.due.astimezone(UTC),
        last_review=memory.last.astimezone(UTC),
    )


def _spread(wait: timedelta, question: QuestionId, memory: Memory | None) -> timedelta:
    """Move a wait of days a little, so that what was learned together does not stay together.

    FSRS's own ranges, drawn from the question and its last answer instead of from chance: all
    four ratings share the draw, so a better rating never waits less.
    """
    days = wait / DAY
    if days < FUZZ_RANGES[0]["start"]:
        return wait
    reach = 1.0 + sum(
        part["factor"] * max(min(days, part["end"]) - part["start"], 0.0)
        for part in FUZZ_RANGES
    )
    shortest, longest = max(2, round(days - reach)), round(days + reach)
    last = "" if memory is None else memory.last.isoformat()
    digest = hashlib.blake2b(f"{question} {last}".encode(), digest_size=8).digest()
    draw = int.from_bytes(digest) / 2**64
    return timedelta(days=shortest + math.floor(draw * (longest - shortest + 1)))
