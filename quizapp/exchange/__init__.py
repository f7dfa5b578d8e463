"""Question sets as files: a writer and a reader for each format, bytes in and bytes out."""

from collections.abc import Callable
from dataclasses import dataclass

from quizapp.domain.question_set import QuestionSet
from quizapp.exchange import quizset


@dataclass(frozen=True, slots=True)
class Format:
    """A format of question sets; `parse` raises ValueError for what it cannot understand."""

    title: str
    dump: Callable[[QuestionSet], bytes]
    parse: Callable[[bytes], QuestionSet]


FORMATS: dict[str, Format] = {
    ".quizset": Format("Quizapp question set", quizset.dump, quizset.parse),
}
"""By the suffix of the file's name."""

__all__ = ["FORMATS", "Format"]
