"""The second network: how likely a teacher is to keep a question, and how near phrases are.

It was trained on questions graded one by one; `assets/english/README.md` tells how.
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
from quizapp.language.verdicts import Doubt, Query, Verdict
from quizapp.paths import ENGLISH

GAP = "____"
PROMPT, ANSWER, SENTENCE = 72, 20, 80
"""Pieces at most of each part, as in training."""
PIECES_A_RUN = 2048
SIZE = 384
"""Of a phrase's vector."""
TOLD = 0.12
"""Chance from which a reason to refuse is told."""
_WORD = re.compile(rf"{GAP}|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A text as the network reads it: its pieces, and the classes of their letters."""

    ids: tuple[int, ...]
    shapes: tuple[int, ...]


def numbered_query(pieces: Pieces, query: Query) -> Numbered:
    """Return a question for the network: prompt, answer and, but for a gap, the sentence."""
    parts = [(query.prompt, PROMPT), (query.answer, ANSWER)]
    if GAP not in query.prompt:
        parts.append((query.sentence, SENTENCE))
    return _numbered(pieces, parts)


def numbered_phrase(pieces: Pieces, phrase: str) -> Numbered:
    """Return a phrase for the network."""
    return _numbered(pieces, [(phrase, SENTENCE)])


def _numbered(pieces: Pieces, parts: Sequence[tuple[str, int]]) -> Numbered:
    """Return texts one behind the other, each with a closing mark."""
    ids, shapes = [pieces.first], [0]
    for text, most in parts:
        found = [
            (piece, shape(word))
            for word in _WORD.findall(text)
            for piece in ([pieces.gap] if word == GAP else pieces.of(word))
        ][:most]
        ids += [*(piece for piece, _ in found), pieces.last]
        shapes += [*(form for _, form in found), 0]
    return Numbered(tuple(ids), tuple(shapes))


class Judge:
    """The network, loaded once."""

    def __init__(self, folder: Path) -> None:
        """Load the files of `folder`; raises OSError where one is missing."""
        self._pieces: Pieces = pieces_at(folder)
        self._session = session(folder / "judge.int8.onnx")

    def verdicts(self, queries: Sequence[Query]) -> list[Verdict]:
        """Return what the network says of each question."""
        rows = [numbered_query(self._pieces, query) for query in queries]
        return [
            Verdict(float(chance), _doubt(reasons))
            for chance, reasons, _ in self._run(rows)
        ]

    def vectors(self, phrases: Sequence[str]) -> NDArray[np.float32]:
        """Return a vector of length one for each phrase: n × SIZE; near ones mean alike."""
        rows = [numbered_phrase(self._pieces, phrase) for phrase in phrases]
        found = [vector for *_, vector in self._run(rows)]
        return np.array(found, dtype=np.float32).reshape(len(phrases), SIZE)

    def _run(self, rows: Sequence[Numbered]) -> list[tuple[Any, ...]]:
        """Return the network's outputs for each row; rows of like length go together."""
        found: list[tuple[Any, ...]] = [()] * len(rows)
        for places in _batches([len(row.ids) for row in rows]):
            outputs = self._session.run(None, self._inputs([rows[p] for p in places]))
            for place, *results in zip(places, *outputs, strict=True):
                found[place] = tuple(results)
        return found

    def _inputs(self, rows: Sequence[Numbered]) -> dict[str, NDArray[Any]]:
        wide = max(len(row.ids) for row in rows)
        ids, shapes = np.zeros((2, len(rows), wide), np.int64)
        mask = np.zeros((len(rows), wide), np.float32)
        for number, row in enumerate(rows):
            length = len(row.ids)
            ids[number, :length], shapes[number, :length] = row.ids, row.shapes
            mask[number, :length] = 1
        return {"emb": self._pieces.vectors(ids), "mask": mask, "shape": shapes}


def _doubt(reasons: NDArray[np.float32]) -> Doubt | None:
    """Return the likeliest reason to refuse; the first of the scores is for none."""
    place = int(reasons[1:].argmax())
    return tuple(Doubt)[place] if reasons[place + 1] >= TOLD else None


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
