"""Times and amounts, found by their form."""

import pytest

from quizapp.language import quantities
from quizapp.language.words import Kind


def found(text: str) -> list[tuple[Kind, str]]:
    spans = sorted(quantities.found(text), key=lambda span: span[1])
    return [(kind, text[start:end]) for kind, start, end in spans]


@pytest.mark.parametrize(
    ("text", "kind", "whole"),
    [
        ("It ran between 1961 and 1963.", Kind.PERIOD, "between 1961 and 1963"),
        ("It ran from May 1961 to 1963.", Kind.PERIOD, "from May 1961 to 1963"),
        ("It ran in 1961-63.", Kind.PERIOD, "1961-63"),
        (
            "Tesla (10 July 1856 – 7 January 1943) left.",
            Kind.PERIOD,
            "10 July 1856 – 7 January 1943",
        ),
        ("They fought on 6–25 October 1973.", Kind.PERIOD, "6–25 October 1973"),
        ("since at least the mid-14th century", Kind.PERIOD, "the mid-14th century"),
        ("in the 18th and 19th centuries", Kind.PERIOD, "the 18th and 19th centuries"),
        ("in the fall of 1937", Kind.DATE, "the fall of 1937"),
        ("on Sunday, 6 October 1973", Kind.DATE, "Sunday, 6 October 1973"),
        ("He died in AD 79.", Kind.YEAR, "AD 79"),
        ("They met at 5 pm.", Kind.TIME_OF_DAY, "5 pm"),
        ("They met at 9:00 a.m. sharp.", Kind.TIME_OF_DAY, "9:00 a.m."),
        (
            "It meets from 9:15 am to 6 pm daily.",
            Kind.TIME_OF_DAY,
            "from 9:15 am to 6 pm",
        ),
        ("They lost 30%–50% of it.", Kind.PERCENT, "30%–50%"),
        ("They lost 30 to 50 percent.", Kind.PERCENT, "30 to 50 percent"),
        ("It costs $2.50 per AC horsepower.", Kind.MONEY, "$2.50 per AC horsepower"),
        ("He got US$18 per week.", Kind.MONEY, "US$18 per week"),
        ("It cost one million dollars.", Kind.MONEY, "one million dollars"),
        ("It is 60 km (37 mi) away.", Kind.MEASURE, "60 km (37 mi)"),
        (
            "It boils at −183 °C (−297 °F; 90 K).",
            Kind.MEASURE,
            "−183 °C (−297 °F; 90 K)",
        ),
        ("It holds 8.5 mg/L of it.", Kind.MEASURE, "8.5 mg/L"),
        ("It is 5–10 km long.", Kind.MEASURE, "5–10 km"),
        ("Two thirds of them left.", Kind.FRACTION, "Two thirds"),
        ("almost half the men", Kind.FRACTION, "almost half"),
        ("He died aged 42.", Kind.AGE, "42"),
        ("She left at the age of 17.", Kind.AGE, "17"),
        ("She is 42 years old.", Kind.AGE, "42 years old"),
        ("between 150,000 and 200,000 men", Kind.NUMBER, "between 150,000 and 200,000"),
        ("The 12 members met.", Kind.NUMBER, "12"),
        ("a hundred men", Kind.NUMBER, "a hundred"),
        ("twenty-one men", Kind.NUMBER, "twenty-one"),
    ],
)
def test_what_belongs_together_is_one_amount(text: str, kind: Kind, whole: str) -> None:
    assert found(text) == [(kind, whole)]


@pytest.mark.parametrize(
    "text",
    ["Article Twelve", "see Article 12", "the second half of it", "several hundred men"],
)
def test_what_counts_nothing_is_no_amount(text: str) -> None:
    assert found(text) == []


def test_a_hedge_is_told_from_the_amount() -> None:
    assert quantities.is_hedged("close to 60 km")
    assert quantities.bare("No fewer than 60") == "60"
