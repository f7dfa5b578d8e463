"""Questions graded one by one: beside tests/articles/helium.txt lies helium.graded.

A line that begins with "= " is a sentence of the article; under it stand the questions drafted
on it, with tabs between grade, question and answer. The grade is 2 (good), 1 (with a blemish) or 0
(refused), and below 2 a letter tells why:

u unclear without the article, g ungrammatical, w wrong, m several answers fit, t trivial,
c cut or too long, x gives itself away.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

REASONS = "guwmtcx"
GAP = "____"
HELD_OUT = 3
"""One article in so many is held out."""


@dataclass(frozen=True, slots=True)
class Graded:
    """A question and what its grader said of it."""

    article: str
    sentence: str
    prompt: str
    answer: str
    grade: int
    reason: str

    @property
    def is_gap(self) -> bool:
        """Whether it is a sentence with a gap."""
        return GAP in self.prompt


def read_all(folder: Path) -> list[Graded]:
    """Return all graded questions of a folder, article by article."""
    return [row for path in sorted(folder.glob("*.graded")) for row in _read(path)]


def is_held_out(article: str) -> bool:
    """Tell whether an article's questions are never trained on; the same on every machine."""
    digest = hashlib.sha1(article.encode(), usedforsecurity=False).hexdigest()
    return int(digest, 16) % HELD_OUT == 0


def _read(path: Path) -> Iterator[Graded]:
    sentence = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("= "):
            sentence = line.removeprefix("= ")
        elif line:
            told, prompt, answer = line.split("\t")
            yield Graded(
                path.stem, sentence, prompt, answer, int(told[0]), told[1:].strip()
            )
