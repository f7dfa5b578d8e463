"""Questions from answers with marks, as Moodle's formats and their kin tell them.

Each function raises ValueError with the reason where Quizapp has no such question.
"""

import re
from collections.abc import Sequence

from quizapp.domain.question import Flashcard, Gap, MultipleChoice, TypedAnswer
from quizapp.exchange.hindrances import GAPS

EXACT = "the number must be exact"
RANGE = "any number of a range is right: it becomes a flashcard"
Graded = tuple[str, float]
"""An answer and its share of the mark in percent."""
WIDE_GAP = "_____"
"""Moodle lays the field over five underscores or more."""


def choice(prompt: str, answers: Sequence[Graded]) -> MultipleChoice | Flashcard:
    """Return a question with one right option; half right ones are no options of ours.

    Where several are right, or all others half right, it is a flashcard that shows the options
    and then the right ones.
    """
    right = _right(answers)
    if not right:
        raise ValueError("it names no right answer")
    wrong = [text for text, share in answers if share <= 0]
    if len(right) > 1 or (not wrong and len(answers) > 1):
        shown = "\n".join(f"– {text}" for text, _ in answers)
        return Flashcard(f"{prompt}\n{shown}", "\n".join(right))
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
    if len(answers) > 1 and all(share > 0 for _, share in answers):
        return ["all of its answers earn something: it becomes a flashcard"]
    return partly_right(answers)


def partly_right(answers: Sequence[Graded]) -> list[str]:
    """Return what is lost where an answer earns a part of the mark only."""
    partly = any(0 < share < 100 for _, share in answers)
    return ["answers that earn a part of the mark are left out"] if partly else []


def typed(prompt: str, answers: Sequence[Graded]) -> Gap | TypedAnswer:
    """Return a question to be typed, a gap where its text has just one."""
    right = [text for text, share in answers if share >= 100 and text.strip()]
    if not right:
        raise ValueError("it names no answer that is wholly right")
    return with_gap(prompt, right[0], tuple(dict.fromkeys(right[1:])))


def number(prompt: str, answers: Sequence[Graded]) -> Gap | TypedAnswer:
    """Return a question for a number, which is right without zeros at its end as well."""
    spelt = [
        (form, share)
        for text, share in answers
        for form in dict.fromkeys((_shortest(text), text))
    ]
    return typed(prompt, spelt)


def _shortest(number: str) -> str:
    plain = re.fullmatch(r"([+-]?\d+)(?:\.(\d*?)0*)?", number.strip())
    if plain is None:
        return number
    return f"{plain[1]}.{plain[2]}" if plain[2] else plain[1]


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


def matching(
    prompt: str, pairs: Sequence[tuple[str, str]], others: Sequence[str] = ()
) -> list[MultipleChoice]:
    """Return a matching question as one multiple choice a pair; the answers are the options.

    `others` are options that match nothing.
    """
    there = (*(answer for _, answer in pairs), *others)
    distinct = {text.casefold(): text for text in reversed(there) if text.strip()}
    answers = tuple(reversed(distinct.values()))
    asked = [(item, answer) for item, answer in pairs if item.strip() and answer.strip()]
    if len(answers) < 2 or not asked:
        raise ValueError("there is nothing in it to tell apart")
    found = (
        MultipleChoice(
            f"{prompt}\n{item}".strip(),
            answer,
            tuple(one for one in answers if one.casefold() != answer.casefold()),
        )
        for item, answer in asked
    )
    return list(dict.fromkeys(found))


def between(prompt: str, least: str, most: str) -> Flashcard:
    """Return a card for a question that any number of a range answers."""
    return Flashcard(prompt, f"{least} to {most}")


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
