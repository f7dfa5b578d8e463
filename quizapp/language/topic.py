"""What a text is about, as the text itself calls it."""

import re
from collections import Counter
from collections.abc import Sequence

from quizapp.language import heads, nouns
from quizapp.language.words import NAMES, Kind, Sentence

OPENING = 3
"""Sentences in which a text names its topic in full."""
_GROUPS = frozenset({"group", "movement", "organisation", "organization"})
"""Words for a group of people that a text uses in turn."""


def of(title: str, sentences: Sequence[Sentence]) -> str:
    """Return the topic with its article (the 1973 oil crisis); empty where the title names none."""
    plain = title.strip().removeprefix("The ").removeprefix("the ").strip(" .?!")
    early = " ".join(sentence.text for sentence in sentences[:40])
    found = re.search(rf"(?i)\b(the )?({re.escape(plain)})\b", early) if plain else None
    if found:
        return ("the " if found.group(1) else "") + found.group(2)
    longer = _longer_name(plain, sentences[:OPENING])
    if longer:
        return with_article(longer, sentences)
    named = Counter(
        m.text
        for sentence in sentences
        for m in sentence.mentions
        if m.kind in NAMES and m.kind is not Kind.NATIONALITY
        if re.search(rf"\b{re.escape(m.text)}\b", title)
    )
    if not named:
        return ""
    name, count = named.most_common(1)[0]
    told = any(m.text == name for s in sentences[:OPENING] for m in s.mentions)
    return with_article(name, sentences) if count >= 2 or told else ""


def _longer_name(title: str, sentences: Sequence[Sentence]) -> str:
    """Return the name that holds all words of a short title: Clara Josephine Schumann."""
    wanted = title.split()
    if len(wanted) < 2:
        return ""
    names = (m.text for s in sentences for m in s.mentions if m.kind in NAMES)
    return next((name for name in names if set(wanted) <= set(name.split())), "")


def with_article(name: str, sentences: Sequence[Sentence]) -> str:
    """Return the name with "the" where the text mostly writes it so."""
    text = " ".join(sentence.text for sentence in sentences)
    bare = len(re.findall(rf"\b{re.escape(name)}\b", text))
    with_the = len(re.findall(rf"\b[Tt]he {re.escape(name)}\b", text))
    return f"the {name}" if with_the * 2 > bare else name


def classes(topic: str, sentences: Sequence[Sentence]) -> frozenset[str]:
    """Return the lemmas of what the text says the topic is: city, capital."""
    if not topic:
        return frozenset()
    name = topic.removeprefix("the ").lower()
    found = set()
    for sentence in sentences[:60]:
        for place, word in enumerate(sentence.words):
            if word.pos != "NOUN" or not sentence.children(place, "cop"):
                continue
            subjects = sentence.children(place, "nsubj")
            if any(_is_called(sentence, subject, name) for subject in subjects):
                found |= {word.lemma, *_joined(sentence, place), *_twofold(sentence, place)}
    if found & _GROUPS:
        found |= _GROUPS
    own = heads.head(topic.removeprefix("the ")) or topic.rsplit(maxsplit=1)[-1]
    return frozenset(found | ({own} if own.isalpha() and nouns.ranked(own) else set()))


def _is_called(sentence: Sentence, subject: int, name: str) -> bool:
    """Tell whether a subject is the topic itself, not something with its name in it."""
    mention = sentence.mention_at(subject)
    if mention is not None and mention.text.lower() == name:
        return True
    phrase = _phrase(sentence, subject).lower().removeprefix("the ")
    return phrase.startswith(name) or f"({name})" in phrase


def _joined(sentence: Sentence, place: int) -> set[str]:
    """Return the nouns said together with a predicate: the capital and largest city."""
    return {
        sentence.words[child].lemma
        for child in sentence.children(place, "conj")
        if sentence.words[child].pos == "NOUN"
        and not sentence.children(child, "cop", "nsubj")
    }


def _twofold(sentence: Sentence, place: int) -> set[str]:
    """Return the noun before a predicate noun where it says a place is both: an island state."""
    before = [sentence.words[c].lemma for c in sentence.children(place, "compound")]
    both = nouns.is_place(sentence.words[place].lemma)
    return {lemma for lemma in before if both and nouns.is_place(lemma)}


def _phrase(sentence: Sentence, place: int) -> str:
    places = sentence.subtree(place)
    return sentence.says(places[0], places[-1] + 1)
