"""What an exam asks: its versions, and the key that belongs to each question, not to its place.

Each question has a code, the same in every version: a key made by places goes wrong as soon as
one version is ordered otherwise.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.domain.picture import Picture
from quizapp.domain.question import (
    Gap,
    MultipleChoice,
    StoredQuestion,
    TypedAnswer,
    prompt_of,
    solution,
)
from quizapp.domain.question_set import QuestionSet
from quizapp.exchange import losses, order
from quizapp.exchange.drawing import Drawn
from quizapp.exchange.options import VERSION_NAMES, Options
from quizapp.exchange.sheet import EXAM

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_GAP = "__________"
_SHORTEST_CODE = 4
KEY_TITLE = "Key"
PICTURE = "Picture"
WIDEST, HIGHEST = 120.0, 75.0
"""Millimetres of a picture: it leaves room for its question on the same page."""
PIXEL = 25.4 / 120
"""Millimetres of a pixel, where there is room."""
AROUND_PICTURE = 1.5
"""Millimetres above and below a picture."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as one version asks it."""

    number: int
    code: str
    prompt: str
    options: tuple[str, ...]
    right: str
    """The letter of the right option, "" where there are none."""
    answer: str
    also: tuple[str, ...]
    """Other answers that count as right."""
    lines: int
    """How many lines there are to write on."""
    sentence: str
    """The sentence it came from, "" where it has none or is not wanted."""
    picture: Picture | None = None
    """It stands under the question."""

    @property
    def marking(self) -> str:
        """How many answers to give, and what for."""
        return "One answer · 1 point" if self.options else "1 point"

    @property
    def solved(self) -> str:
        """The answer as the key gives it, without its letter."""
        return self.answer + (f" (also: {'; '.join(self.also)})" if self.also else "")

    @property
    def place(self) -> str:
        """Where the answer stands in its version: number and letter."""
        return f"{self.number} {self.right}".strip()


@dataclass(frozen=True, slots=True)
class Version:
    """One version; the only one of an exam has no name."""

    name: str
    asked: tuple[Asked, ...]

    @property
    def label(self) -> str:
        """What the file is called that holds this version alone."""
        return self.name or EXAM


def versions(question_set: QuestionSet, name: str, options: Options) -> tuple[Version, ...]:
    """Return the versions of an exam, of what the format called `name` can hold."""
    kept = losses.kept(name, question_set)
    codes = _codes(kept)
    names = VERSION_NAMES[: options.versions] if options.versions > 1 else ("",)
    return tuple(
        Version(
            letter,
            tuple(
                _asked(question_set, stored, number, codes[stored.id.hex], options, place)
                for number, stored in enumerate(
                    order.ordered(kept, options, place), start=1
                )
            ),
        )
        for place, letter in enumerate(names)
    )


def in_words(picture: Picture) -> str:
    """Return what stands in the place of a picture that cannot be drawn."""
    return f"[{PICTURE}: {picture.described}]" if picture.described else f"[{PICTURE}]"


def picture_size(drawn: Drawn, width: float) -> tuple[float, float]:
    """Return the width and height of a picture in millimetres, in a column of this width."""
    return drawn.within(min(width, WIDEST), HIGHEST, PIXEL)


def across(all_versions: Sequence[Version]) -> tuple[tuple[Asked, ...], ...]:
    """Return each question as every version asks it, in the order of the first."""
    by_code = [{asked.code: asked for asked in one.asked} for one in all_versions]
    return tuple(
        tuple(version[asked.code] for version in by_code) for asked in all_versions[0].asked
    )


def _asked(
    question_set: QuestionSet,
    stored: StoredQuestion,
    number: int,
    code: str,
    options: Options,
    version: int,
) -> Asked:
    question = stored.question
    shown = order.answers(stored, options, version)
    right = LETTERS[shown.index(solution(question))] if shown else ""
    explained = options.with_explanations
    return Asked(
        number=number,
        code=code,
        prompt=_prompt(stored),
        options=shown,
        right=right,
        answer=solution(question),
        also=question.accepted if isinstance(question, Gap | TypedAnswer) else (),
        lines=0
        if isinstance(question, Gap | MultipleChoice)
        else _lines(solution(question)),
        sentence=order.explanation(question_set, stored) if explained else "",
        picture=stored.picture,
    )


def _prompt(stored: StoredQuestion) -> str:
    question = stored.question
    if isinstance(question, Gap):
        return f"Fill the gap: {question.before}{_GAP}{question.after}"
    return prompt_of(question)


def _lines(answer: str) -> int:
    return 1 if len(answer) <= 40 else 2 if len(answer) <= 120 else 4


def _codes(questions: Sequence[StoredQuestion]) -> dict[str, str]:
    """Return the shortest ends of the ids that tell all questions apart."""
    ids = [stored.id.hex for stored in questions]
    for length in range(_SHORTEST_CODE, 32):
        if len({one[-length:] for one in ids}) == len(ids):
            return {one: one[-length:].upper() for one in ids}
    return {one: one.upper() for one in ids}
