"""A real bank with real decks, for every test of the window."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizapp import reading
from quizapp.bank import open_bank
from quizapp.domain.article import Span
from quizapp.domain.question import (
    DeckId,
    Draft,
    Flashcard,
    Gap,
    MultipleChoice,
    Question,
    StoredQuestion,
    TypedAnswer,
)
from quizapp.domain.question_set import QuestionSet
from quizapp.domain.source import Source
from quizapp.exchange import quizset
from quizapp.operations import sharing

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)

OXYGEN = (
    "Oxygen was discovered by Carl Wilhelm Scheele in Uppsala in 1771. "
    "Joseph Priestley published his findings first. "
    "Antoine Lavoisier gave the gas its name in 1777. "
    "It makes up about 21 percent of the air. "
    "Plants release it when light splits water."
)
QUESTIONS: tuple[tuple[Question, str], ...] = (
    (Flashcard("Who discovered oxygen?", "Carl Wilhelm Scheele"), "Carl Wilhelm Scheele"),
    (
        MultipleChoice("Who named oxygen?", "Antoine Lavoisier", ("Joseph Priestley",)),
        "Antoine Lavoisier",
    ),
    (Gap("Oxygen makes up about ", "21 percent", " of the air."), "21 percent"),
    (TypedAnswer("When was oxygen named?", "1777"), "1777"),
)


def question_set(title: str, text: str = OXYGEN) -> QuestionSet:
    """Return a set of four questions, one of each kind."""
    article = reading.read_text(text, title, "a test")
    stored = []
    for question, answer in QUESTIONS:
        at = text.index(answer)
        span = Span(at, at + len(answer))
        sentence = next(s for s in article.sentences if s.holds(span))
        draft = Draft(question, Source(article.id, sentence, span))
        stored.append(StoredQuestion(draft.id, draft.question, draft.source))
    return QuestionSet(title, tuple(stored), article)


@pytest.fixture
def bank_path(tmp_path: Path, add_deck: Callable[..., DeckId]) -> Path:
    """Return a bank with one deck of four new questions."""
    add_deck("Oxygen")
    return tmp_path / "quizapp.bank"


@pytest.fixture
def add_deck(tmp_path: Path) -> Callable[..., DeckId]:
    """Return a function that adds a deck; a deck of the same text needs another ending."""

    def add(title: str, ending: str = "", at: datetime = NOON) -> DeckId:
        text = f"{OXYGEN} {ending}".strip()
        path = tmp_path / "deck.quizset"
        path.write_bytes(quizset.dump(question_set(title, text)))
        with open_bank(tmp_path / "quizapp.bank") as bank:
            return sharing.import_set(bank, path, at).deck

    return add
