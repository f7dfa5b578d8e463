"""Save what can still be read of a damaged bank into a new one."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import create_engine

from quizapp.bank import backups, migrations
from quizapp.domain.backup import Saved
from quizapp.errors import BankDamaged, CannotRepair

_NAMES = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"


def repair(bank: Path, now: datetime) -> Saved:
    """Put a new bank of all that can be read in the damaged one's place.

    Raises `CannotRepair` where not even one deck can be read, else what
    `backups.put_in_place` raises; the bank is then as it was.
    """
    if backups.is_sound(bank):
        return Saved(*_counted(bank), kept=None)

    def write(draft: Path) -> None:
        _salvage(bank, draft)

    try:
        kept = backups.put_in_place(bank, write, now)
    except BankDamaged as reason:
        raise CannotRepair(str(bank)) from reason
    return Saved(*_counted(bank), kept=kept)


def _salvage(bank: Path, draft: Path) -> None:
    address = f"{bank.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True)) as old:
        (form,) = old.execute("PRAGMA user_version").fetchone()
        known = len(migrations.STEPS)
        _make_empty(draft, form if 0 < form <= known else known)
        with closing(sqlite3.connect(draft, isolation_level=None)) as new:
            new.execute("BEGIN")
            for (table,) in new.execute(_NAMES).fetchall():
                if not table.startswith("sqlite_"):
                    _save(old, new, table)
            _drop_what_hangs_loose(new)
            if new.execute("SELECT count(*) FROM decks").fetchone() == (0,):
                raise BankDamaged(str(bank))
            new.execute("COMMIT")


def _make_empty(draft: Path, form: int) -> None:
    engine = create_engine(f"sqlite:///{draft}")
    with engine.begin() as connection:
        migrations.migrate(connection, migrations.STEPS[:form])
    engine.dispose()


def _save(old: sqlite3.Connection, new: sqlite3.Connection, table: str) -> None:
    """Copy the rows from the first one on until one fails, then from the last one back."""
    columns = [row[1] for row in new.execute(f'PRAGMA table_info("{table}")')]
    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    insert = f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({marks})'  # noqa: S608 - our own names
    for direction in ("ASC", "DESC"):
        query = f'SELECT {names} FROM "{table}" ORDER BY rowid {direction}'  # noqa: S608
        for row in _while_readable(old, query):
            with suppress(sqlite3.IntegrityError):
                new.execute(insert, row)


def _while_readable(old: sqlite3.Connection, query: str) -> Iterator[tuple[object, ...]]:
    with suppress(sqlite3.DatabaseError):
        yield from old.execute(query)


def _drop_what_hangs_loose(new: sqlite3.Connection) -> None:
    """Delete rows whose owner was lost, and then those that they owned.

    A question whose picture was lost stays without it.
    """
    while loose := new.execute("PRAGMA foreign_key_check").fetchall():
        for table, row, owner, *_ in loose:
            if owner == "pictures":
                new.execute(
                    "UPDATE questions SET picture_id = NULL WHERE rowid = ?", (row,)
                )
                continue
            new.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (row,))  # noqa: S608


def _counted(bank: Path) -> tuple[int, int]:
    with closing(sqlite3.connect(bank)) as file:
        (questions,) = file.execute("SELECT count(*) FROM questions").fetchone()
        (answers,) = file.execute("SELECT count(*) FROM reviews").fetchone()
    return int(questions), int(answers)
