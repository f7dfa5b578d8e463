"""From the network's scores to whole trees and whole names."""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
IMPOSSIBLE = -1e9
FORBIDDEN = -1e4


def heads(scores: Scores) -> list[int]:
    """Return each word's head, counted from one, 0 for the single root.

    `scores` is n × (n + 1): row = word, column = head, column 0 = root.
    """
    greedy = scores.argmax(axis=1)
    if (greedy == 0).sum() == 1 and not _has_cycle(greedy):
        return [int(head) for head in greedy]
    square = np.full((len(scores) + 1, len(scores) + 1), IMPOSSIBLE)
    square[1:] = scores
    square[1:, 0] += FORBIDDEN
    return [int(head) for head in _spanning_tree(square)[1:]]


def _has_cycle(found: NDArray[np.intp]) -> bool:
    visited = np.zeros(len(found) + 1, dtype=int)
    for start in range(1, len(found) + 1):
        place = start
        while place and not visited[place]:
            visited[place] = start
            place = int(found[place - 1])
        if place and visited[place] == start:
            return True
    return False


def _cycle(found: NDArray[np.intp]) -> NDArray[np.intp] | None:
    """Return the nodes of one cycle; node 0 is the root and its own head."""
    visited = np.zeros(len(found), dtype=int)
    for start in range(1, len(found)):
        place = start
        while place and not visited[place]:
            visited[place] = start
            place = int(found[place])
        if place and visited[place] == start:
            ring = [place]
            while (following := int(found[ring[-1]])) != place:
                ring.append(following)
            return np.array(ring)
    return None


def _spanning_tree(scores: NDArray[np.float64]) -> NDArray[np.intp]:
    """Return the best head of each node (Chu and Liu 1965; Edmonds 1967); node 0 is the root."""
    scores = scores.copy()
    np.fill_diagonal(scores, IMPOSSIBLE)
    scores[0] = IMPOSSIBLE
    best: NDArray[np.intp] = scores.argmax(axis=1)
    best[0] = 0
    ring = _cycle(best)
    if ring is None:
        return best
    rest = np.setdiff1d(np.arange(len(scores)), ring)
    smaller, enters, leaves = _contract(scores, ring, rest, scores[ring, best[ring]])
    return _expand(_spanning_tree(smaller), best, ring, rest, enters, leaves)


def _contract(
    scores: NDArray[np.float64],
    ring: NDArray[np.intp],
    rest: NDArray[np.intp],
    inner: NDArray[np.float64],
) -> tuple[NDArray[np.float64], NDArray[np.intp], NDArray[np.intp]]:
    """Make one node of a cycle: the smaller scores, and which of its nodes serves each other."""
    gain = scores[np.ix_(ring, rest)] - inner[:, None]
    out = scores[np.ix_(rest, ring)]
    enters, leaves = gain.argmax(axis=0), out.argmax(axis=1)
    smaller = np.full((len(rest) + 1, len(rest) + 1), IMPOSSIBLE)
    smaller[:-1, :-1] = scores[np.ix_(rest, rest)]
    smaller[-1, :-1] = gain[enters, np.arange(len(rest))] + inner.sum()
    smaller[:-1, -1] = out[np.arange(len(rest)), leaves]
    return smaller, enters, leaves


def _expand(
    tree: NDArray[np.intp],
    best: NDArray[np.intp],
    ring: NDArray[np.intp],
    rest: NDArray[np.intp],
    enters: NDArray[np.intp],
    leaves: NDArray[np.intp],
) -> NDArray[np.intp]:
    """Put a contracted cycle back in its place."""
    whole = best.copy()
    for place in range(1, len(rest)):
        head = tree[place]
        whole[rest[place]] = ring[leaves[place]] if head == len(rest) else rest[head]
    entry = tree[len(rest)]
    whole[ring[enters[entry]]] = rest[entry]
    whole[0] = 0
    return whole


def name_path(scores: Scores, labels: list[str]) -> list[str]:
    """Return the best sequence of name labels in which no I- stands without its B- (Viterbi)."""
    allowed = np.array(
        [[_may_follow(a, b) for b in labels] for a in labels], dtype=np.float32
    )
    opening = np.array(
        [FORBIDDEN if b.startswith("I-") else 0.0 for b in labels], dtype=np.float32
    )
    value, steps = scores[0] + opening, []
    for row in scores[1:]:
        reached = value[:, None] + allowed
        steps.append(reached.argmax(axis=0))
        value = reached.max(axis=0) + row
    path = [int(value.argmax())]
    for step in reversed(steps):
        path.append(int(step[path[-1]]))
    return [labels[place] for place in reversed(path)]


def _may_follow(before: str, after: str) -> float:
    inside = after.startswith("I-")
    return FORBIDDEN if inside and before[2:] != after[2:] else 0.0
