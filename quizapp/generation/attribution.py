"""When a question must say whose claim it asks about, and which sentences are only opinion."""

from collections.abc import Iterable

from quizapp.generation import phrases
from quizapp.language import quantities
from quizapp.language.lexicon import listed
from quizapp.language.words import NAMES, QUANTITIES, TIMES, Kind, Sentence, Word

PREFIX = "According to the article, "


def is_charged(sentence: Sentence, places: Iterable[int]) -> bool:
    """Tell whether words are charged or judge, where the sentence speaks of people or groups."""
    words = [sentence.words[place] for place in places]
    if not names_somebody(sentence):
        return False
    charged = any({word.lemma, word.lower} & listed("charged") for word in words)
    return charged or any(_judges(word) for word in words)


def _judges(word: Word) -> bool:
    """Tell whether an adjective is somebody's opinion: said of the subject, or a superlative."""
    if word.pos != "ADJ" or word.lemma not in listed("judgements"):
        return False
    return word.tag == "JJS" or word.relation in {"ROOT", "xcomp", "conj"}


def is_estimate(answer: str, kind: Kind) -> bool:
    """Tell whether the answer is a number that others may count otherwise."""
    return kind in QUANTITIES and quantities.is_hedged(answer)


def attributed(prompt: str) -> str:
    """Return the question as one about what the article says."""
    if prompt.startswith("According to"):
        return prompt
    return PREFIX + phrases.uncapitalised(prompt)


def is_only_judgement(sentence: Sentence) -> bool:
    """Tell whether a sentence states an opinion and no fact that could be asked."""
    root = next((p for p, w in enumerate(sentence.words) if w.head == p), None)
    if root is None:
        return True
    word = sentence.words[root]
    opinion = word.pos == "ADJ" and word.lemma in listed("judgements")
    facts = any(m.kind in TIMES | QUANTITIES for m in sentence.mentions)
    return opinion and not facts


def has_motives(sentence: Sentence, head: int) -> bool:
    """Tell whether a subject is somebody whose reasons are the article's to claim."""
    mention = sentence.mention_at(head)
    if mention is not None:
        return mention.kind in NAMES
    word = sentence.words[head]
    told = word.lower in {"he", "she", "they"} or head in sentence.meant
    return told or word.lemma in listed("people_nouns") | listed("group_nouns")


def names_somebody(sentence: Sentence) -> bool:
    """Tell whether people or groups are spoken of."""
    named = any(m.kind in NAMES - {Kind.PLACE} for m in sentence.mentions)
    return named or bool(sentence.nouns & (listed("people_nouns") | listed("group_nouns")))
