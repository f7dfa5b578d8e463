"""Clauses without a finite verb: founded in 1965, it …; a mineral found in Sweden; claiming …."""

from collections.abc import Iterator

from quizapp.language import clauses
from quizapp.language.clauses import Clause, Part, Role, Tense
from quizapp.language.lexicon import listed
from quizapp.language.words import TIMES, Kind, Mention, Sentence

_BARE = frozenset({"acl", "advcl"})
_MARKED_SO = frozenset({"when", "while", "after", "once"})
"""Marks of a participle whose subject is the main clause's all the same."""
_OTHERWISE = frozenset(
    {"based", "given", "compared", "followed", "following", "including", "regarding"}
)
"""Participles that have become prepositions."""


def of(sentence: Sentence) -> Iterator[Clause]:
    """Yield what participles state of the noun they hang on, or of the main clause's subject."""
    words = sentence.words
    if not words or words[-1].text in {"?", ":"}:
        return
    for place, word in enumerate(words):
        if word.relation in _BARE and word.tag in {"VBN", "VBG"} and word.pos == "VERB":
            clause = _clause(sentence, place)
            if clause is not None:
                yield clause


def _clause(sentence: Sentence, place: int) -> Clause | None:
    word = sentence.words[place]
    if word.lower in _OTHERWISE or sentence.children(place, "aux", "cop", "nsubj", "expl"):
        return None
    marks = {sentence.words[c].lower for c in sentence.children(place, "mark")}
    if marks - _MARKED_SO:
        return None
    subject = _subject(sentence, place)
    tense = _tense(sentence, place)
    if subject is None or tense is None or _is_quoted(sentence, place):
        return None
    if _is_outcome(sentence, place):
        return None
    passive = word.tag == "VBN"
    return Clause(
        sentence,
        place,
        subject,
        (place,),
        (_be(sentence, subject, tense),) if passive else (),
        tuple(clauses.parts(sentence, place, subject.head, (place,))),
        embedded=True,
        unsaid_tense=None if passive else tense,
    )


def _is_outcome(sentence: Sentence, place: int) -> bool:
    """Tell whether a participle says what came of the whole sentence: …, causing a shortage."""
    word = sentence.words[place]
    return (
        word.tag == "VBG"
        and place > 0
        and sentence.words[place - 1].text in {",", "–", "—", "thus", "thereby"}
        and word.lemma in listed("outcome_verbs")
    )


def _subject(sentence: Sentence, place: int) -> Part | None:
    """Return the noun before a participle, or the main clause's subject."""
    word = sentence.words[place]
    if word.relation == "advcl":
        head = clauses.subject_of(sentence, word.head)
        if head is None or not clauses.is_stated(sentence, word.head):
            return None
        return Part(Role.SUBJECT, head, sentence.subtree(head))
    noun = sentence.words[word.head]
    if noun.pos not in {"NOUN", "PROPN"} or word.head > place:
        return None
    named = noun.head
    if noun.relation == "appos" and sentence.words[named].pos == "PROPN":
        return Part(
            Role.SUBJECT, named, sentence.subtree(named)
        )  # Wales, a land ruled by …
    if sentence.children(word.head, "cop"):
        told = sentence.children(word.head, "nsubj")
        if len(told) != 1 or not clauses.is_stated(sentence, word.head):
            return None
        return Part(Role.SUBJECT, told[0], sentence.subtree(told[0]))
    beyond = {
        p
        for child in sentence.children(word.head)
        if child > word.head or sentence.words[child].relation in {"case", "cc", "punct"}
        if not _belongs(sentence, child)
        for p in sentence.subtree(child)
    }
    kept = tuple(p for p in sentence.subtree(word.head) if p not in beyond)
    return Part(Role.SUBJECT, word.head, kept) if kept else None


def _belongs(sentence: Sentence, child: int) -> bool:
    """Tell whether words behind a noun are needed to know which it is: of, in, flat names."""
    return sentence.words[child].relation.split(":")[0] in {
        "nmod",
        "flat",
        "nummod",
        "compound",
    }


def _tense(sentence: Sentence, place: int) -> Tense | None:
    """Return the tense of the finite verb above a participle; None where none says.

    What was done at a time or by somebody was done in the past: a tower built in 1872 by Ellis.
    """
    below = {*sentence.subtree(place)}
    told = (m for m in sentence.mentions if m.first in below)
    if sentence.words[place].tag == "VBN" and any(_is_past(sentence, m) for m in told):
        return Tense.PAST
    for above in sentence.ancestors(place):
        verbs = [above, *sentence.children(above, "aux", "cop")]
        tags = {sentence.words[v].tag for v in verbs}
        lowers = {sentence.words[v].lower for v in verbs}
        if "VBD" in tags or lowers & {"was", "were", "had"}:
            return Tense.PAST
        if tags & {"VBZ", "VBP"}:
            return Tense.PRESENT
        if "MD" in tags:
            return None
    return None


def _is_past(sentence: Sentence, mention: Mention) -> bool:
    before = sentence.words[mention.first - 1].lower if mention.first else ""
    return mention.kind in TIMES or (mention.kind is Kind.PERSON and before == "by")


def _be(sentence: Sentence, subject: Part, tense: Tense) -> str:
    word = sentence.words[subject.head]
    plural = word.tag in {"NNS", "NNPS"} or bool(sentence.children(subject.head, "conj"))
    if tense is Tense.PAST:
        return "were" if plural else "was"
    return "are" if plural else "is"


def _is_quoted(sentence: Sentence, place: int) -> bool:
    return sum(w.text in {'"', "“", "”"} for w in sentence.words[:place]) % 2 == 1
