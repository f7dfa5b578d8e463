"""Word pieces and their vectors, which both networks read."""

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

PIECES_A_WORD = 12


class Pieces:
    """The tokenizer and the table of vectors, loaded once."""

    def __init__(self, folder: Path) -> None:
        """Load the files of `folder`; raises OSError where one is missing."""
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        with np.load(folder / "emb.npz") as table:
            self._rows, self._scales = table["q"], table["s"]
        self._known: dict[str, list[int]] = {}
        self.first, self.last, self.unknown, self.gap = map(
            self._mark, ("[CLS]", "[SEP]", "[UNK]", "[MASK]")
        )

    def of(self, word: str) -> list[int]:
        """Return a word's pieces, at most `PIECES_A_WORD`."""
        if word not in self._known:
            found = self._tokenizer.encode(word, add_special_tokens=False).ids
            self._known[word] = found[:PIECES_A_WORD] or [self.unknown]
        return self._known[word]

    def vectors(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the vectors of pieces, one dimension more than `ids`."""
        found: NDArray[np.float32] = (
            self._rows[ids].astype(np.float32) * self._scales[ids][..., None]
        )
        return found

    def _mark(self, piece: str) -> int:
        found = self._tokenizer.token_to_id(piece)
        if found is None:
            raise ValueError(f"the word pieces lack {piece}")
        return found


@cache
def pieces_at(folder: Path) -> Pieces:
    """Return the word pieces of a folder, loaded once in a process."""
    return Pieces(folder)
