"""Lists of English words that ship with the program, each by what it tells."""

import tomllib
from functools import cache

from quizapp.paths import ENGLISH


@cache
def _lists() -> dict[str, frozenset[str]]:
    text = (ENGLISH / "words.toml").read_text("utf-8")
    return {name: frozenset(words.split()) for name, words in tomllib.loads(text).items()}


def listed(name: str) -> frozenset[str]:
    """Return the list of this name; raises KeyError where there is none."""
    return _lists()[name]
