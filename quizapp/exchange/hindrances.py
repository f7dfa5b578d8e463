"""Words that a format would take for something else: why it cannot hold them, or changes them.

Each function returns a sentence for the person, or None where the question is safe.
"""

import re

from quizapp.domain.question import Gap, MultipleChoice, Question, TypedAnswer

ARROW = "->"
GAPS = re.compile(r"_{4,}")
"""A row of underscores, which readers take for a gap."""
_LIKE_AN_OPTION = re.compile(r"\s*(?:[A-Z][.)]\s|ANSWER:)", re.IGNORECASE)


def arrow(question: Question) -> str | None:
    """Tell a short answer that makes Moodle give up a whole GIFT file."""
    if isinstance(question, Gap | TypedAnswer) and any(
        ARROW in answer for answer in (question.answer, *question.accepted)
    ):
        return "GIFT cannot hold a typed answer with “->”. Moodle XML can."
    return None


def like_an_option(question: Question) -> str | None:
    """Tell a multiple choice whose question Aiken would take for an option or a key."""
    if isinstance(question, MultipleChoice) and any(
        _LIKE_AN_OPTION.match(line) for line in question.prompt.splitlines()[:1]
    ):
        return "Its question begins like an option, which Aiken would take it for."
    return None


def gap_misread(question: Question) -> str | None:
    """Tell underscores that would make a gap, or hide the gap there is."""
    if isinstance(question, Gap):
        before, after = question.before, question.after
        if GAPS.search(before) or GAPS.search(after):
            return "Its text has other underscores: it comes back as a question to type."
        if before.endswith("_") or after.startswith("_"):
            return "Underscores touch its gap: they are taken for the gap itself."
    if isinstance(question, TypedAnswer) and len(GAPS.findall(question.prompt)) == 1:
        return "Its text has a row of underscores: it comes back as a gap."
    return None
