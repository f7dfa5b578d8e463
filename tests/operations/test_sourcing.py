"""Another sentence behind a question."""

import pytest

from quizapp.domain.article import Place, Span
from quizapp.domain.question import Flashcard
from quizapp.operations import history, questions, sourcing
from tests.conftest import NOON, PARAGRAPHS, lake


def test_every_sentence_of_the_article_is_offered(bank, asked):
    found = sourcing.sentences(bank, asked[0])
    assert [one.words for one in found] == [words for some in PARAGRAPHS for words in some]
    assert found[2].place == Place(2, 1)


def test_the_answer_is_marked_where_it_stands(bank, deck):
    made = questions.write(bank, deck, Flashcard("Which city?", "the CITY of Velm"))
    sentence = sourcing.sentences(bank, made)[1]
    sourcing.change(bank, made, sentence.span)
    found = questions.details(bank, made, NOON)
    assert found is not None
    assert found.quote is not None
    assert found.quote.sentence == sentence.words
    assert found.quote.answer.of(found.quote.sentence) == "the city of Velm"
    history.undo(bank)
    after = questions.details(bank, made, NOON)
    assert after is not None
    assert after.quote is None


def test_where_the_answer_is_not_all_of_the_sentence_is(bank, asked):
    sentence = lake().sentences[0]
    sourcing.change(bank, asked[0], sentence)
    found = questions.details(bank, asked[0], NOON)
    assert found is not None
    assert found.stored.source is not None
    assert found.stored.source.answer == sentence


def test_no_other_stretch_of_text_is_a_source(bank, asked):
    with pytest.raises(ValueError, match="no sentence"):
        sourcing.change(bank, asked[0], Span(0, 3))
