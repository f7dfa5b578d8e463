"""Reviewing with the keyboard: kept at once, undone at will, added only when asked."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QWidget

from quizapp.domain.draft_deck import Added, DraftDeck
from quizapp.domain.question import Flashcard, MultipleChoice, TypedAnswer
from quizapp.operations import drafts
from quizapp.operations.writing import Drafted
from quizapp.ui.pages.review import ReviewPage
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.draft_list import DraftList
from quizapp.ui.parts.option_field import OptionField
from quizapp.ui.parts.segmented import Segmented
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


def fields(page: ReviewPage) -> list[QLineEdit | QPlainTextEdit]:
    every: list[QLineEdit | QPlainTextEdit] = [*page.findChildren(QPlainTextEdit)]
    every += page.findChildren(QLineEdit)
    return [field for field in every if field.isVisible()]


def field(page: ReviewPage, name: str) -> QLineEdit | QPlainTextEdit:
    return next(one for one in fields(page) if one.accessibleName() == name)


def test_letters_typed_into_a_field_are_words_not_deeds(qtbot, tasks, page):
    press(qtbot, Qt.Key.Key_E)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPlainTextEdit)
    focused.clear()
    qtbot.keyClicks(focused, "Are jars rare?")
    press(qtbot, Qt.Key.Key_Escape)
    assert isinstance(QApplication.focusWidget(), DraftList)
    found = draft(qtbot, tasks)
    assert found.proposals[0].question == Flashcard("Are jars rare?", "Ada Corvin")
    assert found.proposals[0].edited
    assert verdicts(qtbot, tasks) == "ooooo"


def test_looking_at_a_question_is_no_edit(qtbot, tasks, page):
    for _ in range(4):
        press(qtbot, Qt.Key.Key_E)
        press(qtbot, Qt.Key.Key_Escape)
        press(qtbot, Qt.Key.Key_J)
    found = draft(qtbot, tasks)
    assert [one.edited for one in found.proposals] == [False] * 5


def test_words_that_are_no_question_are_not_kept_and_it_is_said_why(qtbot, tasks, page):
    press(qtbot, Qt.Key.Key_E)
    prompt = QApplication.focusWidget()
    assert isinstance(prompt, QPlainTextEdit)
    prompt.clear()
    press(qtbot, Qt.Key.Key_Return)
    assert "The question and its answer need words." in words(page)
    assert draft(qtbot, tasks).proposals[0].question == lake_drafted().drafts[0].question


def test_another_answer_of_a_choice_can_be_the_right_one(qtbot, tasks, page):
    press(qtbot, Qt.Key.Key_J)
    options = [option for option in page.findChildren(OptionField) if option.isVisible()]
    assert [option.words for option in options] == [
        "Otto Brandt",
        "Ada Corvin",
        "Velm",
        "Ivo",
    ]
    qtbot.keyClick(options[1].dot, Qt.Key.Key_Space)
    qtbot.keyClick(options[3].cross, Qt.Key.Key_Return)
    question = draft(qtbot, tasks).proposals[1].question
    assert question == MultipleChoice(
        "Who called the dam too thin?", "Ada Corvin", ("Otto Brandt", "Velm")
    )
    options[0].field.setText("Ada Corvin")
    qtbot.keyClick(options[0].field, Qt.Key.Key_Return)
    told = "The question needs words, a right answer, and a wrong one that differs from it."
    assert told in words(page)


def test_a_gap_is_drawn_and_refused_where_it_is_lost(qtbot, tasks, page):
    press(qtbot, Qt.Key.Key_J)
    press(qtbot, Qt.Key.Key_J)
    sentence = field(page, "Sentence with its gap")
    assert isinstance(sentence, QPlainTextEdit)
    whole = sentence.toPlainText()
    assert whole == "It was dammed in ____ to bring water to the city of Velm."
    sentence.setPlainText(whole.replace("____", "1911"))
    qtbot.keyClick(sentence, Qt.Key.Key_Return)
    assert any("The sentence needs one gap" in word for word in words(page))
    sentence.setPlainText(whole.replace("water", "much water"))
    qtbot.keyClick(sentence, Qt.Key.Key_Return)
    assert "much water" in str(draft(qtbot, tasks).proposals[2].question)


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_a_card_can_become_a_question_to_type(qtbot, tasks, page):
    kind = next(b for b in page.findChildren(Button) if b.text() == "Flashcard")
    qtbot.mouseClick(kind, Qt.MouseButton.LeftButton)
    (menu,) = page.findChildren(QMenu)
    next(a for a in menu.actions() if a.text() == "Type the answer").trigger()
    menu.close()
    question = draft(qtbot, tasks).proposals[0].question
    assert question == TypedAnswer("Who drew the dam?", "Ada Corvin")
    assert any(button.text() == "Type the answer" for button in page.findChildren(Button))


def test_hints_are_told_on_the_row_and_explained_below(qtbot, page):
    (shown,) = page.findChildren(DraftList)
    model = shown.model()
    spoken = [model.data(model.index(row, 0)) for row in range(5)]
    assert spoken[1].endswith("Multiple choice, to review, Loaded word in source")
    assert spoken[3].endswith("to review, Long answer, Close to question 3")
    press(qtbot, Qt.Key.Key_J)
    told = "Loaded word in source. The sentence takes sides. Check that the question reads neutrally."
    assert told in words(page)


def test_the_list_shows_only_what_is_asked_for(qtbot, tasks, page):
    (segments,) = page.findChildren(Segmented)
    (shown,) = page.findChildren(DraftList)
    segments.chosen.emit(2)
    assert shown.model().rowCount() == 2
    assert "Question 2 of 5" in words(page)
    segments.chosen.emit(1)
    shown.setFocus()
    press(qtbot, Qt.Key.Key_R)
    assert shown.model().rowCount() == 4
    assert "Question 3 of 5" in words(page)
    assert isinstance(QApplication.focusWidget(), DraftList)


def test_verdicts_and_words_are_taken_back_one_by_one(qtbot, tasks, page):
    press(qtbot, Qt.Key.Key_A)
    press(qtbot, Qt.Key.Key_R)
    press(qtbot, Qt.Key.Key_A, SHIFT)
    assert verdicts(qtbot, tasks) == "krkok"
    for left in ("krooo", "koooo", "ooooo"):
        assert page.undo()
        assert verdicts(qtbot, tasks) == left
    assert not page.undo()


def test_nothing_kept_is_nothing_to_add(qtbot, tasks, page):
    add = next(b for b in page.findChildren(Button) if b.text() == "Add to deck")
    assert not add.isEnabled()
    page.act()
    assert verdicts(qtbot, tasks) == "ooooo"


def test_a_draft_that_is_gone_leaves_the_page(qtbot, tasks, page):
    gone: list[object] = []
    tasks.change(lambda bank: drafts.discard(bank, LAKE), gone.append)
    qtbot.waitUntil(lambda: bool(gone))
    with qtbot.waitSignal(page.left):
        page.review(LAKE)


def test_every_control_has_a_name(page):
    controls = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(controls) > 8
    nameless = [
        widget
        for widget in controls
        if not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []
