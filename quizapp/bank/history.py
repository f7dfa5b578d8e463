"""What was done since the bank was opened, and how every row stood before it.

Triggers that live as long as the connection note each change of the tables below; a deed is the
changes of one transaction. Taking it back is itself noted, which gives the way forward again.
After: "Automatic Undo/Redo Using SQLite", sqlite.org/undoredo.html; values are kept in columns
of their own, as text they would lose a float's last digits.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, CursorResult, Table
from sqlmodel import Session, SQLModel

from quizapp.bank import tables
from quizapp.domain.deed import Did

AT_MOST = 1000
"""Deeds that can be taken back."""

_RECORDED = (
    tables.ArticleRow,
    tables.DeckRow,
    tables.PictureRow,
    tables.QuestionRow,
    tables.MemoryRow,
    tables.ReviewRow,
    tables.DraftRow,
)
_DEEDS = """
CREATE TEMP TABLE deeds (id INTEGER PRIMARY KEY, did NOT NULL, undone NOT NULL);
CREATE TEMP TABLE changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT, deed_id, place NOT NULL, row NOT NULL, added NOT NULL
);
CREATE INDEX temp.changes_by_deed ON changes (deed_id);
"""
_WATCH = """
CREATE TEMP TABLE past_{table} (change_id INTEGER PRIMARY KEY, {columns})|
CREATE TEMP TRIGGER {table}_forget AFTER DELETE ON changes WHEN OLD.place = '{table}' BEGIN
    DELETE FROM past_{table} WHERE change_id = OLD.id;
END|
CREATE TEMP TRIGGER {table}_added AFTER INSERT ON main.{table} BEGIN
    INSERT INTO changes (place, row, added) VALUES ('{table}', NEW.{key}, 1);
END|
CREATE TEMP TRIGGER {table}_altered AFTER UPDATE ON main.{table} BEGIN
    INSERT INTO changes (place, row, added) VALUES ('{table}', OLD.{key}, 0);
    INSERT INTO past_{table} VALUES (last_insert_rowid(), {old});
END|
CREATE TEMP TRIGGER {table}_deleted AFTER DELETE ON main.{table} BEGIN
    INSERT INTO changes (place, row, added) VALUES ('{table}', OLD.{key}, 0);
    INSERT INTO past_{table} VALUES (last_insert_rowid(), {old});
END
"""


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed, and the keys of the rows it touched."""

    did: Did
    rows: frozenset[object]


def begin(connection: Connection) -> None:
    """Watch the tables from now on."""
    for statement in _DEEDS.split(";"):
        if statement.strip():
            connection.exec_driver_sql(statement)
    for row in _RECORDED:
        table = _table(row)
        names = _columns(table)
        watch = _WATCH.format(
            table=table.name,
            key=_key(table),
            columns=", ".join(names),
            old=", ".join(f"OLD.{name}" for name in names),
        )
        for statement in watch.split("|"):
            connection.exec_driver_sql(statement)


def keep(session: Session, did: Did, *, joins: bool = False) -> None:
    """Make a deed of what this transaction changed, if anything; what was undone is gone then.

    One that `joins` becomes part of the deed before it, where that has the same name.
    """
    session.flush()
    if not _run(session, "SELECT 1 FROM changes WHERE deed_id IS NULL LIMIT 1").first():
        return
    if _run(session, "SELECT 1 FROM deeds WHERE undone LIMIT 1").first():
        _drop(session, "undone")
    newest = _run(session, "SELECT id, did FROM deeds ORDER BY id DESC LIMIT 1").first()
    if newest is not None and joins and newest.did == did:
        deed = newest.id
    else:
        deed = 1 if newest is None else newest.id + 1
        _run(session, "INSERT INTO deeds VALUES (?, ?, 0)", deed, str(did))
        if deed > AT_MOST:
            _drop(session, f"id <= {deed - AT_MOST}")
    _assign(session, deed)


def keep_undone(session: Session, did: Did) -> None:
    """Make of this transaction, which took back a deed older than all, what brings it again."""
    session.flush()
    oldest = _run(session, "SELECT min(id) FROM deeds").scalar()
    deed = 0 if oldest is None else oldest - 1
    _run(session, "INSERT INTO deeds VALUES (?, ?, 1)", deed, str(did))
    _assign(session, deed)


def last(session: Session) -> Deed | None:
    """Return the deed that would be undone next."""
    deed = _run(
        session, "SELECT id, did FROM deeds WHERE NOT undone ORDER BY id DESC"
    ).first()
    if deed is None:
        return None
    touched = _run(session, "SELECT row FROM changes WHERE deed_id = ?", deed.id).scalars()
    return Deed(Did(deed.did), frozenset(touched))


def undo(session: Session) -> Did | None:
    """Take the last deed back; None where there is none."""
    query = "SELECT id, did FROM deeds WHERE NOT undone ORDER BY id DESC LIMIT 1"
    return _turn(session, query, undone=True)


def redo(session: Session) -> Did | None:
    """Do again what was taken back last; None where there is nothing."""
    query = "SELECT id, did FROM deeds WHERE undone ORDER BY id LIMIT 1"
    return _turn(session, query, undone=False)


def pass_over(session: Session) -> None:
    """Leave what this transaction changed so far out of the history."""
    session.flush()
    _run(session, "DELETE FROM changes WHERE deed_id IS NULL")


def forget(session: Session) -> None:
    """Begin anew: nothing that was done so far can be taken back."""
    _drop(session, "true")


def _turn(session: Session, query: str, *, undone: bool) -> Did | None:
    deed = _run(session, query).first()
    if deed is None:
        return None
    _reverse(session, deed.id)
    _run(session, "UPDATE deeds SET undone = ? WHERE id = ?", undone, deed.id)
    return Did(deed.did)


def _reverse(session: Session, deed: int) -> None:
    """Put every row back as it stood before the deed, the last one changed first."""
    _run(session, "PRAGMA defer_foreign_keys = ON")
    query = "SELECT id, place, row, added FROM changes WHERE deed_id = ? ORDER BY id DESC"
    changes = _run(session, query, deed).all()
    deletions = {_table(row).name: _deletion(_table(row)) for row in _RECORDED}
    returns = {_table(row).name: _return(_table(row)) for row in _RECORDED}
    for change in changes:
        if change.added:
            _run(session, deletions[change.place], change.row)
        else:
            _run(session, returns[change.place], change.id)
    _run(session, "DELETE FROM changes WHERE deed_id = ?", deed)
    _assign(session, deed)


def _assign(session: Session, deed: int) -> None:
    _run(session, "UPDATE changes SET deed_id = ? WHERE deed_id IS NULL", deed)


def _drop(session: Session, which: str) -> None:
    """Forget the deeds for which an SQL condition of this module's own holds."""
    those = f"SELECT id FROM deeds WHERE {which}"  # noqa: S608 - no word of it from outside
    _run(session, f"DELETE FROM changes WHERE deed_id IN ({those})")  # noqa: S608 - as above
    _run(session, f"DELETE FROM deeds WHERE {which}")  # noqa: S608 - as above


def _deletion(table: Table) -> str:
    return f"DELETE FROM {table.name} WHERE {_key(table)} = ?"  # noqa: S608 - names of ours


def _return(table: Table) -> str:
    """Return the statement that gives a row its past values, whether it is there or gone."""
    names, key = _columns(table), _key(table)
    listed = ", ".join(names)
    values = ", ".join(f"{name} = excluded.{name}" for name in names if name != key)
    return (
        f"INSERT INTO {table.name} ({listed}) "  # noqa: S608 - names of ours
        f"SELECT {listed} FROM past_{table.name} WHERE change_id = ? "
        f"ON CONFLICT ({key}) DO UPDATE SET {values}"
    )


def _table(row: type[SQLModel]) -> Table:
    return SQLModel.metadata.tables[str(row.__tablename__)]


def _columns(table: Table) -> list[str]:
    return [column.name for column in table.columns]


def _key(table: Table) -> str:
    (column,) = table.primary_key
    return str(column.name)


def _run(session: Session, sql: str, *given: object) -> CursorResult[*tuple[Any, ...]]:
    return session.connection().exec_driver_sql(sql, given)
