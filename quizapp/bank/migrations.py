"""The bank's form, step by step: a step that has shipped is never changed again.

`PRAGMA user_version` counts the steps taken. All run in one transaction, so a failed one
leaves the bank as it was.
"""

from collections.abc import Callable

from sqlalchemy import Connection

Step = Callable[[Connection], None]

OWNER = 0x51756970
"""SQLite's application id: "Quip" in ASCII. A file without it is another program's."""

_FIRST = """
CREATE TABLE articles (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    title VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    origin VARCHAR NOT NULL,
    passages JSON NOT NULL
);
CREATE TABLE decks (
    id CHAR(32) NOT NULL PRIMARY KEY,
    title VARCHAR NOT NULL,
    article_id VARCHAR(64) REFERENCES articles (id),
    added DATETIME NOT NULL,
    removed DATETIME
);
CREATE UNIQUE INDEX decks_by_article ON decks (article_id);
CREATE TABLE questions (
    id CHAR(32) NOT NULL PRIMARY KEY,
    deck_id CHAR(32) NOT NULL REFERENCES decks (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    body JSON NOT NULL,
    origin VARCHAR NOT NULL,
    tags JSON NOT NULL,
    article_id VARCHAR(64) REFERENCES articles (id),
    sentence_start INTEGER,
    sentence_end INTEGER,
    answer_start INTEGER,
    answer_end INTEGER,
    set_aside BOOLEAN NOT NULL,
    flagged BOOLEAN NOT NULL
);
CREATE INDEX questions_in_order ON questions (deck_id, position);
CREATE TABLE memories (
    question_id CHAR(32) NOT NULL PRIMARY KEY REFERENCES questions (id) ON DELETE CASCADE,
    stability FLOAT NOT NULL,
    difficulty FLOAT NOT NULL,
    phase INTEGER NOT NULL,
    step INTEGER,
    due DATETIME NOT NULL,
    last DATETIME NOT NULL
);
CREATE INDEX memories_by_due ON memories (due);
CREATE TABLE weights (
    id INTEGER NOT NULL PRIMARY KEY,
    vector JSON NOT NULL UNIQUE
);
CREATE TABLE reviews (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    question_id CHAR(32) NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
    kind VARCHAR NOT NULL,
    at DATETIME NOT NULL,
    rating INTEGER NOT NULL,
    milliseconds INTEGER NOT NULL,
    hinted BOOLEAN NOT NULL,
    scheduled_seconds FLOAT NOT NULL,
    elapsed_seconds FLOAT,
    before_stability FLOAT,
    before_difficulty FLOAT,
    before_phase INTEGER,
    before_step INTEGER,
    before_due DATETIME,
    before_last DATETIME,
    after_stability FLOAT NOT NULL,
    after_difficulty FLOAT NOT NULL,
    after_phase INTEGER NOT NULL,
    after_step INTEGER,
    after_due DATETIME NOT NULL,
    weights_id INTEGER NOT NULL REFERENCES weights (id),
    desired_retention FLOAT NOT NULL
);
CREATE INDEX reviews_by_time ON reviews (at);
CREATE INDEX reviews_by_question ON reviews (question_id);
"""


def _create(connection: Connection) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id = {OWNER}")
    for statement in _FIRST.split(";"):
        if statement.strip():
            connection.exec_driver_sql(statement)


def _keep_drafts(connection: Connection) -> None:
    connection.exec_driver_sql(
        """
        CREATE TABLE drafts (
            article_id VARCHAR(64) NOT NULL PRIMARY KEY,
            title VARCHAR NOT NULL,
            written DATETIME NOT NULL,
            article_title VARCHAR NOT NULL,
            text VARCHAR NOT NULL,
            origin VARCHAR NOT NULL,
            passages JSON NOT NULL,
            proposals JSON NOT NULL
        )
        """
    )


STEPS: tuple[Step, ...] = (_create, _keep_drafts)


def version(connection: Connection) -> int:
    """Return how many steps the bank has taken."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def migrate(connection: Connection, steps: tuple[Step, ...] = STEPS) -> None:
    """Take the steps that are missing; the caller's transaction holds them together."""
    for number, step in enumerate(
        steps[version(connection) :], start=version(connection) + 1
    ):
        step(connection)
        connection.exec_driver_sql(f"PRAGMA user_version = {number}")
