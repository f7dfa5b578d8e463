"""Clauses: who does what, to whom, when and where; one fact a clause."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from quizapp.language import doubts, reports
from quizapp.language.lexicon import listed
from quizapp.language.words import NAMES, QUANTITIES, Kind, Mention, Sentence


class Role(StrEnum):
    """What a part does in its clause."""

    SUBJECT = "subject"
    OBJECT = "object"
    ATTRIBUTE = "attribute"
    """What a form of be says of the subject."""
    OBLIQUE = "oblique"
    """A phrase with a preposition, or a bare phrase of time."""
    AIM = "aim"
    """A verb phrase with to: sought to reach."""
    REASON = "reason"
    MEANS = "means"
    """By doing something."""
    OTHER = "other"


class Tense(StrEnum):
    """When a clause holds."""

    PAST = "past"
    PRESENT = "present"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a clause: its head and all its words, as places in the sentence."""

    role: Role
    head: int
    words: tuple[int, ...]
    within: int | None = None
    """Head of the part it stands inside: the aim of a verb, the noun of a phrase."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that states something of a known subject."""

    sentence: Sentence
    predicate: int
    subject: Part
    verbs: tuple[int, ...]
    """The auxiliaries, the copula and the verb, in order; the first is finite."""
    shared_verbs: tuple[str, ...]
    """Auxiliaries that stand with an earlier verb, or go unsaid: was founded and (was) renamed."""
    parts: tuple[Part, ...]
    """All but the subject, in order."""
    embedded: bool
    """It hangs on another clause."""
    unsaid_tense: Tense | None = None
    """Of an active participle, the tense it takes from the verb it hangs on: claiming, claimed."""
    speaker: Part | None = None
    """Whose words they are: the subject of "claimed that"."""

    @property
    def fronted(self) -> tuple[Part, ...]:
        """The parts before the subject."""
        edge = self.subject.words[0]
        return tuple(p for p in self.outer if p.words[-1] < min(edge, self.verbs[0]))

    @property
    def outer(self) -> tuple[Part, ...]:
        """The parts that stand in no other."""
        return tuple(part for part in self.parts if part.within is None)


_NOMINAL = frozenset({Role.OBJECT, Role.ATTRIBUTE, Role.OBLIQUE})
_CORE = frozenset({"aux", "aux:pass", "cop"})
_LEFT_OUT = frozenset({"cc", "mark", "punct", "conj", "discourse", "vocative", "parataxis"})


def of(sentence: Sentence) -> Iterator[Clause]:
    """Yield the clauses of a sentence that state something; questions and denials state nothing."""
    words = sentence.words
    if not words or words[-1].text in {"?", ":"}:
        return
    for place, word in enumerate(words):
        if word.pos not in {"VERB", "AUX", "NOUN", "PROPN", "ADJ", "NUM"}:
            continue
        clause = _clause(sentence, place)
        if clause is not None:
            yield clause


def _clause(sentence: Sentence, place: int) -> Clause | None:
    words = sentence.words
    verbs = _verbs(sentence, place)
    shared: tuple[str, ...] = ()
    subject = subject_of(sentence, place)
    if subject is None or not verbs or doubts.is_unsure(sentence, place):
        return None
    if (
        doubts.follows_its_words(sentence, place, subject)
        or doubts.acts_on_its_subject(sentence, place, subject)
        or doubts.lacks_its_object(sentence, place)
    ):
        return None
    if _is_no_statement(sentence, place, subject):
        return None
    first = words[verbs[0]]
    if first.tag == "VBG" or doubts.disagrees(sentence, place, subject, verbs[0]):
        return None
    passive = len(verbs) == 1 and _follows_a_passive(sentence, place)
    if passive or (first.tag in {"VBN", "VBG", "VB"} and first.pos == "VERB"):
        shared = _shared_auxiliaries(sentence, place)
        if not shared:
            return None
    subject_part = Part(Role.SUBJECT, subject, _subject_words(sentence, place, subject))
    if not subject_part.words:
        return None
    return Clause(
        sentence,
        place,
        subject_part,
        verbs,
        shared,
        tuple(parts(sentence, place, subject, verbs)),
        words[place].relation not in {"ROOT", "conj", "parataxis"},
        speaker=_speaker(sentence, place),
    )


def _is_no_statement(sentence: Sentence, place: int, subject: int) -> bool:
    """Tell whether a verb stands behind "to", in a quotation, or tells of one of two nouns."""
    words = sentence.words
    if any(words[m].lower == "to" for m in sentence.children(place, "mark")):
        return True
    if words[place].head == subject and doubts.may_tell_of_another(sentence, place):
        return True
    return sum(words[p].text in {'"', "“", "”"} for p in range(place)) % 2 == 1


def _speaker(sentence: Sentence, place: int) -> Part | None:
    """Return whose claim a reported clause is; nobody where it is a finding, or nobody is named."""
    here = place
    while sentence.words[here].relation == "conj":
        here = sentence.words[here].head
    verb = reports.report_of(sentence, here)
    if verb is None or reports.is_found_out(sentence, verb):
        return None
    subject = subject_of(sentence, verb)
    if subject is None:
        return None
    return Part(Role.SUBJECT, subject, _subject_words(sentence, verb, subject))


def subject_of(sentence: Sentence, place: int) -> int | None:
    """Return the subject: its own, that of the verb it is joined to, or what its relative means."""
    own = sentence.children(place, "nsubj")
    word = sentence.words[place]
    if sentence.children(place, "expl", "csubj"):
        return own[0] if own and existential(sentence, place) else None
    if own and word.relation == "acl:relcl":
        relative = sentence.words[own[0]]
        if relative.lower not in {"who", "which", "that"}:
            return own[0]
        name = explained(sentence, word.head)
        return word.head if name is None else sentence.words[word.head].head
    if own:
        led = [sentence.words[c] for c in sentence.children(own[0], "case")]
        # Behind a preposition no subject stands: following pressure from his nephew.
        return None if any(word.tag == "VBG" for word in led) else own[0]
    if word.relation == "conj" and word.pos in {"VERB", "AUX"} and word.tag != "VBG":
        return subject_of(sentence, word.head) if word.head != place else None
    return None


def _verbs(sentence: Sentence, place: int) -> tuple[int, ...]:
    word = sentence.words[place]
    found = [c for c in sentence.children(place) if sentence.words[c].relation in _CORE]
    if word.pos in {"VERB", "AUX"}:
        found.append(place)
    elif not any(sentence.words[c].relation == "cop" for c in found):
        return ()
    return tuple(sorted(found))


def _follows_a_passive(sentence: Sentence, place: int) -> bool:
    """Tell whether a verb without an object goes on from a passive: was cut and carried."""
    word = sentence.words[place]
    if word.relation != "conj" or not word.lower.endswith("ed"):
        return False
    own = sentence.children(place, "nsubj", "obj", "aux", "cop")
    return not own and bool(sentence.children(word.head, "aux:pass"))


def _shared_auxiliaries(sentence: Sentence, place: int) -> tuple[str, ...]:
    word = sentence.words[place]
    if word.relation != "conj":
        return ()
    before = sentence.words[word.head]
    if before.tag != word.tag and {before.tag, word.tag} != {"VBN", "VBD"}:
        return ()
    return tuple(
        sentence.words[c].lower
        for c in sentence.children(word.head)
        if sentence.words[c].relation in {"aux", "aux:pass"}
    )


def is_stated(sentence: Sentence, place: int) -> bool:
    """Tell whether the clause of a verb states something: it is neither denied nor supposed."""
    return not doubts.is_unsure(sentence, place)


def existential(sentence: Sentence, place: int) -> bool:
    """Tell whether a clause says that there is something."""
    return sentence.words[place].lemma == "be" and any(
        sentence.words[c].lower == "there" for c in sentence.children(place, "expl")
    )


def explained(sentence: Sentence, place: int) -> Mention | None:
    """Return the name that a phrase explains right behind it, but for a comma or brackets."""
    word = sentence.words[place]
    name = sentence.mention_at(word.head)
    if word.relation != "appos" or name is None or name.kind not in NAMES:
        return None
    before = sentence.subtree(place)[0]
    while before and (
        before - 1 in sentence.bracketed
        or sentence.words[before - 1].text in {",", "–", "—"}
    ):
        before -= 1
    return name if name.last == before and name.kind is not Kind.NATIONALITY else None


def _subject_words(sentence: Sentence, place: int, subject: int) -> tuple[int, ...]:
    """Return the subject's words; of a relative clause, without the clause itself."""
    whole = sentence.subtree(subject)
    relative = sentence.words[place].relation == "acl:relcl"
    name = explained(sentence, sentence.words[place].head) if relative else None
    if name is not None and name.covers(subject):
        return tuple(range(name.first, name.last))
    if not (relative and sentence.words[place].head == subject):
        return whole
    if sentence.children(subject, "nsubj", "cop", "csubj"):
        return ()
    beyond = {"case", "acl", "cc", "conj", "advcl", "obl", "punct", "parataxis", "appos"}
    out = {
        p for child in sentence.children(subject, *beyond) for p in sentence.subtree(child)
    }
    return tuple(p for p in whole if p not in out)


def parts(
    sentence: Sentence, place: int, subject: int, verbs: tuple[int, ...]
) -> Iterator[Part]:
    """Yield what a predicate goes with, besides its subject and verbs."""
    words = sentence.words
    relative = words[place].relation == "acl:relcl"
    if words[place].pos not in {"VERB", "AUX"}:
        attribute = Part(Role.ATTRIBUTE, place, attribute_words(sentence, place))
        yield attribute
        yield from _inner(sentence, attribute)
    for child in sentence.children(place):
        relation = words[child].relation
        if child == subject or child in verbs or relation in _LEFT_OUT:
            continue
        if words[place].pos in {"NOUN", "PROPN", "NUM"} and not _is_clause_part(
            sentence, child
        ):
            continue
        if words[place].pos == "ADJ" and child in attribute_words(sentence, place):
            continue
        if relation.startswith("nsubj") or (relative and words[child].tag in {"WDT", "WP"}):
            continue
        part = Part(_role(sentence, child), child, sentence.subtree(child))
        yield part
        yield from _inner(sentence, part)


def _inner(sentence: Sentence, part: Part) -> Iterator[Part]:
    """Yield the parts inside a part: what an aim acts on, what a noun is of or in."""
    words = sentence.words
    verbal = (
        words[part.head].relation.startswith("xcomp") and words[part.head].pos == "VERB"
    )
    for child in sentence.children(part.head):
        relation = words[child].relation.split(":")[0]
        belongs = verbal and relation in {"obj", "obl", "xcomp"}
        if not belongs and not (part.role in _NOMINAL and _hangs_by_case(sentence, child)):
            continue
        role = _role(sentence, child) if verbal else Role.OBLIQUE
        inner = Part(role, child, sentence.subtree(child), within=part.head)
        yield inner
        yield from _inner(sentence, inner)


def _hangs_by_case(sentence: Sentence, child: int) -> bool:
    """Tell whether a noun is told of with a preposition: the existence of facilities.

    Names keep what belongs to them, and tens of thousands of people are counted, not people.
    """
    noun = sentence.words[sentence.words[child].head]
    hangs = sentence.words[child].relation == "nmod" and bool(preposition(sentence, child))
    amount = sentence.mention_at(sentence.words[child].head)
    if amount is not None and amount.kind in QUANTITIES:
        return False
    return hangs and noun.pos == "NOUN" and noun.lemma not in listed("counting_nouns")


def _is_clause_part(sentence: Sentence, child: int) -> bool:
    """Tell whether a dependent of a predicate noun belongs to the clause rather than the noun."""
    return sentence.words[child].relation.split(":")[0] in {"obl", "advcl", "advmod"}


def attribute_words(sentence: Sentence, place: int) -> tuple[int, ...]:
    """Return the words of a predicate noun or adjective without the rest of its clause."""
    kept = {place}
    for child in sentence.children(place):
        relation = sentence.words[child].relation.split(":")[0]
        own = relation in {
            "det",
            "amod",
            "compound",
            "nmod",
            "flat",
            "nummod",
            "case",
            "acl",
            "fixed",
        }
        if own or (
            relation == "advmod" and child > place - 3 and _grades(sentence, child, place)
        ):
            kept.update(sentence.subtree(child))
        verbal = sentence.words[child].pos in {"VERB", "AUX"}
        if (
            relation == "conj"
            and not verbal
            and not sentence.children(child, "nsubj", "cop")
        ):
            kept.update(sentence.subtree(child))
    return tuple(sorted(kept))


def _grades(sentence: Sentence, child: int, place: int) -> bool:
    """Tell whether an adverb says how much of an adjective is meant: very old."""
    return sentence.words[child].pos == "ADV" and sentence.words[place].pos == "ADJ"


def _role(sentence: Sentence, child: int) -> Role:
    word = sentence.words[child]
    relation = word.relation.split(":")[0]
    marks = {sentence.words[c].lower for c in sentence.children(child, "mark", "case")}
    if relation == "obj":
        return Role.OBJECT
    if relation == "obl":
        first = sentence.words[sentence.subtree(child)[0]].lower
        due = first in {"because", "due", "owing"}
        return Role.REASON if due else Role.OBLIQUE
    if relation == "xcomp":
        if word.tag == "VB" and "to" in marks:
            return Role.AIM
        return Role.OTHER
    if relation == "advcl":
        if "because" in marks or (word.tag == "VB" and "to" in marks):
            return Role.REASON
        if "by" in marks and word.tag == "VBG":
            return Role.MEANS
    return Role.OTHER


def is_passive(clause: Clause) -> bool:
    """Tell whether the subject undergoes what the verb says."""
    relations = {clause.sentence.words[v].relation for v in clause.verbs}
    return "aux:pass" in relations or bool(
        clause.shared_verbs and clause.sentence.words[clause.predicate].tag == "VBN"
    )


def is_general(clause: Clause) -> bool:
    """Tell whether a clause says what always is rather than what once was."""
    return clause.sentence.words[clause.verbs[0]].tag in {"VBZ", "VBP", "MD"}


def preposition(sentence: Sentence, head: int) -> tuple[int, ...]:
    """Return the places of the preposition that opens a phrase, all of its words."""
    cases = [c for c in sentence.children(head, "case") if c < head]
    if not cases:
        return ()
    found: set[int] = set()
    for case in cases:
        if sentence.words[case].tag != "POS":
            found.update(sentence.subtree(case))
    return tuple(sorted(found))
