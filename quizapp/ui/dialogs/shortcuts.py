"""The keys that work, by where they work."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui.parts.keycap import Keycap
from quizapp.ui.parts.overlay import Overlay
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_WIDTH, _WIDTH_LARGE = 820, 1040

Keys = tuple[str, tuple[str, ...]]
"""What is done, and the keys that do it."""
GROUPS: tuple[tuple[str, tuple[Keys, ...]], ...] = (
    (
        "Everywhere",
        (
            ("Search", ("Ctrl+K",)),
            ("Library, Reader", ("Ctrl+1", "Ctrl+2")),
            ("Questions, Progress", ("Ctrl+3", "Ctrl+4")),
            ("Settings", ("Ctrl+,",)),
            ("Add article", ("Ctrl+N",)),
            ("Paste as article", ("Ctrl+V",)),
            ("Main action of the page", ("Ctrl+Return",)),
            ("Undo", ("Ctrl+Z",)),
            ("Redo", ("Ctrl+Shift+Z",)),
            ("Larger, smaller text", ("Ctrl++", "Ctrl+-")),
            ("Usual text size (not while typing an answer)", ("Ctrl+0",)),
            ("Next pane", ("F6",)),
            ("Shortcuts", ("F1", "?")),
            ("Close, go back", ("Esc",)),
            ("Quit", ("Ctrl+Q",)),
        ),
    ),
    (
        "Studying",
        (
            ("Show answer", ("Space",)),
            ("Rate", ("1", "2", "3", "4")),
            ("Rate Good", ("Space",)),
            ("Go on after a wrong answer", ("Space",)),
            ("Choose an answer", ("1", "2", "3", "4")),
            ("I don’t know", ("0",)),
            ("The same while typing", ("Ctrl+0",)),
            ("Check typed answer", ("Return",)),
            ("Hint", ("Ctrl+H",)),
            ("Count as right", ("R",)),
        ),
    ),
    (
        "This question",
        (
            ("Edit", ("E",)),
            ("Edit while typing", ("Ctrl+E",)),
            ("Flag", ("F",)),
            ("Later today", ("B",)),
            ("Set aside", ("X",)),
            ("Open in article", ("O",)),
            ("Undo last answer", ("Ctrl+Z",)),
            ("End session", ("Esc",)),
        ),
    ),
    (
        "Reader",
        (
            ("Next, previous sentence", ("J", "K")),
            ("The same", ("Down", "Up")),
            ("Its questions", ("Return",)),
            ("Memory tint", ("M",)),
            ("Add question", ("A",)),
            ("Study", ("S",)),
        ),
    ),
    (
        "Review new questions",
        (
            ("Next, previous", ("J", "K")),
            ("Keep, reject", ("A", "R")),
            ("Back to unreviewed", ("U",)),
            ("Edit, leave the field", ("E", "Esc")),
            ("Keep all without hints", ("Shift+A",)),
            ("Add to deck", ("Ctrl+Return",)),
        ),
    ),
    (
        "Questions",
        (
            ("Search", ("/",)),
            ("Previous, next", ("Up", "Down")),
            ("Edit", ("Return",)),
            ("Select", ("Space",)),
            ("Select all", ("Ctrl+A",)),
            ("Delete", ("Del",)),
            ("Export", ("Ctrl+Shift+E",)),
        ),
    ),
    (
        "Library",
        (
            ("Open the deck", ("Return",)),
            ("Study the deck", ("Ctrl+Return",)),
            ("Rename", ("F2",)),
            ("Remove deck", ("Del",)),
        ),
    ),
    (
        "Summary",
        (
            ("Back to Library", ("Return",)),
            ("Go over the hardest", ("R",)),
        ),
    ),
    (
        "Progress",
        (
            ("Next, previous value of a chart", ("Right", "Left")),
            ("First, last value", ("Home", "End")),
        ),
    ),
)
"""Every key there is, by where it works."""


def show(look: Look, window: QWidget) -> Iterator[None]:
    """Show the keys over the window as soon as all are there; a group of them is one step."""
    content = QWidget()
    grid = QGridLayout(content)
    grid.setContentsMargins(25, 18, 25, 24)
    grid.setHorizontalSpacing(36)
    narrow = window.width() < _WIDTH or look.large
    yield from _fill(look, grid, 2 if narrow else 3)
    width = _WIDTH_LARGE if look.large else _WIDTH
    Overlay(look, window, tr("Keyboard shortcuts"), content, width).cross.setFocus()


def _fill(look: Look, grid: QGridLayout, count: int) -> Iterator[None]:
    """Lay out the groups in so many piles as high as each other."""
    piles = [QVBoxLayout() for _ in range(count)]
    for number, pile in enumerate(piles):
        pile.setSpacing(22)
        grid.addLayout(pile, 0, number)
        grid.setColumnStretch(number, 1)
    heights = [0] * count
    for title, keys in GROUPS:
        lowest = heights.index(min(heights))
        heights[lowest] += len(keys) + 2
        piles[lowest].addLayout(_group(look, tr(title), keys))
        yield
    for pile in piles:
        pile.addStretch(1)


def _group(look: Look, title: str, keys: tuple[Keys, ...]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(7)
    column.addWidget(Text(look, title, "label", "text2"))
    for words, caps in keys:
        line = QHBoxLayout()
        line.setSpacing(4)
        label = Text(look, tr(words), "label", weight=400, wrap=True)
        line.addWidget(label, 1, Qt.AlignmentFlag.AlignVCenter)
        for cap in caps:
            line.addWidget(Keycap(look, cap))
        column.addLayout(line)
    return column
