"""What the words beside a name say of its kind: titles, appositions, prepositions, verbs."""

from collections.abc import Iterator

from quizapp.language import nouns
from quizapp.language.heads import OF_CLASS
from quizapp.language.lexicon import listed
from quizapp.language.words import Kind, Mention, Sentence

Sign = tuple[str, Kind, float]
"""Which sort of sign, for which kind, how much it weighs."""
_WHERE = frozenset(
    {"in", "near", "at", "from", "to", "through", "across", "into", "around"}
)
_OWNED_BY_PEOPLE = frozenset(
    {"wife", "husband", "father", "mother", "son", "daughter", "brother", "sister", "widow",
     "death", "life", "parents", "birth", "friend", "childhood", "marriage", "uncle", "mind"}
)  # fmt: skip
_OF_A_PLACE = frozenset(
    {"city", "town", "village", "state", "province", "county", "island", "region", "port",
     "district", "municipality", "suburb", "capital", "kingdom", "republic", "isle", "duchy"}
)  # fmt: skip
_OWNED_BY_FIRMS = frozenset(
    {"headquarters", "chairman", "ceo", "employee", "member", "subsidiary", "shareholder",
     "spokesman", "spokeswoman", "leadership", "membership", "founder", "staff", "policy"}
)  # fmt: skip
_DEEDS_OF_FIRMS = frozenset(
    {"announce", "acquire", "launch", "release", "sell", "employ", "hire", "manufacture",
     "broadcast", "merge", "found", "establish", "form", "fund", "disband", "dissolve"}
)  # fmt: skip
_QUOTES = frozenset('"“”„«»‘')


def signs(sentence: Sentence, mention: Mention) -> Iterator[Sign]:
    """Yield what stands beside a mention: which sort of sign, for which kind, how much it weighs."""
    if sentence.words[mention.last - 1].tag == "NNPS":
        yield "several", Kind.PERSON, -1.2
    yield from _before(sentence, mention)
    yield from _behind(sentence, mention)
    yield from _said_of(sentence, mention)
    yield from _done_by(sentence, mention)


def head_of(sentence: Sentence, mention: Mention) -> int:
    """Return the place of the word by which a mention hangs in its sentence."""
    for place in range(mention.first, mention.last):
        head = sentence.words[place].head
        if not mention.covers(head) or head == place:
            return place
    return mention.first


def _of_noun(lemma: str) -> Kind | None:
    """Return the kind of what is called by a noun; None where it does not tell."""
    if nouns.is_person(lemma):
        return Kind.PERSON
    found = (OF_CLASS.get(one) for one in nouns.ranked(lemma))
    return next((kind for kind in found if kind is not None), None)


def _before(sentence: Sentence, mention: Mention) -> Iterator[Sign]:
    words = sentence.words
    if (
        words[mention.first].lower.rstrip(".") in listed("titles")
        and mention.last - mention.first > 1
    ):
        yield "own title", Kind.PERSON, 1.6
    if not mention.first:
        return
    before = words[mention.first - 1]
    if before.lower.rstrip(".") in listed("titles") and before.tag.startswith("NN"):
        yield "title", Kind.PERSON, 2.0
    elif before.tag in {"NN", "NNS"} and before.end < words[mention.first].start:
        kind = _of_noun(before.lemma)
        if kind is not None and _hangs_together(sentence, mention):
            yield "noun before", kind, 2.0 if kind in {Kind.PERSON, Kind.WORK} else 1.0
    if (
        before.text in _QUOTES
        and mention.last < len(words)
        and words[mention.last].text in _QUOTES
    ):
        yield "quotes", Kind.WORK, 1.2
        yield "quotes", Kind.PERSON, -0.6
    yield from _behind_small_words(sentence, mention)


def _hangs_together(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether the name and the noun before it are one phrase: the physicist Rutherford."""
    head = head_of(sentence, mention)
    before = mention.first - 1
    return sentence.words[head].head == before or sentence.words[before].head == head


def _behind_small_words(sentence: Sentence, mention: Mention) -> Iterator[Sign]:
    words = sentence.words
    before = words[mention.first - 1]
    guess = words[mention.first].named
    if before.lower == "the" and words[head_of(sentence, mention)].tag != "NNPS":
        yield "the", Kind.PERSON, -0.8
    two = words[mention.first - 2] if mention.first > 1 else None
    if before.lower == "of" and two is not None and two.lower in _OF_A_PLACE:
        yield "city of", Kind.PLACE, 1.5
    small = two if before.lower == "the" else before
    if small is not None and small.lower in _WHERE and guess.endswith("LOC"):
        yield "where", Kind.PLACE, 0.5
    if before.lower == "in" and words[head_of(sentence, mention)].relation in {
        "obl",
        "nmod",
    }:
        yield "in", Kind.PERSON, -0.5


def _behind(sentence: Sentence, mention: Mention) -> Iterator[Sign]:
    """Yield what a relative clause, an apposition or what it owns tells."""
    words = sentence.words
    after = [w.lower for w in words[mention.last : mention.last + 2]]
    if after == [",", "who"] or after[:1] == ["who"]:
        yield "who", Kind.PERSON, 1.5
    if after == [",", "where"]:
        yield "where", Kind.PLACE, 1.2
    if after == [",", "which"]:
        yield "which", Kind.PERSON, -1.0
    head = head_of(sentence, mention)
    for child in sentence.children(head, "appos"):
        kind = _of_noun(words[child].lemma) if words[child].tag in {"NN", "NNS"} else None
        if child >= mention.last and kind is not None:
            yield "apposition", kind, 2.0 if kind is Kind.PERSON else 1.2
    owned = words[words[head].head]
    if words[head].relation == "nmod:poss" and owned.lemma in _OWNED_BY_PEOPLE:
        yield "owned", Kind.PERSON, 0.7
    if words[head].relation.startswith("nmod") and owned.lemma in _OWNED_BY_FIRMS:
        yield "owned", Kind.ORGANISATION, 0.4


def _said_of(sentence: Sentence, mention: Mention) -> Iterator[Sign]:
    """Yield what a form of be says the name is: Tesla was an inventor."""
    head = sentence.words[head_of(sentence, mention)]
    noun = sentence.words[head.head]
    if head.relation != "nsubj" or noun.tag not in {"NN", "NNS"}:
        return
    if not sentence.children(head.head, "cop"):
        return
    kind = _of_noun(noun.lemma)
    if kind is not None:
        yield "is", kind, 1.5


def _done_by(sentence: Sentence, mention: Mention) -> Iterator[Sign]:
    head = sentence.words[head_of(sentence, mention)]
    verb = sentence.words[head.head]
    if head.relation in {"nsubj", "nsubj:pass"} and verb.lemma in listed("human_verbs"):
        yield "human verb", Kind.PERSON, 0.6
    guess = sentence.words[mention.first].named
    if verb.lemma in _DEEDS_OF_FIRMS and guess.endswith("ORG"):
        yield "deed of a firm", Kind.ORGANISATION, 0.3
