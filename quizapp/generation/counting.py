"""How many there are of something that is counted."""

from quizapp.generation import phrases, stems
from quizapp.generation.asked import Asked, Form, Wanted
from quizapp.generation.phrases import Voice
from quizapp.language import clauses
from quizapp.language.clauses import Clause, Part, Role
from quizapp.language.words import Analysis, Kind, Mention, Sentence

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
SHORTEST_NOUN = 3
"""Characters; shorter are signs of units: 60 km."""
VAGUE = frozenset({"dozen", "hundred", "thousand", "million", "billion", "trillion"})
"""Words that by themselves give no number: hundreds of people."""
_DEFINITE = frozenset({"the", "these", "those", "both", "all", "every"})


def how_many(analysis: Analysis, clause: Clause, part: Part) -> Asked | None:
    """Ask for the number before a noun."""
    sentence, head = clause.sentence, part.head
    number = _number_of(sentence, head)
    if number is None or len(sentence.words[head].lemma) < SHORTEST_NOUN:
        return None
    case = clauses.preposition(sentence, part.head)
    counted = [
        p
        for p in phrases.core(sentence, part.words)
        if p not in case and not number.covers(p) and p > number.first
    ]
    if not counted or sentence.children(part.head, "conj") or _is_share(sentence, number):
        return None
    if sentence.words[counted[0]].tag == "NN" and counted[0] == number.last:
        return None
    if sentence.words[counted[0]].tag in {"DT", "CC", "JJR"} or sentence.children(
        head, "acl"
    ):
        return None
    before = " ".join(sentence.words[p].lower for p in case)
    if part.role is Role.OBLIQUE and before not in _COUNTABLE_BEHIND:
        return None
    things = Voice(analysis, sentence).say(counted)
    if any(char.isdigit() for char in things):
        return None
    reach = (number.first, number.last)
    if part.role is Role.SUBJECT:
        wanted = Wanted(Form.COUNT, f"how many {things}", *reach, Kind.NUMBER)
        return stems.predicated(analysis, clause, wanted)
    opening = f"{before} how many {things}".strip()
    wanted = Wanted(Form.COUNT, opening, *reach, Kind.NUMBER)
    return stems.inverted(analysis, clause, part, wanted)


def what_share(analysis: Analysis, clause: Clause, part: Part) -> Asked | None:
    """Ask which part of something: 20.8 % of the air."""
    sentence = clause.sentence
    share = sentence.mention_at(part.head)
    if share is None or share.kind is not Kind.PERCENT:
        return None
    wholes = [
        child
        for child in sentence.children(part.head, "nmod")
        if [sentence.words[p].lower for p in clauses.preposition(sentence, child)] == ["of"]
    ]
    if len(wholes) != 1 or sentence.children(part.head, "conj"):
        return None
    case = clauses.preposition(sentence, part.head)
    whole = Voice(analysis, sentence).say(
        phrases.core(sentence, sentence.subtree(wholes[0]))
    )
    before = " ".join(sentence.words[p].lower for p in case)
    opening = f"{before} what percentage {whole}".strip()
    wanted = Wanted(Form.SHARE, opening, share.first, share.last, Kind.PERCENT)
    if part.role is Role.SUBJECT:
        return stems.predicated(analysis, clause, wanted)
    return stems.inverted(analysis, clause, part, wanted)


def how_many_are_there(analysis: Analysis, clause: Clause, part: Part) -> Asked | None:
    """Ask for the number of what there is."""
    sentence = clause.sentence
    number = _number_of(sentence, part.head)
    if number is None or sentence.children(part.head, "conj") or len(clause.verbs) != 1:
        return None
    voice = Voice(analysis, sentence)
    counted = [p for p in phrases.core(sentence, part.words) if p >= number.last]
    tails = [tail for tail in stems.tails(clause, None, after=clause.verbs[0]) if tail]
    if not counted or sentence.words[counted[0]].tag == "NN":
        return None
    within = [p for p in counted if p <= part.head]
    beyond = sorted({*(p for p in counted if p > part.head), *(tails[0] if tails else ())})
    if not beyond:
        return None
    be = sentence.words[clause.verbs[0]].lower
    prompt = stems.question(f"how many {voice.say(within)} {be} there", voice.say(beyond))
    if not stems.is_short(prompt):
        return None
    wanted = Wanted(Form.COUNT, "how many", number.first, number.last, Kind.NUMBER)
    return stems.worded(analysis, clause, prompt, wanted)


def _number_of(sentence: Sentence, head: int) -> Mention | None:
    if sentence.words[head].tag != "NNS" or sentence.children(head, "nmod:poss"):
        return None
    if any(sentence.words[c].lower in _DEFINITE for c in sentence.children(head, "det")):
        return None
    for child in sentence.children(head, "nummod"):
        mention = sentence.mention_at(child)
        if mention is not None and mention.text.lower() in VAGUE:
            return None
        picked = mention is not None and _is_picked(sentence, head, mention)
        if mention is not None and mention.kind is Kind.NUMBER and not picked:
            return mention
    return None


def _is_share(sentence: Sentence, number: Mention) -> bool:
    """Tell whether the number is one of two that tell a share: nine in ten."""
    return any(
        other.last == number.first - 1 and other.kind is Kind.NUMBER
        for other in sentence.mentions
    )


def _is_picked(sentence: Sentence, head: int, number: Mention) -> bool:
    """Tell whether a word before the number picks some of many: the last two models."""
    return number.covers(head) or any(
        child < number.first for child in sentence.children(head, "amod")
    )
