"""A question before it has a kind: what is asked, and the answer where it stands."""

from dataclasses import dataclass

from quizapp.domain.article import Span
from quizapp.language.words import Kind, Sentence


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in words and its answer, verbatim in its sentence."""

    sentence: Sentence
    prompt: str
    """Ends with a question mark, or holds one gap."""
    first: int
    last: int
    """The answer's words, half-open, as places in the sentence."""
    kind: Kind
    worth: float
    """0 to 1: how sure and how useful."""
    gap: tuple[str, str] | None = None
    """Of a gap: the text before and after it."""
    attributed: bool = False

    @property
    def answer(self) -> str:
        """The answer as it stands in the sentence."""
        return self.sentence.says(self.first, self.last)

    @property
    def span(self) -> Span:
        """The answer's offsets in the article."""
        return self.sentence.reach(self.first, self.last)
