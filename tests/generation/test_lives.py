"""When somebody was born and died, from brackets."""

from quizapp.generation import lives
from tests.language.read import read


def asked(text: str) -> dict[str, str]:
    return {a.prompt: a.answer for s in read(text).sentences for a in lives.questions(s)}


def test_two_dates_in_brackets_are_birth_and_death() -> None:
    found = asked("Anna Holt (10 July 1856 – 7 January 1943) was a Welsh painter.")
    assert found == {
        "When was Anna Holt born?": "10 July 1856",
        "When did Anna Holt die?": "7 January 1943",
    }


def test_two_years_are_too() -> None:
    found = asked("The mill was drawn by Anna Holt (1856–1943), a painter.")
    assert found["When was Anna Holt born?"] == "1856"


def test_born_alone_is_asked_alone() -> None:
    assert asked("Anna Holt (born 5 May 1960) is a Welsh painter.") == {
        "When was Anna Holt born?": "5 May 1960"
    }


def test_dates_of_a_thing_are_no_life() -> None:
    assert asked("The Harrow Mill (1856–1943) stood in Wales.") == {}


def test_the_years_of_an_office_are_no_life() -> None:
    text = "The first president of the city was Jan Andrzej Menich (1695–1696), a merchant."
    assert asked(text) == {}
    text = "James Conant (president, 1933–1953) changed the college."
    assert asked(text) == {}
