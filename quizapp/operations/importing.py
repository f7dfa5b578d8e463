"""Look into a file of questions, and take it in whole or not at all."""

import logging
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from uuid import uuid5

from quizapp import files
from quizapp.bank import Bank, Session, decks, imports, questions
from quizapp.domain.answer import fold
from quizapp.domain.deed import Did
from quizapp.domain.question import (
    GENERATED,
    DeckId,
    Origin,
    Question,
    QuestionId,
    StoredQuestion,
    generated_deck_id,
    kind_of,
    once_edited,
    prompt_of,
    solution,
)
from quizapp.domain.question_set import QuestionSet
from quizapp.errors import UnknownFormat, UnreadableSet
from quizapp.exchange import FORMATS, read_suffixes, understand
from quizapp.exchange.reasons import FEEDBACK
from quizapp.exchange.understood import UNTITLED, WITH_PICTURES, Refused, Understood
from quizapp.operations import histories

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Found:
    """What a file holds beside what the bank has."""

    name: str
    """The file's."""
    understood: Understood
    known: frozenset[QuestionId]
    """Questions that the bank has by their id: they would be updated."""
    twins: dict[QuestionId, str]
    """Questions that the bank has in the same words under another id, with that deck's title."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    deck: DeckId
    title: str
    added: int
    updated: int
    new: tuple[QuestionId, ...] = ()
    """Those added."""
    answers: int = 0
    """Given to them in another program, and kept."""


def look(bank: Bank, path: Path, name: str = "") -> Found:
    """Return what a file holds; `name` is its format where the person named one.

    Nothing is changed. Raises `UnknownFormat`, `UnreadableSet` and what `files.read_bytes`
    raises.
    """
    if name and (name not in FORMATS or FORMATS[name].parse is None):
        raise UnknownFormat(
            name, tuple(form.name for form in FORMATS.values() if form.parse)
        )
    if not name and path.suffix.lower() not in read_suffixes():
        raise UnknownFormat(path.name, read_suffixes())
    content = files.read_bytes(path, WITH_PICTURES)
    try:
        understood = understand(path.name, content, name)
    except ValueError as reason:
        _log.info("%s could not be read", path.name, exc_info=reason)
        raise UnreadableSet(path.name, str(reason)) from reason
    if understood.questions.title == UNTITLED:
        title = path.stem.strip() or UNTITLED
        understood = replace(
            understood, questions=replace(understood.questions, title=title)
        )
    with bank.read() as session:
        ids = [one.id for one in understood.questions.questions]
        known = questions.known(session, ids)
        understood = _without_own_sentences(session, understood, known)
        return Found(path.name, understood, known, _twins(session, understood, known))


def take_in(bank: Bank, found: Found, now: datetime, *, twins: bool) -> Imported:
    """Take in what was found, all of it or none; without `twins` those stay out.

    A question whose id the bank knows is updated and keeps its memory and its source. Raises
    `UnreadableSet` where it stands on other sentences than the bank's article has.
    """
    question_set = found.understood.questions
    if not twins:
        kept = tuple(one for one in question_set.questions if one.id not in found.twins)
        question_set = replace(question_set, questions=kept)
    if not question_set.questions:
        raise UnreadableSet(found.name, "no question of it can be taken in.")
    with bank.write(Did.IMPORTED) as session:
        imported = _take_in(session, question_set, now)
        if not _stands_in_its_article(session, question_set):
            raise UnreadableSet(
                found.name, "it cuts the article that you have into other sentences."
            )
        kinds = {one.id: kind_of(one.question) for one in question_set.questions}
        new = {id_: kinds[id_] for id_ in imported.new}
        answers = histories.replay(session, found.understood.answered, new, now)
        return replace(imported, answers=answers)


def _without_own_sentences(
    session: Session, understood: Understood, known: frozenset[QuestionId]
) -> Understood:
    """Return what was understood without such losses as are none: the bank has the sentence."""
    told = [one for one in understood.explained if one.question in known]
    if not told:
        return understood
    sentences = imports.sentences(session, [one.question for one in told])
    kept = {
        Refused(one.where, FEEDBACK)
        for one in told
        if one.words.split() == sentences.get(one.question, "").split()
    }
    changed = tuple(one for one in understood.changed if one not in kept)
    return replace(understood, changed=changed)


def _twins(
    session: Session, understood: Understood, known: frozenset[QuestionId]
) -> dict[QuestionId, str]:
    coming = {
        _words(one.question): one.id
        for one in understood.questions.questions
        if one.id not in known
    }
    if not coming:
        return {}
    there = (
        (coming.get(_words(one)), title) for one, title in imports.in_every_deck(session)
    )
    return {twin: title for twin, title in there if twin is not None}


def _words(question: Question) -> tuple[str, str]:
    return fold(prompt_of(question)), fold(solution(question))


def _take_in(session: Session, question_set: QuestionSet, now: datetime) -> Imported:
    before = imports.found(session, [one.id for one in question_set.questions])
    known = {one.id: one for one in before}
    added = tuple(one for one in question_set.questions if one.id not in known)
    decks.keep_article(session, question_set.article)
    for stored in question_set.questions:
        if stored.id in known:
            questions.replace(session, _renewed(stored, known[stored.id]))
    article = question_set.article
    if not added and (article is None or not decks.known(session, _deck_id(question_set))):
        deck = decks.of_question(session, before[0].id)
        if article is not None:
            decks.give_article(session, deck.id, article.id)
        return Imported(deck.id, deck.title, 0, len(before))
    return _add(session, question_set, added, len(before), now)


def _add(
    session: Session,
    question_set: QuestionSet,
    added: tuple[StoredQuestion, ...],
    updated: int,
    now: datetime,
) -> Imported:
    deck_id = _deck_id(question_set)
    if decks.known(session, deck_id):
        decks.mark_removed(session, deck_id, None)
        deck = decks.get(session, deck_id)
    else:
        article = question_set.article
        article_id = None if article is None else article.id
        deck = decks.Deck(deck_id, question_set.title, article_id, now)
        decks.add(session, deck, article)
    questions.add(session, deck_id, added)
    new = tuple(one.id for one in added)
    return Imported(deck_id, deck.title, len(added), updated, new)


def _renewed(coming: StoredQuestion, there: StoredQuestion) -> StoredQuestion:
    """Return a question's new words with what the file could not say of it."""
    if coming.source is not None or coming.origin is not Origin.IMPORTED:
        return coming
    picture = coming.picture or there.picture
    same = (coming.question, picture) == (there.question, there.picture)
    edited = once_edited(there.origin)
    return replace(
        coming,
        source=there.source,
        origin=there.origin if same else edited,
        tags=coming.tags or there.tags,
        picture=picture,
    )


def _deck_id(question_set: QuestionSet) -> DeckId:
    """Return the id of the deck that a set goes into: the same each time it comes."""
    if question_set.article is None:
        return DeckId(uuid5(GENERATED, f"set {question_set.title}"))
    return generated_deck_id(question_set.article.id)


def _stands_in_its_article(session: Session, question_set: QuestionSet) -> bool:
    """Tell whether the bank's copy of the article has the sentences that are asked about."""
    if question_set.article is None:
        return True
    article = decks.article(session, question_set.article.id)
    sentences = frozenset(() if article is None else article.sentences)
    sources = (stored.source for stored in question_set.questions)
    return all(source is None or source.sentence in sentences for source in sources)


__all__ = [
    "Found",
    "Imported",
    "Refused",
    "Understood",
    "look",
    "read_suffixes",
    "take_in",
]
