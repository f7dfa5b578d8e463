"""Hand question sets on and take them in."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid5

from quizapp import files, paths
from quizapp.bank import Bank, Session, decks, open_bank, questions
from quizapp.domain.question import GENERATED, DeckId, StoredQuestion, generated_deck_id
from quizapp.domain.question_set import QuestionSet
from quizapp.errors import UnknownFormat, UnreadableSet
from quizapp.exchange import FORMATS, Format


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    deck: DeckId
    title: str
    added: int
    updated: int


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
    form = _format(path)
    with bank.read() as session:
        question_set = _set_of(session, deck)
    files.write_atomically(path, form.dump(question_set))
    return len(question_set.questions)


def import_set(bank: Bank, path: Path, now: datetime) -> Imported:
    """Take in a file of questions, all of them or none.

    A question whose id the bank knows is updated and keeps its memory. Raises `UnknownFormat`,
    `UnreadableSet` and what `files.read_bytes` raises.
    """
    form = _format(path)
    content = files.read_bytes(path)
    try:
        question_set = form.parse(content)
    except ValueError as reason:
        raise UnreadableSet(path.name, str(reason)) from reason
    with bank.write() as session:
        return _take_in(session, question_set, now)


def open_with_starter_sets(path: Path, now: datetime) -> Bank:
    """Open the bank; one that never held a deck is given the starter sets.

    Raises what `bank.open_bank` raises.
    """
    with ExitStack() as opened:
        bank = opened.enter_context(open_bank(path))
        with bank.read() as session:
            untouched = decks.none_ever(session)
        if untouched:
            open_example(bank, now)
        opened.pop_all()
    return bank


def open_example(bank: Bank, now: datetime) -> DeckId:
    """Put the starter deck into the Library; one that was removed comes back as it was."""
    return next(import_set(bank, path, now).deck for path in _starter_sets())


def example() -> Example:
    """Return what the starter deck holds."""
    starter = FORMATS[".quizset"].parse(_starter_sets()[0].read_bytes())
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


def _starter_sets() -> Sequence[Path]:
    return sorted(paths.STARTER_SETS.glob("*.quizset"))


def _format(path: Path) -> Format:
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        raise UnknownFormat(path.name, tuple(FORMATS))
    return form


def _set_of(session: Session, deck_id: DeckId) -> QuestionSet:
    deck = decks.get(session, deck_id)
    article = None if deck.article is None else decks.article(session, deck.article)
    return QuestionSet(deck.title, tuple(questions.listing(session, deck_id)), article)


def _take_in(session: Session, question_set: QuestionSet, now: datetime) -> Imported:
    article = question_set.article
    article_id = None if article is None else article.id
    if article_id is None:
        deck_id = DeckId(uuid5(GENERATED, f"set {question_set.title}"))
    else:
        deck_id = generated_deck_id(article_id)
    if decks.known(session, deck_id):
        decks.mark_removed(session, deck_id, None)
    else:
        deck = decks.Deck(deck_id, question_set.title, article_id, now)
        decks.add(session, deck, article)
    known = questions.known(session, [stored.id for stored in question_set.questions])
    added: list[StoredQuestion] = []
    for stored in question_set.questions:
        if stored.id in known:
            questions.replace(session, stored)
        else:
            added.append(stored)
    questions.add(session, deck_id, added)
    return Imported(deck_id, question_set.title, len(added), len(known))
