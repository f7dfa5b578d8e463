"""Wrong dates: each part of the right one stands in two options, so that none gives it away."""

import re
from collections import Counter
from datetime import datetime
from random import Random

import pytest

from quizapp.generation.distractors import dates


@pytest.mark.parametrize(
    ("right", "form"),
    [
        ("31 August 1944", "%d %B %Y"),
        ("January 30, 1974", "%B %d, %Y"),
        ("29 February 1904", "%d %B %Y"),
    ],
)
def test_two_days_and_two_years_make_four_real_dates(right: str, form: str) -> None:
    for seed in range(30):
        for wrong in dates.sets(right, 2000, Random(seed)):
            years = Counter(text[-4:] for text in (right, *wrong))
            days = Counter(text[:-4] for text in (right, *wrong))
            assert set(years.values()) == set(days.values()) == {2}
            if not right.startswith("29 February"):
                assert all(datetime.strptime(text, form) for text in wrong)  # noqa: DTZ007 - a day


def test_a_day_without_a_year_has_two_days_and_two_months() -> None:
    for wrong in dates.sets("15 August", 2000, Random(2)):
        months = Counter(text.split()[1] for text in ("15 August", *wrong))
        assert set(months.values()) == {2}


@pytest.mark.parametrize("right", ["March 1938", "the fall of 1937", "spring 1945"])
def test_months_and_seasons_go_with_two_years(right: str) -> None:
    wrong = next(dates.sets(right, 2000, Random(3)))
    assert sorted(Counter(text[-4:] for text in (right, *wrong)).values()) == [2, 2]


def test_a_day_of_the_week_stands_beside_others() -> None:
    wrong = next(dates.sets("Mondays", 0, Random(1)))
    assert all(re.fullmatch(r"[A-Z][a-z]+days", text) for text in wrong)
    assert "Mondays" not in wrong


@pytest.mark.parametrize("right", ["1944", "the next day", "Sunday, 2 September 1666"])
def test_another_form_has_none(right: str) -> None:
    assert list(dates.sets(right, 2000, Random(1))) == []


@pytest.mark.parametrize("right", ["3:30 p.m.", "04:10", "9 a.m.", "11 o’clock"])
def test_times_of_day_keep_their_form(right: str) -> None:
    wrong = dates.on_the_clock(right, Random(1))
    assert len(set(wrong)) >= 3
    assert {re.sub(r"^\d+", "…", text) for text in wrong} == {re.sub(r"^\d+", "…", right)}
