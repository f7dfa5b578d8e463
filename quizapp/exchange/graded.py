"""Questions from answers with marks, as Moodle's formats and their kin tell them.

Each function raises ValueError with the reason where Quizapp has no such question.
"""

import re
from collections.abc import Sequence

from quizapp.domain.question import Flashcard, Gap, MultipleChoice, TypedAnswer
from quizapp.exchange.hindrances import GAPS

Graded = tuple[str, float]
"""An answer and its share of the mark in percent."""
WIDE_GAP = "_____"
"""Moodle lays the field over five underscores or more."""


def choice(prompt: str, answers: Sequence[Graded]) -> MultipleChoice | Flashcard:
    """Return a question with one right option; half right ones are no options of ours.

    Where several are right it is a flashcard that shows the options and then the right ones.
    """
    right = _right(answers)
    if len(right) > 1:
        shown = "\n".join(f"– {text}" for text, _ in answers)
        return Flashcard(f"{prompt}\n{shown}", "\n".join(right))
    if not right:
        raise ValueError("none of its answers is right")
    wrong = [text for text, share in answers if share <= 0]
    distinct = {text.strip().casefold(): text for text in reversed(wrong)}
    distinct.pop(right[0].strip().casefold(), None)
    return MultipleChoice(prompt, right[0], tuple(reversed(distinct.values())))


def _right(answers: Sequence[Graded]) -> list[str]:
    """Return the right answers: those that earn all, else those that earn their parts of it."""
    whole = [text for text, share in answers if share >= 100]
    return whole or [text for text, share in answers if share > 0]


def changes(answers: Sequence[Graded]) -> list[str]:
    """Return what marked options lose."""
    if len(_right(answers)) > 1:
        return ["several of its answers are right: it becomes a flashcard"]
    return partly_right(answers)


def partly_right(answers: Sequence[Graded]) -> list[str]:
    """Return what is lost where an answer earns a part of the mark only."""
    partly = any(0 < share < 100 for _, share in answers)
    return ["answers that earn a part of the mark are left out"] if partly else []


def typed(prompt: str, answers: Sequence[Graded]) -> Gap | TypedAnswer:
    """Return a question to be typed, a gap where its text has just one."""
    right = [text for text, share in answers if share >= 100 and text.strip()]
    if not right:
        raise ValueError("none of its answers is wholly right")
    return with_gap(prompt, right[0], tuple(dict.fromkeys(right[1:])))


def with_gap(prompt: str, answer: str, accepted: tuple[str, ...]) -> Gap | TypedAnswer:
    """Return a gap where the text has just one row of underscores and words around it."""
    gaps = list(GAPS.finditer(prompt))
    if len(gaps) == 1:
        before, after = prompt[: gaps[0].start()], prompt[gaps[0].end() :]
        if (before + after).strip():
            return Gap(before, answer, after, accepted)
    return TypedAnswer(prompt, answer, accepted)


def true_or_false(prompt: str, *, true: bool) -> MultipleChoice:
    """Return a statement to be judged."""
    right, wrong = ("True", "False") if true else ("False", "True")
    return MultipleChoice(prompt, right, (wrong,))


def matching(prompt: str, pairs: Sequence[tuple[str, str]]) -> list[MultipleChoice]:
    """Return a matching question as one multiple choice a pair; the answers are the options."""
    answers = tuple(dict.fromkeys(answer for _, answer in pairs if answer.strip()))
    asked = [(item, answer) for item, answer in pairs if item.strip() and answer.strip()]
    if len(answers) < 2 or not asked:
        raise ValueError("there is nothing in it to tell apart")
    return [
        MultipleChoice(
            f"{prompt}\n{item}".strip(),
            answer,
            tuple(other for other in answers if other != answer),
        )
        for item, answer in asked
    ]


def from_wildcards(answer: str) -> str | None:
    """Return a short answer as it is meant, None where it stands for anything at all.

    In Moodle `*` matches whatever is typed, and a star is written with a backslash.
    """
    plain = re.sub(r"\\\*|\*", lambda found: "*" if len(found[0]) > 1 else "\0", answer)
    return None if "\0" in plain else plain


def to_wildcards(answer: str) -> str:
    """Return a short answer that matches itself alone."""
    return answer.replace("*", "\\*")


def widened(gap: Gap) -> str:
    """Return a gap's text with the row of underscores that Moodle lays its field over."""
    return f"{gap.before}{WIDE_GAP}{gap.after}"
