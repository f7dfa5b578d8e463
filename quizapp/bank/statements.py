"""Run statements that were built once: for a draw, building one takes longer than running it."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import CursorResult, Executable
from sqlmodel import Session


def run(
    session: Session, statement: Executable, given: Mapping[str, object]
) -> CursorResult[*tuple[Any, ...]]:
    """Run a statement of columns with its parameters.

    It goes past the objects of the session, which would cost as much again: what was added
    must be flushed before.
    """
    return session.connection().execute(statement, given)
