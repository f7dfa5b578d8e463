"""Whole trees and whole names from any scores."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.language import trees

LABELS = ["O", "B-LOC", "B-ORG", "I-LOC", "I-ORG"]


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 14), st.integers(0, 10_000))
def test_any_scores_give_one_tree(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size + 1)).astype(np.float32)
    heads = trees.heads(scores)
    assert heads.count(0) == 1
    for start in range(1, size + 1):
        steps, place = 0, start
        while place:
            place = heads[place - 1]
            steps += 1
            assert steps <= size


def test_a_tree_without_a_cycle_is_the_best_head_of_each() -> None:
    scores = np.array([[0, 0, 9], [9, 0, 0]], dtype=np.float32)
    assert trees.heads(scores) == [2, 0]


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 14), st.integers(0, 10_000))
def test_no_name_goes_on_that_did_not_begin(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, len(LABELS))).astype(np.float32)
    before = "O"
    for label in trees.name_path(scores, LABELS):
        assert not label.startswith("I-") or before[2:] == label[2:]
        before = label
