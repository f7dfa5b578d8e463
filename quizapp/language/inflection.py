"""Forms of English words: lemmas and inflections, by lemminflect."""

import re
from functools import cache

_INFLECTED = frozenset({"NOUN", "VERB", "AUX", "ADJ", "ADV"})
_BE = frozenset(
    {"am", "is", "are", "was", "were", "be", "been", "being", "'s", "’s", "'re", "’re"}
)
_HAVE = frozenset({"has", "had", "have", "having", "'ve", "’ve"})
_READ_OTHERWISE = {
    "found": "find",
    "saw": "see",
    "left": "leave",
    "felt": "feel",
    "lay": "lie",
}


@cache
def lemma(word: str, tag: str, pos: str) -> str:
    """Return the dictionary form of a word with this Penn tag and universal part of speech."""
    lower = word.lower()
    if pos == "AUX" and lower in _BE:
        return "be"
    if pos == "AUX" and lower in _HAVE:
        return "have"
    if pos in {"VERB", "AUX"} and tag in {"VBD", "VBN"} and lower in _READ_OTHERWISE:
        return _READ_OTHERWISE[lower]
    if pos not in _INFLECTED or not word.isalpha():
        return lower
    from lemminflect import getLemma

    found = getLemma(lower, upos=pos)
    return str(found[0]) if found else lower


def without_article(name: str) -> str:
    """Return the name without its "the"."""
    return name.removeprefix("the ").removeprefix("The ")


def stem(word: str) -> str:
    """Return a lower-case word without its endings: enough to count it with its other forms."""
    return re.sub(r"(?:ies|es|s|ed|ing)$", "", word) if len(word) > 4 else word


@cache
def base_form(word: str, tag: str) -> str:
    """Return a finite verb as it stands after do, does, did."""
    return lemma(word, tag, "VERB")


@cache
def third_person(base: str) -> str:
    """Return the form that follows he, she, it."""
    from lemminflect import getInflection

    found = getInflection(base, tag="VBZ")
    return str(found[0]) if found else base


@cache
def past(base: str) -> str:
    """Return the simple past of a verb."""
    from lemminflect import getInflection

    found = getInflection(base, tag="VBD")
    return str(found[0]) if found else base
