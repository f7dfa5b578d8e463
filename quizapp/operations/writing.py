"""Read a text and write questions from it: slow, pure work that touches no bank.

It runs in a process of its own, so that a hostile file can take nothing with it and stopping
is exact; what it needs and returns can be pickled.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import inf
from random import Random
from typing import Any

from quizapp import generation, reading
from quizapp.domain.article import Article
from quizapp.domain.question import Draft, QuestionKind
from quizapp.exchange.items import to_items
from quizapp.generation.progress import Progress, Step
from quizapp.reading import SUFFIXES

Report = Callable[[Progress], bool | None]
"""What hears of each step; True says that what is written by then is enough."""

ALL = 1_000_000
"""More questions than any text gives."""

__all__ = [
    "SUFFIXES",
    "Drafted",
    "Progress",
    "Report",
    "Step",
    "as_items",
    "draft_article",
    "draft_file",
    "draft_text",
    "how_many",
]


@dataclass(frozen=True, slots=True)
class Drafted:
    """An article and the questions written from it, best first."""

    article: Article
    drafts: tuple[Draft, ...]
    languages: tuple[str, ...] = ("English",)
    """What the text is written in, by English names, that of the most sentences first."""

    @property
    def foreign(self) -> tuple[str, ...]:
        """The languages in which no questions are asked, but gaps are left."""
        return tuple(language for language in self.languages if language != "English")


def draft_file(
    content: bytes,
    name: str,
    title: str | None,
    wanted: int | None,
    seed: int,
    pipeline: str,
    report: Report,
) -> Drafted:
    """Write questions from a file's bytes; `title` None or blank: the document's own.

    `pipeline` is what the settings name as `english_pipeline`.
    Raises what `reading.read_article` and `generation.generate` raise.
    """
    article = reading.read_article(content, name)
    article = replace(article, title=reading.title_of(title) or article.title)
    return _drafted(article, wanted, seed, pipeline, report)


def draft_text(
    text: str,
    title: str | None,
    origin: str,
    wanted: int | None,
    seed: int,
    pipeline: str,
    report: Report,
) -> Drafted:
    """Write questions from pasted text; `title` None: guessed from its beginning."""
    article = reading.read_text(text, title, origin)
    return _drafted(article, wanted, seed, pipeline, report)


def draft_article(
    article: Article,
    wanted: int | None,
    kinds: frozenset[QuestionKind],
    seed: int,
    pipeline: str,
    report: Report,
) -> Drafted:
    """Write questions of some kinds from an article that was read before."""
    rng = Random(seed)  # noqa: S311 - no secret
    drafts = generation.generate(article, wanted, rng, report, pipeline, kinds)
    return Drafted(article, drafts, generation.languages_of(article))


def how_many(article: Article, share: float) -> int | None:
    """Return how many questions are this share of what suits the article's length.

    None for all of it, which is `generate`'s own number; infinity asks for all that are good.
    """
    if share == 1:
        return None
    return ALL if share == inf else max(1, round(share * generation.usual_count(article)))


def _drafted(
    article: Article, wanted: int | None, seed: int, pipeline: str, report: Report
) -> Drafted:
    return draft_article(article, wanted, frozenset(QuestionKind), seed, pipeline, report)


def as_items(drafted: Drafted, generator: str, seconds: float, seed: int) -> dict[str, Any]:
    """Return the questions as the JSON that `quizapp generate` prints."""
    return to_items(drafted.article, drafted.drafts, generator, seconds, Random(seed))  # noqa: S311 - no secret
