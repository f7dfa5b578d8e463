"""Wrong numbers: near the right one, written alike, and not made true by a hedge."""

import random
import re
from collections.abc import Sequence

from quizapp.language import quantities
from quizapp.language.quantities import SMALL_NUMBERS

_ROUGH = re.compile(r"(?:about|around|approximately|roughly|some) ", re.IGNORECASE)
_NEAR = (0.6, 0.7, 0.75, 0.8, 1.2, 1.25, 1.3, 1.4, 1.5)
_FAR = (0.3, 0.4, 0.5, 1.6, 1.8, 2.0, 2.5, 3.0)
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def near(answer: str, rng: random.Random) -> list[str]:
    """Return wrong amounts in the form of `answer`; empty where it has two numbers.

    About 30 leaves room for numbers far from 30; over 30 for none, since over 20 is true too.
    """
    rough = bool(_ROUGH.match(answer))
    if quantities.is_hedged(answer) and not rough:
        return []
    written = answer.lower()
    if written in SMALL_NUMBERS:
        return _near_words(answer, written, rng)
    numbers = _NUMBER.findall(answer)
    if len(numbers) != 1:
        return []
    factors = _FAR if rough else _NEAR
    others = _near_figures(numbers[0], factors, rng)
    return [answer.replace(numbers[0], other) for other in others]


def _near_words(answer: str, written: str, rng: random.Random) -> list[str]:
    place = SMALL_NUMBERS.index(written)
    options = [w for n, w in enumerate(SMALL_NUMBERS) if 0 < abs(n - place) <= 4 and n > 1]
    rng.shuffle(options)
    return [w.capitalize() if answer[0].isupper() else w for w in options]


def _near_figures(number: str, factors: Sequence[float], rng: random.Random) -> list[str]:
    commas = "," in number
    places = len(number.split(".")[1]) if "." in number else 0
    value = float(number.replace(",", ""))
    if value == 0:
        return []
    if value <= 20 and not places and factors is _NEAR:
        options = [n for n in range(max(2, int(value) - 5), int(value) + 6) if n != value]
        rng.shuffle(options)
        return [str(n) for n in options]
    drawn = rng.sample(factors, len(factors))
    unit = _roundness(number)
    found: list[str] = []
    for factor in drawn:
        other = value * factor if places else round(value * factor / unit) * unit
        text = f"{other:,.{places}f}" if commas else f"{other:.{places}f}"
        if text != number and text not in found and other > 0:
            found.append(text)
    return found


def _roundness(number: str) -> int:
    """Return the place value to round to, so that round stays round and three others fit."""
    digits = number.replace(",", "").split(".", maxsplit=1)[0]
    zeros = min(len(digits) - 1, len(digits) - len(digits.rstrip("0")))
    leading = digits[: len(digits) - zeros]
    return int(10 ** (zeros if len(leading) > 1 else max(0, zeros - 1)))
