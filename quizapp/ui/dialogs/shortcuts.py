"""The keys that work, by where they work."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui.parts.keycap import Keycap
from quizapp.ui.parts.overlay import Overlay
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_WIDTH, _WIDTH_LARGE = 820, 1040

Keys = tuple[str, tuple[str, ...]]
_EVERYWHERE: tuple[Keys, ...] = (
    ("Library", ("Ctrl+1",)),
    ("Add article", ("Ctrl+N",)),
    ("Paste as article", ("Ctrl+V",)),
    ("Main action of the page", ("Ctrl+Return",)),
    ("Undo", ("Ctrl+Z",)),
    ("Larger, smaller text", ("Ctrl++", "Ctrl+-")),
    ("Usual text size (not while typing an answer)", ("Ctrl+0",)),
    ("Next pane", ("F6",)),
    ("Shortcuts", ("F1", "?")),
    ("Close, go back", ("Esc",)),
    ("Quit", ("Ctrl+Q",)),
)
_STUDYING: tuple[Keys, ...] = (
    ("Show answer", ("Space",)),
    ("Rate", ("1", "2", "3", "4")),
    ("Rate Good", ("Space",)),
    ("Choose an answer", ("1", "2", "3", "4")),
    ("I don’t know", ("0",)),
    ("The same while typing", ("Ctrl+0",)),
    ("Check typed answer", ("Return",)),
    ("Hint", ("Ctrl+H",)),
    ("Count as right", ("R",)),
)
_QUESTION: tuple[Keys, ...] = (
    ("Later today", ("B",)),
    ("Set aside", ("X",)),
    ("Undo last answer", ("Ctrl+Z",)),
    ("End session", ("Esc",)),
)
_LIBRARY: tuple[Keys, ...] = (
    ("Study the deck", ("Return",)),
    ("Rename", ("F2",)),
    ("Remove deck", ("Del",)),
)
_SUMMARY: tuple[Keys, ...] = (
    ("Back to Library", ("Return",)),
    ("Go over the hardest", ("R",)),
)
_REVIEW: tuple[Keys, ...] = (
    ("Next, previous question", ("J", "K")),
    ("Keep", ("A",)),
    ("Reject", ("R",)),
    ("Back to unreviewed", ("U",)),
    ("Edit, Esc leaves the field", ("E",)),
    ("Keep all without hints", ("Shift+A",)),
)


def show(look: Look, window: QWidget) -> Overlay:
    """Show the keys over the window."""
    overlay = Overlay(
        look,
        window,
        tr("Keyboard shortcuts"),
        _content(look, narrow=window.width() < _WIDTH or look.large),
        _WIDTH_LARGE if look.large else _WIDTH,
    )
    overlay.cross.setFocus()
    return overlay


def _content(look: Look, *, narrow: bool) -> QWidget:
    """Return the groups in three columns, two where there is less room."""
    content = QWidget()
    grid = QGridLayout(content)
    grid.setContentsMargins(25, 18, 25, 24)
    grid.setHorizontalSpacing(36)
    grid.setVerticalSpacing(22)
    groups = (
        (tr("Everywhere"), _EVERYWHERE),
        (tr("Studying"), _STUDYING),
        (tr("This question"), _QUESTION),
        (tr("Library"), _LIBRARY),
        (tr("Summary"), _SUMMARY),
        (tr("Review"), _REVIEW),
    )
    columns = 2 if narrow else 3
    piles = [QVBoxLayout() for _ in range(columns)]
    # Long groups have a column each, the short ones share the last.
    for number, (title, keys) in enumerate(groups):
        pile = piles[min(number, columns - 1)]
        pile.setSpacing(22)
        pile.addLayout(_group(look, title, keys))
    for number, pile in enumerate(piles):
        pile.addStretch(1)
        grid.addLayout(pile, 0, number)
        grid.setColumnStretch(number, 1)
    return content


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
