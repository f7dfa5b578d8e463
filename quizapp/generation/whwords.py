"""The question word that fits an answer."""

from quizapp.language import gazetteer
from quizapp.language.clauses import is_person_noun
from quizapp.language.lexicon import listed
from quizapp.language.words import Kind, Mention, Sentence

_KIND_WORDS = frozenset(
    {"university", "river", "park", "palace", "museum", "company", "party", "street", "bridge",
     "church", "castle", "lake", "island", "hospital", "college", "library", "garden", "treaty",
     "act", "square", "cathedral", "war", "prize", "institute"}
)  # fmt: skip


def of(sentence: Sentence, head: int) -> str:
    """Return who, what, or which and the kind of thing; empty where it may be a person or not."""
    mention = sentence.mention_at(head)
    plural = bool(sentence.children(head, "conj"))
    if mention is not None:
        guess = sentence.words[mention.first].named
        if mention.kind is Kind.OTHER_NAME and guess.endswith("PERSON"):
            return ""
        return _plural(_of_name(mention), plural=plural)
    return "who" if is_person_noun(sentence.words[head].lemma) else "what"


def _of_name(mention: Mention) -> str:
    if mention.kind is Kind.PERSON:
        return "who"
    last = mention.text.split()[-1].lower()
    if last in listed("people_nouns"):
        return "who"
    if last in _KIND_WORDS and len(mention.text.split()) > 1:
        return f"which {last}"
    if mention.kind is Kind.PLACE:
        if gazetteer.is_country(mention.text):
            return "which country"
        return "which city" if gazetteer.is_city(mention.text) else "what place"
    return "which organisation" if mention.kind is Kind.ORGANISATION else "what"


def _plural(word: str, *, plural: bool) -> str:
    if not plural or word in {"who", "what"}:
        return word
    return "who" if word in {"which country", "which organisation"} else "what"


def of_time(time: Mention, preposition: str) -> str:
    """Return the question word of a time behind a preposition; empty where none is natural."""
    kind = time.kind
    if "day" in time.text:
        return "on which day" if preposition in {"on", ""} else ""
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
    return sentence.words[head].lemma in listed("place_nouns") and any(
        sentence.mention_at(child) is not None for child in sentence.children(head)
    )
