"""Hand question sets on and take them in."""

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
        question_set = set_of(session, deck)
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
        imported = _take_in(session, question_set, now)
        if not _stands_in_its_article(session, question_set):
            raise UnreadableSet(
                path.name, "it cuts the article that you have into other sentences."
            )
        return imported


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
        opened.pop_all()
    return bank


def open_example(bank: Bank, now: datetime) -> DeckId:
    """Put the starter deck into the Library; one that was removed comes back as it was."""
    return import_set(bank, _starter_set(), now).deck


def example() -> Example:
    """Return what the starter deck holds."""
    starter = FORMATS[".quizset"].parse(_starter_set().read_bytes())
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


def _format(path: Path) -> Format:
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        raise UnknownFormat(path.name, tuple(FORMATS))
    return form


def set_of(session: Session, deck_id: DeckId) -> QuestionSet:
    """Return what a deck is handed on as."""
    deck = decks.get(session, deck_id)
    article = None if deck.article is None else decks.article(session, deck.article)
    return QuestionSet(deck.title, tuple(questions.listing(session, deck_id)), article)


def _take_in(session: Session, question_set: QuestionSet, now: datetime) -> Imported:
    deck = _deck_of(session, question_set, now)
    known = questions.known(session, [stored.id for stored in question_set.questions])
    added: list[StoredQuestion] = []
    for stored in question_set.questions:
        if stored.id in known:
            questions.replace(session, stored)
        else:
            added.append(stored)
    questions.add(session, deck.id, added)
    return Imported(deck.id, deck.title, len(added), len(known))


def _deck_of(session: Session, question_set: QuestionSet, now: datetime) -> decks.Deck:
    """Return the deck that a set goes into: the one it came into before, else a new one."""
    article = question_set.article
    if article is None:
        deck_id = DeckId(uuid5(GENERATED, f"set {question_set.title}"))
    else:
        deck_id = generated_deck_id(article.id)
    if decks.known(session, deck_id):
        decks.mark_removed(session, deck_id, None)
        return decks.get(session, deck_id)
    article_id = None if article is None else article.id
    deck = decks.Deck(deck_id, question_set.title, article_id, now)
    decks.add(session, deck, article)
    return deck


def _stands_in_its_article(session: Session, question_set: QuestionSet) -> bool:
    """Tell whether the bank's copy of the article has the sentences that are asked about."""
    if question_set.article is None:
        return True
    article = decks.article(session, question_set.article.id)
    sentences = frozenset(() if article is None else article.sentences)
    sources = (stored.source for stored in question_set.questions)
    return all(source is None or source.sentence in sentences for source in sources)
