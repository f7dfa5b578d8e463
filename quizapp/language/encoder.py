"""The shipped network: words in, part of speech, dependencies and names out."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from quizapp.language import trees
from quizapp.language.pieces import pieces_at

PIECES_A_WINDOW = 160
"""The length it was trained on; its positions end at 512."""
LONGEST_WINDOW = 500
"""Pieces; words of a longer sentence are cut to their first two."""
PIECES_WHEN_CUT = 2
WINDOWS_A_RUN = 4
OPENING = 9
"""Added to the shape of a word that opens a sentence."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network says of one word; `head` counts from the sentence's first word."""

    tag: str
    pos: str
    relation: str
    head: int
    named: str


@dataclass(frozen=True, slots=True)
class _Window:
    """Some sentences read together: where each begins, its words' pieces and shapes."""

    sentences: tuple[int, ...]
    lengths: tuple[int, ...]
    pieces: tuple[list[int], ...]
    shapes: tuple[int, ...]

    @property
    def width(self) -> int:
        return sum(map(len, self.pieces))


class Encoder:
    """The network and its word pieces, loaded once."""

    def __init__(self, folder: Path) -> None:
        """Load the files of `folder`; raises OSError where one is missing."""
        self._pieces = pieces_at(folder)
        self._labels = json.loads((folder / "labels.json").read_text("utf-8"))
        self._session = session(folder / "tagger.int8.onnx")

    def read(self, passages: Sequence[Sequence[Sequence[str]]]) -> list[list[Reading]]:
        """Read passages of sentences of words; return every sentence's readings, in order."""
        windows = [window for window in self._windows(passages) if window.width]
        windows.sort(key=lambda window: window.width)
        found: dict[int, list[Reading]] = {}
        for start in range(0, len(windows), WINDOWS_A_RUN):
            found |= self._run(windows[start : start + WINDOWS_A_RUN])
        total = sum(len(passage) for passage in passages)
        return [found.get(number, []) for number in range(total)]

    def _windows(self, passages: Sequence[Sequence[Sequence[str]]]) -> list[_Window]:
        """Put neighbouring sentences of a passage together as long as they fit."""
        windows: list[_Window] = []
        number = 0
        for passage in passages:
            waiting: list[tuple[int, Sequence[str]]] = []
            width = 0
            for words in passage:
                size = sum(len(self._pieces.of(word)) for word in words)
                if waiting and width + size > PIECES_A_WINDOW:
                    windows.append(self._window(waiting))
                    waiting, width = [], 0
                waiting.append((number, words))
                width += size
                number += 1
            if waiting:
                windows.append(self._window(waiting))
        return windows

    def _window(self, sentences: list[tuple[int, Sequence[str]]]) -> _Window:
        words = [word for _, sentence in sentences for word in sentence]
        shapes = [
            shape(word) + OPENING * (place == 0)
            for _, sentence in sentences
            for place, word in enumerate(sentence)
        ]
        pieces = [self._pieces.of(word) for word in words]
        if sum(map(len, pieces)) > LONGEST_WINDOW:
            pieces = [found[:PIECES_WHEN_CUT] for found in pieces]
        return _Window(
            tuple(number for number, _ in sentences),
            tuple(len(sentence) for _, sentence in sentences),
            tuple(pieces),
            tuple(shapes),
        )

    def _run(self, windows: list[_Window]) -> dict[int, list[Reading]]:
        outputs = self._session.run(None, self._inputs(windows))
        found: dict[int, list[Reading]] = {}
        for row, window in enumerate(windows):
            start = 0
            for number, length in zip(window.sentences, window.lengths, strict=True):
                if length:
                    place = slice(start, start + length)
                    found[number] = self._decode([out[row] for out in outputs], place)
                start += length
        return found

    def _inputs(self, windows: list[_Window]) -> dict[str, NDArray[Any]]:
        """Return the network's inputs: word 0 is the root, piece 0 the opening mark."""
        wide = max(window.width for window in windows) + 2
        many = max(len(window.pieces) for window in windows) + 1
        ids, shapes = np.zeros((2, len(windows), wide), np.int64)
        first, last, word_shapes = np.zeros((3, len(windows), many), np.int64)
        mask = np.zeros((len(windows), wide), np.float32)
        for row, window in enumerate(windows):
            ids[row, 0], place = self._pieces.first, 1
            for word, (pieces, form) in enumerate(
                zip(window.pieces, window.shapes, strict=True), 1
            ):
                end = place + len(pieces)
                ids[row, place:end], shapes[row, place:end] = pieces, form
                first[row, word], last[row, word], word_shapes[row, word] = (
                    place,
                    end - 1,
                    form,
                )
                place = end
            ids[row, place] = self._pieces.last
            mask[row, : place + 1] = 1
        return {
            "emb": self._pieces.vectors(ids),
            "mask": mask,
            "shape": shapes,
            "first": first,
            "last": last,
            "wshape": word_shapes,
        }

    def _decode(self, outputs: list[NDArray[Any]], place: slice) -> list[Reading]:
        """Return the readings of one sentence, which stands at `place` of its window."""
        tags, kinds, names, arcs, relations = (out[place] for out in outputs)
        columns = [0, *range(place.start + 1, place.stop + 1)]
        labels = trees.name_path(names, self._labels["names"])
        readings = []
        for word, head in enumerate(trees.heads(arcs[:, columns])):
            relation = (
                self._labels["relations"][relations[word, columns[head]]]
                if head
                else "ROOT"
            )
            readings.append(
                Reading(
                    self._labels["tags"][tags[word]],
                    self._labels["kinds"][kinds[word]],
                    relation,
                    head - 1 if head else word,
                    "" if labels[word] == "O" else labels[word],
                )
            )
        return readings


def shape(word: str) -> int:
    """Return the class of a word's letters that stands in for case, as the network learned it."""
    letters = [char for char in word if char.isalpha()]
    digits = any(char.isdigit() for char in word)
    if not letters:
        return 6 if digits else 8
    if digits:
        return 7
    capitals = [char.isupper() for char in letters]
    if not any(capitals):
        return 1
    if len(letters) == 1:
        return 3
    if all(capitals):
        return 4
    return 2 if capitals[0] and not any(capitals[1:]) else 5


def session(path: Path) -> onnxruntime.InferenceSession:
    """Return a network ready to run on two cores."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 2
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
