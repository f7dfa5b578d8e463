"""Web pages: the article without the page, and what it calls itself."""

import pytest

from quizapp.reading import read_article
from tests.reading import made


def page(head: str, body: str) -> bytes:
    prose = "".join(f"<p>{words}</p>" for words in made.PARAGRAPHS)
    return f"<html><head>{head}</head><body>{body}{prose}</body></html>".encode()


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Norrby Light | Island News</title>", "", "Norrby Light"),
        ("<title>Light</title>", "<h1>The Norrby Light</h1>", "The Norrby Light"),
        (
            "<meta property='og:title' content='The Norrby Light | Island News'>",
            "<h1>Island News</h1>",
            "The Norrby Light",
        ),
        ("", "", "My page"),
    ],
)
def test_a_page_is_titled_without_its_site(head, body, title):
    assert read_article(page(head, body), "my-page.html").title == title


def test_scripts_styles_and_menus_leave_no_words():
    text = read_article(made.web(), "a.html").text
    assert "var a" not in text
    assert "color" not in text
    assert "All rights" not in text


def test_the_encoding_a_page_names_is_used():
    head = '<meta charset="iso-8859-2"><title>Łódź i Kraków</title>'
    data = page(head, "").decode().replace("“", "").replace("”", "").replace("’", "")
    assert read_article(data.encode("iso-8859-2"), "a.html").title == "Łódź i Kraków"


def test_marks_of_footnotes_are_left_out():
    data = page("", "<p>It stands on rock.<sup><a href='#1'>[1]</a></sup> It is tall.</p>")
    assert "[1]" not in read_article(data, "a.html").text
