"""Universal Dependencies from the trees of spaCy's own English pipelines.

Those are labelled in the CLEAR style: the preposition heads its noun, be heads what it says of
the subject, each member of a list hangs on the one before. Every step here takes the words of one
sentence and returns which of them get another head and relation. Names of the OntoNotes kinds
become the four that the shipped network knows.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from quizapp.language.words import Word

Links = dict[int, tuple[int, str]]
"""The new head and relation of some words, by their place."""

ONLY_CLEAR = frozenset(
    {"nsubjpass", "auxpass", "dobj", "pobj", "pcomp", "prep", "agent", "attr", "acomp"}
    | {"relcl", "poss", "prt", "dative", "npadvmod", "neg"}
)
"""Relations that no tree of Universal Dependencies has."""
NESTED = 3
"""Prepositions that hang one in another: from 1675 to 1711 or so."""
_RENAMED = {
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "dobj": "obj",
    "dative": "iobj",
    "relcl": "acl:relcl",
    "poss": "nmod:poss",
    "prt": "compound:prt",
    "neg": "advmod",
    "quantmod": "advmod",
    "attr": "xcomp",
    "acomp": "xcomp",
    "oprd": "xcomp",
    "predet": "det",
    "preconj": "cc",
    "intj": "discourse",
    "meta": "dep",
    "nounmod": "nmod",
    "pobj": "obl",
    "pcomp": "obl",
}
_NAMED = {
    "PER": "PERSON",
    "GPE": "LOC",
    "FAC": "LOC",
    "NORP": "MISC",
    "PRODUCT": "MISC",
    "EVENT": "MISC",
    "WORK_OF_ART": "MISC",
    "LAW": "MISC",
    "LANGUAGE": "MISC",
}
_KEPT = frozenset({"PERSON", "ORG", "LOC", "MISC"})
_FIXED = frozenset({"because", "due", "according", "instead", "such"})
_PREPOSITIONS = frozenset({"prep", "agent", "dative"})
_VERBAL = frozenset({"VERB", "AUX", "ADJ", "ADV"})
_NO_PART_OF_A_NAME = frozenset({"DT", "POS", "PRP$"})


def is_clear(words: Iterable[Word]) -> bool:
    """Tell whether a tree is labelled in the CLEAR style."""
    return any(word.relation in ONLY_CLEAR for word in words)


def universal(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words of a sentence in the CLEAR style with their universal heads and relations."""
    told = one_tree(words)
    steps = (_joined, _single_objects, *[_prepositions] * NESTED)
    for step in (*steps, _predicates, _names_of_people, _renamed):
        told = one_tree(_linked(told, step(told)))
    return told


def _linked(words: tuple[Word, ...], links: Links) -> tuple[Word, ...]:
    return tuple(
        replace(word, head=links[place][0], relation=links[place][1])
        if place in links
        else word
        for place, word in enumerate(words)
    )


def _below(words: Sequence[Word], place: int, *relations: str) -> list[int]:
    return [
        child
        for child, word in enumerate(words)
        if word.head == place != child and (not relations or word.relation in relations)
    ]


# lists


def _joined(words: tuple[Word, ...]) -> Links:
    """Hang all members of a list on its first, and what joins them on the one that follows."""
    links: Links = {}
    for place, word in enumerate(words):
        if word.relation == "conj":
            first = word.head
            while words[first].relation == "conj":
                first = words[first].head
            links[place] = (first, "conj")
        elif word.relation == "cc" or word.text in {",", ";"}:
            following = _next_member(words, place)
            if following is not None:
                links[place] = (following, word.relation)
    return links


def _next_member(words: tuple[Word, ...], place: int) -> int | None:
    """Return the member of a list before which "and" or a comma stands."""
    head = words[place].head
    if place < head:
        return None
    for child in _below(words, head):
        if child > place and words[child].relation == "conj":
            return child
        if child > place and words[child].relation not in {"cc", "punct"}:
            return None
    return None


def _single_objects(words: tuple[Word, ...]) -> Links:
    """Take a second object of a verb for the next member of a list: 90 houses, two churches."""
    links: Links = {}
    for place, word in enumerate(words):
        if word.relation == "dobj":
            first = _below(words, word.head, "dobj")[0]
            if first != place:
                links[place] = (first, "conj")
    return links


# prepositions


def _prepositions(words: tuple[Word, ...]) -> Links:
    """Hang a preposition on its noun, and the noun where the preposition hung."""
    links: Links = {}
    for place, word in enumerate(words):
        if not _is_preposition(word) or _is_preposition(words[word.head]):
            continue
        chain, noun = _object(words, place)
        if noun is None:
            if word.relation != "dative":
                links[place] = (word.head, "prt" if word.tag == "RP" else "advmod")
            continue
        links |= _phrase(words, chain, noun)
    return links | _second_prepositions(words, links)


def _is_preposition(word: Word) -> bool:
    return word.relation in _PREPOSITIONS and (
        word.pos in {"ADP", "SCONJ", "PART"} or word.relation != "dative"
    )


def _object(words: tuple[Word, ...], place: int) -> tuple[list[int], int | None]:
    """Return the prepositions that stand together, and the place of what they govern."""
    found = _below(words, place, "pobj")
    small = [p for p in _below(words, place, "pcomp") if words[p].pos in {"ADP", "SCONJ"}]
    if found:
        return [place, *small], found[0]
    for child in _below(words, place, "prep", "conj", "pcomp"):
        if words[child].pos in {"ADP", "SCONJ"}:
            chain, noun = _object(words, child)
            if noun is not None:
                return [place, *chain], noun
    clause = [p for p in _below(words, place, "pcomp") if p not in small]
    return [place], clause[0] if clause else None


def _phrase(words: tuple[Word, ...], chain: list[int], noun: int) -> Links:
    first = words[chain[0]]
    verbal = words[first.head].pos in _VERBAL
    clausal = words[noun].relation == "pcomp" and words[noun].pos in {"VERB", "AUX"}
    if clausal:
        relation = "advcl" if verbal else "acl"
    else:
        relation = "obl" if verbal or first.relation != "prep" else "nmod"
    links: Links = {noun: (first.head, relation)}
    for place in chain:
        links[place] = (noun, "mark" if clausal else "case")
        if place != chain[0] and first.lower in _FIXED:
            links[place] = (chain[0], "fixed")
        if words[place].relation == "conj":
            links[place] = (words[place].head, "conj")
        for child in _below(words, place):
            own = {*chain, noun}
            if child not in own and words[child].relation not in {"conj", "cc"}:
                links[child] = (noun, words[child].relation)
    return links


def _second_prepositions(words: tuple[Word, ...], done: Links) -> Links:
    """Join two phrases by their nouns: in 1990 and in 1995."""
    links: Links = {}
    for place, word in enumerate(words):
        before = done.get(word.head)
        objects = _below(words, place, "pobj")
        if word.relation != "conj" or place in done or not objects or before is None:
            continue
        links[objects[0]] = (before[0], "conj")
        links[place] = (objects[0], "case")
        for joint in _below(words, place, "cc", "punct"):
            links[joint] = (objects[0], words[joint].relation)
    return links


# forms of be


def _predicates(words: tuple[Word, ...]) -> Links:
    """Let what be says of its subject take the place of be."""
    links: Links = {}
    instead: dict[int, int] = {}
    for place, word in enumerate(words):
        if word.lemma != "be" or word.relation in {"aux", "auxpass"}:
            continue
        said = _said(words, place)
        if said is None:
            continue
        if _is_there(words, place):
            if words[said].relation == "attr":
                links[said] = (place, "nsubj")
            continue
        instead[place] = said
    for place, said in instead.items():
        be = words[place]
        links[said] = (said if be.head == place else be.head, be.relation)
        links[place] = (said, "cop")
        links |= {
            child: (said, words[child].relation)
            for child in _below(words, place)
            if child != said
        }
    return {
        place: (instead.get(head, head) if relation != "cop" else head, relation)
        for place, (head, relation) in links.items()
    }


def _said(words: tuple[Word, ...], place: int) -> int | None:
    named = _below(words, place, "attr", "acomp")
    if named:
        return named[-1]
    if _below(words, place, "dobj", "ccomp", "oprd") or not _below(words, place, "nsubj"):
        return None
    aims = _below(words, place, "xcomp")
    where = [p for p in _below(words, place, "obl") if p > place]
    return next(iter([*aims, *where]), None)


def _is_there(words: tuple[Word, ...], place: int) -> bool:
    return any(words[p].tag == "EX" for p in _below(words, place, "expl"))


# names


def _names_of_people(words: tuple[Word, ...]) -> Links:
    """Hang the later words of a person's name on the first, as flat."""
    links: Links = {}
    instead: dict[int, int] = {}
    for place, word in enumerate(words):
        if not word.named.endswith("PERSON") or word.relation == "compound":
            continue
        parts = [
            p for p in _below(words, place, "compound") if words[p].named.endswith("PERSON")
        ]
        if not parts or any(_below(words, part) for part in parts):
            continue
        first = parts[0]
        instead[place] = first
        links[first] = (first if word.head == place else word.head, word.relation)
        links |= dict.fromkeys((*parts[1:], place), (first, "flat"))
        links |= {
            child: (first, words[child].relation)
            for child in _below(words, place)
            if child not in parts
        }
    for place, word in enumerate(words):
        if word.head in instead and place not in links:
            links[place] = (instead[word.head], word.relation)
    return {
        place: (instead.get(head, head) if relation != "flat" else head, relation)
        for place, (head, relation) in links.items()
    }


# the rest


def _renamed(words: tuple[Word, ...]) -> Links:
    """Give each relation its universal name."""
    links: Links = {}
    for place, word in enumerate(words):
        relation = _RENAMED.get(word.relation, word.relation)
        if word.tag == "TO" and relation == "aux":
            relation = "mark"
        if relation in {"npadvmod", "prep", "agent"}:
            relation = "obl" if words[word.head].pos in _VERBAL else "nmod"
        links[place] = (word.head, relation)
        if word.lower == "than" and word.relation == "quantmod" and place:
            links[place - 1] = (word.head, "advmod")
            links[place] = (place - 1, "fixed")
    return links


def with_our_names(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words with the names of the four kinds; times and amounts are no names.

    The article before a name and the ending of its genitive are no part of it.
    """
    found: list[Word] = []
    before = ""
    for word in words:
        begins, _, told = word.named.partition("-")
        kind = _NAMED.get(told, told)
        if kind not in _KEPT or word.tag in _NO_PART_OF_A_NAME:
            kind = ""
        goes_on = begins == "I" and before == kind
        label = f"{'I' if goes_on else 'B'}-{kind}" if kind else ""
        found.append(replace(word, named=label))
        before = kind
    return tuple(found)


def one_tree(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words as one tree: a second root, or a circle, hangs on the first root."""
    root = next((p for p, word in enumerate(words) if word.head == p), 0)
    links: Links = {root: (root, "ROOT")} if words else {}
    sound = {root}
    for place in range(len(words)):
        path: list[int] = []
        here = place
        while here not in sound and here not in path:
            path.append(here)
            here = words[here].head
        if here not in sound:
            links[here] = (root, "parataxis")
        sound.update(path)
    return _linked(tuple(words), links)
