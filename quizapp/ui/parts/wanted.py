"""What was chosen to make a deck from, read already or not."""

from dataclasses import dataclass, field
from pathlib import Path

from quizapp.domain.article import Article
from quizapp.errors import NoQuestionFound, NotInEnglish, QuizError, TextTooShort
from quizapp.operations import choosing
from quizapp.operations.choosing import Chosen


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something to make a deck from: a file, a text, or an article that was read already."""

    content: Path | str | Article
    title: str | None
    """None: the article's own, else guessed from its beginning."""
    origin: str = ""
    """Empty: what the article says itself."""
    path: Path | None = None
    """The file it comes from."""

    @property
    def name(self) -> str:
        """Return the file's name; empty for a text."""
        return "" if self.path is None else self.path.name


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that did not become a deck, and why."""

    wanted: Wanted
    error: QuizError
    article: Article | None = None
    """What was read of it, where it was read."""

    @property
    def mild(self) -> bool:
        """Tell whether there was nothing wrong but too little to ask."""
        return isinstance(self.error, TextTooShort | NoQuestionFound | NotInEnglish)


@dataclass(slots=True)
class ReadAlready:
    """What was read of the text at hand, and which passages were put back."""

    chosen: Chosen | None = None
    back: set[int] = field(default_factory=set)

    @property
    def whole(self) -> Chosen | None:
        """What is to be asked about."""
        if self.chosen is None:
            return None
        article = choosing.put_back(self.chosen.article, self.back)
        return Chosen(article, self.chosen.languages)
