"""Find questions by their words: beginnings of words, accents and case aside."""

import json
from collections.abc import Sequence

from sqlalchemy import (
    Connection,
    Select,
    String,
    column,
    literal_column,
    select,
    table,
    text,
)
from sqlmodel import Session

from quizapp.domain.question import Gap, MultipleChoice, TypedAnswer, prompt_of, solution
from quizapp.domain.wire import from_wire

_NUMBERED = table("searchable", column("number"), column("question_id"))
_WORDS = table("question_words", column("rowid"))
_IN_WORDS = literal_column("question_words", String)
"""All columns of the index, as FTS5 calls them."""

_STALE = """
SELECT o.question_id, s.number, q.body
FROM out_of_date o
LEFT JOIN searchable s USING (question_id)
LEFT JOIN questions q ON q.id = o.question_id
"""


def catch_up(connection: Connection) -> None:
    """Take into the index what was added, reworded or deleted since."""
    run = connection.exec_driver_sql
    stale = run(_STALE).all()
    if not stale:
        return
    for question, number, body in stale:
        if number is not None:
            run("DELETE FROM question_words WHERE rowid = ?", (number,))
        if body is None:
            run("DELETE FROM searchable WHERE question_id = ?", (question,))
            continue
        if number is None:
            added = run("INSERT INTO searchable (question_id) VALUES (?)", (question,))
            number = added.lastrowid  # noqa: PLW2901 - the number it has from now on
        run(
            "INSERT INTO question_words (rowid, prompt, answer, others) VALUES (?, ?, ?, ?)",
            (number, *_words(body)),
        )
    run("DELETE FROM out_of_date")


def matching(words: Sequence[str]) -> Select[str] | None:
    """Return a select of the ids of the questions with all of `words`; None: no word to find."""
    return _joined(words, " ")


def matching_any(words: Sequence[str]) -> Select[str] | None:
    """Return a select of the ids of the questions with any of `words`; None: no word to find."""
    return _joined(words, " OR ")


def best(
    session: Session, words: Sequence[str], at_most: int, without: Sequence[str] = ()
) -> list[str]:
    """Return the ids that match `words`, the closest first, as the table has them."""
    query = matching(words)
    if query is None:
        return []
    left_out = matching_any(without)
    if left_out is not None:
        query = query.where(_NUMBERED.c.question_id.not_in(left_out))
    ranked = query.order_by(text("bm25(question_words, 2.0, 1.5, 0.5)")).limit(at_most)
    return list(session.scalars(ranked))


def _joined(words: Sequence[str], joint: str) -> Select[str] | None:
    """Return a select of what has words that begin so, joined as FTS5 does; signs are no words."""
    sought = [word.replace('"', '""') for word in words if any(map(str.isalnum, word))]
    if not sought:
        return None
    expression = joint.join(f'"{word}"*' for word in sought)
    return (
        select(_NUMBERED.c.question_id)
        .join(_WORDS, _WORDS.c.rowid == _NUMBERED.c.number)
        .where(_IN_WORDS.op("MATCH")(expression))
    )


def _words(body: str) -> tuple[str, str, str]:
    """Return what is found of a question: what is asked, the answer, and what else it says."""
    question = from_wire(json.loads(body))
    asked = prompt_of(question)
    others: tuple[str, ...] = ()
    match question:
        case Gap(before=before, after=after, accepted=others):
            asked = f"{before} … {after}"
        case TypedAnswer(accepted=others) | MultipleChoice(wrong=others):
            pass
        case _:
            pass
    return asked, solution(question), " · ".join(others)
