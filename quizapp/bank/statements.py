"""Statements: run as they were built once, and given no more ids than they take.

For a draw, building a statement takes longer than running it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import CursorResult, Executable
from sqlmodel import Session

_AT_ONCE = 500
"""Ids in one statement: SQLite allows some thousands."""

Id = TypeVar("Id")


def few_at_once(wanted: Sequence[Id]) -> Iterator[Sequence[Id]]:
    """Yield the ids in their order, as many at a time as one statement takes."""
    for start in range(0, len(wanted), _AT_ONCE):
        yield wanted[start : start + _AT_ONCE]


def run(
    session: Session, statement: Executable, given: Mapping[str, object]
) -> CursorResult[*tuple[Any, ...]]:
    """Run a statement of columns with its parameters.

    It goes past the objects of the session, which would cost as much again: what was added
    must be flushed before.
    """
    return session.connection().execute(statement, given)
