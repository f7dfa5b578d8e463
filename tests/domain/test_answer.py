"""Marking a typed answer: forgiving of the hand, strict with figures."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.domain.answer import differing, fold, mark
from quizapp.domain.question import Gap, TypedAnswer


def marked(answer: str, typed: str, *accepted: str) -> bool:
    return mark(TypedAnswer("What?", answer, accepted), typed).right


@pytest.mark.parametrize(
    ("answer", "typed"),
    [
        ("Ada Corvin", "ada corvin"),
        ("Ada Corvin", "  Ada   CORVIN  "),
        ("Zürich", "Zurich"),
        ("Zurich", "Zürich"),
        ("naïve café", "NAIVE CAFE"),
        ("Straße", "strasse"),
        ("the people’s “friend”", 'the people\'s "friend"'),
        ("Ada Corvin.", "Ada Corvin"),
        ("Ada Corvin", "Ada Corvin!"),
        ("1914–1918", "1914-1918"),
        ("1,000", "1000"),
        ("1000", "1,000"),
        ("1,234,567 people", "1234567 people"),
        ("Ｆｕｌｌ", "full"),
        ("ﬁsh", "fish"),
    ],
)
def test_the_same_written_otherwise_is_right(answer, typed):
    assert mark(TypedAnswer("What?", answer), typed).right
    assert mark(TypedAnswer("What?", answer), typed).slips == 0


@pytest.mark.parametrize(
    ("answer", "typed", "right"),
    [
        ("Velms", "Velmz", False),  # five letters: no slip
        ("Brandt", "Brant", True),  # six letters: one
        ("Brandt", "Brnat", False),
        ("Brandt", "Barndt", True),  # two letters swapped are one slip
        ("Ada Corvin", "Ada Korvin", True),  # nine letters: one, wherever it is
        ("Ada Corvin", "Ida Korvin", False),
        ("Mesopotamian", "Messopotamien", True),  # twelve letters: two
        ("Mesopotamian", "Mesopptamien", True),
        ("Mesopotamian", "Messoppotamien", False),
    ],
)
def test_one_slip_is_forgiven_for_every_six_letters(answer, typed, right):
    assert marked(answer, typed) is right


@pytest.mark.parametrize(
    ("answer", "typed"),
    [
        ("1911", "1912"),
        ("in the winter of 1911", "in the winter of 1910"),
        ("40 million cubic metres", "4 million cubic metres"),
        ("40 million cubic metres", "million cubic metres"),
        ("forty million cubic metres", "40 million cubic metres"),
        ("1.5", "15"),
        ("1.5", "1,5"),
        ("1,000", "1,00"),
        ("10,000", "1000"),
    ],
)
def test_figures_are_the_same_or_wrong(answer, typed):
    assert not marked(answer, typed)


@pytest.mark.parametrize(
    "typed",
    [
        "People's Army (PA)",
        "People's Army",
        "people’s army PA",
        "peoples army",
    ],
)
def test_a_part_in_brackets_may_be_left_out(typed):
    assert marked("People's Army (PA)", typed)


def test_the_part_in_brackets_alone_is_not_the_answer():
    assert not marked("People's Army (PA)", "PA")


def test_an_answer_wholly_in_brackets_cannot_be_left_out():
    assert not marked("(PA)", "")
    assert marked("(PA)", "PA")


@pytest.mark.parametrize("typed", ["", "   ", "?", "."])
def test_nothing_is_never_right(typed):
    assert not marked("Ada Corvin", typed)
    assert not marked("5", typed)
    assert not marked("?", typed)


def test_what_else_is_accepted_counts_and_is_named():
    question = TypedAnswer("Who?", "Ada Corvin", ("Miss Corvin", "the engineer"))
    found = mark(question, "miss corvin")
    assert found.right
    assert found.nearest == "Miss Corvin"


def test_a_wrong_answer_is_shown_beside_the_questions_own():
    question = TypedAnswer("Who?", "Ada Corvin", ("the engineer", "AC"))
    assert mark(question, "an engineer here").nearest == "Ada Corvin"
    assert mark(question, "A").nearest == "Ada Corvin"


def test_a_gap_is_marked_like_any_typed_answer():
    assert mark(Gap("It was dammed in ", "1911", "."), " 1911 ").right
    assert not mark(Gap("It was dammed in ", "1911", "."), "1921").right


def words(typed: str, answer: str) -> list[str]:
    return [answer[start:end] for start, end in differing(typed, answer)]


@pytest.mark.parametrize(
    ("typed", "answer", "marked_words"),
    [
        ("Ada Korvin", "Ada Corvin", ["Corvin"]),
        ("Ida Korvin", "Ada Corvin", ["Ada", "Corvin"]),
        ("ada corvin", "Ada Corvin", []),
        ("", "Ada Corvin", ["Ada", "Corvin"]),
        ("People's Army", "People's Army (PA)", []),
        ("Peoples Army", "People's Army (PA)", ["People's"]),
        ("40 milion metres", "40 million cubic metres", ["million", "cubic"]),
        ("the dam in Velm", "the dam, in Velm.", []),
    ],
)
def test_the_words_spelt_otherwise_are_marked(typed, answer, marked_words):
    assert words(typed, answer) == marked_words


def test_slips_count_the_words_spelt_otherwise():
    question = TypedAnswer("What?", "Mesopotamian engineers")
    assert mark(question, "Messopotamian enginers").slips == 2
    assert mark(question, "Mesopotamian engineers").slips == 0
    assert mark(question, "nothing alike").slips == 0


@given(st.text(max_size=30))
@settings(max_examples=60, deadline=None)
def test_folding_twice_changes_no_more(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=30).filter(fold))
@settings(max_examples=60, deadline=None)
def test_the_answer_itself_is_always_right(answer):
    assert mark(TypedAnswer("What?", answer), answer).right


@given(st.text(max_size=20), st.text(max_size=20))
@settings(max_examples=60, deadline=None)
def test_marked_words_are_words_of_the_answer(typed, answer):
    for start, end in differing(typed, answer):
        assert answer[start:end] in answer.split()
