"""Other ways of writing an answer that are just as right."""

import re
import unicodedata

from quizapp.generation import units
from quizapp.generation.asked import Asked
from quizapp.language import quantities
from quizapp.language.inflection import without_article
from quizapp.language.quantities import SMALL_NUMBERS
from quizapp.language.words import NAMES, QUANTITIES, TIMES, Analysis, Kind


def of(analysis: Analysis, asked: Asked) -> tuple[str, ...]:
    """Return the accepted variants of an answer, without the answer itself."""
    answer, kind = asked.answer, asked.kind
    found = [*_without_any_article(answer)]
    if kind in NAMES:
        name = without_article(answer)
        found += [*sorted(analysis.names_of(name)), *_surname(analysis, answer, kind)]
    if kind in QUANTITIES:
        found += _numbers(answer)
        found += _with_its_noun(asked)
        found += units.otherwise(quantities.bare(answer))
    if kind in TIMES:
        found += units.dates(answer)
    if kind is Kind.PLACE:
        found += _shorter_places(answer)
    found += _without_brackets(answer)
    found.append(_digits(answer))
    folded = {answer.casefold()}
    unique = []
    for text in found:
        if text.strip() and text.casefold() not in folded:
            folded.add(text.casefold())
            unique.append(text)
    return tuple(unique)


def _with_its_noun(asked: Asked) -> list[str]:
    """Return a number with what it counts: 79 libraries is as right as 79."""
    words = asked.sentence.words
    head = words[asked.last - 1].head
    if asked.kind is not Kind.NUMBER or not asked.last <= head < asked.last + 4:
        return []
    if words[head].pos != "NOUN":
        return []
    return [
        asked.sentence.says(asked.first, head + 1),
        f"{asked.answer} {words[head].text}",
    ]


def _without_any_article(answer: str) -> list[str]:
    bare = re.sub(r"^(?:the|a|an) ", "", answer, flags=re.IGNORECASE)
    return [bare] if bare != answer else []


def _without_brackets(answer: str) -> list[str]:
    return [re.sub(r"\s*\([^)]*\)", "", answer)] if "(" in answer else []


def _digits(answer: str) -> str:
    """Return the answer with the digits of other scripts as 0 to 9."""
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in answer)


def _surname(analysis: Analysis, answer: str, kind: Kind) -> list[str]:
    """Return the last name alone, where nobody else in the text bears it."""
    parts = answer.split()
    if kind is not Kind.PERSON or len(parts) not in {2, 3} or {"and", "of"} & set(parts):
        return []
    bearers = {name for name in analysis.mentions_of if name.split()[-1] == parts[-1]}
    others = {n for n in bearers if n not in {answer, parts[-1]}}
    alone = all(analysis.same_thing(name, answer) for name in others)
    return [parts[-1]] if alone else []


def _shorter_places(answer: str) -> list[str]:
    """Return a place without the wider one behind it, or the word for what it is before it."""
    city, comma, _ = answer.partition(", ")
    kingdom = re.sub(r"^(?:the )?(?:Kingdom|Republic|City|Duchy) of ", "", answer)
    return [text for text in (city if comma else "", kingdom) if text and text != answer]


def _numbers(answer: str) -> list[str]:
    bare = quantities.bare(answer)
    found = [bare, re.sub(r"(?<=\d),(?=\d{3})", "", bare)]
    found += [bare.replace("%", " percent"), re.sub(r"\s?per ?cent", "%", bare)]
    if bare.lower() in SMALL_NUMBERS:
        found.append(str(SMALL_NUMBERS.index(bare.lower())))
    if bare.isdigit() and int(bare) < len(SMALL_NUMBERS):
        found.append(SMALL_NUMBERS[int(bare)])
    return found
