"""Wrong years, decades, centuries and stretches of years: near the right one, in its form."""

import random
import re
from collections.abc import Callable

from quizapp.generation.distractors.ladder import mixed

BEYOND = 3
"""Years that a wrong time may lie after the latest year of the text."""
_YEAR = r"(?:1\d{3}|20\d{2})"
_PART = r"(?:(?:[Ee]arly|[Mm]id|[Mm]iddle|[Ll]ate)[- ])"
_CENTURY = re.compile(
    rf"((?:the )?{_PART}?(?:the )?)(\d{{1,2}}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?)([- ]century.*)",
    re.IGNORECASE,
)
_DECADE = re.compile(rf"((?:[Tt]he )?{_PART}?(?:the )?)(\d{{3}}0)s")
_SINGLE = re.compile(rf"(.*?)\b({_YEAR})\b(.*)")
_OLD = re.compile(r"(AD )?(\d{1,4})( ?(?:BCE|CE|BC|AD))?")
_STRETCH = re.compile(rf"(.*?)\b({_YEAR})(\D{{1,9}}?)({_YEAR}|\d{{2}})\b(.*)")
ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
]


def near(answer: str, latest: int, rng: random.Random) -> list[str]:
    """Return wrong times in the form of `answer`, the best three first; empty where it has no year.

    None lies much beyond the year `latest`, or beyond the right one where that is later.
    """
    for form, write in _FORMS:
        match = form.fullmatch(answer)
        if match:
            return write(match, latest, rng)
    return []


def reach(year: int) -> int:
    """Return how many years a wrong one may lie off: the longer ago, the more."""
    return 12 if year >= 1900 else 18 if year >= 1700 else 40


def near_year(year: int, latest: int, rng: random.Random) -> list[int]:
    """Return wrong years; round ones among them where the right one is round."""
    last = max(latest, year) + BEYOND
    widest = reach(year)
    steps = [n for n in range(1, widest + 1) if n % 10]
    if year % 10 == 0:
        round_ones = [10, 20, 30] if widest > reach(1800) else [5, 10]
        steps = [*rng.sample(round_ones, 2), *rng.sample(steps, 4)]
    below = [year - step for step in steps]
    above = [year + step for step in steps if year + step <= last]
    return mixed(below, above, rng)


def _years(match: re.Match[str], latest: int, rng: random.Random) -> list[str]:
    before, year, after = match.groups()
    if re.search(r"\d|[A-Z]", before + after):
        return []
    return [f"{before}{other}{after}" for other in near_year(int(year), latest, rng)]


def _old_years(match: re.Match[str], _latest: int, rng: random.Random) -> list[str]:
    before, year, era = match.group(1) or "", int(match.group(2)), match.group(3) or ""
    if not before and not era:
        return []
    unit = 100 if year % 100 == 0 else 10 if year % 10 == 0 else 1
    steps = [unit * n for n in (range(1, 6) if unit > 1 else range(2, 31))]
    below = [year - step for step in steps if year - step > 0]
    others = mixed(below, [year + step for step in steps], rng)
    return [f"{before}{other}{era}" for other in others]


def _decades(match: re.Match[str], latest: int, rng: random.Random) -> list[str]:
    decade = int(match.group(2))
    last = max(latest, decade) + BEYOND
    below = [decade - step for step in (10, 20, 30)]
    above = [decade + step for step in (10, 20, 30) if decade + step <= last]
    return [f"{match.group(1)}{other}s" for other in mixed(below, above, rng)]


def _centuries(match: re.Match[str], latest: int, rng: random.Random) -> list[str]:
    before, told, after = match.groups()
    digits = re.match(r"\d+", told)
    number = int(digits.group()) if digits else _ordinal(told)
    if not number:
        return []
    below = [n for n in (number - 3, number - 2, number - 1) if n > 0]
    most = number + 3 if "BC" in after else max(number, latest // 100 + 1)
    above = [n for n in (number + 1, number + 2, number + 3) if n <= most]
    others = mixed(below, above, rng)
    if digits:
        return [f"{before}{n}{_ending(n)}{after}" for n in others]
    return [f"{before}{_in_words(n, told)}{after}" for n in others if n <= len(ORDINALS)]


def _ordinal(word: str) -> int:
    return ORDINALS.index(word.lower()) + 1 if word.lower() in ORDINALS else 0


def _in_words(number: int, like: str) -> str:
    word = ORDINALS[number - 1]
    return word.capitalize() if like[0].isupper() else word


def _ending(n: int) -> str:
    return "th" if 11 <= n <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")


def _stretches(match: re.Match[str], latest: int, rng: random.Random) -> list[str]:
    """Move both ends, so far that no wrong stretch holds the right one or lies within it."""
    before, first, between, last, after = match.groups()
    if re.search(r"\d|[A-Z]", before + between + after):
        return []
    start, end = int(first), int(last if len(last) > 2 else first[:2] + last)
    if end <= start:
        return []
    long = end - start
    most = max(latest, end) + BEYOND
    steps = [long + extra for extra in (1, 2, 3, 5, 7)] if long < 40 else []
    moved = mixed([-step for step in steps], [s for s in steps if end + s <= most], rng)
    found = []
    for step in moved:
        length = max(1, long - rng.choice((0, 0, 1)))
        one, other = start + step, start + step + length
        if len(last) > 2 or one // 100 == other // 100:
            written = str(other)[-len(last) :]
            found.append(f"{before}{one}{between}{written}{after}")
    return found


_FORMS: tuple[tuple[re.Pattern[str], Callable[..., list[str]]], ...] = (
    (_CENTURY, _centuries),
    (_DECADE, _decades),
    (_STRETCH, _stretches),
    (_SINGLE, _years),
    (_OLD, _old_years),
)
