"""The network: a small pretrained encoder and, on its words, heads for all that is asked.

Shapes: B windows, T pieces, N words. Word 0 of `first`, `last` and `forms` is the root, which
stands on the opening mark; the outputs are of the N words without it.
"""

import math
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH = 384
LAYERS = 6
ATTENTION_HEADS = 12
INNER = 1536
POSITIONS = 512
FORMS = 18
"""Classes of letter case, twice: the second nine are of words that open a sentence."""
FORM_WIDTH = 32
TAG_WIDTH = 256
ARC_WIDTH = 256
RELATION_WIDTH = 96
DROPPED = 0.1
DROPPED_BEFORE_HEADS = 0.25
HIDDEN = -10_000.0


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many labels each head tells apart."""

    tags: int
    kinds: int
    relations: int
    names: int


@dataclass(frozen=True, slots=True)
class Scores:
    """What the heads say: B × N × labels; arcs B × N × (N + 1); the rest feeds `relations_of`."""

    tags: Tensor
    kinds: Tensor
    names: Tensor
    arcs: Tensor
    dependents: Tensor
    heads: Tensor


class Layer(nn.Module):
    """One layer of BERT (Devlin et al. 2019), normalised after each half."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = nn.Linear(WIDTH, 3 * WIDTH)
        self.answer = nn.Linear(WIDTH, WIDTH)
        self.norm_answer = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Return x one layer on; `bias` hides what is padding."""
        batch, length, _ = x.shape
        size = WIDTH // ATTENTION_HEADS
        parts = self.asked(x).reshape(batch, length, 3, ATTENTION_HEADS, size)
        query, key, value = parts.permute(2, 0, 3, 1, 4).unbind(0)
        met = functional.scaled_dot_product_attention(
            query, key, value, bias.to(query.dtype)
        ).transpose(1, 2)
        met = self.answer(met.reshape(batch, length, WIDTH))
        x = self.norm_answer(x + functional.dropout(met, DROPPED, self.training))
        wide = self.narrow(functional.gelu(self.widen(x)))
        return self.norm(x + functional.dropout(wide, DROPPED, self.training))


class Encoder(nn.Module):
    """The pretrained encoder on word-piece vectors already looked up."""

    def __init__(self) -> None:
        super().__init__()
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.segment = nn.Parameter(torch.zeros(WIDTH))
        self.forms = nn.Embedding(FORMS, WIDTH)
        nn.init.zeros_(self.forms.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, vectors: Tensor, mask: Tensor, forms: Tensor) -> list[Tensor]:
        """Return the states before the first layer and after each."""
        x = vectors + self.positions.weight[: vectors.shape[1]] + self.segment
        x = functional.dropout(self.norm(x + self.forms(forms)), DROPPED, self.training)
        bias = (1.0 - mask)[:, None, None, :] * HIDDEN
        states = [x]
        for layer in self.layers:
            states.append(layer(states[-1], bias))
        return states


class Network(nn.Module):
    """The encoder and its heads; arcs and relations are biaffine (Dozat and Manning 2017)."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.mix = nn.Parameter(torch.tensor([0.0] * LAYERS + [1.0]))
        self.word_forms = nn.Embedding(FORMS, FORM_WIDTH)
        self.for_tags = _narrowed(TAG_WIDTH)
        self.tags = nn.Linear(TAG_WIDTH, sizes.tags)
        self.kinds = nn.Linear(TAG_WIDTH, sizes.kinds)
        self.for_names = _narrowed(TAG_WIDTH)
        self.names = nn.Linear(TAG_WIDTH, sizes.names)
        self.arc_dependent = _narrowed(ARC_WIDTH)
        self.arc_head = _narrowed(ARC_WIDTH)
        self.arcs = nn.Parameter(torch.eye(ARC_WIDTH) / math.sqrt(ARC_WIDTH))
        self.likely_head = nn.Linear(ARC_WIDTH, 1)
        self.relation_dependent = _narrowed(RELATION_WIDTH)
        self.relation_head = _narrowed(RELATION_WIDTH)
        self.relations = nn.Linear(RELATION_WIDTH, sizes.relations * RELATION_WIDTH)
        self.by_dependent = nn.Linear(RELATION_WIDTH, sizes.relations)
        self.by_head = nn.Linear(RELATION_WIDTH, sizes.relations)

    def forward(
        self,
        vectors: Tensor,
        mask: Tensor,
        forms: Tensor,
        first: Tensor,
        last: Tensor,
        word_forms: Tensor,
    ) -> Scores:
        """Read B windows; `first` and `last` are the places of each word's outer pieces."""
        states = self.encoder(vectors, mask, forms)
        shares = torch.softmax(self.mix, 0)
        x = sum(
            (share * state for share, state in zip(shares, states, strict=True)),
            start=torch.zeros(()),
        )
        nodes = torch.cat([_at(x, first), _at(x, last), self.word_forms(word_forms)], -1)
        nodes = functional.dropout(nodes, DROPPED_BEFORE_HEADS, self.training)
        words = nodes[:, 1:]
        tagged = self.for_tags(words)
        head = self.arc_head(nodes)
        arcs = self.arc_dependent(words) @ self.arcs @ head.transpose(1, 2)
        return Scores(
            self.tags(tagged),
            self.kinds(tagged),
            self.names(self.for_names(words)),
            arcs + self.likely_head(head).transpose(1, 2),
            self.relation_dependent(words),
            self.relation_head(nodes),
        )

    def relations_of(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Score the relations of pairs: both ... × width, returns ... × relations."""
        crossed = self.relations(dependents).unflatten(-1, (-1, RELATION_WIDTH))
        scores = (crossed @ heads[..., None])[..., 0]
        return scores + self.by_dependent(dependents) + self.by_head(heads)

    def all_relations(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Score the relations of every word to every head: B × N × relations × (N + 1)."""
        batch, many, _ = dependents.shape
        crossed = self.relations(dependents).reshape(batch, -1, RELATION_WIDTH)
        scores = (crossed @ heads.transpose(1, 2)).reshape(batch, many, -1, heads.shape[1])
        by_head = self.by_head(heads).transpose(1, 2)[:, None]
        return scores + self.by_dependent(dependents)[..., None] + by_head


def _narrowed(width: int) -> nn.Sequential:
    wide = 2 * WIDTH + FORM_WIDTH
    return nn.Sequential(
        nn.Linear(wide, width), nn.GELU(), nn.Dropout(DROPPED_BEFORE_HEADS)
    )


def _at(x: Tensor, places: Tensor) -> Tensor:
    return torch.gather(x, 1, places[..., None].expand(-1, -1, WIDTH))


def begin_from(encoder: Encoder, path: Path) -> Tensor:
    """Copy the pretrained weights at `path` in; return its word-piece vectors, 30,522 × 384."""
    known = {k.removeprefix("bert."): v.float() for k, v in load_file(path).items()}
    state = {
        "positions.weight": known["embeddings.position_embeddings.weight"],
        "segment": known["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": known["embeddings.LayerNorm.weight"],
        "norm.bias": known["embeddings.LayerNorm.bias"],
        "forms.weight": encoder.forms.weight,
    }
    for number in range(LAYERS):
        state |= _layer(known, f"encoder.layer.{number}.", f"layers.{number}.")
    encoder.load_state_dict(state)
    return known["embeddings.word_embeddings.weight"]


def _layer(known: dict[str, Tensor], old: str, new: str) -> dict[str, Tensor]:
    """Rename one layer's weights from BERT's names to ours."""
    renamed = {
        "answer": "attention.output.dense",
        "norm_answer": "attention.output.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "norm": "output.LayerNorm",
    }
    asked = [f"{old}attention.self.{part}" for part in ("query", "key", "value")]
    state = {}
    for end in ("weight", "bias"):
        state[f"{new}asked.{end}"] = torch.cat([known[f"{a}.{end}"] for a in asked])
        for ours, theirs in renamed.items():
            state[f"{new}{ours}.{end}"] = known[f"{old}{theirs}.{end}"]
    return state
