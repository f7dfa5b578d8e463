"""Mend what the parser is known to get wrong."""

from collections.abc import Sequence
from dataclasses import replace

from quizapp.language.nouns import is_person
from quizapp.language.words import NAMES, Kind, Sentence, Word

_PHRASES = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "xcomp", "dep"})


def mended(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the words with names on their nouns, and joined verbs in one tense with their subjects."""
    told = _with_subjects_of_joined_verbs(_with_titles_on_names(words))
    return tuple(_mended(told, place) for place in range(len(told)))


def _with_titles_on_names(words: Sequence[Word]) -> list[Word]:
    """Return the words with a noun and the name behind it as one phrase: with the poet Ann Lee."""
    told = list(words)
    for place in range(1, len(told)):
        name, noun = told[place], told[place - 1]
        if name.pos != "PROPN" or noun.tag != "NN" or not is_person(noun.lemma):
            continue
        cases = [
            p
            for p, word in enumerate(told[: place - 1])
            if word.head == place and word.relation == "case"
        ]
        if not cases or noun.head == place or name.head == place - 1:
            continue
        told[place - 1] = replace(noun, head=name.head, relation=name.relation)
        told[place] = replace(name, head=place - 1, relation="flat")
        for case in cases:
            told[case] = replace(told[case], head=place - 1)
    return told


def _with_subjects_of_joined_verbs(words: Sequence[Word]) -> list[Word]:
    """Return the words with the noun between "and" and a verb as the subject of the verb.

    He discovered phagocytes and Paul Ehrlich developed a theory: he did not discover Ehrlich.
    """
    told = list(words)
    for place, verb in enumerate(told):
        if verb.relation != "conj" or verb.tag not in {"VBD", "VBZ", "VBP"}:
            continue
        below = [p for p, word in enumerate(told) if word.head == place]
        joins = [p for p in below if told[p].relation == "cc" and p < place]
        if not joins or any(told[p].relation.startswith("nsubj") for p in below):
            continue
        nouns = [
            p
            for p in range(joins[-1] + 1, place)
            if told[p].relation == "conj" and told[p].head < joins[-1]
            if told[p].pos in {"NOUN", "PROPN", "PRON"}
        ]
        if len(nouns) == 1:
            told[nouns[0]] = replace(told[nouns[0]], head=place, relation="nsubj")
    return told


def with_whole_names(sentence: Sentence) -> Sentence:
    """Return the sentence with each name and date hung up by one word: what was cut is joined."""
    words = list(sentence.words)
    for mention in sentence.mentions:
        if mention.kind not in NAMES | {Kind.DATE}:
            continue
        hung = [
            place
            for place in range(mention.first, mention.last)
            if not mention.covers(words[place].head) or words[place].head == place
        ]
        dated = mention.kind is Kind.DATE
        if not dated and any(words[place].pos != "PROPN" for place in hung):
            continue
        for place in hung[1:] if dated else hung[:-1]:
            root, relation = (hung[0], "nmod") if dated else (hung[-1], "compound")
            if place not in sentence.ancestors(root) and words[place].head != place:
                words[place] = replace(words[place], head=root, relation=relation)
    if words == list(sentence.words):
        return sentence
    return replace(sentence, words=tuple(words))


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
