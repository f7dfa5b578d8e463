"""Some words of a sentence and what stands around them."""

import re
from dataclasses import dataclass

from quizapp.domain.article import Span

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The words in one line, and where those that it is about stand in them."""

    words: str
    about: Span


def around(text: str, sentence: Span, about: Span, reach: int) -> Excerpt:
    """Cut a sentence at words, at most `reach` characters before and after some of its words.

    Three dots stand where something was cut off.
    """
    start = max(sentence.start, about.start - reach)
    end = min(sentence.end, about.end + reach)
    while sentence.start < start < about.start and not text[start - 1].isspace():
        start += 1
    while about.end < end < sentence.end and not text[end].isspace():
        end -= 1
    before, words, after = (
        _SPACE.sub(" ", part)
        for part in (text[start : about.start], about.of(text), text[about.end : end])
    )
    before = ("" if start == sentence.start else "…") + before.lstrip()
    after = after.rstrip() + ("" if end == sentence.end else "…")
    place = Span(len(before), len(before) + len(words))
    return Excerpt(f"{before}{words}{after}", place)
