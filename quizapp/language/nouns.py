"""What a common noun is, and which nouns are of its sort.

The classes come from WordNet, weighted by how often each sense of a noun is met, so that a chair is
a thing and no person. `assets/english/README.md` tells where the tables come from.
"""

import gzip
import re
from collections.abc import Collection
from enum import StrEnum
from functools import cache

from quizapp.language.inflection import lemma as base_of
from quizapp.language.lexicon import listed
from quizapp.paths import ENGLISH


class NounClass(StrEnum):
    """What a noun may be: WordNet's classes, and finer ones within them."""

    ACT = "act"
    ANIMAL = "animal"
    ARTIFACT = "artifact"
    """A thing somebody made."""
    ATTRIBUTE = "attribute"
    BODY = "body"
    """A part of a living body."""
    COGNITION = "cognition"
    COMMUNICATION = "communication"
    EVENT = "event"
    FEELING = "feeling"
    FOOD = "food"
    GROUP = "group"
    LOCATION = "location"
    MOTIVE = "motive"
    OBJECT = "object"
    """A thing nobody made."""
    PERSON = "person"
    PHENOMENON = "phenomenon"
    PLANT = "plant"
    POSSESSION = "possession"
    PROCESS = "process"
    QUANTITY = "quantity"
    RELATION = "relation"
    SHAPE = "shape"
    STATE = "state"
    SUBSTANCE = "substance"
    THING = "thing"
    TIME = "time"
    BELIEF = "belief"
    BUILDING = "building"
    """A room, a street and a workplace too."""
    CELESTIAL = "celestial"
    CEREMONY = "ceremony"
    """A festival too."""
    CLOTHING = "clothing"
    COLOUR = "colour"
    COMPOUND = "compound"
    CONFLICT = "conflict"
    """A war, a battle."""
    CONTEST = "contest"
    DEVICE = "device"
    DISEASE = "disease"
    DOCUMENT = "document"
    """A law, a treaty."""
    ELEMENT = "element"
    INSTRUMENT = "instrument"
    """A thing to make music with."""
    LAND = "land"
    LANGUAGE = "language"
    MONEY = "money"
    OCCUPATION = "occupation"
    ORGANISATION = "organisation"
    RELIGION = "religion"
    SCIENCE = "science"
    SETTLEMENT = "settlement"
    SPORT = "sport"
    UNIT = "unit"
    VEHICLE = "vehicle"
    WATER = "water"
    WEAPON = "weapon"
    WEATHER = "weather"
    WORK = "work"
    """A book, a film, a piece of music."""


_PLACES = frozenset(
    {
        NounClass.LOCATION,
        NounClass.LAND,
        NounClass.WATER,
        NounClass.SETTLEMENT,
        NounClass.BUILDING,
    }
)


@cache
def _table() -> dict[str, tuple[NounClass, ...]]:
    text = gzip.decompress((ENGLISH / "nouns.tsv.gz").read_bytes()).decode("utf-8")
    table: dict[str, tuple[NounClass, ...]] = {}
    for line in text.splitlines():
        classes, nouns = line.split("\t")
        found = tuple(map(NounClass, classes.split()))
        table.update(dict.fromkeys(nouns.split(" "), found))
    return table


@cache
def ranked(noun: str) -> tuple[NounClass, ...]:
    """Return what a noun mostly is, the likeliest first; empty where it is not known.

    A noun of several words that is not listed is what its last word is.
    """
    lower = noun.lower()
    found = _table().get(lower.replace(" ", "_"))
    if found is None and " " in lower:
        return ranked(lower.rsplit(" ", 1)[-1])
    if found is None:
        found = _table().get(base_of(lower, "NNS", "NOUN"))
    return found or ()


def classes(noun: str) -> frozenset[NounClass]:
    """Return all that a noun may well be."""
    return frozenset(ranked(noun))


def main_class(noun: str) -> NounClass | None:
    """Return what a noun is first of all; None where it is not known."""
    return next(iter(ranked(noun)), None)


def is_person(noun: str) -> bool:
    """Tell whether a noun names somebody: who."""
    return noun.lower() in listed("people_nouns") or main_class(noun) is NounClass.PERSON


def is_place(noun: str) -> bool:
    """Tell whether a noun names somewhere one can be: where."""
    return noun.lower() in listed("place_nouns") or bool(_PLACES & classes(noun))


def is_time(noun: str) -> bool:
    """Tell whether a noun names a stretch or a point of time: when."""
    return main_class(noun) is NounClass.TIME


@cache
def _kin() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the sets each noun stands in, by the noun written small."""
    sets: dict[str, list[tuple[str, ...]]] = {}
    for line in (ENGLISH / "kin.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        members = tuple(line.split("\t")[1].split(", "))
        for member in members:
            sets.setdefault(member.lower(), []).append(members)
    return {noun: tuple(found) for noun, found in sets.items()}


def kin(noun: str, beside: Collection[str] = ()) -> tuple[str, ...]:
    """Return the nouns that can stand as wrong options for one, the nearest first.

    Empty where it is not known. Of a noun with several meanings, the one whose kin stand among the
    text's nouns, `beside`; else the first listed. A plural gets plurals.
    """
    sorts = _sorts(noun.lower())
    if not sorts:
        return _plural_kin(noun, beside)
    return max(sorts, key=lambda sort: len({n for n in sort if n in beside}))


@cache
def _sorts(noun: str) -> tuple[tuple[str, ...], ...]:
    """Return a noun's kin by meaning: sets that share a second noun are of one meaning."""
    merged: list[list[tuple[str, ...]]] = []
    for one in _kin().get(noun, ()):
        others = set(one) - {noun}
        for sets in merged:
            if any(len(others & set(other)) > 1 for other in sets):
                sets.append(one)
                break
        else:
            merged.append([one])
    return tuple(_nearest_first(noun, sets) for sets in merged)


def _nearest_first(noun: str, sets: list[tuple[str, ...]]) -> tuple[str, ...]:
    def apart(other: str) -> tuple[int, int]:
        holding = [one for one in sets if other in one]
        return -len(holding), min(map(len, holding))

    found = dict.fromkeys(other for one in sets for other in one if other.lower() != noun)
    return tuple(sorted(found, key=apart))


def _plural_kin(noun: str, beside: Collection[str]) -> tuple[str, ...]:
    before, _, last = noun.rpartition(" ")
    single = f"{before} {base_of(last, 'NNS', 'NOUN')}".strip()
    if single == noun or single.lower() not in _kin():
        return ()
    return tuple(map(plural, kin(single, beside)))


def plural(noun: str) -> str:
    """Return the plural of a noun: university, universities."""
    from lemminflect import getInflection

    before, _, last = noun.rpartition(" ")
    found = getInflection(last, tag="NNS")
    return f"{before} {found[0] if found else last}".strip()


def sounds_open(noun: str) -> bool:
    """Tell whether a noun follows "an": hour, X-ray; not university."""
    closed = r"(?:uni(?!n|m)|use|usu|ut[ei]|eu|ewe|one\b|once)"
    open_ones = r"(?:hour|honest|honou?r|heir|[aeiou]|[FHLMNRSX](?:[-.A-Z\d]|$))"
    return bool(re.match(open_ones, noun)) and not re.match(closed, noun)
