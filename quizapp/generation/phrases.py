"""Words of a sentence said again so that they stand without it: who is meant is named."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from quizapp.language import nouns
from quizapp.language.lexicon import listed
from quizapp.language.words import NAMES, Analysis, Kind, Sentence, Word

_PERSONAL = frozenset("he she him her it they them i you we us me".split())  # noqa: SIM905 - a list of words
_OWNING = frozenset("his her its their".split())  # noqa: SIM905 - a list of words
_POINTING = frozenset(
    [
        "this",
        "that",
        "these",
        "those",
        "such",
        "another",
        "former",
        "latter",
        "other",
        "others",
        "same",
        "respective",
        "it",
        "our",
        "my",
        "your",
        "next",
        "previous",
        "above",
        "following",
    ]
)
_MEMORY = 4
"""Sentences back to which "the fire" still points."""


class Unclear(Exception):
    """The words cannot be understood outside their sentence."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Says words of one sentence; remembers who is the subject of what is being said."""

    analysis: Analysis
    sentence: Sentence
    subject: int | None = None
    """Place of the subject's head, which "its" and "his" may point to."""
    bracketed: bool = False
    """Write the names put in for other words in brackets, as gaps do."""

    def say(self, places: Iterable[int]) -> str:
        """Return the words at `places`, in order; raises Unclear."""
        kept = trim(self.sentence, self._without_strays(places))
        if not kept:
            return ""
        pieces = [(place, self._word(place, kept)) for place in kept]
        return joined(self.sentence, [(p, text) for p, text in pieces if text])

    def _without_strays(self, places: Iterable[int]) -> list[int]:
        return [place for place in places if not _is_connective(self.sentence, place)]

    def _word(self, place: int, kept: Sequence[int]) -> str:
        word = self.sentence.words[place]
        if word.lower in _PERSONAL | _OWNING and word.tag in {"PRP", "PRP$"}:
            return self._pronoun(place, kept)
        if word.tag in {"WP", "WDT", "WP$", "WRB"} and word.relation != "mark":
            if place == kept[0] or not self._is_relative(place, kept):
                raise Unclear(word.text)
            return word.text
        if self._points_away(place):
            raise Unclear(word.text)
        if word.lower == "the":
            return self._definite(place)
        if name_of(self.analysis, self.sentence, place):
            return ""
        full = self._full_form(place)
        return self._put_in(full) if full else plain_case(self.sentence, place)

    def _points_away(self, place: int) -> bool:
        """Tell whether a word needs its place in the text: here, then, such, whose, [sic]."""
        word = self.sentence.words[place]
        if word.tag == "WP$" or "[" in word.text or "]" in word.text:
            return True
        if word.pos == "ADV" and word.lower in listed("deictics"):
            return True
        if word.lower.endswith("self") and self.subject is not None:
            return word.relation != "obj" or self.subject > place
        hyphenated = _is_hyphenated(self.sentence, place)
        if word.lower == "then" and word.pos == "ADV" and not hyphenated:
            return True
        return _points_back(word)

    def _is_relative(self, place: int, kept: Sequence[int]) -> bool:
        ancestors = list(self.sentence.ancestors(place))
        return any(a in kept and a < place for a in ancestors[1:])

    def _is_said(self, name: str, place: int, kept: Sequence[int]) -> bool:
        """Tell whether a person is named before the pronoun in the same words."""
        return any(
            m.last <= place
            and m.first in kept
            and (m.text == name or self.analysis.same_thing(m.text, name))
            for m in self.sentence.mentions
        )

    def _pronoun(self, place: int, kept: Sequence[int]) -> str:
        word = self.sentence.words[place]
        owning = word.tag == "PRP$"
        if owning and self._owned_by_subject(place):
            return word.text
        name = self.sentence.meant.get(place)
        if name is None:
            raise Unclear(word.text)
        if owning and self._is_said(name, place, kept):
            return word.text
        return self._put_in(possessive(name) if owning else name)

    def _put_in(self, name: str) -> str:
        return f"[{name}]" if self.bracketed else name

    def _owned_by_subject(self, place: int) -> bool:
        """Tell whether "its" may point to the subject that is named before it."""
        if self.subject is None or self.subject > place:
            return False
        subject = self.sentence.words[self.subject]
        lower = self.sentence.words[place].lower
        plural = subject.tag in {"NNS", "NNPS"} or bool(
            self.sentence.children(self.subject, "conj")
        )
        if lower == "their":
            return plural
        mention = self.sentence.mention_at(self.subject)
        person = (
            (mention is not None and mention.kind is Kind.PERSON)
            or subject.lower in {"he", "she"}
            or subject.lemma in listed("people_nouns")
        )
        return not plural and (person if lower in {"his", "her"} else not person)

    def _definite(self, place: int) -> str:
        """Return "the", or the topic's name where "the city" means it; raises Unclear."""
        word = self.sentence.words[place]
        head = word.head
        if not bare_definite(self.sentence, head):
            return "the"
        lemma = self.sentence.words[head].lemma
        name = name_of(self.analysis, self.sentence, head)
        if name:
            return self._put_in(name)
        if lemma in listed("vague_nouns") or nouns.is_time(lemma) or self._was_named(lemma):
            raise Unclear(self.sentence.words[head].text)
        return "the"

    def _full_form(self, place: int) -> str:
        """Return the whole name of which one word is said: the Ballot Act, for the Act."""
        mention = self.sentence.mention_at(place)
        if mention is None or mention.last - mention.first > 1 or mention.kind not in NAMES:
            return ""
        if nouns.main_class(mention.text) is None or mention.kind is Kind.PERSON:
            return ""
        return self.analysis.full_form(self.sentence.number, mention.text)

    def _was_named(self, lemma: str) -> bool:
        number = self.sentence.number
        before = self.analysis.sentences[max(0, number - _MEMORY) : number]
        return any(lemma in sentence.nouns for sentence in before)


def name_of(analysis: Analysis, sentence: Sentence, head: int) -> str:
    """Return the name of what "the city" or "the treaty" points to; empty where unknown."""
    word = sentence.words[head]
    if word.pos != "NOUN" or word.tag != "NN" or not bare_definite(sentence, head):
        return ""
    name = analysis.named_lately(sentence.number, word.lemma)
    if name:
        return f"the {name}" if analysis.takes_article(name) else name
    return analysis.topic if word.lemma in analysis.topic_classes else ""


def _is_connective(sentence: Sentence, place: int) -> bool:
    word = sentence.words[place]
    if word.lower not in listed("connectives") or word.relation != "advmod":
        return False
    if sentence.words[word.head].pos in {"ADJ", "ADV"} and word.head == place + 1:
        return False  # it says how much: too quickly
    own = [c for c in sentence.children(place) if sentence.words[c].relation != "punct"]
    return not (own or _is_hyphenated(sentence, place))


def _is_hyphenated(sentence: Sentence, place: int) -> bool:
    return place + 1 < len(sentence.words) and sentence.words[place + 1].tag == "HYPH"


def _points_back(word: Word) -> bool:
    """Tell whether a word points to something said before: this, such, another."""
    if word.lower.endswith("self") and word.pos == "PRON":
        return True
    if word.lower not in _POINTING or word.pos not in {"DET", "PRON", "ADJ"}:
        return False
    return word.lower != "that" or word.pos == "DET"


def bare_definite(sentence: Sentence, head: int) -> bool:
    """Tell whether a common noun stands with "the" and nothing else that says which one."""
    word = sentence.words[head]
    if word.pos != "NOUN" or sentence.mention_at(head) is not None:
        return False
    others = [
        c
        for c in sentence.children(head)
        if sentence.words[c].relation.split(":")[0]
        in {"amod", "compound", "nmod", "acl", "nummod", "flat", "appos"}
    ]
    dets = [c for c in sentence.children(head, "det") if sentence.words[c].lower == "the"]
    return bool(dets) and not others


def core(sentence: Sentence, places: Collection[int]) -> tuple[int, ...]:
    """Return the places without asides: brackets, apposed names, clauses behind a comma."""
    kept = set(places)
    words = sentence.words
    for place in sorted(places):
        relation = words[place].relation
        aside = relation in {"parataxis", "appos", "discourse", "vocative"}
        if relation == "appos" and not _apart(sentence, place):
            aside = False
        if relation in {"acl:relcl", "acl", "advcl", "nummod"} and _apart(sentence, place):
            aside = True
        if relation == "conj" and _turns(sentence, place):
            aside = True
        if relation == "nmod" and _is_torn_off(sentence, place, places):
            aside = True
        if aside and words[place].head in kept:
            kept.difference_update(sentence.subtree(place))
    kept -= sentence.bracketed
    return tuple(sorted(kept))


def _is_torn_off(sentence: Sentence, place: int, places: Collection[int]) -> bool:
    """Tell whether the preposition or conjunction right before a dependent's words is left out."""
    before = sentence.subtree(place)[0] - 1
    led = sentence.words[before].pos in {"SCONJ", "ADP"}
    return place > sentence.words[place].head and led and before not in places


def _turns(sentence: Sentence, place: int) -> bool:
    """Tell whether a joined phrase is set against what it joins."""
    joints = {sentence.words[c].lower for c in sentence.children(place, "cc")}
    return bool(joints & {"but", "yet", "while"})


def _apart(sentence: Sentence, place: int) -> bool:
    """Tell whether a comma, a dash or a bracket stands before a dependent's words."""
    first = sentence.subtree(place)[0]
    if sentence.words[first].text in {",", "(", "–", "—", "-", ":", ";"}:
        return True
    return first > 0 and sentence.words[first - 1].text in {
        ",",
        "(",
        "–",
        "—",
        "-",
        ":",
        ";",
    }


def trim(sentence: Sentence, places: Iterable[int]) -> list[int]:
    """Return the places without punctuation at either end, and none doubled inside."""
    kept = list(places)
    words = sentence.words
    while kept and words[kept[0]].text in {
        ",",
        ";",
        ":",
        "–",
        "—",
        "-",
        ".",
        ")",
        "and",
        "or",
    }:
        kept.pop(0)
    while kept and words[kept[-1]].text in {",", ";", ":", "–", "—", "-", ".", "("}:
        kept.pop()
    return _without_empty_commas(words, kept)


def _without_empty_commas(words: Sequence[Word], kept: Sequence[int]) -> list[int]:
    """Leave out the commas around what was left out, and one of two in a row."""
    result: list[int] = []
    for number, place in enumerate(kept):
        if words[place].text in {",", ";"}:
            before = kept[number - 1] if number else place
            after = kept[number + 1] if number + 1 < len(kept) else place
            if before != place - 1 or after != place + 1:
                continue
            if result and words[result[-1]].text == ",":
                continue
        result.append(place)
    return result


def joined(sentence: Sentence, pieces: Sequence[tuple[int, str]]) -> str:
    """Join words with the spaces they have in the sentence, one where words were left out."""
    result = ""
    before: int | None = None
    for place, text in pieces:
        if before is not None:
            close = (
                place == before + 1
                and sentence.words[before].end == sentence.words[place].start
            )
            tight = text[:1] in ",.;:)%" or text in {"'s", "’s"}
            result += "" if close or tight else " "
        result += text
        before = place
    return re.sub(r"\s+", " ", result).strip()


def plain_case(sentence: Sentence, place: int) -> str:
    """Return a word, without the capital that only its place at the sentence's start gave it."""
    word = sentence.words[place]
    if place or not word.text[:1].isupper() or (word.text.isupper() and len(word.text) > 1):
        return word.text
    mention = sentence.mention_at(place)
    if word.pos == "PROPN" or word.text == "I" or (mention and mention.kind in NAMES):
        return word.text
    if any(char.isupper() for char in word.text[1:]):
        return word.text
    return word.text[0].lower() + word.text[1:]


def possessive(name: str) -> str:
    """Return the name as an owner."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def capitalised(text: str) -> str:
    """Return the text with a capital at its start, behind a bracket too."""
    return re.sub(r"^(\[?)(.)", lambda found: found[1] + found[2].upper(), text, count=1)


def uncapitalised(text: str) -> str:
    """Return a question as it stands behind a comma: a name at its start keeps its capital."""
    first = re.split(r"\W", text, maxsplit=1)[0]
    opens = first.lower() in listed("function_words") | listed("opening_words")
    return text[:1].lower() + text[1:] if opens else text
