"""Amounts and dates written another way: 41 m for 41 metres, May 4 for 4 May."""

import re

from quizapp.generation.distractors.amounts import NUMBERS
from quizapp.generation.distractors.dates import MONTHS
from quizapp.generation.distractors.times import ORDINALS

_SAME = (
    ("km", "kilometres", "kilometers"), ("m", "metres", "meters"), ("cm", "centimetres"),
    ("mm", "millimetres"), ("km²", "square kilometres", "sq km"), ("sq mi", "square miles"),
    ("mi", "miles"), ("ft", "feet"), ("kg", "kilograms"), ("g", "grams"), ("t", "tonnes"),
    ("l", "litres", "liters"), ("ha", "hectares"), ("°C", "degrees Celsius", "degrees"),
    ("°F", "degrees Fahrenheit", "degrees"), ("km/h", "kilometres per hour"),
    ("mph", "miles per hour"), ("%", "percent", "per cent"), ("p", "pence"),
)  # fmt: skip
"""Units by their sign and their names."""
_SIGNS = {"$": "dollars", "US$": "dollars", "£": "pounds", "€": "euros", "¥": "yen"}
_MONTH = "|".join(MONTHS)
_DAY_FIRST = re.compile(rf"(\d{{1,2}}) ({_MONTH})(?:,? (\d{{4}}))?")
_MONTH_FIRST = re.compile(rf"({_MONTH}) (\d{{1,2}})(?:,? (\d{{4}}))?")
_CENTURY = re.compile(r"(.*?)\b(\w+(?:-\w+)?)( century.*)")


def otherwise(amount: str) -> list[str]:
    """Return an amount with its unit, its currency or its number written otherwise."""
    return [*_in_figures(amount), *_with_units(amount), *_with_currency(amount)]


def _in_figures(amount: str) -> list[str]:
    first, space, rest = amount.partition(" ")
    value = NUMBERS.get(first.lower())
    return [f"{value}{space}{rest}"] if value is not None and rest else []


def _with_units(amount: str) -> list[str]:
    match = re.fullmatch(r"([−-]?\d[\d,.]*)(\s?)(\S.*)", amount)
    if match is None:
        return []
    number, _, unit = match.groups()
    names = {name for same in _SAME if unit in same for name in same} - {unit}
    return sorted(f"{number}%" if n == "%" else f"{number} {n}" for n in names)


def _with_currency(amount: str) -> list[str]:
    match = re.fullmatch(r"((?:US)?[$£€¥])\s?(.+)", amount)
    return [f"{match.group(2)} {_SIGNS[match.group(1)]}"] if match else []


def dates(time: str) -> list[str]:
    """Return a date with its month before its day, or behind it; a century in figures or in words."""
    early, late = _DAY_FIRST.fullmatch(time), _MONTH_FIRST.fullmatch(time)
    if early:
        day, month, year = early.groups()
        return [f"{month} {day}, {year}" if year else f"{month} {day}"]
    if late:
        month, day, year = late.groups()
        return [f"{day} {month} {year}" if year else f"{day} {month}"]
    return _centuries(time)


def _centuries(time: str) -> list[str]:
    match = _CENTURY.fullmatch(time)
    if match is None:
        return []
    before, told, after = match.groups()
    if told.lower() in ORDINALS:
        number = ORDINALS.index(told.lower()) + 1
        return [f"{before}{number}th{after}"] if number > 3 else []
    digits = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)", told)
    if digits is None or not 0 < int(digits.group(1)) <= len(ORDINALS):
        return []
    return [f"{before}{ORDINALS[int(digits.group(1)) - 1]}{after}"]
