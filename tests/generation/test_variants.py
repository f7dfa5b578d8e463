"""Other ways of writing an answer."""

import random

import pytest

from quizapp.domain.question import Gap, TypedAnswer, solution
from quizapp.generation import generate, units
from quizapp.reading import read_article


@pytest.mark.parametrize(
    ("amount", "other"),
    [
        ("41 metres", "41 m"),
        ("41 km", "41 kilometres"),
        ("2 °C", "2 degrees"),
        ("5%", "5 per cent"),
        ("8 per cent", "8%"),
        ("two days", "2 days"),
        ("twenty-one years", "21 years"),
        ("$3 billion", "3 billion dollars"),
        ("£28,000", "28,000 pounds"),
        ("20 pence", "20 p"),
    ],
)
def test_units_and_currencies_may_be_written_otherwise(amount: str, other: str) -> None:
    assert other in units.otherwise(amount)


@pytest.mark.parametrize(
    ("time", "other"),
    [
        ("17 November 1846", "November 17, 1846"),
        ("June 17, 1944", "17 June 1944"),
        ("14 October", "October 14"),
        ("the 19th century", "the nineteenth century"),
        ("late eighteenth century", "late 18th century"),
    ],
)
def test_dates_and_centuries_may_be_written_otherwise(time: str, other: str) -> None:
    assert units.dates(time) == [other]


@pytest.mark.parametrize("time", ["1846", "the 1850s", "November 1846"])
def test_a_year_or_a_month_has_one_way(time: str) -> None:
    assert units.dates(time) == []


def accepted(text: str, answer: str) -> set[str]:
    article = read_article(text.encode("utf-8"), "text.txt")
    found: set[str] = set()
    for seed in range(4):
        for draft in generate(article, 1000, random.Random(seed)):
            if (
                isinstance(draft.question, Gap | TypedAnswer)
                and solution(draft.question) == answer
            ):
                found |= set(draft.question.accepted)
    return found


def test_a_surname_is_enough_where_nobody_else_bears_it() -> None:
    text = (
        "In 1884 Margaret Ellis designed the tower at Harrow Point. Tom Hall paid for it."
    )
    assert "Ellis" in accepted(text, "Margaret Ellis")
    text += " In 1890 John Ellis painted the door."
    assert "Ellis" not in accepted(text, "Margaret Ellis")
