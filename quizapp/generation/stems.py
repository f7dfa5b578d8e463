"""A clause said again as a question: what goes before the subject, what stays behind it."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from quizapp.generation import attribution, phrases
from quizapp.generation.asked import Asked, Wanted
from quizapp.generation.phrases import Unclear, Voice
from quizapp.language import clauses, inflection
from quizapp.language.clauses import Clause, Part, Role, Tense
from quizapp.language.lexicon import listed
from quizapp.language.words import TIMES, Analysis, Kind, Sentence

LONGEST_QUESTION = 24
"""Words."""
_MANY = frozenset(
    {"most", "much", "many", "half", "several", "two", "three", "four", "five"}
)
"""Words that stand for some of the things named behind them: most of the gas."""
_BE = frozenset({"am", "is", "are", "was", "were"})
_SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does"}


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
        return question(
            self.fronted, opening, self.finite, self.subject, self.rest, self.tail, closing
        )


def inverted(
    analysis: Analysis, clause: Clause, part: Part, wanted: Wanted
) -> Asked | None:
    """Ask with the subject behind the finite verb."""
    if not wanted.opening.strip():
        return None
    voice = Voice(analysis, clause.sentence, clause.subject.head)
    hidden = hidden_words(clause, part, stranded=wanted.stranded)
    for tail in tails(clause, part, after=clause.verbs[0], hidden=hidden):
        if wanted.stranded and not _ends_with_it(part, hidden, tail):
            continue
        stem = _stem(clause, voice, part, tail)
        prompt = stem.asks(wanted.opening, wanted.closing)
        if is_short(prompt):
            return worded(analysis, clause, prompt, wanted)
    return None


def predicated(analysis: Analysis, clause: Clause, wanted: Wanted) -> Asked | None:
    """Ask for the subject: the rest of the clause stays as it stands."""
    sentence = clause.sentence
    if not wanted.opening:
        return None
    voice = Voice(analysis, sentence, clause.subject.head)
    fronted = _fronted(clause, voice, None)
    for tail in tails(clause, None, after=clause.verbs[0]):
        if not tail and sentence.words[clause.predicate].lemma == "be":
            return None
        adverbs = _adverbs(clause, None)
        first = _agreeing(clause, wanted.opening)
        first = f"{voice.say([p for p in adverbs if p < clause.verbs[0]])} {first}".strip()
        later = [p for p in adverbs if p > clause.verbs[0]]
        said = voice.say(sorted({*clause.verbs[1:], *later, *tail}))
        if re.search(r"\btheir\b", said):
            return None
        prompt = question(fronted, wanted.opening, first, said)
        if is_short(prompt):
            return worded(analysis, clause, prompt, wanted)
    return None


def _ends_with_it(part: Part, hidden: Collection[int], tail: Sequence[int]) -> bool:
    """Tell whether a preposition that lost its noun stands last: what did they live on."""
    left = [place for place in part.words if place not in hidden]
    return not left or not tail or tail[-1] == left[-1]


def hidden_words(clause: Clause, part: Part, *, stranded: bool) -> frozenset[int]:
    """Return the places that the answer leaves empty; its preposition stays where it stood."""
    if not stranded:
        return frozenset(part.words)
    return frozenset(part.words) - set(clauses.preposition(clause.sentence, part.head))


def _agreeing(clause: Clause, opening: str) -> str:
    """Return the first verbs; who and what take the singular, unless the predicate is plural."""
    texts = [*clause.shared_verbs, *_verb_texts(clause)[:1]]
    word = clause.sentence.words[clause.verbs[0]]
    if clause.unsaid_tense is Tense.PAST:
        return inflection.past(word.lemma)
    if clause.unsaid_tense is Tense.PRESENT:
        return inflection.third_person(word.lemma)
    plural_predicate = clause.sentence.words[clause.predicate].tag in {"NNS", "NNPS"}
    if opening not in {"who", "what"} or plural_predicate:
        return " ".join(texts)
    if not clause.shared_verbs and word.tag == "VBP" and word.pos == "VERB":
        return inflection.third_person(word.lemma)
    return " ".join([_SINGULAR.get(texts[0], texts[0]), *texts[1:]])


def _stem(clause: Clause, voice: Voice, part: Part, tail: Sequence[int]) -> Stem:
    sentence = clause.sentence
    subject = voice.say(phrases.core(sentence, clause.subject.words))
    if not subject:
        raise Unclear("no subject")
    head = sentence.words[clause.subject.head]
    counted = head.lemma in _MANY and bool(sentence.children(clause.subject.head, "nmod"))
    named = head.pos in {"NOUN", "PROPN"} or clause.subject.head in sentence.meant
    if not named and not counted:
        raise Unclear(head.text)
    if head.lemma not in voice.analysis.topic_classes and _is_known_only_there(clause):
        raise Unclear(head.text)
    first = sentence.words[clause.subject.words[0]]
    if first.tag == "VBN" and first.relation in {"acl", "advcl"}:
        raise Unclear(first.text)
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


def _is_known_only_there(clause: Clause) -> bool:
    """Tell whether the subject is one that only the text beside it tells: the company, a judge."""
    sentence, head = clause.sentence, clause.subject.head
    if sentence.words[head].pos != "NOUN":
        return False
    if any(sentence.mention_at(p) is not None for p in clause.subject.words):
        return False
    grades = {sentence.words[c].tag for c in sentence.children(head, "amod")}
    telling = sentence.children(head, "compound", "nmod", "acl", "nummod", "appos")
    dets = {sentence.words[c].lower for c in sentence.children(head, "det")}
    if "the" in dets and not telling:
        return "JJS" in grades or not clauses.is_general(clause)
    hangs = sentence.words[clause.predicate].relation == "acl:relcl"
    return hangs and not clauses.is_general(clause)


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
    subject = clause.sentence.words[clause.subject.head]
    single = subject.tag in {"NN", "NNP"} and not clause.sentence.children(
        clause.subject.head, "conj"
    )
    if first.tag == "VBP" and single and subject.lemma not in listed("group_nouns"):
        raise Unclear("a plural verb")
    support = {"VBD": "did", "VBZ": "does", "VBP": "do"}.get(first.tag)
    if clause.unsaid_tense is not None:
        plural = subject.tag in {"NNS", "NNPS"} or not single
        present = "do" if plural else "does"
        support = "did" if clause.unsaid_tense is Tense.PAST else present
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
        for part in clause.outer
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
    lost_its_start = re.match(r"[Tt]o \d", text)
    return f"{text}," if text and not lost_its_start else ""


def _is_setting(sentence: Sentence, part: Part) -> bool:
    if part.role not in {Role.OBLIQUE, Role.OTHER, Role.REASON}:
        return False
    if not clauses.preposition(sentence, part.head) and not is_time(sentence, part):
        return False
    word = sentence.words[part.head]
    if word.lemma in listed("empty_heads") and sentence.mention_at(part.head) is None:
        return False
    return len(part.words) <= 9 and word.relation.startswith("obl")


def is_time(sentence: Sentence, part: Part) -> bool:
    """Tell whether a part says when."""
    mention = sentence.mention_at(part.head)
    return mention is not None and mention.kind in TIMES


def tails(
    clause: Clause, answer: Part | None, after: int, hidden: Collection[int] = ()
) -> Iterator[tuple[int, ...]]:
    """Yield the words behind the verb, from all that belongs down to what must be said.

    The words at the places `hidden` are left out: those of an answer inside another part.
    """
    sentence = clause.sentence
    kept_out = answer if answer is not None and hidden == frozenset(answer.words) else None
    behind = [p for p in clause.outer if p is not kept_out and p.words[-1] > after]
    behind = [p for p in behind if p not in clause.fronted and not _is_between(clause, p)]
    behind = [p for p in behind if not _is_tail_clause(sentence, p)]
    while True:
        yield tuple(
            sorted(
                w
                for p in behind
                for w in phrases.core(sentence, p.words)
                if w not in hidden
            )
        )
        spare = [p for p in behind if _can_be_spared(sentence, p)]
        spare = [p for p in spare if answer is None or answer.head not in p.words]
        if not any(p.role in {Role.OBJECT, Role.ATTRIBUTE, Role.AIM} for p in clause.outer):
            spare = [p for p in spare if p is not behind[0]]
        if not spare:
            return
        behind.remove(spare[-1])


def _can_be_spared(sentence: Sentence, part: Part) -> bool:
    """Tell whether a part only says when, where or why, so that the rest is true without it."""
    if part.role in {Role.REASON, Role.MEANS}:
        return True
    mention = sentence.mention_at(part.head)
    settings = TIMES | {Kind.PLACE}
    return part.role is Role.OBLIQUE and mention is not None and mention.kind in settings


def _is_between(clause: Clause, part: Part) -> bool:
    word = clause.sentence.words[part.head]
    return len(part.words) == 1 and word.pos == "ADV" and part.head < clause.verbs[-1]


def _is_tail_clause(sentence: Sentence, part: Part) -> bool:
    word = sentence.words[part.head]
    return word.relation.startswith("advcl") or (
        word.relation == "advmod" and len(part.words) > 3
    )


def question(*pieces: str) -> str:
    """Join the pieces of a question, without the capital of its beginning."""
    text = " ".join(piece for piece in pieces if piece)
    return f"{text}?"


def is_short(prompt: str) -> bool:
    """Tell whether a question has few enough words to be read at once."""
    return len(prompt.split()) <= LONGEST_QUESTION


def worded(analysis: Analysis, clause: Clause, prompt: str, wanted: Wanted) -> Asked:
    """Return the question, attributed where it asks for a claim; raises Unclear."""
    sentence = clause.sentence
    reach = wanted.first, wanted.last
    own = phrases.capitalised(prompt)
    asked = Asked(wanted.form, sentence, own, *reach, wanted.kind)
    if clause.speaker is not None:
        speaker = Voice(analysis, sentence).say(
            phrases.core(sentence, clause.speaker.words)
        )
        return replace(asked, prompt=f"According to {speaker}, {prompt}")
    places = [
        clause.predicate,
        *clause.subject.words,
        *(w for p in clause.outer for w in p.words),
    ]
    spoken = {*prompt.rstrip("?").split(), *asked.answer.split()}
    said_places = [p for p in places if sentence.words[p].text in spoken]
    charged = attribution.is_charged(sentence, said_places)
    deed = analysis.is_contested and attribution.has_motives(sentence, clause.subject.head)
    estimate = attribution.is_estimate(asked.answer, wanted.kind)
    if not (charged or deed or estimate):
        return asked
    return replace(asked, prompt=f"{attribution.PREFIX}{prompt}")


def attributed(asked: Asked) -> Asked:
    """Return the question as one about what the article says."""
    return replace(asked, prompt=attribution.attributed(asked.prompt))
