"""Markdown, DOCX, PDF and EPUB: what each kind alone can say."""

import docx
import pytest

from quizapp.domain.article import PassageKind as Kind
from quizapp.reading import read_article
from tests.reading import made


def kinds(data: bytes, name: str) -> list[tuple[Kind, str]]:
    article = read_article(data, name)
    return [(p.kind, p.span.of(article.text)) for p in article.passages]


def test_front_matter_names_the_title_and_is_no_text():
    article = read_article(b'---\ntitle: "Old Mills"\n---\nThe mill is old.\n', "a.md")
    assert (article.title, article.text) == ("Old Mills", "The mill is old.")


def test_lists_tables_and_code_of_markdown_keep_their_kinds():
    data = b"Mills grind.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nx = 1\n```\n"
    assert kinds(data, "a.md") == [
        (Kind.PARAGRAPH, "Mills grind."),
        (Kind.LIST, "one\ntwo"),
        (Kind.TABLE, "a\tb\n1\t2"),
        (Kind.CODE, "x = 1"),
    ]


def test_lists_tables_and_captions_of_word_keep_their_kinds():
    document = docx.Document()
    document.add_paragraph("Mills grind.")
    document.add_paragraph("one", style="List Bullet")
    document.add_paragraph("two", style="List Bullet")
    document.add_paragraph("A mill in the valley.", style="Caption")
    row = document.add_table(rows=1, cols=2).rows[0]
    row.cells[0].text, row.cells[1].text = "1", "2"
    assert kinds(made.saved(document), "a.docx") == [
        (Kind.PARAGRAPH, "Mills grind."),
        (Kind.LIST, "one\ntwo"),
        (Kind.CAPTION, "A mill in the valley."),
        (Kind.TABLE, "1\t2"),
    ]


def test_chapters_of_a_book_come_in_the_order_of_its_spine():
    chapters = [
        f"<html><body><h2>Part {n}</h2><p>Chapter {n} is&nbsp;here.</p></body></html>"
        for n in ("One", "Two", "Three")
    ]
    words = [words for _, words in kinds(made.book(chapters), "a.epub")]
    assert words[::2] == ["Part One", "Part Two", "Part Three"]
    assert words[1] == "Chapter One is here."


def test_headers_and_page_numbers_of_a_pdf_are_dropped():
    text = read_article(made.printed(), "a.pdf").text
    assert len(made.laid_out()) > 1
    assert "Island News" not in text
    assert not any(line.isdigit() for line in text.split("\n"))


@pytest.mark.parametrize(
    ("above", "below", "word"),
    [
        ("They saw the light of the establish-", "ment of Norrby.", "establishment"),
        ("It was a high-", "profile case.", "high-profile"),
        ("It was the Iran-", "Iraq war.", "Iran-Iraq"),
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_joined(above, below, word):
    lines = [(11, 72, 700, above), (11, 72, 686, below)]
    assert f" {word} " in read_article(made.printed([lines]), "a.pdf").text


def test_a_year_at_the_foot_of_a_page_is_no_page_number():
    lines = [(11, 72, 700, "The light was built in the year"), (11, 72, 686, "1871.")]
    assert "1871." in read_article(made.printed([lines]), "a.pdf").text


def test_indented_paragraphs_without_gaps_are_parted():
    first = "The light was built by the engineers of the navy in one summer."
    lines = [
        (11, 92, 700, first),
        (11, 72, 686, "It shone."),
        (11, 92, 672, "Then it broke."),
    ]
    found = kinds(made.printed([lines]), "a.pdf")
    assert [words for _, words in found] == [f"{first} It shone.", "Then it broke."]
