"""Notes and note types out of a stranger's collection, whichever schema it has."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from quizapp.exchange.anki.fields import texts_of, whole_of

_NAMES_IN_TABLES = 15
"""From this schema on note types, fields and templates have tables of their own."""
_CLOZE = 1
_EARLIEST, _LATEST = 1_100_000_000_000, 4_000_000_000_000
"""Milliseconds: Anki is from 2006, and no answer is from the next century."""
_MOST_ANSWERS = 500_000
_BROKEN = (LookupError, TypeError, AttributeError, ValueError, RecursionError)
"""What stands for JSON that is not what it promises."""


@dataclass(frozen=True, slots=True)
class Template:
    """The two sides of a card."""

    front: str
    back: str


@dataclass(frozen=True, slots=True)
class NoteType:
    """What a note's fields are called and what its cards show."""

    name: str
    cloze: bool
    fields: tuple[str, ...]
    templates: tuple[Template, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """One note and the numbers of its cards, from 0."""

    guid: str
    note_type: int
    tags: tuple[str, ...]
    fields: tuple[str, ...]
    cards: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """One answer to a card."""

    guid: str
    card: int
    """From 0."""
    at: int
    """Milliseconds since 1970."""
    ease: int
    """1 Again, 2 Hard, 3 Good, 4 Easy."""
    took: int
    """Milliseconds."""


def note_types(database: sqlite3.Connection) -> dict[int, NoteType]:
    """Return the note types by id; raises ValueError where they are damaged."""
    (version, models) = _one(database, "SELECT ver, models FROM col LIMIT 1")
    try:
        if isinstance(version, int) and version >= _NAMES_IN_TABLES:
            return dict(_from_tables(database))
        return {int(key): _from_json(model) for key, model in json.loads(models).items()}
    except _BROKEN as reason:
        raise ValueError("its note types are damaged.") from reason


def deck_name(database: sqlite3.Connection) -> str:
    """Return the name of the deck that most cards lie in, "" where none is named."""
    found = database.execute(
        "SELECT did FROM cards GROUP BY did ORDER BY count(*) DESC, did LIMIT 1"
    ).fetchone()
    version, decks = _one(database, "SELECT ver, decks FROM col LIMIT 1")
    if found is None:
        return ""
    if isinstance(version, int) and version >= _NAMES_IN_TABLES:
        named = database.execute("SELECT name FROM decks WHERE id = ?", found).fetchone()
        return str(named[0]).replace("\x1f", " · ") if named else ""
    try:
        return str(json.loads(decks)[str(found[0])]["name"]).replace("::", " · ")
    except _BROKEN:
        return ""


def notes(database: sqlite3.Connection) -> Iterator[Written]:
    """Yield the notes that have a card, in the order in which they were made."""
    rows = database.execute(
        "SELECT n.guid, n.mid, n.tags, n.flds, group_concat(c.ord) FROM notes n "
        "JOIN cards c ON c.nid = n.id GROUP BY n.id ORDER BY n.id"
    )
    for guid, note_type, tags, fields, cards in rows:
        numbers = sorted({int(one) for one in str(cards).split(",") if one.isdecimal()})
        yield Written(
            str(guid),
            int(note_type) if isinstance(note_type, int) else 0,
            tuple(str(tags).split()),
            tuple(str(fields).split("\x1f")),
            tuple(numbers),
        )


def answers(database: sqlite3.Connection) -> Iterator[Given]:
    """Yield what was answered, the earliest first; dates set by hand are no answers."""
    rows = database.execute(
        "SELECT n.guid, c.ord, r.id, r.ease, r.time FROM revlog r "
        "JOIN cards c ON c.id = r.cid JOIN notes n ON n.id = c.nid "
        "WHERE r.ease BETWEEN 1 AND 4 AND r.id BETWEEN ? AND ? AND r.type < 4 "
        "ORDER BY r.id LIMIT ?",
        (_EARLIEST, _LATEST, _MOST_ANSWERS),
    )
    for guid, card, at, ease, took in rows:
        if all(isinstance(one, int) for one in (card, at, ease, took)):
            yield Given(str(guid), card, at, ease, took)


def _one(database: sqlite3.Connection, statement: str) -> tuple[Any, ...]:
    row = database.execute(statement).fetchone()
    if row is None:
        raise ValueError("its collection is empty.")
    return tuple(row)


def _from_json(model: dict[str, Any]) -> NoteType:
    fields = sorted(model["flds"], key=lambda field: int(field["ord"]))
    templates = sorted(model["tmpls"], key=lambda template: int(template["ord"]))
    return NoteType(
        str(model["name"]),
        model.get("type") == _CLOZE,
        tuple(str(field["name"]) for field in fields),
        tuple(Template(str(one["qfmt"]), str(one["afmt"])) for one in templates),
    )


def _from_tables(database: sqlite3.Connection) -> Iterator[tuple[int, NoteType]]:
    """Yield the note types of schema 15 and later: configurations are protocol buffers.

    Anki's `proto/anki/notetypes.proto`: Config.kind = 1; Template.Config.q_format = 1,
    a_format = 2.
    """
    for key, name, config in database.execute("SELECT id, name, config FROM notetypes"):
        fields = database.execute(
            "SELECT name FROM fields WHERE ntid = ? ORDER BY ord", (key,)
        )
        templates = database.execute(
            "SELECT config FROM templates WHERE ntid = ? ORDER BY ord", (key,)
        )
        sides = (texts_of(one) for (one,) in templates)
        yield (
            int(key),
            NoteType(
                str(name),
                whole_of(config).get(1) == _CLOZE,
                tuple(str(field) for (field,) in fields),
                tuple(Template(side.get(1, ""), side.get(2, "")) for side in sides),
            ),
        )
