"""One text, read from each kind of file, yields the same sentences."""

import pytest

from quizapp.domain.article import PassageKind
from quizapp.reading import SUFFIXES, read_article
from tests.reading import made

EXPECTED = [
    "The lighthouse of Norrby was built in 1871 by Mr. Anders Holm, an engineer from the U.S. Navy.",
    "It cost 3.5 million crowns.",
    "Its lamp could be seen from 40 km away.",
    "“Nobody sails past us in the dark!” wrote the first keeper, Elsa Lund, in her well-known diary.",
    "She lived there for 31 years.",
    (
        "In 1923 a storm broke the lamp, and the tower stood dark until the harbour office of Norrby "
        "sent a new one."
    ),
    "The island’s fishermen paid for half of it; the rest came from the government.",
    "The last keeper left in 1968.",
    "Since then the light has been automatic.",
]


@pytest.mark.parametrize("name", made.ALL)
def test_the_same_sentences_come_from_each_kind_of_file(name):
    article = read_article(made.ALL[name](), name)
    assert made.sentences(article) == EXPECTED
    assert article.title == made.TITLE
    assert article.origin == name


@pytest.mark.parametrize("name", set(made.ALL) - {"norrby.txt"})
def test_the_same_paragraphs_stand_in_a_clean_text(name):
    article = read_article(made.ALL[name](), name)
    assert [p.span.of(article.text) for p in article.paragraphs] == list(made.PARAGRAPHS)


@pytest.mark.parametrize("name", set(made.ALL) - {"norrby.html"})
def test_title_heading_and_caption_are_set_apart(name):
    article = read_article(made.ALL[name](), name)
    apart = [(p.kind, p.span.of(article.text)) for p in article.passages if not p.sentences]
    assert apart == [
        (PassageKind.TITLE, made.TITLE),
        (PassageKind.CAPTION, made.CAPTION),
        (PassageKind.HEADING, made.HEADING),
    ]


def test_every_kind_has_its_test():
    suffixes = {name[name.index(".") :] for name in made.ALL}
    assert set(SUFFIXES) - suffixes == {".text", ".markdown", ".htm"}
