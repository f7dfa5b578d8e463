"""The second network: how likely a teacher is to keep a question, and how near phrases are.

It was trained on questions that people graded; `assets/english/README.md` tells how.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from quizapp.language.encoder import session, shape
from quizapp.language.pieces import Pieces, pieces_at
from quizapp.paths import ENGLISH

GAP = "____"
PROMPT, ANSWER, SENTENCE = 72, 20, 80
"""Pieces at most of each part, as in training."""
PIECES_A_RUN = 2048
_WORD = re.compile(rf"{GAP}|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Query:
    """A question to be judged: its words, its answer, and the sentence it came from."""

    prompt: str
    answer: str
    sentence: str


@dataclass(frozen=True, slots=True)
class _Row:
    """The pieces of one text and the classes of their letters."""

    ids: list[int]
    shapes: list[int]


class Judge:
    """The network, loaded once."""

    def __init__(self, folder: Path) -> None:
        """Load the files of `folder`; raises OSError where one is missing."""
        self._pieces: Pieces = pieces_at(folder)
        self._session = session(folder / "judge.int8.onnx")

    def chances(self, queries: Sequence[Query]) -> list[float]:
        """Return for each question the chance, 0 to 1, that a teacher would keep it."""
        return [float(row) for row in self._run([self._query(q) for q in queries], 0)]

    def vectors(self, phrases: Sequence[str]) -> NDArray[np.float32]:
        """Return a vector of length one for each phrase: n × 384; near ones mean alike."""
        found = self._run([self._joined([(text, SENTENCE)]) for text in phrases], 1)
        return np.array(found, dtype=np.float32).reshape(len(phrases), -1)

    def _query(self, query: Query) -> _Row:
        parts = [(query.prompt, PROMPT), (query.answer, ANSWER)]
        if GAP not in query.prompt:
            parts.append((query.sentence, SENTENCE))
        return self._joined(parts)

    def _joined(self, parts: Sequence[tuple[str, int]]) -> _Row:
        """Return texts one behind the other, each with a closing mark."""
        ids, shapes = [self._pieces.first], [0]
        for text, most in parts:
            found = [
                (piece, shape(word))
                for word in _WORD.findall(text)
                for piece in ([self._pieces.gap] if word == GAP else self._pieces.of(word))
            ][:most]
            ids += [piece for piece, _ in found]
            shapes += [form for _, form in found]
            ids.append(self._pieces.last)
            shapes.append(0)
        return _Row(ids, shapes)

    def _run(self, rows: Sequence[_Row], output: int) -> list[Any]:
        """Return one of the network's outputs for each row; rows of like length go together."""
        found: list[Any] = [None] * len(rows)
        for places in _batches([len(row.ids) for row in rows]):
            results = self._session.run(None, self._inputs([rows[p] for p in places]))
            for place, result in zip(places, results[output], strict=True):
                found[place] = result
        return found

    def _inputs(self, rows: Sequence[_Row]) -> dict[str, NDArray[Any]]:
        wide = max(len(row.ids) for row in rows)
        ids, shapes = np.zeros((2, len(rows), wide), np.int64)
        mask = np.zeros((len(rows), wide), np.float32)
        for number, row in enumerate(rows):
            length = len(row.ids)
            ids[number, :length], shapes[number, :length] = row.ids, row.shapes
            mask[number, :length] = 1
        return {"emb": self._pieces.vectors(ids), "mask": mask, "shape": shapes}


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Yield the places of rows that go together, the short ones first."""
    batch: list[int] = []
    for place in sorted(range(len(lengths)), key=lambda p: lengths[p]):
        if batch and (len(batch) + 1) * lengths[place] > PIECES_A_RUN:
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch


@cache
def judge() -> Judge:
    """Return the network that ships with the program, loaded once in a process."""
    return Judge(ENGLISH)
