"""Which questions a person looks for, and the line of text that says the same.

`parse(write(wanted)) == wanted`: what is typed and what is chosen mean one thing.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from quizapp.domain.question import QuestionKind

T = TypeVar("T")


class State(StrEnum):
    """How a question stands, by the word after `is:`."""

    DUE = "due"
    NEW = "new"
    LEARNING = "learning"
    LEARNED = "learned"
    FLAGGED = "flagged"
    SET_ASIDE = "set-aside"
    NEAR_DUPLICATE = "near-duplicate"


KIND_WORDS = {
    "flashcard": QuestionKind.FLASHCARD,
    "choice": QuestionKind.MULTIPLE_CHOICE,
    "gap": QuestionKind.GAP,
    "typed": QuestionKind.TYPED,
}
"""The words after `kind:`."""

_PART = re.compile(
    r'(?P<field>-?[A-Za-z]+):(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]+))(?=\s|$)'
)
_WORD = re.compile(
    r'(?P<no>-(?=["\w])(?!(?i:is|kind|deck):))?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+)|")'
)
_NO_FIELD = re.compile(r"is:|kind:|-(?:is|kind|deck):", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """All conditions hold together; a condition left empty holds for every question."""

    words: tuple[str, ...] = ()
    """Beginnings of words, or phrases, in question, answer or options."""
    deck: str = ""
    """A title, or part of one."""
    kind: QuestionKind | None = None
    states: tuple[State, ...] = ()
    tags: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    """Beginnings of words, or phrases, that must not be there."""
    without_tags: tuple[str, ...] = ()


def parse(text: str) -> Wanted:
    """Read a search line; a field that means nothing is taken as words.

    A minus sign before a word, a phrase or a tag leaves out what has it.
    """
    wanted, at = Wanted(), 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        part = _PART.match(text, at)
        taken = None
        if part is not None:
            value = part["bare"] if part["quoted"] is None else part["quoted"]
            taken = _with_field(wanted, part["field"].lower(), " ".join(value.split()))
        if part is not None and taken is not None:
            wanted, at = taken, part.end()
            continue
        found = _WORD.match(text, at)
        if found is None:
            raise AssertionError("every character is part of a word")
        word = " ".join((found["word"] or found["phrase"] or "").split())
        if word and found["no"]:
            wanted = replace(wanted, without=(*wanted.without, word))
        elif word:
            wanted = replace(wanted, words=(*wanted.words, word))
        at = found.end()
    return wanted


def write(wanted: Wanted) -> str:
    """Return the search line of a wish; double quotes inside a value are left out."""
    words = {kind: word for word, kind in KIND_WORDS.items()}
    parts = [f"deck:{_quoted(wanted.deck)}"] if wanted.deck else []
    if wanted.kind is not None:
        parts.append(f"kind:{words[wanted.kind]}")
    parts += [f"is:{state}" for state in wanted.states]
    parts += [f"tag:{_quoted(tag)}" for tag in wanted.tags]
    parts += [f"-tag:{_quoted(tag)}" for tag in wanted.without_tags]
    parts += [_quoted(word) for word in wanted.words]
    parts += ["-" + _quoted(word, opening=r"\w") for word in wanted.without]
    return " ".join(parts)


def unknown_field(wanted: Wanted) -> str:
    """Return the first of the words that looks like a field and is none; "" where there is none.

    Such are `is:` and `kind:` before an unknown value, and a minus sign before a field other
    than `tag:`.
    """
    return next(filter(_NO_FIELD.match, wanted.words), "")


def folded(text: str) -> str:
    """Return a text without case, accents and double quotes: what compares equal is the same."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = (char for char in plain if not unicodedata.combining(char) and char != '"')
    return " ".join("".join(kept).split())


def _with_field(wanted: Wanted, field: str, value: str) -> Wanted | None:
    """Return the wish with one more condition; None where the field means nothing."""
    match field:
        case "deck" if value:
            return replace(wanted, deck=value)
        case "tag" if value:
            return replace(wanted, tags=_once(wanted.tags, value))
        case "-tag" if value:
            return replace(wanted, without_tags=_once(wanted.without_tags, value))
        case "kind" if value.lower() in KIND_WORDS:
            return replace(wanted, kind=KIND_WORDS[value.lower()])
        case "is" if value.lower() in set(State):
            return replace(wanted, states=_once(wanted.states, State(value.lower())))
        case _:
            return None


def _once(values: tuple[T, ...], value: T) -> tuple[T, ...]:
    return values if value in values else (*values, value)


def _quoted(value: str, opening: str = "[^-]") -> str:
    """Return a value in quotes, or bare where it is one word that begins with `opening`.

    `opening` is a regular expression.
    """
    plain = value.replace('"', "")
    return plain if re.fullmatch(rf"(?={opening})[^\s:]+", plain) else f'"{plain}"'
