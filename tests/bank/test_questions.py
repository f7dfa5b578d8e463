"""Questions in line: what the bank finds of them."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy.exc import NoResultFound

from quizapp.bank import Bank, decks, questions
from quizapp.domain.question import DeckId, Flashcard, QuestionId, StoredQuestion
from tests.conftest import NOON, number

NEWER = DeckId(UUID(int=77))


def add_newer_deck(bank: Bank) -> tuple[QuestionId, ...]:
    """Add a deck of two questions, an hour younger than the lake's."""
    stored = [StoredQuestion(number(one), Flashcard(f"{one}?", "!")) for one in (1, 2)]
    with bank.write() as session:
        young = decks.Deck(NEWER, "Newer", None, NOON + timedelta(hours=1))
        decks.add(session, young, None)
        questions.add(session, NEWER, stored)
    return number(1), number(2)


def test_fresh_ones_of_the_newest_deck_come_first_each_deck_in_its_order(bank, asked):
    newer = add_newer_deck(bank)
    with bank.read() as session:
        found = [waiting.question for waiting in questions.fresh(session, None)]
    assert found == [*newer, *asked]


def test_fresh_ones_of_one_deck_are_those_alone(bank, asked, deck):
    add_newer_deck(bank)
    with bank.read() as session:
        found = [waiting.question for waiting in questions.fresh(session, deck)]
    assert found == list(asked)


def test_a_removed_deck_has_no_fresh_ones_even_asked_by_name(bank, deck):
    with bank.write() as session:
        decks.mark_removed(session, deck, NOON)
    with bank.read() as session:
        assert list(questions.fresh(session, deck)) == []


def test_a_card_holds_the_question_and_its_deck(bank, asked, deck):
    with bank.read() as session:
        card = questions.card(session, asked[1])
        assert card.asked == questions.get(session, asked[1])
    assert (card.deck, card.deck_title, card.memory) == (deck, "The lake above Velm", None)


def test_there_is_no_card_of_an_unknown_question(bank, deck):
    with bank.read() as session, pytest.raises(NoResultFound):
        questions.card(session, number(404))
