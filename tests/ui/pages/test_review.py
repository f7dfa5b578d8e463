"""Reviewing with the keyboard: kept at once, undone at will, added only when asked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from quizapp.domain.draft_deck import Added, DraftDeck
from quizapp.operations import drafts
from quizapp.operations.writing import Drafted
from quizapp.ui.pages.review import ReviewPage
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.draft_list import DraftList
from quizapp.ui.parts.text import Text
from quizapp.ui.tasks import Tasks
from quizapp.ui.theme import Look
from tests.conftest import lake, lake_drafted
from tests.ui.conftest import NOON

SHIFT = Qt.KeyboardModifier.ShiftModifier
LAKE = lake().id
IDS = tuple(draft.id for draft in lake_drafted().drafts)


def hinted() -> Drafted:
    """Return the lake's questions, of which the second and the fourth have hints."""
    one, two, three, four, five = lake_drafted().drafts
    from dataclasses import replace

    two = replace(two, hints=("loaded word",))
    four = replace(four, hints=("close to 3", "long answer"))
    return replace(lake_drafted(), drafts=(one, two, three, four, five))


@pytest.fixture
def tasks(qtbot, bank_path):
    tasks = Tasks()
    opened: list[bool] = []
    tasks.open(bank_path, NOON, lambda: opened.append(True))
    qtbot.waitUntil(lambda: bool(opened), timeout=10_000)
    kept: list[object] = []
    tasks.change(lambda bank: drafts.keep(bank, hinted(), None, NOON), kept.append)
    qtbot.waitUntil(lambda: bool(kept))
    yield tasks
    tasks.close()


@pytest.fixture
def page(qtbot, tasks):
    page = ReviewPage(Look("light", 100, still=True), tasks, lambda: NOON)
    qtbot.addWidget(page)
    page.resize(976, 760)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.review(LAKE)
    qtbot.waitUntil(lambda: "Question 1 of 5" in words(page))
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), DraftList))
    return page


def words(page: ReviewPage) -> list[str]:
    shown = page.findChildren(Text) + page.findChildren(Button)
    return [widget.text() for widget in shown if widget.isVisible()]


def press(qtbot, key: Qt.Key, held=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, held)


def draft(qtbot, tasks: Tasks) -> DraftDeck:
    """Return the draft as the bank holds it now."""
    found: list[DraftDeck | None] = []
    tasks.read(lambda bank: drafts.get(bank, LAKE), found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert found[0] is not None
    return found[0]


def verdicts(qtbot, tasks: Tasks) -> str:
    return "".join(str(one.verdict)[0] for one in draft(qtbot, tasks).proposals)


def test_a_whole_review_is_done_by_keys(qtbot, tasks, page):
    added: list[Added] = []
    page.added.connect(added.append)
    press(qtbot, Qt.Key.Key_A)
    assert "Question 2 of 5" in words(page)
    press(qtbot, Qt.Key.Key_R)
    press(qtbot, Qt.Key.Key_J)
    press(qtbot, Qt.Key.Key_A)
    assert "Question 5 of 5" in words(page)
    press(qtbot, Qt.Key.Key_K)
    press(qtbot, Qt.Key.Key_U)
    assert "Question 4 of 5" in words(page)
    assert "2 kept · 1 rejected · 2 to review" not in words(page)
    assert verdicts(qtbot, tasks) == "krooo"
    press(qtbot, Qt.Key.Key_A, SHIFT)
    assert verdicts(qtbot, tasks) == "krkok"
    assert "3 kept · 1 rejected · 1 to review" in words(page)
    assert "Add 3 to deck" in words(page)
    with qtbot.waitSignal(page.left):
        page.act()
    qtbot.waitUntil(lambda: bool(added))
    assert added[0].questions == (IDS[0], IDS[2], IDS[4])
    assert verdicts(qtbot, tasks) == "ro"
