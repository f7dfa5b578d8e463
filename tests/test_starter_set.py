"""The starter deck: our own text, our own generator's questions, and a person's review."""

import re
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from quizapp import generation, paths, reading
from quizapp.domain.question import MultipleChoice, Origin, QuestionKind, kind_of, prompt_of
from quizapp.exchange import quizset

TEXT = paths.STARTER_SETS / "mek.txt"
ARTICLE = Path(__file__).parents[2] / "shared/articles/000_780fbf663dc24151.txt"
"""The article whose facts the text states; it is not ours to ship."""
TITLE = "Who are the Iranian dissident group MEK?"
EVERY_DRAFT = 1000


@pytest.fixture(scope="module")
def starter():
    return quizset.parse((paths.STARTER_SETS / "mek.quizset").read_bytes())


def test_every_kept_question_is_generated_or_marked_as_made_by_hand(starter):
    drafts = generation.generate(starter.article, EVERY_DRAFT, Random(0))
    generated = {draft.id: (draft.question, draft.source) for draft in drafts}
    for stored in starter.questions:
        if stored.origin is Origin.GENERATED:
            assert generated.get(stored.id) == (stored.question, stored.source)
        else:
            assert stored.origin in {Origin.EDITED, Origin.WRITTEN}
    assert Counter(stored.origin for stored in starter.questions)[Origin.GENERATED] >= 10


def test_its_article_is_the_study_text(starter):
    assert starter.article.text == TEXT.read_text(encoding="utf-8")
    read = reading.read_article(TEXT.read_bytes(), TEXT.name)
    assert read.passages == starter.article.passages
    assert starter.title == TITLE


def test_there_are_forty_questions_of_four_kinds_and_more(starter):
    kinds = Counter(kind_of(stored.question) for stored in starter.questions)
    assert sum(kinds.values()) >= 40
    assert all(kinds[kind] >= 8 for kind in QuestionKind)


def test_every_sentence_is_asked_about(starter):
    asked = {stored.source.sentence for stored in starter.questions}
    assert asked == set(starter.article.sentences)


def test_every_answer_stands_in_its_sentence(starter):
    text = starter.article.text
    for stored in starter.questions:
        assert stored.source.sentence in starter.article.sentences
        assert stored.source.answer.of(text) in stored.source.sentence.of(text)


def test_wrong_options_are_four_together_and_not_in_the_stem(starter):
    chosen = [
        s.question for s in starter.questions if isinstance(s.question, MultipleChoice)
    ]
    for question in chosen:
        assert len(question.wrong) == 3
        assert not any(option in question.prompt for option in question.wrong)


def test_contested_acts_are_the_articles_to_claim(starter):
    """A group's or a person's deed is asked as what the article says, or in its own words."""
    plain = [
        prompt_of(stored.question)
        for stored in starter.questions
        if kind_of(stored.question) is not QuestionKind.GAP
        and "article" not in prompt_of(stored.question)
    ]
    assert plain == [
        "What does the abbreviation MEK stand for?",
        "What does the abbreviation PMOI stand for?",
        "In which year was the Islamic Republic founded?",
        "Who was the founder of the Islamic Republic?",
    ]


@pytest.mark.skipif(not ARTICLE.exists(), reason="the article lies outside the project")
def test_no_sentence_of_the_article_is_copied():
    """Six words in a row may be a name or the title, seven are a sentence's."""
    theirs = runs(ARTICLE.read_text(encoding="utf-8"))
    ours = TEXT.read_text(encoding="utf-8").replace(TITLE, "")
    assert not theirs & runs(
        ours.replace("People's Mujahideen Organisation of Iran (PMOI)", "")
    )


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[at : at + 7]) for at in range(len(words) - 6)}
