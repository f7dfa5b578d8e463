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
    Form.SORT: 0.3,
    Form.CALLED: 0.6,
    Form.ALIAS: 0.55,
    Form.ASIDE: 0.6,
    Form.OFTEN: 0.7,
    Form.GAP_TERM: 0.3,
}
"""The same, of answers in common words."""
PLAIN = 0.5
EASY = 0.4
"""What is left of an answer that fits much of the text: the topic's own name."""
WORDY = 0.75
LONG = 6
"""Words from which an answer is wordy."""
GAP = 0.92
"""What is left of a gap beside a question for the same answer."""
SURE = 1.5
"""How much more it counts that a question is sound than that it is asked for."""


def of(analysis: Analysis, asked: Asked) -> float:
    """Return what a judged question is worth, 0 to 1."""
    return float(asked.chance**SURE * _asked_for(analysis, asked) ** 0.5)


def _asked_for(analysis: Analysis, asked: Asked) -> float:
    known = asked.kind in NAMES | TIMES | QUANTITIES
    wanted = _BY_KIND[asked.kind] if known else _BY_FORM.get(asked.form, PLAIN)
    if asked.kind in NAMES and analysis.is_everywhere(without_article(asked.answer)):
        wanted *= EASY
    if len(asked.answer.split()) > LONG:
        wanted *= WORDY
    return wanted * GAP if asked.gap is not None else wanted
