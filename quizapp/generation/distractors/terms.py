"""Wrong common nouns: others of the answer's sort, the article's own first."""

import random

from quizapp.language import nouns
from quizapp.language.words import Analysis


def near(analysis: Analysis, answer: str, rng: random.Random) -> list[str]:
    """Return nouns of the answer's sort, written as the answer is; empty for one without a sort."""
    article, noun = _parted(answer)
    beside = analysis.noun_counts.keys()
    others = [name for name in nouns.kin(noun, beside) if _fits(article, name)]
    own = [name for name in others if name in beside]
    rest = [name for name in others if name not in beside]
    rng.shuffle(own)
    rng.shuffle(rest)
    capital = answer[:1].isupper()
    written = (f"{article}{name}" for name in [*own, *rest])
    return [name[:1].upper() + name[1:] if capital else name for name in written]


def _parted(answer: str) -> tuple[str, str]:
    """Return the article with its space, and the noun written small."""
    lower = answer[:1].lower() + answer[1:]
    for article in ("the ", "an ", "a "):
        if lower.startswith(article):
            return article, lower.removeprefix(article)
    return "", lower


def _fits(article: str, noun: str) -> bool:
    """Tell whether a noun can follow the article: an owl, a rook."""
    if article not in {"a ", "an "}:
        return True
    return (noun[0] in "aeiou") == (article == "an ")
