"""A search line and the wish it means, both ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.question import QuestionKind
from quizapp.domain.wanted import State, Wanted, folded, parse, unknown_field, write

VALUES = st.text(st.characters(exclude_characters='"'), min_size=1, max_size=12).map(
    lambda text: " ".join(text.split())
)
NAMES = VALUES.filter(bool)
WISHES = st.builds(
    Wanted,
    words=st.lists(NAMES, max_size=3).map(tuple),
    deck=VALUES,
    kind=st.none() | st.sampled_from(QuestionKind),
    states=st.lists(st.sampled_from(State), max_size=3, unique=True).map(tuple),
    tags=st.lists(NAMES, max_size=3, unique=True).map(tuple),
    without=st.lists(NAMES, max_size=3).map(tuple),
    without_tags=st.lists(NAMES, max_size=3, unique=True).map(tuple),
)


@given(WISHES)
def test_what_is_written_is_read_as_it_was_meant(wanted):
    assert parse(write(wanted)) == wanted


@given(st.text(max_size=60))
def test_any_text_is_a_search_line(text):
    assert parse(write(parse(text))) == parse(text)


def test_every_field_has_its_word():
    found = parse('dam deck:"The lake above Velm" is:due kind:choice tag:places is:flagged')
    assert found == Wanted(
        words=("dam",),
        deck="The lake above Velm",
        kind=QuestionKind.MULTIPLE_CHOICE,
        states=(State.DUE, State.FLAGGED),
        tags=("places",),
    )


@pytest.mark.parametrize("text", ["is:lost", "kind:essay", "deck:", "half:past", "8:30"])
def test_a_field_that_means_nothing_is_words(text):
    assert parse(text) == Wanted(words=(text,))


def test_a_minus_sign_leaves_out():
    found = parse('dam -Ada -"Ada Corvin" -tag:"old ones" 5-10 - -- "-5"')
    assert found.words == ("dam", "5-10", "-", "--", "-5")
    assert found.without == ("Ada", "Ada Corvin")
    assert found.without_tags == ("old ones",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("dam is:lost", "is:lost"),
        ("kind:essay", "kind:essay"),
        ("is:new", ""),
        ("-is:new", "-is:new"),
        ("half:a", ""),
    ],
)
def test_a_state_or_kind_that_there_is_not_is_told(text, told):
    assert unknown_field(parse(text)) == told


def test_fields_may_be_typed_in_capitals():
    assert parse("KIND:Choice IS:Due") == parse("kind:choice is:due")
    assert unknown_field(parse("Is:nonsense")) == "Is:nonsense"


def test_a_phrase_stays_together():
    assert parse('"Ada Corvin" dam').words == ("Ada Corvin", "dam")


def test_a_state_typed_twice_counts_once():
    assert parse("is:new is:new").states == (State.NEW,)


def test_case_and_accents_do_not_matter():
    assert folded("  Café “É”  ZÜRICH") == folded("cafe “e” zurich")
