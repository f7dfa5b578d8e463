"""The way to the search of everything, in the real window."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
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


def test_a_search_that_is_closed_at_once_is_answered_by_nobody(qtbot, start):
    window = start().window
    qtbot.waitUntil(lambda: "Decks" in words_in(window))
    (opener,) = [part for part in window.findChildren(SearchOpener) if part.isVisible()]
    for _ in range(10):
        opener.click()
        (overlay,) = [part for part in window.findChildren(Overlay) if part.isVisible()]
        overlay.close_it()
        overlay.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qtbot.wait(50)  # an answer that finds nobody fails the test
