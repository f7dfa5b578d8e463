"""Times, numbers and amounts, found by their form."""

import re
from collections.abc import Iterator

from quizapp.language.words import Kind

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:1\d{3}|20\d{2})"
_ERA = r"(?:\s?(?:BCE|CE|BC|AD))"
_ORDINAL = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|(?:twenty-)?(?:first|second|third|fourth|fifth|sixth|seventh"
    r"|eighth|ninth)|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth"
    r"|seventeenth|eighteenth|nineteenth|twentieth)"
)
_WORDS = (
    r"(?:"
    r"two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|"
    r"thousand|million|billion|trillion|dozen"
    r")"
)
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"(?:\s(?:million|billion|trillion|thousand|hundred))"
_AMOUNT = rf"(?:(?:{_DIGITS}){_SCALE}?|{_WORDS}(?:[ -](?:and )?{_WORDS})*)"
_HEDGE = (
    r"(?:(?:more than|less than|fewer than|at least|at most|up to|as many as|well over|just over"
    r"|just under|no more than|over(?!\s(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)|under|about|around|approximately|roughly|nearly|almost|some"
    r"|an estimated|exactly)\s)"
)
_UNITS = (
    r"(?:km²|km2|km|kilometres?|kilometers?|metres?|meters?|miles?|mi|feet|ft|inch(?:es)?|cm|mm|nm"
    r"|hectares?|ha|acres?|square (?:miles?|kilometres?|kilometers?|feet|metres?|meters?)"
    r"|kg|kilograms?|grams?|tons?|tonnes?|pounds|lbs?|litres?|liters?|gallons?|barrels"
    r"|°C|°F|degrees(?: Celsius| Fahrenheit)?|kelvins?|volts?|kV|watts?|kW|MW|hertz|Hz|MHz|amperes?"
    r"|years?|months?|weeks?|days?|hours?|minutes?|seconds?|centuries|decades)"
)
_FORMS = (
    (Kind.DATE, rf"\b{_DAY}(?:\sof)?\s{_MONTH}(?:,?\s{_YEAR})?\b"),
    (Kind.DATE, rf"\b{_MONTH}\s{_DAY}\b(?:,?\s{_YEAR}\b)?"),
    (Kind.DATE, rf"\b{_MONTH}(?:\sof)?\s{_YEAR}\b"),
    (Kind.DATE, r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b"),
    (
        Kind.PERIOD,
        rf"\b(?:(?:early|mid|late)[- ])?(?:the\s)?{_ORDINAL}[- ]century\b{_ERA}?",
    ),
    (Kind.PERIOD, r"\b(?:(?:early|mid|late)[- ])?(?:the\s)?(?:1\d|20)\d0s\b"),
    (Kind.PERIOD, rf"\b{_YEAR}\s?[–-]\s?(?:{_YEAR}|\d{{2}})\b"),
    (Kind.YEAR, rf"\b(?:{_YEAR}{_ERA}?|\d{{1,4}}{_ERA})\b(?![–-]\d)"),
    (Kind.PERCENT, rf"{_HEDGE}?\b{_AMOUNT}\s?(?:%|percent\b|per cent\b)"),
    (Kind.MONEY, rf"{_HEDGE}?(?:\b(?:US|A|C)?\$|[$£€¥])\s?(?:{_DIGITS}){_SCALE}?"),
    (
        Kind.MONEY,
        rf"{_HEDGE}?\b{_AMOUNT}\s(?:US\s)?(?:dollars|euros|pounds sterling|francs|marks|yen)\b",
    ),
    (Kind.MEASURE, rf"{_HEDGE}?\b{_AMOUNT}\s?{_UNITS}(?![\w])"),
    (Kind.NUMBER, rf"(?i:{_HEDGE})?\b(?i:{_AMOUNT})\b"),
)
_COMPILED = tuple((kind, re.compile(form)) for kind, form in _FORMS)
_BEFORE_A_LABEL = re.compile(r"(?:[A-Za-z]-|[A-Z][a-z]+ |No\. ?|[#/:.,]\d*)$")

SMALL_NUMBERS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
)
"""The words for numbers, each at the place it names."""


def found(text: str) -> Iterator[tuple[Kind, int, int]]:
    """Yield the times and amounts of a text as kind, start and end; no two overlap."""
    taken: list[tuple[int, int]] = []
    for kind, form in _COMPILED:
        for match in form.finditer(text):
            start, end = match.span()
            if any(start < other_end and other < end for other, other_end in taken):
                continue
            if kind is Kind.NUMBER and _BEFORE_A_LABEL.search(text[:start]):
                continue
            taken.append((start, end))
            yield kind, start, end


def bare(amount: str) -> str:
    """Return the amount without its hedge: over 2,000 → 2,000."""
    return re.sub(rf"^(?i:{_HEDGE})", "", amount)


def is_hedged(amount: str) -> bool:
    """Tell whether other amounts would be true too."""
    return bare(amount) != amount
