"""When, where, by whom, with what: the phrases around a verb as answers."""

from dataclasses import replace

from quizapp.generation import answers, stems, whwords
from quizapp.generation.asked import Asked
from quizapp.language import clauses
from quizapp.language.clauses import Clause, Part, Role
from quizapp.language.lexicon import listed
from quizapp.language.words import QUANTITIES, TIMES, Analysis, Kind, Mention, Sentence

DAY_ONLY = 0.6
"""What a day or month is worth as an answer where the year is not said."""
_NEVER_ASKED = frozenset(
    {"of", "like", "than", "per", "including", "in", "on", "at", "during"}
)
_WHERE = frozenset({"which city", "which country", "which place"})
_PROCESS = ("ion", "sis", "ing", "ment", "lysis", "ance", "ure")
"""How nouns end that name what is done."""


def about_circumstance(analysis: Analysis, clause: Clause, part: Part) -> Asked | None:
    """Ask for the noun of a phrase around the verb."""
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
    opening, worth = _circumstance_opening(clause, part, before)
    if opening:
        kind = answers.kind_at(sentence, part.head)
        return stems.inverted(analysis, clause, part, reach, opening, kind, worth)
    return _about_companion(analysis, clause, part, reach, before)


def _circumstance_opening(clause: Clause, part: Part, before: str) -> tuple[str, float]:
    """Return the question words of a place or a doer, and their worth; empty for all else."""
    sentence = clause.sentence
    wh = whwords.of(sentence, part.head)
    if not wh:
        return "", 0.0
    if before in {"in", "at", "on"} and whwords.is_place(sentence, part.head):
        if wh.startswith("which ") and wh not in _WHERE:
            return f"{before} {wh}", 0.78
        moves = any(_leads_somewhere(sentence, p) for p in clause.parts if p is not part)
        return ("", 0.0) if moves else ("where", 0.82)
    distance = any(_is_measure(sentence, p) for p in clause.parts)
    if (
        before in {"to", "from"}
        and not distance
        and answers.kind_at(sentence, part.head) is Kind.PLACE
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


def _about_companion(
    analysis: Analysis, clause: Clause, part: Part, reach: tuple[int, int], before: str
) -> Asked | None:
    """Ask for the noun behind any other preposition."""
    sentence = clause.sentence
    if len(before.split()) > 1 or before in _NEVER_ASKED:
        return None
    if any(p.role is Role.ATTRIBUTE for p in clause.parts):
        return None
    kind = answers.kind_at(sentence, part.head)
    wh = whwords.of(sentence, part.head)
    if before == "by" and wh == "what":
        return _about_process(analysis, clause, part, reach)
    last = not [p for p in clause.parts if p.words[0] > part.words[-1]]
    others = [p for p in clause.parts if p.words[0] > clause.predicate and p is not part]
    if any(p.role is Role.OBLIQUE for p in others):
        last = False
    if wh == "what" and last and part not in clause.fronted:
        return stems.inverted(analysis, clause, part, reach, wh, kind, 0.55, closing=before)
    if before == "as":
        return None
    opening = f"{before} {'whom' if wh == 'who' else wh}" if wh else ""
    return stems.inverted(analysis, clause, part, reach, opening, kind, 0.52)


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
    return stems.inverted(analysis, clause, part, (first, reach[1]), "how", Kind.TERM, 0.6)


def _about_time(
    analysis: Analysis, clause: Clause, part: Part, mention: Mention, before: str
) -> Asked | None:
    wh = whwords.of_time(mention, before)
    if clause.sentence.children(part.head, "amod"):
        return None
    if clause.sentence.children(part.head, "conj") or _lacks_its_complement(clause):
        return None
    others = [
        p for p in clause.parts if p is not part and stems.is_time(clause.sentence, p)
    ]
    if not wh or others:
        return None
    reach = (mention.first, mention.last)
    worth = 0.9 if any(char.isdigit() for char in mention.text[-4:]) else DAY_ONLY
    return stems.inverted(analysis, clause, part, reach, wh, mention.kind, worth)


def _lacks_its_complement(clause: Clause) -> bool:
    """Tell whether a predicate says little without the clause behind it: was slow to do."""
    sentence = clause.sentence
    return sentence.words[clause.predicate].pos == "ADJ" and bool(
        sentence.children(clause.predicate, "advcl", "ccomp")
    )


def _about_amount(
    analysis: Analysis, clause: Clause, part: Part, mention: Mention, before: str
) -> Asked | None:
    reach = (mention.first, mention.last)
    if before == "by" and mention.kind in {Kind.PERCENT, Kind.MONEY}:
        return stems.inverted(
            analysis, clause, part, reach, "by how much", mention.kind, 0.75
        )
    if before in {"for", "at"} and mention.kind is Kind.MONEY:
        return stems.inverted(
            analysis, clause, part, reach, f"{before} how much", mention.kind, 0.75
        )
    word = clause.sentence.words[clause.predicate]
    says_size = word.lemma in listed("dimensions") and not clause.embedded
    if not before and mention.kind is Kind.MEASURE and says_size:
        bare = replace(
            clause, parts=tuple(p for p in clause.parts if p.role is not Role.ATTRIBUTE)
        )
        opening = f"how {word.lemma}"
        return stems.inverted(analysis, bare, part, reach, opening, mention.kind, 0.8)
    if word.pos != "VERB":
        return None
    unit = clause.sentence.words[mention.last - 1].lemma
    if not before and mention.kind is Kind.MEASURE and unit in listed("units_of_length"):
        return stems.inverted(analysis, clause, part, reach, "how far", mention.kind, 0.75)
    if before == "for" and mention.kind is Kind.MEASURE and unit in listed("units_of_time"):
        return stems.inverted(
            analysis, clause, part, reach, "for how long", mention.kind, 0.75
        )
    return None
