"""The sentence with a field in it."""

import pytest

from quizapp.domain.question import Gap
from quizapp.ui.cards.gap_text import GapText
from quizapp.ui.theme import Look

RING = 4
"""Pixels that the focus ring reaches beyond a field."""


@pytest.mark.parametrize("size", [100, 200])
def test_the_ring_of_the_field_covers_no_full_stop_after_it(qtbot, size):
    text = GapText(Look("light", size, still=True), Gap("It was dammed in ", "1911", "."))
    qtbot.addWidget(text)
    text.resize(700, 200)
    text.show()
    after = len("It was dammed in ") + 1
    (letters,) = text._typeset(700).boxes(after, after + 1)
    assert letters.left() >= text.field.geometry().right() + 1 + RING


def test_the_ring_covers_no_full_stop_where_reading_runs_leftwards(qtbot):
    gap = Gap("بني السد عام ", "1911", ".")
    text = GapText(Look("light", 100, still=True), gap)
    qtbot.addWidget(text)
    text.resize(700, 200)
    text.show()
    after = len(gap.before) + 1
    (letters,) = text._typeset(700).boxes(after, after + 1)
    assert letters.right() <= text.field.geometry().left() - RING
