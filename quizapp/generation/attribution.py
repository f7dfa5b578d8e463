"""When a question must say whose claim it asks about, and which sentences are only opinion."""

from collections.abc import Iterable

from quizapp.language import quantities
from quizapp.language.lexicon import listed
from quizapp.language.words import NAMES, QUANTITIES, TIMES, Kind, Sentence

PREFIX = "According to the article, "


def is_charged(sentence: Sentence, places: Iterable[int]) -> bool:
    """Tell whether these words report a contested act, motive, number or judgement."""
    words = [sentence.words[place] for place in places]
    return any(
        word.lemma in listed("charged") or word.lower in listed("charged") for word in words
    ) or any(word.lemma in listed("judgements") and word.pos == "ADJ" for word in words)


def is_estimate(answer: str, kind: Kind) -> bool:
    """Tell whether the answer is a number that others may count otherwise."""
    return kind in QUANTITIES and quantities.is_hedged(answer)


def attributed(prompt: str) -> str:
    """Return the question as one about what the article says."""
    if prompt.startswith(PREFIX):
        return prompt
    return PREFIX + prompt[0].lower() + prompt[1:]


def is_only_judgement(sentence: Sentence) -> bool:
    """Tell whether a sentence states an opinion and no fact that could be asked."""
    root = next((p for p, w in enumerate(sentence.words) if w.head == p), None)
    if root is None:
        return True
    word = sentence.words[root]
    opinion = word.pos == "ADJ" and word.lemma in listed("judgements")
    facts = any(m.kind in TIMES | QUANTITIES for m in sentence.mentions)
    return opinion and not facts


def names_somebody(sentence: Sentence) -> bool:
    """Tell whether people or groups are spoken of."""
    return any(m.kind in NAMES - {Kind.PLACE} for m in sentence.mentions)
