"""Every key that the dialog of keys tells does its deed, and whole journeys go by keys alone."""

from collections.abc import Callable, Iterator
from datetime import UTC

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from quizapp import clock
from quizapp.bank import Bank, reviews
from quizapp.domain.draft_deck import Verdict
from quizapp.domain.question import (
    Flashcard,
    MultipleChoice,
    QuestionId,
    QuestionKind,
    StoredQuestion,
    kind_of,
    solution,
)
from quizapp.domain.review import Rating, Review
from quizapp.exchange import understand
from quizapp.operations import drafts, sharing, study
from quizapp.ui import self_test
from quizapp.ui.charts.chart import Chart
from quizapp.ui.dialogs import shortcuts
from quizapp.ui.dialogs.export import ExportDialog
from quizapp.ui.dialogs.search import SearchEverything
from quizapp.ui.pages.study import State
from quizapp.ui.parts.article_field import ArticleField
from quizapp.ui.parts.article_view import ArticleView
from quizapp.ui.parts.deck_card import DeckCard
from quizapp.ui.parts.draft_card import DraftCard
from quizapp.ui.parts.draft_list import DraftList
from quizapp.ui.parts.format_list import FormatRow
from quizapp.ui.parts.overlay import Overlay
from quizapp.ui.parts.question_table import QuestionTable
from quizapp.ui.parts.question_tile import QuestionTile
from quizapp.ui.parts.search_field import SearchField
from quizapp.ui.parts.tint_switch import TintSwitch
from tests.operations.test_history import kept
from tests.ui import tour
from tests.ui.keyboard import Keyboard

# Offscreen, a dialog of Qt's own says so of itself.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def hand(qtbot, tmp_path, monkeypatch) -> Iterator[Keyboard]:
    """Return a person at a window with a deck that is due, a new one and a draft."""
    monkeypatch.setattr(clock, "zone", lambda: UTC)
    monkeypatch.setattr(self_test, "PATIENCE", 10.0)
    bank = tmp_path / "quizapp.bank"
    tour.fill(bank, tour.ENGLISH, tour.STILL)
    with tour.opened(bank) as walk:
        hand = Keyboard(walk.program)
        hand.until(lambda: len(hand.find(DeckCard)) == 2, "the decks")
        yield hand


def everywhere(hand: Keyboard) -> Iterator[str]:
    hand.press("Ctrl+K")
    assert hand.find(SearchEverything)
    yield "Search"
    hand.press("Esc")
    assert not hand.find(Overlay)
    yield "Close, go back"
    for keys, pages, words in (
        (("Ctrl+2", "Ctrl+1"), ("reader", "library"), "Library, Reader"),
        (("Ctrl+3", "Ctrl+4"), ("questions", "progress"), "Questions, Progress"),
        (("Ctrl+,",), ("settings",), "Settings"),
        (("Ctrl+N",), ("add",), "Add article"),
    ):
        for key, page in zip(keys, pages, strict=True):
            hand.press(key)
            hand.shown(page)
        yield words
    hand.press("Ctrl+1")
    hand.shown("library")
    QGuiApplication.clipboard().setText(tour.ENGLISH.text)
    hand.press("Ctrl+V")
    hand.shown("add")
    hand.until(lambda: "Scheele" in hand.find(ArticleField)[0].toPlainText(), "the text")
    yield "Paste as article"
    hand.press("Ctrl+1", "Ctrl+Return")
    hand.shown("study")
    hand.state(State.ASKED)
    hand.press("Esc")
    hand.shown("library")
    yield "Main action of the page"
    yield from undoing(hand)
    yield from sizing(hand)
    hand.press("F6")
    assert hand.is_in(hand.window.rail)
    hand.press("F6")
    assert hand.is_in(hand.program.library)
    yield "Next pane"
    for key in ("F1", "?"):
        hand.press(key)
        assert hand.dialog().accessibleName() == "Keyboard shortcuts"
        hand.press("Esc")
    yield "Shortcuts"
    hand.press("Ctrl+Q")
    assert not hand.window.isVisible()
    yield "Quit"


def sizing(hand: Keyboard) -> Iterator[str]:
    size = hand.program.settings.text_size
    hand.press("Ctrl++")
    assert hand.program.settings.text_size > size
    hand.press("Ctrl+-")
    assert hand.program.settings.text_size == size
    yield "Larger, smaller text"
    hand.press("Ctrl++", "Ctrl+0")
    assert hand.program.settings.text_size == 100
    yield "Usual text size (not while typing an answer)"


def undoing(hand: Keyboard) -> Iterator[str]:
    hand.tab_to(lambda widget: isinstance(widget, DeckCard))
    hand.press("Del")
    hand.until(lambda: len(hand.find(DeckCard)) == 1, "one deck less")
    hand.press("Ctrl+Z")
    hand.until(lambda: len(hand.find(DeckCard)) == 2, "the deck again")
    yield "Undo"
    hand.press("Ctrl+Shift+Z")
    hand.until(lambda: len(hand.find(DeckCard)) == 1, "one deck less again")
    yield "Redo"
    hand.press("Ctrl+Z")
    hand.until(lambda: len(hand.find(DeckCard)) == 2, "both decks")


def ask(hand: Keyboard, kind: QuestionKind) -> StoredQuestion:
    """Have one question of a kind asked."""
    deck = hand.walk.listing()[0].id
    stored = hand.done(lambda bank: sharing.questions_of(bank, deck))
    found = next(one for one in stored if kind_of(one.question) is kind)
    hand.window.show_page("study")
    hand.program.study.go_over((found.id,))
    hand.state(State.ASKED)
    return found


def ended(hand: Keyboard) -> None:
    hand.shown("summary")
    hand.press("Return")
    hand.shown("library")


def studying(hand: Keyboard) -> Iterator[str]:
    ask(hand, QuestionKind.FLASHCARD)
    hand.answer("Space")
    hand.state(State.JUDGED)
    yield "Show answer"
    hand.answer("Space")
    ended(hand)
    assert last(hand) is Rating.GOOD
    yield "Rate Good"
    for rating in Rating:
        ask(hand, QuestionKind.FLASHCARD)
        hand.answer("Space", str(rating.value))
        ended(hand)
        assert last(hand) is rating
    yield "Rate"
    for key in ("1", "2", "3", "4"):
        question = ask(hand, QuestionKind.MULTIPLE_CHOICE).question
        chosen = drawn(hand).options[int(key) - 1]
        hand.answer(key)
        right = chosen == solution(question)
        hand.state(State.JUDGED if right else State.MISSED)
        hand.answer("Space")
        ended(hand)
    yield "Choose an answer"
    ask(hand, QuestionKind.MULTIPLE_CHOICE)
    hand.answer("0")
    hand.state(State.MISSED)
    yield "I don’t know"
    hand.answer("Space")
    ended(hand)
    yield "Go on after a wrong answer"
    yield from typing(hand)


def typing(hand: Keyboard) -> Iterator[str]:
    question = ask(hand, QuestionKind.TYPED).question
    hand.press("Ctrl+H")
    assert isinstance(hand.focus, QLineEdit)
    assert hand.focus.text() == solution(question)[0]
    yield "Hint"
    hand.write("x")
    hand.answer("Return")
    hand.state(State.MISSED)
    yield "Check typed answer"
    hand.answer("R")
    hand.state(State.JUDGED)
    yield "Count as right"
    hand.answer("2")
    ended(hand)
    ask(hand, QuestionKind.GAP)
    hand.answer("Ctrl+0")
    hand.state(State.MISSED)
    yield "The same while typing"


def this_question(hand: Keyboard) -> Iterator[str]:
    deck = hand.walk.listing()[0].id
    stored = hand.done(lambda bank: sharing.questions_of(bank, deck))
    hand.window.show_page("study")
    hand.program.study.go_over(tuple(one.id for one in stored))
    hand.state(State.ASKED)
    hand.press("F")
    hand.until(lambda: drawn(hand).flagged, "the flag")
    yield "Flag"
    hand.press("E")
    assert hand.dialog().accessibleName() == "Edit question"
    hand.press("Esc")
    yield "Edit"
    hand.press("O")
    hand.shown("reader")
    hand.press("Esc")
    hand.shown("study")
    yield "Open in article"
    first = drawn(hand).asked.id
    hand.press("B")
    hand.until(lambda: drawn(hand).asked.id != first, "another question")
    yield "Later today"
    hand.state(State.ASKED)
    second = drawn(hand).asked.id
    hand.press("X")
    hand.until(lambda: drawn(hand).asked.id != second, "one more question")
    hand.state(State.ASKED)
    yield "Set aside"
    yield from taking_back(hand, first, second)
    ask(hand, QuestionKind.TYPED)
    hand.press("Ctrl+E")
    assert hand.dialog().accessibleName() == "Edit question"
    hand.press("Esc", "Esc")
    yield "Edit while typing"


def taking_back(hand: Keyboard, first: QuestionId, second: QuestionId) -> Iterator[str]:
    for back in (second, first):
        hand.press("Ctrl+Z")
        comes_back(hand, back)
    hand.answer("Space", "3")
    hand.until(lambda: drawn(hand).asked.id != first, "the next question")
    hand.state(State.ASKED)
    hand.press("Ctrl+Z")
    hand.until(lambda: drawn(hand).asked.id == first, "the answered question")
    yield "Undo last answer"
    hand.press("Esc")
    hand.shown("library")
    yield "End session"


def comes_back(hand: Keyboard, question: QuestionId) -> None:
    hand.until(lambda: drawn(hand).asked.id == question, "the one before")
    hand.state(State.ASKED)


def reading(hand: Keyboard) -> Iterator[str]:
    reader = hand.program.reader
    hand.press("Ctrl+2")
    hand.until(lambda: reader.reading is not None, "an article")
    (view,) = hand.find(ArticleView)
    for ahead, back, words in (
        ("J", "K", "Next, previous sentence"),
        ("Down", "Up", "The same"),
    ):
        before = view._selected
        hand.press(ahead)
        assert view._selected == before + 1
        hand.press(back)
        assert view._selected == before
        yield words
    (tint,) = hand.find(TintSwitch)
    before = tint.isChecked()
    hand.press("M")
    assert tint.isChecked() is not before
    hand.press("M")
    yield "Memory tint"
    hand.press("J", "Return")
    assert isinstance(hand.focus, QuestionTile)
    yield "Its questions"
    hand.press("Esc", "A")
    assert hand.dialog().accessibleName() == "Add question"
    hand.press("Esc")
    yield "Add question"
    hand.press("S")
    hand.shown("study")
    hand.state(State.ASKED)
    yield "Study"


def reviewing(hand: Keyboard) -> Iterator[str]:
    (draft,) = hand.done(drafts.listing)
    hand.program._review(draft.id)
    hand.until(lambda: isinstance(hand.focus, DraftList), "the list")
    listed = hand.find(DraftList)[0]
    hand.until(lambda: listed.model().rowCount() == 4, "the drafts")

    def verdicts() -> list[Verdict]:
        found = hand.done(lambda bank: drafts.get(bank, draft.id))
        assert found is not None
        return [one.verdict for one in found.proposals]

    hand.press("J")
    assert listed.currentIndex().row() == 1
    hand.press("K")
    assert listed.currentIndex().row() == 0
    yield "Next, previous"
    hand.press("A", "R")
    assert verdicts()[:2] == [Verdict.KEPT, Verdict.REJECTED]
    yield "Keep, reject"
    hand.press("K", "U")
    assert verdicts()[1] is Verdict.OPEN
    yield "Back to unreviewed"
    hand.press("E")
    assert not isinstance(hand.focus, DraftList)
    hand.press("Esc")
    assert isinstance(hand.focus, DraftList)
    yield "Edit, leave the field"
    hand.press("Shift+A")
    assert verdicts() == [Verdict.KEPT, Verdict.OPEN, Verdict.KEPT, Verdict.KEPT]
    yield "Keep all without hints"
    hand.press("Ctrl+Return")
    hand.shown("library")
    hand.until(lambda: len(hand.find(DeckCard)) == 3, "the new deck")
    yield "Add to deck"


def questions(hand: Keyboard) -> Iterator[str]:
    page = hand.program.questions
    hand.press("Ctrl+3")
    hand.until(lambda: page.rows == 8, "the questions")
    (table,) = hand.find(QuestionTable)
    hand.press("/")
    assert hand.find(SearchField)[0].hasFocus()
    hand.press("Esc")
    assert table.hasFocus()
    yield "Search"
    row = table.currentIndex().row()
    hand.press("Down")
    assert table.currentIndex().row() == row + 1
    hand.press("Up")
    assert table.currentIndex().row() == row
    yield "Previous, next"
    hand.press("Return")
    hand.until(lambda: hand.focus is not table, "the editor")
    hand.press("Esc")
    assert hand.focus is table
    yield "Edit"
    hand.press("Space", "Down", "Space")
    assert table.chosen_count == 2
    yield "Select"
    hand.press("Ctrl+A")
    assert table.chosen_count == 8
    yield "Select all"
    hand.press("Esc", "Ctrl+Shift+E")
    assert hand.dialog().accessibleName() == "Export questions"
    hand.press("Esc")
    yield "Export"
    hand.until(table.hasFocus, "the keyboard back in the table")
    assert table.chosen_count == 1
    hand.press("Del")
    hand.until(lambda: page.rows == 7, "one question less")
    assert hand.focus is table
    yield "Delete"


def library(hand: Keyboard) -> Iterator[str]:
    hand.tab_to(lambda widget: isinstance(widget, DeckCard))
    hand.press("F2")
    assert hand.dialog().accessibleName() == "Rename deck"
    hand.press("Esc")
    assert isinstance(hand.focus, DeckCard)
    yield "Rename"
    hand.press("Return")
    hand.shown("reader")
    hand.press("Ctrl+1")
    yield "Open the deck"
    hand.tab_to(lambda widget: isinstance(widget, DeckCard))
    title = hand.focus.deck.title
    hand.press("Ctrl+Return")
    hand.state(State.ASKED)
    assert drawn(hand).deck_title == title
    hand.press("Esc")
    hand.shown("library")
    yield "Study the deck"
    hand.tab_to(lambda widget: isinstance(widget, DeckCard))
    hand.press("Del")
    hand.until(lambda: len(hand.find(DeckCard)) == 1, "one deck less")
    yield "Remove deck"


def summary(hand: Keyboard) -> Iterator[str]:
    ask(hand, QuestionKind.MULTIPLE_CHOICE)
    hand.answer("0")
    hand.state(State.MISSED)
    hand.answer("Space")
    hand.shown("summary")
    hand.sees("Hardest today")
    hand.press("R")
    hand.shown("study")
    hand.state(State.ASKED)
    yield "Go over the hardest"
    hand.answer("0")
    hand.state(State.MISSED)
    hand.answer("Space")
    ended(hand)
    yield "Back to Library"


def progress(hand: Keyboard) -> Iterator[str]:
    hand.press("Ctrl+4")
    hand.until(lambda: bool(hand.find(Chart)), "the charts")
    chart = hand.find(Chart)[-1]
    hand.tab_to(lambda widget: widget is chart)
    hand.press("Home")
    assert chart.picked == 0
    hand.press("End")
    assert chart.picked == len(chart.marks) - 1
    yield "First, last value"
    hand.press("Left")
    assert chart.picked == len(chart.marks) - 2
    hand.press("Right")
    assert chart.picked == len(chart.marks) - 1
    yield "Next, previous value of a chart"


PROOFS: dict[str, Callable[[Keyboard], Iterator[str]]] = {
    "Everywhere": everywhere,
    "Studying": studying,
    "This question": this_question,
    "Reader": reading,
    "Review new questions": reviewing,
    "Questions": questions,
    "Library": library,
    "Summary": summary,
    "Progress": progress,
}


@pytest.mark.parametrize("place", [place for place, _ in shortcuts.GROUPS])
def test_every_key_that_is_told_does_its_deed(place, hand):
    told = dict(shortcuts.GROUPS)[place]
    proved = set(PROOFS[place](hand))
    assert proved == {words for words, _ in told}
    assert {key for _, keys in told for key in keys} <= hand.pressed


def drawn(hand: Keyboard) -> study.Drawn:
    """Return the question on the screen."""
    found = hand.program.study.drawn
    assert found is not None
    return found


def last(hand: Keyboard) -> Rating:
    """Return the rating that was kept last."""

    def newest(bank: Bank) -> Review | None:
        with bank.read() as session:
            return reviews.newest(session)

    found = hand.done(newest)
    assert found is not None
    return found.rating


def test_a_page_that_fills_behind_a_dialog_takes_no_keyboard_from_it(hand):
    hand.press("Ctrl+K")
    field = hand.find(SearchEverything)[0].field
    hand.program.library.take_focus()
    hand.until(field.hasFocus, "the keyboard in the dialog")
    hand.press("Esc")
    assert hand.is_in(hand.program.library)


def test_tab_follows_the_order_of_reading(hand):
    assert tabs(hand, 13) == [
        "Study now (2 due)",
        "Import…",
        "Sorted by most due",
        *("Draft: Oxygen 3", "More for this draft", "Review: Oxygen 3"),
        *("Oxygen", "More for this deck", "Study: Oxygen"),
        *("Oxygen 2", "More for this deck", "Start: Oxygen 2"),
        "Library",
    ]
    (draft,) = hand.done(drafts.listing)
    hand.program._review(draft.id)
    hand.until(lambda: isinstance(hand.focus, DraftList), "the list")
    hand.until(lambda: hand.find(DraftList)[0].model().rowCount() == 4, "the drafts")
    assert tabs(hand, 9) == [
        "Questions to review",
        *("Kind of question: Flashcard", "Question", "Answer"),
        *("Keep", "Reject", "Edit", "Back", "Keep 3 without hints"),
    ]


def tabs(hand: Keyboard, count: int) -> list[str]:
    """Return the names of so many stops of Tab, the first of them where the keyboard is."""
    names = []
    for _ in range(count):
        assert hand.focus is not None
        words = getattr(hand.focus, "text", str)()
        names.append(hand.focus.accessibleName() or words)
        hand.press("Tab")
    return names


# whole journeys, by keys alone


def test_a_whole_session_goes_without_a_mouse(hand):
    hand.press("Ctrl+Return")
    asked = []
    while True:
        hand.until(lambda: hand.window.shown == "summary" or _is_asked(hand), "a question")
        if hand.window.shown == "summary":
            break
        question = drawn(hand).asked.question
        asked.append(question)
        match question:
            case Flashcard():
                hand.answer("Space")
            case MultipleChoice(right=right):
                hand.answer(str(drawn(hand).options.index(right) + 1))
            case _:
                hand.write(solution(question))
                hand.answer("Return")
        hand.state(State.JUDGED)
        hand.answer("Space")
        hand.until(lambda: not _is_judged(hand), "the rating to be kept")
    hand.sees("Session done")
    assert len(asked) >= 2
    hand.press("Return")
    hand.shown("library")


def _is_asked(hand: Keyboard) -> bool:
    return hand.program.study.state is State.ASKED


def _is_judged(hand: Keyboard) -> bool:
    return hand.program.study.state is State.JUDGED


def test_new_questions_are_reviewed_and_added_without_a_mouse(hand):
    hand.tab_to(lambda widget: isinstance(widget, DraftCard))
    hand.press("Return")
    hand.until(lambda: isinstance(hand.focus, DraftList), "the list")
    hand.until(lambda: hand.find(DraftList)[0].model().rowCount() == 4, "the drafts")
    hand.press("A", "R", "E", "Ctrl+A")
    hand.write("About how much of the air is ____ oxygen?")
    hand.press("Esc", "Shift+A", "Ctrl+Return")
    hand.shown("library")
    hand.until(lambda: len(hand.find(DeckCard)) == 3, "the new deck")
    hand.press("Ctrl+Z")
    hand.until(lambda: len(hand.find(DeckCard)) == 2, "it is taken back")
    hand.press("Ctrl+Shift+Z")
    hand.until(lambda: len(hand.find(DeckCard)) == 3, "and added again")


def test_a_deck_is_exported_without_a_mouse(hand, tmp_path):
    hand.press("Ctrl+3")
    hand.until(lambda: hand.program.questions.rows == 8, "the questions")
    hand.press("Ctrl+Shift+E")
    hand.dialog()
    hand.until(lambda: hand.find(ExportDialog)[0].ready, "what would be written")
    hand.tab_to(lambda widget: isinstance(widget, FormatRow))
    hand.press("Down")
    hand.sees("XML file")
    hand.press("Ctrl+Return")
    hand.until(lambda: bool(hand.window.findChildren(QFileDialog)), "a file to name")
    file = tmp_path / "oxygen.xml"
    hand.until(lambda: isinstance(QApplication.focusWidget(), QLineEdit), "its field")
    hand.press("Ctrl+A")
    hand.write(str(file))
    hand.press("Return")
    hand.sees("Exported to")
    hand.window.activateWindow()  # offscreen, no window comes forward by itself
    hand.until(lambda: isinstance(hand.focus, QuestionTable), "the keyboard in the table")
    found = understand("oxygen.xml", file.read_bytes())
    assert len(found.questions.questions) == 4


def test_deeds_of_every_page_are_taken_back_and_done_again_in_their_order(hand):
    states = [library_rows(hand)]

    def did() -> None:
        hand.until(lambda: library_rows(hand) != states[-1], "something done")
        states.append(library_rows(hand))

    hand.tab_to(lambda widget: isinstance(widget, DeckCard))
    hand.press("F2")
    hand.write("Air")
    hand.press("Return")
    did()
    hand.press("Ctrl+3")
    hand.until(lambda: hand.program.questions.rows == 8, "the questions")
    hand.press("Down", "Del")
    did()
    ask(hand, QuestionKind.MULTIPLE_CHOICE)
    hand.answer("0")
    hand.state(State.MISSED)
    did()
    hand.press("Esc")
    ended(hand)
    hand.tab_to(lambda widget: isinstance(widget, DraftCard))
    hand.press("Return")
    hand.until(lambda: isinstance(hand.focus, DraftList), "the list")
    hand.until(lambda: hand.find(DraftList)[0].model().rowCount() == 4, "the drafts")
    hand.press("Shift+A", "Ctrl+Return")
    hand.shown("library")
    did()
    assert len(states) == 5
    for state in reversed(states[:-1]):
        hand.press("Ctrl+Z")
        stands_so(hand, state)
    for state in states[1:]:
        hand.press("Ctrl+Shift+Z")
        stands_so(hand, state)


def library_rows(hand: Keyboard) -> dict[str, list[tuple[object, ...]]]:
    """Return what the bank holds of decks, questions and answers, drafts left aside."""
    found = hand.done(kept)
    return {name: found[name] for name in ("decks", "questions", "memories", "reviews")}


def stands_so(hand: Keyboard, state: dict[str, list[tuple[object, ...]]]) -> None:
    hand.until(lambda: library_rows(hand) == state, "the bank as it was")
