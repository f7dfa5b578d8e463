"""Measure a whole book: seconds to a thousand words, memory, the longest silence; run by hand.

    python tests/benchmarks/bench_book.py [WORDS] [--pipeline NAME]

The book is made of our test articles, joined again and again under other names and years.
"""

import argparse
import random
import re
import resource
import sys
import time
from pathlib import Path

from quizapp.generation import Progress, generate
from quizapp.reading import read_article

ARTICLES = sorted((Path(__file__).parents[1] / "articles").glob("*.txt"))
SYLLABLES = ["ba", "de", "fi", "go", "ka", "le", "mi", "no", "ra", "se", "ti", "vo", "zu"]
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
_YEAR = re.compile(r"\b1[5-9]\d\d\b")


def main() -> None:
    """Print the figures of one book."""
    parser = argparse.ArgumentParser()
    parser.add_argument("words", type=int, nargs="?", default=50_000)
    parser.add_argument("--pipeline", default="")
    arguments = parser.parse_args()
    article = read_article(book(arguments.words).encode(), "book.txt")
    silences = [0.0]
    heard = began = time.perf_counter()

    def hear(_: Progress) -> None:
        nonlocal heard
        silences.append(time.perf_counter() - heard)
        heard = time.perf_counter()

    drafts = generate(article, None, random.Random(1), hear, arguments.pipeline)
    seconds = time.perf_counter() - began
    words = len(article.text.split())
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    print(
        f"{words:,} words, {len(article.sentences):,} sentences, {len(drafts):,} questions"
    )
    print(f"{seconds:.1f} s, {1000 * seconds / words:.2f} s to a thousand words")
    print(f"{peak:.0f} MB at most; longest silence {max(silences):.1f} s")


def book(words: int) -> str:
    """Return a text of so many words: each round of the articles has names of its own."""
    rng = random.Random(5)
    parts: list[str] = ["A long book of many things"]
    count = 0
    while count < words:
        names: dict[str, str] = {}
        for path in rng.sample(ARTICLES, len(ARTICLES)):
            text = _renamed(path.read_text("utf-8"), names, rng)
            parts.append(text.strip())
            count += len(text.split())
    return "\n\n".join(parts)


def _renamed(text: str, names: dict[str, str], rng: random.Random) -> str:
    def other(match: re.Match[str]) -> str:
        fresh = "".join(rng.choices(SYLLABLES, k=3)).capitalize()
        return names.setdefault(match.group(), fresh)

    def later(match: re.Match[str]) -> str:
        return str(int(match.group()) + rng.randint(-40, 40))

    return _YEAR.sub(later, _NAME.sub(other, text))


if __name__ == "__main__":
    main()
