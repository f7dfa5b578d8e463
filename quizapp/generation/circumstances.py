"""When, where, by whom, with what: the phrases around a verb as answers."""

from dataclasses import replace

from quizapp.generation import answers, stems, whwords
from quizapp.generation.asked import Asked, Form, Wanted
from quizapp.language import clauses, nouns
from quizapp.language.clauses import Clause, Part, Role
from quizapp.language.lexicon import listed
from quizapp.language.words import QUANTITIES, TIMES, Analysis, Kind, Mention, Sentence

_NEVER_ASKED = frozenset({"like", "than", "per", "including", "during", "such as"})
_AT = frozenset({"in", "at", "on", "near", "within", "inside", "outside"})
_DURATIONS = {"for": "for how long", "within": "within what time", "in": "in what time"}
_DIMENSIONS = {
    "temperature": "units_of_temperature",
    "speed": "units_of_speed",
    "pressure": "units_of_pressure",
    "frequency": "units_of_frequency",
}
_UP_TO = frozenset({"to", "at", "below", "above"})
_AT_A_TIME = frozenset({"in", "on", "at", "during"})
_OFTEN = frozenset(
    {"annually", "yearly", "monthly", "weekly", "daily", "twice", "biennially"}
)
_WHERE = frozenset(
    {"which city", "which country", "which place", "which region", "which state"}
)
_PROCESS = ("ion", "sis", "ing", "ment", "lysis", "ance", "ure")
"""How nouns end that name what is done."""


def about_circumstance(analysis: Analysis, clause: Clause, part: Part) -> Asked | None:
    """Ask for the noun of a phrase around the verb, or around one of its nouns."""
    sentence = clause.sentence
    case = clauses.preposition(sentence, part.head)
    before = " ".join(sentence.words[p].lower for p in case)
    mention = sentence.mention_at(part.head)
    if mention is not None and mention.kind in TIMES:
        return _about_time(analysis, clause, part, mention, before)
    if mention is not None and mention.kind in QUANTITIES:
        return _about_amount(analysis, clause, part, mention, before)
    reach = answers.noun_phrase(
        sentence, part.head, [p for p in part.words if p not in case]
    )
    if not case or reach is None or not answers.may_answer(sentence, part.head, reach):
        return None
    wanted = _circumstance(analysis, clause, part, reach, before)
    if (
        wanted is None
        and before == "by"
        and whwords.of(analysis, sentence, part.head) == "what"
    ):
        wanted = _process(clause, part, reach)
    if wanted is None:
        wanted = _companion(analysis, clause, part, reach, before)
    if wanted is None:
        return None
    asked = stems.inverted(analysis, clause, part, wanted)
    if asked is None and wanted.form is Form.COMPANION and wanted.stranded:
        led = replace(wanted, opening=f"{before} what", stranded=False)
        return stems.inverted(analysis, clause, part, led)
    return asked


def _circumstance(
    analysis: Analysis, clause: Clause, part: Part, reach: tuple[int, int], before: str
) -> Wanted | None:
    """Return the question words of a place or a doer; None for all else."""
    sentence = clause.sentence
    wh = whwords.of(analysis, sentence, part.head)
    kind = answers.kind_at(sentence, part.head)
    if not wh or _is_of_what_it_is(clause, part):
        return None
    if before in _AT and whwords.is_place(sentence, part.head):
        if wh.startswith("which ") and wh not in _WHERE:
            return Wanted(Form.WHERE, f"{before} {wh}", *reach, kind)
        moves = any(_leads_somewhere(sentence, p) for p in clause.outer if p is not part)
        return None if moves else Wanted(Form.WHERE, "where", *reach, kind)
    distance = any(_is_measure(sentence, p) for p in clause.outer)
    if before in {"to", "from"} and not distance and kind is Kind.PLACE:
        return Wanted(Form.WHERE, f"{before} {wh}", *reach, kind)
    if before == "by" and clauses.is_passive(clause) and wh != "what":
        opening = f"by {'whom' if wh in {'who', 'which place'} else wh}"
        return Wanted(Form.DOER, opening, *reach, kind)
    if (
        before == "during"
        and sentence.mention_at(part.head) is None
        and _names(sentence, part)
    ):
        opening = f"during which {sentence.words[part.head].lower}"
        return Wanted(Form.WHEN, opening, *reach, kind)
    return None


def _is_of_what_it_is(clause: Clause, part: Part) -> bool:
    """Tell whether a phrase belongs to what the subject is said to be: a tower on the coast."""
    return part.within == clause.predicate and any(
        p.role is Role.ATTRIBUTE for p in clause.outer
    )


def _names(sentence: Sentence, part: Part) -> bool:
    return any(sentence.mention_at(place) is not None for place in part.words)


def _is_measure(sentence: Sentence, part: Part) -> bool:
    mention = sentence.mention_at(part.head)
    return mention is not None and mention.kind is Kind.MEASURE


def _leads_somewhere(sentence: Sentence, part: Part) -> bool:
    """Tell whether another phrase of the clause names a place too."""
    return part.role is Role.OBLIQUE and whwords.is_place(sentence, part.head)


def _companion(
    analysis: Analysis, clause: Clause, part: Part, reach: tuple[int, int], before: str
) -> Wanted | None:
    """Return the question words for the noun behind any other preposition."""
    sentence = clause.sentence
    inner = part.within is not None
    if len(before.split()) > 2 or before in _NEVER_ASKED or (before == "of" and not inner):
        return None
    kind = answers.kind_at(sentence, part.head)
    word = sentence.words[part.head]
    if kind is Kind.TERM and nouns.is_time(word.lemma):
        return _stretch(sentence, part, reach, before)
    wh = whwords.of(analysis, sentence, part.head)
    if not wh or word.lemma in listed("measuring_nouns"):
        return None
    nominal = sentence.words[clause.predicate].pos in {"NOUN", "PROPN"}
    if inner and nominal and part.within != clause.predicate:
        return None
    form = Form.INNER if inner else Form.COMPANION
    strands = wh == "what" or inner
    if strands and part not in clause.fronted:
        return Wanted(form, wh, *reach, kind, stranded=True)
    if before == "as":
        return None
    opening = f"{before} {'whom' if wh == 'who' else wh}"
    return Wanted(form, opening, *reach, kind)


def _stretch(
    sentence: Sentence, part: Part, reach: tuple[int, int], before: str
) -> Wanted | None:
    """Return the question words of a time told by a noun: on the night of 7 December 1999."""
    told = any(m.kind in TIMES and m.first in part.words for m in sentence.mentions)
    if not told or before not in _AT_A_TIME:
        return None
    return Wanted(Form.WHEN, "when", *reach, Kind.PERIOD)


def _process(clause: Clause, part: Part, reach: tuple[int, int]) -> Wanted | None:
    """Return how something is done, where a process does it."""
    word = clause.sentence.words[part.head]
    first = reach[0]
    while first > 0 and clause.sentence.words[first].lower != "by":
        first -= 1
    if not word.lemma.endswith(_PROCESS) or reach[0] - first > 1:
        return None
    return Wanted(Form.PROCESS, "how", first, reach[1], Kind.TERM)


def how_often(analysis: Analysis, clause: Clause, part: Part) -> Asked | None:
    """Ask how often something happens: every four years, twice a year."""
    sentence = clause.sentence
    first = sentence.words[part.words[0]].lower
    unit = sentence.words[part.head].lemma in listed("units_of_time")
    count = first in {"once", "twice"} or sentence.words[part.head].lower in {
        "once",
        "twice",
    }
    regular = first == "every" and unit
    adverb = len(part.words) == 1 and first in _OFTEN
    if not (regular or (count and len(part.words) > 1) or adverb):
        return None
    reach = answers.unbroken(sentence, part.words, part.head)
    if reach is None:
        return None
    wanted = Wanted(Form.OFTEN, "how often", *reach, Kind.TERM)
    return stems.inverted(analysis, clause, part, wanted)


def _about_time(
    analysis: Analysis, clause: Clause, part: Part, mention: Mention, before: str
) -> Asked | None:
    wh = whwords.of_time(mention, before)
    if clause.sentence.children(part.head, "amod") or _is_of_what_it_is(clause, part):
        return None
    if clause.sentence.children(part.head, "conj") or _lacks_its_complement(clause):
        return None
    others = [
        p
        for p in clause.outer
        if part.head not in p.words and stems.is_time(clause.sentence, p)
    ]
    if not wh or others:
        return None
    wanted = Wanted(Form.WHEN, wh, mention.first, mention.last, mention.kind)
    return stems.inverted(analysis, clause, part, wanted)


def _lacks_its_complement(clause: Clause) -> bool:
    """Tell whether a predicate says little without the clause behind it: was slow to do."""
    sentence = clause.sentence
    return sentence.words[clause.predicate].pos == "ADJ" and bool(
        sentence.children(clause.predicate, "advcl", "ccomp")
    )


def _about_amount(
    analysis: Analysis, clause: Clause, part: Part, mention: Mention, before: str
) -> Asked | None:
    said, left_out = clause, part
    opening = _amount_opening(clause, part, mention, before)
    if before == "of" and part.within is not None:
        left_out = next(p for p in clause.parts if p.head == part.within)
    if opening.startswith("how ") and opening.split()[1] in listed("dimensions"):
        outer = (p for p in clause.parts if p.role is not Role.ATTRIBUTE)
        said = replace(clause, parts=tuple(outer))
    if not opening:
        return None
    wanted = Wanted(Form.AMOUNT, opening, mention.first, mention.last, mention.kind)
    return stems.inverted(analysis, said, left_out, wanted)


def _amount_opening(clause: Clause, part: Part, mention: Mention, before: str) -> str:
    """Return the words that ask for an amount around a verb; empty where none are natural."""
    if before == "of" and part.within is not None:
        return _measured(clause.sentence, part.within)
    if mention.kind is Kind.AGE:
        return "at what age" if before in {"at", ""} else ""
    if mention.kind in {Kind.PERCENT, Kind.MONEY} and before == "by":
        return "by how much"
    if mention.kind is Kind.MONEY:
        return f"{before} how much" if before in {"for", "at"} else ""
    return size_opening(clause, mention, before) if mention.kind is Kind.MEASURE else ""


def size_opening(clause: Clause, mention: Mention, before: str) -> str:
    """Return the words that ask for a length, a stretch of time, a speed, a temperature.

    `before` is the preposition before it; empty where no words are natural.
    """
    sentence = clause.sentence
    word = sentence.words[clause.predicate]
    if not before and word.lemma in listed("dimensions") and not clause.embedded:
        return f"how {word.lemma}"
    unit = _unit(sentence, mention)
    if unit in listed("units_of_time"):
        return _DURATIONS.get(
            before, "how long" if word.lemma in listed("lasting_verbs") else ""
        )
    if (
        not before
        and word.lemma in listed("moving_verbs")
        and unit in listed("units_of_length")
    ):
        return "how far"
    dimension = next((d for d, units in _DIMENSIONS.items() if unit in listed(units)), "")
    return f"{before} what {dimension}" if dimension and before in _UP_TO else ""


def _unit(sentence: Sentence, mention: Mention) -> str:
    """Return the unit of a measure, before what brackets say in others: 60 km (37 mi)."""
    inside = range(mention.first, mention.last)
    opens = next((p for p in inside if sentence.words[p].text == "("), mention.last)
    return sentence.words[opens - 1].lemma


def _measured(sentence: Sentence, noun: int) -> str:
    """Return the words that ask for the amount of which a noun tells: at a height of 300 m."""
    case = clauses.preposition(sentence, noun)
    before = " ".join(sentence.words[p].lower for p in case)
    if sentence.children(noun, "conj", "nmod:poss"):
        return ""
    telling = sentence.children(noun, "amod", "compound")
    words = [sentence.words[p].lower for p in (*telling, noun)]
    return f"{before} what {' '.join(words)}".strip()
