"""What was left out of an article, and put back."""

import pytest

from quizapp import reading
from quizapp.domain.article import Article, PassageKind
from quizapp.reading.left_out import left_out, put_back
from tests.reading.made import sentences

PAGE = """Home > News > Towers

The tower of Norrby

The tower was built in 1871. It is 41 metres high.

Photo: the tower seen from the harbour. It was taken in 1899

- It has 212 steps.
- The lamp came from Lund
- ***

Year   Visitors
1990   12,000
"""


def page() -> Article:
    return reading.read_text(PAGE, None, "")


def words(article: Article, number: int) -> str:
    return article.passages[number].span.of(article.text)


def test_what_was_left_out_is_told_in_order():
    article = page()
    found = [words(article, number).split("\n")[0] for number in left_out(article)]
    assert found == [
        "Home > News > Towers",
        "Photo: the tower seen from the harbour. It was taken in 1899",
        "- It has 212 steps.",
        "Year   Visitors",
    ]


def test_what_is_put_back_becomes_sentences_of_the_article():
    article = page()
    caption, items, table = left_out(article)[1:]
    whole = put_back(article, {caption, items, table})
    assert sentences(whole) == [
        "The tower was built in 1871.",
        "It is 41 metres high.",
        "Photo: the tower seen from the harbour.",
        "It was taken in 1899",
        "It has 212 steps.",
        "The lamp came from Lund",
        "Year Visitors",
        "1990 12,000",
    ]
    assert whole.id == article.id
    assert whole.text == article.text
    assert left_out(whole) == (left_out(article)[0],)
    assert all(
        whole.passages[number].kind is PassageKind.PARAGRAPH
        for number in (caption, items, table)
    )


def test_titles_headings_and_lines_without_words_are_not_offered():
    article = reading.read_text(
        "A title\n\nThe tower was built in 1871.\n\n* * *\n\nThe Storm\n\nIt fell in 1923.\n",
        None,
        "",
    )
    assert left_out(article) == ()


@pytest.mark.parametrize("numbers", [(), frozenset()])
def test_nothing_put_back_changes_nothing(numbers):
    assert put_back(page(), numbers) == page()
