"""What a reader made of a file: the questions, and what it could not take in."""

from dataclasses import dataclass
from uuid import UUID, uuid5

from quizapp.domain.picture import Picture
from quizapp.domain.question import (
    Origin,
    Question,
    QuestionId,
    StoredQuestion,
    kind_of,
    prompt_of,
    solution,
)
from quizapp.domain.question_set import QuestionSet
from quizapp.domain.review import AnsweredElsewhere
from quizapp.exchange import reasons
from quizapp.letters import decoded

UNTITLED = "Imported questions"
"""The title of a set whose file names none; the file's own name then serves instead."""
LARGEST = 20_000_000
"""Bytes of a file of questions."""
WITH_PICTURES = 100_000_000
"""Bytes of a file that may hold pictures, and of all that an archive unpacks to."""
MOST_QUESTIONS = 20_000
LONGEST = 100_000
"""Characters of one text of a question."""

_IN_WORDS = {
    "front is empty": "it has no question",
    "back is empty": "it has no answer",
    "prompt is empty": "it has no question",
    "answer is empty": "it has no answer",
    "right is empty": "its right answer has no words",
    "option is empty": "one of its answers has no words",
    "sentence is empty": "it has nothing around its gap",
    "multiple choice needs a wrong option": "it has no wrong answer to choose from",
    "two options are the same": "two of its answers are the same",
}
"""What a question that cannot be says, for whoever reads the report of an import."""

IMPORTED = UUID("5b0f7a52-9a5e-5f0a-8d3c-1c7d5f2f4a90")
"""Namespace of the ids of questions that came without one: never change it."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A part of the file that is not taken in."""

    where: str
    """In the file: "line 12", "question 3 (Capital cities)"."""
    why: str


@dataclass(frozen=True, slots=True)
class Explained:
    """What a file says of a question's answer: the sentence behind it, or a teacher's words."""

    where: str
    question: QuestionId
    words: str


@dataclass(frozen=True, slots=True)
class Understood:
    """What a file holds; `changed` are parts of questions that were left behind."""

    questions: QuestionSet
    refused: tuple[Refused, ...] = ()
    changed: tuple[Refused, ...] = ()
    answered: tuple[AnsweredElsewhere, ...] = ()
    """What was answered of them in another program, the earliest first."""
    explained: tuple[Explained, ...] = ()
    """Explanations that are left behind; each is among the changed."""


class Gathering:
    """The questions of a file while it is read: refuses what would make two the same."""

    def __init__(self) -> None:
        self._found: dict[QuestionId, StoredQuestion] = {}
        self._refused: list[Refused] = []
        self._changed: list[Refused] = []
        self._explained: dict[str, str] = {}
        self._taken: dict[str, QuestionId] = {}

    def take(
        self,
        where: str,
        question: Question,
        *,
        id: str = "",
        tags: tuple[str, ...] = (),
        picture: Picture | None = None,
    ) -> None:
        """Take a question in; an `id` that is none of Quizapp's gives way to the words' own."""
        if len(self._found) >= MOST_QUESTIONS:
            raise ValueError(f"it has more than {MOST_QUESTIONS} questions.")
        if any(len(text) > LONGEST for text in _texts(question)):
            self.refuse(where, f"it is longer than {LONGEST} characters")
            return
        found = permanent_id(id) or id_of(question, picture)
        if found in self._found:
            self.refuse(where, "the same question stands in the file before")
            return
        kept = tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))
        self._taken[where] = found
        self._found[found] = StoredQuestion(
            found, question, origin=Origin.IMPORTED, tags=kept, picture=picture
        )

    def refuse(self, where: str, why: str) -> None:
        """Note a part that is not taken in."""
        self._refused.append(Refused(where, _IN_WORDS.get(why, why)))

    def change(self, where: str, why: str) -> None:
        """Note what a question that is taken in leaves behind."""
        self._changed.append(Refused(where, why))

    def explain(self, where: str, words: str) -> None:
        """Note what is told of an answer: it is left behind, where the bank has not the same."""
        self.change(where, reasons.FEEDBACK)
        self._explained[where] = words

    def done(self, title: str = "") -> Understood:
        """Return what was gathered; raises ValueError where there was nothing to read at all."""
        if not self._found and not self._refused:
            raise ValueError("there is no question in it.")
        found = QuestionSet(title.strip() or UNTITLED, tuple(self._found.values()))
        changed = dict.fromkeys(one for one in self._changed if one.where in self._taken)
        explained = tuple(
            Explained(where, self._taken[where], words)
            for where, words in self._explained.items()
            if where in self._taken
        )
        return Understood(found, tuple(self._refused), tuple(changed), explained=explained)


def permanent_id(text: str) -> QuestionId | None:
    """Return the id that a file carries, None where it is none of Quizapp's making."""
    try:
        return QuestionId(UUID(text.strip()))
    except ValueError:
        return None


def id_of(question: Question, picture: Picture | None = None) -> QuestionId:
    """Return an id made of what is asked: reading a file again updates, never doubles."""
    wrong = sorted(getattr(question, "wrong", ()))
    words = (kind_of(question), prompt_of(question), solution(question), *wrong)
    if picture is not None:
        words = (*words, picture.digest)
    return QuestionId(uuid5(IMPORTED, "\n".join(words)))


def read_text(content: bytes, largest: int = LARGEST) -> str:
    """Return a text file's text; raises ValueError where its encoding cannot be told.

    UTF-8, or UTF-16 with its mark; else the older encoding that its letters speak for, as
    spreadsheets and editors on Windows write it.
    """
    if len(content) > largest:
        raise ValueError(f"it is larger than {largest // 1_000_000} MB.")
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = content.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError as reason:
        text = "" if marked or _mostly_utf8(content) else decoded(content)
        if not text or "\ufffd" in text:
            line = content[: reason.start].count(b"\n") + 1
            raise ValueError(
                f"its letters are broken in line {line}. Save it as UTF-8 and try again."
            ) from reason
    if "\0" in text:
        raise ValueError("it is not a text.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _mostly_utf8(content: bytes) -> bool:
    """Tell whether more letters are UTF-8 than are broken: a letter of another page is not."""
    text = content.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    return sum(one > "\x7f" for one in text) > 2 * broken


def _texts(question: Question) -> tuple[str, ...]:
    others: tuple[str, ...] = getattr(question, "wrong", getattr(question, "accepted", ()))
    return prompt_of(question), solution(question), *others
