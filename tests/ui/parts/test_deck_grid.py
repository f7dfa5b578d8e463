"""Many decks: what stands on a card is made when it comes near, and Tab still leads through."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from quizapp.domain.question import DeckId
from quizapp.domain.waiting import Counts
from quizapp.operations.decks import DeckSummary
from quizapp.ui.parts.button import Button, IconButton
from quizapp.ui.parts.deck_card import DeckCard
from quizapp.ui.parts.deck_grid import DeckGrid
from quizapp.ui.parts.deck_inside import DeckInside
from quizapp.ui.parts.drop_zone import DropZone
from quizapp.ui.parts.scroll import Scroll
from quizapp.ui.parts.text import Text
from quizapp.ui.slices import Slices
from quizapp.ui.theme import Look
from tests.ui.conftest import words_in

ROOM = 600


@pytest.fixture
def look(qapp):
    return Look("light", 100, still=True)


@pytest.fixture
def cards(look) -> list[DeckCard]:
    return [DeckCard(look, deck(number)) for number in range(60)]


@pytest.fixture
def scroll(qtbot, look, cards) -> Scroll:
    grid = DeckGrid(look, DropZone(look))
    scroll = Scroll(grid)
    qtbot.addWidget(scroll)
    scroll.resize(1000, ROOM)
    grid.set_cards(cards)
    with qtbot.waitActive(scroll):
        scroll.show()
        scroll.activateWindow()
    return scroll


@pytest.fixture
def grid(scroll) -> DeckGrid:
    grid = scroll.widget()
    assert isinstance(grid, DeckGrid)
    return grid


def deck(number: int) -> DeckSummary:
    return DeckSummary(
        id=DeckId(UUID(int=number)),
        title=f"Deck {number}",
        origin="",
        added=datetime(2026, 1, 1, tzinfo=UTC),
        counts=Counts(due=0, new=1, learned=0, total=1),
        sentences=0,
        strip=(),
        known=0.0,
    )


def look_at(qtbot, grid: DeckGrid, top: int) -> None:
    slices = Slices(grid)
    slices.begin(grid.wake(top, ROOM))
    qtbot.waitUntil(lambda: not slices.busy)


def test_cards_far_away_rest_and_those_in_sight_show_their_words(qtbot, grid, cards):
    look_at(qtbot, grid, 0)
    assert "Start" in words_in(cards[0])
    assert words_in(cards[59]) == ""
    assert cards[59].accessibleName() == "Deck 59"
    look_at(qtbot, grid, grid.height() - ROOM)
    assert "Start" in words_in(cards[59])
    assert words_in(cards[0]) == ""


def test_nothing_moves_when_a_card_goes_to_rest(qtbot, grid, cards):
    look_at(qtbot, grid, 0)
    before = [card.y() for card in cards]
    look_at(qtbot, grid, grid.height() - ROOM)
    qtbot.wait(20)
    assert [card.y() for card in cards] == before


def test_tab_leads_through_a_card_to_the_next(qtbot, grid, cards):
    look_at(qtbot, grid, 0)
    cards[0].setFocus()
    met = []
    for _ in range(3):
        grid.focusNextChild()
        met.append(QApplication.focusWidget())
    assert isinstance(met[0], IconButton)
    assert isinstance(met[1], Button)
    assert met[1].text() == "Start"
    assert met[2] is cards[1]


@pytest.mark.parametrize(
    ("wide", "told"),
    [
        (420, ["43 due", "1,250 new", "790 learned"]),
        (293, ["43 due", "1,250 new"]),
    ],
)
def test_counts_without_room_are_left_out_and_none_is_cut(qtbot, look, wide, told):
    counts = Counts(due=43, new=1250, learned=790, total=2083)
    inside = DeckInside(look, replace(deck(0), counts=counts))
    qtbot.addWidget(inside)
    inside.resize(wide, 170)
    with qtbot.waitExposed(inside):
        inside.show()
    QApplication.processEvents()
    ends = (" due", " new", " learned")
    labels = [one for one in inside.findChildren(Text) if one.text().endswith(ends)]
    shown = [label for label in labels if label.isVisible()]
    assert [label.text() for label in shown] == told
    assert all(label.width() >= label.sizeHint().width() for label in shown)
