"""Wrong times: in the form of the right one, and none that nobody would believe."""

import re
from random import Random

import pytest

from quizapp.generation.distractors import times


@pytest.mark.parametrize(
    ("right", "latest", "last"),
    [("2015", 2016, 2019), ("the 2010s", 2016, 2019), ("the 1920s", 0, 1923)],
)
def test_no_wrong_time_lies_far_beyond_the_text(right, latest, last):
    wrong = [time for seed in range(20) for time in times.near(right, latest, Random(seed))]
    years = [int(re.sub(r"\D", "", time)) for time in wrong]
    assert max(years) <= last
    assert min(years) < int(re.sub(r"\D", "", right))


@pytest.mark.parametrize("right", ["2015", "in the late 2010s", "the 12th century"])
def test_there_are_three_distinct_wrong_times_in_the_form_of_the_right_one(right):
    wrong = times.near(right, 2016, Random(1))
    assert len(set(wrong)) >= 3
    form = re.sub(r"\d+(?:st|nd|rd|th)?", "…", right)
    assert {re.sub(r"\d+(?:st|nd|rd|th)?", "…", time) for time in wrong} == {form}
