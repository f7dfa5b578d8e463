"""Wrong places, organisations, events, works and peoples: the text's own, then well-known ones."""

import random
import re
from collections import Counter
from collections.abc import Callable, Sequence

from quizapp.generation.asked import Asked
from quizapp.generation.distractors import told
from quizapp.generation.distractors.told import Told
from quizapp.language import gazetteer, heads, nouns, places
from quizapp.language.inflection import without_article
from quizapp.language.places import Level
from quizapp.language.words import Analysis, Kind

NEAREST = 9
"""Of those in the tables, so many nearest ones from which to draw."""
ALIKE = 0.25
"""Nearness in meaning, from which two names of a text may be of one sort."""
SIZED = 30
"""Of the cities of a country, so many of like size."""
MODERN = 1950
"""The year from which a country's neighbours and size are mostly those of the tables."""
HERE, HOME = 0.15, 0.2
"""Of a text's places, so many at least lie in the part of the world, or the country, it is about."""
_BARE_LEVELS = frozenset({Level.COUNTRY, Level.CITY, Level.STATE})
"""Of places of these sorts the tables know the others."""
_BC = re.compile(r"\bBCE?\b")
"""Of such times the tables know no places."""
_INTO_COUNTRY = re.compile(
    r"\b(?:in|into|to|from|through|across) (?:which|what) country\b|\bwhere\b",
    re.IGNORECASE,
)
"""Of what happens in a country; for what countries do and are, few others come into question."""
_OFF_SHORE = re.compile(r"\b(?:off|coast of) (?:which|what)\b")
"""Many places have no sea."""
_WITH_ARTICLE = frozenset(
    {"United States", "United Kingdom", "Netherlands", "Philippines", "Bahamas", "Maldives",
     "Gambia", "Czech Republic", "Dominican Republic", "Central African Republic", "Soviet Union",
     "United Arab Emirates", "Democratic Republic of the Congo", "Faroe Islands",
     "Falkland Islands", "Solomon Islands", "Marshall Islands", "Seychelles", "Comoros"}
)  # fmt: skip


def near(analysis: Analysis, asked: Asked, rng: random.Random) -> list[str]:
    """Return names of the answer's sort and form, the likeliest first."""
    name = without_article(asked.answer)
    article = asked.answer[: len(asked.answer) - len(name)]
    if gazetteer.is_origin(name):
        return _peoples(analysis, article, name, rng)
    if asked.kind is Kind.PLACE and not _may_be_elsewhere(asked, name):
        return []
    if asked.kind is Kind.PLACE and places.level(name) in _BARE_LEVELS:
        years = told.of(analysis).years([asked.sentence.number])
        ancient = bool(_BC.search(asked.sentence.text))
        past = ancient or (bool(years) and max(years) < MODERN)
        found = _places(analysis, name, rng, past=past)
        return [
            _with_article(other, asked.answer)
            for other in found
            if not (years and gazetteer.is_younger(other, max(years)))
        ]
    own = _own(analysis, name, asked.kind)
    rng.shuffle(own)
    own.sort(key=lambda other: heads.head(other) != heads.head(name))
    own = [
        other for other in own if told.of(analysis).takes_article(other) == bool(article)
    ]
    found = [*own, *_kin(name, rng)]
    return [
        f"{article}{other}" for other in found if _is_of_the_kind_asked(asked, name, other)
    ]


def _may_be_elsewhere(asked: Asked, name: str) -> bool:
    """Tell whether what is told of a place could be so of others of its sort."""
    level = places.level(name)
    if level in {Level.REGION, Level.CONTINENT}:
        return False  # regions overlap: the Middle East, the Sinai; continents are plain to see
    if _OFF_SHORE.search(asked.prompt):
        return False
    return level is not Level.COUNTRY or bool(_INTO_COUNTRY.search(asked.prompt))


def _is_of_the_kind_asked(asked: Asked, name: str, other: str) -> bool:
    """Tell whether a name says it is what the question asks for, if it names the kind: which garden."""
    asks = re.search(rf"\bwhich {heads.head(name) or '$'}\b", asked.prompt, re.IGNORECASE)
    return not asks or heads.head(name) == heads.head(other)


def _with_article(name: str, answer: str) -> str:
    if name not in _WITH_ARTICLE:
        return name
    return (
        f"The {name}" if answer[0].isupper() and answer.startswith("The") else f"the {name}"
    )


def _places(analysis: Analysis, name: str, rng: random.Random, *, past: bool) -> list[str]:
    """Return places of one sort that neither hold each other nor are one.

    Of the past the tables know too little: who fought there, what lay in which country.
    """
    level = places.level(name)
    text = told.of(analysis)
    own = [
        other
        for other in text.names[Kind.PLACE]
        if places.level(other) is level
        and _is_listed(other, name, level)
        and (
            _country(other) == _country(name)
            or (
                (_region(other) == _region(name) or level is not Level.CITY)
                and not (past and level is Level.CITY)
                and len(text.places_of_name(other)) > 1
            )
        )
    ]
    rng.shuffle(own)
    listed = () if past else _known_places(analysis, name, level)
    known = _likest(text, name, listed)
    return [*own, *_drawn_nearest(known, rng)]


def _drawn_nearest(ranked: Sequence[str], rng: random.Random) -> list[str]:
    """Return the nearest in an order drawn, then some farther ones."""
    near, farther = list(ranked[:NEAREST]), list(ranked[NEAREST : 3 * NEAREST])
    rng.shuffle(near)
    rng.shuffle(farther)
    return [*near, *farther]


def _likest(text: Told, name: str, others: Sequence[str]) -> list[str]:
    """Return names in the order of their nearness in meaning."""
    near = text.likeness(name, others) if others else []
    return [
        other
        for _, other in sorted(
            zip(near, others, strict=True), key=lambda pair: (-pair[0], pair[1])
        )
    ]


def _share(analysis: Analysis, name: str, where: Callable[[str], str]) -> float | None:
    """Return how often, of all other places, the text tells of those where one lies; None of none."""
    found: Counter[str] = Counter()
    for other in told.of(analysis).names[Kind.PLACE]:
        if where(other) and other != name:
            found[where(other)] += analysis.mentions_of[other]
    return found[where(name)] / found.total() if found else None


def _country(name: str) -> str:
    city = gazetteer.cities().get(name)
    return city.country if city is not None else gazetteer.full_country(name)


def _region(name: str) -> str:
    """Return the part of the world a place lies in; empty where the tables do not know it."""
    return gazetteer.countries().get(_country(name), "")


def _is_listed(name: str, like: str, level: Level | None) -> bool:
    """Tell whether the tables, and not only its words, say what a place is; as well known as another."""
    if level is Level.COUNTRY:
        return gazetteer.is_country(name)
    if level is not Level.CITY:
        return True
    return gazetteer.is_city(name) or (
        name in gazetteer.cities() and not gazetteer.is_city(like)
    )


def _known_places(analysis: Analysis, name: str, level: Level | None) -> Sequence[str]:
    if level is Level.CITY:
        return _known_cities(analysis, name)
    if level is Level.COUNTRY:
        alike = () if gazetteer.is_gone(name) else gazetteer.countries_like(name)
        return alike[: max(NEAREST, len(alike) // 2)]
    return sorted(gazetteer.states()) if name in gazetteer.states() else ()


def _known_cities(analysis: Analysis, name: str) -> Sequence[str]:
    """Return cities like one: of its country where the text is at home there, else capitals.

    None for a city that is hardly the one of the tables, as the text names no other place near it,
    or, where few have heard of it, none of its country.
    """
    region, country = _share(analysis, name, _region), _share(analysis, name, _country)
    if region is not None and region < HERE:
        return ()
    if country is not None and not country and not gazetteer.is_city(name):
        return ()
    capitals = gazetteer.capitals_like(name)
    if capitals and (country is None or country < HOME):
        return capitals
    return gazetteer.cities_like(name)[:SIZED]


def _own(analysis: Analysis, name: str, kind: Kind) -> list[str]:
    """Return the text's names of the same kind whose head, or what they are called, is the same."""
    text = told.of(analysis)
    found = [
        other
        for other in text.names[kind]
        if other != name and _is_alike(analysis, name, other)
    ]
    if not found or heads.head(name):
        return found
    near = text.likeness(name, found)
    return [other for other, likeness in zip(found, near, strict=True) if likeness >= ALIKE]


def _is_alike(analysis: Analysis, name: str, other: str) -> bool:
    called, theirs = (analysis.introduced.get(one, frozenset()) for one in (name, other))
    shared = called & theirs
    if heads.is_acronym(name) or heads.is_acronym(other):
        both = heads.is_acronym(name) and heads.is_acronym(other)
        return both and bool(shared)
    one, two = sort(name), sort(other)
    if one or two:
        return one == two
    return bool(shared) and abs(len(name.split()) - len(other.split())) <= 1


def sort(name: str) -> str:
    """Return the noun by which a name says what it is; empty where it is no noun."""
    level = places.level(name)
    head = heads.head(name)
    if level is not None and level not in _BARE_LEVELS:
        return str(level)
    return head if nouns.ranked(head) else ""


def _kin(name: str, rng: random.Random) -> list[str]:
    if heads.is_acronym(name):
        return []
    found = [
        other for other in nouns.kin(name) if other[:1].isupper() == name[:1].isupper()
    ]
    near = found[:NEAREST]
    rng.shuffle(near)
    return near


def _peoples(analysis: Analysis, article: str, name: str, rng: random.Random) -> list[str]:
    """Return other origins in the same form, or languages where one is asked for."""
    if not article and not gazetteer.is_several(name):
        return _kin(name, rng) if "Arabic" in nouns.kin(name) else []
    own = [
        other
        for other in told.of(analysis).names[Kind.NATIONALITY]
        if gazetteer.is_several(other) == gazetteer.is_several(name)
        and gazetteer.origin_sort(other) == gazetteer.origin_sort(name)
    ]
    rng.shuffle(own)
    text = told.of(analysis)
    share = _share(analysis, gazetteer.origin_country(name), _region)
    alike = () if share is not None and share < HERE else gazetteer.origins_like(name)
    known = _drawn_nearest(_likest(text, name, alike), rng)
    lone = not known and not {"Arabic", "Muslim", "Muslims"} & {name, *nouns.kin(name)}
    kin = _kin(name, rng) if lone else []
    together = bool(article) and not gazetteer.is_several(name)
    return [
        f"{article}{other}"
        for other in (*own, *known, *kin)
        if not together or gazetteer.origin_form(other) == "together"
    ]
