"""Questions that ask several things at once, taken apart: each part is asked by itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.domain.question import GAP_MARK, Flashcard, Question
from quizapp.exchange import graded
from quizapp.exchange.graded import Graded

ORDERED = "its answers are to be put in order: it becomes a flashcard"
MOST = 100
"""Parts of one question."""


@dataclass(frozen=True, slots=True)
class Part:
    """A place in a text that is to be filled in."""

    answers: tuple[Graded, ...]
    typed: bool
    """Else the answer is chosen from `answers`."""

    @property
    def right(self) -> str:
        """What stands in the place where another one is asked."""
        return next((text for text, share in self.answers if share >= 100), "…")


def apart(words: Sequence[str], parts: Sequence[Part]) -> list[Question]:
    """Return a question for each part, the other parts filled in; one without answers is not asked.

    `words` stand before, between and after the parts: there is one more of them. Raises
    ValueError where there is nothing to ask, or a part that has no right answer.
    """
    if not any(part.answers for part in parts):
        raise ValueError("it has no field to fill in")
    if len(parts) > MOST:
        raise ValueError(f"it has more than {MOST} fields")
    return [_asked(words, parts, asked) for asked in parts if asked.answers]


def _asked(words: Sequence[str], parts: Sequence[Part], asked: Part) -> Question:
    pieces = [words[0]]
    for part, after in zip(parts, words[1:], strict=True):
        pieces += GAP_MARK if part is asked else part.right, after
    prompt = "".join(pieces).strip()
    folded = {text.strip().casefold() for text, _ in asked.answers}
    if asked.typed or len(folded) == 1:
        return graded.typed(prompt, asked.answers)
    return graded.choice(prompt, asked.answers)


def into(count: int) -> list[str]:
    """Return what is changed where a question is taken apart into so many."""
    return [f"it becomes {count} questions, one for each part"] if count > 1 else []


def ordering(prompt: str, items: Sequence[str]) -> Flashcard:
    """Return a card that shows the items in the order of their letters, then in the right one.

    Raises ValueError where there is nothing to put in order.
    """
    if len(items) < 2:
        raise ValueError("there is nothing in it to put in order")
    mixed = sorted(items, key=str.casefold)
    if mixed == list(items):
        mixed.reverse()
    shown = "\n".join(f"– {item}" for item in mixed)
    back = "\n".join(f"{place}. {item}" for place, item in enumerate(items, start=1))
    return Flashcard(f"{prompt}\n{shown}".strip(), back)
