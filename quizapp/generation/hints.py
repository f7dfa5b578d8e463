"""What a reviewer should look at before keeping a question."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from rapidfuzz import fuzz

from quizapp.domain.question import Draft, prompt_of
from quizapp.generation import attribution
from quizapp.generation.asked import Asked
from quizapp.generation.soundness import plain
from quizapp.language.inflection import stem

LONG_ANSWER = 6
"""Words from which an answer is long."""
CLOSE = 82
"""Likeness from which two prompts are close, of 100."""


class Hint(StrEnum):
    """The hints of the review page, by name."""

    UNCLEAR_PRONOUN = "unclear pronoun"
    CLOSE = "close to"
    """Followed by the number of the question it is close to, counted from 1."""
    LOADED_WORD = "loaded word"
    ANSWER_IN_QUESTION = "answer in question"
    SEVERAL_ANSWERS = "several answers"
    LONG_ANSWER = "long answer"


_BY_DOUBT = {"several": Hint.SEVERAL_ANSWERS, "given away": Hint.ANSWER_IN_QUESTION}


def of(asked: Asked) -> tuple[str, ...]:
    """Return the names of the hints a question deserves."""
    found = []
    if asked.gap is not None and "[" in "".join(asked.gap):
        found.append(Hint.UNCLEAR_PRONOUN)
    if attribution.is_charged(asked.sentence, range(len(asked.sentence.words))):
        found.append(Hint.LOADED_WORD)
    if asked.doubt in _BY_DOUBT:
        found.append(_BY_DOUBT[asked.doubt])
    elif asked.gap is None and _holds_half(asked.prompt, asked.answer):
        found.append(Hint.ANSWER_IN_QUESTION)
    if len(asked.answer.split()) > LONG_ANSWER:
        found.append(Hint.LONG_ANSWER)
    return tuple(str(hint) for hint in found)


def _holds_half(prompt: str, answer: str) -> bool:
    """Tell whether a question holds half of its answer's words."""
    wanted = [stem(word) for word in plain(answer).split()]
    said = {stem(word) for word in plain(prompt).split()}
    return len(wanted) > 1 and 2 * sum(word in said for word in wanted) >= len(wanted)


def with_close(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the drafts, each told where it is close to one before it on the same sentence."""
    before: dict[tuple[int, int], list[tuple[int, str]]] = {}
    found = []
    for number, draft in enumerate(drafts, 1):
        span = draft.source.sentence
        prompt = plain(prompt_of(draft.question))
        others = before.setdefault((span.start, span.end), [])
        near = next(
            (n for n, other in others if fuzz.token_sort_ratio(prompt, other) >= CLOSE),
            None,
        )
        others.append((number, prompt))
        hint = () if near is None else (f"{Hint.CLOSE} {near}",)
        found.append(replace(draft, hints=(*draft.hints, *hint)))
    return tuple(found)
