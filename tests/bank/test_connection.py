"""Opening the bank: what it promises the disk, and what it tells of a bad one."""

import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from quizapp.bank import Bank, decks, migrations, open_bank, questions
from quizapp.domain.question import DeckId
from quizapp.errors import BankDamaged, BankInUse, BankTooNew, CannotWrite, QuizError
from quizapp.operations import articles
from tests.conftest import NOON, lake_drafted

HOLD = """
import sys
from pathlib import Path
from quizapp.bank import open_bank
with open_bank(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""


def filled(path: Path) -> Path:
    """Return the path of a closed bank with the lake's deck in it."""
    with open_bank(path) as bank:
        articles.add_deck(bank, lake_drafted(), None, NOON)
    return path


def test_a_missing_bank_is_made_with_its_folder(tmp_path):
    path = tmp_path / "new" / "folder" / "quizapp.bank"
    with open_bank(path) as bank, bank.read() as session:
        assert decks.none_ever(session)
    assert path.is_file()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("application_id", migrations.OWNER),
        ("user_version", len(migrations.STEPS)),
    ],
)
def test_the_promises_to_the_disk_are_really_on(bank, pragma, value):
    with bank.read() as session:
        assert session.scalar(text(f"PRAGMA {pragma}")) == value


def test_a_name_full_of_signs_is_just_a_name(tmp_path):
    path = tmp_path / "what? & 100% #1 ö.bank"
    filled(path)
    assert path.is_file()
    with open_bank(path) as bank, bank.read() as session:
        assert len(decks.listing(session)) == 1


def test_what_is_written_is_there_after_closing(tmp_path):
    path = filled(tmp_path / "a.bank")
    with open_bank(path) as bank, bank.read() as session:
        (deck,) = decks.listing(session)
        stored = questions.listing(session, deck.id)
    drafted = lake_drafted()
    assert [one.id for one in stored] == [draft.id for draft in drafted.drafts]
    assert [one.question for one in stored] == [d.question for d in drafted.drafts]
    assert [one.source for one in stored] == [draft.source for draft in drafted.drafts]


def test_an_operation_that_fails_leaves_nothing(bank, deck):
    def fail_half_way() -> None:
        with bank.write() as session:
            decks.rename(session, deck, "Half done")
            decks.mark_removed(session, deck, NOON)
            session.flush()
            raise KeyError(deck)

    with pytest.raises(KeyError):
        fail_half_way()
    with bank.read() as session:
        assert decks.get(session, deck).title == "The lake above Velm"
        assert decks.get(session, deck).removed is None


def test_a_failed_table_is_taken_back_too(bank):
    def fail_half_way() -> None:
        with bank.write() as session:
            session.execute(text("CREATE TABLE half (done INTEGER)"))
            raise KeyError("half")

    with pytest.raises(KeyError):
        fail_half_way()
    with bank.read() as session:
        assert (
            session.scalar(text("SELECT count(*) FROM sqlite_master WHERE name='half'"))
            == 0
        )


def test_a_reader_sees_one_state(bank, deck):
    with bank.read() as session:
        assert decks.get(session, deck).title == "The lake above Velm"


def test_a_bank_opens_once_in_a_process_and_again_when_closed(tmp_path):
    path = filled(tmp_path / "a.bank")
    first = open_bank(path)
    with pytest.raises(BankInUse):
        open_bank(path)
    with first.read() as session:
        assert len(decks.listing(session)) == 1
    first.close()
    open_bank(path).close()


def test_another_thread_may_close_the_bank(tmp_path):
    bank = open_bank(tmp_path / "a.bank")
    closing_it = threading.Thread(target=bank.close)  # noqa: TID251 - the window's worker is one
    closing_it.start()
    closing_it.join()
    open_bank(tmp_path / "a.bank").close()


def test_a_bank_held_by_another_process_is_in_use(tmp_path):
    path = filled(tmp_path / "a.bank")
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(BankInUse):
            open_bank(path)
        holder.communicate()
    assert holder.returncode == 0
    open_bank(path).close()


@pytest.mark.parametrize("journal", ["wal", "delete"])
def test_a_newer_bank_is_refused_and_not_a_byte_changed(tmp_path, journal):
    path = filled(tmp_path / "a.bank")
    newer = len(migrations.STEPS) + 1
    with closing(sqlite3.connect(path)) as file:
        file.execute(f"PRAGMA user_version = {newer}")
        file.execute(f"PRAGMA journal_mode = {journal}")
    before = path.read_bytes()
    with pytest.raises(BankTooNew) as told:
        open_bank(path)
    assert (told.value.found, told.value.known) == (newer, len(migrations.STEPS))
    assert path.read_bytes() == before


def page(content: bytes, number: int) -> slice:
    size = int.from_bytes(content[16:18])
    return slice((number - 1) * size, number * size)


def garbage(content: bytes) -> bytes:
    return b"This is a letter, no bank. " * 200


def truncated(content: bytes) -> bytes:
    return content[: len(content) // 2]


def scribbled_over(content: bytes) -> bytes:
    damaged = bytearray(content)
    here = page(content, 3)
    damaged[here] = b"\xff" * (here.stop - here.start)
    return bytes(damaged)


def headless(content: bytes) -> bytes:
    return bytes(100) + content[100:]


@pytest.mark.parametrize("damage", [garbage, truncated, scribbled_over, headless])
def test_a_damaged_bank_is_refused_and_nothing_deleted(tmp_path, damage):
    path = filled(tmp_path / "a.bank")
    path.write_bytes(damage(path.read_bytes()))
    before = path.read_bytes()
    for _ in range(2):  # the lock is free again each time
        with pytest.raises(BankDamaged):
            open_bank(path)
    assert path.read_bytes() == before


def test_another_programs_database_is_left_alone(tmp_path):
    path = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE bookmarks (address TEXT)")
        file.commit()
    before = path.read_bytes()
    with pytest.raises(BankDamaged):
        open_bank(path)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_bank(tmp_path):
    path = tmp_path / "a.bank"
    path.touch()
    filled(path)


def test_a_folder_is_no_bank(tmp_path):
    with pytest.raises(CannotWrite) as told:
        open_bank(tmp_path)
    assert told.value.folder
    assert not Path(f"{tmp_path}.lock").exists()


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder of the system")
def test_a_folder_of_the_system_is_not_taken_for_another_window():
    with pytest.raises(CannotWrite):
        open_bank(Path("/proc/quizapp.bank"))


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(CannotWrite) as told:
        open_bank(tmp_path / "file" / "quizapp.bank")
    assert not told.value.disk_full


@pytest.mark.skipif(
    not Path("/sys/kernel").is_dir(), reason="needs a folder nobody may write"
)
def test_a_folder_that_takes_no_file_is_told():
    with pytest.raises(CannotWrite):
        open_bank(Path("/sys/kernel/quizapp.bank"))


def rename(bank: Bank, deck: DeckId, title: str) -> None:
    with bank.write() as session:
        decks.rename(session, deck, title)


def rename_first(path: Path, title: str) -> None:
    with open_bank(path) as bank:
        with bank.read() as session:
            (deck,) = decks.listing(session)
        rename(bank, deck.id, title)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to this user"
)
def test_a_read_only_bank_is_told(tmp_path):
    path = filled(tmp_path / "a.bank")
    path.chmod(0o400)
    with pytest.raises(CannotWrite):
        rename_first(path, "Another")


def test_a_bank_that_turns_read_only_is_told(bank, deck):
    with bank.read() as session:
        session.execute(text("PRAGMA query_only = ON"))
    with pytest.raises(CannotWrite):
        rename(bank, deck, "Another")


def test_a_full_disk_is_told_and_loses_nothing(bank, deck):
    with bank.read() as session:
        pages = session.scalar(text("PRAGMA page_count"))
        session.execute(text(f"PRAGMA max_page_count = {pages}"))
    with pytest.raises(CannotWrite) as told:
        rename(bank, deck, "long " * 100_000)
    assert told.value.disk_full
    with bank.read() as session:
        assert decks.get(session, deck).title == "The lake above Velm"
        assert session.scalar(text("PRAGMA integrity_check")) == "ok"


def test_every_refusal_leaves_the_bank_free(tmp_path):
    path = tmp_path / "a.bank"
    path.write_bytes(b"no bank at all")
    with pytest.raises(QuizError):
        open_bank(path)
    path.unlink()
    open_bank(path).close()


def test_a_bank_locked_by_another_program_is_in_use(bank, deck):
    with bank.read() as session:
        session.execute(text("PRAGMA busy_timeout = 0"))
    with closing(sqlite3.connect(bank.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BankInUse):
            rename(bank, deck, "Another")
        other.execute("ROLLBACK")
    rename(bank, deck, "Another")
    with bank.read() as session:
        assert decks.get(session, deck).title == "Another"


def test_our_own_mistake_is_not_blamed_on_the_bank(bank):
    def ask_nonsense() -> None:
        with bank.read() as session:
            session.execute(text("SELECT sense FROM nowhere"))

    with pytest.raises(OperationalError, match="nowhere"):
        ask_nonsense()
