"""Buttons, keycaps, the strip, the toast and the ring, as a learner and a screen reader meet them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from quizapp.domain.article import Place, Span
from quizapp.domain.strip import Band, Segment
from quizapp.ui.parts.button import Button, IconButton
from quizapp.ui.parts.focus_ring import FocusRing
from quizapp.ui.parts.keycap import cap_text
from quizapp.ui.parts.progress_line import ProgressLine
from quizapp.ui.parts.rail import RailItem
from quizapp.ui.parts.segmented import Segmented
from quizapp.ui.parts.source_quote import SourceQuote
from quizapp.ui.parts.strength_glyph import StrengthGlyph
from quizapp.ui.parts.text import Text
from quizapp.ui.parts.text_strip import TextStrip
from quizapp.ui.parts.tip import explanation
from quizapp.ui.parts.toast import Toast
from quizapp.ui.theme import Look

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def look(qapp):
    return Look("light", 100, still=True)


@pytest.fixture
def window(qtbot):
    window = QWidget()
    window.resize(600, 400)
    QVBoxLayout(window)
    qtbot.addWidget(window)
    return window


def show(qtbot, window: QWidget) -> None:
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


@pytest.mark.parametrize(
    ("keys", "cap"),
    [
        ("Ctrl+Z", "Ctrl Z"),
        ("Return", "↵"),
        ("Ctrl+Return", "Ctrl ↵"),
        ("Up", "↑"),
        ("3", "3"),
    ],
)
def test_a_keycap_shows_the_key_as_the_system_names_it(qapp, keys, cap):
    assert cap_text(keys) == cap


def test_large_text_drops_the_keycaps_of_buttons(look):
    with_keys = Button(look, "Undo", keys=("Ctrl+Z",))
    without = Button(look, "Undo")
    assert with_keys.sizeHint().width() > without.sizeHint().width()
    look.choose("light", 200, still=True)
    assert with_keys.sizeHint() == without.sizeHint()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("made", ["button", "icon", "rail item"])
def test_enter_presses_a_button_as_space_does(qtbot, look, window, key, made):
    made_of: dict[str, Callable[[], QAbstractButton]] = {
        "button": lambda: Button(look, "Study now"),
        "icon": lambda: IconButton(look, "x", "Close"),
        "rail item": lambda: RailItem(look, "library", "Library"),
    }
    button = made_of[made]()
    window.layout().addWidget(button)
    show(qtbot, window)
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_a_held_enter_presses_once(qtbot, look, window):
    button = Button(look, "Try again")
    window.layout().addWidget(button)
    show(qtbot, window)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    for repeated in (False, True, True):
        none = Qt.KeyboardModifier.NoModifier
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, none, "\r", repeated)
        QApplication.sendEvent(button, event)
    assert len(pressed) == 1


def test_a_segment_takes_enter(qtbot, look, window):
    choice = Segmented(look, (("folder-open", "File"), ("clipboard-paste", "Paste")))
    window.layout().addWidget(choice)
    show(qtbot, window)
    paste = choice.findChildren(QAbstractButton)[1]
    with qtbot.waitSignal(choice.chosen):
        qtbot.keyClick(paste, Qt.Key.Key_Return)


def test_the_rail_shows_badge_and_busy_ring_side_by_side(qtbot, look, window):
    item = RailItem(look, "library", "Library")
    window.layout().addWidget(item)
    item.resize(180, 36)
    with_badge = changed_columns(item, lambda: item.set_badge("18", "18 cards are due"))
    with_ring = changed_columns(item, lambda: item.set_busy(busy=True))
    item.set_badge("", "")
    ring_alone = changed_columns(item, lambda: item.set_busy(busy=False))
    item.set_busy(busy=True)
    both = changed_columns(item, lambda: item.set_badge("18", "18 cards are due"))
    assert with_badge
    assert with_ring
    assert max(both) < min(ring_alone)


def changed_columns(widget: QWidget, change: Callable[[], None]) -> set[int]:
    """Return the columns of pixels that a change paints otherwise."""
    before = widget.grab().toImage()
    change()
    after = widget.grab().toImage()
    return {
        x
        for x in range(before.width())
        for y in range(before.height())
        if before.pixel(x, y) != after.pixel(x, y)
    }


def test_escape_closes_a_toast_and_gives_the_focus_back(qtbot, look, window):
    button = Button(look, "Cancel")
    window.layout().addWidget(button)
    other = Button(look, "Other")
    window.layout().addWidget(other)
    toast = Toast(look, window)
    show(qtbot, window)
    other.setFocus()
    toast.say("3 questions added", action="Undo", keys="Ctrl+Z", do=lambda: None)
    toast.action.setFocus()
    qtbot.keyClick(toast.action, Qt.Key.Key_Escape)
    assert not toast.isVisible()
    assert QApplication.focusWidget() is other


def test_an_icon_alone_still_has_words(look):
    button = IconButton(look, "ellipsis", "More")
    assert button.accessibleName() == "More"
    assert explanation(button) == "More"


def test_a_strip_says_in_words_what_it_shows(look):
    bands = (Band.STRONG, Band.STRONG, Band.NEW, Band.NONE)
    strip = TextStrip(look, [Segment(20, band) for band in bands])
    assert strip.accessibleDescription() == (
        "4 sentences: 2 strong, 1 new, 1 without questions"
    )


def test_a_strip_is_higher_where_the_text_is_known_better(qtbot, look):
    strip = TextStrip(look, [Segment(10, Band.FADING), Segment(10, Band.STRONG)])
    qtbot.addWidget(strip)
    strip.resize(100, 20)
    picture = strip.grab().toImage()
    ink = look.color("memInk")
    assert picture.pixelColor(75, 3) == ink
    assert picture.pixelColor(25, 3) != ink
    assert picture.pixelColor(25, 17) != picture.pixelColor(25, 3)


def test_a_glyph_is_named_by_its_band(look):
    assert StrengthGlyph(look, Band.SHAKY).accessibleName() == "Shaky"


def test_the_marker_covers_the_answer_and_nothing_else(qtbot, look):
    sentence = "He fled to Paris."
    quote = SourceQuote(look, sentence, Span(11, 16), Place(5, 1))
    qtbot.addWidget(quote)
    quote.resize(400, quote.heightForWidth(400))
    picture, marker = quote.grab().toImage(), look.color("marker")
    marked = [x for x in range(400) if picture.pixelColor(x, 5) == marker]
    text = quote.findChild(Text)
    assert text is not None
    (answer,) = text._typeset(400).boxes(11, 16)
    assert marked[-1] - marked[0] == pytest.approx(answer.width() + 4, abs=3)
    assert marked[0] == pytest.approx(19 + answer.left() - 2, abs=2)


def test_the_progress_line_stands_at_once_where_motion_is_reduced(qtbot, look):
    line = ProgressLine(look)
    qtbot.addWidget(line)
    line.resize(200, 4)
    line.set_share(0.5)
    picture = line.grab().toImage()
    assert picture.pixelColor(99, 2) == look.color("primary")
    assert picture.pixelColor(101, 2) == look.color("hover")
    assert line.accessibleDescription() == "50\u202f%"


def test_a_toast_offers_the_way_back_and_goes_when_it_is_taken(qtbot, look, window):
    toast = Toast(look, window)
    taken: list[bool] = []
    show(qtbot, window)
    toast.say("Set aside", action="Undo", keys="Ctrl+Z", do=lambda: taken.append(True))
    assert toast.words.text() == "Set aside"
    assert toast.geometry().bottom() < 400
    assert abs(toast.geometry().center().x() - 300) <= 1
    qtbot.mouseClick(toast.action, Qt.MouseButton.LeftButton)
    assert taken == [True]
    assert not toast.isVisible()


def test_a_toast_without_an_action_has_nothing_to_press(qtbot, look, window):
    toast = Toast(look, window)
    show(qtbot, window)
    toast.say("Rating undone")
    assert not toast.action.isVisible()


def test_the_ring_is_there_for_the_keyboard_and_not_for_the_mouse(qtbot, look, window):
    one, two = Button(look, "One"), Button(look, "Two")
    for button in (one, two):
        window.layout().addWidget(button)
    ring = FocusRing(look, window)
    show(qtbot, window)
    one.setFocus()
    qtbot.keyClick(one, Qt.Key.Key_Tab)
    assert two.hasFocus()
    assert ring.isVisible()
    corner = two.mapTo(window, QPoint(0, 0))
    assert ring.geometry().topLeft() == corner - QPoint(4, 4)
    qtbot.mouseClick(two, Qt.MouseButton.LeftButton)
    assert not ring.isVisible()


def test_a_text_field_always_has_its_ring(qtbot, look, window):
    field = QLineEdit()
    window.layout().addWidget(field)
    ring = FocusRing(look, window)
    show(qtbot, window)
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    assert ring.isVisible()


def test_the_ring_moves_with_what_it_surrounds(qtbot, look, window):
    field = QLineEdit(window)
    ring = FocusRing(look, window)
    field.setGeometry(20, 20, 100, 36)
    show(qtbot, window)
    field.setFocus()
    field.move(200, 200)
    assert ring.geometry().topLeft() == QPoint(196, 196)
