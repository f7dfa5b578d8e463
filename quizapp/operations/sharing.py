"""Hand question sets on and take them in."""

from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from quizapp import files, paths
from quizapp.bank import Bank, Session, decks, history, open_bank, questions
from quizapp.domain.article import ArticleId
from quizapp.domain.question import DeckId, StoredQuestion
from quizapp.domain.question_set import QuestionSet
from quizapp.errors import UnknownFormat
from quizapp.exchange import FORMATS, quizset, to_write
from quizapp.exchange.losses import kept
from quizapp.exchange.options import Options
from quizapp.operations import importing
from quizapp.operations.importing import Imported


@dataclass(frozen=True, slots=True)
class Example:
    """The starter deck, as an empty Library offers it."""

    title: str
    questions: int
    lengths: tuple[int, ...]
    """Characters of each sentence."""
    asked: tuple[bool, ...]
    """Whether a question asks about it."""


def export_set(bank: Bank, deck: DeckId, path: Path) -> int:
    """Write a deck's questions to a file, whole or not at all; return how many.

    The suffix names the format. Raises `UnknownFormat` and `CannotWrite`.
    """
    form = to_write(path.name)
    if form is None:
        raise UnknownFormat(path.name, tuple(FORMATS))
    with bank.read() as session:
        question_set = set_of(session, deck)
    files.write_atomically(path, form.dump(question_set, Options()))
    return len(kept(form.name, question_set))


def import_set(bank: Bank, path: Path, now: datetime) -> Imported:
    """Take in a file of questions, all of them or none.

    A question whose id the bank knows is updated and keeps its memory. Raises `UnknownFormat`,
    `UnreadableSet` and what `files.read_bytes` raises.
    """
    return importing.take_in(bank, importing.look(bank, path), now, twins=True)


def open_with_starter_sets(path: Path, now: datetime) -> Bank:
    """Open the bank; one that never held a deck is given the starter deck.

    Raises what `bank.open_bank` raises.
    """
    with ExitStack() as opened:
        bank = opened.enter_context(open_bank(path))
        with bank.read() as session:
            untouched = decks.none_ever(session)
        if untouched:
            open_example(bank, now)
            with bank.write() as session:
                history.forget(session)  # it was there before the learner did anything
        opened.pop_all()
    return bank


def open_example(bank: Bank, now: datetime) -> DeckId:
    """Put the starter deck into the Library; one that was removed comes back as it was."""
    return import_set(bank, _starter_set(), now).deck


def example() -> Example:
    """Return what the starter deck holds."""
    starter = quizset.parse(_starter_set().read_bytes())
    sentences = () if starter.article is None else starter.article.sentences
    asked = {
        stored.source.sentence for stored in starter.questions if stored.source is not None
    }
    return Example(
        title=starter.title,
        questions=len(starter.questions),
        lengths=tuple(sentence.end - sentence.start for sentence in sentences),
        asked=tuple(sentence in asked for sentence in sentences),
    )


def questions_of(bank: Bank, deck: DeckId) -> tuple[StoredQuestion, ...]:
    """Return a deck's questions in their order."""
    with bank.read() as session:
        return tuple(questions.listing(session, deck))


def _starter_set() -> Path:
    return min(paths.STARTER_SETS.glob("*.quizset"))


def set_of(session: Session, deck_id: DeckId) -> QuestionSet:
    """Return what a deck is handed on as."""
    deck = decks.get(session, deck_id)
    article = None if deck.article is None else decks.article(session, deck.article)
    listed = (_in_article(one, deck.article) for one in questions.listing(session, deck_id))
    return QuestionSet(deck.title, tuple(listed), article)


def _in_article(stored: StoredQuestion, article: ArticleId | None) -> StoredQuestion:
    """Return the question without its source, where that lies in another deck's article."""
    if stored.source is None or stored.source.article == article:
        return stored
    return replace(stored, source=None)
