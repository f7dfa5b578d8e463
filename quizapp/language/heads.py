"""What a name says of itself: its head (Battle of …), its letters, the tables that hold it."""

import re
from collections.abc import Iterator
from functools import cache

from quizapp.language import gazetteer, nouns
from quizapp.language.lexicon import listed
from quizapp.language.nouns import NounClass
from quizapp.language.words import Kind

OF_CLASS = {
    NounClass.PERSON: Kind.PERSON,
    NounClass.ORGANISATION: Kind.ORGANISATION,
    NounClass.SETTLEMENT: Kind.PLACE,
    NounClass.LOCATION: Kind.PLACE,
    NounClass.LAND: Kind.PLACE,
    NounClass.WATER: Kind.PLACE,
    NounClass.BUILDING: Kind.PLACE,
    NounClass.EVENT: Kind.EVENT,
    NounClass.CONFLICT: Kind.EVENT,
    NounClass.CEREMONY: Kind.EVENT,
    NounClass.CONTEST: Kind.EVENT,
    NounClass.WORK: Kind.WORK,
}
"""The kind of a name that is called a noun of this class."""
_KNOWN = {
    "person": Kind.PERSON,
    "organisation": Kind.ORGANISATION,
    "conflict": Kind.EVENT,
    "event": Kind.EVENT,
    "work": Kind.WORK,
}
_KNOWN_PLACES = frozenset(
    {"river", "lake", "sea", "island", "mountain", "desert", "continent", "city", "country",
     "region", "building", "park", "land"}
)  # fmt: skip
_LISTS = (
    ("event_words", Kind.EVENT, 2.6),
    ("organisation_words", Kind.ORGANISATION, 2.3),
    ("place_words", Kind.PLACE, 2.3),
    ("work_words", Kind.WORK, 2.4),
)
_BEFORE_A_PLACE = frozenset(
    {"mount", "lake", "camp", "fort", "cape", "port", "isle", "hotel", "river", "palais", "rue",
     "piazza", "plaza", "villa", "château", "castle", "val"}
)  # fmt: skip
_BEFORE_AN_EVENT = frozenset({"hurricane", "typhoon", "cyclone", "operation"})
_MEETINGS = frozenset({"congress", "conference", "council", "diet", "peace", "convention"})
"""Each an event where it is named after the city it met in."""
_NUMERAL = re.compile(r"[IVX]+\b|\d+")
_INITIALS = re.compile(r"(?:[A-Z]\. ?)+[A-Z][a-z]|[A-Z][a-z]+ (?:[A-Z]\. ?)+[A-Z][a-z]")
_PARTICLE = re.compile(
    r"\b(?:von|van|der|de|del|di|da|la|le|bin|ibn|ben|al-|el-|zu)\b", re.ASCII
)
_COMPANY = re.compile(r"&|\b(?:Inc|Corp|Ltd|Co|LLC|PLC|GmbH|AG)\b\.?$")
_ACRONYM = re.compile(r"(?:[A-Z][A-Z&]{1,6}s?|(?:[A-Z]\.){2,6})")


def head(name: str) -> str:
    """Return the word that says what a name of several words is, written small; else empty.

    Battle of Warsaw → battle, World War II → war, Łódź University of Technology → university.
    """
    words = re.split(r" (?:of|for|on|against) ", name)[0].split()
    while len(words) > 1 and _NUMERAL.fullmatch(words[-1]):
        words.pop()
    if not words or len(name.split()) == 1:
        return ""
    return words[-1].lower().rstrip(".")


def is_acronym(name: str) -> bool:
    """Tell whether a name is only the first letters of another."""
    return bool(_ACRONYM.fullmatch(name))


@cache
def signs(name: str) -> tuple[tuple[Kind, float], ...]:
    """Return kinds and how much the name itself speaks for each."""
    return (*_by_head(name), *_by_letters(name), *_by_tables(name), *_as_a_persons(name))


def _by_head(name: str) -> Iterator[tuple[Kind, float]]:
    last = head(name)
    first = name.split(maxsplit=1)[0].lower()
    special = None if _is_in_the_atlas(name) else _special(name, first, last)
    if special is not None:
        yield special
    elif _is_office(last):
        yield from ((kind, -1.5) for kind in (Kind.PERSON, Kind.PLACE, Kind.ORGANISATION))
    elif not _is_in_the_atlas(name):
        yield from _by_word(last or (first if first in listed("lone_names") else ""))


def _special(name: str, first: str, last: str) -> tuple[Kind, float] | None:
    """Return what a name is whose head alone would mislead."""
    behind = name.rsplit(" of ", 1)[-1]
    if re.search(r"\bHouse of ", name):
        return Kind.ORGANISATION, 2.6
    if last in _MEETINGS and behind in gazetteer.cities():
        return Kind.EVENT, 2.6
    if last == "church" and first in {"st", "st.", "saint", "holy"}:
        return Kind.PLACE, 2.6
    if " " in behind and last in listed("place_words"):
        closing = behind.rsplit(" ", 1)[-1].lower()
        if behind != name and closing in listed("organisation_words"):
            return Kind.ORGANISATION, 2.6
    if first in _BEFORE_A_PLACE and last and not _is_team_or_event(last):
        return Kind.PLACE, 2.3
    return (Kind.EVENT, 2.6) if first in _BEFORE_AN_EVENT and last else None


def _is_team_or_event(last: str) -> bool:
    """Tell whether the last word denies that the first, Fort or Lake, says what a name is."""
    return last in listed("event_words") or (
        last.endswith("s") and bool(nouns.ranked(last))
    )


def _is_office(last: str) -> bool:
    """Tell whether a name is an office that anybody may hold: Lord Advocate."""
    titled = last.removesuffix("s") in listed("titles") or nouns.is_person(last)
    return bool(last) and titled and last not in gazetteer.surnames()


def _by_word(word: str) -> Iterator[tuple[Kind, float]]:
    for told, kind, weight in _LISTS:
        if word in listed(told):
            yield kind, weight
            return
    for known in nouns.ranked(word) if word else ():
        kind = OF_CLASS.get(known, Kind.OTHER_NAME)
        if kind not in {Kind.OTHER_NAME, Kind.PERSON}:
            yield kind, 1.2
            return


def _by_letters(name: str) -> Iterator[tuple[Kind, float]]:
    if _COMPANY.search(name):
        yield Kind.ORGANISATION, 2.0
    if is_acronym(name):
        yield Kind.PERSON, -3.0
        yield Kind.ORGANISATION, 0.3
    if any(char.isdigit() for char in name):
        yield Kind.PERSON, -1.0


def _by_tables(name: str) -> Iterator[tuple[Kind, float]]:
    may_be_a_person = (
        name in gazetteer.given_names() or name.lower() in gazetteer.surnames()
    )
    if _is_in_the_atlas(name):
        yield Kind.PLACE, 1.5 if name in gazetteer.given_names() else 3.0
        return
    city = gazetteer.cities().get(name)
    if gazetteer.is_city(name):
        yield Kind.PLACE, 0.6 if may_be_a_person else 2.0
    elif city is not None:
        yield Kind.PLACE, 0.1 if may_be_a_person else 0.6
    kinds = [_known_kind(one.kind) for one in gazetteer.known_as(name)]
    if kinds and kinds[0] is not Kind.OTHER_NAME:
        yield kinds[0], (1.6 if " " in name else 0.8) if len(set(kinds)) == 1 else 0.5


def _is_in_the_atlas(name: str) -> bool:
    """Tell whether a country, a state of the United States or a continent goes by this name."""
    return gazetteer.is_country(name) or name in gazetteer.states() | gazetteer.continents()


def _known_kind(kind: str) -> Kind:
    return Kind.PLACE if kind in _KNOWN_PLACES else _KNOWN.get(kind, Kind.OTHER_NAME)


def _as_a_persons(name: str) -> Iterator[tuple[Kind, float]]:
    words = name.split()
    if len(words) == 1:
        if name in gazetteer.given_names():
            yield Kind.PERSON, 0.5
        elif name.lower() in gazetteer.surnames() and not nouns.ranked(name):
            yield Kind.PERSON, 0.4
        return
    given = words[0] in gazetteer.given_names() and len(words) <= 4
    if given and words[-1][0].isupper() and "of" not in words:
        known = words[-1].lower() in gazetteer.surnames()
        yield Kind.PERSON, 1.2 if known else 0.9
    if _INITIALS.match(name):
        yield Kind.PERSON, 1.2
    if _PARTICLE.search(name) and words[0][0].isupper():
        yield Kind.PERSON, 0.4
    if given and _NUMERAL.fullmatch(words[-1]):
        yield Kind.PERSON, 1.0
