"""What of one question does not fit a package, in a sentence for the person; None where all does."""

from quizapp.domain.question import Gap, Question, TypedAnswer

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
