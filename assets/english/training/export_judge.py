"""Write a finished run of the judge as the file that the program reads.

python -m assets.english.training.export_judge RUN assets/english
"""

import argparse
from pathlib import Path

import torch
from torch import Tensor, nn

from assets.english.training import quantised
from assets.english.training.judge import JudgeNetwork
from assets.english.training.network import WIDTH

AXES = {
    "emb": {0: "texts", 1: "pieces"},
    "mask": {0: "texts", 1: "pieces"},
    "shape": {0: "texts", 1: "pieces"},
    "chance": {0: "texts"},
    "reasons": {0: "texts"},
    "vector": {0: "texts"},
}


class Telling(nn.Module):
    """The judge with chances and reasons from 0 to 1."""

    def __init__(self, network: JudgeNetwork) -> None:
        super().__init__()
        self._network = network

    def forward(
        self, vectors: Tensor, mask: Tensor, forms: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return the chance, the reasons and the phrase's vector of each text."""
        chance, reasons, vector = self._network(vectors, mask, forms)
        return torch.sigmoid(chance), torch.softmax(reasons, -1), vector


def main() -> None:
    """Write judge.int8.onnx."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("out", type=Path)
    asked = parser.parse_args()
    network = JudgeNetwork()
    network.load_state_dict(torch.load(asked.run / "judge.pt", weights_only=True))
    texts, pieces = 2, 12
    example = (
        torch.randn(texts, pieces, WIDTH),
        torch.ones(texts, pieces),
        torch.ones(texts, pieces, dtype=torch.int64),
    )
    outputs = [name for name in AXES if name in {"chance", "reasons", "vector"}]
    quantised.write(Telling(network), example, outputs, AXES, asked.out / "judge.int8.onnx")


if __name__ == "__main__":
    main()
