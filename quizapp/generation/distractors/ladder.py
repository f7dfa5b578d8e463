"""Values on both sides of the right one, so that it is not always the middle one."""

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
WRONG = 3


def mixed(below: Sequence[T], above: Sequence[T], rng: random.Random) -> list[T]:
    """Return all values, the first three from both sides by chance: none, one, two or three below."""
    few, many = min(WRONG, len(below)), max(0, WRONG - len(above))
    low = rng.randint(min(many, few), few)
    one, other = list(below), list(above)
    rng.shuffle(one)
    rng.shuffle(other)
    first = [*one[:low], *other[: WRONG - low]]
    rng.shuffle(first)
    return [*first, *one[low:], *other[WRONG - low :]]
