"""The very sentence a question came from."""

from dataclasses import dataclass

from quizapp.domain.article import ArticleId, Span


@dataclass(frozen=True, slots=True)
class Source:
    """A sentence of an article and the answer inside it; offsets count into the article's text."""

    article: ArticleId
    sentence: Span
    answer: Span

    def __post_init__(self) -> None:
        """Hold the answer inside its sentence."""
        if not self.sentence.holds(self.answer):
            raise ValueError("the answer stands outside its sentence")

    def same_fact(self, other: "Source") -> bool:
        """Tell whether both ask for the same words of the same sentence."""
        return (
            self.article == other.article
            and self.sentence == other.sentence
            and self.answer.touches(other.answer)
        )
