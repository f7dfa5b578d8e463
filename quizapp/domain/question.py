"""The four kinds of question, and a question as the bank keeps it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType, assert_never
from uuid import UUID, uuid5

from quizapp.domain.article import ArticleId
from quizapp.domain.picture import Picture
from quizapp.domain.source import Source

QuestionId = NewType("QuestionId", UUID)
"""Permanent: every export carries it, so that exporting again updates and never duplicates."""

DeckId = NewType("DeckId", UUID)

GENERATED = UUID("6e9c1f3a-6c0e-5d4b-9b0e-3f8a2c7d5e10")
"""Namespace of the ids of generated questions and their decks: never change it."""

GAP_MARK = "____"


def _refuse_empty(**texts: str) -> None:
    for name, text in texts.items():
        if not text.strip():
            raise ValueError(f"{name} is empty")


@dataclass(frozen=True, slots=True)
class Flashcard:
    """A question and the answer on its back; the learner judges it."""

    front: str
    back: str

    def __post_init__(self) -> None:
        """Refuse an empty side."""
        _refuse_empty(front=self.front, back=self.back)


@dataclass(frozen=True, slots=True)
class MultipleChoice:
    """A stem, its key and its distractors, in the order the generator chose."""

    prompt: str
    right: str
    wrong: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse empty or repeated options."""
        _refuse_empty(prompt=self.prompt, right=self.right)
        for option in self.wrong:
            _refuse_empty(option=option)
        options = [option.strip().casefold() for option in (self.right, *self.wrong)]
        if not self.wrong:
            raise ValueError("multiple choice needs a wrong option")
        if len(set(options)) != len(options):
            raise ValueError("two options are the same")


@dataclass(frozen=True, slots=True)
class Gap:
    """A sentence with one gap: the text before it, the words in it, the text after it."""

    before: str
    answer: str
    after: str
    accepted: tuple[str, ...] = ()
    """Other fillings that count as right."""

    def __post_init__(self) -> None:
        """Refuse an empty gap, and a gap with nothing around it."""
        _refuse_empty(answer=self.answer, sentence=self.before + self.after)

    @property
    def prompt(self) -> str:
        """The sentence with the gap drawn as four underscores."""
        return f"{self.before}{GAP_MARK}{self.after}"


@dataclass(frozen=True, slots=True)
class TypedAnswer:
    """A question whose answer is typed and marked by the program."""

    prompt: str
    answer: str
    accepted: tuple[str, ...] = ()
    """Other answers that count as right."""

    def __post_init__(self) -> None:
        """Refuse an empty prompt or answer."""
        _refuse_empty(prompt=self.prompt, answer=self.answer)


Question = Flashcard | MultipleChoice | Gap | TypedAnswer


class QuestionKind(StrEnum):
    """The kinds by the names that the bank and the files use."""

    FLASHCARD = "flashcard"
    MULTIPLE_CHOICE = "multiple_choice"
    GAP = "gap"
    TYPED = "typed"


def kind_of(question: Question) -> QuestionKind:
    """Return the kind's name."""
    match question:
        case Flashcard():
            return QuestionKind.FLASHCARD
        case MultipleChoice():
            return QuestionKind.MULTIPLE_CHOICE
        case Gap():
            return QuestionKind.GAP
        case TypedAnswer():
            return QuestionKind.TYPED
        case _:
            assert_never(question)


def prompt_of(question: Question) -> str:
    """Return what is asked, in one line."""
    return question.front if isinstance(question, Flashcard) else question.prompt


def solution(question: Question) -> str:
    """Return the right answer."""
    match question:
        case Flashcard(back=back):
            return back
        case MultipleChoice(right=right):
            return right
        case Gap(answer=answer) | TypedAnswer(answer=answer):
            return answer
        case _:
            assert_never(question)


class Origin(StrEnum):
    """Who worded a question."""

    GENERATED = "generated"
    EDITED = "edited"
    """Generated, then changed by hand."""
    WRITTEN = "written"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class Draft:
    """A question the generator proposes, with the sentence it came from."""

    question: Question
    source: Source
    score: float = 0.0
    """How sure the generator is, 0 to 1: best first."""
    hints: tuple[str, ...] = ()
    """What a reviewer should look at, by the names that the generator gives its hints."""

    @property
    def id(self) -> QuestionId:
        """The same for the same question on the same sentence of the same article."""
        sentence, answer = self.source.sentence, self.source.answer
        parts = (
            self.source.article,
            f"{sentence.start}-{sentence.end}",
            f"{answer.start}-{answer.end}",
            kind_of(self.question),
            prompt_of(self.question),
        )
        return QuestionId(uuid5(GENERATED, "\n".join(parts)))


@dataclass(frozen=True, slots=True)
class StoredQuestion:
    """A question as the bank keeps it; a hand-written one may have no source."""

    id: QuestionId
    question: Question
    source: Source | None = None
    origin: Origin = Origin.GENERATED
    tags: tuple[str, ...] = ()
    picture: Picture | None = None
    """It stands under what is asked."""


def once_edited(origin: Origin) -> Origin:
    """Return who worded a question of this origin after a person has changed it."""
    return Origin.EDITED if origin is Origin.GENERATED else origin


def generated_deck_id(article: ArticleId) -> DeckId:
    """Return the id of the deck made from an article."""
    return DeckId(uuid5(GENERATED, article))
