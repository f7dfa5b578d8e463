"""The way to the search of everything, in the real window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from quizapp.ui.parts.overlay import Overlay
from quizapp.ui.parts.search_opener import SearchOpener
from tests.ui.conftest import words_in


def test_it_opens_the_search_by_mouse_and_key(qtbot, start):
    window = start().window
    qtbot.waitUntil(lambda: "Decks" in words_in(window))
    (opener,) = [part for part in window.findChildren(SearchOpener) if part.isVisible()]
    assert opener.width() == 260
    opener.setFocus()
    for _ in range(2):
        qtbot.keyClick(opener, Qt.Key.Key_Return)
        (overlay,) = [part for part in window.findChildren(Overlay) if part.isVisible()]
        qtbot.keyClick(overlay.findChildren(QLineEdit)[0], Qt.Key.Key_Escape)
        assert opener.hasFocus()
    window.resize(760, 560)
    qtbot.waitUntil(lambda: opener.width() == 200)
