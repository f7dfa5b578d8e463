"""Wrong times: in the form of the right one, and none that nobody would believe."""

import re
from random import Random

import pytest

from quizapp.generation.distractors import times


@pytest.mark.parametrize(
    ("right", "latest", "last"),
    [("2015", 2016, 2019), ("the 2010s", 2016, 2019), ("the 1920s", 0, 1923)],
)
def test_no_wrong_time_lies_far_beyond_the_text(right: str, latest: int, last: int) -> None:
    wrong = [time for seed in range(20) for time in times.near(right, latest, Random(seed))]
    years = [int(re.sub(r"\D", "", time)) for time in wrong]
    assert max(years) <= last
    assert min(years) < int(re.sub(r"\D", "", right))


@pytest.mark.parametrize(
    "right",
    [
        "2015",
        "the late 1980s",
        "the 12th century",
        "the nineteenth century",
        "1865–1871",
        "from 1870 to 1890",
        "671 BC",
        "AD 350",
    ],
)
def test_there_are_three_distinct_wrong_times_in_the_form_of_the_right_one(
    right: str,
) -> None:
    form = r"\d+(?:st|nd|rd|th)?|[a-z-]+(?:th|st|nd|rd)\b"
    for seed in range(20):
        wrong = times.near(right, 2016, Random(seed))
        assert len(set(wrong)) >= 3
        assert right not in wrong
        assert {re.sub(form, "…", time) for time in wrong} == {re.sub(form, "…", right)}


def test_the_right_year_is_as_often_the_earliest_as_in_the_middle() -> None:
    ranks = [
        sum(int(year) < 1850 for year in times.near("1850", 1990, Random(seed))[:3])
        for seed in range(200)
    ]
    assert all(30 <= ranks.count(rank) <= 70 for rank in range(4))


def test_the_longer_ago_the_farther_off() -> None:
    assert times.reach(1950) < times.reach(1800) < times.reach(1500)


def test_a_stretch_of_years_never_meets_the_right_one() -> None:
    for seed in range(20):
        for other in times.near("between 1870 and 1890", 2000, Random(seed)):
            start, end = map(int, re.findall(r"\b\d{4}\b", other))
            assert end < 1870 or start > 1890


@pytest.mark.parametrize("right", ["yesterday", "after the war", "May 1850", "42"])
def test_what_has_no_year_has_no_wrong_ones(right: str) -> None:
    assert times.near(right, 2000, Random(1)) == []
