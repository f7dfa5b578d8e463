"""What a name stands for: the network's guess, weighed with every other sign the text gives.

The network is sure of where a name begins and ends, less so of its kind (`assets/english/README.md`
has the figures). So each kind gathers the weights of its signs over all mentions of the name: the
guess, what the name itself says (`heads`), and what stands beside it (`surroundings`). A kind
without enough weight, or not clearly ahead of the next, is none.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from quizapp.language import aliases, gazetteer, heads, surroundings
from quizapp.language.words import Kind, Mention, Sentence

ENOUGH = 1.5
AHEAD = 0.4
"""How far the best kind must lead the next."""
_SELDOM = 0.1
"""Of a name's mentions: a sign met at fewer of them weighs less."""
_GUESSED = {
    "PERSON": (Kind.PERSON, 1.7),
    "ORG": (Kind.ORGANISATION, 1.4),
    "LOC": (Kind.PLACE, 1.6),
}
"""How much the network's guess weighs where it makes it of every mention."""
_LONE_PERSON = 1.2
"""The guess that a single word is a person: it needs another sign."""
_STEADY = 0.8
"""Of a name's mentions: a guess made of so many of several mentions is its own second sign."""
_SECOND_SIGN = {Kind.PERSON: 0.3, Kind.ORGANISATION: 0.2, Kind.PLACE: 0.2}


def of_names(sentences: Iterable[Sentence]) -> dict[str, Kind]:
    """Return the kind of each name; OTHER_NAME where the signs do not agree."""
    told = list(sentences)
    mentioned: dict[str, list[tuple[Sentence, Mention]]] = defaultdict(list)
    for sentence in told:
        for mention in sentence.mentions:
            if mention.kind is Kind.OTHER_NAME:
                mentioned[mention.text].append((sentence, mention))
    kinds = {name: _of_name(name, found) for name, found in mentioned.items()}
    return _share_kinds(_share_surnames(kinds), told)


def _of_name(name: str, mentioned: list[tuple[Sentence, Mention]]) -> Kind:
    if _is_origin(name, mentioned):
        return Kind.NATIONALITY
    weights: dict[Kind, float] = defaultdict(float)
    for kind, weight in (*_guesses(name, mentioned), *heads.signs(name), *_told(mentioned)):
        weights[kind] += weight
    return _clearest(weights)


def _is_origin(name: str, mentioned: list[tuple[Sentence, Mention]]) -> bool:
    """Tell whether a name is a people's or its adjective, and nobody called Frank or Norman."""
    if name in gazetteer.nationalities():
        return True
    people = sum(
        sentence.words[m.first].named.endswith("PERSON") for sentence, m in mentioned
    )
    return gazetteer.is_origin(name) and people * 2 < len(mentioned)


def _clearest(weights: dict[Kind, float]) -> Kind:
    ranked = sorted(weights.items(), key=lambda told: -told[1])
    if not ranked or ranked[0][1] < ENOUGH:
        return Kind.OTHER_NAME
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    return ranked[0][0] if ranked[0][1] - second >= AHEAD else Kind.OTHER_NAME


def _guesses(
    name: str, mentioned: list[tuple[Sentence, Mention]]
) -> Iterator[tuple[Kind, float]]:
    votes = Counter(sentence.words[m.first].named[2:] for sentence, m in mentioned)
    for guess, (kind, weight) in _GUESSED.items():
        lone = kind is Kind.PERSON and " " not in name
        share = votes[guess] / len(mentioned)
        yield kind, (_LONE_PERSON if lone else weight) * share
        if share >= _STEADY and len(mentioned) > (2 if lone else 1):
            yield kind, _SECOND_SIGN[kind]


def _told(mentioned: list[tuple[Sentence, Mention]]) -> Iterator[tuple[Kind, float]]:
    """Yield what stands beside a name, each sort of sign once."""
    seen = Counter(
        sign for sentence, m in mentioned for sign in set(surroundings.signs(sentence, m))
    )
    for (_, kind, weight), count in seen.items():
        yield kind, weight * min(1.0, count / max(1.0, _SELDOM * len(mentioned)))


def _share_surnames(kinds: dict[str, Kind]) -> dict[str, Kind]:
    """Take a single name for a person where it is the last part of a person's full name."""
    surnames = {
        name.split()[-1]
        for name, kind in kinds.items()
        if kind is Kind.PERSON and " " in name
    }
    return {
        name: Kind.PERSON if name in surnames and kind is Kind.OTHER_NAME else kind
        for name, kind in kinds.items()
    }


def _share_kinds(kinds: dict[str, Kind], sentences: list[Sentence]) -> dict[str, Kind]:
    """Give a name without a kind that of its short form, and the other way round."""
    shared = dict(kinds)
    for sentence in sentences:
        for one, other in (*aliases.short_forms(sentence), *aliases.other_names(sentence)):
            for name, same in ((one.text, other.text), (other.text, one.text)):
                if kinds.get(name) is Kind.OTHER_NAME:
                    shared[name] = kinds.get(same, Kind.OTHER_NAME)
    return shared
