"""How far the network is from the annotation, and from what other networks say."""

import torch
from torch import Tensor
from torch.nn import functional

from assets.english.training.examples import UNLABELLED, Batch
from assets.english.training.network import Network, Scores

WEIGHTS = {"tags": 0.5, "kinds": 0.5, "names": 2.0, "arcs": 1.0, "relations": 1.0}
SMOOTHED_NAMES = 0.05


def related(network: Network, scores: Scores, heads: Tensor) -> Tensor:
    """Score the relation of each word to its head in `heads`."""
    chosen = heads.clamp(min=0)[..., None].expand(-1, -1, scores.heads.shape[-1])
    return network.relations_of(scores.dependents, scores.heads.gather(1, chosen))


def annotated(network: Network, scores: Scores, batch: Batch) -> Tensor:
    """Return the weighted cross-entropy to the annotation."""
    parts = {
        "tags": _missed(scores.tags, batch.tags),
        "kinds": _missed(scores.kinds, batch.kinds),
        "names": _missed(scores.names, batch.names, SMOOTHED_NAMES),
        "arcs": _missed(scores.arcs, batch.heads),
        "relations": _missed(related(network, scores, batch.heads), batch.relations),
    }
    return torch.stack([WEIGHTS[head] * part for head, part in parts.items()]).sum()


def _missed(scores: Tensor, wanted: Tensor, smoothed: float = 0.0) -> Tensor:
    told = wanted != UNLABELLED
    if not told.any():
        return scores.sum() * 0
    return functional.cross_entropy(
        scores[told].float(), wanted[told], label_smoothing=smoothed
    )


def taught(
    network: Network, scores: Scores, batch: Batch, told: list[dict[str, Tensor]]
) -> Tensor:
    """Return the weighted cross-entropy to the mean of what teachers told."""
    own = answers(network, scores, batch)
    total = torch.zeros(())
    for head, weight in WEIGHTS.items():
        wanted = torch.stack([functional.softmax(one[head], -1) for one in told])
        spread = functional.log_softmax(own[head], -1)
        crossed = (wanted.mean(0) * spread).sum() / max(1, len(spread))
        total = total - weight * crossed
    return total


def answers(network: Network, scores: Scores, batch: Batch) -> dict[str, Tensor]:
    """Return what each head says of the words that are no padding, one row a word."""
    real = batch.first[:, 1:] > 0
    parsed = real & (batch.heads >= 0)
    return {
        "tags": scores.tags[real].float(),
        "kinds": scores.kinds[real].float(),
        "names": scores.names[real].float(),
        "arcs": scores.arcs[real],
        "relations": related(network, scores, batch.heads)[parsed].float(),
    }
