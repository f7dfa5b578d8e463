"""The question word that fits an answer."""

from quizapp.language import gazetteer, nouns
from quizapp.language.lexicon import listed
from quizapp.language.nouns import NounClass
from quizapp.language.words import Kind, Mention, Sentence

_KIND_WORDS = frozenset(
    {"university", "river", "park", "palace", "museum", "company", "party", "street", "bridge",
     "church", "castle", "lake", "island", "hospital", "college", "library", "garden", "treaty",
     "act", "square", "cathedral", "war", "prize", "institute", "mount", "empire",
     "kingdom", "republic", "committee", "army", "court", "ministry", "society", "association",
     "club", "league", "council", "union", "commission", "parliament", "department"}
)  # fmt: skip
_PLACES = frozenset(
    {
        NounClass.LOCATION,
        NounClass.LAND,
        NounClass.WATER,
        NounClass.SETTLEMENT,
        NounClass.BUILDING,
    }
)
_PLURALS = {
    "which country": "which countries",
    "which city": "which cities",
    "which place": "which places",
    "which organisation": "which organisations",
}


def of(sentence: Sentence, head: int) -> str:
    """Return who, what, or which and the kind of thing; empty where it may be a person or not."""
    mention = sentence.mention_at(head)
    plural = bool(sentence.children(head, "conj"))
    if mention is not None:
        guess = sentence.words[mention.first].named
        opens = mention.first and sentence.words[mention.first - 1].lower == "the"
        if mention.kind is Kind.NATIONALITY and opens:
            return "who"
        if mention.kind is Kind.OTHER_NAME and guess.endswith("PERSON"):
            return ""
        return _plural(_of_name(mention), plural=plural)
    word = sentence.words[head]
    if nouns.is_person(word.lemma):
        return "who"
    if word.lemma in listed("group_nouns"):
        return "who" if word.tag == "NNS" else f"which {word.lemma}"
    return "what"


def _of_name(mention: Mention) -> str:
    if mention.kind is Kind.PERSON:
        return "who"
    words = mention.text.lower().split()
    if words[-1] in listed("people_nouns") or words[-1].endswith(("ians", "men")):
        return "who"
    for word in (words[-1], words[0]):
        if word in _KIND_WORDS and len(words) > 1:
            return f"which {word}"
    if mention.kind is Kind.PLACE:
        if gazetteer.is_country(mention.text):
            return "which country"
        return "which city" if gazetteer.is_city(mention.text) else "which place"
    return "which organisation" if mention.kind is Kind.ORGANISATION else "what"


def _plural(word: str, *, plural: bool) -> str:
    if not plural or word in {"who", "what"}:
        return word
    return _PLURALS.get(word, "what")


def of_time(time: Mention, preposition: str) -> str:
    """Return the question word of a time behind a preposition; empty where none is natural."""
    kind = time.kind
    if time.text.endswith("day"):
        return ""
    if time.text.endswith("days"):
        return "on which day" if preposition == "on" else ""
    if preposition in {"in", "on", "at", "during", "around", "about", ""}:
        return "in which year" if kind is Kind.YEAR else "when"
    if preposition in {"since", "until"}:
        return f"{preposition} when"
    if preposition in {"by", "after", "before"}:
        return f"{preposition} which year" if kind is Kind.YEAR else f"{preposition} when"
    return ""


def is_place(sentence: Sentence, head: int) -> bool:
    """Tell whether a phrase names where something is."""
    mention = sentence.mention_at(head)
    if mention is not None:
        return mention.kind is Kind.PLACE
    return nouns.main_class(sentence.words[head].lemma) in _PLACES
