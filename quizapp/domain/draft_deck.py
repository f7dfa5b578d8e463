"""Questions that are written and wait to be reviewed, with the article they came from."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from quizapp.domain.article import Article, ArticleId
from quizapp.domain.question import DeckId, Origin, Question, QuestionId, StoredQuestion
from quizapp.domain.source import Source


class Verdict(StrEnum):
    """What the reviewer says of a question."""

    OPEN = "open"
    """Nothing yet."""
    KEPT = "kept"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A question under review; its id stays when it is worded anew."""

    id: QuestionId
    question: Question
    source: Source
    hints: tuple[str, ...] = ()
    """What a reviewer should look at, by the names that the generator gives its hints."""
    close_to: QuestionId | None = None
    """A question before it that asks much the same."""
    verdict: Verdict = Verdict.OPEN
    edited: bool = False

    @property
    def has_hints(self) -> bool:
        """Tell whether there is something to look at."""
        return bool(self.hints) or self.close_to is not None

    @property
    def stored(self) -> StoredQuestion:
        """The question as a deck keeps it."""
        origin = Origin.EDITED if self.edited else Origin.GENERATED
        return StoredQuestion(self.id, self.question, self.source, origin)


@dataclass(frozen=True, slots=True)
class DraftDeck:
    """A deck to be: an article has one at most."""

    title: str
    article: Article
    proposals: tuple[Proposal, ...]
    written: datetime

    def __post_init__(self) -> None:
        """Refuse a nameless draft, one without questions, and a repeated question."""
        if not self.title.strip():
            raise ValueError("a draft has a title")
        if not self.proposals:
            raise ValueError("a draft has a question")
        if len({one.id for one in self.proposals}) != len(self.proposals):
            raise ValueError("two questions have the same id")

    @property
    def id(self) -> ArticleId:
        """The same for the same text."""
        return self.article.id

    @property
    def kept(self) -> tuple[Proposal, ...]:
        """The questions that are to be added."""
        return tuple(one for one in self.proposals if one.verdict is Verdict.KEPT)

    @property
    def to_review(self) -> tuple[Proposal, ...]:
        """The questions of which nothing was said yet."""
        return tuple(one for one in self.proposals if one.verdict is Verdict.OPEN)

    def judged(self, questions: Collection[QuestionId], verdict: Verdict) -> "DraftDeck":
        """Return the draft with this verdict on some of its questions."""
        judged = frozenset(questions)
        proposals = tuple(
            replace(one, verdict=verdict) if one.id in judged else one
            for one in self.proposals
        )
        return replace(self, proposals=proposals)

    def reworded(self, question: QuestionId, words: Question) -> "DraftDeck":
        """Return the draft with other words for one of its questions."""
        proposals = tuple(
            replace(one, question=words, edited=True) if one.id == question else one
            for one in self.proposals
        )
        return replace(self, proposals=proposals)


@dataclass(frozen=True, slots=True)
class Added:
    """What became part of a deck."""

    deck: DeckId
    questions: tuple[QuestionId, ...]
