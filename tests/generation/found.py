"""What a text can be asked, before the learned refusal: the rules alone, for the tests of rules."""

from quizapp.generation import finding, soundness
from quizapp.generation.asked import Asked
from quizapp.generation.progress import Progress
from tests.language.read import read


def found(text: str) -> list[Asked]:
    """Return all that is sound to ask of a text."""
    analysis = read(text)
    asked = finding.found(analysis, _nobody)
    return [one for one in asked if soundness.is_sound(analysis, one)]


def _nobody(progress: Progress) -> None:
    """Hear nothing."""
