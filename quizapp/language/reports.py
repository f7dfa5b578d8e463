"""Clauses that report what somebody said or found out: he claimed that …, she discovered that …."""

from quizapp.language.lexicon import listed
from quizapp.language.words import Sentence


def report_of(sentence: Sentence, place: int) -> int | None:
    """Return the verb that reports the clause of the verb at `place`; None where none does.

    Only a plain statement counts: "claimed that", not "asked whether", and not what is denied.
    """
    word = sentence.words[place]
    if word.relation != "ccomp":
        return None
    verb = sentence.words[word.head]
    if verb.lemma not in listed("speech_verbs") | listed("finding_verbs"):
        return None
    denied = any(
        sentence.words[c].lower in {"not", "n't", "n’t", "never"}
        for c in sentence.children(word.head)
    )
    return None if denied else word.head


def is_found_out(sentence: Sentence, verb: int) -> bool:
    """Tell whether a report is of something that is so: discovered, proved, realised."""
    return sentence.words[verb].lemma in listed("finding_verbs")
