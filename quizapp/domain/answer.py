"""Marking: is what the learner gave right, and where does it differ."""

import re
import unicodedata
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from quizapp.domain.question import Gap, TypedAnswer

LETTERS_PER_SLIP = 6
_BRACKETED = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Mark:
    """The verdict on a typed answer."""

    right: bool
    nearest: str
    """The accepted answer it was right by; when wrong, the question's own."""
    slips: int = 0
    """Words spelt differently though right; 0 when wrong."""


def mark(question: Gap | TypedAnswer, typed: str) -> Mark:
    """Mark a typed answer.

    Right is the same after folding case, accents, quotes and spaces, or within one slip per six
    letters of the whole answer; a part in brackets may be left out; digits must match exactly.
    """
    accepted = (question.answer, *question.accepted)
    for answer in accepted:
        if any(_close_enough(typed, form) for form in _forms(answer)):
            return Mark(right=True, nearest=answer, slips=len(differing(typed, answer)))
    return Mark(right=False, nearest=question.answer)


def fold(text: str) -> str:
    """Return the text without case, accents, typographic quotes, outer stops or extra spaces."""
    plain = unicodedata.normalize("NFKD", text.translate(_QUOTES)).casefold()
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(re.sub(r"(?<=\d),(?=\d{3})", "", letters).split()).strip(" .,;:!?\"'")


def differing(typed: str, answer: str) -> tuple[tuple[int, int], ...]:
    """Return the words of `answer` that `typed` spells otherwise, as offsets into `answer`.

    Words in brackets that were left out whole do not count.
    """
    given = [fold(word) for word in typed.split()]
    optional = [match.span() for match in _BRACKETED.finditer(answer)]
    return tuple(
        (word.start(), word.end())
        for word in _WORD.finditer(answer)
        if fold(word.group()) not in given
        and not any(start <= word.start() < end for start, end in optional)
    )


def _forms(answer: str) -> tuple[str, ...]:
    """Return the answer with and without its bracketed parts."""
    bare = _BRACKETED.sub(" ", answer).strip()
    flat = re.sub(r"[()\[\]]", "", answer)
    return tuple(dict.fromkeys((answer, bare or answer, flat)))


def _close_enough(typed: str, answer: str) -> bool:
    given, wanted = fold(typed), fold(answer)
    if given == wanted:
        return bool(given)
    if re.findall(r"\d+", given) != re.findall(r"\d+", wanted):
        return False
    allowed = sum(char.isalpha() for char in wanted) // LETTERS_PER_SLIP
    return OSA.distance(given, wanted, score_cutoff=allowed) <= allowed
