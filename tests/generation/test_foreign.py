"""What is not English gets gaps alone, by the form of what fills them."""

import random

import pytest

from quizapp.domain.article import Article
from quizapp.domain.question import Draft, Gap, MultipleChoice
from quizapp.errors import NotInEnglish
from quizapp.generation import generate, languages_of
from quizapp.reading import read_article
from tests.language.other_languages import PARAGRAPHS

ENGLISH = (
    "The engineer Ada Corvin drew the dam at Velm in 1911. Otto Brandt built the harbour of "
    "Cardiff in 1920."
)


def article(*paragraphs: str) -> Article:
    return read_article("\n\n".join(paragraphs).encode(), "text.txt")


def drafts(*paragraphs: str) -> tuple[Draft, ...]:
    return generate(article(*paragraphs), 1000, random.Random(3))


def answers(found: tuple[Draft, ...]) -> set[str]:
    return {d.question.answer for d in found if isinstance(d.question, Gap)}


@pytest.mark.parametrize(
    ("language", "filled"),
    [
        ("German", {"1247", "1895", "Albert Berger", "Zürich"}),
        ("French", {"1889", "Pierre Morel"}),
        ("Spanish", {"1085", "Toledo"}),
        ("Turkish", {"1453"}),
        ("Persian", {"۱۷۹۶", "1934"}),
        ("Arabic", {"969"}),
        ("Chinese", {"2008", "1420"}),
        ("Russian", {"1703"}),
    ],
)
def test_years_numbers_and_clear_names_are_gaps(language, filled):
    found = drafts(PARAGRAPHS[language])
    assert all(isinstance(draft.question, Gap) for draft in found)
    assert answers(found) == filled


@pytest.mark.parametrize("language", PARAGRAPHS)
def test_a_gap_is_its_sentence_with_the_answer_taken_out(language):
    source = article(PARAGRAPHS[language])
    for draft in generate(source, 1000, random.Random(3)):
        assert isinstance(draft.question, Gap)
        gap = draft.question
        assert draft.source.answer.of(source.text) == gap.answer
        said = draft.source.sentence.of(source.text)
        assert f"{gap.before}{gap.answer}{gap.after}" == said


def test_digits_of_another_script_may_be_typed_as_ours():
    (gap,) = [
        d.question for d in drafts(PARAGRAPHS["Persian"]) if answers((d,)) == {"۱۷۹۶"}
    ]
    assert isinstance(gap, Gap)
    assert "1796" in gap.accepted


@pytest.mark.parametrize(
    "sentence",
    [
        "Das Gesetz vom 12. Mai gilt nun im ganzen Land bis heute für alle Schulen.",
        "Die Züge fahren um 12:45 und um 13:45 von dem neuen Bahnhof im Süden ab.",
        "Die Strecke A-113 und der Bus 4711-B fahren jeden Tag nach dem kleinen Ort.",
        "Er wurde im Jahre 1247 von dem Grafen der Stadt zum ersten Mal genannt.",
        "Wurde die alte Stadt an der Weser wirklich im Jahre 1247 von Graf Otto gegründet?",
    ],
)
def test_parts_of_dates_and_sentences_that_lean_on_others_have_no_gap(sentence):
    with pytest.raises(NotInEnglish):
        drafts(
            sentence, "Die Leute in dem kleinen Dorf am Fluss freuen sich über das Wetter."
        )


def test_a_text_without_a_clear_gap_is_refused_by_its_language():
    with pytest.raises(NotInEnglish) as told:
        drafts("Les gens du village aiment bien se promener le soir au bord de la rivière.")
    assert told.value.language == "French"


def test_the_english_part_of_a_mixed_article_is_asked_as_ever():
    source = article(ENGLISH, PARAGRAPHS["German"])
    found = generate(source, 1000, random.Random(3))
    assert languages_of(source) == ("German", "English")
    questions = [d.question for d in found if d.source.sentence in source.sentences[:2]]
    assert {type(question).__name__ for question in questions} > {"Gap"}
    others = [d.question for d in found if d.source.sentence not in source.sentences[:2]]
    assert others
    assert all(isinstance(question, Gap) for question in others)


def test_no_name_of_another_language_becomes_an_option():
    found = drafts(
        ENGLISH, "Der Architekt Albert Berger baute 1890 den Turm von Bad Harzen."
    )
    options = {
        option
        for draft in found
        if isinstance(draft.question, MultipleChoice)
        for option in draft.question.wrong
    }
    assert "Albert Berger" not in options
