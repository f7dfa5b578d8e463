"""How often the right answer may be as long as the longest option: as often as by chance.

Wrong years are as long as the right one. So in a text full of years the answers of the other
questions are shorter than a wrong option, and in one without they are so by chance.
"""

from collections.abc import Sequence

from quizapp.domain.question import Draft, MultipleChoice
from quizapp.language.words import Analysis, Kind

LONGEST = 0.26
"""The share of multiple choice whose answer is as long as the longest option."""
_TO_SHORTER = LONGEST / (1 - LONGEST)
_YEARS = 0.28
"""Questions with four years to choose from, to a year of the text."""
_TIED, _FREE = 0.03, 0.13
"""Other questions without and with a longer wrong option, to a sentence."""


def free_share(analysis: Analysis) -> float:
    """Return how often the answer may be the longest where a longer option is at hand, 0 to 1."""
    total = len(analysis.sentences)
    years = sum(m.kind is Kind.YEAR for s in analysis.sentences for m in s.mentions)
    tied, free = _YEARS * years + _TIED * total, _FREE * total
    share = tied / (tied + free) if total else 0.0
    return max(0.0, (LONGEST - share) / (1 - share)) if share < 1 else 0.0


def is_longest(question: MultipleChoice) -> bool:
    """Tell whether no wrong option is longer than the answer."""
    return len(question.right) >= max(map(len, question.wrong))


def balanced(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without the multiple choice that would make the answer the longest too often.

    Of all, and of any beginning of the list as it is given, it is so in about `LONGEST`; of the
    first few in one.
    """
    asked = [d.question for d in drafts if isinstance(d.question, MultipleChoice)]
    shorter_in_all = sum(not is_longest(question) for question in asked)
    most = round(_TO_SHORTER * shorter_in_all) if shorter_in_all else 1
    kept: list[Draft] = []
    longest = shorter = 0
    for draft in drafts:
        if isinstance(draft.question, MultipleChoice):
            tied = is_longest(draft.question)
            too_many = longest and longest + 0.5 > _TO_SHORTER * shorter
            if tied and (too_many or longest >= most):
                continue
            longest += tied
            shorter += not tied
        kept.append(draft)
    return kept
