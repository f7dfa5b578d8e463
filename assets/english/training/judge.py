"""Fine-tune the encoder on graded questions, to tell what a teacher would keep.

    python -m assets.english.training.judge tests/articles ENCODER RUN --epochs 5
    python -m assets.english.training.judge tests/articles ENCODER RUN --all

Beside each article lie its graded questions; `graded.py` tells their form. A third of the
articles is held out, and the questions on them say how precise the network is at what coverage.
`--all` trains on every article, for the weights that ship. RUN receives judge.pt.

The same network keeps what the encoder knows of phrases: it is taught to give each the vector
that the encoder gave it.
"""

import argparse
import logging
import math
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from assets.english.training.graded import REASONS, Graded, is_held_out, read_all
from assets.english.training.network import WIDTH, Encoder, begin_from
from quizapp.language.judge import Numbered, numbered_phrase, numbered_query
from quizapp.language.pieces import Pieces
from quizapp.language.verdicts import Query
from quizapp.paths import ENGLISH

logger = logging.getLogger(__name__)

ENCODER_RATE, HEADS_RATE = 1e-4, 1e-3
DECAY = 0.01
WARM_UP = 50
"""Steps."""
LOWEST_RATE = 0.02
LONGEST_GRADIENT = 1.0
INNER = 256
DROPPED = 0.2
WANTED = {0: 0.0, 1: 0.7, 2: 1.0}
"""The chance that stands for each grade."""
WHY, PHRASES = 0.3, 1.0
"""What the reasons and the phrases count in the loss, where the grades count one."""
PIECES_A_STEP = 2048
PHRASES_A_STEP = 32
LONGEST_PHRASE = 8
"""Words."""
SHARES = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
"""Of the held-out questions, the best so many, of which precision is told."""


class JudgeNetwork(nn.Module):
    """The encoder with a chance, a reason and a phrase's vector on top."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.narrowed = nn.Sequential(
            nn.Linear(2 * WIDTH, INNER), nn.GELU(), nn.Dropout(DROPPED)
        )
        self.chance = nn.Linear(INNER, 1)
        self.reason = nn.Linear(INNER, len(REASONS) + 1)
        self.phrase = nn.Linear(WIDTH, WIDTH)
        nn.init.eye_(self.phrase.weight)
        nn.init.zeros_(self.phrase.bias)

    def forward(
        self, vectors: Tensor, mask: Tensor, forms: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return of B texts the chance before the sigmoid, the reasons, and vectors of length one."""
        states = self.encoder(vectors, mask, forms)[-1]
        mean = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        inner = self.narrowed(torch.cat([states[:, 0], mean], -1))
        phrase = functional.normalize(self.phrase(mean), dim=-1)
        return self.chance(inner)[:, 0], self.reason(inner), phrase


@dataclass(frozen=True, slots=True)
class Batch:
    """Texts as the network reads them, B × T."""

    ids: Tensor
    mask: Tensor
    forms: Tensor


class Trainer:
    """Teaches one network from graded questions."""

    def __init__(self, encoder: Path, pieces: Pieces) -> None:
        self.network = JudgeNetwork()
        self._vectors = begin_from(self.network.encoder, encoder / "model.safetensors")
        self._teacher = Encoder()
        begin_from(self._teacher, encoder / "model.safetensors")
        self._teacher.eval()
        self._pieces = pieces

    def train(self, rows: Sequence[Graded], epochs: int, rng: random.Random) -> None:
        """Teach for so many rounds, the rate falling along a line."""
        phrases = sorted(_phrases(rows))
        optimiser = self._optimiser()
        rates = [group["lr"] for group in optimiser.param_groups]
        total = epochs * len(self._batches(rows, rng))
        step, began = 0, time.perf_counter()
        self.network.train()
        for epoch in range(epochs):
            lost = 0.0
            for some in self._batches(rows, rng):
                share = min(1.0, step / WARM_UP) * max(LOWEST_RATE, 1 - step / total)
                for group, rate in zip(optimiser.param_groups, rates, strict=True):
                    group["lr"] = rate * share
                loss = self._loss(some, rng.sample(phrases, PHRASES_A_STEP))
                optimiser.zero_grad()
                loss.backward()
                nn.utils.clip_grad_norm_(self.network.parameters(), LONGEST_GRADIENT)
                optimiser.step()
                step += 1
                lost += float(loss.detach())
            passed = time.perf_counter() - began
            logger.info("epoch %d, %.0f s, loss %.3f", epoch, passed, lost * epochs / total)

    def chances(self, rows: Sequence[Graded]) -> list[float]:
        """Return the chance of each question, in order."""
        self.network.eval()
        found = [0.0] * len(rows)
        places = {id(row): place for place, row in enumerate(rows)}
        with torch.no_grad():
            for some in self._batches(rows, None):
                told = torch.sigmoid(self._read(self._batch([_query(r) for r in some]))[0])
                for row, chance in zip(some, told.tolist(), strict=True):
                    found[places[id(row)]] = chance
        return found

    def _optimiser(self) -> torch.optim.AdamW:
        own = list(self.network.encoder.parameters())
        heads = [
            p for n, p in self.network.named_parameters() if not n.startswith("encoder")
        ]
        return torch.optim.AdamW(
            [{"params": own, "lr": ENCODER_RATE}, {"params": heads, "lr": HEADS_RATE}],
            weight_decay=DECAY,
        )

    def _loss(self, rows: Sequence[Graded], phrases: Sequence[str]) -> Tensor:
        chance, reason, _ = self._read(self._batch([_query(row) for row in rows]))
        wanted = torch.tensor([WANTED[row.grade] for row in rows])
        why = torch.tensor([_reason(row) for row in rows])
        loss = functional.binary_cross_entropy_with_logits(chance, wanted)
        loss = loss + WHY * functional.cross_entropy(reason, why, ignore_index=-1)
        batch = self._batch([numbered_phrase(self._pieces, text) for text in phrases])
        _, _, vectors = self._read(batch)
        with torch.no_grad():
            taught = self._taught(batch)
        return loss + PHRASES * (1 - (vectors * taught).sum(-1)).mean()

    def _taught(self, batch: Batch) -> Tensor:
        """Return the vectors that the encoder as it came gives to phrases."""
        plain = torch.zeros_like(batch.forms)
        states = self._teacher(self._vectors[batch.ids], batch.mask, plain)[-1]
        mean = (states * batch.mask[..., None]).sum(1) / batch.mask.sum(1, keepdim=True)
        return functional.normalize(mean, dim=-1)

    def _read(self, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
        found: tuple[Tensor, Tensor, Tensor] = self.network(
            self._vectors[batch.ids], batch.mask, batch.forms
        )
        return found

    def _batch(self, made: Sequence[Query | Numbered]) -> Batch:
        rows = [
            numbered_query(self._pieces, one) if isinstance(one, Query) else one
            for one in made
        ]
        wide = max(len(row.ids) for row in rows)
        ids, forms = np.zeros((2, len(rows), wide), np.int64)
        mask = np.zeros((len(rows), wide), np.float32)
        for place, row in enumerate(rows):
            length = len(row.ids)
            ids[place, :length], forms[place, :length] = row.ids, row.shapes
            mask[place, :length] = 1
        return Batch(*map(torch.from_numpy, (ids, mask, forms)))

    def _batches(
        self, rows: Sequence[Graded], rng: random.Random | None
    ) -> list[list[Graded]]:
        """Return the rows by length, so many pieces together; shuffled where `rng` is given."""
        lengths = [len(numbered_query(self._pieces, _query(row)).ids) for row in rows]
        order = sorted(
            range(len(rows)), key=lambda p: lengths[p] + (rng.random() * 8 if rng else 0)
        )
        found: list[list[Graded]] = [[]]
        longest = 0
        for place in order:
            longest = max(longest, lengths[place])
            if found[-1] and (len(found[-1]) + 1) * longest > PIECES_A_STEP:
                found.append([])
                longest = lengths[place]
            found[-1].append(rows[place])
        if rng is not None:
            rng.shuffle(found)
        return found


def _phrases(rows: Sequence[Graded]) -> set[str]:
    """Return answers, and stretches of the sentences as long as answers are."""
    found = {row.answer for row in rows}
    for row in rows:
        words = row.sentence.split()
        found |= {" ".join(words[n : n + 3]) for n in range(0, len(words) - 2, 3)}
    return {phrase for phrase in found if len(phrase.split()) <= LONGEST_PHRASE}


def _query(row: Graded) -> Query:
    return Query(row.prompt, row.answer, row.sentence)


def _reason(row: Graded) -> int:
    """Return the number of why a question was refused: 0 for one that was kept, -1 for unknown."""
    if row.grade:
        return 0
    return REASONS.index(row.reason) + 1 if row.reason in tuple(REASONS) else -1


def precision(rows: Sequence[Graded], chances: Sequence[float]) -> Iterator[str]:
    """Yield how many of the best questions were kept by the graders, share by share."""
    order = sorted(range(len(rows)), key=lambda place: -chances[place])
    kept = [bool(rows[place].grade) for place in order]
    yield f"area under the curve {_area(kept):.3f}"
    for share in SHARES:
        best = kept[: math.ceil(share * len(kept))]
        lowest = chances[order[len(best) - 1]]
        yield f"best {share:.0%}: {sum(best) / len(best):.3f} kept, chance from {lowest:.2f}"


def _area(kept: Sequence[bool]) -> float:
    """Return the area under the ROC curve; `kept` begins with the likeliest."""
    behind, passed = 0, 0
    for one in reversed(kept):
        if one:
            passed += behind
        else:
            behind += 1
    return passed / max(1, behind * (len(kept) - behind))


def main() -> None:
    """Train, and tell how precise the network is."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("run", type=Path)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--all", action="store_true")
    asked = parser.parse_args()
    torch.manual_seed(asked.seed)
    asked.run.mkdir(parents=True, exist_ok=True)
    rows = read_all(asked.articles)
    taught = [row for row in rows if asked.all or not is_held_out(row.article)]
    tested = [row for row in rows if is_held_out(row.article)]
    logger.info("%d questions to learn from, %d held out", len(taught), len(tested))
    trainer = Trainer(asked.encoder, Pieces(ENGLISH))
    trainer.train(taught, asked.epochs, random.Random(asked.seed))  # noqa: S311 - no secret
    torch.save(trainer.network.state_dict(), asked.run / "judge.pt")
    if not asked.all:
        chances = trainer.chances(tested)
        for gaps in (False, True):
            some = [p for p, row in enumerate(tested) if row.is_gap is gaps]
            logger.info("gaps:" if gaps else "questions:")
            for line in precision([tested[p] for p in some], [chances[p] for p in some]):
                logger.info("  %s", line)
        logger.info("all:")
        for line in precision(tested, chances):
            logger.info("  %s", line)


if __name__ == "__main__":
    main()
