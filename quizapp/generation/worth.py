"""How much a question is worth asking: how sure it is sound, and how often people ask its like."""

from quizapp.generation.asked import Asked, Form
from quizapp.language.inflection import without_article
from quizapp.language.words import NAMES, QUANTITIES, TIMES, Analysis, Kind

_BY_KIND = {
    Kind.YEAR: 0.9,
    Kind.DATE: 0.85,
    Kind.PERIOD: 0.65,
    Kind.TIME_OF_DAY: 0.6,
    Kind.PERCENT: 0.9,
    Kind.NUMBER: 0.85,
    Kind.MEASURE: 0.85,
    Kind.MONEY: 0.85,
    Kind.AGE: 0.8,
    Kind.FRACTION: 0.7,
    Kind.PERSON: 0.85,
    Kind.ORGANISATION: 0.6,
    Kind.PLACE: 0.6,
    Kind.EVENT: 0.6,
    Kind.WORK: 0.65,
    Kind.OTHER_NAME: 0.65,
    Kind.NATIONALITY: 0.2,
}
"""What people ask for, of names, times and amounts: from 0, nobody, to 1."""
_BY_FORM = {
    Form.SUBJECT: 0.4,
    Form.OBJECT: 0.45,
    Form.COMPANION: 0.45,
    Form.INNER: 0.4,
    Form.ATTRIBUTE: 0.5,
    Form.WHERE: 0.6,
    Form.DOER: 0.6,
    Form.REASON: 0.8,
    Form.MEANS: 0.6,
    Form.PROCESS: 0.5,
    Form.AIM: 0.4,
    Form.CALLED: 0.6,
    Form.ALIAS: 0.55,
    Form.ASIDE: 0.6,
    Form.OFTEN: 0.7,
    Form.GAP_TERM: 0.3,
}
"""The same, of answers in common words."""
PLAIN = 0.5
EASY = 0.15
"""What is left of an answer that fits much of the text: the topic's own name."""
TOLD_BEFORE = 0.6
"""What is left of a name that an earlier sentence gave."""
SHORT_NAME = 0.8
"""What is left of a name of one word: a part of a longer one, or an adjective."""
WORDY = 0.75
LONG = 6
"""Words from which an answer is wordy."""
BESIDE_NAMES = 0.6
MANY_NAMES = 3
"""Names and numbers in a sentence beside which its common words are seldom asked for."""
DEEP = 0.8
DEEPEST = 3
"""Words from an answer up to the main verb, from which it stands in a side remark."""
BY_PLACE = (1.2, 1.05, 1.0, 0.95, 0.85)
"""What a paragraph's first sentences count; it opens with its point."""
LAST_PLACES = 0.75
GAP = 0.9
"""What is left of a gap beside a question for the same answer."""
STRAIGHT = 0.9
"""What is left of a question in the order of a statement beside a better one."""
SURE = 1.5
"""How much more it counts that a question is sound than that it is asked for."""


def of(analysis: Analysis, asked: Asked) -> float:
    """Return what a judged question is worth, 0 to 1."""
    wanted = min(1.0, _of_answer(analysis, asked) * _of_place(analysis, asked))
    if asked.form is Form.STRAIGHT:
        wanted *= STRAIGHT
    if asked.gap is not None:
        wanted *= GAP
    return float(asked.chance**SURE * wanted)


def _of_answer(analysis: Analysis, asked: Asked) -> float:
    """Return how often people ask for such an answer."""
    name = without_article(asked.answer)
    known = asked.kind in NAMES | TIMES | QUANTITIES
    wanted = _BY_KIND[asked.kind] if known else _BY_FORM.get(asked.form, PLAIN)
    if asked.kind in NAMES:
        if analysis.is_everywhere(name):
            wanted *= EASY
        if analysis.first_told.get(name, asked.sentence.number) < asked.sentence.number:
            wanted *= TOLD_BEFORE
        if " " not in name:
            wanted *= SHORT_NAME
    elif not known and len(asked.sentence.mentions) >= MANY_NAMES:
        wanted *= BESIDE_NAMES
    return wanted * WORDY if len(asked.answer.split()) > LONG else wanted


def _of_place(analysis: Analysis, asked: Asked) -> float:
    """Return how much the place of a fact counts: the main clause, the paragraph's beginning."""
    place = analysis.place_in_paragraph(asked.sentence)
    wanted = BY_PLACE[place] if place < len(BY_PLACE) else LAST_PLACES
    depth = sum(1 for _ in asked.sentence.ancestors(asked.first))
    return wanted * DEEP if depth >= DEEPEST else wanted
