"""What a text's page had around the article, and how to make it part of the article after all."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from quizapp.domain.article import Article, Passage, PassageKind, Span
from quizapp.reading.sentences import sentences_of

LEFT_OUT = {
    PassageKind.CAPTION,
    PassageKind.LIST,
    PassageKind.TABLE,
    PassageKind.CODE,
    PassageKind.FURNITURE,
}
"""The kinds of passage that are not asked about, save titles and headings."""
_LINE = re.compile(r"[^\n]+")
_MARK = re.compile(r"\s*(?:[-*+•‣◦▪●]\s+|\(?\d{1,3}[.)]\s+)?")


def left_out(article: Article) -> tuple[int, ...]:
    """Return the numbers of the passages that were left out and have words."""
    return tuple(
        number
        for number, passage in enumerate(article.passages)
        if passage.kind in LEFT_OUT and _sentences(article.text, passage)
    )


def put_back(article: Article, numbers: Collection[int]) -> Article:
    """Return the article with these passages, by their numbers, made paragraphs of it."""
    passages = tuple(
        Passage(PassageKind.PARAGRAPH, passage.span, _sentences(article.text, passage))
        if number in numbers
        else passage
        for number, passage in enumerate(article.passages)
    )
    return replace(article, passages=passages)


def _sentences(text: str, passage: Passage) -> tuple[Span, ...]:
    """Return the sentences: of running text by its stops, of lists and tables line by line."""
    if passage.kind in {PassageKind.LIST, PassageKind.TABLE, PassageKind.CODE}:
        return tuple(
            s for line in _lines(text, passage.span) for s in sentences_of(text, line)
        )
    return sentences_of(text, passage.span)


def _lines(text: str, span: Span) -> Iterator[Span]:
    """Yield each line that has words, without the bullet or number before it."""
    for line in _LINE.finditer(text, span.start, span.end):
        mark = _MARK.match(text, line.start(), line.end())
        start = line.start() if mark is None else mark.end()
        if start < line.end():
            yield Span(start, line.end())
