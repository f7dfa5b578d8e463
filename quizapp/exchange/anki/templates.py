"""What a card of any note type shows: its templates filled with a note's fields.

Anki's own manual, "Card templates": {{Field}}, {{filter:Field}}, {{#Field}}…{{/Field}},
{{^Field}}…{{/Field}}, {{FrontSide}}; and "Cloze deletion": {{c1::answer::hint}}.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from quizapp.domain.question import GAP_MARK

_TAG = re.compile(r"\{\{([#^/]?)([^{}]*)\}\}")
SOUND = re.compile(r"\[sound:[^\[\]]*\]")
"""How a field has a sound played."""
COVERED = "::image-occlusion:"
"""What stands for a covered part of a picture, since Anki 23.10."""
_CLOZE_START = re.compile(r"\{\{c(\d{1,4})::")
_MOST_DEEP = 16
_LONGEST_CARD = 1_000_000


@dataclass(frozen=True, slots=True)
class Cloze:
    """A text with one deletion taken out: what stands before, in and after it, as HTML."""

    before: str
    answer: str
    after: str


def fill(template: str, fields: Mapping[str, str], front: str = "") -> str:
    """Return the side of a card; `front` is what {{FrontSide}} stands for."""
    written: list[str] = []
    shown = [True]
    reach = 0
    for tag in _TAG.finditer(template):
        if shown[-1]:
            written.append(template[reach : tag.start()])
        reach = tag.end()
        sign, name = tag[1], tag[2].strip()
        if sign in {"#", "^"}:
            filled = bool(fields.get(name, "").strip())
            shown.append(shown[-1] and filled == (sign == "#"))
        elif sign == "/":
            shown = shown[:-1] or [True]
        elif shown[-1]:
            written.append(front if name == "FrontSide" else _value(name, fields))
    if shown[-1]:
        written.append(template[reach:])
    return "".join(written)[:_LONGEST_CARD]


def typed_field(template: str) -> str | None:
    """Return the field that a card has typed, `{{type:Field}}`; None where nothing is."""
    named = (
        [part.strip() for part in tag[2].split(":")] for tag in _TAG.finditer(template)
    )
    return next((field for *filters, field in named if "type" in filters), None)


def answer_only(template: str) -> str:
    """Return the back's template without what only repeats the front."""
    split = re.split(r"<hr[^<>]*id\s*=\s*[\"']?answer[\"']?[^<>]*>", template, maxsplit=1)
    return split[-1].replace("{{FrontSide}}", "")


def cloze_numbers(text: str) -> tuple[int, ...]:
    """Return the numbers of the deletions in a text, smallest first."""
    return tuple(sorted({int(number) for number in _CLOZE_START.findall(text)}))


def clozes(text: str, number: int) -> tuple[Cloze, ...]:
    """Return each deletion of this number; the others are shown filled in."""
    parts = _split(text)
    places = [at for at, (of, _) in enumerate(parts) if of == number]
    return tuple(
        Cloze(
            _around(parts[:at], number),
            parts[at][1],
            _around(parts[at + 1 :], number),
        )
        for at in places
    )


def _value(name: str, fields: Mapping[str, str]) -> str:
    *filters, field = (part.strip() for part in name.split(":"))
    return "" if "type" in filters else fields.get(field, "")


def _around(parts: list[tuple[int, str]], number: int) -> str:
    return "".join(GAP_MARK if of == number else text for of, text in parts)


def _split(text: str) -> list[tuple[int, str]]:
    """Return the text in pieces, each with the number of its deletion, 0 outside of any.

    Deletions inside deletions are taken as part of the outer one.
    """
    parts: list[tuple[int, str]] = []
    reach = 0
    for start in _CLOZE_START.finditer(text):
        if start.start() < reach:
            continue
        end = _end(text, start.end())
        if end is None:
            break
        inside = _flat(text[start.end() : end])
        parts += [(0, text[reach : start.start()]), (int(start[1]), inside)]
        reach = end + 2
    return [*parts, (0, text[reach:])]


def _end(text: str, start: int) -> int | None:
    """Return where the deletion that begins before `start` closes; None where it never does."""
    depth = 1
    for sign in re.compile(r"\{\{c\d{1,4}::|\}\}").finditer(text, start):
        depth += -1 if sign[0] == "}}" else 1
        if depth == 0:
            return sign.start()
        if depth > _MOST_DEEP:
            return None
    return None


def _flat(inside: str) -> str:
    """Return a deletion's words without its hint and without inner deletions' signs."""
    words = inside if _CLOZE_START.search(inside) else inside.partition("::")[0]
    return re.sub(r"::[^{}:]*\}\}|\}\}", "", _CLOZE_START.sub("", words))
