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

# A question's rowid may change when the file is vacuumed, so its words stand under a number.
# The triggers only note what is out of date: SQLite lets none of them write to an index of words
# in a bank that may come from anyone (trusted_schema).
_SEARCHED = """
CREATE TABLE searchable (
    number INTEGER NOT NULL PRIMARY KEY,
    question_id CHAR(32) NOT NULL UNIQUE
);
CREATE VIRTUAL TABLE question_words USING fts5(
    prompt, answer, others, tokenize = "unicode61 remove_diacritics 2", prefix = "2 3"
);
CREATE TABLE out_of_date (question_id CHAR(32) NOT NULL PRIMARY KEY);
INSERT INTO out_of_date SELECT id FROM questions
"""
# OR IGNORE would give way to the conflict clause of the statement that sets the trigger off.
_NOTED = """
CREATE TRIGGER question_{name} AFTER {deed} ON questions {when} BEGIN
    INSERT INTO out_of_date SELECT {row}.id
        WHERE {row}.id NOT IN (SELECT question_id FROM out_of_date);
END
"""
_PICTURES = """
CREATE TABLE pictures (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    data BLOB NOT NULL
);
ALTER TABLE questions ADD COLUMN picture_id VARCHAR(64) REFERENCES pictures (id);
ALTER TABLE questions ADD COLUMN picture_described VARCHAR
"""


def _create(connection: Connection) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id = {OWNER}")
    _run(connection, _FIRST.split(";"))


def _make_searchable(connection: Connection) -> None:
    """Make room for an index of words, and note which questions it must take in."""
    _run(connection, _SEARCHED.split(";"))
    for name, deed, row, when in (
        ("added", "INSERT", "NEW", ""),
        ("reworded", "UPDATE OF body", "NEW", "WHEN NEW.body IS NOT OLD.body"),
        ("gone", "DELETE", "OLD", ""),
    ):
        noted = _NOTED.format(name=name, deed=deed, row=row, when=when)
        connection.exec_driver_sql(noted)


def _run(connection: Connection, statements: list[str]) -> None:
    for statement in statements:
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


def _keep_pictures(connection: Connection) -> None:
    _run(connection, _PICTURES.split(";"))


STEPS: tuple[Step, ...] = (_create, _make_searchable, _keep_drafts, _keep_pictures)


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
