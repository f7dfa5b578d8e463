"""Read what somebody chose to make a deck from, before any question is written.

It runs in a process of its own, so that a hostile file or page can take nothing with it; what it
needs and returns can be pickled.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from quizapp import generation, reading, web
from quizapp.domain.article import Article
from quizapp.domain.question import QuestionKind
from quizapp.generation import expected
from quizapp.reading.left_out import left_out, put_back
from quizapp.web import Allowed, is_public

__all__ = [
    "Allowed",
    "Chosen",
    "is_public",
    "left_out",
    "put_back",
    "read_address",
    "read_file",
    "read_text",
]

Report = Callable[[object], None]


@dataclass(frozen=True, slots=True)
class Chosen:
    """An article that was read, and what its text is written in."""

    article: Article
    languages: tuple[str, ...] = ("English",)
    """By English names, that of the most sentences first."""

    @property
    def words(self) -> int:
        """How many words its sentences have."""
        text = self.article.text
        return sum(len(sentence.of(text).split()) for sentence in self.article.sentences)

    @property
    def usual(self) -> int:
        """How many questions suit its length."""
        return generation.usual_count(self.article)

    def expected(self, number: int) -> Mapping[QuestionKind, int]:
        """Return about how many of so many questions are of each kind."""
        return expected.of_each_kind(number, self.languages)


def read_file(content: bytes, name: str, _: Report) -> Chosen:
    """Read a file's bytes; raises what `reading.read_article` raises."""
    return _chosen(reading.read_article(content, name))


def read_text(text: str, _: Report) -> Chosen:
    """Read pasted words; raises `TextTooShort`."""
    return _chosen(reading.read_text(text, None, ""))


def read_address(address: str, allowed: Allowed, _: Report) -> Chosen:
    """Fetch a page and read its main text: the only thing in the program that goes online.

    `allowed` tells which addresses of the net may be visited. Raises `PageUnreadable` or what
    `reading.read_article` raises.
    """
    page = web.fetch(address, allowed)
    article = reading.read_article(page.content, page.name)
    return _chosen(replace(article, origin=page.address))


def _chosen(article: Article) -> Chosen:
    return Chosen(article, generation.languages_of(article))
