"""Wrong amounts: near enough to tempt, written as the right one, and never true as well."""

import re
from random import Random

import pytest

from quizapp.generation.distractors import amounts


def value(text: str) -> float:
    found = re.search(r"\d[\d,]*(?:\.\d+)?", text)
    assert found
    return float(found.group().replace(",", ""))


@pytest.mark.parametrize(
    "right",
    [
        "83",
        "1,400",
        "4.9%",
        "$3 billion",
        "£28,000",
        "60 florins a month",
        "156 km² (60 sq mi)",
        "20 °C (68 °F)",
        "10–15%",
        "between 30 and 40",
        "about 265,000",
        "fifteen years",
        "three hundred years",
        "one million marks",
        "two-thirds",
        "half",
        "Three",
        "twenty-one",
    ],
)
def test_there_are_three_distinct_wrong_amounts_in_the_form_of_the_right_one(
    right: str,
) -> None:
    form = r"\d[\d,.]*"
    for seed in range(20):
        wrong = amounts.near(right, Random(seed))
        assert len(set(wrong)) >= 3
        assert right not in wrong
        assert right[0].isupper() == wrong[0][0].isupper()
        if re.search(r"\d", right):
            assert {re.sub(form, "…", text) for text in wrong} == {re.sub(form, "…", right)}


@pytest.mark.parametrize(
    "right", ["over 2,000", "at least 17", "nearly 300", "more than 90%", "up to six"]
)
def test_an_open_ended_amount_has_none(right: str) -> None:
    assert amounts.near(right, Random(1)) == []


def test_a_rough_amount_has_only_far_ones() -> None:
    for seed in range(20):
        for text in amounts.near("about 30", Random(seed)):
            assert not 20 <= value(text) <= 45


def test_a_range_is_never_met_by_another() -> None:
    for seed in range(20):
        for text in amounts.near("30 to 40 km", Random(seed)):
            low, high = map(float, re.findall(r"\d+", text))
            assert high < 30 or low > 40


def test_the_bracket_says_the_same_in_other_units() -> None:
    for text in amounts.near("100 km (62 mi)", Random(1)):
        kilometres, miles = map(float, re.findall(r"\d+", text))
        assert miles == pytest.approx(kilometres * 0.62, abs=1)
    for text in amounts.near("20 °C (68 °F)", Random(1)):
        celsius, fahrenheit = map(float, re.findall(r"\d+", text))
        assert fahrenheit == pytest.approx(celsius * 1.8 + 32, abs=1)


def test_no_share_is_more_than_all() -> None:
    assert all(value(t) < 100 for s in range(20) for t in amounts.near("95%", Random(s)))


def test_an_age_is_a_few_years_off() -> None:
    wrong = [value(text) for seed in range(9) for text in amounts.ages("47", Random(seed))]
    assert all(0 < abs(age - 47) <= 9 for age in wrong)


@pytest.mark.parametrize(
    "right", ["8 minutes and 40 seconds", "a million marks", "a week", "one year", "many"]
)
def test_what_has_no_single_number_has_none(right: str) -> None:
    assert amounts.near(right, Random(1)) == []
