"""What of one question does not fit a package, in a sentence for the person; None where all does."""

from quizapp.domain.question import (
    Flashcard,
    Gap,
    MultipleChoice,
    Question,
    TypedAnswer,
    prompt_of,
    solution,
)
from quizapp.exchange import print_fonts
from quizapp.exchange.rows import safe

MOST_IN_WAYGROUND = 5
"""Options of a choice there, and answers to what is typed."""


def more_than_wayground_takes(question: Question) -> str | None:
    """Say that some of the other right answers stay behind."""
    if (
        isinstance(question, Gap | TypedAnswer)
        and len(question.accepted) >= MOST_IN_WAYGROUND
    ):
        return f"Only its first {MOST_IN_WAYGROUND} right answers are written."
    return None


def not_in_our_fonts(question: Question) -> str | None:
    """Say that signs of it cannot be printed."""
    others: tuple[str, ...] = ()
    match question:
        case MultipleChoice(wrong=wrong):
            others = wrong
        case Gap(accepted=accepted) | TypedAnswer(accepted=accepted):
            others = accepted
        case Flashcard():
            pass
    written = "".join((prompt_of(question), solution(question), *others))
    missing = sorted(print_fonts.missing(written))
    if missing:
        return (
            f"No font to print with has {' '.join(missing)}: a mark stands there instead."
        )
    return None


def formula_in_csv(question: Question) -> str | None:
    """Say that a multiple choice has a text that CSV must write otherwise."""
    if not isinstance(question, MultipleChoice):
        return None
    if any(
        safe(text) != text for text in (question.prompt, question.right, *question.wrong)
    ):
        return "A text that begins with = + - or @ gets a quote before it."
    return None


def blank_misread(question: Question) -> str | None:
    """Say that a text has signs with a meaning of their own in H5P's blanks."""
    match question:
        case Gap(before=before, answer=answer, after=after, accepted=accepted):
            around = before + after
        case TypedAnswer(answer=answer, accepted=accepted):
            around = ""
        case _:
            return None
    if "*" in around or any(sign in text for text in (answer, *accepted) for sign in "*/:"):
        return "H5P's blanks cannot hold “*”, nor “/” or “:” in an answer."
    return None
