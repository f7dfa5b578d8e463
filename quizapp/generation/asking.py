"""A clause and one of its parts as the answer become a question in good English."""

from collections.abc import Callable, Iterator

from quizapp.generation import (
    answers,
    attribution,
    circumstances,
    counting,
    phrases,
    stems,
    whwords,
)
from quizapp.generation.asked import Asked, Form, Wanted
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
    asked_of = [part for part in clause.parts if _can_be_left_out(clause, part)]
    for part in asked_of:
        for ask in _ASKING.get(part.role, ()):
            yield _attempt(ask, analysis, clause, part)
    for part in (clause.subject, *asked_of):
        if part.role in {Role.SUBJECT, Role.OBJECT, Role.OBLIQUE}:
            yield _attempt(counting.how_many, analysis, clause, part)
            yield _attempt(counting.what_share, analysis, clause, part)


def _can_be_left_out(clause: Clause, part: Part) -> bool:
    """Tell whether a question can be made by taking the part out: not from inside a fronted one."""
    if part.within is None:
        return True
    return not any(part.head in other.words for other in clause.fronted)


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
    wh = whwords.of(analysis, sentence, part.head)
    named = answers.named_aside(sentence, part.head)
    if named is not None:
        reach, kind, wh = named, Kind.PERSON, "who"
    predicate = sentence.words[clause.predicate]
    if wh == "what" and predicate.lemma in listed("human_verbs") | {"include"}:
        return None
    return stems.predicated(analysis, clause, Wanted(Form.SUBJECT, wh, *reach, kind))


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
    wh = whwords.of(analysis, sentence, part.head)
    form = Form.OBJECT if part.within is None else Form.INNER
    return stems.inverted(
        analysis, clause, part, Wanted(form, wh, *reach, kind, stranded=True)
    )


def _amount_as_object(
    analysis: Analysis, clause: Clause, part: Part, reach: tuple[int, int], kind: Kind
) -> Asked | None:
    opening = _amount_opening(clause, part, kind)
    if not opening:
        return None
    mention = clause.sentence.mention_at(part.head)
    if kind is Kind.MEASURE and mention is not None:
        reach = mention.first, mention.last
    return stems.inverted(
        analysis, clause, part, Wanted(Form.AMOUNT, opening, *reach, kind)
    )


def _amount_opening(clause: Clause, part: Part, kind: Kind) -> str:
    """Return the words that ask for an amount as the object; empty where none are natural."""
    verb = clause.sentence.words[clause.predicate].lemma
    mention = clause.sentence.mention_at(part.head)
    if kind is Kind.MONEY:
        return "how much"
    if kind is not Kind.MEASURE or mention is None:
        return ""
    if verb in listed("weighing_verbs"):
        return "how much"
    return circumstances.size_opening(clause, mention, "")


def _about_attribute(analysis: Analysis, clause: Clause, part: Part) -> Asked | None:
    sentence = clause.sentence
    word = sentence.words[part.head]
    if word.pos not in {"NOUN", "PROPN"} or clauses.preposition(sentence, part.head):
        return None
    reach = _definition(sentence, part)
    if reach is None:
        return None
    if word.tag == "NN" and not sentence.children(
        part.head, "det", "amod", "compound", "nmod"
    ):
        return None
    subject = sentence.mention_at(clause.subject.head)
    person = subject is not None and subject.kind is Kind.PERSON
    if clause.subject.head in sentence.meant:
        person = sentence.words[clause.subject.head].lower in {"he", "she"}
    if person and answers.kind_at(sentence, part.head) in QUANTITIES:
        return None
    wh = (
        "who"
        if person
        or (whwords.of(analysis, sentence, part.head) == "who" and subject is None)
        else "what"
    )
    return stems.inverted(
        analysis, clause, part, Wanted(Form.ATTRIBUTE, wh, *reach, Kind.TERM)
    )


def _definition(sentence: Sentence, part: Part) -> tuple[int, int] | None:
    """Return the reach of what something is, with its relative clause where that is short."""
    for words in (_with_relative(sentence, part), part.words):
        places = phrases.core(sentence, words)
        reach = answers.unbroken(sentence, places, part.head)
        if reach is None or answers.points(sentence, reach):
            continue
        if reach[1] - reach[0] <= LONGEST_DEFINITION:
            return reach
    return None


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
    asked = stems.inverted(
        analysis, clause, part, Wanted(Form.REASON, "why", *reach, Kind.TERM)
    )
    if asked is None or not attribution.has_motives(sentence, clause.subject.head):
        return asked
    return stems.attributed(asked)


def _acts(clause: Clause) -> bool:
    """Tell whether somebody does the deed, so that "to …" is an aim."""
    sentence = clause.sentence
    return (
        not clauses.is_passive(clause)
        and any(p.role in {Role.OBJECT, Role.OBLIQUE} for p in clause.outer)
        and sentence.words[clause.predicate].pos == "VERB"
    )


def _about_means(analysis: Analysis, clause: Clause, part: Part) -> Asked | None:
    reach = _verb_phrase(clause.sentence, part, fewest=2, most=14)
    if reach is None:
        return None
    wanted = Wanted(Form.MEANS, "how", *reach, Kind.TERM)
    return stems.inverted(analysis, clause, part, wanted)


def _about_aim(analysis: Analysis, clause: Clause, part: Part) -> Asked | None:
    sentence = clause.sentence
    if clauses.is_passive(clause):
        return None
    reach = _verb_phrase(sentence, part, fewest=3, most=14)
    if reach is None:
        return None
    wanted = Wanted(Form.AIM, "what", *reach, Kind.TERM, closing="to do")
    return stems.inverted(analysis, clause, part, wanted)


def _about_name(analysis: Analysis, clause: Clause, part: Part) -> Asked | None:
    """Ask what something is called, where the verb says so."""
    sentence = clause.sentence
    verb = sentence.words[clause.predicate]
    if verb.lemma not in listed("naming_verbs") or not clauses.is_passive(clause):
        return None
    if sentence.words[part.head].pos not in {"NOUN", "PROPN"}:
        return None
    case = clauses.preposition(sentence, part.head)
    if case and [sentence.words[p].lower for p in case] != ["as"]:
        return None
    places = [p for p in phrases.core(sentence, part.words) if p not in case]
    reach = answers.unbroken(sentence, places, part.head)
    if reach is None or reach[1] - reach[0] > answers.LONGEST_ANSWER:
        return None
    if answers.points(sentence, reach):
        return None
    kind = answers.kind_at(sentence, part.head)
    wanted = Wanted(Form.CALLED, "what", *reach, kind, stranded=True)
    return stems.inverted(analysis, clause, part, wanted)


def _verb_phrase(
    sentence: Sentence, part: Part, *, fewest: int, most: int
) -> tuple[int, int] | None:
    """Return the reach of a reason, means or aim of so many words; None where it has others."""
    reach = answers.unbroken(sentence, phrases.core(sentence, part.words), part.head)
    if reach is None or not fewest <= reach[1] - reach[0] <= most:
        return None
    return None if answers.points(sentence, reach) else reach


def _has_attribute(clause: Clause) -> bool:
    return any(p.role is Role.ATTRIBUTE for p in clause.outer)


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


_ASKING: dict[Role, tuple[Ask, ...]] = {
    Role.OBJECT: (_about_object, _about_name),
    Role.ATTRIBUTE: (_about_attribute,),
    Role.OBLIQUE: (
        circumstances.about_circumstance,
        circumstances.how_often,
        _about_name,
    ),
    Role.REASON: (_about_reason,),
    Role.MEANS: (_about_means,),
    Role.AIM: (_about_aim,),
    Role.OTHER: (circumstances.how_often, _about_name),
}
