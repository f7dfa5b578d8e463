"""Text of twice the size: what has no room in a line goes below, nothing is cut."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.ui.parts.banner import Banner
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.flow import Flow
from quizapp.ui.parts.steps_header import StepsHeader
from quizapp.ui.theme import Look


@pytest.fixture
def look(qapp):
    return Look("light", 200, still=True)


def test_the_ways_on_of_a_banner_flow_into_a_second_line(qtbot, look):
    page = QWidget()
    qtbot.addWidget(page)
    banner = Banner(look, "bad", "Not added", "One\nTwo")
    ways = [Button(look, "Choose another file…"), Button(look, "Paste the text instead")]
    for way in ways:
        banner.add_action(way)
    QVBoxLayout(page).addWidget(banner)
    page.resize(620, 600)
    page.show()
    assert page.width() == 620
    for way in ways:
        assert way.visibleRegion().boundingRect() == way.rect()
    assert ways[1].y() > ways[0].geometry().bottom()
    page.resize(1200, 600)
    qtbot.waitUntil(lambda: ways[0].y() == ways[1].y())


def test_a_flow_is_as_high_as_its_rows(qtbot, look):
    flow = Flow(gap=8)
    qtbot.addWidget(flow)
    assert flow.heightForWidth(100) == 0
    one, two = Button(look, "One"), Button(look, "Two")
    for button in (one, two):
        flow.add(button)
    high = one.sizeHint().height()
    assert flow.heightForWidth(flow.sizeHint().width()) == high
    assert flow.heightForWidth(flow.sizeHint().width() - 1) == 2 * high + 8


def test_short_steps_name_only_the_step_under_way(qtbot, look):
    steps = StepsHeader(look, ("Choose", "Write questions"))
    qtbot.addWidget(steps)
    whole = steps.sizeHint().width()
    steps.set_short(short=True)
    choosing = steps.sizeHint().width()
    steps.go_to(1)
    assert choosing < steps.sizeHint().width() < whole
    assert steps.accessibleName() == "Step 2 of 2: Write questions"
