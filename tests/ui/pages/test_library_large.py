"""The Library with the largest text in the smallest window."""

import pytest

from quizapp.settings import Settings
from quizapp.ui.parts.scroll import Scroll
from quizapp.ui.parts.today_card import TodayCard
from quizapp.ui.window import LEAST
from tests.ui.conftest import words_in


@pytest.mark.parametrize("text_size", [100, 200])
def test_nothing_is_cut_at_the_side(qtbot, start, text_size):
    program = start(Settings(reduce_motion=True, text_size=text_size))
    window, page = program.window, program.library
    window.resize(*LEAST)
    qtbot.waitUntil(lambda: "Decks" in words_in(window))
    (card,) = page.findChildren(TodayCard)

    def inside() -> bool:
        scroll = next(part for part in page.findChildren(Scroll) if part.isVisible())
        content, room = scroll.widget(), scroll.viewport().width()
        return bool(content.minimumSizeHint().width() <= room and card.width() < room)

    qtbot.waitUntil(inside)
