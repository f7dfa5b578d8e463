"""Fine-tune the network on annotated sentences; run from the project's folder.

    python -m assets.english.training.train DATA ENCODER RUN --epochs 14 --seed 1
    python -m assets.english.training.train DATA ENCODER RUN --taught-by RUN_1 RUN_2

DATA holds the DocBins, ENCODER the pretrained encoder (model.safetensors, tokenizer.json). RUN
receives network.pt, the running mean of the weights, and labels.json. Runs named by --taught-by
give soft targets: the mean of what their networks say.
"""

import argparse
import json
import logging
import math
import random
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import torch
from torch import Tensor

from assets.english.training import corpus, examples, losses
from assets.english.training.corpus import Labels
from assets.english.training.examples import Batch, Example, Numbering
from assets.english.training.network import Network, Scores, Sizes, begin_from

logger = logging.getLogger(__name__)

ENCODER_RATE, FORMS_RATE, HEADS_RATE = 1.5e-4, 5e-4, 1e-3
DECAY = 0.01
WARM_UP = 100
"""Steps."""
LOWEST_RATE = 0.01
"""Share of the full rate that the cosine ends at."""
LONGEST_GRADIENT = 2.0
MEAN_KEEPS = 0.998
"""Share of the running mean that a step leaves."""
RECASED, HIDDEN_WORDS = 0.04, 0.04
"""Shares of sentences whose case is changed, and of words whose pieces are hidden."""
TAUGHT = 0.5
"""Share of the soft targets in the loss."""
IMPOSSIBLE = -1e4
STEPS_A_LINE = 50
"""Steps between two lines in the log."""


def main() -> None:
    """Train and write the run."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    asked = _arguments()
    torch.manual_seed(asked.seed)
    asked.run.mkdir(parents=True, exist_ok=True)
    sources = corpus.training(asked.data)
    labels = corpus.labels_of(sources)
    (asked.run / "labels.json").write_text(json.dumps(asdict(labels)), "utf-8")
    numbering = Numbering(asked.encoder / "tokenizer.json", labels)
    network = Network(sizes(labels))
    vectors = begin_from(network.encoder, asked.encoder / "model.safetensors")
    trainer = Trainer(network, vectors, numbering, [load(run) for run in asked.taught_by])
    trainer.watch(corpus.development(asked.data), labels)
    numbered = [numbering.examples(source) for source in sources]
    rng = random.Random(asked.seed)  # noqa: S311 - no secret
    trainer.train(numbered, asked.epochs, asked.pieces, rng, asked.run / "network.pt")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("run", type=Path)
    parser.add_argument("--epochs", type=int, default=14)
    parser.add_argument("--pieces", type=int, default=1024, help="word pieces a step")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--taught-by", type=Path, nargs="*", default=[])
    return parser.parse_args()


def sizes(labels: Labels) -> Sizes:
    """Count the labels of each head."""
    return Sizes(
        len(labels.tags), len(labels.kinds), len(labels.relations), len(labels.names)
    )


def load(run: Path) -> Network:
    """Return the network of a finished run."""
    network = Network(sizes(corpus.labels_at(run)))
    network.load_state_dict(torch.load(run / "network.pt", weights_only=True))
    return network.eval()


class Trainer:
    """A network, its optimiser and the running mean of its weights."""

    def __init__(
        self,
        network: Network,
        vectors: Tensor,
        numbering: Numbering,
        teachers: Sequence[Network],
    ) -> None:
        self._network = network
        self._vectors = vectors
        self._numbering = numbering
        self._teachers = teachers
        self._optimiser = _optimiser(network)
        self._rates = [group["lr"] for group in self._optimiser.param_groups]
        self.mean = {k: v.detach().clone() for k, v in network.state_dict().items()}
        self._watched: list[list[Example]] = []

    def watch(self, sources: list[list[corpus.Annotated]], labels: Labels) -> None:
        """Score the running mean on these sentences after each epoch."""
        self._watched = [self._numbering.examples(source) for source in sources]
        self._punctuation = labels.relations.index("punct")

    def train(
        self,
        sources: list[list[Example]],
        epochs: int,
        pieces: int,
        rng: random.Random,
        kept: Path,
    ) -> None:
        """Go through the sources `epochs` times, in steps of about `pieces` word pieces.

        The running mean is kept at `kept` after each epoch.
        """
        began, step, steps = time.monotonic(), 0, 0
        for epoch in range(epochs):
            batches = self._batches(sources, pieces, rng)
            steps = steps or epochs * len(batches)
            for batch in batches:
                self._set_rates(step, steps)
                loss = self._step(examples.tensors(batch, self._numbering))
                step += 1
                if step % STEPS_A_LINE == 0:
                    spent = time.monotonic() - began
                    logger.info("%d/%d %.0f s, loss %.3f", step, steps, spent, loss)
            logger.info("epoch %d: %s", epoch + 1, self._scored())
            torch.save(self.mean, kept)

    def _batches(
        self, sources: list[list[Example]], pieces: int, rng: random.Random
    ) -> list[list[list[Example]]]:
        noisy = [[self._noisy(example, rng) for example in source] for source in sources]
        found = [window for source in noisy for window in examples.windows(source, rng)]
        return examples.batches(found, rng, pieces)

    def _noisy(self, example: Example, rng: random.Random) -> Example:
        if rng.random() < RECASED:
            example = examples.recased(example, rng)
        return examples.blurred(example, rng, self._numbering.hidden, HIDDEN_WORDS)

    def _set_rates(self, step: int, steps: int) -> None:
        cosine = 0.5 * (1 + math.cos(math.pi * min(1.0, step / steps)))
        share = min(1.0, (step + 1) / WARM_UP) * max(LOWEST_RATE, cosine)
        for group, rate in zip(self._optimiser.param_groups, self._rates, strict=True):
            group["lr"] = rate * share

    def _step(self, batch: Batch) -> float:
        with torch.autocast("cpu", torch.bfloat16):
            scores = self.read(self._network, batch)
            loss = losses.annotated(self._network, scores, batch)
            if self._teachers:
                told = losses.taught(self._network, scores, batch, self._told(batch))
                loss = (1 - TAUGHT) * loss + TAUGHT * told
        self._optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self._network.parameters(), LONGEST_GRADIENT)
        self._optimiser.step()
        self._update_mean()
        return float(loss.detach())

    @torch.no_grad()
    def _update_mean(self) -> None:
        now = self._network.state_dict()
        torch._foreach_lerp_(list(self.mean.values()), list(now.values()), 1 - MEAN_KEEPS)

    def read(self, network: Network, batch: Batch) -> Scores:
        """Run a network on a batch; arcs out of the sentence are made impossible."""
        found = network(
            self._vectors[batch.ids],
            batch.mask,
            batch.forms,
            batch.first,
            batch.last,
            batch.word_forms,
        )
        arcs = found.arcs.float().masked_fill(~batch.within, IMPOSSIBLE)
        return Scores(
            found.tags, found.kinds, found.names, arcs, found.dependents, found.heads
        )

    @torch.no_grad()
    def _told(self, batch: Batch) -> list[dict[str, Tensor]]:
        """Return what each teacher says of the batch."""
        return [losses.answers(t, self.read(t, batch), batch) for t in self._teachers]

    @torch.no_grad()
    def _scored(self) -> str:
        """Return the running mean's scores on the watched sources, for the log."""
        network = Network(_sizes_of(self._network)).eval()
        network.load_state_dict(self.mean)
        rng = random.Random(0)  # noqa: S311 - no secret
        said = []
        for source in self._watched:
            counts = torch.zeros(6)
            found = examples.batches(examples.windows(source, rng), rng, 4096)
            for windows in found:
                batch = examples.tensors(windows, self._numbering)
                counts += self._counted(network, batch)
            right = (100 * counts[:4] / counts[[4, 4, 4, 5]]).tolist()
            said.append("UPOS {:.2f} UAS {:.2f} LAS {:.2f} names {:.2f}".format(*right))
        return " | ".join(said)

    def _counted(self, network: Network, batch: Batch) -> Tensor:
        """Count right kinds, heads, relations, name labels; scored words, words with names."""
        scores = self.read(network, batch)
        heads = scores.arcs.argmax(-1)
        relations = losses.related(network, scores, heads).argmax(-1)
        parsed = (batch.heads >= 0) & (batch.relations != self._punctuation)
        told = (batch.names >= 0) & ((batch.names > 0) | (scores.names.argmax(-1) > 0))
        right = (heads == batch.heads) & parsed
        hits = (
            (scores.kinds.argmax(-1) == batch.kinds) & parsed,
            right,
            right & (relations == batch.relations),
            (scores.names.argmax(-1) == batch.names) & told,
            parsed,
            told,
        )
        return torch.tensor([float(hit.sum()) for hit in hits])


def _sizes_of(network: Network) -> Sizes:
    return Sizes(
        network.tags.out_features,
        network.kinds.out_features,
        network.by_head.out_features,
        network.names.out_features,
    )


def _optimiser(network: Network) -> torch.optim.Optimizer:
    forms = [network.encoder.forms.weight, network.word_forms.weight]
    special = {id(weight) for weight in forms}
    encoder = [w for w in network.encoder.parameters() if id(w) not in special]
    special |= {id(weight) for weight in encoder}
    heads = [w for w in network.parameters() if id(w) not in special]
    return torch.optim.AdamW(
        [
            {"params": encoder, "lr": ENCODER_RATE, "weight_decay": DECAY},
            {"params": forms, "lr": FORMS_RATE, "weight_decay": 0.0},
            {"params": heads, "lr": HEADS_RATE, "weight_decay": DECAY},
        ],
        betas=(0.9, 0.98),
        fused=True,
    )


if __name__ == "__main__":
    main()
