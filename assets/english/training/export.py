"""Write a finished run as the files that the program reads; run from the project's folder.

    python -m assets.english.training.export RUN ENCODER assets/english

The network becomes tagger.int8.onnx; the encoder's word-piece vectors, which training leaves as
they are, become emb.npz.
"""

import argparse
import shutil
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from assets.english.training import quantised
from assets.english.training.corpus import ROOT, Labels, labels_at
from assets.english.training.network import WIDTH, Network
from assets.english.training.train import load

IMPOSSIBLE = -1e4
AXES = {
    "emb": {0: "windows", 1: "pieces"},
    "mask": {0: "windows", 1: "pieces"},
    "shape": {0: "windows", 1: "pieces"},
    "first": {0: "windows", 1: "heads"},
    "last": {0: "windows", 1: "heads"},
    "wshape": {0: "windows", 1: "heads"},
    "tags": {0: "windows", 1: "words"},
    "kinds": {0: "windows", 1: "words"},
    "names": {0: "windows", 1: "words"},
    "arcs": {0: "windows", 1: "words", 2: "heads"},
    "relations": {0: "windows", 1: "words", 2: "heads"},
}
OUTPUTS = list(AXES)[6:]
LARGEST = 127
"""Of an 8-bit number with a sign."""


def main() -> None:
    """Write the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    labels = labels_at(asked.run)
    write_network(load(asked.run), labels, asked.out / "tagger.int8.onnx")
    write_vectors(asked.encoder / "model.safetensors", asked.out / "emb.npz")
    shutil.copyfile(asked.run / "labels.json", asked.out / "labels.json")
    shutil.copyfile(asked.encoder / "tokenizer.json", asked.out / "tokenizer.json")


class Deciding(nn.Module):
    """The network with the choices made that need no tree: tags, kinds, relations."""

    def __init__(self, network: Network, root: int) -> None:
        super().__init__()
        self._network = network
        forbidden = torch.zeros(network.by_head.out_features)
        forbidden[root] = IMPOSSIBLE
        self.register_buffer("_forbidden", forbidden)

    def forward(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        """Return tags, kinds (B × N), scores of names and arcs, relations (B × N × (N + 1))."""
        found = self._network(*inputs)
        relations = self._network.all_relations(found.dependents, found.heads)
        relations = relations + self._forbidden[:, None]
        return (
            found.tags.argmax(-1).int(),
            found.kinds.argmax(-1).int(),
            found.names,
            found.arcs,
            relations.argmax(2).int(),
        )


def write_network(network: Network, labels: Labels, path: Path) -> None:
    """Write the network with its choices made, its weights in 8 bits."""
    deciding = Deciding(network, labels.relations.index(ROOT)).eval()
    windows, pieces, heads = 2, 12, 8
    numbers = [torch.ones(windows, n, dtype=torch.int64) for n in (pieces, *[heads] * 3)]
    inputs = (torch.randn(windows, pieces, WIDTH), torch.ones(windows, pieces), *numbers)
    quantised.write(deciding, inputs, OUTPUTS, AXES, path)


def write_vectors(encoder: Path, path: Path) -> None:
    """Write the word-piece vectors in 8 bits, one scale a row."""
    known = {k.removeprefix("bert."): v for k, v in load_file(encoder).items()}
    vectors = known["embeddings.word_embeddings.weight"].float().numpy()
    scales = np.abs(vectors).max(axis=1) / LARGEST
    rows = np.round(vectors / scales[:, None]).clip(-LARGEST, LARGEST).astype(np.int8)
    np.savez(path, q=rows, s=scales.astype(np.float32))


if __name__ == "__main__":
    main()
