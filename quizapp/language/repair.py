"""Mend what the parser is known to get wrong."""

from collections.abc import Sequence
from dataclasses import replace

from quizapp.language.words import Word

_PHRASES = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "xcomp", "dep"})


def mended(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words with names on their nouns, and joined verbs in one tense."""
    return tuple(_mended(words, place) for place in range(len(words)))


def _mended(words: Sequence[Word], place: int) -> Word:
    word = words[place]
    if place and _belongs_to_noun(words, place):
        return replace(word, head=place - 1, relation="flat")
    if word.tag == "VBN" and _goes_on_in_the_past(words, place):
        return replace(word, tag="VBD")
    return word


def _goes_on_in_the_past(words: Sequence[Word], place: int) -> bool:
    """Tell whether a verb read as a participle is the second past tense: drew and trained."""
    word = words[place]
    helped = any(
        w.head in {place, word.head} and w.relation.startswith("aux") for w in words
    )
    return word.relation == "conj" and words[word.head].tag == "VBD" and not helped


def _belongs_to_noun(words: Sequence[Word], place: int) -> bool:
    """Tell whether a name stands beside the noun it names: the steamer Caledonia."""
    name, noun = words[place], words[place - 1]
    if name.pos != "PROPN" or noun.tag not in {"NN", "NNP"} or not noun.text[0].isalpha():
        return False
    siblings = name.head == noun.head and name.relation in _PHRASES
    led = any(w.head == place and w.relation in {"case", "det"} for w in words[:place])
    alike = noun.pos == "NOUN" or noun.relation == name.relation
    return siblings and alike and noun.relation in _PHRASES and not led
