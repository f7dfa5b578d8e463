"""The page around an article, and captions inside it, are set apart."""

import pytest

from quizapp.domain.article import PassageKind as Kind
from quizapp.reading import read_text

PROSE = "A glacier is a body of dense ice. It moves slowly."
MORE = "Glaciers cover ten percent of the land."
FURNITURE = [
    "Home » Science » What is a glacier?",
    "Home > News > Ice",
    "News | Sport | Weather | Travel",
    "You may also like",
    "You might also like:",
    "Related articles",
    "Leave a Comment",
    "Leave a Reply",
    "Share this article",
    "Share on Facebook",
    "Facebook · Twitter · WhatsApp",
    "Read more: Why ice floats",
    "Continue reading →",
    "Subscribe to our newsletter",
    "Sign up for our weekly newsletter and never miss a story.",
    "We use cookies to improve your experience on this site.",
    "Your email address will not be published. Required fields are marked *",
    "© 2020 Ice News. All rights reserved.",
    "Copyright 2021 Ice News",
    "All rights reserved.",
    "Tags: ice, snow, winter",
    "Filed under: Science",
    "By Jane Smith",
    "Posted on March 3, 2020",
    "Published: 3 March 2020",
    "5 min read",
    "Advertisement",
    "About the author",
    "Follow us on Twitter",
    "Skip to main content",
    "Page 3 of 12",
    "12",
]
PROSE_LIKE_FURNITURE = [
    "Home is where the heart is.",
    "By John Smith’s own account, the ice was gone.",
    "Share prices fell by half in a day.",
    "Related species live in the north.",
    "Copyright law protects authors for decades.",
    "Comments by the minister angered the workers.",
    "Tags were fixed to the birds in 1950.",
    "Next came the Romans.",
    "Image processing is a branch of computing.",
    "More people read the paper than ever.",
    "Published in 1859, the book changed biology.",
    "This article of the treaty was never applied.",
    "Follow the river to reach the sea.",
    "Contact with the island was lost in 1400.",
    "Register offices opened in 1837.",
    "Top scientists of the country signed the letter.",
]
CAPTIONS = [
    "Photo: Reuters",
    "Figure 1. The largest glacier in Europe.",
    "The ice at its edge (Photo by J. Doe/Getty Images)",
    "Hikers walk across the long bridge below the glacier",
    "Elsa Lund, the first keeper is known to sailors as “the lady of the lamp",
    "Image credit: A. Person",
]


def kinds(text: str, title: str | None = None) -> list[Kind]:
    return [passage.kind for passage in read_text(text, title, "").passages]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_yields_nothing(line):
    found = kinds(f"{PROSE}\n\n{MORE}\n\n{line}", "Ice")
    assert found == [Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.FURNITURE]


@pytest.mark.parametrize("line", PROSE_LIKE_FURNITURE)
def test_prose_that_begins_like_furniture_stays(line):
    assert kinds(f"{PROSE}\n\n{line}\n\n{MORE}", "Ice") == [Kind.PARAGRAPH] * 3


@pytest.mark.parametrize("line", CAPTIONS)
def test_a_caption_between_paragraphs_is_set_apart(line):
    found = kinds(f"{PROSE}\n\n{line}\n\n{MORE}", "Ice")
    assert found == [Kind.PARAGRAPH, Kind.CAPTION, Kind.PARAGRAPH]


def test_the_title_is_set_apart_wherever_it_stands():
    text = f"Home » What is Ice?\n\nWhat is Ice?\n\n{PROSE}\n\nWHAT IS ICE?\n\n{MORE}"
    article = read_text(text, None, "")
    assert article.title == "What is Ice?"
    assert kinds(text) == [
        Kind.FURNITURE,
        Kind.TITLE,
        Kind.PARAGRAPH,
        Kind.TITLE,
        Kind.PARAGRAPH,
    ]


def test_links_to_other_articles_end_where_prose_begins():
    text = f"{PROSE}\n\nRelated articles\n\nWhy Ice Floats\n\nHow snow is made by clouds\n\n{MORE}"
    furniture = [Kind.FURNITURE] * 3
    assert kinds(text, "Ice") == [Kind.PARAGRAPH, *furniture, Kind.PARAGRAPH]


def test_what_readers_wrote_is_furniture_to_the_end():
    text = f"{PROSE}\n\n{MORE}\n\n2 Comments\n\nThis is wrong. I disagree.\n\nSo do I."
    assert kinds(text, "Ice")[2:] == [Kind.FURNITURE] * 3


def test_references_are_furniture_until_the_next_heading():
    text = (
        f"{PROSE}\n\n{MORE}\n\nReferences\n\nSmith, J. (1999). Ice. London.\n\n"
        "Later Years\n\nThe ice melted."
    )
    assert kinds(text, "Ice")[2:] == [
        Kind.FURNITURE,
        Kind.FURNITURE,
        Kind.HEADING,
        Kind.PARAGRAPH,
    ]


def test_a_paragraph_that_lost_its_last_stop_stays_prose():
    assert (
        kinds(f"{PROSE}\n\nThe ice melts. It flows to the sea", "Ice")
        == [Kind.PARAGRAPH] * 2
    )
