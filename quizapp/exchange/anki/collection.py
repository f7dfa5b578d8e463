"""An Anki collection as a SQLite file in memory: written in schema 11, read in 11 to 18.

The schemas are those of Anki's `rslib/src/storage`; every Anki since 2.0 reads schema 11.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from quizapp.exchange.anki import note_type

_SCHEMA = """
CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null,
  scm integer not null, ver integer not null, dty integer not null, usn integer not null,
  ls integer not null, conf text not null, models text not null, decks text not null,
  dconf text not null, tags text not null);
CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null,
  mod integer not null, usn integer not null, tags text not null, flds text not null,
  sfld integer not null, csum integer not null, flags integer not null, data text not null);
CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null,
  ord integer not null, mod integer not null, usn integer not null, type integer not null,
  queue integer not null, due integer not null, ivl integer not null, factor integer not null,
  reps integer not null, lapses integer not null, left integer not null, odue integer not null,
  odid integer not null, flags integer not null, data text not null);
CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null,
  ease integer not null, ivl integer not null, lastIvl integer not null,
  factor integer not null, time integer not null, type integer not null);
CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
CREATE INDEX ix_notes_usn on notes (usn);
CREATE INDEX ix_cards_usn on cards (usn);
CREATE INDEX ix_revlog_usn on revlog (usn);
CREATE INDEX ix_cards_nid on cards (nid);
CREATE INDEX ix_cards_sched on cards (did, queue, due);
CREATE INDEX ix_revlog_cid on revlog (cid);
CREATE INDEX ix_notes_csum on notes (csum);
"""
_CREATED = 1_577_836_800
"""Seconds: 1 January 2020. Only due dates count from it, and new cards have none."""
_STEPS = 50_000_000
"""SQLite's own steps: a hostile file may ask for no more, and an honest one needs far fewer."""
_MOST_IN_ONE_VALUE = 20_000_000
_READS = frozenset((sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION))


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it is stored: its fields are HTML."""

    id: int
    guid: str
    changed: int
    """Seconds since 1970."""
    tags: tuple[str, ...]
    fields: tuple[str, ...]
    plain: str
    """The first field without HTML, which Anki sorts by."""
    checksum: int


def write(deck_id: int, deck: str, notes: Iterable[Note], changed: int) -> bytes:
    """Return a collection with one deck of new cards, a card a note, in their order."""
    database = sqlite3.connect(":memory:")
    try:
        database.executescript(_SCHEMA)
        database.execute(
            "INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')",
            (_CREATED, changed * 1000, changed * 1000, *_settings(deck_id, deck, changed)),
        )
        for place, note in enumerate(notes, start=1):
            _add(database, deck_id, place, note)
        database.commit()
        return database.serialize()
    finally:
        database.close()


def _add(database: sqlite3.Connection, deck_id: int, place: int, note: Note) -> None:
    tags = f" {' '.join(note.tags)} " if note.tags else ""
    fields = "\x1f".join(note.fields)
    sorting = (note.plain, note.checksum)
    database.execute(
        "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')",
        (note.id, note.guid, note_type.ID, note.changed, tags, fields, *sorting),
    )
    database.execute(
        "INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
        (note.id, note.id, deck_id, note.changed, place),
    )


def _settings(deck_id: int, deck: str, changed: int) -> tuple[str, str, str, str]:
    """Return `conf`, `models`, `decks` and `dconf`."""
    conf = {"nextPos": 1, "schedVer": 2, "curDeck": deck_id, "activeDecks": [deck_id]}
    decks = {"1": _deck(1, "Default", 0), str(deck_id): _deck(deck_id, deck, changed)}
    models = {str(note_type.ID): note_type.as_json()}
    first, second, third = (json.dumps(one) for one in (conf, models, decks))
    return first, second, third, json.dumps({"1": _STUDY})


def _deck(id: int, name: str, changed: int) -> dict[str, Any]:
    today = {f"{what}Today": [0, 0] for what in ("new", "rev", "lrn", "time")}
    folded = {"collapsed": False, "browserCollapsed": False, "dyn": 0, "desc": ""}
    limits = {"conf": 1, "extendNew": 0, "extendRev": 0}
    return {"id": id, "name": name, "mod": changed, "usn": -1} | today | folded | limits


_STUDY: dict[str, Any] = {
    "id": 1,
    "name": "Default",
    "mod": 0,
    "usn": 0,
    "maxTaken": 60,
    "timer": 0,
    "autoplay": True,
    "replayq": True,
    "dyn": False,
    "new": {
        "delays": [1.0, 10.0],
        "ints": [1, 4, 7],
        "initialFactor": 2500,
        "order": 1,
        "perDay": 20,
        "bury": False,
    },
    "rev": {
        "perDay": 200,
        "ease4": 1.3,
        "ivlFct": 1.0,
        "maxIvl": 36500,
        "bury": False,
        "hardFactor": 1.2,
    },
    "lapse": {
        "delays": [10.0],
        "mult": 0.0,
        "minInt": 1,
        "leechFails": 8,
        "leechAction": 1,
    },
}
"""Anki's own defaults; an import does not touch the learner's."""


@contextmanager
def opened(content: bytes) -> Iterator[sqlite3.Connection]:
    """Open a stranger's collection to read from; raises ValueError where it is damaged.

    It may only be read, calls no function that writes, and is stopped when it takes too long.
    """
    database = sqlite3.connect(":memory:")
    try:
        database.deserialize(_without_log(content))
        database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MOST_IN_ONE_VALUE)
        database.create_collation("unicase", _compare)
        database.execute("PRAGMA trusted_schema = OFF")
        database.set_authorizer(_may)
        spent = iter(range(_STEPS // 10_000))
        database.set_progress_handler(lambda: next(spent, None) is None, 10_000)
        yield database
    except (sqlite3.Error, OverflowError, UnicodeError) as reason:
        raise ValueError("its collection is damaged.") from reason
    finally:
        database.close()


def _without_log(content: bytes) -> bytes:
    """Return the database marked as one without a write-ahead log, which no file brings along.

    Bytes 18 and 19 of the header (SQLite file format, 1.3.3).
    """
    return content[:18] + b"\x01\x01" + content[20:]


def _compare(one: str, other: str) -> int:
    first, second = one.casefold(), other.casefold()
    return (first > second) - (first < second)


def _may(action: int, *_: object) -> int:
    return sqlite3.SQLITE_OK if action in _READS else sqlite3.SQLITE_DENY
