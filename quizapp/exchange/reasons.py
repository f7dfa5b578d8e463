"""Why a part of a file is not taken in, or is changed: what readers of several formats say.

Each is the end of a sentence in the report of an import, after the place in the file.
"""

ASKS_NOTHING = "it asks nothing"
ASKS_FOR_FILE = "it asks for a file"
ON_A_PICTURE = "it is answered on a picture"
DRAWN_ANEW = "its numbers are drawn anew each time"
PATTERN = "its right answers are a pattern, not words"
NO_VERDICT = "it does not say whether it is true"
MARKED_BY_HAND = "it is to be marked by hand and names no answer"
FEEDBACK = "its feedback is left out"


def unknown_kind(kind: str) -> str:
    """Return the reason for a kind that Quizapp has no questions for, as its format calls it."""
    return f"Quizapp has no questions of this kind ({kind or 'none named'})"
