"""Clauses of which nothing can be asked: denied, conditional, or without one of their parts."""

from quizapp.language.lexicon import listed
from quizapp.language.reports import report_of
from quizapp.language.words import Sentence

_DENIALS = frozenset(
    {"not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "few", "little"}
)
_UNSURE_MARKS = frozenset({"if", "unless", "whether", "though", "although"})


def is_unsure(sentence: Sentence, place: int) -> bool:
    """Tell whether the clause is denied, conditional, a question, or another's words."""
    words = sentence.words
    for child in sentence.children(place):
        if words[child].lower in _DENIALS:
            return True
        if any(
            words[c].lower in _DENIALS
            for c in sentence.children(child, "det", "advmod", "amod")
        ):
            return True
        if words[child].relation == "mark" and words[child].lower in _UNSURE_MARKS:
            return True
    if _is_conditional(sentence, place):
        return True
    here = place
    while words[here].relation == "conj":
        here = words[here].head
    if words[here].relation in {"csubj", "acl"}:
        return True
    if words[here].relation == "parataxis" and _is_aside(sentence, here):
        return True
    if words[here].relation == "ccomp" and report_of(sentence, here) is None:
        return True
    marks = {words[c].lower for c in sentence.children(here, "mark")}
    return bool(marks & _UNSURE_MARKS)


def _is_aside(sentence: Sentence, place: int) -> bool:
    """Tell whether a clause beside another only says who says so, or has no subject of its own."""
    words = sentence.words
    own = sentence.children(place, "nsubj")
    speaks = {words[place].lemma, words[words[place].head].lemma} & listed("speech_verbs")
    return not own or bool(speaks) or place < words[place].head


def _is_conditional(sentence: Sentence, place: int) -> bool:
    """Tell whether an "if" hangs on the verb, or on one it is joined to."""
    heads = [place, *sentence.ancestors(place)]
    return any(
        sentence.words[mark].lower in {"if", "unless"}
        for head in heads
        for child in sentence.children(head, "advcl")
        for mark in sentence.children(child, "mark")
    )


def disagrees(sentence: Sentence, place: int, subject: int, verb: int) -> bool:
    """Tell whether a relative clause's verb shows that it tells of another noun."""
    if sentence.words[place].relation != "acl:relcl":
        return False
    finite, noun = sentence.words[verb], sentence.words[subject]
    single = finite.tag == "VBZ" or finite.lower in {"is", "was", "has"}
    several = finite.tag == "VBP" or finite.lower in {"are", "were", "have"}
    if noun.tag in {"NNS", "NNPS"}:
        return single
    return noun.tag in {"NN", "NNP"} and several and not sentence.children(subject, "conj")


def follows_its_words(sentence: Sentence, place: int, subject: int) -> bool:
    """Tell whether a clause only says who said what stands before it: …, the council said."""
    said = sentence.words[place].lemma in listed("speech_verbs")
    return said and any(c < subject for c in sentence.children(place, "ccomp", "parataxis"))


def acts_on_its_subject(sentence: Sentence, place: int, subject: int) -> bool:
    """Tell whether what is taken for the subject is acted on: and in 1969 prompted Wilson to resign."""
    return subject > place and bool(sentence.children(place, "xcomp", "obj"))


def lacks_its_object(sentence: Sentence, place: int) -> bool:
    """Tell whether the noun before a relative clause is what its verb acts on: the shop she ran."""
    own = sentence.children(place, "nsubj")
    if sentence.words[place].relation != "acl:relcl" or not own:
        return False
    if sentence.words[own[0]].lower in {"who", "which", "that"}:
        return False
    opening = {sentence.words[p].lower for p in sentence.subtree(place) if p < own[0]}
    return not opening & {"where", "when"}


def may_tell_of_another(sentence: Sentence, place: int) -> bool:
    """Tell whether a "which" behind a comma may mean either of two nouns: the bridge over the river, which."""
    words = sentence.words
    noun = words[place].head
    opening = sentence.subtree(place)[0]
    apart = words[opening].text == "," or (opening > 0 and words[opening - 1].text == ",")
    if words[place].relation != "acl:relcl" or not apart or words[noun].relation != "nmod":
        return False
    return words[noun].tag[:3] == words[words[noun].head].tag[:3]
