"""Which language a text is in: recognised, not guessed from a word."""

import json
from pathlib import Path

import pytest

from quizapp.domain.article import Article
from quizapp.language import analyse, tongue
from quizapp.reading import read_article
from tests.language.other_languages import PARAGRAPHS

ARTICLES = sorted((Path(__file__).parent.parent / "articles").glob("*.txt"))
ENGLISH = (
    "Lake Arda lies between two ranges of hills in the north of the country. It was dammed in "
    "1911 to bring water to the city of Velm."
)


def article(*paragraphs: str) -> Article:
    return read_article("\n\n".join(paragraphs).encode(), "text.txt")


@pytest.mark.parametrize("language", PARAGRAPHS)
def test_a_paragraph_is_known_by_its_language(language):
    told = article(PARAGRAPHS[language])
    assert set(tongue.of_sentences(told)) == {language}
    assert tongue.of_text(told) == (language,)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_no_sentence_of_our_articles_is_taken_for_another_language(path):
    told = read_article(path.read_bytes(), path.name)
    assert set(tongue.of_sentences(told)) == {"English"}


@pytest.mark.parametrize(
    "line",
    [
        "Kilimanjaro is a dormant volcano in Tanzania.",
        "Dar es Salaam is in Tanzania.",
        "Jakarta is the capital of Indonesia.",
        "Helmut Kohl met François Mitterrand in Verdun.",
        "Gdańsk shipyard workers founded Solidarność in 1980.",
        "La Traviata was composed by Giuseppe Verdi.",
    ],
)
def test_a_strange_name_makes_no_other_language(line):
    assert tongue.of_text(article(line)) == ("English",)


@pytest.mark.parametrize("change", [str.upper, str.lower, str.swapcase])
def test_large_letters_make_no_other_language(change):
    assert tongue.of_text(article(change(ENGLISH))) == ("English",)


def test_a_mixed_article_is_told_paragraph_by_paragraph():
    told = article(ENGLISH, PARAGRAPHS["Turkish"], ENGLISH)
    others = len(article(PARAGRAPHS["Turkish"]).sentences)
    two = ["English"] * 2
    assert tongue.of_sentences(told) == (*two, *["Turkish"] * others, *two)
    assert tongue.of_text(told) == ("English", "Turkish")


def test_one_long_sentence_speaks_for_itself():
    quoted = (
        "Le pont est long de 220 mètres et compte sept arches, comme l'a écrit Jean Dupont."
    )
    told = article(f"{ENGLISH} {quoted} {ENGLISH}")
    assert tongue.of_sentences(told) == (
        "English",
        "English",
        "French",
        "English",
        "English",
    )


@pytest.mark.parametrize(
    "line", ["Hello there.", "Velm.", "🙂 1 2 3.", "https://x.example/a?b."]
)
def test_a_few_signs_take_the_language_of_what_stands_before(line):
    assert tongue.of_text(article(line)) == ("English",)
    assert tongue.of_sentences(article(f"{PARAGRAPHS['German']} {line}"))[-1] == "German"


def test_only_english_sentences_are_given_to_the_parser():
    told = analyse(article(ENGLISH, PARAGRAPHS["Persian"]))
    assert {sentence.language for sentence in told.sentences} == {"English", "Persian"}
    assert all(
        bool(sentence.words) == (sentence.language == "English")
        for sentence in told.sentences
    )
    assert [sentence.number for sentence in told.sentences] == list(
        range(len(told.sentences))
    )


def test_every_language_has_a_name_of_its_own():
    names = json.dumps(tongue.NAMES)
    assert len(set(tongue.NAMES.values())) == len(tongue.NAMES)
    assert names.isascii()
