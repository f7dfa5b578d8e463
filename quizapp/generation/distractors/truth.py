"""Is an option surely wrong, no part or other name of the right one, and no twin of another."""

from collections.abc import Iterable

from quizapp.generation.asked import Asked
from quizapp.generation.distractors import told
from quizapp.generation.soundness import plain
from quizapp.language import gazetteer, heads, places
from quizapp.language.inflection import stem, without_article
from quizapp.language.lexicon import listed
from quizapp.language.words import NAMES, QUANTITIES, TIMES, Analysis, Kind

BESIDE = 1
"""Sentences away from the question's at which another name may share what is said."""
_ALIKE = 4
"""Letters at least of two words that begin alike and so mean alike: Poland, Polish."""

_SMALL = frozenset(
    {"of", "and", "for", "in", "on", "or", "de", "von", "van", "ii", "iii", "iv"}
)


def is_wrong(analysis: Analysis, asked: Asked, candidate: str) -> bool:
    """Tell whether a candidate is surely false and gives nothing away."""
    wrong, right = plain(candidate), plain(asked.answer)
    if not wrong or wrong == right or _is_nested(asked, candidate):
        return False
    prompt, said = plain(asked.prompt), plain(asked.sentence.text)
    if f" {wrong} " in f" {prompt} " or f" {wrong} " in f" {said} ":
        return False
    if asked.kind in TIMES:
        return not _time_is_near(analysis, asked, candidate)
    if asked.kind in QUANTITIES:
        return True
    if asked.kind is Kind.PERSON and wrong.split()[-1] in f"{prompt} {said}".split():
        return False
    if asked.kind is Kind.TERM and any(
        _akin(one, other)
        for one in wrong.split()
        for other in right.split()
        if one != other
    ):
        return False
    if _echoes(wrong, prompt, right):
        return False
    name, key = without_article(candidate), without_article(asked.answer)
    return not (are_one(analysis, name, key) or _may_be_true(analysis, asked, name, key))


def clashes(
    analysis: Analysis, asked: Asked, candidate: str, chosen: Iterable[str]
) -> bool:
    """Tell whether a candidate means what an option already chosen means, or shares a word.

    The words that are in the answer too tell none from the others: University of Vienna.
    """
    name, words = without_article(candidate), set(plain(candidate).split())
    words -= set(plain(asked.answer).split())
    words = set() if asked.kind in TIMES | QUANTITIES else words
    return any(
        are_one(analysis, name, without_article(other))
        or plain(candidate) == plain(other)
        or words & set(plain(other).split())
        for other in chosen
    )


def are_one(analysis: Analysis, name: str, other: str) -> bool:
    """Tell whether two names are of one thing, or one of a part of the other."""
    return (
        analysis.same_thing(name, other)
        or any({name, other} <= names for names in gazetteer.same_place())
        or places.lies_in(name, other)
        or places.lies_in(other, name)
        or _are_of_one_country(name, other)
        or any(other in known.names for known in gazetteer.known_as(name))
    )


def _are_of_one_country(name: str, other: str) -> bool:
    """Tell whether two countries or peoples are one, or parts of one: the English, the British."""
    one = gazetteer.origin_country(name) or name
    two = gazetteer.origin_country(other) or other
    return (
        (one == two and name not in {other, one})
        or gazetteer.is_part_of_country(one, two)
        or gazetteer.is_part_of_country(two, one)
    )


def _is_nested(asked: Asked, candidate: str) -> bool:
    """Tell whether one of two names may be short for the other, or two times are the same."""
    one, other = set(plain(candidate).split()), set(plain(asked.answer).split())
    if asked.kind in TIMES | QUANTITIES:
        return one == other
    if asked.kind not in NAMES:
        return one <= other or other <= one
    said = _SMALL | listed("titles")
    if heads.head(candidate) == heads.head(asked.answer) and asked.kind is not Kind.PERSON:
        said |= {heads.head(candidate)}
    return bool((one & other) - said) or not one - said or not other - said


def _echoes(wrong: str, prompt: str, right: str) -> bool:
    """Tell whether an option has a word that begins as one of the question does."""
    asked = {stem(word) for word in prompt.split() if len(word) >= _ALIKE}
    asked -= {stem(word) for word in right.split()}
    return any(
        stem(word) in asked
        or (len(word) > _ALIKE and any(_akin(word, other) for other in asked))
        for word in wrong.split()
        if len(word) >= _ALIKE
    )


def _akin(one: str, other: str) -> bool:
    short = min(len(one), len(other))
    return (
        short > _ALIKE and one[: max(_ALIKE, short - 1)] == other[: max(_ALIKE, short - 1)]
    )


def _time_is_near(analysis: Analysis, asked: Asked, candidate: str) -> bool:
    """Tell whether the text gives this time to the same, or to something so like it."""
    text = told.of(analysis)
    sentences = analysis.sentences
    verbs = text.verbs[asked.sentence.number]
    return any(
        candidate in sentences[place].text
        and (abs(place - asked.sentence.number) <= BESIDE or verbs & text.verbs[place])
        for place in text.places(candidate)
    )


def _may_be_true(analysis: Analysis, asked: Asked, name: str, key: str) -> bool:
    """Tell whether the text says something so like the answer of this name that it may be true."""
    text, here = told.of(analysis), asked.sentence.number
    verbs = text.verbs[here]
    if analysis.introduced.get(name, frozenset()) & set(plain(asked.prompt).split()):
        return True  # another friend, where a friend is asked for
    if asked.kind not in NAMES:
        return any(
            place == here or (verbs & text.verbs[place] and place in text.places(key))
            for place in text.places(name)
        )
    return any(
        abs(place - here) <= BESIDE
        or key in analysis.sentences[place].text
        or bool(verbs & text.verbs[place])
        for place in text.places_of_name(name)
    )
