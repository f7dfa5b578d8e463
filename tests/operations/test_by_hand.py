"""Questions written by hand: tied to their sentence, changed, and taken back."""

from datetime import UTC, timedelta
from random import Random

import pytest

from quizapp.domain.article import Span
from quizapp.domain.question import (
    Flashcard,
    Gap,
    MultipleChoice,
    Origin,
    QuestionKind,
    TypedAnswer,
)
from quizapp.domain.review import Rating
from quizapp.domain.source import Source
from quizapp.operations import by_hand, history, reader, sharing, study
from quizapp.operations.by_hand import Form
from tests.conftest import NOON, lake, source_of

SENTENCE = "The dam of Velm is older than the harbour of Velm."


@pytest.mark.parametrize(
    "question",
    [
        Flashcard("Who?", "Ada"),
        MultipleChoice("Who?", "Ada", ("Otto", "Ivo")),
        Gap("It was ", "1911", ".", ("MCMXI",)),
        TypedAnswer("When?", "1911", ("MCMXI", "in 1911")),
    ],
)
def test_a_question_comes_back_from_its_form(question):
    assert by_hand.question_of(by_hand.form_of(question)) == question


@pytest.mark.parametrize(
    "form",
    [
        Form(QuestionKind.FLASHCARD, "Who?"),
        Form(QuestionKind.FLASHCARD, "  ", "Ada"),
        Form(QuestionKind.MULTIPLE_CHOICE, "Who?", "Ada", ("", " ")),
        Form(QuestionKind.MULTIPLE_CHOICE, "Who?", "Ada", ("ada",)),
        Form(QuestionKind.GAP, "No gap here.", "Ada"),
        Form(QuestionKind.GAP, "Two ____ and ____.", "Ada"),
        Form(QuestionKind.TYPED, "Who?", ""),
    ],
)
def test_what_is_not_yet_a_question_is_refused(form):
    with pytest.raises(ValueError, match=r".+"):
        by_hand.question_of(form)


def test_an_answer_is_found_word_for_word_nearest_to_where_it_was():
    assert by_hand.answer_in(SENTENCE, " Velm ") == Span(11, 15)
    assert by_hand.answer_in(SENTENCE, "Velm", near=40) == Span(45, 49)
    assert by_hand.answer_in(SENTENCE, "velm") is None
    assert by_hand.answer_in(SENTENCE, " ") is None


def test_a_gap_is_cut_into_the_sentence():
    form = Form(QuestionKind.GAP, by_hand.gap_in(SENTENCE, Span(11, 15)), "Velm")
    made = by_hand.question_of(form)
    assert made == Gap("The dam of ", "Velm", " is older than the harbour of Velm.")


def test_an_added_question_stands_last_on_its_sentence_and_is_new(bank, settings, deck):
    source = source_of(lake(), "a single winter")
    question = Flashcard("How long did the drawing take?", "a single winter")
    added = by_hand.add(bank, deck, question, source, Random(7))
    reading = reader.opened(bank, settings, deck, NOON, UTC)
    assert reading is not None
    one = reading.sentences[2].asked[-1]
    assert (one.stored.id, one.stored.origin) == (added, Origin.WRITTEN)
    assert (one.stored.source, one.days) == (source, None)
    history.undo(bank)
    assert added not in [stored.id for stored in sharing.questions_of(bank, deck)]


def test_an_answer_that_does_not_stand_there_is_not_added(bank, deck):
    source = source_of(lake(), "a single winter")
    with pytest.raises(ValueError, match="word for word"):
        by_hand.add(bank, deck, Flashcard("How long?", "a winter"), source, Random(7))
    nowhere = Source(source.article, Span(0, source.sentence.end), source.answer)
    question = Flashcard("How long?", "a single winter")
    with pytest.raises(ValueError, match="no sentence"):
        by_hand.add(bank, deck, question, nowhere, Random(7))


def test_a_change_moves_the_mark_keeps_the_memory_and_can_be_put_back(
    bank, settings, deck, asked
):
    study.answer(bank, settings, asked[0], Rating.GOOD, NOON, timedelta(seconds=9))
    study.flag(bank, asked[0], flagged=True)
    new = Flashcard("How long did it take?", "a single winter")
    before = by_hand.change(bank, asked[0], new)
    drawn = study.again(bank, settings, asked[0], 1, NOON, Random(1))
    assert (drawn.asked.question, drawn.asked.origin) == (new, Origin.EDITED)
    assert drawn.asked.source == source_of(lake(), "a single winter")
    assert drawn.memory is not None
    assert drawn.flagged
    by_hand.put_back(bank, before)
    drawn = study.again(bank, settings, asked[0], 1, NOON, Random(1))
    assert drawn.asked == before
    assert drawn.memory is not None


def test_an_answer_in_other_words_leaves_the_mark_where_it_was(bank, settings, deck, asked):
    before = by_hand.change(bank, asked[0], Flashcard("Who drew the dam?", "A. Corvin"))
    drawn = study.again(bank, settings, asked[0], 1, NOON, Random(1))
    assert drawn.asked.source == before.source
