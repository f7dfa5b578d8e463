"""The bank's form: one truth in two places, and the way from every earlier form."""

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, create_engine, inspect
from sqlmodel import SQLModel

from quizapp.bank import decks, migrations, open_bank, questions, reviews
from quizapp.bank.migrations import STEPS
from quizapp.errors import BankDamaged
from tests import pictures
from tests.conftest import NOON, lake_drafted

BANKS = Path(__file__).parent / "banks"
"""A bank of each form that shipped: the lake's deck with two questions answered.

Made by the program of that form: `add_deck(bank, lake_drafted(), None, NOON)`, then the first
question answered Good and the third Again, one and two minutes later; closed, `VACUUM`ed, and
its journal folded in with `PRAGMA journal_mode = DELETE`. Never made again once shipped.
From form 4 on the second question shows `pictures.red()`, put there at NOON.
"""
FORMS = range(1, len(STEPS) + 1)


def references(engine: Engine, table: str) -> list[tuple[Any, ...]]:
    """Return column, table, its column and what deletion does, as SQLite itself reads them."""
    with engine.connect() as connection:
        found = connection.exec_driver_sql(f"PRAGMA foreign_key_list({table})").all()
    return sorted((one[3], one[2], one[4], one.on_delete) for one in found)


def form(engine: Engine) -> dict[str, dict[str, Any]]:
    """Return everything that SQLite tells of each table that has rows in the program."""
    seen = inspect(engine)
    return {
        table: {
            "columns": [
                (one["name"], str(one["type"]), one["nullable"])
                for one in seen.get_columns(table)
            ],
            "key": seen.get_pk_constraint(table)["constrained_columns"],
            "references": references(engine, table),
            "indexes": sorted(
                (one["name"], one["column_names"], one["unique"])
                for one in seen.get_indexes(table)
            ),
            "unique": [one["column_names"] for one in seen.get_unique_constraints(table)],
        }
        for table in seen.get_table_names()
        if table in SQLModel.metadata.tables
    }


def test_the_steps_and_the_tables_agree():
    stepped, declared = create_engine("sqlite://"), create_engine("sqlite://")
    with stepped.begin() as connection:
        migrations.migrate(connection)
    SQLModel.metadata.create_all(declared)
    assert len(form(stepped)) == 8
    assert form(stepped) == form(declared)
    stepped.dispose()
    declared.dispose()


def test_every_form_has_a_bank_to_try():
    found = {path.name for path in BANKS.glob("*.quizbank")}
    assert found == {f"form-{number}.quizbank" for number in FORMS}


@pytest.mark.parametrize("number", FORMS)
def test_a_bank_of_every_form_opens_with_all_that_it_holds(tmp_path, number):
    path = tmp_path / "old.bank"
    shutil.copy(BANKS / f"form-{number}.quizbank", path)
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA user_version").fetchone() == (number,)
    drafts = lake_drafted().drafts
    with open_bank(path) as bank, bank.read() as session:
        assert migrations.version(session.connection()) == len(STEPS)
        (deck,) = decks.listing(session)
        assert (deck.title, deck.added) == ("The lake above Velm", NOON)
        stored = questions.listing(session, deck.id)
        assert [(one.id, one.question, one.source) for one in stored] == [
            (draft.id, draft.question, draft.source) for draft in drafts
        ]
        shown = pictures.red() if number >= 4 else None
        assert [one.picture for one in stored] == [None, shown, *[None] * (len(stored) - 2)]
        given = reviews.since(session, NOON)
        assert [(one.question, one.rating, one.at) for one in given] == [
            (drafts[0].id, 3, NOON + timedelta(minutes=1)),
            (drafts[2].id, 1, NOON + timedelta(minutes=2)),
        ]
        for one in given:
            assert reviews.memory(session, one.question) == one.after
        assert reviews.memory(session, drafts[1].id) is None


def add_notes(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE notes (words VARCHAR NOT NULL)")


def fail_after_a_change(connection: Connection) -> None:
    add_notes(connection)
    connection.exec_driver_sql("UPDATE decks SET title = 'Half done'")
    connection.exec_driver_sql("INSERT INTO nowhere VALUES (1)")


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as file:
        return [*file.iterdump(), str(file.execute("PRAGMA user_version").fetchone())]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.bank"
    shutil.copy(BANKS / f"form-{len(STEPS)}.quizbank", path)
    return path


def test_a_step_takes_the_bank_along(old):
    with open_bank(old, (*STEPS, add_notes)) as bank, bank.read() as session:
        assert len(decks.listing(session)) == 1
        assert migrations.version(session.connection()) == len(STEPS) + 1
    assert any("notes" in line for line in dump(old))


def test_a_bank_is_copied_before_it_is_changed(old):
    before = dump(old)
    open_bank(old, (*STEPS, add_notes)).close()
    copy = old.with_name(f"old.bank.before-form-{len(STEPS) + 1}")
    assert dump(copy) == before
    with open_bank(copy) as bank, bank.read() as session:
        assert len(decks.listing(session)) == 1


def test_a_bank_in_form_is_not_copied(old):
    open_bank(old).close()
    assert [path.name for path in old.parent.iterdir() if "before" in path.name] == []


def test_a_failing_step_leaves_the_bank_as_it_was(old):
    before = dump(old)
    for _ in range(2):
        with pytest.raises(BankDamaged):
            open_bank(old, (*STEPS, add_notes, fail_after_a_change))
        assert dump(old) == before
    with open_bank(old) as bank, bank.read() as session:
        assert decks.listing(session)[0].title == "The lake above Velm"


def test_steps_are_taken_once(old):
    for _ in range(2):
        open_bank(old, (*STEPS, add_notes)).close()
    assert sum("CREATE TABLE notes" in line for line in dump(old)) == 1
