"""Wrong people: the text's own of like sex, time, calling or story, then well-known ones."""

import random
import re

from quizapp.generation.asked import Asked
from quizapp.generation.distractors import told
from quizapp.generation.distractors.told import Told
from quizapp.language import gazetteer, heads, nouns
from quizapp.language.lexicon import listed
from quizapp.language.words import Analysis, Kind

KNOWN = 8
"""Well-known people among whom to draw: of twice as many nearest in time the likest in name."""
_APART = 30
"""Years between what is told of two people who may be taken for each other."""
_GROWN, _AGED = 20, 65
"""Years of age between which somebody well known may have done what is asked."""
_ONE_STORY = 12
"""Sentences within which a text tells of people who may be taken for each other."""
_RELATIONS = frozenset(
    {"friend", "colleague", "father", "mother", "brother", "sister", "son", "daughter", "wife",
     "husband", "nephew", "niece", "uncle", "aunt", "cousin", "child", "parent", "successor",
     "predecessor", "native", "man", "woman", "recipient", "partner", "member"}
)  # fmt: skip
"""What somebody is to another; it makes nobody alike."""
_RULED = re.compile(
    r"\bunder whom\b|\b(?:ruled|governed|reigned|succeeded|crowned|elected|appointed)\b",
    re.IGNORECASE,
)
"""Deeds of which only few of a story may be thought."""
_RULERS = frozenset(
    {"king", "queen", "emperor", "empress", "pope", "prince", "saint", "st"}
)


def near(analysis: Analysis, asked: Asked, rng: random.Random) -> list[str]:
    """Return people who might have been the answer, the likeliest first."""
    text = told.of(analysis)
    own = [name for name in text.names[Kind.PERSON] if _may_stand(analysis, asked, name)]
    rng.shuffle(own)
    alike = _callings(analysis, asked.answer)

    def strangeness(name: str) -> int:
        theirs = _callings(analysis, name)
        if alike & theirs:
            return 0
        return 2 if theirs else 1

    own.sort(key=strangeness)
    return [*own, *(_known(text, asked, rng) if " " in asked.answer else ())]


def _known(text: Told, asked: Asked, rng: random.Random) -> list[str]:
    found = [
        known
        for known in gazetteer.people_like(asked.answer)
        if _is_usual(known) and _was_grown(text, asked, known)
        if _has_form(known, asked.answer) and _fits_sex(text, asked, known)
    ]
    found = found[: 2 * KNOWN]
    near = text.likeness(asked.answer, found)
    ranked = sorted(zip(near, found, strict=True), reverse=True)
    alike = [name for _, name in ranked[:KNOWN]]
    rng.shuffle(alike)
    return alike


def _was_grown(text: Told, asked: Asked, name: str) -> bool:
    """Tell whether somebody well known was grown and alive when the sentence's years were."""
    years = text.years([asked.sentence.number])
    lives = [(one.year, one.died) for one in gazetteer.person(name) if one.year]
    return (
        not years
        or not lives
        or any(
            _GROWN <= year - born <= _AGED and year <= (died or year)
            for year in years
            for born, died in lives
        )
    )


def _is_usual(name: str) -> bool:
    """Tell whether a name is of two or three words and bears no title."""
    words = name.split()
    usual = all(w[0].isupper() and w.isalpha() for w in words) and len(words) in {2, 3}
    return usual and words[0].lower() not in listed("titles")


def _may_stand(analysis: Analysis, asked: Asked, name: str) -> bool:
    text = told.of(analysis)
    return (
        _has_form(name, asked.answer)
        and not is_office(name)
        and name[:1].isupper() == asked.answer[:1].isupper()
        and not analysis.is_topic(name)
        and not any(heads.is_acronym(word) for word in name.split())
        and not _is_out_of_place(analysis, asked.answer, name)
        and _fits_sex(text, asked, name)
        and _fits_time(text, asked, name)
        and _was_grown(text, asked, name)
        and _is_of_the_story(analysis, asked, name)
    )


def _is_of_the_story(analysis: Analysis, asked: Asked, name: str) -> bool:
    """Tell whether somebody has the right one's calling, or is told of near by where anybody may have done it."""
    if _callings(analysis, asked.answer) & _callings(analysis, name):
        return True
    here = asked.sentence.number
    places = told.of(analysis).places_of_name(name)
    is_of_few = _RULED.search(asked.prompt) or gazetteer.is_of_a_state(asked.answer)
    return not is_of_few and any(abs(place - here) <= _ONE_STORY for place in places)


def _is_out_of_place(analysis: Analysis, answer: str, name: str) -> bool:
    """Tell whether only one of two is famous, for something else: a dictator beside a gardener."""
    one, other = _fame(name), _fame(answer)
    if not one or one & other:
        return False
    return not one & _callings(analysis, answer)


def _fame(name: str) -> set[str]:
    """Return what a well-known person is; empty where nobody of the name is known, or several are."""
    return {one.what for one in gazetteer.person(name)} if " " in name else set()


def _has_form(name: str, answer: str) -> bool:
    """Tell whether two names are written alike: with a title or without, in full or not."""
    one, other = name.split(), answer.split()
    if _title(one) != _title(other):
        return False
    full = len(one) - bool(_title(one)) > 1, len(other) - bool(_title(other)) > 1
    return full[0] == full[1] and len(one) <= len(other) + 2 and len(other) <= len(one) + 2


def _title(words: list[str]) -> str:
    first = words[0].lower().rstrip(".")
    if first in {"mr", "mrs", "ms", "miss"}:
        return "mr"
    return first if first in _RULERS else "title" if first in listed("titles") else ""


def is_office(name: str) -> bool:
    """Tell whether a name is only an office that anybody may hold: Lord Mayor."""
    return set(name.lower().split()) <= listed("titles") | listed("people_nouns")


def _fits_sex(text: Told, asked: Asked, name: str) -> bool:
    theirs = text.somebody(name).sex
    cue = told.pronoun(asked.prompt.lower().replace("?", "").split())
    if cue:
        return theirs == cue
    right = text.somebody(asked.answer).sex
    return not (theirs and right and theirs != right)


def _fits_time(text: Told, asked: Asked, name: str) -> bool:
    right = text.years([asked.sentence.number]) or text.somebody(asked.answer).years
    theirs = text.somebody(name).years
    if not right or not theirs:
        return not text.spans_ages
    return min(abs(one - other) for one in right for other in theirs) <= _APART


def _callings(analysis: Analysis, name: str) -> set[str]:
    """Return what the text, or common knowledge, says that somebody is."""
    names = {name} | analysis.names_of(name)
    found = {noun for one in names for noun in analysis.introduced.get(one, ())}
    found |= {known.what for known in gazetteer.known_as(name) if known.kind == "person"}
    return {noun for noun in found - _RELATIONS if nouns.is_person(noun)}
