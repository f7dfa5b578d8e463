"""Wrong people, places and other names: the article's own first, then well-known ones."""

import random
from collections import Counter

from quizapp.language import gazetteer
from quizapp.language.lexicon import listed
from quizapp.language.words import Analysis, Kind


def of_kind(analysis: Analysis, answer: str, kind: Kind, rng: random.Random) -> list[str]:
    """Return names of the same kind, those of the article first, in a drawn order."""
    own = _from_article(analysis, answer, kind)
    rng.shuffle(own)
    if kind is Kind.ORGANISATION or (kind is Kind.PLACE and not _level(answer)):
        return [name for name in own if _sort(name) and _sort(name) == _sort(answer)]
    known = _known(answer, kind)
    rng.shuffle(known)
    return [*own, *known]


def _sort(name: str) -> str:
    """Return the sort of thing a name itself tells: by its last word, or that it is letters."""
    last = name.rsplit(maxsplit=1)[-1].lower()
    if name.isupper():
        return "letters"
    return last if last in listed("organisation_words") | listed("place_words") else ""


def _from_article(analysis: Analysis, answer: str, kind: Kind) -> list[str]:
    counted = Counter(
        m.text for s in analysis.sentences for m in s.mentions if m.kind is kind
    )
    return [
        name
        for name in counted
        if _level(name) == _level(answer)
        and not _is_office(name)
        and not (kind is Kind.PERSON and len(name.split()) != len(answer.split()))
    ]


def _is_office(name: str) -> bool:
    """Tell whether a name is only an office that anybody may hold: Lord Mayor."""
    return set(name.lower().split()) <= listed("titles") | listed("people_nouns")


def _level(name: str) -> str:
    """Return what sort of place a name is; the last word for those that have a type in them."""
    if gazetteer.is_country(name):
        return "country"
    if gazetteer.is_city(name):
        return "city"
    return ""


def _known(answer: str, kind: Kind) -> list[str]:
    if kind is Kind.PERSON:
        return _people(answer)
    if kind is Kind.NATIONALITY:
        return _neighbours(answer)
    if gazetteer.is_country(answer):
        region = gazetteer.countries().get(answer)
        return [c for c, r in gazetteer.countries().items() if region in {r, None}]
    if gazetteer.is_city(answer):
        return _cities(answer)
    return []


def _people(answer: str) -> list[str]:
    """Return people as well known as the answer, of its field; nobody for one who is not."""
    known = {name: (pronoun, field) for pronoun, field, name in gazetteer.people()}
    return [name for name in known if known[name] == known.get(answer)]


def _neighbours(answer: str) -> list[str]:
    region = gazetteer.countries().get(gazetteer.origin_country(answer))
    return [
        adjective
        for adjective, country in gazetteer.nationalities().items()
        if gazetteer.countries()[country] == region
    ]


def _cities(answer: str) -> list[str]:
    country = gazetteer.country_of()[answer]
    region = gazetteer.countries().get(country)
    near = [
        city
        for city, its_country in gazetteer.country_of().items()
        if gazetteer.countries().get(its_country) == region
    ]
    same = [city for city in near if gazetteer.country_of()[city] == country]
    return same if len(same) > 6 else near
