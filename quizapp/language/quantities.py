"""Times, numbers and amounts, found by their form."""

import re
from collections.abc import Iterator

from quizapp.language.lexicon import listed
from quizapp.language.words import Kind

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:1\d{3}|20\d{2})"
_ERA = r"(?:\s?(?:BCE|CE|BC|AD))"
_DASH = r"\s?[–—-]\s?"
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
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_SCALE = r"(?:\s(?:million|billion|trillion|thousand|hundred))"
_SCALES = r"(?:hundred|thousand|million|billion|trillion|dozen)"
_IN_WORDS = rf"(?:(?:an?|one)\s{_SCALES}|(?!{_SCALES}){_WORDS})(?:[ -](?:and )?{_WORDS})*(?:-one\b)?"
_AMOUNT = rf"(?:{_DIGITS}{_SCALE}?|{_IN_WORDS})"
_HEDGE = (
    r"(?:(?:more than|less than|fewer than|at least|at most|up to|as many as|as much as|well over"
    r"|just over|just under|no more than|no fewer than|no less than|slightly over|slightly under"
    r"|slightly more than|slightly less than|close to|upwards of|in excess of|circa"
    r"|over(?!\s(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)|under|about|around"
    r"|approximately|roughly|nearly|almost|some|an estimated|exactly)\s)"
)
_LENGTHS = (
    r"km²|km2|km|m²|m³|kilomet(?:re|er)s?|centimet(?:re|er)s?|millimet(?:re|er)s?|met(?:re|er)s?"
    r"|nautical miles?|miles?|mi|yards?|yd|feet|foot|ft|inch(?:es)?|cm|mm|nm|µm|fathoms?|furlongs?"
    r"|hectares?|ha|acres?|(?:square|cubic|sq) (?:miles?|kilomet(?:re|er)s?|feet|met(?:re|er)s?|mi|km"
    r"|inches|yards)|light[- ]years?|parsecs?|AU|m"
)
_WEIGHTS = (
    r"kg|mg|µg|kilograms?|milligrams?|micrograms?|grams?|g|tons?|tonnes?|pounds|lbs?|ounces?|oz"
    r"|carats?|lit(?:re|er)s?|millilit(?:re|er)s?|mL|ml|gallons?|pints?|barrels|bushels?"
)
_FORCES = (
    r"°\s?[CF]|degrees(?: Celsius| Fahrenheit)?|kelvins?|K|volts?|kV|mV|watts?|kW|MW|GW|[kMGT]Wh"
    r"|hertz|[kMG]?Hz|amperes?|amps?|ohms?|joules?|k?J|k?cal|calories|decibels?|dB|[kM]?eV|[kMG]?Pa"
    r"|atm|bars?|psi|horsepower|hp|knots|km/h|mph|m/s|rpm|(?:mega|giga|kilo|tera)?bytes|[kMGT]B"
    r"|bits|ppm|ppb|parts per (?:million|billion)"
)
_STRETCHES = (
    r"years?|months?|weeks?|days?|hours?|minutes?|seconds?|centuries|decades|nights?"
)
_UNITS = rf"(?:{_LENGTHS}|{_WEIGHTS}|{_FORCES}|{_STRETCHES})(?![\w°²³])"
_MEASURE = rf"{_AMOUNT}\s?{_UNITS}(?:\s?/\s?[A-Za-z]+[²³]?|\sper\s(?!cent)[a-z]+)?"
_BESIDE = rf"(?:\s\((?:about\s|approximately\s|or\s)?[−–-]?{_MEASURE}(?:[;,]\s[−–-]?{_MEASURE})*\))?"
"""The same in other units: (37 mi)."""
_TWOFOLD = "(?:{})".format(
    "|".join(
        rf"{_DIGITS}\s?{large},?\s(?:and\s)?{_DIGITS}\s?{small}\b"
        for large, small in (
            ("(?:feet|foot|ft)", "(?:inches|inch|in)"),
            ("(?:hours?|h)", "(?:minutes?|min)"),
            ("(?:minutes?|min)", "(?:seconds?|s)"),
            ("(?:pounds?|lb)", "(?:ounces?|oz)"),
            ("miles?", "yards?"),
        )
    )
)
"""An amount in two units: 6 feet 2 inches."""
_RATE = r"(?:\sper\s(?:[A-Z]+\s)?[a-z]+|\san?\s(?:year|month|week|day|hour|barrel|ton|head|share)\b)"
_SIGN = r"(?:\b(?:US|A|C|NZ|HK)?\$|[$£€¥])"
_CASH = rf"{_SIGN}\s?{_DIGITS}(?:{_SCALE}|\s?(?:bn|m|k)\b)?"
_PERCENT = r"\s?(?:%|percent\b|per cent\b|percentage points?\b)"
_DATE = (
    rf"(?:{_DAY}(?:\sof)?\s{_MONTH}(?:,?\s{_YEAR})?|{_MONTH}\s{_DAY}\b(?:,?\s{_YEAR}\b)?)"
)
_MOMENT = rf"(?:{_DATE}|(?:{_MONTH}(?:\sof)?\s)?{_YEAR}|{_MONTH})"
_CLOCK = r"\d{1,2}(?::\d{2})?\s?(?:[ap]\.m\.|[ap]m\b|AM\b|PM\b|o['’]clock\b)"
_FORMS = (
    (Kind.PERIOD, rf"\b(?i:between)\s(?:the\s)?{_MOMENT}\sand\s{_MOMENT}\b"),
    (Kind.PERIOD, rf"\b(?i:from)\s{_MOMENT}\s(?:to|until|till|through)\s{_MOMENT}\b"),
    (
        Kind.PERIOD,
        rf"\b(?i:from|between)\s{_DAY}\s(?:to|and)\s{_DAY}\s{_MONTH}(?:,?\s{_YEAR})?\b",
    ),
    (Kind.PERIOD, rf"\b{_DATE}{_DASH}{_DATE}(?!\d)"),
    (Kind.PERIOD, rf"\b\d{{1,2}}[–-]\d{{1,2}}\s{_MONTH}(?:\s{_YEAR})?\b"),
    (Kind.PERIOD, rf"\b{_MONTH}\s\d{{1,2}}[–-]\d{{1,2}}(?:,?\s{_YEAR})?\b"),
    (Kind.DATE, rf"\b(?:{_WEEKDAY},?\s)?{_DAY}(?:\sof)?\s{_MONTH}(?:,?\s{_YEAR})?\b"),
    (Kind.DATE, rf"\b(?:{_WEEKDAY},?\s)?{_MONTH}\s{_DAY}\b(?:,?\s{_YEAR}\b)?"),
    (Kind.DATE, rf"\b{_MONTH}(?:\sof)?,?\s{_YEAR}\b"),
    (
        Kind.DATE,
        (
            rf"\b(?:the\s)?(?:(?:early|late|mid)[- ])?(?:spring|summer|autumn|fall|winter)"
            rf"(?:\sof)?\s{_YEAR}(?:[–-]\d\d)?\b"
        ),
    ),
    (Kind.DATE, rf"\b{_WEEKDAY}s?\b"),
    (
        Kind.TIME_OF_DAY,
        rf"\b(?i:between|from)\s{_CLOCK}\s(?:and|to|until|till)\s{_CLOCK}",
    ),
    (
        Kind.TIME_OF_DAY,
        rf"\b{_CLOCK}",
    ),
    (Kind.TIME_OF_DAY, r"\b[012]?\d:[0-5]\d\b(?!:)"),
    (
        Kind.PERIOD,
        (
            rf"\b(?:the\s)?(?:(?:early|mid|middle|late)[- ])?(?:the\s)?(?i:{_ORDINAL})[- ]century\b"
            rf"{_ERA}?(?:{_DASH}(?=\d))?"
        ),
    ),
    (
        Kind.PERIOD,
        rf"\b(?:the\s)?(?i:{_ORDINAL})(?:\sand\s|\sto\s|{_DASH})(?i:{_ORDINAL})[- ]centur(?:y|ies)\b",
    ),
    (Kind.PERIOD, r"\b(?:the\s)?(?:(?:early|mid|late)[- ])?(?:the\s)?(?:1\d|20)\d0s\b"),
    (Kind.PERIOD, rf"\b{_YEAR}{_DASH}(?:{_YEAR}|\d{{2}})\b"),
    (Kind.YEAR, rf"\b(?:{_YEAR}{_ERA}?|\d{{1,4}}{_ERA}|AD\s\d{{1,4}})\b(?![–-]\d)"),
    (
        Kind.PERCENT,
        (
            rf"(?<!\w)(?:(?i:{_HEDGE})|\bbetween\s)?\b{_AMOUNT}(?:{_PERCENT})?(?:{_DASH}|\sto\s|\sand\s)"
            rf"{_AMOUNT}{_PERCENT}"
        ),
    ),
    (Kind.PERCENT, rf"(?<!\w)(?i:{_HEDGE})?\b{_AMOUNT}{_PERCENT}"),
    (
        Kind.FRACTION,
        (
            r"(?:\b(?i:about|around|almost|nearly|roughly|over|more than|less than|some|at least|up to)\s)?"
            r"\b(?i:an?|one|two|three|four|five)(?:[- ])(?:thirds?|quarters?|fifths?|sixths?|eighths?"
            r"|tenths?)(?=\sof\b)"
        ),
    ),
    (
        Kind.FRACTION,
        (
            r"(?:\b(?i:about|around|almost|nearly|roughly|over|more than|less than|some|at least|up to)\s)"
            r"half(?=\s)|(?<!first\s)(?<!second\s)(?<!latter\s)(?<!other\s)(?<!last\s)\b(?i:half)(?=\sof\b)"
        ),
    ),
    (
        Kind.FRACTION,
        r"\b(?i:two|three|four|five)-(?:thirds|quarters|fifths|eighths|tenths)\b",
    ),
    (
        Kind.MONEY,
        (
            rf"(?<!\w)(?i:{_HEDGE}|\bbetween\s|\bfrom\s)?{_CASH}(?:{_DASH}|\sto\s|\sand\s){_SIGN}?\s?{_DIGITS}"
            rf"{_SCALE}?{_RATE}?"
        ),
    ),
    (Kind.MONEY, rf"(?<!\w)(?i:{_HEDGE})?{_CASH}{_RATE}?"),
    (
        Kind.MONEY,
        (
            rf"(?<!\w)(?i:{_HEDGE})?\b(?i:{_AMOUNT})\s(?:US\s|Canadian\s|Australian\s)?(?:dollars|euros|pounds"
            r" sterling|francs|marks|yen|roubles|rubles|rupees|pesos|zlotys?|shillings|pence|cents"
            rf"|guineas|florins|guilders|crowns|lire|yuan)\b{_RATE}?"
        ),
    ),
    (
        Kind.AGE,
        rf"(?<=\baged\s){_AMOUNT}\b|(?<=\bage\sof\s){_AMOUNT}\b|(?<=\bage\s)\d{{1,3}}\b",
    ),
    (Kind.AGE, rf"\b(?i:{_AMOUNT})\syears?\s(?:old|of\sage)\b"),
    (
        Kind.MEASURE,
        (
            rf"(?<!\w)(?:(?i:{_HEDGE})|(?i:between\s))?(?<![\w.,])[−–-]?{_AMOUNT}(?:\s?{_UNITS})?"
            rf"(?:{_DASH}|\sto\s|\sand\s)[−–-]?{_MEASURE}{_BESIDE}"
        ),
    ),
    (Kind.MEASURE, rf"(?<!\w)(?i:{_HEDGE})?(?<![\w.,]){_TWOFOLD}{_BESIDE}"),
    (
        Kind.MEASURE,
        rf"(?<!\w)(?i:{_HEDGE})?(?<![\w.,])[−–-]?(?i:{_AMOUNT})\s?{_UNITS}(?:\s?/\s?[A-Za-z]+[²³]?)?{_RATE}?{_BESIDE}",
    ),
    (Kind.NUMBER, rf"\b(?i:between)\s{_AMOUNT}\sand\s{_AMOUNT}\b"),
    (
        Kind.NUMBER,
        rf"(?<!\w)(?i:{_HEDGE})?(?<![\w.,–-]){_DIGITS}(?:[–-]|\sto\s){_DIGITS}(?![\w%–-])",
    ),
    (Kind.NUMBER, rf"(?<!\w)(?i:{_HEDGE})?\b(?i:{_AMOUNT})\b"),
)
_OPENERS = frozenset(
    {"only", "some", "these", "those", "all", "both", "between", "within", "during", "since", "until",
     "nearly", "another", "over", "under", "about", "around", "more", "most", "today", "there", "he"}
)  # fmt: skip
_COMPILED = tuple((kind, re.compile(form)) for kind, form in _FORMS)
_NEEDED = {
    Kind.PERCENT: re.compile(r"%|per ?cent"),
    Kind.MONEY: re.compile(
        r"[$£€¥]|dollar|euro|sterling|franc|mark|yen|rouble|ruble|rupee|peso|zlot|shilling|penc"
        r"|cents|guinea|florin|guilder|crown|lire|yuan"
    ),
    Kind.AGE: re.compile(r"\bage|\bold\b"),
    Kind.FRACTION: re.compile(
        r"half|third|quarter|fifth|sixth|eighth|tenth", re.IGNORECASE
    ),
    Kind.TIME_OF_DAY: re.compile(r"\d(?::\d|\s?[apAPo])"),
}
"""What a text without any such amount lacks: told before its slower forms are tried."""
_BEFORE_A_LABEL = re.compile(r"(?:[A-Za-z]-|\b([A-Z][a-z]+) |No\. ?|[#/:.,]\d*)$")

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
        if kind in _NEEDED and not _NEEDED[kind].search(text):
            continue
        for match in form.finditer(text):
            start, end = match.span()
            if any(start < other_end and other < end for other, other_end in taken):
                continue
            if kind is Kind.NUMBER and _is_a_label(text[:start]):
                continue
            taken.append((start, end))
            yield kind, start, end


def _is_a_label(before: str) -> bool:
    """Tell whether a number behind these words counts nothing: Article 12, No. 5."""
    match = _BEFORE_A_LABEL.search(before)
    if match is None:
        return False
    opening = match.group(1)
    return opening is None or opening.lower() not in listed("function_words") | _OPENERS


def bare(amount: str) -> str:
    """Return the amount without its hedge: over 2,000 → 2,000."""
    return re.sub(rf"^(?i:{_HEDGE})", "", amount)


def is_hedged(amount: str) -> bool:
    """Tell whether other amounts would be true too."""
    return bare(amount) != amount
