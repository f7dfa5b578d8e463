"""The tables of names that ship with the program: signs of what a name is.

`assets/english/README.md` tells where each comes from.
"""

import gzip
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from quizapp.language.inflection import without_article
from quizapp.paths import ENGLISH

LIFETIME = 80
"""Years of a long life: of two so far apart hardly one knew the other."""
_MET_BY = 30
"""Years after one's birth up to which the other must have lived."""
_CONTEMPORARY = 35
"""Years between the births of two who may be taken for each other."""
_OF_A_STATE = frozenset(
    {"statesman", "general", "king", "queen", "emperor", "politician", "soldier", "diplomat",
     "admiral", "naval officer", "czar", "revolutionist", "chief justice", "prime minister",
     "labor leader", "civil rights leader", "suffragist", "Indian chief", "pope",
     "President of the United States", "King of England", "King of France", "Roman Emperor"}
)  # fmt: skip
"""What somebody is in or for one country."""

COMPARABLE, ENOUGH = 10, 6
"""Times as many people in its cities as another country may have; so many such are enough."""


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
    died: int | None
    """The last its entry tells, of a person the death's; None where it tells none, as of the living."""
    origin: str
    """Where a person is from: French, American; empty where the entry does not tell."""
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
        *map(frozenset, _SPELLINGS),
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
        alike = next((names for names in _SPELLINGS if name in names), (name,))
        size = max((found[n].thousands for n in alike if n in found), default=0)
        found[name] = City(name, country, size)
    return found


def _keep_largest(found: dict[str, City], name: str, city: City) -> None:
    if name not in found or found[name].thousands < city.thousands:
        found[name] = city


_SPELLINGS = (
    ("New York", "New York City"), ("Cologne", "Köln"), ("Kiev", "Kyiv"), ("Bombay", "Mumbai"),
    ("Bangalore", "Bengaluru"), ("Bruges", "Brugge"), ("Ghent", "Gent"), ("Seville", "Sevilla"),
    ("Frankfurt", "Frankfurt am Main"), ("Calcutta", "Kolkata"), ("Madras", "Chennai"),
    ("Basra", "Al Basrah"), ("Constantinople", "Istanbul"), ("Leningrad", "Saint Petersburg"),
    ("Düsseldorf", "Dusseldorf"), ("Hanover", "Hannover"), ("Nuremberg", "Nürnberg"),
    ("Peking", "Beijing"), ("Quebec City", "Québec"), ("Danzig", "Gdańsk"),
)  # fmt: skip
"""Names of one city."""
_GONE = frozenset(
    {"Austria-Hungary", "Czechoslovakia", "East Germany", "Ottoman Empire", "Prussia",
     "Soviet Union", "West Germany", "Yugoslavia", "Bermuda", "Falkland Islands",
     "Faroe Islands", "Gibraltar", "Greenland", "Guam", "Hong Kong", "Macau", "Puerto Rico",
     "Western Sahara"}
)  # fmt: skip
"""Countries that are no more, and parts of others far away: never beside one in the tables."""
_SINCE = {
    1991: frozenset(
        {"Ukraine", "Belarus", "Moldova", "Slovakia", "Slovenia", "Croatia", "North Macedonia",
         "Bosnia and Herzegovina", "Kosovo", "Montenegro", "Serbia", "Estonia", "Latvia",
         "Lithuania", "Czech Republic", "Kazakhstan", "Uzbekistan", "Turkmenistan",
         "Kyrgyzstan", "Tajikistan", "Azerbaijan", "Armenia", "Georgia", "Eritrea", "Namibia"}
    ),
    1945: frozenset(
        {"Pakistan", "Bangladesh", "Israel", "Jordan", "Taiwan", "Indonesia", "Malaysia",
         "Singapore", "South Korea", "North Korea", "Iceland", "Syria", "Lebanon"}
    ),
    1918: frozenset({"Finland", "Ireland", "Saudi Arabia", "Iraq", "Poland"}),
}  # fmt: skip
"""Countries of today that were none before a year, among those of which texts on older times tell."""
_TOGETHER = ("ish", "ese", "ch", "iss", "sh")
_BRITISH = ("England", "Scotland", "Wales", "Northern Ireland")


def full_country(name: str) -> str:
    """Return a country's name in the table, of whichever name it goes by; else empty."""
    bare = without_article(name)
    if bare in countries():
        return bare
    names = next((names for names in same_place() if bare in names), frozenset[str]())
    return next((other for other in names if other in countries()), "")


@cache
def _sizes() -> dict[str, int]:
    """Return how many thousand people live in the cities of each country."""
    found: dict[str, int] = {}
    for city in set(cities().values()):
        found[city.country] = found.get(city.country, 0) + city.thousands
    return found | {"United Kingdom": sum(found.get(part, 0) for part in _BRITISH)}


def is_part_of_country(inner: str, outer: str) -> bool:
    """Tell whether a country is a part of another: Wales of the United Kingdom."""
    return full_country(outer) == "United Kingdom" and inner in _BRITISH


def is_younger(name: str, year: int) -> bool:
    """Tell whether a country of today was none in a year."""
    return any(
        full_country(name) in young and year < since for since, young in _SINCE.items()
    )


def is_gone(name: str) -> bool:
    """Tell whether a country is no more, or a part of another far away."""
    return full_country(name) in _GONE


@cache
def countries_like(name: str) -> tuple[str, ...]:
    """Return countries of the same part of the world, the nearest in size first.

    Where there are few of a comparable size, as of the United States, only those.
    """
    country = full_country(name)
    if not country:
        return ()
    size, region = _sizes().get(country, 1), countries()[country]
    others = [
        other
        for other, lies in countries().items()
        if lies == region and other != country and other not in _GONE
        if other not in _BRITISH[1:] or country in _BRITISH
    ]

    def apart(other: str) -> float:
        theirs = _sizes().get(other, 1)
        return max(size, theirs) / max(1, min(size, theirs))

    others.sort(key=apart)
    comparable = [other for other in others if apart(other) <= COMPARABLE]
    return tuple(others if len(comparable) >= ENOUGH else comparable)


@cache
def _of_peoples() -> dict[str, str]:
    """Return of each people and faith without a country of its own which it is."""
    return {name: row[0] for row in _rows("peoples.tsv") for name in row[1].split()}


@cache
def _several() -> dict[str, str]:
    """Return what the people of each country are called, where it has such a noun: Danes."""
    found = {}
    for row in _rows("countries.tsv"):
        names = [n for n in row[1].split(",") if n and not n.endswith(("man", "men", "s"))]
        nouns = [n for n in names if not n.endswith(("ese", "ish", "ch", "y"))]
        if nouns and " " not in nouns[0]:
            found[row[0]] = f"{nouns[0]}s"
    return found


def origin_sort(name: str) -> str:
    """Return whether an origin is a country's, a people's, a continent's, or a faith; else empty."""
    return _of_peoples().get(name, "country" if origin_country(name) else "")


def is_several(name: str) -> bool:
    """Tell whether a name of origin is a plural: Danes, not Danish or Dane."""
    return name.endswith("s") and name[:-1] in _origins()


def origin_form(name: str) -> str:
    """Return how an origin names people: Danes are several, the British together; else of one."""
    if is_several(name):
        return "several"
    return "together" if name.endswith(_TOGETHER) else "one"


@cache
def origins_like(name: str) -> tuple[str, ...]:
    """Return adjectives or peoples, as the name is one, of the countries nearest to its own."""
    country = origin_country(name)
    near = countries_like(country) if country else ()
    if is_several(name):
        return tuple(_several()[other] for other in near if other in _several())
    adjectives = {other: adjective for adjective, other in nationalities().items()}
    if adjectives.get(country) != name:
        return ()
    return tuple(adjectives[other] for other in near if other in adjectives)


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
    """Return cities of the same country, the nearest in size first.

    Where few of those are known, a capital is like others of its part of the world.
    """
    city = cities().get(name)
    if city is None:
        return ()
    known = [cities()[other] for other in country_of()]
    same = [other for other in known if other.country == city.country]
    if len(same) < ENOUGH:
        return capitals_like(name)
    ranked = sorted(same, key=lambda other: abs(other.thousands - city.thousands))
    return tuple(dict.fromkeys(other.name for other in ranked if other.name != city.name))


@cache
def capitals_like(name: str) -> tuple[str, ...]:
    """Return the capitals of the same part of the world; empty for a city that is none."""
    city = cities().get(name)
    if city is None or capitals().get(city.country) != city.name:
        return ()
    others = (capitals().get(other, "") for other in countries_like(city.country))
    return tuple(dict.fromkeys(o for o in others if o in cities() and o != city.name))


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
        for name in row[-1].split("|"):
            found.setdefault(name, []).append(row)
    return found


@cache
def known_as(name: str) -> tuple[Known, ...]:
    """Return what a well-known name may stand for; empty where it is not known."""
    rows = _known_rows().get(name) or _known_rows().get(plain(name), [])
    return tuple(map(_known, rows))


def _known(row: list[str]) -> Known:
    kind, what, year, died, origin, names = row
    return Known(
        kind,
        what,
        int(year) if year else None,
        int(died) if died else None,
        origin,
        tuple(names.split("|")),
    )


@cache
def person(name: str) -> tuple[Known, ...]:
    """Return the well-known people of a name, by which they may go with a title too."""
    every = known_as(name) or known_as(f"Sir {name}")
    return tuple(one for one in every if one.kind == "person")


def is_of_a_state(name: str) -> bool:
    """Tell whether somebody is well known for ruling or fighting for a country."""
    return any(one.what in _OF_A_STATE for one in person(name))


@cache
def people_like(name: str) -> tuple[str, ...]:
    """Return well-known people of the same calling and time, those of the same origin first.

    Who rules or fights for a country is like those of the same one alone. Then the nearest in
    time; empty for one who is not known, or who may be several.
    """
    found = [one for one in known_as(name) if one.kind == "person"]
    if len(found) != 1 or found[0].year is None:
        return ()
    born, pronoun = found[0].year, pronoun_of().get(name.split(maxsplit=1)[0], "he")
    alike = {
        _known(row)
        for told in _known_rows().values()
        for row in told
        if row[0] == "person" and row[1] == found[0].what
    }
    near = sorted(
        (one.origin != found[0].origin, abs(one.year - born), _full_name(one.names))
        for one in alike
        if one.year is not None and abs(one.year - born) <= _CONTEMPORARY
        if (one.died or one.year + LIFETIME) >= born + _MET_BY
    )
    own_alone = found[0].what in _OF_A_STATE
    return tuple(
        other
        for is_foreign, _, other in near
        if not (is_foreign and own_alone)
        if other not in found[0].names
        and pronoun_of().get(other.split(maxsplit=1)[0], "he") == pronoun
    )


def _full_name(names: Sequence[str]) -> str:
    """Return the first name that has a given name too: Albert Einstein."""
    return next((name for name in names if " " in name), names[0])


def is_country(name: str) -> bool:
    """Tell whether a country goes by this name."""
    bare = without_article(name)
    return bare in countries() or any(
        bare in names and names & countries().keys() for names in same_place()
    )


def is_city(name: str) -> bool:
    """Tell whether a well-known city goes by this name."""
    return name in country_of()
