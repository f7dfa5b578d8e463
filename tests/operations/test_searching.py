"""Everything that is kept, found by a few letters."""

import pytest

from quizapp.operations import decks, questions, searching
from tests.conftest import NOON


def test_without_words_the_decks_are_found(bank, deck):
    found = searching.find(bank, "  ")
    assert found.decks == ((deck, "The lake above Velm"),)
    assert found.questions == ()


def test_decks_and_questions_are_found_by_the_same_words(bank, deck, asked):
    found = searching.find(bank, "velm")
    assert [title for _, title in found.decks] == ["The lake above Velm"]
    prompts = [question.prompt for question in found.questions]
    assert "It was dammed in ____ to bring water to the city of Velm." in prompts
    assert {question.deck_title for question in found.questions} == {"The lake above Velm"}


def test_a_minus_sign_leaves_out(bank, deck, asked):
    all_of_them = len(searching.find(bank, "velm").questions)
    assert 0 < len(searching.find(bank, "velm -dammed").questions) < all_of_them
    assert searching.find(bank, "velm -dammed").decks
    assert searching.find(bank, "velm -nothing -velm").questions == ()


def test_what_was_deleted_or_removed_is_not_found(bank, deck, asked):
    questions.delete(bank, asked[:1], NOON)
    assert len(searching.find(bank, "corvin").questions) == 1
    decks.remove(bank, deck, NOON)
    assert searching.find(bank, "velm") == searching.Kept((), ())


@pytest.mark.parametrize(
    ("text", "title", "found"),
    [
        ("", "Library", True),
        ("lib", "Library", True),
        ("ary", "Library", False),
        ("add art", "Add article…", True),
        ("art add", "Add article…", True),
        ("LARGER", "Larger text", True),
        ("uber", "Über die Berge", True),
    ],
)
def test_each_word_begins_a_word(text, title, found):
    assert searching.matches(text, title) is found
