"""Which words of a sentence can stand as an answer by themselves."""

from collections.abc import Sequence

from quizapp.generation import phrases
from quizapp.language import clauses, nouns
from quizapp.language.lexicon import listed
from quizapp.language.words import Kind, Sentence

LONGEST_ANSWER = 10
"""Words."""


def noun_phrase(
    sentence: Sentence, head: int, places: Sequence[int]
) -> tuple[int, int] | None:
    """Return the reach of a noun with what belongs to it, half-open; None where it is broken up."""
    case = clauses.preposition(sentence, head)
    inner = [p for p in phrases.core(sentence, places) if p not in case]
    relative = {
        p for child in sentence.children(head, "acl:relcl") for p in sentence.subtree(child)
    }
    return unbroken(sentence, [p for p in inner if p not in relative], head)


def named_aside(sentence: Sentence, head: int) -> tuple[int, int] | None:
    """Return the reach of the person whom a comma names behind a noun: the keeper, Thomas Pryce."""
    if not nouns.is_person(sentence.words[head].lemma):
        return None
    for child in sentence.children(head, "appos"):
        name = sentence.mention_at(child)
        if name is not None and name.kind is Kind.PERSON and not name.covers(head):
            return name.first, name.last
    return None


def unbroken(
    sentence: Sentence, places: Sequence[int], head: int
) -> tuple[int, int] | None:
    """Return the stretch of neighbouring places that holds the head."""
    kept = phrases.trim(sentence, places)
    if head not in kept:
        return None
    first = last = head
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    while last > first and sentence.words[last].text in {",", ";", "(", "and", "or"}:
        last -= 1
    return first, last + 1


def may_answer(sentence: Sentence, head: int, reach: tuple[int, int]) -> bool:
    """Tell whether a noun phrase can stand as an answer by itself."""
    word = sentence.words[head]
    if word.pos not in {"NOUN", "PROPN"} or reach[1] - reach[0] > LONGEST_ANSWER:
        return False
    if word.lemma in listed("empty_heads") and sentence.mention_at(head) is None:
        return False
    if word.lemma in listed("judging_nouns") or phrases.bare_definite(sentence, head):
        return False
    if points(sentence, reach):
        return False
    return _is_whole(sentence, head, reach)


def _is_whole(sentence: Sentence, head: int, reach: tuple[int, int]) -> bool:
    """Tell whether a phrase has all its words: its list, its name, nothing of its neighbours."""
    words = sentence.words
    inside = words[reach[0] : reach[1]]
    if not all(reach[0] <= c < reach[1] for c in sentence.children(head, "conj")):
        return False
    if inside[0].pos in {"ADP", "ADV"} or any(
        w.tag in {"VBD", "VBZ", "VBP", "MD"} for w in inside
    ):
        return False
    if any(words[place].head >= reach[1] for place in range(*reach) if place != head):
        return False  # half a name: a word of it belongs to one behind
    before = reach[0] - 1
    titled = before >= 0 and words[before].tag == "NN" and inside[0].pos == "PROPN"
    if titled and (reach[0] <= words[before].head < reach[1] or words[head].head == before):
        return False
    return reach[1] == len(words) or words[reach[1]].pos != "PROPN"


def points(sentence: Sentence, reach: tuple[int, int]) -> bool:
    """Tell whether an answer needs words outside it: its, this, such."""
    words = sentence.words[reach[0] : reach[1]]
    if words[0].lower in listed("pointing_words") or any(
        w.tag in {"PRP", "PRP$"} for w in words
    ):
        return True
    if words[0].tag in {"WP$", "WP", "WDT"} or any("[" in w.text for w in words):
        return True
    quotes = sum(w.text in {'"', "“", "”"} for w in words)
    return quotes % 2 == 1 or sum(w.text == "(" for w in words) != sum(
        w.text == ")" for w in words
    )


def kind_at(sentence: Sentence, head: int) -> Kind:
    """Return the kind of the name or amount a word belongs to, else a term."""
    mention = sentence.mention_at(head)
    return mention.kind if mention is not None else Kind.TERM
