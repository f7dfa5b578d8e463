"""The words for what a reviewer should look at."""

from dataclasses import replace

import pytest

from quizapp.domain.draft_deck import DraftDeck, Proposal
from quizapp.domain.question import Gap
from quizapp.operations.drafts import Hint
from quizapp.ui import hints
from tests.conftest import NOON, lake, lake_drafted


def draft(*names: str, question: Gap | None = None) -> DraftDeck:
    """Return the lake's draft, its third question with these hints."""
    proposals = [Proposal(d.id, d.question, d.source) for d in lake_drafted().drafts]
    third = replace(proposals[2], hints=names)
    proposals[2] = third if question is None else replace(third, question=question)
    return DraftDeck("Lake", lake(), tuple(proposals), NOON)


def chips(one: DraftDeck) -> list[str]:
    return [told.chip for told in hints.told(one, one.proposals[2])]


@pytest.mark.parametrize(
    ("hint", "words"),
    [
        (Hint.LOADED_WORD, "Loaded word in source"),
        (Hint.ANSWER_IN_QUESTION, "Answer is in the question"),
        (Hint.SEVERAL_ANSWERS, "More than one answer fits"),
        (Hint.LONG_ANSWER, "Long answer"),
        (Hint.UNCLEAR_PRONOUN, "A pronoun is unclear"),
    ],
)
def test_each_hint_has_its_words_and_advice(hint, words):
    one = draft(str(hint))
    (told,) = hints.told(one, one.proposals[2])
    assert told.chip == words
    assert told.advice.endswith(".")


def test_an_unclear_pronoun_is_named_with_what_it_was_taken_for():
    gap = Gap("[Lake Arda] was dammed in ", "1911", " to bring water to the city of Velm.")
    one = draft(str(Hint.UNCLEAR_PRONOUN), question=gap)
    (told,) = hints.told(one, one.proposals[2])
    assert told.chip == "“It” is unclear"
    assert "“Lake Arda”" in told.advice


def test_a_close_question_is_named_by_its_present_number():
    one = draft()
    close = replace(one.proposals[2], close_to=one.proposals[1].id)
    one = replace(one, proposals=(*one.proposals[:2], close, *one.proposals[3:]))
    assert chips(one) == ["Close to question 2"]
    fewer = replace(one, proposals=one.proposals[1:])
    (told,) = hints.told(fewer, fewer.proposals[1])
    assert told.chip == "Close to question 1"


def test_a_close_question_that_was_added_already_is_not_named():
    one = draft()
    close = replace(one.proposals[2], close_to=one.proposals[1].id)
    alone = replace(one, proposals=(close,))
    assert hints.told(alone, close) == ()


def test_a_hint_of_another_version_is_passed_over():
    assert chips(draft("some hint to come", "long answer")) == ["Long answer"]
