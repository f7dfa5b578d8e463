"""A clause and one of its parts as the answer become a question in good English."""

from collections.abc import Callable, Iterator

from quizapp.generation import answers, circumstances, counting, phrases, stems, whwords
from quizapp.generation.asked import Asked
from quizapp.generation.phrases import Unclear
from quizapp.language import clauses
from quizapp.language.clauses import Clause, Part, Role
from quizapp.language.lexicon import listed
from quizapp.language.words import QUANTITIES, TIMES, Analysis, Kind, Sentence

LONGEST_DEFINITION = 14
"""Words."""

Ask = Callable[[Analysis, Clause, Part], Asked | None]


def questions(analysis: Analysis, clause: Clause) -> Iterator[Asked]:
    """Yield the questions one clause answers."""
    for asked in _drafts(analysis, clause):
        if asked is not None:
            yield asked


def _drafts(analysis: Analysis, clause: Clause) -> Iterator[Asked | None]:
    if clauses.existential(clause.sentence, clause.predicate):
        yield _attempt(counting.how_many_are_there, analysis, clause, clause.subject)
        return
    yield _attempt(_about_subject, analysis, clause, clause.subject)
    for part in clause.parts:
        for ask in _ASKING.get(part.role, ()):
            yield _attempt(ask, analysis, clause, part)
    for part in (clause.subject, *clause.parts):
        if part.role in {Role.SUBJECT, Role.OBJECT, Role.OBLIQUE}:
            yield _attempt(counting.how_many, analysis, clause, part)


def _attempt(ask: Ask, analysis: Analysis, clause: Clause, part: Part) -> Asked | None:
    try:
        return ask(analysis, clause, part)
    except Unclear:
        return None


def _about_subject(analysis: Analysis, clause: Clause, part: Part) -> Asked | None:
    sentence = clause.sentence
    reach = answers.noun_phrase(sentence, part.head, part.words)
    if reach is None or not answers.may_answer(sentence, part.head, reach):
        return None
    if _has_attribute(clause) and not _is_definite(sentence, clause.predicate):
        return None
    if _has_attribute(clause) and _picks_one(sentence, part.head):
        return None
    kind = answers.kind_at(sentence, part.head)
    worth = 0.78 if kind is not Kind.TERM else 0.55
    wh = whwords.of(sentence, part.head)
    predicate = sentence.words[clause.predicate]
    if kind is Kind.TERM and not _stands_alone(clause):
        return None
    if wh == "what" and predicate.lemma in listed("human_verbs") | {"include"}:
        return None
    return stems.predicated(analysis, clause, wh, reach, kind, worth)


def _stands_alone(clause: Clause) -> bool:
    """Tell whether a common noun says enough to be known as the one who did it."""
    sentence, head = clause.sentence, clause.subject.head
    if sentence.children(head, "nummod"):
        return False
    if _is_told_from_others(sentence, head):
        return True
    mass = sentence.words[head].tag == "NN" and not sentence.children(head, "det")
    return not clause.embedded and (mass or clauses.is_general(clause))


def _is_told_from_others(sentence: Sentence, head: int) -> bool:
    telling = sentence.children(head, "amod", "compound", "nmod", "acl")
    return any(sentence.words[c].relation != "acl:relcl" for c in telling)


def _about_object(analysis: Analysis, clause: Clause, part: Part) -> Asked | None:
    sentence = clause.sentence
    reach = answers.noun_phrase(sentence, part.head, part.words)
    if reach is None or not answers.may_answer(sentence, part.head, reach):
        return None
    kind = answers.kind_at(sentence, part.head)
    if kind in QUANTITIES | TIMES:
        return _amount_as_object(analysis, clause, part, reach, kind)
    if sentence.words[clause.predicate].lemma in listed("light_verbs"):
        return None
    wh = whwords.of(sentence, part.head)
    if wh == "who" and kind is Kind.TERM and not _is_told_from_others(sentence, part.head):
        return None
    if (
        wh == "what"
        and kind is not Kind.TERM
        and any(p.role is Role.AIM for p in clause.parts)
    ):
        return None
    worth = 0.8 if kind is not Kind.TERM else 0.66
    return stems.inverted(analysis, clause, part, reach, wh, kind, worth)


def _amount_as_object(
    analysis: Analysis, clause: Clause, part: Part, reach: tuple[int, int], kind: Kind
) -> Asked | None:
    if kind is not Kind.MONEY:
        return None
    return stems.inverted(analysis, clause, part, reach, "how much", kind, 0.8)


def _about_attribute(analysis: Analysis, clause: Clause, part: Part) -> Asked | None:
    sentence = clause.sentence
    word = sentence.words[part.head]
    if word.pos not in {"NOUN", "PROPN"} or clauses.preposition(sentence, part.head):
        return None
    places = phrases.core(sentence, _with_relative(sentence, part))
    reach = answers.unbroken(sentence, places, part.head)
    if (
        reach is None
        or reach[1] - reach[0] > LONGEST_DEFINITION
        or answers.points(sentence, reach)
    ):
        return None
    if word.tag == "NN" and not sentence.children(
        part.head, "det", "amod", "compound", "nmod"
    ):
        return None
    subject = sentence.mention_at(clause.subject.head)
    picked = _picks_one(sentence, clause.subject.head)
    named = subject is not None and subject.kind is Kind.PERSON
    if _is_definite(sentence, part.head) and not picked and not named:
        return None
    person = subject is not None and subject.kind is Kind.PERSON
    if clause.subject.head in sentence.meant:
        person = sentence.words[clause.subject.head].lower in {"he", "she"}
    wh = (
        "who"
        if person or (whwords.of(sentence, part.head) == "who" and subject is None)
        else "what"
    )
    return stems.inverted(analysis, clause, part, reach, wh, Kind.TERM, 0.72)


def _with_relative(sentence: Sentence, part: Part) -> list[int]:
    found = set(part.words)
    for child in sentence.children(part.head, "acl:relcl"):
        found.update(sentence.subtree(child))
    return sorted(found)


def _about_reason(analysis: Analysis, clause: Clause, part: Part) -> Asked | None:
    sentence = clause.sentence
    reach = _verb_phrase(sentence, part, fewest=2, most=16)
    if reach is None:
        return None
    first = sentence.words[reach[0]]
    if first.lower == "to" and not _acts(clause):
        return None
    asked = stems.inverted(analysis, clause, part, reach, "why", Kind.TERM, 0.7)
    return None if asked is None else stems.attributed(asked)


def _acts(clause: Clause) -> bool:
    """Tell whether somebody does the deed, so that "to …" is an aim."""
    sentence = clause.sentence
    return (
        not clauses.is_passive(clause)
        and any(p.role in {Role.OBJECT, Role.OBLIQUE} for p in clause.parts)
        and sentence.words[clause.predicate].pos == "VERB"
    )


def _about_means(analysis: Analysis, clause: Clause, part: Part) -> Asked | None:
    reach = _verb_phrase(clause.sentence, part, fewest=3, most=14)
    if reach is None:
        return None
    return stems.inverted(analysis, clause, part, reach, "how", Kind.TERM, 0.66)


def _about_aim(analysis: Analysis, clause: Clause, part: Part) -> Asked | None:
    sentence = clause.sentence
    if sentence.words[clause.predicate].lemma not in listed("aim_verbs"):
        return None
    if clauses.is_passive(clause):
        return None
    reach = _verb_phrase(sentence, part, fewest=3, most=14)
    if reach is None:
        return None
    return stems.inverted(
        analysis, clause, part, reach, "what", Kind.TERM, 0.62, closing="to do"
    )


def _verb_phrase(
    sentence: Sentence, part: Part, *, fewest: int, most: int
) -> tuple[int, int] | None:
    """Return the reach of a reason, means or aim of so many words; None where it has others."""
    reach = answers.unbroken(sentence, phrases.core(sentence, part.words), part.head)
    if reach is None or not fewest <= reach[1] - reach[0] <= most:
        return None
    return None if answers.points(sentence, reach) else reach


def _has_attribute(clause: Clause) -> bool:
    return any(p.role is Role.ATTRIBUTE for p in clause.parts)


def _picks_one(sentence: Sentence, head: int) -> bool:
    """Tell whether a subject tells what kind of thing is sought: the first measure was …."""
    words = [sentence.words[c] for c in sentence.children(head, "amod", "advmod")]
    return sentence.mention_at(head) is None and any(
        word.tag == "JJS" or word.lower in {"only", "first", "last", "main"}
        for word in words
    )


def _is_definite(sentence: Sentence, place: int) -> bool:
    word = sentence.words[place]
    if word.pos == "ADJ":
        return word.tag == "JJS"
    dets = {sentence.words[c].lower for c in sentence.children(place, "det")}
    superlative = any(
        sentence.words[c].tag == "JJS" for c in sentence.children(place, "amod")
    )
    return "the" in dets or superlative or bool(sentence.children(place, "nmod:poss"))


_ASKING = {
    Role.OBJECT: (_about_object,),
    Role.ATTRIBUTE: (_about_attribute,),
    Role.OBLIQUE: (circumstances.about_circumstance,),
    Role.REASON: (_about_reason,),
    Role.MEANS: (_about_means,),
    Role.AIM: (_about_aim,),
}
