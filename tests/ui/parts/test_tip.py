"""The words about what the pointer rests on."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from quizapp.ui.parts.search_opener import SearchOpener
from quizapp.ui.parts.tip import Tip, explain
from quizapp.ui.start import Program
from tests.ui.conftest import words_in


def rest_on(widget: QWidget) -> None:
    """Do as if the pointer lay still on a widget."""
    place = widget.rect().center()
    QApplication.sendEvent(
        widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place))
    )


def tip_of(program: Program) -> Tip:
    """Return the window's tip."""
    (tip,) = program.window.findChildren(Tip)
    return tip


def opener_of(qtbot, program: Program) -> SearchOpener:
    """Return a button that has a tip, as soon as it is seen."""
    qtbot.waitUntil(lambda: "Decks" in words_in(program.window))
    openers = program.window.findChildren(SearchOpener)
    return next(opener for opener in openers if opener.isVisible())


def test_the_tip_tells_what_the_pointer_rests_on(qtbot, start):
    program = start()
    rest_on(opener_of(qtbot, program))
    assert tip_of(program).words == "Search everything"
    assert program.window.rect().contains(tip_of(program).geometry())


def test_what_has_no_tip_tells_that_of_what_it_lies_in(qtbot, start):
    program = start()
    inner, outer = opener_of(qtbot, program), program.library
    explain(inner, "")
    rest_on(inner)
    assert not tip_of(program).words
    explain(outer, "Decks")
    rest_on(inner)
    assert tip_of(program).words == "Decks"


@pytest.mark.parametrize("ending", ["the pointer leaves", "a key is pressed", "a click"])
def test_the_tip_goes_when(qtbot, start, ending):
    program = start()
    opener = opener_of(qtbot, program)
    rest_on(opener)
    assert tip_of(program).words
    match ending:
        case "the pointer leaves":
            QApplication.sendEvent(opener, QEvent(QEvent.Type.Leave))
        case "a key is pressed":
            QTest.keyClick(opener, Qt.Key.Key_Shift)
        case _:
            QTest.mouseClick(program.window, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert not tip_of(program).words


def test_a_long_tip_stays_in_the_window(qtbot, start):
    program = start()
    opener = opener_of(qtbot, program)
    explain(opener, "A sentence that is longer than any button is wide. " * 8)
    rest_on(opener)
    place = tip_of(program).geometry()
    assert program.window.rect().contains(place)
    assert place.height() > 60


def test_a_tip_in_a_low_window_keeps_its_first_line_in_sight(qtbot, start):
    program = start()
    opener_of(qtbot, program)
    explain(program.library, "A sentence that is longer than any button is wide. " * 36)
    rest_on(program.library)
    place = tip_of(program).geometry()
    assert place.height() > program.window.height() / 2
    assert program.window.rect().contains(place)


def test_the_tip_goes_with_what_it_explains(qtbot, start):
    program = start()
    opener = opener_of(qtbot, program)
    rest_on(opener)
    assert tip_of(program).words
    opener.hide()
    assert not tip_of(program).words


def test_a_tip_stays_where_it_is_while_the_pointer_rests_anew(qtbot, start):
    program = start()
    opener = opener_of(qtbot, program)
    rest_on(opener)
    before = tip_of(program).geometry()
    corner = opener.rect().topLeft() + QPoint(3, 3)
    QApplication.sendEvent(
        opener, QHelpEvent(QEvent.Type.ToolTip, corner, opener.mapToGlobal(corner))
    )
    assert tip_of(program).geometry() == before
