"""A real bank with real decks, for every test of the window."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from PySide6.QtWidgets import QWidget

from quizapp import clock, paths, reading, settings
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
from quizapp.domain.review import Rating
from quizapp.domain.source import Source
from quizapp.exchange import quizset
from quizapp.operations import decks, sharing, study
from quizapp.settings import Settings
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.text import Text
from quizapp.ui.start import Program

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


STILL = Settings(reduce_motion=True)


def words_in(widget: QWidget) -> str:
    """Return the words that a person sees in a widget."""
    shown = [part for part in widget.findChildren(QWidget) if part.isVisible()]
    return "\n".join(part.text() for part in shown if isinstance(part, Text | Button))


@pytest.fixture
def study_on(bank_path: Path) -> Callable[..., None]:
    """Return a function that answers every question Good so many days ago."""

    def answer_all(*days_ago: int) -> None:
        with open_bank(bank_path) as bank:
            (deck,) = decks.listing(bank, STILL, NOON, UTC)
            for ago in days_ago:
                now = NOON - timedelta(days=ago)
                for stored in sharing.questions_of(bank, deck.id):
                    took = timedelta(seconds=30)
                    study.answer(bank, STILL, stored.id, Rating.GOOD, now, took)

    return answer_all


@pytest.fixture
def start(qtbot, bank_path: Path, monkeypatch) -> Iterator[Callable[..., Program]]:
    """Return a function that opens the program on the bank and waits for its Library."""
    started: list[Program] = []
    monkeypatch.setattr(clock, "zone", lambda: UTC)

    def run(chosen: Settings = STILL, now: datetime = NOON) -> Program:
        settings.save(chosen, paths.settings_path(bank_path))
        program = Program(bank_path, lambda: now, Random(1))
        started.append(program)
        with qtbot.waitExposed(program.window):
            program.window.show()
        program.window.activateWindow()
        qtbot.waitUntil(lambda: program.window.shown in {"library", "bank error"})
        return program

    yield run
    for program in started:
        program.window.close()
        program.close()
        program.window.deleteLater()
