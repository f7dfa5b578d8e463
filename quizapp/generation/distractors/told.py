"""What a text says of each name and noun, looked up by its words so that a book is walked once."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from quizapp.generation.distractors import lengths
from quizapp.language import gazetteer
from quizapp.language.lexicon import listed
from quizapp.language.words import NAMES, Analysis, Kind

_KEPT = "told"
_YEAR = re.compile(r"\b(?:1\d{3}|20\d{2})(?=s?\b)")
_WORD = re.compile(r"\w+")
_PRIME = 40
"""The age at which people mostly do what texts tell of them."""
_SMALL_VERBS = frozenset({"have", "do", "be", "make", "take", "become", "get", "go"})
_MEN = frozenset(
    {"mr", "sir", "lord", "king", "prince", "emperor", "pope", "count", "duke", "father",
     "he", "his", "him", "himself", "husband", "son", "brother", "man", "actor", "priest"}
)  # fmt: skip
_WOMEN = frozenset(
    {"mrs", "ms", "miss", "lady", "queen", "princess", "empress", "countess", "duchess", "mother",
     "she", "her", "herself", "wife", "daughter", "sister", "woman", "actress", "nun", "widow"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person of the text or of the tables."""

    years: list[int]
    """In which they were about; empty where nothing tells."""
    sex: str
    """He or she; empty where neither the name nor what the text calls them tells."""


def of(analysis: Analysis) -> "Told":
    """Return what a text says, gathered once and kept with its analysis."""
    found = vars(analysis).get(_KEPT)
    if not isinstance(found, Told):
        found = vars(analysis)[_KEPT] = Told(analysis)
    return found


class Told:
    """The sentences of a text by their words, its names by kind, and the vectors of its phrases."""

    def __init__(self, analysis: Analysis) -> None:
        """Gather from `analysis` what is asked for, when it is asked for."""
        self._analysis = analysis
        self._vectors: dict[str, NDArray[np.float32]] = {}
        self._articles: dict[str, bool] = {}
        self._people: dict[str, Somebody] = {}

    @cached_property
    def free_share(self) -> float:
        """How often the answer may be the longest where a longer option is at hand."""
        return lengths.free_share(self._analysis)

    @cached_property
    def _numbers(self) -> dict[str, set[int]]:
        """The places of the sentences in which each word stands, written small, and its lemma."""
        found: dict[str, set[int]] = {}
        for place, sentence in enumerate(self._analysis.sentences):
            for word in _WORD.findall(sentence.text.lower()):
                found.setdefault(word, set()).add(place)
            for told in sentence.words:
                found.setdefault(told.lemma, set()).add(place)
        return found

    @cached_property
    def names(self) -> dict[Kind, tuple[str, ...]]:
        """The names of each kind, the oftenest first."""
        kinds = {m.text: m.kind for s in self._analysis.sentences for m in s.mentions}
        ranked = [name for name, _ in self._analysis.mentions_of.most_common()]
        return {
            kind: tuple(n for n in ranked if kinds[n] is kind and self._is_whole(n))
            for kind in NAMES
        }

    def _is_whole(self, name: str) -> bool:
        """Tell whether a name does not only stand before a word that may belong to it."""
        longer = re.compile(rf"{re.escape(name)} [A-Z]")
        sentences = self._analysis.sentences
        return any(not longer.search(sentences[p].text) for p in self.places(name))

    @cached_property
    def verbs(self) -> tuple[frozenset[str], ...]:
        """The verbs of each sentence by their dictionary forms, without those that say little."""
        return tuple(
            frozenset(w.lemma for w in s.words if w.pos == "VERB") - _SMALL_VERBS
            for s in self._analysis.sentences
        )

    def places(self, phrase: str) -> set[int]:
        """Return the places of the sentences that hold all the words of a phrase."""
        words = _WORD.findall(phrase.lower())
        found = [self._numbers.get(word, set()) for word in words]
        return set.intersection(*found) if found else set()

    def places_of_name(self, name: str) -> set[int]:
        """Return the places of the sentences that say a name, or another of the same thing."""
        names = {name} | self._analysis.names_of(name)
        sentences = self._analysis.sentences
        return {
            place
            for told in names
            for place in self.places(told)
            if told in sentences[place].text
        }

    def takes_article(self, name: str) -> bool:
        """Tell whether the text mostly writes "the" before a name."""
        if name not in self._articles:
            said = [self._analysis.sentences[place].text for place in self.places(name)]
            bare = sum(text.count(name) for text in said)
            self._articles[name] = bare < 2 * sum(
                text.lower().count(f"the {name.lower()}") for text in said
            )
        return self._articles[name]

    def years(self, places: Iterable[int]) -> list[int]:
        """Return the years that sentences name."""
        sentences = self._analysis.sentences
        return [
            int(year) for place in places for year in _YEAR.findall(sentences[place].text)
        ]

    @cached_property
    def _all_years(self) -> list[int]:
        return self.years(range(len(self._analysis.sentences)))

    @property
    def spans_ages(self) -> bool:
        """Tell whether the text tells of more than a long life, so that not all could have met."""
        years = self._all_years
        return bool(years) and max(years) - min(years) > gazetteer.LIFETIME

    def somebody(self, name: str) -> Somebody:
        """Return what the text and the tables tell of a person."""
        if name not in self._people:
            self._people[name] = Somebody(self._years_of(name), self._sex_of(name))
        return self._people[name]

    def _years_of(self, name: str) -> list[int]:
        known = gazetteer.person(name)
        if len(known) == 1 and known[0].year is not None:
            return [known[0].year + _PRIME]
        return self.years(self.places_of_name(name))

    def _sex_of(self, name: str) -> str:
        names = [name, *sorted(self._analysis.names_of(name))]
        called = {
            noun for told in names for noun in self._analysis.introduced.get(told, ())
        }
        called |= {word.lower().rstrip(".") for told in names for word in told.split()[:1]}
        found = pronoun(called)
        for told in names:
            if not found and (" " in told or told not in gazetteer.given_names()):
                found = gazetteer.pronoun_of().get(_given(told), "")
        return found

    def likeness(self, phrase: str, others: Sequence[str]) -> list[float]:
        """Return how near in meaning each of `others` is to a phrase, -1 to 1."""
        from quizapp.language.judge import judge

        missing = [text for text in (phrase, *others) if text not in self._vectors]
        if missing:
            unique = list(dict.fromkeys(missing))
            found = judge().vectors(unique)
            self._vectors.update(zip(unique, found, strict=True))
        one = self._vectors[phrase]
        return [float(one @ self._vectors[other]) for other in others]


def pronoun(words: Iterable[str]) -> str:
    """Return he or she, as words written small tell; empty where they tell both or nothing."""
    told = set(words)
    if told & _MEN and not told & _WOMEN:
        return "he"
    return "she" if told & _WOMEN and not told & _MEN else ""


def _given(name: str) -> str:
    words = [w for w in name.split() if w.lower().rstrip(".") not in listed("titles")]
    return words[0] if len(words) > 1 else ""
