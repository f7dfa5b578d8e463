"""Wrong dates, days and times of day: of the right one's parts, each stands in two options."""

import random
import re
from collections.abc import Iterator

from quizapp.generation.distractors import times
from quizapp.generation.distractors.ladder import mixed

Three = tuple[str, str, str]
MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905 - a list of words
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = ("spring", "summer", "autumn", "winter")
_LAST = dict(zip(MONTHS, (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), strict=True))
_MONTH = "|".join(MONTHS)
_DATE = re.compile(
    rf"(?P<day>\d{{1,2}} )?(?P<month>{_MONTH})(?P<behind> \d{{1,2}})?(?P<year>,? \d{{4}})?"
)
_SEASON = re.compile(
    r"((?:the )?(?:(?:early|late|mid)[- ])?)(spring|summer|autumn|fall|winter)((?: of)? )(\d{4})"
)
_DAY = re.compile(rf"({'|'.join(DAYS)})(s?)")
_CLOCK = re.compile(r"(\d{1,2})(:\d{2})?(\s?(?:[ap]\.?m\.?|AM|PM|o['’]clock))?")
_TRIES = 6


def sets(answer: str, latest: int, rng: random.Random) -> Iterator[Three]:
    """Yield sets of three wrong dates in the form of `answer`; none where it has no such form.

    Two dates and two years make four options, so that no part of the right one stands out.
    """
    date, season = _DATE.fullmatch(answer), _SEASON.fullmatch(answer)
    if date:
        yield from _of_date(date, latest, rng)
    elif season:
        yield from _of_season(season, latest, rng)
    elif _DAY.fullmatch(answer):
        others = [day for day in DAYS if day not in answer]
        ending = "s" if answer.endswith("days") else ""
        for _ in range(_TRIES):
            one, two, three = rng.sample(others, 3)
            yield f"{one}{ending}", f"{two}{ending}", f"{three}{ending}"


def on_the_clock(answer: str, rng: random.Random) -> list[str]:
    """Return wrong times of day in the form of `answer`."""
    match = _CLOCK.fullmatch(answer)
    if not match:
        return []
    hour, minutes, half = int(match.group(1)), match.group(2) or "", match.group(3) or ""
    last = 12 if "clock" in half else 11 if half else 23
    below = [h for h in range(hour - 3, hour) if h >= (1 if half else 0)]
    above = [h for h in range(hour + 1, hour + 4) if h <= last]
    width = 2 if match.group(1).startswith("0") or (not half and hour > 9) else 1
    return [f"{h:0{width}d}{minutes}{half}" for h in mixed(below, above, rng)]


def _of_date(match: re.Match[str], latest: int, rng: random.Random) -> Iterator[Three]:
    told = match.groupdict(default="")
    if told["day"] and told["behind"]:
        return
    for _ in range(_TRIES):
        other = _another_day(told, rng)
        if told["year"]:
            years = times.near_year(int(told["year"][-4:]), latest, rng)
            mark = told["year"][:-4]
            year = f"{mark}{years[0]}"
            yield (
                _written(told | {"year": year}),
                _written(other),
                _written(other | {"year": year}),
            )
        elif told["day"] or told["behind"]:
            yield (
                _written(other | {"month": told["month"]}),
                _written(told | {"month": other["month"]}),
                _written(other),
            )
        else:
            one, two, three = rng.sample([m for m in MONTHS if m != told["month"]], 3)
            yield one, two, three


def _another_day(told: dict[str, str], rng: random.Random) -> dict[str, str]:
    """Return the parts of a date of another month, and of another day where there is one."""
    day = re.search(r"\d+", told["day"] + told["behind"])
    number = int(day.group()) if day else 1
    month = rng.choice([m for m in MONTHS if m != told["month"] and number <= _LAST[m]])
    if day is None:
        return told | {"month": month}
    last = min(_LAST[month], _LAST[told["month"]])
    wide = len(day.group())
    days = [n for n in range(1, last + 1) if n != number and len(str(n)) == wide]
    other = str(rng.choice(days))
    return told | {
        "month": month,
        "day": f"{other} " if told["day"] else "",
        "behind": f" {other}" if told["behind"] else "",
    }


def _written(told: dict[str, str]) -> str:
    return f"{told['day']}{told['month']}{told['behind']}{told['year']}"


def _of_season(match: re.Match[str], latest: int, rng: random.Random) -> Iterator[Three]:
    before, season, between, year = match.groups()
    names = ["fall" if n == "autumn" and season == "fall" else n for n in SEASONS]
    for _ in range(_TRIES):
        other = rng.choice([name for name in names if name != season])
        wrong = times.near_year(int(year), latest, rng)[0]
        yield (
            f"{before}{season}{between}{wrong}",
            f"{before}{other}{between}{year}",
            f"{before}{other}{between}{wrong}",
        )
