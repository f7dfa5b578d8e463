"""Wrong years, dates and periods: near the right one, in its form."""

import random
import re

_YEAR = re.compile(r"\b(1\d{3}|20\d{2})\b")
_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905 - a list of words
)
_BEYOND = 3
"""Years that a wrong time may lie after the latest year of the text."""
_LONG = frozenset({"January", "March", "May", "July", "August", "October", "December"})


def near(answer: str, latest: int, rng: random.Random) -> list[str]:
    """Return wrong times in the form of `answer`; empty where it has no year.

    None lies much beyond the year `latest`, or beyond the right one where that is later.
    """
    century = re.fullmatch(
        r"((?:the )?(?:(?:early|mid|late)[- ])?(?:the )?)(\d{1,2})(?:st|nd|rd|th)( century)",
        answer,
    )
    if century:
        return _centuries(century, rng)
    decade = re.fullmatch(r"(.*?)(\d{3}0)s", answer)
    if decade:
        return _decades(decade, latest, rng)
    years = _YEAR.findall(answer)
    if len(years) != 1:
        return []
    return _with_years(answer, years[0], latest, rng)


def _decades(match: re.Match[str], latest: int, rng: random.Random) -> list[str]:
    decade = int(match.group(2))
    others = [decade + step for step in _steps(rng, 10, 4)]
    last = max(latest, decade) + _BEYOND
    return [f"{match.group(1)}{other}s" for other in others if other <= last]


def _with_years(answer: str, year: str, latest: int, rng: random.Random) -> list[str]:
    found = []
    for step in _steps(rng, 1, 14):
        if int(year) + step > max(latest, int(year)) + _BEYOND:
            continue
        text = answer.replace(year, str(int(year) + step))
        found.append(_other_day(text, rng))
    return found


def _other_day(text: str, rng: random.Random) -> str:
    """Change the month too, so that the year alone does not decide."""
    for month in _MONTHS:
        if month in text:
            day = max([int(d) for d in re.findall(r"\b\d{1,2}\b", text)], default=1)
            others = [m for m in _MONTHS if m != month and (day <= 28 or m in _LONG)]
            return text.replace(month, rng.choice(others))
    return text


def _centuries(match: re.Match[str], rng: random.Random) -> list[str]:
    number = int(match.group(2))
    options = [n for n in (number - 2, number - 1, number + 1, number + 2) if 0 < n <= 21]
    rng.shuffle(options)
    return [f"{match.group(1)}{n}{_ending(n)}{match.group(3)}" for n in options]


def _ending(number: int) -> str:
    if number in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _steps(rng: random.Random, unit: int, reach: int) -> list[int]:
    """Return steps before and after in turn, so that the right one is not always in the middle."""
    before, after = list(range(-reach, 0)), list(range(1, reach + 1))
    rng.shuffle(before)
    rng.shuffle(after)
    sides = [before, after] if rng.random() < 0.5 else [after, before]
    return [unit * step for pair in zip(*sides, strict=True) for step in pair]
