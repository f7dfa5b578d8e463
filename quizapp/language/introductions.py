"""What a text says its names are: X is a probe; X, a town in …; the steamer X."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from quizapp.language.words import NAMES, Kind, Mention, Sentence


def of(sentences: Iterable[Sentence]) -> dict[str, frozenset[str]]:
    """Return the nouns by which a text introduces each of its names, as dictionary forms."""
    found: dict[str, set[str]] = defaultdict(set)
    for sentence in sentences:
        for name, noun in _introduced(sentence):
            found[name.text].add(noun)
    return {name: frozenset(told) for name, told in found.items()}


def _introduced(sentence: Sentence) -> Iterator[tuple[Mention, str]]:
    for place, word in enumerate(sentence.words):
        if word.pos != "NOUN":
            continue
        for name in _names_of(sentence, place):
            if name.kind in NAMES and name.kind is not Kind.NATIONALITY:
                yield name, word.lemma


def _names_of(sentence: Sentence, place: int) -> Iterator[Mention]:
    """Yield the names that a noun says the nature of."""
    word = sentence.words[place]
    beside = [place + 1, *sentence.children(place, "appos", "flat")]
    if sentence.children(place, "cop"):
        beside = [*sentence.children(place, "nsubj")]
    if word.relation in {"appos", "compound"}:
        beside.append(word.head)
    if word.relation == "conj" and sentence.children(word.head, "cop"):
        beside = [*sentence.children(word.head, "nsubj")]
    for other in beside:
        name = sentence.mention_at(other) if other < len(sentence.words) else None
        if name is None or name.covers(place):
            continue
        if other == place + 1 and not _stands_before(sentence, place, name):
            continue
        if word.relation == "compound" and name.first != place + 1:
            continue
        yield name


def _stands_before(sentence: Sentence, place: int, name: Mention) -> bool:
    """Tell whether a noun stands before a name as its title: the steamer Caledonia."""
    word, head = sentence.words[place], sentence.words[name.first]
    joined = word.relation == "compound" and name.covers(word.head)
    named = head.head == place and head.relation in {"flat", "appos", "compound"}
    return joined or named
