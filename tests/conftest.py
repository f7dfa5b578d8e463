"""What every test may ask for: a moment, a zone, a bank on disk, and a small deck in it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from quizapp.bank import Bank, open_bank
from quizapp.domain.article import Article, Passage, PassageKind, Span
from quizapp.domain.question import (
    DeckId,
    Draft,
    Flashcard,
    Gap,
    MultipleChoice,
    QuestionId,
    TypedAnswer,
)
from quizapp.domain.source import Source
from quizapp.operations import articles
from quizapp.operations.writing import Drafted
from quizapp.settings import Settings

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")

PARAGRAPHS = (
    (
        "Lake Arda lies between two ranges of hills in the north of the country.",
        "It was dammed in 1911 to bring water to the city of Velm.",
    ),
    (
        "The engineer Ada Corvin drew the dam in a single winter.",
        "Her rival Otto Brandt called it too thin to stand.",
        "It holds 40 million cubic metres of water.",
    ),
    ("Brandt later built the harbour of Velm, which opened in 1920.",),
)
TITLE = "The lake above Velm"


def article_of(title: str, *paragraphs: tuple[str, ...], origin: str = "") -> Article:
    """Return an article whose paragraphs are made of these sentences."""
    text, passages = f"{title}\n", [Passage(PassageKind.TITLE, Span(0, len(title)))]
    for sentences in paragraphs:
        text += "\n"
        spans = []
        for sentence in sentences:
            spans.append(Span(len(text), len(text) + len(sentence)))
            text += f"{sentence} "
        text = f"{text.rstrip()}\n"
        whole = Span(spans[0].start, spans[-1].end)
        passages.append(Passage(PassageKind.PARAGRAPH, whole, tuple(spans)))
    return Article(title, text, tuple(passages), origin)


def source_of(article: Article, words: str) -> Source:
    """Return the source whose answer is the first place of `words` in a sentence."""
    for sentence in article.sentences:
        at = sentence.of(article.text).find(words)
        if at >= 0:
            start = sentence.start + at
            return Source(article.id, sentence, Span(start, start + len(words)))
    raise LookupError(words)


def lake() -> Article:
    """Return the small article that the tests study."""
    return article_of(TITLE, *PARAGRAPHS, origin="lake.txt")


def lake_drafted() -> Drafted:
    """Return the article with five questions of all four kinds, each on a fact of its own."""
    article = lake()
    asked = (
        (Flashcard("Who drew the dam?", "Ada Corvin"), "Ada Corvin"),
        (
            MultipleChoice(
                "Who called the dam too thin?", "Otto Brandt", ("Ada Corvin", "Velm", "Ivo")
            ),
            "Otto Brandt",
        ),
        (
            Gap("It was dammed in ", "1911", " to bring water to the city of Velm."),
            "1911",
        ),
        (
            TypedAnswer("How much water does it hold?", "40 million cubic metres"),
            "40 million cubic metres",
        ),
        (Flashcard("When did the harbour open?", "1920"), "1920"),
    )
    return Drafted(
        article,
        tuple(Draft(question, source_of(article, words)) for question, words in asked),
    )


def number(value: int) -> QuestionId:
    """Return a question's id that a test can tell apart at sight."""
    return QuestionId(UUID(int=value))


@pytest.fixture
def bank(tmp_path: Path) -> Iterator[Bank]:
    """Return an open bank without decks, in a real file."""
    with open_bank(tmp_path / "quizapp.bank") as opened:
        yield opened


@pytest.fixture
def deck(bank: Bank) -> DeckId:
    """Return the lake's deck, added to the bank at noon."""
    return articles.add_deck(bank, lake_drafted(), None, NOON)


@pytest.fixture
def asked(deck: DeckId) -> tuple[QuestionId, ...]:
    """Return the ids of the deck's questions, in their order."""
    return tuple(draft.id for draft in lake_drafted().drafts)


@pytest.fixture
def settings() -> Settings:
    """Return the settings a learner starts with."""
    return Settings()
