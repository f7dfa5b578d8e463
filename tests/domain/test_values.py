"""A value that exists is valid: every constructor refuses its bad states."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from quizapp.domain.article import Article, ArticleId, Passage, PassageKind, Place, Span
from quizapp.domain.question import (
    Draft,
    Flashcard,
    Gap,
    MultipleChoice,
    StoredQuestion,
    TypedAnswer,
    generated_deck_id,
    kind_of,
    prompt_of,
    solution,
)
from quizapp.domain.question_set import QuestionSet
from quizapp.domain.review import Memory, Phase, Rating, Review
from quizapp.domain.source import Source
from quizapp.domain.strip import Band, band_of
from quizapp.domain.waiting import Waiting
from tests.conftest import NOON, article_of, lake, lake_drafted, number, source_of

HERE = ArticleId("here")
PARAGRAPH = Passage(PassageKind.PARAGRAPH, Span(0, 9), (Span(0, 4), Span(5, 9)))
CARD = Flashcard("Who?", "Ada")
SOURCE = Source(HERE, Span(0, 9), Span(2, 4))


def remembered(**changes: Any) -> Memory:
    sound: dict[str, Any] = {
        "stability": 3.0,
        "difficulty": 5.0,
        "phase": Phase.REVIEW,
        "step": None,
        "due": NOON,
        "last": NOON,
    }
    return Memory(**(sound | changes))


BAD: dict[str, Callable[[], object]] = {
    "an empty stretch": lambda: Span(3, 3),
    "a reversed stretch": lambda: Span(3, 2),
    "a stretch before the text": lambda: Span(-1, 2),
    "a sentence outside its passage": lambda: Passage(
        PassageKind.PARAGRAPH, Span(0, 9), (Span(5, 10),)
    ),
    "sentences out of order": lambda: Passage(
        PassageKind.PARAGRAPH, Span(0, 9), (Span(5, 9), Span(0, 4))
    ),
    "sentences that overlap": lambda: Passage(
        PassageKind.PARAGRAPH, Span(0, 9), (Span(0, 5), Span(4, 9))
    ),
    "a paragraph without sentences": lambda: Passage(PassageKind.PARAGRAPH, Span(0, 9)),
    "a heading with sentences": lambda: Passage(
        PassageKind.HEADING, Span(0, 9), (Span(0, 9),)
    ),
    "an article without a title": lambda: Article(" ", "One. Two.", (PARAGRAPH,)),
    "an article without a sentence": lambda: Article("Title", "One. Two.", ()),
    "a passage behind the text": lambda: Article("Title", "One. Two", (PARAGRAPH,)),
    "passages that overlap": lambda: Article("T", "One. Two.", (PARAGRAPH, PARAGRAPH)),
    "an answer outside its sentence": lambda: Source(HERE, Span(0, 4), Span(3, 5)),
    "a flashcard without a front": lambda: Flashcard(" ", "Ada"),
    "a flashcard without a back": lambda: Flashcard("Who?", "\n"),
    "a choice without a prompt": lambda: MultipleChoice("", "a", ("b",)),
    "a choice without a wrong option": lambda: MultipleChoice("Which?", "a", ()),
    "a choice with an empty option": lambda: MultipleChoice("Which?", "a", ("b", " ")),
    "a choice whose key is also wrong": lambda: MultipleChoice("Which?", "a", ("b", "A ")),
    "a choice with a repeated option": lambda: MultipleChoice("Which?", "a", ("b", "b")),
    "an empty gap": lambda: Gap("It was ", " ", "."),
    "a gap with nothing around it": lambda: Gap(" ", "1911", ""),
    "a typed question without an answer": lambda: TypedAnswer("Who?", ""),
    "a typed question without a prompt": lambda: TypedAnswer("", "Ada"),
    "a stability of nothing": lambda: remembered(stability=0.0),
    "a difficulty under 1": lambda: remembered(difficulty=0.9),
    "a difficulty over 10": lambda: remembered(difficulty=10.1),
    "a review with a step": lambda: remembered(step=0),
    "a learning step that is none": lambda: remembered(phase=Phase.LEARNING),
    "a date without its zone": lambda: remembered(due=datetime(2026, 3, 4)),  # noqa: DTZ001 - the bad state
    "an answer's time without its zone": lambda: remembered(last=datetime(2026, 3, 4)),  # noqa: DTZ001
    "a date without a phase": lambda: Waiting(number(1), None, None, NOON),
    "a phase without a date": lambda: Waiting(number(1), None, Phase.REVIEW, None),
    "a set without a title": lambda: QuestionSet(" ", (StoredQuestion(number(1), CARD),)),
    "a set with one id twice": lambda: QuestionSet(
        "Set", (StoredQuestion(number(1), CARD), StoredQuestion(number(1), CARD))
    ),
    "a set without its article": lambda: QuestionSet(
        "Set", (StoredQuestion(number(1), CARD, SOURCE),)
    ),
    "a set with another article": lambda: QuestionSet(
        "Set", (StoredQuestion(number(1), CARD, SOURCE),), lake()
    ),
    "a set with a sentence that is none": lambda: QuestionSet(
        "Set",
        (StoredQuestion(number(1), CARD, Source(lake().id, Span(0, 9), Span(0, 3))),),
        lake(),
    ),
}


@pytest.mark.parametrize("make", BAD.values(), ids=BAD)
def test_a_bad_state_cannot_be_made(make):
    with pytest.raises(ValueError, match=r"\w"):
        make()


def test_a_span_is_half_open():
    assert Span(0, 4).of("Adam") == "Adam"
    assert not Span(0, 4).touches(Span(4, 6))
    assert Span(0, 4).touches(Span(3, 6))
    assert Span(0, 4).holds(Span(0, 4))
    assert not Span(1, 4).holds(Span(0, 2))


def test_the_same_text_is_the_same_article_whatever_its_title():
    text = "One. Two."
    one, other = Article("One", text, (PARAGRAPH,)), Article("Two", text, (PARAGRAPH,), "x")
    assert one.id == other.id
    assert one.id != Article("One", "One. Tow.", (PARAGRAPH,)).id


def test_places_count_from_one_and_only_paragraphs():
    article = lake()
    places = [article.place(sentence) for sentence in article.sentences]
    assert places[:3] == [Place(1, 1), Place(1, 2), Place(2, 1)]
    assert places[-1] == Place(3, 1)
    assert article.paragraph_of(article.sentences[-1]) == 3
    assert article.paragraph_of(Span(0, 3)) is None
    with pytest.raises(ValueError, match="no sentence"):
        article.place(Span(0, 3))


def test_one_fact_is_the_same_words_of_the_same_sentence():
    article = article_of("A title", ("Ada Corvin drew the dam in 1911.",))
    name, first, year = (
        source_of(article, words) for words in ("Ada Corvin", "Ada", "1911")
    )
    assert name.same_fact(first)
    assert first.same_fact(name)
    assert not name.same_fact(year)
    assert not name.same_fact(source_of(lake(), "Ada Corvin"))


def test_a_draft_is_known_by_what_it_asks():
    draft = lake_drafted().drafts[0]
    same = Draft(
        Flashcard("Who drew the dam?", "Miss Corvin"), draft.source, 0.9, ("long",)
    )
    assert same.id == draft.id
    assert len({draft.id for draft in lake_drafted().drafts}) == 5


def test_ids_never_change():
    """Every bank and every shared file holds them: another recipe would duplicate them all."""
    assert str(lake_drafted().drafts[0].id) == "7f1cc38d-27e8-538d-bcb3-39bac641f3ce"
    assert str(generated_deck_id(lake().id)) == "cd6fd29e-696b-54c9-9677-325c60c71845"


@pytest.mark.parametrize(
    ("question", "kind", "prompt", "answer"),
    [
        (CARD, "flashcard", "Who?", "Ada"),
        (MultipleChoice("Who?", "Ada", ("Otto",)), "multiple_choice", "Who?", "Ada"),
        (Gap("In ", "1911", " it rained."), "gap", "In ____ it rained.", "1911"),
        (TypedAnswer("Who?", "Ada"), "typed", "Who?", "Ada"),
    ],
)
def test_every_kind_tells_its_prompt_and_its_solution(question, kind, prompt, answer):
    assert kind_of(question) == kind
    assert prompt_of(question) == prompt
    assert solution(question) == answer


def test_a_memory_is_learned_from_21_days_on():
    assert not remembered(stability=20.99).learned
    assert remembered(stability=21.0).learned


def test_a_review_knows_its_waits():
    before = remembered(last=NOON - timedelta(days=3))
    after = remembered(due=NOON + timedelta(days=8), last=NOON)
    review = Review(
        number(1),
        kind_of(CARD),
        NOON,
        Rating.GOOD,
        timedelta(seconds=5),
        before,
        after,
        (1.0,),
        0.9,
    )
    assert (review.elapsed, review.scheduled) == (timedelta(days=3), timedelta(days=8))


@pytest.mark.parametrize(
    ("chance", "band"),
    [
        (0.0, Band.FADING),
        (0.6999, Band.FADING),
        (0.70, Band.SHAKY),
        (0.8499, Band.SHAKY),
        (0.85, Band.SOLID),
        (0.9499, Band.SOLID),
        (0.95, Band.STRONG),
        (1.0, Band.STRONG),
    ],
)
def test_bands_begin_where_the_design_says(chance, band):
    assert band_of(chance) is band
