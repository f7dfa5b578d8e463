"""Forms of English words: lemmas and inflections, by lemminflect."""

import re
from functools import cache

_INFLECTED = frozenset(
    {"NNS", "NNPS", "VBZ", "VBD", "VBN", "VBG", "JJR", "JJS", "RBR", "RBS"}
)
"""Tags of forms that are not the dictionary's; lemminflect would shorten the others too."""
_READ = frozenset({"NOUN", "VERB", "AUX", "ADJ", "ADV"})
_BE = frozenset(
    {"am", "is", "are", "was", "were", "be", "been", "being", "'s", "’s", "'re", "’re"}
    | {"'m", "’m"}
)
_HAVE = frozenset({"has", "had", "have", "having", "'ve", "’ve"})
_CLIPPED = {"ca": "can", "wo": "will", "sha": "shall", "'ll": "will", "’ll": "will"}
_READ_OTHERWISE = {
    "found": "find",
    "saw": "see",
    "left": "leave",
    "felt": "feel",
    "lay": "lie",
}
_WHOLE = frozenset({"more", "most", "least", "troops", "goods", "media"})
"""Words that lemminflect would shorten, and dictionaries do not."""


@cache
def lemma(word: str, tag: str, pos: str) -> str:
    """Return the dictionary form of a word with this Penn tag and universal part of speech."""
    lower = word.lower()
    if pos in {"VERB", "AUX"} and lower in _BE:
        return "be"
    if pos == "AUX" and lower in _HAVE:
        return "have"
    if tag == "MD":
        return _CLIPPED.get(lower, lower)
    if pos in {"VERB", "AUX"} and tag in {"VBD", "VBN"} and lower in _READ_OTHERWISE:
        return _READ_OTHERWISE[lower]
    if tag not in _INFLECTED or pos not in _READ or lower in _WHOLE or not word.isalpha():
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
    from lemminflect import getInflection, getLemma

    plain = getLemma(base, upos="VERB")  # a verb that was taken for a noun: comprises
    found = getInflection(str(plain[0]) if plain else base, tag="VBZ")
    return str(found[0]) if found else base


@cache
def past(base: str) -> str:
    """Return the simple past of a verb."""
    from lemminflect import getInflection

    found = getInflection(base, tag="VBD")
    return str(found[0]) if found else base
