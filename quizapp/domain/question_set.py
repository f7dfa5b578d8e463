"""What one person hands to another: a title, perhaps its article, and questions; no history."""

from dataclasses import dataclass

from quizapp.domain.article import Article
from quizapp.domain.question import StoredQuestion


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions with their permanent ids; each source lies in the article that comes along."""

    title: str
    questions: tuple[StoredQuestion, ...]
    article: Article | None = None

    def __post_init__(self) -> None:
        """Refuse a nameless set, a repeated id, and a source without its article."""
        if not self.title.strip():
            raise ValueError("a set has a title")
        if len({question.id for question in self.questions}) != len(self.questions):
            raise ValueError("two questions have the same id")
        article = None if self.article is None else self.article.id
        sentences = frozenset(() if self.article is None else self.article.sentences)
        for question in self.questions:
            if question.source is None:
                continue
            if question.source.article != article:
                raise ValueError("a question's article is not in the set")
            if question.source.sentence not in sentences:
                raise ValueError("a question's sentence is not in the article")
