"""The words for values."""

from datetime import timedelta

import pytest

from quizapp.domain.answer import Mark
from quizapp.domain.article import Place
from quizapp.domain.review import Rating
from quizapp.ui import wording


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(seconds=20), "1 min"),
        (timedelta(minutes=10), "10 min"),
        (timedelta(hours=5), "5 hours"),
        (timedelta(hours=24), "1 day"),
        (timedelta(days=8), "8 days"),
        (timedelta(days=43), "43 days"),
        (timedelta(days=61), "2 months"),
        (timedelta(days=92), "3 months"),
        (timedelta(days=800), "2 years"),
    ],
)
def test_a_wait_is_told_in_the_unit_one_thinks_in(length, words):
    assert wording.wait(length) == words


def test_a_verdict_says_when_the_question_comes_back():
    words = wording.rated_again(timedelta(minutes=10))
    assert words == "Rated Again · comes back in 10 minutes"


def test_a_percentage_has_a_thin_no_break_space():
    assert wording.percent(0.842) == "84\u202f%"


def test_a_rating_is_spoken_with_its_wait_and_key():
    words = wording.rating_spoken(Rating.GOOD, timedelta(days=14))
    assert words == "Good, next in 14 days, key 3"


def test_how_a_question_stands_in_memory():
    assert wording.seen(9, 0.84) == "Seen 9 days ago · recall chance 84\u202f%"
    assert wording.seen(1, 0.84).startswith("Seen 1 day ago · ")
    assert wording.seen(0, 0.84).startswith("Seen today · ")
    assert wording.seen(None, None) == "New"


def test_a_place_counts_paragraphs_and_sentences():
    assert wording.place(Place(9, 1)) == "Paragraph 9, sentence 1"


@pytest.mark.parametrize(
    ("slips", "words"),
    [
        (0, ""),
        (1, "One word is spelt differently."),
        (2, "Two words are spelt differently."),
        (3, "Three words are spelt differently."),
        (4, "4 words are spelt differently."),
    ],
)
def test_a_right_answer_with_slips_says_how_many(slips, words):
    mark = Mark(right=True, nearest="x", slips=slips)
    assert wording.verdict(mark) == ("Right.", words)


def test_another_language_is_told_in_the_fewest_words():
    assert wording.languages(("German",), whole=True) == "Text in German: gaps only."
    told = wording.languages(("German", "French"), whole=False)
    assert told == "Parts in German, French: gaps only."
    assert wording.languages((), whole=False) == ""
