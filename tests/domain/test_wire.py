"""A question as JSON and back: nothing is lost, nothing unsound comes in."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.domain.question import (
    Flashcard,
    Gap,
    MultipleChoice,
    Question,
    QuestionKind,
    TypedAnswer,
)
from quizapp.domain.wire import (
    from_wire,
    passages_from_wire,
    passages_to_wire,
    span_from_wire,
    to_wire,
)
from tests.conftest import lake

TEXTS = st.text(min_size=1, max_size=20).filter(str.strip)
MORE = st.lists(TEXTS, max_size=3).map(tuple)
QUESTIONS: st.SearchStrategy[Question] = st.one_of(
    st.builds(Flashcard, TEXTS, TEXTS),
    st.builds(
        lambda prompt, options: MultipleChoice(prompt, options[0], tuple(options[1:])),
        TEXTS,
        st.lists(TEXTS, min_size=2, max_size=5, unique_by=lambda o: o.strip().casefold()),
    ),
    st.builds(Gap, TEXTS, TEXTS, st.text(max_size=20), MORE),
    st.builds(TypedAnswer, TEXTS, TEXTS, MORE),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)
KEYS = st.sampled_from(
    ["front", "back", "prompt", "right", "wrong", "before", "answer", "after", "accepted"]
)


@given(QUESTIONS)
@settings(max_examples=60, deadline=None)
def test_a_question_comes_back_as_it_went(question):
    assert from_wire(json.loads(json.dumps(to_wire(question)))) == question


@given(st.sampled_from([str(kind) for kind in QuestionKind]), st.dictionaries(KEYS, JSON))
@settings(max_examples=80, deadline=None)
def test_whatever_stands_there_is_a_question_or_a_value_error(kind, wire):
    try:
        question = from_wire({"kind": kind, **wire})
    except ValueError:
        return
    assert from_wire(to_wire(question)) == question


@pytest.mark.parametrize(
    "wire",
    [
        {},
        {"kind": "riddle", "front": "Who?", "back": "Ada"},
        {"kind": "flashcard", "front": "Who?"},
        {"kind": "flashcard", "front": "Who?", "back": 5},
        {"kind": "multiple_choice", "prompt": "Who?", "right": "Ada", "wrong": "Otto"},
        {"kind": "multiple_choice", "prompt": "Who?", "right": "Ada", "wrong": [None]},
        {"kind": "multiple_choice", "prompt": "Who?", "right": "Ada", "wrong": ["Ada"]},
        {"kind": "typed", "prompt": "Who?", "answer": "Ada", "accepted": 5},
        ["kind", "flashcard"],
        None,
    ],
)
def test_what_is_no_question_is_refused(wire):
    with pytest.raises(ValueError, match=r"\w"):
        from_wire(wire)


def test_an_older_file_may_lack_what_else_is_accepted():
    wire = {"kind": "typed", "prompt": "Who?", "answer": "Ada"}
    assert from_wire(wire) == TypedAnswer("Who?", "Ada")


def test_passages_come_back_as_they_went():
    wire = json.loads(json.dumps(passages_to_wire(lake())))
    assert passages_from_wire(wire) == lake().passages


@pytest.mark.parametrize(
    "wire",
    [
        [{"kind": "paragraph", "span": [0, 9]}],
        [{"kind": "poem", "span": [0, 9], "sentences": []}],
        [{"kind": "heading", "span": "0-9", "sentences": []}],
        [{"kind": "heading", "span": [0, 9.5], "sentences": []}],
        [{"kind": "heading", "span": [9, 0], "sentences": []}],
        [[]],
        5,
    ],
)
def test_what_are_no_passages_is_refused(wire):
    with pytest.raises(ValueError, match=r"\w"):
        passages_from_wire(wire)


@pytest.mark.parametrize("pair", [None, [1], [1, 2, 3], ["1", "2"], {"start": 1}, "12"])
def test_what_is_no_stretch_is_refused(pair):
    with pytest.raises(ValueError, match="no stretch"):
        span_from_wire(pair)
