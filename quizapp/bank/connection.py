"""Open the bank, read it, write it: one writer, one operation one transaction."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool
from sqlmodel import Session

from quizapp.bank import history, migrations, search
from quizapp.bank.migrations import STEPS, Step
from quizapp.domain.deed import Did
from quizapp.errors import (
    BankDamaged,
    BankInUse,
    BankReadOnly,
    BankTooNew,
    CannotWrite,
    QuizError,
)
from quizapp.files import cannot_write

CHECKED_WHOLE = 64_000_000
"""Bytes: a bank up to this size is checked through when it is opened."""


class Bank:
    """An open bank; `close` it, or use it as a context manager."""

    def __init__(self, path: Path, engine: Engine, lock: FileLock | None) -> None:
        self.path = path
        self._engine = engine
        self._lock = lock

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Open a session that sees one state of the bank."""
        with self._told(), Session(self._engine) as session:
            yield session

    @contextmanager
    def write(self, did: Did = Did.CHANGED, *, joins: bool = False) -> Iterator[Session]:
        """Open a session whose changes are all kept, on disk, or none.

        They are one deed of the history, or with `joins` a part of the last one of that name.
        Raises `BankReadOnly` where the bank was opened to be read alone.
        """
        if self._lock is None:
            raise BankReadOnly(str(self.path))
        with self._told(), Session(self._engine) as session, session.begin():
            yield session
            history.keep(session, did, joins=joins)
            search.catch_up(session.connection())

    def close(self) -> None:
        """Let the bank go, so that another window may open it."""
        self._engine.dispose()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> "Bank":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except DatabaseError as reason:
            told = what_happened(self.path, reason.orig)
            if told is None:
                raise
            raise told from reason


def open_bank(path: Path, steps: tuple[Step, ...] = STEPS) -> Bank:
    """Open the bank, making it where there is none and bringing an older one up to date.

    Raises `BankInUse`, `BankTooNew`, `BankDamaged` or `CannotWrite`; an older bank is copied
    beside itself before it is changed.
    """
    with ExitStack() as opened:
        lock = hold(path)
        opened.callback(lock.release)
        engine = _engine(path)
        opened.callback(engine.dispose)
        with _read_or_damaged(path):
            _look_at(path, len(steps))
            _bring_up_to_date(path, engine, steps)
            with engine.begin() as connection:
                search.catch_up(connection)
                history.begin(connection)
        opened.pop_all()
    return Bank(path, engine, lock)


def open_to_read(path: Path, steps: tuple[Step, ...] = STEPS) -> Bank:
    """Open a bank that another window is using, to look at it alone.

    Raises `BankInUse` where the form is not this program's: bringing it up to date would be
    a change; else what `open_bank` raises.
    """
    with ExitStack() as opened:
        engine = _engine(path)
        opened.callback(engine.dispose)
        event.listen(engine, "connect", _allow_no_change)
        with _read_or_damaged(path):
            _look_at(path, len(steps))
            with engine.connect() as connection:
                if migrations.version(connection) != len(steps):
                    raise BankInUse(str(path))
        opened.pop_all()
    return Bank(path, engine, None)


def hold(path: Path) -> FileLock:
    """Take the bank for this process alone; raises `BankInUse` or `CannotWrite`."""
    if path.is_dir():
        raise CannotWrite(str(path), folder=True)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Any thread may close the bank, not only the one that opened it.
        lock = FileLock(f"{path}.lock", timeout=0, thread_local=False)
        lock.acquire()
    except Timeout as reason:
        # Some folders take no file, and the lock gives up there as if another held it.
        if not Path(f"{path}.lock").exists():
            raise CannotWrite(str(path)) from reason
        raise BankInUse(str(path)) from reason
    except OSError as reason:
        raise cannot_write(path, reason) from reason
    return lock


@contextmanager
def _read_or_damaged(path: Path) -> Iterator[None]:
    """Take what SQLite says of a bank that is being opened for damage, unless it says why."""
    try:
        yield
    except (DatabaseError, sqlite3.DatabaseError) as reason:
        orig = reason.orig if isinstance(reason, DatabaseError) else reason
        raise (what_happened(path, orig) or BankDamaged(str(path))) from reason


def _look_at(path: Path, known: int) -> None:
    """Refuse a newer bank and a file that is none, before a byte of it is changed."""
    if not path.is_file() or path.stat().st_size == 0:
        return
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as file:
        (owner,) = file.execute("PRAGMA application_id").fetchone()
        (found,) = file.execute("PRAGMA user_version").fetchone()
    if owner != migrations.OWNER:
        raise BankDamaged(str(path))
    if found > known:
        raise BankTooNew(str(path), found, known)


def _engine(path: Path) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=StaticPool,
        connect_args={"check_same_thread": False, "timeout": 5.0},
    )
    event.listen(engine, "connect", _prepare)
    # The driver would commit before DDL and leave a failed migration's tables behind.
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "temp_store = MEMORY",
        "trusted_schema = OFF",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _allow_no_change(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    connection.execute("PRAGMA query_only = ON")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _bring_up_to_date(path: Path, engine: Engine, steps: tuple[Step, ...]) -> None:
    known = len(steps)
    with engine.connect() as connection:
        found = migrations.version(connection)
        if found and path.stat().st_size <= CHECKED_WHOLE and not _sound(connection):
            raise BankDamaged(str(path))
    if 0 < found < known:
        copy(path, path.with_name(f"{path.name}.before-form-{known}"))
    if found < known:
        with engine.begin() as connection:
            migrations.migrate(connection, steps)


def _sound(connection: Connection) -> bool:
    return bool(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one() == "ok")


def copy(path: Path, backup: Path) -> None:
    """Copy a bank as it stands at one moment, though it may be in use."""
    with closing(sqlite3.connect(path)) as old, closing(sqlite3.connect(backup)) as new:
        old.backup(new)


def what_happened(path: Path, reason: BaseException | None) -> QuizError | None:
    """Return the error a person should read, None where the fault is the program's."""
    match getattr(reason, "sqlite_errorname", ""):
        case "SQLITE_FULL":
            return CannotWrite(str(path), disk_full=True)
        case "SQLITE_CORRUPT" | "SQLITE_NOTADB" | "SQLITE_CORRUPT_INDEX":
            return BankDamaged(str(path))
        case "SQLITE_BUSY" | "SQLITE_LOCKED":
            return BankInUse(str(path))
        case name if name.startswith(
            ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_IOERR")
        ):
            return CannotWrite(str(path))
        case _:
            return None
