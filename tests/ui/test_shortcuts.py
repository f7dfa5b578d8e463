"""The dialog of keys: every key of the design, once in each place, and readable."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from quizapp.ui.dialogs import shortcuts
from quizapp.ui.parts.keycap import Keycap
from quizapp.ui.parts.overlay import Overlay
from quizapp.ui.parts.scroll import Scroll
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look

PLACES = dict(shortcuts.GROUPS)
DESIGN = {
    "Everywhere": (
        "Ctrl+K Ctrl+1 Ctrl+2 Ctrl+3 Ctrl+4 Ctrl+, Ctrl+N Ctrl+V Ctrl+Return Ctrl+Z "
        "Ctrl+Shift+Z Ctrl++ Ctrl+- Ctrl+0 F6 F1 ? Esc"
    ),
    "Studying": "Space 1 2 3 4 0 R Return Ctrl+H Ctrl+0",
    "This question": "E F B X O Ctrl+E Ctrl+Z Esc",
    "Summary": "Return R",
    "Reader": "J K Down Up Return M A S",
    "Review new questions": "J K A R U E Esc Shift+A Ctrl+Return",
    "Questions": "/ Up Down Return Space Ctrl+A Del Ctrl+Shift+E",
}


@pytest.mark.parametrize("place", DESIGN)
def test_every_key_of_the_design_is_told_where_it_works(place):
    told = {key for _, keys in PLACES[place] for key in keys}
    assert set(DESIGN[place].split()) <= told


@pytest.mark.parametrize("place", PLACES)
def test_every_key_is_one_that_a_keyboard_has(place):
    for words, keys in PLACES[place]:
        assert words
        for key in keys:
            assert QKeySequence(key).count() == 1, key


@pytest.mark.parametrize(("size", "width"), [(100, 1180), (100, 760), (200, 1180)])
def test_all_keys_are_shown_and_none_is_cut(qtbot, qapp, size, width):
    look = Look("light", size, still=True)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(width, 760)
    window.show()
    for _ in shortcuts.show(look, window):
        assert not window.findChildren(Overlay)
    (overlay,) = window.findChildren(Overlay)
    qtbot.waitUntil(overlay.cross.hasFocus)
    caps = overlay.findChildren(Keycap)
    assert len(caps) == sum(len(keys) for group in PLACES.values() for _, keys in group)
    for shown in (*caps, *overlay.findChildren(Text)):
        right = shown.mapTo(overlay, QPoint(shown.width(), 0)).x()
        assert right <= overlay.panel.geometry().right()
    words = {text.text() for text in overlay.findChildren(Text)}
    assert set(PLACES) <= words


def test_the_arrows_scroll_what_has_no_room(qtbot, qapp):
    look = Look("light", 200, still=True)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(760, 560)
    window.show()
    for _ in shortcuts.show(look, window):
        assert not window.findChildren(Overlay)
    (overlay,) = window.findChildren(Overlay)
    qtbot.waitUntil(overlay.cross.hasFocus)
    (scroll,) = overlay.findChildren(Scroll)
    bar = scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    for key, down in ((Qt.Key.Key_Down, True), (Qt.Key.Key_PageDown, True)):
        before = bar.value()
        qtbot.keyClick(overlay.cross, key)
        assert (bar.value() > before) is down
    qtbot.keyClick(overlay.cross, Qt.Key.Key_PageUp)
    qtbot.keyClick(overlay.cross, Qt.Key.Key_Up)
    assert bar.value() == 0
