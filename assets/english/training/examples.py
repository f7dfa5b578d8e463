"""Sentences in numbers, put into windows, windows into batches, batches into tensors."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from assets.english.training.corpus import Annotated, Labels
from quizapp.language.encoder import OPENING, PIECES_A_WINDOW, shape
from quizapp.language.pieces import PIECES_A_WORD

LONGEST = 320
"""Pieces; longer sentences are not trained on."""
SENTENCES_A_WINDOW = (1, 1, 1, 2, 3, 4, 5, 6, 7, 8)
"""The limits drawn from: often one alone, else with neighbours, as the program reads them."""
UNLABELLED = -100
LOWER, TITLE, SINGLE, UPPER, MIXED = 1, 2, 3, 4, 5
"""Some of the forms that `quizapp.language.encoder.shape` returns."""


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence in numbers: its words' pieces, forms, and labels or UNLABELLED."""

    pieces: tuple[tuple[int, ...], ...]
    forms: tuple[int, ...]
    tags: tuple[int, ...]
    kinds: tuple[int, ...]
    heads: tuple[int, ...]
    relations: tuple[int, ...]
    names: tuple[int, ...]

    @property
    def width(self) -> int:
        """Count its pieces."""
        return sum(map(len, self.pieces))


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows as tensors; `within` (B × N × (N + 1)) tells the heads that a word may have."""

    ids: Tensor
    mask: Tensor
    forms: Tensor
    first: Tensor
    last: Tensor
    word_forms: Tensor
    within: Tensor
    tags: Tensor
    kinds: Tensor
    heads: Tensor
    relations: Tensor
    names: Tensor


class Numbering:
    """Turn sentences into numbers with the word pieces of `tokenizer` and these labels."""

    def __init__(self, tokenizer: Path, labels: Labels) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._known: dict[str, tuple[int, ...]] = {}
        self._tags = _numbers(labels.tags)
        self._kinds = _numbers(labels.kinds)
        self._relations = _numbers(labels.relations)
        self._names = _numbers(labels.names)
        self.first, self.last, self.unknown, self.hidden = map(
            self._tokenizer.token_to_id, ("[CLS]", "[SEP]", "[UNK]", "[MASK]")
        )

    def examples(self, sentences: Iterable[Annotated]) -> list[Example]:
        """Return the sentences in numbers, without those too long."""
        found = map(self._example, sentences)
        return [example for example in found if example.width <= LONGEST]

    def _example(self, sentence: Annotated) -> Example:
        none = (UNLABELLED,) * len(sentence.words)
        return Example(
            tuple(map(self._pieces, sentence.words)),
            tuple(map(shape, sentence.words)),
            _numbered(sentence.tags, self._tags) or none,
            _numbered(sentence.kinds, self._kinds) or none,
            sentence.heads or none,
            _numbered(sentence.relations, self._relations) or none,
            _numbered(sentence.names, self._names) or none,
        )

    def _pieces(self, word: str) -> tuple[int, ...]:
        if word not in self._known:
            found = self._tokenizer.encode(word, add_special_tokens=False).ids
            self._known[word] = tuple(found[:PIECES_A_WORD]) or (self.unknown,)
        return self._known[word]


def _numbers(names: Sequence[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}


def _numbered(names: Sequence[str], numbers: dict[str, int]) -> tuple[int, ...]:
    return tuple(numbers.get(name, UNLABELLED) for name in names)


def recased(example: Example, rng: random.Random) -> Example:
    """Return the sentence all in small letters, all in capitals, or each word capitalised."""
    wanted = rng.choice((LOWER, LOWER, UPPER, TITLE))
    change = dict.fromkeys((LOWER, TITLE, UPPER, MIXED), wanted)
    change[SINGLE] = LOWER if wanted == LOWER else SINGLE
    return replace(example, forms=tuple(change.get(form, form) for form in example.forms))


def blurred(example: Example, rng: random.Random, hidden: int, share: float) -> Example:
    """Return the sentence with a share of its words' pieces hidden."""
    pieces = tuple(
        (hidden,) * len(word) if rng.random() < share else word for word in example.pieces
    )
    return replace(example, pieces=pieces)


def windows(examples: Sequence[Example], rng: random.Random) -> Iterator[list[Example]]:
    """Put neighbours together, up to a limit drawn anew for each window."""
    waiting: list[Example] = []
    width, limit = 0, 1
    for example in examples:
        full = len(waiting) >= limit or width + example.width > PIECES_A_WINDOW
        if waiting and full:
            yield waiting
            waiting, width = [], 0
        if not waiting:
            limit = rng.choice(SENTENCES_A_WINDOW)
        waiting.append(example)
        width += example.width
    if waiting:
        yield waiting


def batches(
    found: Iterable[list[Example]], rng: random.Random, pieces: int
) -> list[list[list[Example]]]:
    """Put windows of like width together, so that little is padding; shuffle the batches."""
    widths = [(sum(e.width for e in window), window) for window in found]
    widths.sort(key=lambda pair: pair[0] + 8 * rng.random())
    done: list[list[list[Example]]] = []
    waiting: list[list[Example]] = []
    widest = 0
    for width, window in widths:
        if waiting and max(widest, width + 2) * (len(waiting) + 1) > pieces:
            done.append(waiting)
            waiting, widest = [], 0
        waiting.append(window)
        widest = max(widest, width + 2)
    done.append(waiting)
    rng.shuffle(done)
    return done


def tensors(found: Sequence[Sequence[Example]], numbering: Numbering) -> Batch:
    """Return windows as tensors, padded with zeros and UNLABELLED."""
    many = max(sum(len(e.pieces) for e in window) for window in found)
    wide = max(sum(e.width for e in window) for window in found) + 2
    ids, forms = np.zeros((2, len(found), wide), np.int64)
    first, last, word_forms = np.zeros((3, len(found), many + 1), np.int64)
    mask = np.zeros((len(found), wide), np.float32)
    within = np.zeros((len(found), many, many + 1), np.bool_)
    within[..., 0] = True
    labels = np.full((5, len(found), many), UNLABELLED, np.int64)
    for row, window in enumerate(found):
        ids[row, 0], place, word = numbering.first, 1, 0
        for example in window:
            start, end = word, word + len(example.pieces)
            within[row, start:end, start + 1 : end + 1] = True
            labels[:, row, start:end] = (
                example.tags,
                example.kinds,
                [h + start if h > 0 else h for h in example.heads],
                example.relations,
                example.names,
            )
            for pieces, form in zip(example.pieces, example.forms, strict=True):
                stop = place + len(pieces)
                marked = form + OPENING if word == start else form
                ids[row, place:stop], forms[row, place:stop] = pieces, marked
                word += 1
                first[row, word], last[row, word] = place, stop - 1
                word_forms[row, word] = marked
                place = stop
        ids[row, place] = numbering.last
        mask[row, : place + 1] = 1
    arrays = (ids, mask, forms, first, last, word_forms, within, *labels)
    return Batch(*map(torch.from_numpy, arrays))
