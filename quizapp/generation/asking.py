"""A clause and one of its parts as the answer become a question in good English."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from quizapp.generation import attribution, phrases, whwords
from quizapp.generation.asked import Asked
from quizapp.generation.phrases import Unclear, Voice
from quizapp.language import clauses, inflection
from quizapp.language.clauses import Clause, Part, Role
from quizapp.language.lexicon import listed
from quizapp.language.words import (
    NAMES,
    QUANTITIES,
    TIMES,
    Analysis,
    Kind,
    Mention,
    Sentence,
)

LONGEST_QUESTION = 24
LONGEST_ANSWER = 10
LONGEST_DEFINITION = 14
EASY = 0.25
"""What a question loses whose answer is the name the whole text is about."""
Ask = Callable[[Analysis, Clause, Part], Asked | None]
_BE = frozenset({"am", "is", "are", "was", "were"})


@dataclass(frozen=True, slots=True)
class Stem:
    """A clause without its answer, ready to be asked: the texts of its pieces."""

    fronted: str
    subject: str
    finite: str
    """The word that changes places with the subject."""
    rest: str
    """Other verbs, and what stands among them."""
    tail: str

    def asks(self, opening: str, closing: str = "") -> str:
        """Return the question with the subject behind the finite verb."""
        return _question(
            self.fronted, opening, self.finite, self.subject, self.rest, self.tail, closing
        )


def questions(analysis: Analysis, clause: Clause) -> Iterator[Asked]:
    """Yield the questions one clause answers."""
    for asked in _drafts(analysis, clause):
        if asked is not None:
            yield asked


def _drafts(analysis: Analysis, clause: Clause) -> Iterator[Asked | None]:
    if clauses.existential(clause.sentence, clause.predicate):
        yield _attempt(_how_many_are_there, analysis, clause, clause.subject)
        return
    yield _attempt(_about_subject, analysis, clause, clause.subject)
    for part in clause.parts:
        for ask in _ASKING.get(part.role, ()):
            yield _attempt(ask, analysis, clause, part)
    for part in (clause.subject, *clause.parts):
        if part.role in {Role.SUBJECT, Role.OBJECT, Role.OBLIQUE}:
            yield _attempt(_how_many, analysis, clause, part)


def _attempt(ask: Ask, analysis: Analysis, clause: Clause, part: Part) -> Asked | None:
    try:
        return ask(analysis, clause, part)
    except Unclear:
        return None


# -- what is asked ---------------------------------------------------------------------------


def _about_subject(analysis: Analysis, clause: Clause, part: Part) -> Asked | None:
    sentence = clause.sentence
    reach = noun_phrase(sentence, part.head, part.words)
    if reach is None or not _may_answer(analysis, sentence, part.head, reach):
        return None
    if _has_attribute(clause) and not _is_definite(sentence, clause.predicate):
        return None
    kind = _kind(sentence, part.head)
    worth = 0.78 if kind is not Kind.TERM else 0.55
    wh = whwords.of(sentence, part.head)
    return _predicated(analysis, clause, wh, reach, kind, worth)


def _predicated(
    analysis: Analysis,
    clause: Clause,
    opening: str,
    reach: tuple[int, int],
    kind: Kind,
    worth: float,
) -> Asked | None:
    """Ask for the subject: the rest of the clause stays as it stands."""
    sentence = clause.sentence
    if not opening:
        return None
    voice = Voice(analysis, sentence, clause.subject.head)
    fronted = _fronted(clause, voice, None)
    for tail in _tails(clause, None, after=clause.verbs[0]):
        if not tail and sentence.words[clause.predicate].lemma == "be":
            return None
        adverbs = _adverbs(clause, None)
        first = _agreeing(clause, opening)
        first = f"{voice.say([p for p in adverbs if p < clause.verbs[0]])} {first}".strip()
        later = [p for p in adverbs if p > clause.verbs[0]]
        said = voice.say(sorted({*clause.verbs[1:], *later, *tail}))
        if re.search(r"\btheir\b", said):
            return None
        prompt = _question(fronted, opening, first, said)
        if _short_enough(prompt):
            return _asked(analysis, clause, prompt, reach, kind, worth)
    return None


_SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does"}


def _agreeing(clause: Clause, opening: str) -> str:
    """Return the first verbs; who and what take the singular, unless the predicate is plural."""
    texts = [*clause.shared_verbs, *_verb_texts(clause)[:1]]
    word = clause.sentence.words[clause.verbs[0]]
    plural_predicate = clause.sentence.words[clause.predicate].tag in {"NNS", "NNPS"}
    if opening not in {"who", "what"} or plural_predicate:
        return " ".join(texts)
    if not clause.shared_verbs and word.tag == "VBP" and word.pos == "VERB":
        return inflection.third_person(word.lemma)
    return " ".join([_SINGULAR.get(texts[0], texts[0]), *texts[1:]])


def _about_object(analysis: Analysis, clause: Clause, part: Part) -> Asked | None:
    sentence = clause.sentence
    reach = noun_phrase(sentence, part.head, part.words)
    if reach is None or not _may_answer(analysis, sentence, part.head, reach):
        return None
    kind = _kind(sentence, part.head)
    if kind in QUANTITIES | TIMES:
        return _amount_as_object(analysis, clause, part, reach, kind)
    wh = whwords.of(sentence, part.head)
    if (
        wh == "what"
        and kind is not Kind.TERM
        and any(p.role is Role.AIM for p in clause.parts)
    ):
        return None
    worth = 0.8 if kind is not Kind.TERM else 0.66
    return _inverted(analysis, clause, part, reach, wh, kind, worth)


def _amount_as_object(
    analysis: Analysis, clause: Clause, part: Part, reach: tuple[int, int], kind: Kind
) -> Asked | None:
    if kind is not Kind.MONEY:
        return None
    return _inverted(analysis, clause, part, reach, "how much", kind, 0.8)


def _about_attribute(analysis: Analysis, clause: Clause, part: Part) -> Asked | None:
    sentence = clause.sentence
    word = sentence.words[part.head]
    if word.pos not in {"NOUN", "PROPN"} or clauses.preposition(sentence, part.head):
        return None
    places = phrases.core(sentence, _with_relative(sentence, part))
    reach = _unbroken(sentence, places, part.head)
    if (
        reach is None
        or reach[1] - reach[0] > LONGEST_DEFINITION
        or _points(sentence, reach)
    ):
        return None
    subject = sentence.mention_at(clause.subject.head)
    if _is_definite(sentence, part.head) and (
        subject is None or subject.kind is not Kind.PERSON
    ):
        return None
    person = subject is not None and subject.kind is Kind.PERSON
    if clause.subject.head in sentence.meant:
        person = sentence.words[clause.subject.head].lower in {"he", "she"}
    wh = (
        "who"
        if person or (whwords.of(sentence, part.head) == "who" and subject is None)
        else "what"
    )
    return _inverted(analysis, clause, part, reach, wh, Kind.TERM, 0.72)


def _about_circumstance(analysis: Analysis, clause: Clause, part: Part) -> Asked | None:
    sentence = clause.sentence
    case = clauses.preposition(sentence, part.head)
    before = " ".join(sentence.words[p].lower for p in case)
    mention = sentence.mention_at(part.head)
    if mention is not None and mention.kind in TIMES:
        return _about_time(analysis, clause, part, mention, before)
    if mention is not None and mention.kind in QUANTITIES:
        return _about_amount(analysis, clause, part, mention, before)
    reach = noun_phrase(sentence, part.head, [p for p in part.words if p not in case])
    if not case or reach is None or not _may_answer(analysis, sentence, part.head, reach):
        return None
    opening, worth = _circumstance_opening(clause, part, before)
    if opening:
        kind = _kind(sentence, part.head)
        return _inverted(analysis, clause, part, reach, opening, kind, worth)
    return _about_companion(analysis, clause, part, reach, before)


def _circumstance_opening(clause: Clause, part: Part, before: str) -> tuple[str, float]:
    """Return the question words of a place or a doer, and their worth; empty for all else."""
    sentence = clause.sentence
    wh = whwords.of(sentence, part.head)
    if not wh:
        return "", 0.0
    if before in {"in", "at", "on"} and whwords.is_place(sentence, part.head):
        if wh.startswith("which ") and wh not in {"which city", "which country"}:
            return f"{before} {wh}", 0.78
        moves = any(_leads_somewhere(sentence, p) for p in clause.parts if p is not part)
        return ("", 0.0) if moves else ("where", 0.82)
    distance = any(_is_measure(sentence, p) for p in clause.parts)
    if (
        before in {"to", "from"}
        and not distance
        and _kind(sentence, part.head) is Kind.PLACE
    ):
        return f"{before} {wh}", 0.78
    if before == "by" and clauses.is_passive(clause) and wh != "what":
        return f"by {'whom' if wh == 'who' else wh}", 0.75
    if (
        before == "during"
        and sentence.mention_at(part.head) is None
        and _names(sentence, part)
    ):
        return f"during which {sentence.words[part.head].lower}", 0.6
    return "", 0.0


def _names(sentence: Sentence, part: Part) -> bool:
    return any(sentence.mention_at(place) is not None for place in part.words)


def _is_measure(sentence: Sentence, part: Part) -> bool:
    mention = sentence.mention_at(part.head)
    return mention is not None and mention.kind is Kind.MEASURE


def _leads_somewhere(sentence: Sentence, part: Part) -> bool:
    """Tell whether another phrase of the clause names a place too."""
    return part.role is Role.OBLIQUE and whwords.is_place(sentence, part.head)


_NEVER_ASKED = frozenset(
    {"of", "like", "than", "per", "including", "in", "on", "at", "during"}
)


def _about_companion(
    analysis: Analysis, clause: Clause, part: Part, reach: tuple[int, int], before: str
) -> Asked | None:
    """Ask for the noun behind any other preposition."""
    sentence = clause.sentence
    if len(before.split()) > 1 or before in _NEVER_ASKED:
        return None
    kind = _kind(sentence, part.head)
    wh = whwords.of(sentence, part.head)
    if before == "by" and wh == "what":
        return _about_process(analysis, clause, part, reach)
    last = not [p for p in clause.parts if p.words[0] > part.words[-1]]
    if wh == "what" and last and part not in clause.fronted:
        return _inverted(analysis, clause, part, reach, wh, kind, 0.55, closing=before)
    if before == "as":
        return None
    opening = f"{before} {'whom' if wh == 'who' else wh}" if wh else ""
    return _inverted(analysis, clause, part, reach, opening, kind, 0.52)


def _about_process(
    analysis: Analysis, clause: Clause, part: Part, reach: tuple[int, int]
) -> Asked | None:
    """Ask how something is done, where a process does it."""
    word = clause.sentence.words[part.head]
    first = reach[0]
    while first > 0 and clause.sentence.words[first].lower != "by":
        first -= 1
    if not word.lemma.endswith(_PROCESS) or reach[0] - first > 1:
        return None
    return _inverted(analysis, clause, part, (first, reach[1]), "how", Kind.TERM, 0.6)


_PROCESS = ("ion", "sis", "ing", "ment", "lysis", "ance", "ure")


def _about_time(
    analysis: Analysis, clause: Clause, part: Part, mention: Mention, before: str
) -> Asked | None:
    wh = whwords.of_time(mention.kind, before)
    if clause.sentence.children(part.head, "conj") or _lacks_its_complement(clause):
        return None
    others = [p for p in clause.parts if p is not part and _is_time(clause.sentence, p)]
    if not wh or others:
        return None
    reach = (mention.first, mention.last)
    return _inverted(analysis, clause, part, reach, wh, mention.kind, 0.9)


def _lacks_its_complement(clause: Clause) -> bool:
    """Tell whether a predicate says little without the clause behind it: was slow to do."""
    sentence = clause.sentence
    return sentence.words[clause.predicate].pos == "ADJ" and bool(
        sentence.children(clause.predicate, "advcl", "ccomp")
    )


def _is_time(sentence: Sentence, part: Part) -> bool:
    mention = sentence.mention_at(part.head)
    return mention is not None and mention.kind in TIMES


def _about_amount(
    analysis: Analysis, clause: Clause, part: Part, mention: Mention, before: str
) -> Asked | None:
    reach = (mention.first, mention.last)
    if before == "by" and mention.kind in {Kind.PERCENT, Kind.MONEY}:
        return _inverted(analysis, clause, part, reach, "by how much", mention.kind, 0.75)
    if before in {"for", "at"} and mention.kind is Kind.MONEY:
        return _inverted(
            analysis, clause, part, reach, f"{before} how much", mention.kind, 0.75
        )
    unit = clause.sentence.words[mention.last - 1].lemma
    if not before and mention.kind is Kind.MEASURE and unit in listed("units_of_length"):
        return _inverted(analysis, clause, part, reach, "how far", mention.kind, 0.75)
    if before == "for" and mention.kind is Kind.MEASURE and unit in listed("units_of_time"):
        return _inverted(analysis, clause, part, reach, "for how long", mention.kind, 0.75)
    return None


def _about_reason(analysis: Analysis, clause: Clause, part: Part) -> Asked | None:
    sentence = clause.sentence
    reach = _unbroken(sentence, phrases.core(sentence, part.words), part.head)
    if reach is None or not 2 <= reach[1] - reach[0] <= 16 or _points(sentence, reach):
        return None
    first = sentence.words[reach[0]]
    if first.lower == "to" and not _acts(clause):
        return None
    asked = _inverted(analysis, clause, part, reach, "why", Kind.TERM, 0.7)
    return None if asked is None else _attribute(asked)


def _acts(clause: Clause) -> bool:
    """Tell whether somebody does the deed, so that "to …" is an aim."""
    sentence = clause.sentence
    return (
        not clauses.is_passive(clause)
        and any(p.role in {Role.OBJECT, Role.OBLIQUE} for p in clause.parts)
        and sentence.words[clause.predicate].pos == "VERB"
    )


def _about_means(analysis: Analysis, clause: Clause, part: Part) -> Asked | None:
    sentence = clause.sentence
    reach = _unbroken(sentence, phrases.core(sentence, part.words), part.head)
    if reach is None or not 3 <= reach[1] - reach[0] <= 14 or _points(sentence, reach):
        return None
    return _inverted(analysis, clause, part, reach, "how", Kind.TERM, 0.66)


def _about_aim(analysis: Analysis, clause: Clause, part: Part) -> Asked | None:
    sentence = clause.sentence
    if sentence.words[clause.predicate].lemma not in listed("aim_verbs"):
        return None
    if clauses.is_passive(clause):
        return None
    reach = _unbroken(sentence, phrases.core(sentence, part.words), part.head)
    if reach is None or not 3 <= reach[1] - reach[0] <= 14 or _points(sentence, reach):
        return None
    return _inverted(
        analysis, clause, part, reach, "what", Kind.TERM, 0.62, closing="to do"
    )


_ASKING = {
    Role.OBJECT: (_about_object,),
    Role.ATTRIBUTE: (_about_attribute,),
    Role.OBLIQUE: (_about_circumstance,),
    Role.REASON: (_about_reason,),
    Role.MEANS: (_about_means,),
    Role.AIM: (_about_aim,),
}


_COUNTABLE_BEHIND = frozenset(
    {
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "into",
        "over",
        "across",
        "through",
        "to",
    }
)


def _how_many(analysis: Analysis, clause: Clause, part: Part) -> Asked | None:
    """Ask for the number before a noun."""
    sentence = clause.sentence
    number = _number_of(sentence, part.head)
    if number is None:
        return None
    case = clauses.preposition(sentence, part.head)
    counted = [
        p
        for p in phrases.core(sentence, part.words)
        if p not in case and not number.covers(p) and p > number.first
    ]
    if not counted or sentence.children(part.head, "conj"):
        return None
    if sentence.words[counted[0]].tag == "NN" and counted[0] == number.last:
        return None
    before = " ".join(sentence.words[p].lower for p in case)
    if part.role is Role.OBLIQUE and before not in _COUNTABLE_BEHIND:
        return None
    things = Voice(analysis, sentence).say(counted)
    if any(char.isdigit() for char in things):
        return None
    reach = (number.first, number.last)
    if part.role is Role.SUBJECT:
        asked = _predicated(
            analysis, clause, f"how many {things}", reach, Kind.NUMBER, 0.82
        )
    else:
        opening = f"{before} how many {things}".strip()
        asked = _inverted(analysis, clause, part, reach, opening, Kind.NUMBER, 0.84)
    if asked is not None and attribution.is_estimate(asked.answer, Kind.NUMBER):
        return _attribute(asked)
    return asked


def _how_many_are_there(analysis: Analysis, clause: Clause, part: Part) -> Asked | None:
    sentence = clause.sentence
    number = _number_of(sentence, part.head)
    if number is None or sentence.children(part.head, "conj") or len(clause.verbs) != 1:
        return None
    voice = Voice(analysis, sentence)
    counted = [p for p in phrases.core(sentence, part.words) if p >= number.last]
    tails = [tail for tail in _tails(clause, None, after=clause.verbs[0]) if tail]
    if not counted or sentence.words[counted[0]].tag == "NN":
        return None
    within = [p for p in counted if p <= part.head]
    beyond = sorted({*(p for p in counted if p > part.head), *(tails[0] if tails else ())})
    if not beyond:
        return None
    be = sentence.words[clause.verbs[0]].lower
    prompt = _question(f"how many {voice.say(within)} {be} there", voice.say(beyond))
    reach = (number.first, number.last)
    return (
        _asked(analysis, clause, prompt, reach, Kind.NUMBER, 0.84)
        if _short_enough(prompt)
        else None
    )


def _number_of(sentence: Sentence, head: int) -> Mention | None:
    if sentence.words[head].tag != "NNS" or sentence.children(head, "nmod:poss"):
        return None
    for child in sentence.children(head, "nummod"):
        mention = sentence.mention_at(child)
        picked = mention is not None and _is_picked(sentence, head, mention)
        if mention is not None and mention.kind is Kind.NUMBER and not picked:
            return mention
    return None


def _is_picked(sentence: Sentence, head: int, number: Mention) -> bool:
    """Tell whether a word before the number picks some of many: the last two models."""
    return number.covers(head) or any(
        child < number.first for child in sentence.children(head, "amod")
    )


# -- how it is said --------------------------------------------------------------------------


def _inverted(  # noqa: PLR0913, PLR0917 - the clause, what is asked of it, and in which words
    analysis: Analysis,
    clause: Clause,
    part: Part,
    reach: tuple[int, int],
    opening: str,
    kind: Kind,
    worth: float,
    closing: str = "",
) -> Asked | None:
    """Ask with the subject behind the finite verb."""
    if not opening.strip():
        return None
    voice = Voice(analysis, clause.sentence, clause.subject.head)
    for tail in _tails(clause, part, after=clause.verbs[0]):
        stem = _stem(clause, voice, part, tail)
        prompt = stem.asks(opening, closing)
        if _short_enough(prompt):
            return _asked(analysis, clause, prompt, reach, kind, worth)
    return None


def _stem(clause: Clause, voice: Voice, part: Part, tail: Sequence[int]) -> Stem:
    sentence = clause.sentence
    subject = voice.say(phrases.core(sentence, clause.subject.words))
    if not subject:
        raise Unclear("no subject")
    head = sentence.words[clause.subject.head]
    if head.pos not in {"NOUN", "PROPN"} and clause.subject.head not in sentence.meant:
        raise Unclear(head.text)
    first = sentence.words[clause.subject.words[0]]
    if first.pos in {"ADP", "ADV"} and first.lower not in {
        "over",
        "about",
        "around",
        "almost",
    }:
        raise Unclear(first.text)
    finite, base = _split_verbs(clause)
    behind = sorted(
        {*clause.verbs[0 if clause.shared_verbs else 1 :], *_adverbs(clause, part)}
    )
    rest = f"{voice.say(_adverbs(clause, part))} {base}" if base else voice.say(behind)
    return Stem(
        _fronted(clause, voice, part), subject, finite, rest.strip(), voice.say(tail)
    )


def _split_verbs(clause: Clause) -> tuple[str, str]:
    """Return the word that goes before the subject, and the base form that do leaves behind it."""
    texts = [*clause.shared_verbs, *_verb_texts(clause)]
    first = clause.sentence.words[clause.verbs[0]]
    if (
        clause.shared_verbs
        or first.relation in {"aux", "aux:pass", "cop"}
        or first.lower in _BE
    ):
        return texts[0], ""
    support = {"VBD": "did", "VBZ": "does", "VBP": "do"}.get(first.tag)
    if support is None:
        raise Unclear("no finite verb")
    return support, inflection.base_form(first.text, first.tag)


def _verb_texts(clause: Clause) -> list[str]:
    texts = [clause.sentence.words[v].lower for v in clause.verbs]
    if any(not text.replace("-", "").isalpha() for text in texts):
        raise Unclear("a contraction")
    return texts


def _adverbs(clause: Clause, answer: Part | None) -> list[int]:
    """Return the places of the short adverbs among the verbs."""
    sentence = clause.sentence
    return [
        part.head
        for part in clause.parts
        if part is not answer and len(part.words) == 1
        if _is_between(clause, part) and part.head > clause.subject.words[0]
        if sentence.words[part.head].lower not in listed("connectives")
    ]


def _fronted(clause: Clause, voice: Voice, answer: Part | None) -> str:
    """Return the phrase before the subject, with its comma; the last one where there are many."""
    sentence = clause.sentence
    kept = [
        p
        for p in clause.fronted
        if p is not answer and len(p.words) > 1 and _is_setting(sentence, p)
    ]
    if not kept:
        return ""
    text = voice.say(phrases.core(sentence, kept[-1].words))
    return f"{text}," if text else ""


def _is_setting(sentence: Sentence, part: Part) -> bool:
    if part.role not in {Role.OBLIQUE, Role.OTHER, Role.REASON}:
        return False
    if not clauses.preposition(sentence, part.head) and not _is_time(sentence, part):
        return False
    word = sentence.words[part.head]
    if word.lemma in listed("empty_heads") and sentence.mention_at(part.head) is None:
        return False
    return len(part.words) <= 9 and word.relation.startswith("obl")


def _tails(clause: Clause, answer: Part | None, after: int) -> Iterator[tuple[int, ...]]:
    """Yield the words behind the verb, from all that belongs down to what must be said."""
    sentence = clause.sentence
    behind = [p for p in clause.parts if p is not answer and p.words[-1] > after]
    behind = [p for p in behind if p not in clause.fronted and not _is_between(clause, p)]
    behind = [p for p in behind if not _is_tail_clause(sentence, p)]
    while True:
        yield tuple(sorted(w for p in behind for w in phrases.core(sentence, p.words)))
        spare = [p for p in behind if p.role in {Role.OBLIQUE, Role.REASON, Role.MEANS}]
        if not any(p.role in {Role.OBJECT, Role.ATTRIBUTE, Role.AIM} for p in clause.parts):
            spare = [p for p in spare if p is not behind[0]]
        if not spare:
            return
        behind.remove(spare[-1])


def _is_between(clause: Clause, part: Part) -> bool:
    word = clause.sentence.words[part.head]
    return len(part.words) == 1 and word.pos == "ADV" and part.head < clause.verbs[-1]


def _is_tail_clause(sentence: Sentence, part: Part) -> bool:
    word = sentence.words[part.head]
    return word.relation.startswith("advcl") or (
        word.relation == "advmod" and len(part.words) > 3
    )


def _question(*pieces: str) -> str:
    text = " ".join(piece for piece in pieces if piece)
    return phrases.capitalised(f"{text}?")


def _short_enough(prompt: str) -> bool:
    return len(prompt.split()) <= LONGEST_QUESTION


def _asked(
    analysis: Analysis,
    clause: Clause,
    prompt: str,
    reach: tuple[int, int],
    kind: Kind,
    worth: float,
) -> Asked:
    worth -= 0.06 * clause.embedded + 0.01 * max(0, len(prompt.split()) - 14)
    asked = Asked(clause.sentence, prompt, *reach, kind, worth)
    if kind in NAMES and analysis.is_everywhere(phrases.without_article(asked.answer)):
        asked = replace(asked, worth=worth - EASY)
    places = [
        clause.predicate,
        *clause.subject.words,
        *(w for p in clause.parts for w in p.words),
    ]
    spoken = {*prompt.rstrip("?").split(), *asked.answer.split()}
    said = [p for p in places if clause.sentence.words[p].text in spoken]
    charged = attribution.is_charged(clause.sentence, said)
    return (
        _attribute(asked)
        if charged or attribution.is_estimate(asked.answer, kind)
        else asked
    )


def _attribute(asked: Asked) -> Asked:
    return replace(asked, prompt=attribution.attributed(asked.prompt), attributed=True)


# -- answers ---------------------------------------------------------------------------------


def noun_phrase(
    sentence: Sentence, head: int, places: Sequence[int]
) -> tuple[int, int] | None:
    """Return the reach of a noun with what belongs to it, half-open; None where it is broken up."""
    case = clauses.preposition(sentence, head)
    inner = [p for p in phrases.core(sentence, places) if p not in case]
    relative = {
        p for child in sentence.children(head, "acl:relcl") for p in sentence.subtree(child)
    }
    return _unbroken(sentence, [p for p in inner if p not in relative], head)


def _with_relative(sentence: Sentence, part: Part) -> list[int]:
    found = set(part.words)
    for child in sentence.children(part.head, "acl:relcl"):
        found.update(sentence.subtree(child))
    return sorted(found)


def _unbroken(
    sentence: Sentence, places: Sequence[int], head: int
) -> tuple[int, int] | None:
    """Return the stretch of neighbouring places that holds the head."""
    kept = phrases.trim(sentence, places)
    if head not in kept:
        return None
    first = last = head
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    while last > first and sentence.words[last].text in {",", ";", "(", "and", "or"}:
        last -= 1
    return first, last + 1


def _may_answer(
    analysis: Analysis, sentence: Sentence, head: int, reach: tuple[int, int]
) -> bool:
    """Tell whether a noun phrase can stand as an answer by itself."""
    word = sentence.words[head]
    if word.pos not in {"NOUN", "PROPN"} or reach[1] - reach[0] > LONGEST_ANSWER:
        return False
    if word.lemma in listed("empty_heads") and sentence.mention_at(head) is None:
        return False
    if word.lemma in listed("judging_nouns") or _is_known(analysis, sentence, head):
        return False
    if phrases.bare_definite_vague(sentence, head) or _points(sentence, reach):
        return False
    return _is_whole(sentence, head, reach)


def _is_whole(sentence: Sentence, head: int, reach: tuple[int, int]) -> bool:
    """Tell whether a phrase has all its words: its list, its name, nothing of its neighbours."""
    words = sentence.words
    inside = words[reach[0] : reach[1]]
    if not all(reach[0] <= c < reach[1] for c in sentence.children(head, "conj")):
        return False
    if inside[0].pos == "ADP" or any(w.tag in {"VBD", "VBZ", "VBP", "MD"} for w in inside):
        return False
    if reach[0] and words[reach[0] - 1].tag == "NN" and inside[0].pos == "PROPN":
        return False
    return reach[1] == len(words) or words[reach[1]].pos != "PROPN"


def _is_known(analysis: Analysis, sentence: Sentence, head: int) -> bool:
    """Tell whether an answer is only "the lamp" of which the text has spoken."""
    lemma = sentence.words[head].lemma
    if not phrases.bare_definite(sentence, head):
        return False
    earlier = analysis.sentences[: sentence.number]
    return lemma in analysis.topic_classes or any(lemma in s.nouns for s in earlier)


def _points(sentence: Sentence, reach: tuple[int, int]) -> bool:
    """Tell whether an answer needs words outside it: its, this, such."""
    words = sentence.words[reach[0] : reach[1]]
    pointing = {
        "this",
        "that",
        "these",
        "those",
        "such",
        "another",
        "other",
        "each",
        "both",
        "same",
    }
    if words[0].lower in pointing or any(w.tag in {"PRP", "PRP$"} for w in words):
        return True
    if words[0].tag in {"WP$", "WP", "WDT"} or any("[" in w.text for w in words):
        return True
    quotes = sum(w.text in {'"', "“", "”"} for w in words)
    return quotes % 2 == 1 or sum(w.text == "(" for w in words) != sum(
        w.text == ")" for w in words
    )


def _has_attribute(clause: Clause) -> bool:
    return any(p.role is Role.ATTRIBUTE for p in clause.parts)


def _is_definite(sentence: Sentence, place: int) -> bool:
    word = sentence.words[place]
    if word.pos == "ADJ":
        return word.tag == "JJS"
    dets = {sentence.words[c].lower for c in sentence.children(place, "det")}
    superlative = any(
        sentence.words[c].tag == "JJS" for c in sentence.children(place, "amod")
    )
    return "the" in dets or superlative or bool(sentence.children(place, "nmod:poss"))


def _kind(sentence: Sentence, head: int) -> Kind:
    mention = sentence.mention_at(head)
    return mention.kind if mention is not None else Kind.TERM
