"""The tables of names that ship with the program: signs of what a name is.

`assets/english/README.md` tells where each comes from.
"""

import gzip
import unicodedata
from dataclasses import dataclass
from functools import cache

from quizapp.language.inflection import without_article
from quizapp.paths import ENGLISH

LIFETIME = 80
"""Years between the births of two who may be taken for each other."""


@dataclass(frozen=True, slots=True)
class City:
    """A city, the country it lies in, and how many thousand people live there."""

    name: str
    country: str
    thousands: int


@dataclass(frozen=True, slots=True)
class Known:
    """What a well-known name stands for."""

    kind: str
    """WordNet's: person, figure, city, river, conflict …; see `assets/english/wordnet.py`."""
    what: str
    """A noun for it: physicist, pitched battle."""
    year: int | None
    """The first its entry tells; of a person, of the birth. Negative before Christ."""
    names: tuple[str, ...]
    """All the names it goes by; a person's surname first, then the full name."""


def _rows(name: str) -> list[list[str]]:
    lines = (ENGLISH / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def _packed_rows(name: str) -> list[list[str]]:
    text = gzip.decompress((ENGLISH / name).read_bytes()).decode("utf-8")
    return [line.split("\t") for line in text.splitlines()]


def plain(name: str) -> str:
    """Return the name without the marks on its letters: Kraków → Krakow."""
    if name.isascii():
        return name
    split = unicodedata.normalize("NFD", name.replace("ł", "l").replace("Ł", "L"))
    return "".join(char for char in split if not unicodedata.combining(char))


@cache
def countries() -> dict[str, str]:
    """Return the part of the world each country lies in."""
    return {row[0]: row[2] for row in _rows("countries.tsv")}


@cache
def capitals() -> dict[str, str]:
    """Return each country's capital, where it has one of another name."""
    return {row[0]: row[3] for row in _rows("countries.tsv") if len(row) > 3 and row[3]}


@cache
def same_place() -> tuple[frozenset[str], ...]:
    """Return the sets of names that go for one country, union or city."""
    others = (
        frozenset({"European Union", "EU"}),
        frozenset({"United Nations", "UN"}),
        frozenset({"New York", "New York City"}),
    )
    told = (row for row in _rows("countries.tsv") if len(row) > 4)
    return (*others, *(frozenset({row[0], *row[4].split("|")}) for row in told))


@cache
def nationalities() -> dict[str, str]:
    """Return the country each adjective of origin belongs to: one adjective a country."""
    return {row[1].split(",")[0]: row[0] for row in _rows("countries.tsv") if row[1]}


@cache
def _origins() -> dict[str, str]:
    """Return the country of each adjective and each name of its people; empty for none."""
    found = {name: "" for row in _rows("peoples.tsv") for name in row[1].split()}
    for row in _rows("countries.tsv"):
        for place, name in enumerate(filter(None, row[1].split(","))):
            found[name] = row[0]
            if not name.endswith(("ese", "ish", "ch", "s", "men") + ("man",) * bool(place)):
                found[f"{name}s"] = row[0]
    return {name: country for name, country in found.items() if not is_country(name)}


def is_origin(name: str) -> bool:
    """Tell whether a name says of which country, people or faith somebody is: Serbo-Croatian too."""
    return name in _origins() or ("-" in name and name.rsplit("-", 1)[-1] in _origins())


def origin_country(name: str) -> str:
    """Return the country of an adjective or of its people; empty for a people without one."""
    return _origins().get(name, "") or _origins().get(name.rsplit("-", 1)[-1], "")


@cache
def cities() -> dict[str, City]:
    """Return the cities of the world by name, written plainly too; of several, the largest."""
    found: dict[str, City] = {}
    for country, listed in _packed_rows("places.tsv.gz"):
        for told in listed.split(";") if country != "states" else ():
            name, thousands = told.rsplit(" ", 1)
            city = City(name, country, int(thousands))
            _keep_largest(found, name, city)
            if not name.isascii():
                _keep_largest(found, plain(name), city)
    for name, country in _rows("cities.tsv"):
        size = found[name].thousands if name in found else 0
        found[name] = City(name, country, size)
    return found


def _keep_largest(found: dict[str, City], name: str, city: City) -> None:
    if name not in found or found[name].thousands < city.thousands:
        found[name] = city


@cache
def states() -> frozenset[str]:
    """Return the states of the United States."""
    rows = _packed_rows("places.tsv.gz")
    return frozenset(next(row[1] for row in rows if row[0] == "states").split(";"))


@cache
def continents() -> frozenset[str]:
    """Return the parts of the world."""
    parts = {"Africa", "Antarctica", "Asia", "Australia", "Europe", "Oceania", "Eurasia"}
    return frozenset(
        parts | {f"{side} America" for side in ("North", "South", "Central", "Latin")}
    )


@cache
def country_of() -> dict[str, str]:
    """Return the country of each city that many have heard of."""
    hand = {row[0]: row[1] for row in _rows("cities.tsv")}
    known = {
        written: cities()[name].country
        for name, rows in _known_rows().items()
        if name in cities() and any(row[0] == "city" for row in rows)
        if cities()[name].country in countries()
        for written in (name, cities()[name].name)
    }
    return known | hand


@cache
def cities_like(name: str) -> tuple[str, ...]:
    """Return cities of the same country, else of its part of the world, the nearest in size first."""
    city = cities().get(name)
    if city is None:
        return ()
    known = [cities()[other] for other in country_of()]
    same = [other for other in known if other.country == city.country]
    region = countries().get(city.country)
    near = [other for other in known if countries().get(other.country) == region]
    wanted = same if len(same) > 4 else near
    ranked = sorted(wanted, key=lambda other: abs(other.thousands - city.thousands))
    return tuple(dict.fromkeys(other.name for other in ranked if other.name != city.name))


@cache
def pronoun_of() -> dict[str, str]:
    """Return the pronoun a given name goes with: he or she."""
    found = {
        name.capitalize(): row[0]
        for row in _packed_rows("people_names.tsv.gz")
        if row[0] in {"he", "she"}
        for name in row[1].split()
    }
    return found | {
        name: row[0] for row in _rows("given_names.tsv") for name in row[1].split()
    }


@cache
def given_names() -> frozenset[str]:
    """Return given names, those of either gender too."""
    rows = _packed_rows("people_names.tsv.gz")
    either = next(row[1] for row in rows if row[0] == "either").split()
    return frozenset(pronoun_of()) | {name.capitalize() for name in either}


@cache
def surnames() -> frozenset[str]:
    """Return frequent surnames, written small."""
    rows = _packed_rows("people_names.tsv.gz")
    return frozenset(next(row[1] for row in rows if row[0] == "surname").split())


@cache
def _known_rows() -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for row in _packed_rows("known.tsv.gz"):
        for name in row[3].split("|"):
            found.setdefault(name, []).append(row)
    return found


@cache
def known_as(name: str) -> tuple[Known, ...]:
    """Return what a well-known name may stand for; empty where it is not known."""
    rows = _known_rows().get(name) or _known_rows().get(plain(name), [])
    return tuple(
        Known(kind, what, int(year) if year else None, tuple(names.split("|")))
        for kind, what, year, names in rows
    )


@cache
def people() -> tuple[tuple[str, str, str], ...]:
    """Return well-known people: pronoun, field, name."""
    return tuple((row[0], row[1], row[2]) for row in _rows("people.tsv"))


@cache
def people_like(name: str) -> tuple[str, ...]:
    """Return well-known people of the same calling and time, the nearest in time first.

    Empty for one who is not known, or who may be several.
    """
    found = [one for one in known_as(name) if one.kind == "person"]
    if len(found) != 1 or found[0].year is None:
        return ()
    born, pronoun = found[0].year, pronoun_of().get(name.split(maxsplit=1)[0], "he")
    rows = {
        tuple(row)
        for told in _known_rows().values()
        for row in told
        if row[1] == found[0].what
    }
    near = sorted(
        (abs(int(year) - born), _full_name(names.split("|")))
        for kind, _, year, names in rows
        if kind == "person" and year and abs(int(year) - born) <= LIFETIME
    )
    return tuple(
        other
        for _, other in near
        if other not in found[0].names
        and pronoun_of().get(other.split(maxsplit=1)[0], "he") == pronoun
    )


def _full_name(names: list[str]) -> str:
    """Return the shortest name that has a given name too: Albert Einstein."""
    full = [name for name in names if " " in name]
    return min(full, key=len) if full else names[0]


def is_country(name: str) -> bool:
    """Tell whether a country goes by this name."""
    bare = without_article(name)
    return bare in countries() or any(
        bare in names and names & countries().keys() for names in same_place()
    )


def is_city(name: str) -> bool:
    """Tell whether a well-known city goes by this name."""
    return name in country_of()
