"""Wrong numbers: near the right one, written alike, and not made true by a hedge."""

import random
import re
from collections.abc import Sequence

from quizapp.generation.distractors.ladder import mixed
from quizapp.language import quantities
from quizapp.language.quantities import SMALL_NUMBERS

_ROUGH = re.compile(
    r"(?:about|around|approximately|roughly|some|an estimated|circa|close to) ",
    re.IGNORECASE,
)
_EXACT = re.compile(r"exactly ", re.IGNORECASE)
_NEAR = ((0.5, 0.6, 0.7, 0.75, 0.8), (1.2, 1.25, 1.3, 1.4, 1.5, 1.75))
_FAR = ((0.25, 0.3, 0.4, 0.5), (1.8, 2.0, 2.5, 3.0, 4.0))
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_BRACKET = re.compile(r"(.*\S)(\s\(\D*)(\d[\d,]*(?:\.\d+)?)(\D*\))")
_RANGE = re.compile(
    r"(\D*)(\d[\d,]*(?:\.\d+)?)(\D{1,8})(\d[\d,]*(?:\.\d+)?)(\D*)", re.DOTALL
)
_SCALES = r"(?:hundred|thousand|million|billion|trillion)"
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_UNITS = SMALL_NUMBERS[1:10]
NUMBERS = {
    **{word: n for n, word in enumerate(SMALL_NUMBERS) if n},
    **{word: 20 + 10 * n for n, word in enumerate(_TENS)},
    **{
        f"{ten}-{unit}": 20 + 10 * n + m + 1
        for n, ten in enumerate(_TENS)
        for m, unit in enumerate(_UNITS)
    },
}
"""The words for whole numbers up to 99."""
_IN_WORDS = {n: word for word, n in NUMBERS.items()}
_FRACTIONS = {
    "a tenth": 0.1, "a fifth": 0.2, "a quarter": 0.25, "a third": 0.33, "two fifths": 0.4,
    "half": 0.5, "three fifths": 0.6, "two thirds": 0.67, "three quarters": 0.75,
    "four fifths": 0.8,
}  # fmt: skip
_APART = 0.2
"""How far a wrong fraction must lie from a rough one."""
_FEW = 20
_WIDEST = 3
"""The end of a range to its beginning, at most."""
_SECOND_SCALE = re.compile(
    rf"[a-z-]+ (?:hundred|thousand) (?:and )?(?:{'|'.join(NUMBERS)}|{_SCALES})\b"
)
_OLDEST = 104
_GROUPED = 1000
"""From here on a number has a comma, if the right one is too small to have shown it."""


def near(answer: str, rng: random.Random) -> list[str]:
    """Return wrong amounts in the form of `answer`, the best three first; empty where none is sure.

    About 30 leaves room for numbers far from 30; over 30 for none, since over 20 is true too.
    """
    rough = bool(_ROUGH.match(answer))
    if quantities.is_hedged(answer) and not rough and not _EXACT.match(answer):
        return []
    bare = quantities.bare(answer)
    before = answer.removesuffix(bare)
    if re.match(r"(?:between|from|under|above|below) ", bare) and not _RANGE.fullmatch(
        bare
    ):
        return []
    return [f"{before}{other}" for other in _written_alike(bare, rng, rough=rough)]


def ages(answer: str, rng: random.Random) -> list[str]:
    """Return wrong ages in the form of `answer`: a few years off."""
    numbers = _NUMBER.findall(answer)
    if len(numbers) != 1 or quantities.is_hedged(answer) or not numbers[0].isdigit():
        return near(answer, rng)
    age = int(numbers[0])
    widest = 4 if age <= _FEW else 9
    below = [n for n in range(age - widest, age) if n > 1]
    above = [n for n in range(age + 1, age + widest + 1) if n <= _OLDEST]
    return [answer.replace(numbers[0], str(n)) for n in mixed(below, above, rng)]


def _written_alike(bare: str, rng: random.Random, *, rough: bool) -> list[str]:
    bracket = _BRACKET.fullmatch(bare)
    if bracket:
        return _told_twice(bracket, rng, rough=rough)
    numbers = _NUMBER.findall(bare)
    if len(numbers) == 2:
        return _ranges(bare, rng)
    if len(numbers) > 2:
        return []
    if not numbers:
        return _fractions(bare, rng, rough=rough) or _words(bare, rng, rough=rough)
    most = 99.0 if re.search(r"%|per ?cent", bare) else float("inf")
    others = _figures(numbers[0], rng, rough=rough)
    kept = [text for text in others if _value(text) <= most or _value(numbers[0]) > most]
    return [bare.replace(numbers[0], text, 1) for text in kept]


def _told_twice(match: re.Match[str], rng: random.Random, *, rough: bool) -> list[str]:
    """Return amounts whose bracket says the same in other units: 156 km² (60 sq mi)."""
    main, opening, second, closing = match.groups()
    first = _NUMBER.findall(main)
    if len(first) != 1:
        return []
    found = []
    for text in _figures(first[0], rng, rough=rough):
        if "°" in main:
            other = _value(text) * 9 / 5 + 32
            if "C" not in main or "F" not in closing:
                return []
        else:
            other = _value(second) * _value(text) / _value(first[0])
        places = len(second.partition(".")[2])
        written = f"{other:,.{places}f}" if "," in second else f"{other:.{places}f}"
        found.append(f"{main.replace(first[0], text, 1)}{opening}{written}{closing}")
    return found


def _ranges(bare: str, rng: random.Random) -> list[str]:
    """Move a range so far that it neither holds nor meets the right one."""
    match = _RANGE.fullmatch(bare)
    if not match or not re.fullmatch(r"\s?[–—-]\s?| to | and ", match.group(3)):
        return []
    before, one, between, other, after = match.groups()
    low, high = _value(one), _value(other)
    if not 0 < low < high or high / low > _WIDEST:
        return []
    wide = high / low
    below = [1 / (wide * f) for f in (1.1, 1.4, 1.8)]
    above = [wide * f for f in (1.1, 1.4, 1.8)]
    if re.search(r"%|per ?cent", after) and high * max(above) >= 100:
        above = [f for f in above if high * f < 100]
    found = []
    for factor in mixed(below, above, rng):
        texts = [_scaled(one, factor), _scaled(other, factor)]
        if _value(texts[0]) < _value(texts[1]) and _value(texts[0]) > 0:
            clear = _value(texts[1]) < low if factor < 1 else _value(texts[0]) > high
            if clear:
                found.append(f"{before}{texts[0]}{between}{texts[1]}{after}")
    return list(dict.fromkeys(found))


def _words(bare: str, rng: random.Random, *, rough: bool) -> list[str]:
    """Return amounts that begin with another number word: three hundred years."""
    match = re.match(rf"([A-Za-z]+(?:-[a-z]+)?)( {_SCALES}\b)?", bare)
    if not match or _SECOND_SCALE.match(bare.lower()):
        return []
    told, scale = match.group(1).lower(), match.group(2) or ""
    if scale and told == "one":
        others = [2, 3, 4, 5, 10] if not rough else [3, 4, 5, 10]
        return [_cased(_IN_WORDS[n], bare) + bare[match.end(1) :] for n in others]
    value = NUMBERS.get(told, 0)
    if value < 2 or re.match(r"[a-z-]+ (?:and|or|to) ", bare.lower()):
        return []
    numbers = [n for n in _small(value, rng, rough=rough) if n in _IN_WORDS and n > 1]
    return [_cased(_IN_WORDS[n], bare) + bare[match.end(1) :] for n in numbers]


def _cased(word: str, like: str) -> str:
    return word.capitalize() if like[0].isupper() else word


def _fractions(bare: str, rng: random.Random, *, rough: bool) -> list[str]:
    dashed, one = "-" in bare, bare.lower().startswith("one ")
    told = bare.lower().replace("-", " ")
    value = _FRACTIONS.get(told.replace("one ", "a ", 1) if one else told)
    if value is None:
        return []
    apart = _APART if rough else 0.01
    below = [name for name, n in _FRACTIONS.items() if n < value - apart]
    above = [name for name, n in _FRACTIONS.items() if n > value + apart]
    found = [
        name.replace("a ", "one ", 1) if one else name for name in mixed(below, above, rng)
    ]
    if dashed:
        found = [name.replace(" ", "-") for name in found if not name.startswith("a ")]
    return [_cased(name, bare) if bare[0].isupper() else name for name in found]


def _small(value: int, rng: random.Random, *, rough: bool) -> list[int]:
    """Return whole numbers near one; of round tens, other tens."""
    if value % 10 == 0:
        steps: Sequence[int] = range(10, 60, 10) if value > _FEW else (5, 10, 15, 20)
    elif value > _FEW:
        steps = range(2, 10)
    else:
        steps = range(1, 6 if value > 8 else 5)
    if rough:
        unit = 5 if value % 5 == 0 else 1
        steps = [step for step in range(unit, 2 * value, unit) if step * 2 >= value]
    below = [value - step for step in steps if value - step > 0]
    return mixed([n for n in below if n > 1], [value + step for step in steps], rng)


def _figures(number: str, rng: random.Random, *, rough: bool) -> list[str]:
    """Return other numbers in the form of one, as round as it is."""
    value = _value(number)
    if value == 0:
        return []
    if value <= _FEW and "." not in number and not rough:
        return [str(n) for n in _small(int(value), rng, rough=False) if n > 1 or value < 2]
    factors = _FAR if rough else _NEAR
    below, above = ([_scaled(number, f) for f in side] for side in factors)
    texts = mixed(
        [text for text in dict.fromkeys(below) if 0 < _value(text) < value],
        [text for text in dict.fromkeys(above) if _value(text) > value],
        rng,
    )
    return list(dict.fromkeys(texts))


def _scaled(number: str, factor: float) -> str:
    """Return a number so many times as large, as round as it was."""
    places = len(number.partition(".")[2])
    unit = _roundness(number)
    other = _value(number) * factor
    if not places:
        other = round(other / unit) * unit
    grouped = "," in number or _value(number) < _GROUPED <= other
    return f"{other:,.{places}f}" if grouped else f"{other:.{places}f}"


def _value(number: str) -> float:
    return float(number.replace(",", ""))


def _roundness(number: str) -> int:
    """Return the place value to round to, so that round stays round and three others fit."""
    digits = number.replace(",", "").split(".", maxsplit=1)[0]
    zeros = min(len(digits) - 1, len(digits) - len(digits.rstrip("0")))
    leading = digits[: len(digits) - zeros]
    return int(10 ** (zeros if len(leading) > 1 else max(0, zeros - 1)))
