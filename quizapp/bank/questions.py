"""Questions: kept, listed, and standing in line."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, case, func, select
from sqlmodel import Session, col

from quizapp.bank import decks, pictures, rows, statements
from quizapp.bank.decks import in_library
from quizapp.bank.tables import DeckRow, MemoryRow, QuestionRow
from quizapp.domain.article import Span
from quizapp.domain.question import DeckId, QuestionId, StoredQuestion
from quizapp.domain.review import LEARNED, Memory, Phase
from quizapp.domain.waiting import Counts, Waiting

_MEMORY = col(MemoryRow.question_id) == col(QuestionRow.id)
_DECK = col(DeckRow.id) == col(QuestionRow.deck_id)
_OWN_TEXT = col(QuestionRow.article_id) == col(DeckRow.article_id)


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the strip and the figures need of a question, without its words."""

    question: QuestionId
    deck: DeckId
    sentence: Span | None
    memory: Memory | None


@dataclass(frozen=True, slots=True)
class Card:
    """A question with its deck and what is remembered of it."""

    asked: StoredQuestion
    deck: DeckId
    deck_title: str
    memory: Memory | None
    """None: never asked."""
    flagged: bool = False


def add(session: Session, deck: DeckId, questions: Iterable[StoredQuestion]) -> None:
    """Add questions to the end of a deck, in their order.

    One that was deleted comes back with its memory.
    """
    deleted = set(_deleted(session))
    for position, question in enumerate(questions, start=next_position(session, deck)):
        pictures.keep(session, question.picture)
        row = rows.question_row(question, deck, position)
        if question.id in deleted:
            session.merge(row)
        else:
            session.add(row)
    session.flush()


def next_position(session: Session, deck: DeckId) -> int:
    """Return the place after a deck's last question."""
    last = select(func.max(col(QuestionRow.position))).where(
        col(QuestionRow.deck_id) == deck
    )
    found = session.scalars(last).one_or_none()
    return 0 if found is None else found + 1


def get(session: Session, question: QuestionId) -> StoredQuestion:
    """Return a question; raises NoResultFound where there is none."""
    query = select(*rows.QUESTION).where(col(QuestionRow.id) == question)
    row = session.execute(query).one()
    return rows.question(row, pictures.of(session, [row]))


def card(session: Session, question: QuestionId) -> Card:
    """Return a question's card; raises NoResultFound where there is none."""
    row = statements.run(session, _card(), {"question": question}).one()
    memory = rows.memory(*row[-len(rows.MEMORY) :])
    return Card(
        rows.question(row, pictures.of(session, [row])),
        DeckId(row.deck_id),
        row.title,
        memory,
        flagged=row.flagged,
    )


def listing(session: Session, deck: DeckId) -> Sequence[StoredQuestion]:
    """Return a deck's questions in their order, those set aside too."""
    query = select(*rows.QUESTION).where(col(QuestionRow.deck_id) == deck)
    found = session.execute(query.order_by(col(QuestionRow.position))).all()
    shown = pictures.of(session, found)
    return [rows.question(row, shown) for row in found]


def having(session: Session, wanted: Sequence[QuestionId]) -> list[StoredQuestion]:
    """Return those of some hundred questions that the bank has and that were not deleted."""
    there = col(QuestionRow.deck_id) != decks.DELETED
    query = select(*rows.QUESTION).where(there, col(QuestionRow.id).in_(wanted))
    found = session.execute(query).all()
    shown = pictures.of(session, found)
    return [rows.question(row, shown) for row in found]


def known(session: Session, questions: Sequence[QuestionId]) -> frozenset[QuestionId]:
    """Return those of `questions` that the bank has and that were not deleted."""
    there = (question for question in questions if session.get(QuestionRow, question))
    return frozenset(there) - _deleted(session)


def replace(session: Session, stored: StoredQuestion) -> None:
    """Put a question's new words in the place of its old ones; what the learner did stays."""
    row = session.get_one(QuestionRow, stored.id)
    before = row.picture_id
    pictures.keep(session, stored.picture)
    new = rows.question_row(stored, DeckId(row.deck_id), row.position)
    new.set_aside, new.flagged = row.set_aside, row.flagged
    session.merge(new)
    if before not in {None, new.picture_id}:
        pictures.drop_unused(session)


def any_in_library(session: Session) -> bool:
    """Tell whether some deck of the Library holds a question."""
    query = select(col(QuestionRow.id)).join(DeckRow, _DECK).where(in_library()).limit(1)
    return session.scalars(query).first() is not None


def set_aside(session: Session, question: QuestionId, *, aside: bool) -> None:
    """Suspend a question, or bring it back."""
    row = session.get_one(QuestionRow, question)
    row.set_aside = aside
    session.add(row)


def set_aside_counts(session: Session) -> dict[DeckId, int]:
    """Return how many questions are set aside in each deck that has some."""
    query = select(col(QuestionRow.deck_id), func.count()).where(
        col(QuestionRow.set_aside).is_(True)
    )
    found = session.execute(query.group_by(col(QuestionRow.deck_id)))
    return {DeckId(deck): count for deck, count in found}


def bring_back_all(session: Session, deck: DeckId) -> int:
    """Put every question of a deck that was set aside back; return how many."""
    aside = (col(QuestionRow.deck_id) == deck, col(QuestionRow.set_aside).is_(True))
    found = session.scalars(select(QuestionRow).where(*aside)).all()
    for row in found:
        row.set_aside = False
    return len(found)


def waiting(
    session: Session, deck: DeckId | None, today_ends: datetime, at_most: int
) -> list[Waiting]:
    """Return the questions asked before and due before `today_ends`, the earliest first.

    At most so many learning steps, and at most so many reviews.
    """
    given = {"deck": deck, "ends": today_ends, "at_most": at_most}
    return [
        Waiting(QuestionId(found), rows.source(*place), Phase(phase), due)
        for in_review in (False, True)
        for found, *place, phase, due in statements.run(
            session, _waiting(in_review=in_review, one_deck=deck is not None), given
        )
    ]


def fresh(session: Session, deck: DeckId | None) -> Iterator[Waiting]:
    """Yield the questions never asked, in their order, the newest deck first.

    A deck is read when its turn comes: most callers want the first few.
    """
    found = [one.id for one in decks.listing(session)] if deck is None else [deck]
    for one in found:
        for question, *place in statements.run(session, _fresh(), {"deck": one}):
            yield Waiting(QuestionId(question), rows.source(*place), None, None)


def still_new(session: Session, questions: Sequence[QuestionId]) -> list[QuestionId]:
    """Return those of `questions` that are in the Library, not set aside, and never asked."""
    if not questions:
        return []
    found = set(statements.run(session, _still_new(), {"questions": questions}).scalars())
    return [question for question in questions if question in found]


def counts(session: Session, deck: DeckId | None, today_ends: datetime) -> Counts:
    """Return how many wait in a deck, or with None in the Library."""
    query = (
        select(
            func.count(),
            func.count(col(MemoryRow.question_id)),
            func.count(case((col(MemoryRow.due) < today_ends, 1))),
            func.count(case((col(MemoryRow.stability) >= LEARNED, 1))),
        )
        .select_from(QuestionRow)
        .join(DeckRow, _DECK)
        .join(MemoryRow, _MEMORY, isouter=True)
        .where(*_available(deck))
    )
    total, asked, due, learned = session.execute(query).one()
    return Counts(due=due, new=total - asked, learned=learned, total=total)


def due_count(session: Session, deck: DeckId | None, today_ends: datetime) -> int:
    """Return how many questions asked before are due before `today_ends`."""
    given = {"deck": deck, "ends": today_ends}
    query = _due_count(one_deck=deck is not None)
    return int(statements.run(session, query, given).scalar_one())


def dates_before(session: Session, moment: datetime) -> list[datetime]:
    """Return the dates of the questions due before a moment."""
    return list(session.scalars(_dates().where(col(MemoryRow.due) < moment)))


def dates_from(session: Session, moment: datetime) -> list[datetime]:
    """Return the dates from a moment on, one a question, the earliest first."""
    return list(session.scalars(_dates().where(col(MemoryRow.due) >= moment)))


def remembered(session: Session, deck: DeckId | None) -> list[Remembered]:
    """Return the memory of every question of a deck, or with None of the Library."""
    query = (
        select(
            col(QuestionRow.id),
            col(QuestionRow.deck_id),
            # A question moved here from another deck stands in another text.
            case((_OWN_TEXT, col(QuestionRow.sentence_start))),
            case((_OWN_TEXT, col(QuestionRow.sentence_end))),
            *rows.MEMORY,
        )
        .join(DeckRow, _DECK)
        .join(MemoryRow, _MEMORY, isouter=True)
        .where(*_available(deck))
    )
    return [
        Remembered(
            QuestionId(question),
            DeckId(deck_id),
            None if start is None or end is None else Span(start, end),
            rows.memory(*memory),
        )
        for question, deck_id, start, end, *memory in session.execute(query)
    ]


def _deleted(session: Session) -> frozenset[QuestionId]:
    query = select(col(QuestionRow.id)).where(col(QuestionRow.deck_id) == decks.DELETED)
    return frozenset(QuestionId(found) for found in session.scalars(query))


def _dates() -> Select[datetime]:
    return (
        select(col(MemoryRow.due))
        .join(QuestionRow, _MEMORY)
        .join(DeckRow, _DECK)
        .where(*_available(None))
        .order_by(col(MemoryRow.due))
    )


# What a draw asks is built once: building a select takes longer than running it.


@cache
def _card() -> Select[*tuple[Any, ...]]:
    return (
        select(*rows.QUESTION, col(DeckRow.title), col(QuestionRow.flagged), *rows.MEMORY)
        .join(DeckRow, _DECK)
        .join(MemoryRow, _MEMORY, isouter=True)
        .where(col(QuestionRow.id) == bindparam("question"))
    )


@cache
def _waiting(*, in_review: bool, one_deck: bool) -> Select[*tuple[Any, ...]]:
    reviewed = col(MemoryRow.phase) == Phase.REVIEW
    return (
        select(col(QuestionRow.id), *rows.SOURCE, col(MemoryRow.phase), col(MemoryRow.due))
        .join(MemoryRow, _MEMORY)
        .join(DeckRow, _DECK)
        .where(reviewed if in_review else ~reviewed)
        .where(col(MemoryRow.due) < bindparam("ends"), *_standing(one_deck=one_deck))
        .order_by(col(MemoryRow.due))
        .limit(bindparam("at_most"))
    )


@cache
def _fresh() -> Select[*tuple[Any, ...]]:
    return (
        select(col(QuestionRow.id), *rows.SOURCE)
        .join(MemoryRow, _MEMORY, isouter=True)
        .join(DeckRow, _DECK)
        .where(col(MemoryRow.question_id).is_(None), *_standing(one_deck=True))
        .order_by(col(QuestionRow.position))
    )


@cache
def _still_new() -> Select[*tuple[Any, ...]]:
    return (
        select(col(QuestionRow.id))
        .join(MemoryRow, _MEMORY, isouter=True)
        .join(DeckRow, _DECK)
        .where(col(QuestionRow.id).in_(bindparam("questions", expanding=True)))
        .where(col(MemoryRow.question_id).is_(None), *_standing(one_deck=False))
    )


@cache
def _due_count(*, one_deck: bool) -> Select[*tuple[Any, ...]]:
    return (
        select(func.count())
        .select_from(MemoryRow)
        .join(QuestionRow, _MEMORY)
        .join(DeckRow, _DECK)
        .where(col(MemoryRow.due) < bindparam("ends"), *_standing(one_deck=one_deck))
    )


def _standing(*, one_deck: bool) -> list[ColumnElement[bool]]:
    """Return the condition of `_available` for the parameter `deck`, given later."""
    here = _available(None)
    if one_deck:
        here.append(col(QuestionRow.deck_id) == bindparam("deck"))
    return here


def _available(deck: DeckId | None) -> list[ColumnElement[bool]]:
    here = [in_library(), col(QuestionRow.set_aside).is_(False)]
    return here if deck is None else [*here, col(QuestionRow.deck_id) == deck]
