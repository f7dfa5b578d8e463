"""Copies of the bank beside it: made while it is open, gone back to while it is closed."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex

from quizapp.bank import migrations
from quizapp.bank.connection import copy, hold, what_happened
from quizapp.domain.backup import Backup
from quizapp.errors import BackupDamaged, BankDamaged
from quizapp.files import cannot_write

FOLDER = "backups"
_SUFFIX = ".backup"
_STAMP = "%Y%m%d-%H%M%S"
_COUNT = """
SELECT count(*) FROM questions JOIN decks ON decks.id = questions.deck_id
WHERE decks.removed IS NULL
"""
_LATEST_ANSWER = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'reviews'"
_LATER_ANSWERS = "SELECT count(*) FROM reviews WHERE id > ?"


def folder_of(bank: Path) -> Path:
    """Return the folder of a bank's backups; it may not exist yet."""
    return bank.parent / FOLDER


def make(bank: Path, now: datetime) -> Backup:
    """Copy the bank, open or not; raises `CannotWrite` or `BankDamaged`."""
    made = now.astimezone(UTC).replace(microsecond=0)
    path = folder_of(bank) / f"{bank.stem}-{made.strftime(_STAMP)}{_SUFFIX}"
    with _telling(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_copy(bank, path)
        return Backup(path, made, path.stat().st_size, _counted(path))


def write_copy(bank: Path, path: Path) -> None:
    """Write a copy of the bank as one file, whole or not at all."""
    with _telling(path):
        _write(path, lambda draft: copy(bank, draft))


def listing(bank: Path) -> tuple[Backup, ...]:
    """Return the backups of a bank that can be read, the newest first."""
    found = []
    for path in folder_of(bank).glob(f"{bank.stem}-*{_SUFFIX}"):
        try:
            stamp = path.stem.removeprefix(f"{bank.stem}-")
            made = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
            found.append(Backup(path, made, path.stat().st_size, _counted(path)))
        except (ValueError, OSError, sqlite3.DatabaseError):
            continue
    return tuple(sorted(found, key=lambda backup: backup.made, reverse=True))


def remove(backup: Backup) -> None:
    """Delete a backup; one that is held open stays."""
    try:
        backup.path.unlink(missing_ok=True)
    except OSError:
        return


def answers_since(bank: Path, backup: Path) -> int | None:
    """Return how many answers the bank has that the backup lacks; None where it is unreadable."""
    try:
        with closing(_reading(backup)) as file:
            (latest,) = file.execute(_LATEST_ANSWER).fetchone()
        with closing(_reading(bank)) as file:
            (count,) = file.execute(_LATER_ANSWERS, (latest,)).fetchone()
    except (OSError, sqlite3.DatabaseError):
        return None
    return int(count)


def go_back(bank: Path, backup: Path, now: datetime) -> Path:
    """Put a backup in the bank's place; return where the bank before it is kept.

    Raises `BankInUse`, `BackupDamaged` or `CannotWrite`; the bank is then
    as it was.
    """
    if not is_sound(backup):
        raise BackupDamaged(str(backup))
    return put_in_place(bank, lambda draft: copy(backup, draft), now)


def put_in_place(bank: Path, write: Callable[[Path], None], now: datetime) -> Path:
    """Write a new bank and put it in the place of the present one, which is kept beside it."""
    draft = bank.with_name(f".{token_hex(8)}.part")
    lock = hold(bank)
    try:
        with _telling(bank):
            _write(draft, write)
            kept = _keep(bank, now)
            draft.replace(bank)
    finally:
        draft.unlink(missing_ok=True)
        lock.release()
    return kept


def set_apart(bank: Path, now: datetime) -> Path:
    """Move the bank aside, so that a new one may begin; return where it is kept."""
    lock = hold(bank)
    try:
        with _telling(bank):
            kept = _keep(bank, now)
            bank.unlink(missing_ok=True)
    finally:
        lock.release()
    return kept


def is_sound(bank: Path) -> bool:
    """Tell whether a file is a bank that can be read through."""
    try:
        with closing(_reading(bank)) as file:
            (owner,) = file.execute("PRAGMA application_id").fetchone()
            (said,) = file.execute("PRAGMA quick_check(1)").fetchone()
    except (OSError, sqlite3.DatabaseError):
        return False
    return bool(owner == migrations.OWNER and said == "ok")


def _keep(bank: Path, now: datetime) -> Path:
    """Copy the bank's files as they are, byte for byte, and leave the bank without a journal.

    A journal of the old bank would be played into the new one.
    """
    stamp = now.astimezone(UTC).strftime(_STAMP)
    kept = bank.with_name(f"{bank.stem}-kept-{stamp}{bank.suffix}")
    for number in range(2, 100):
        if not kept.exists():
            break
        kept = bank.with_name(f"{bank.stem}-kept-{stamp}-{number}{bank.suffix}")
    for ending in ("", "-wal"):
        old = bank.with_name(f"{bank.name}{ending}")
        if old.exists():
            kept.with_name(f"{kept.name}{ending}").write_bytes(old.read_bytes())
    for ending in ("-wal", "-shm"):
        bank.with_name(f"{bank.name}{ending}").unlink(missing_ok=True)
    return kept


def _write(path: Path, write: Callable[[Path], None]) -> None:
    """Write a bank's file as one file without a journal, whole or not at all."""
    draft = path.with_name(f".{token_hex(8)}.part")
    try:
        write(draft)
        with closing(sqlite3.connect(draft)) as file:
            file.execute("PRAGMA journal_mode = DELETE")
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _counted(path: Path) -> int:
    with closing(_reading(path)) as file:
        (count,) = file.execute(_COUNT).fetchone()
    return int(count)


def _reading(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    """Turn what disk and SQLite say into what a person should read."""
    try:
        yield
    except OSError as reason:
        raise cannot_write(path, reason) from reason
    except sqlite3.DatabaseError as reason:
        raise (what_happened(path, reason) or BankDamaged(str(path))) from reason
