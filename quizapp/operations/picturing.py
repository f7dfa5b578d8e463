"""Put a picture under a question, describe it, take it away."""

from dataclasses import replace
from pathlib import Path

from quizapp import files
from quizapp.bank import Bank, Session, questions
from quizapp.domain.deed import Did
from quizapp.domain.picture import LARGEST, Picture, PictureKind, described
from quizapp.domain.question import QuestionId, StoredQuestion, once_edited
from quizapp.errors import FileTooLarge, UnreadableFile

SUFFIXES = (*(f".{kind}" for kind in PictureKind), ".jpeg")
"""Of the files that are offered; what they are is told by their bytes."""


def read(path: Path) -> Picture:
    """Return the picture of a file, not yet described.

    Raises `UnreadableFile`, also where it is no picture or too large for one.
    """
    try:
        return Picture(files.read_bytes(path, LARGEST))
    except FileTooLarge as reason:
        words = f"it is larger than {LARGEST // 1_000_000} MB."
        raise UnreadableFile(path.name, words) from reason
    except ValueError as reason:
        raise UnreadableFile(path.name, f"{reason}.") from reason


def put(bank: Bank, question: QuestionId, picture: Picture | None) -> None:
    """Show a picture under a question, or with None no longer; one that is gone stays so."""
    with bank.write(Did.EDITED) as session:
        if questions.known(session, [question]):
            _show(session, questions.get(session, question), picture)


def describe(bank: Bank, question: QuestionId, text: str) -> None:
    """Describe the picture of a question in other words, where it is there and has one."""
    with bank.write(Did.EDITED) as session:
        if not questions.known(session, [question]):
            return
        stored = questions.get(session, question)
        if stored.picture is not None:
            _show(session, stored, replace(stored.picture, described=described(text)))


def _show(session: Session, stored: StoredQuestion, picture: Picture | None) -> None:
    origin = once_edited(stored.origin)
    questions.replace(session, replace(stored, picture=picture, origin=origin))
