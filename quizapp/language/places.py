"""What sort of place a name is, by the tables and by the name's own words."""

import re
from enum import StrEnum
from functools import cache

from quizapp.language import gazetteer, heads
from quizapp.language.inflection import without_article


class Level(StrEnum):
    """A sort of place: names of one sort can be wrong options for each other."""

    CONTINENT = "continent"
    COUNTRY = "country"
    STATE = "state"
    """A part of a country with a government of its own: Ohio, Bavaria, a province."""
    REGION = "region"
    CITY = "city"
    DISTRICT = "district"
    RIVER = "river"
    LAKE = "lake"
    SEA = "sea"
    ISLAND = "island"
    MOUNTAIN = "mountain"
    DESERT = "desert"
    STREET = "street"
    SQUARE = "square"
    PARK = "park"
    BRIDGE = "bridge"
    CAMP = "camp"
    CHURCH = "church"
    PALACE = "palace"
    MUSEUM = "museum"
    BUILDING = "building"
    PLANET = "planet"


_BY_WORD = {
    Level.RIVER: "river creek brook stream canal falls",
    Level.LAKE: "lake loch reservoir lagoon lakes",
    Level.SEA: "sea ocean bay gulf strait channel sound",
    Level.ISLAND: "island islands isle isles archipelago atoll",
    Level.MOUNTAIN: "mount mountain mountains hill hills peak ridge range volcano alps",
    Level.DESERT: "desert",
    Level.STREET: "street avenue road lane boulevard drive highway rue way ave st",
    Level.SQUARE: "square plaza piazza market platz",
    Level.PARK: "park garden gardens forest wood woods reserve zoo",
    Level.BRIDGE: "bridge",
    Level.CAMP: "camp",
    Level.CHURCH: "church cathedral chapel abbey mosque synagogue temple basilica monastery priory shrine",
    Level.PALACE: "palace castle fort fortress citadel",
    Level.MUSEUM: "museum gallery",
    Level.BUILDING: "building house hall tower hotel theatre theater stadium library hospital station"
    " airport prison observatory arena lighthouse mill opera inn centre center manor villa",
    Level.DISTRICT: "district borough ghetto quarter suburb parish",
    Level.STATE: "province county prefecture oblast voivodeship canton territory",
    Level.COUNTRY: "kingdom republic empire",
    Level.REGION: "duchy principality valley plain plateau peninsula coast basin lowlands highlands",
    Level.CITY: "city town village",
}
_LEVELS = {word: level for level, words in _BY_WORD.items() for word in words.split()}
_BY_KNOWN = {
    "continent": Level.CONTINENT,
    "country": Level.COUNTRY,
    "region": Level.REGION,
    "city": Level.CITY,
    "river": Level.RIVER,
    "lake": Level.LAKE,
    "sea": Level.SEA,
    "island": Level.ISLAND,
    "mountain": Level.MOUNTAIN,
    "desert": Level.DESERT,
    "building": Level.BUILDING,
    "park": Level.PARK,
    "celestial": Level.PLANET,
}
_OF_WHAT = {
    "planet": Level.PLANET,
    "state": Level.STATE,
    "province": Level.STATE,
    "bridge": Level.BRIDGE,
}


@cache
def level(name: str) -> Level | None:
    """Return what sort of place a name is; None where nothing tells."""
    bare = without_article(name)
    if bare in gazetteer.continents():
        return Level.CONTINENT
    if gazetteer.is_country(bare):
        return Level.COUNTRY
    if gazetteer.is_city(bare):
        return Level.CITY
    if bare in gazetteer.states():
        return Level.STATE
    return _by_words(bare) or _by_known(bare)


def _by_words(name: str) -> Level | None:
    """Return what the name's head or its first word says: River Thames, Lake Arda, Saxon Garden."""
    head = heads.head(name)
    if not head:
        return None
    return _LEVELS.get(head) or _LEVELS.get(re.split(r"[ -]", name)[0].lower())


def _by_known(name: str) -> Level | None:
    for one in gazetteer.known_as(name):
        found = next((lv for what, lv in _OF_WHAT.items() if one.what.endswith(what)), None)
        if found is not None or one.kind in _BY_KNOWN:
            return found or _BY_KNOWN[one.kind]
    return Level.CITY if name in gazetteer.cities() else None


def lies_in(inner: str, outer: str) -> bool:
    """Tell whether the tables know that one place lies in another, or is its capital."""
    city = gazetteer.cities().get(inner)
    country = city.country if city is not None else inner
    return outer in {country, gazetteer.countries().get(country, "")} - {inner}
