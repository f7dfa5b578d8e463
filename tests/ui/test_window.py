"""The real window on a real bank, driven by keys and mouse."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, timedelta
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QTextEdit,
    QWidget,
)

from quizapp import paths, settings
from quizapp.bank import open_bank
from quizapp.domain.question import Flashcard, MultipleChoice
from quizapp.errors import BankDamaged
from quizapp.operations import decks
from quizapp.settings import Settings
from quizapp.ui.cards.rating_bar import RateButton
from quizapp.ui.parts.banner import Banner
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.deck_card import DeckCard
from quizapp.ui.parts.draft_card import DraftCard
from quizapp.ui.parts.draft_list import DraftList
from quizapp.ui.parts.overlay import Overlay
from quizapp.ui.parts.question_tile import QuestionTile
from quizapp.ui.parts.text import Text
from quizapp.ui.start import Program
from tests.ui.conftest import NOON, OXYGEN

CONTROL = Qt.KeyboardModifier.ControlModifier
GUARD = 300
"""Milliseconds in which a session takes no answer after a change, and a little more."""
LONG = 90_000
"""Milliseconds for work in a child process on a busy machine."""
ARTICLE = (
    "The Eiffel Tower was built in Paris in 1889. Gustave Eiffel designed the tower. "
    "It is 330 metres high. Construction began on 28 January 1887. "
    "Millions of people visit the tower every year. The tower belongs to the city of Paris."
)


class Hand:
    """A person at the window: sees words, presses keys, clicks."""

    def __init__(self, qtbot, path: Path) -> None:
        self.qtbot = qtbot
        self.program = Program(path, lambda: NOON, Random(1))
        self.window = self.program.window
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()

    def sees(self, words: str, timeout: int = 10_000) -> None:
        self.qtbot.waitUntil(lambda: words in self.words(), timeout=timeout)

    def words(self) -> str:
        shown = [w for w in self.window.findChildren(QWidget) if w.isVisible()]
        texts = [w.text() for w in shown if isinstance(w, Text | Button)]
        ratings = [w.accessibleName() for w in shown if isinstance(w, RateButton)]
        return "\n".join([*texts, *ratings])

    def press(self, key: Qt.Key, held=Qt.KeyboardModifier.NoModifier) -> None:
        target = QApplication.focusWidget() or self.window
        self.qtbot.keyClick(target, key, held)

    def click(self, words: str) -> None:
        (button,) = [
            b
            for b in self.window.findChildren(Button)
            if b.isVisible() and b.text() == words
        ]
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def cards(self) -> list[str]:
        found = [c for c in self.window.findChildren(DeckCard) if c.isVisible()]
        found.sort(key=lambda card: (card.y(), card.x()))
        return [card.deck.title for card in found]

    def card(self, title: str) -> DeckCard:
        return next(
            c
            for c in self.window.findChildren(DeckCard)
            if c.isVisible() and c.deck.title == title
        )

    def drop(self, mime: QMimeData) -> None:
        middle = self.window.rect().center()
        how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton)
        nothing_held = Qt.KeyboardModifier.NoModifier
        entering = QDragEnterEvent(middle, *how, nothing_held)
        QApplication.sendEvent(self.window, entering)
        assert entering.isAccepted()
        self.sees("Drop an article here")
        dropping = QDropEvent(middle.toPointF(), *how, nothing_held)
        QApplication.sendEvent(self.window, dropping)


@pytest.fixture
def hand(qtbot, bank_path) -> Iterator[Hand]:
    settings.save(Settings(reduce_motion=True), paths.settings_path(bank_path))
    hand = Hand(qtbot, bank_path)
    hand.sees("Oxygen")
    yield hand
    leave(hand)


def leave(hand: Hand) -> None:
    hand.window.close()
    hand.program.close()
    hand.window.deleteLater()


def save_as(hand: Hand, path: Path) -> QFileDialog:
    hand.card("Oxygen").export.emit()
    hand.sees("4 questions in one .apkg file")
    hand.press(Qt.Key.Key_Return, CONTROL)
    (dialog,) = hand.window.findChildren(QFileDialog)
    dialog.selectFile(str(path))
    dialog.accept()
    return dialog


def file_in(folder: Path, name: str, content: bytes) -> QMimeData:
    path = folder / name
    path.write_bytes(content)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime


def test_the_window_is_painted_before_the_bank_is_opened(qtbot, bank_path):
    hand = Hand(qtbot, bank_path)
    assert "Library" in hand.words()
    assert "Oxygen" not in hand.words()
    hand.sees("Oxygen")
    leave(hand)


def test_with_very_large_text_nothing_of_the_summary_or_the_title_is_cut(qtbot, hand):
    hand.window.resize(760, 560)
    for _ in range(6):
        hand.press(Qt.Key.Key_Plus, CONTROL)
    hand.window.show_page("add")
    assert not cut(hand, "Add article")
    hand.window.show_page("library")
    answer_all(hand)
    hand.sees("Session done")
    hand.sees("new questions met")
    for words in ("new questions met", "learned so far"):
        assert not cut(hand, words)


def cut(hand: Hand, words: str) -> bool:
    """Tell whether a text, scrolled to or not, has less width than its words need."""
    QApplication.processEvents()
    shown = [w for w in hand.window.findChildren(Text) if w.isVisible()]
    (text,) = [w for w in shown if w.text() == words]
    right = text.mapTo(hand.window, QPoint(text.width(), 0)).x()
    return (
        text.width() < text.minimumSizeHint().width()
        or (not text.wordWrap() and text.width() < text.sizeHint().width())
        or right > hand.window.width()
    )


def test_the_library_is_shown_from_its_top(qtbot, hand):
    hand.window.resize(760, 560)
    for _ in range(6):
        hand.press(Qt.Key.Key_Plus, CONTROL)
    bar = hand.program.library._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 200)
    bar.setValue(200)
    hand.window.show_page("add")
    hand.window.show_page("library")
    qtbot.wait(100)
    assert bar.value() == 0


def test_the_library_says_what_waits_today(hand):
    hand.sees("Nothing is due")
    assert "4 new ones to learn" in hand.words()
    assert "0 of 20 today" in hand.words()
    assert "4 questions from 5 sentences" in hand.words()
    assert "Learn 4 new" in hand.words()


def test_control_enter_studies_what_the_day_asks_for(hand):
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.sees("1 of 4")
    assert not hand.window.rail.isVisible()


def test_escape_ends_a_session_without_answers_back_in_the_library(hand):
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.sees("1 of 4")
    hand.press(Qt.Key.Key_Escape)
    hand.sees("Nothing is due")
    assert hand.window.rail.isVisible()


def test_a_click_on_a_deck_opens_its_article(qtbot, hand):
    card = hand.card("Oxygen")
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(40, 60))
    hand.sees("You know about 0\u202f% of this text · 4 questions")
    assert hand.window.shown == "reader"


def test_enter_on_a_deck_opens_its_article_and_control_enter_studies_it(hand):
    hand.card("Oxygen").setFocus()
    hand.press(Qt.Key.Key_Return)
    hand.sees("Paragraph 1, sentence 1")
    hand.press(Qt.Key.Key_1, CONTROL)
    hand.card("Oxygen").setFocus()
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.sees("1 of 4")


def test_control_2_reads_on_where_reading_stopped(qtbot, hand, add_deck):
    hand.press(Qt.Key.Key_2, CONTROL)
    hand.sees("Paragraph 1, sentence 1")
    hand.press(Qt.Key.Key_J)
    hand.sees("Paragraph 1, sentence 2")
    hand.press(Qt.Key.Key_1, CONTROL)
    hand.sees("Decks")
    hand.press(Qt.Key.Key_2, CONTROL)
    hand.sees("Paragraph 1, sentence 2")


def test_a_question_is_opened_in_its_article_and_escape_comes_back_to_it(qtbot, hand):
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.sees("Who discovered oxygen?")
    hand.press(Qt.Key.Key_O)
    hand.sees("Back to the question")
    hand.sees("Paragraph 1, sentence 1")
    hand.press(Qt.Key.Key_E)
    assert hand.window.shown == "reader"
    hand.press(Qt.Key.Key_Escape)
    assert hand.window.shown == "study"
    hand.sees("Who discovered oxygen?")
    qtbot.wait(GUARD)
    hand.press(Qt.Key.Key_Space)
    hand.sees("Open in article")


def test_the_sentence_behind_an_answer_leads_into_its_article(qtbot, hand):
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.sees("Who discovered oxygen?")
    qtbot.wait(GUARD)
    hand.press(Qt.Key.Key_Space)
    hand.sees("Open in article")
    hand.click("Open in article")
    hand.sees("Back to the question")
    hand.click("Back to the question")
    assert hand.window.shown == "study"
    hand.sees("Carl Wilhelm Scheele")


def test_the_questions_of_a_sentence_are_gone_over_from_the_reader(hand):
    hand.press(Qt.Key.Key_2, CONTROL)
    hand.sees("Study this one")
    hand.click("Study this one")
    hand.sees("1 of 1")
    assert hand.window.shown == "study"


def test_a_question_added_while_reading_is_taken_back_by_control_z(qtbot, hand):
    hand.press(Qt.Key.Key_2, CONTROL)
    hand.sees("Study this one")
    hand.press(Qt.Key.Key_A)
    hand.sees("Add question")
    qtbot.keyClicks(QApplication.focusWidget(), "Where was it?")
    hand.press(Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "Uppsala")
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.sees("1 question added")
    hand.sees("Study these 2")
    hand.press(Qt.Key.Key_Z, CONTROL)
    hand.sees("Study this one")


def test_f6_goes_from_the_text_to_its_questions_to_the_rail_and_back(hand):
    hand.press(Qt.Key.Key_2, CONTROL)
    hand.sees("Study this one")
    view = QApplication.focusWidget()
    hand.press(Qt.Key.Key_F6)
    assert isinstance(QApplication.focusWidget(), QuestionTile)
    hand.press(Qt.Key.Key_F6)
    assert QApplication.focusWidget() is hand.window.rail.item("library")
    hand.press(Qt.Key.Key_F6)
    assert QApplication.focusWidget() is view


def test_a_library_without_articles_says_so_in_the_reader(qtbot, hand):
    hand.card("Oxygen").setFocus()
    hand.press(Qt.Key.Key_Delete)
    hand.sees("Turn an article into a study deck")
    hand.press(Qt.Key.Key_2, CONTROL)
    hand.sees("The articles that you add are read here.")
    hand.click("Add article…")
    assert hand.window.shown == "add"


def test_a_removed_deck_is_brought_back_by_control_z(qtbot, hand):
    card = hand.card("Oxygen")
    card.setFocus()
    hand.press(Qt.Key.Key_Delete)
    hand.sees("“Oxygen” removed")
    hand.sees("Turn an article into a study deck")
    hand.press(Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: hand.cards() == ["Oxygen"])


def test_the_focus_goes_from_a_removed_deck_to_the_next_and_back_with_it(
    qtbot, bank_path, add_deck
):
    for number in (1, 2):
        add_deck(f"Deck {number}", f"Ending number {number}.", NOON + timedelta(number))
    hand = Hand(qtbot, bank_path)
    qtbot.waitUntil(lambda: hand.cards() == ["Deck 2", "Deck 1", "Oxygen"])
    hand.card("Deck 1").setFocus()
    hand.press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is hand.card("Oxygen"))
    hand.press(Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: focused_deck() == "Deck 1")
    hand.card("Oxygen").setFocus()
    hand.press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: focused_deck() == "Deck 1")
    leave(hand)


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")
def test_what_was_set_aside_is_brought_back_by_the_menu_of_its_deck(qtbot, hand):
    hand.card("Oxygen").open_menu()
    assert [a.text() for a in menu(hand)] == ["Rename…", "Export…", "Remove deck"]
    hand.qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Escape)
    hand.window.activateWindow()
    hand.card("Oxygen").study.emit()
    hand.sees("1 of 4")
    hand.qtbot.wait(GUARD)
    hand.program.study.set_aside()
    hand.sees("1 of 3")
    hand.press(Qt.Key.Key_Escape)
    hand.sees("Decks")
    qtbot.waitUntil(lambda: hand.card("Oxygen").deck.set_aside == 1)
    hand.card("Oxygen").open_menu()
    (bring_back,) = [a for a in menu(hand) if a.text() == "Bring back 1 set aside"]
    bring_back.trigger()
    hand.sees("1 question brought back")
    qtbot.waitUntil(lambda: hand.card("Oxygen").deck.set_aside == 0)
    assert hand.card("Oxygen").deck.counts.new == 4


def test_enter_begins_the_session_that_the_focused_button_promises(hand):
    hand.qtbot.waitUntil(lambda: focused_words() == "Learn 4 new")
    hand.press(Qt.Key.Key_Return)
    hand.sees("1 of 4")


def test_the_keys_of_other_pages_work_on_the_summary(hand):
    answer_all(hand)
    hand.sees("Session done")
    hand.press(Qt.Key.Key_N, CONTROL)
    hand.sees("Stays on this computer")
    assert hand.window.rail.isVisible()
    hand.window.show_page("summary")
    hand.press(Qt.Key.Key_1, CONTROL)
    hand.sees("4 of 20 today")


def test_a_session_is_not_left_by_the_keys_of_other_pages(hand):
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.sees("1 of 4")
    hand.press(Qt.Key.Key_N, CONTROL)
    hand.press(Qt.Key.Key_1, CONTROL)
    assert hand.window.shown == "study"


def test_control_q_closes_the_window_even_over_a_dialog(hand):
    hand.press(Qt.Key.Key_F1)
    hand.sees("Quit")
    hand.press(Qt.Key.Key_Q, CONTROL)
    assert not hand.window.isVisible()


def test_an_ended_session_goes_on_from_the_summary(hand):
    hand.press(Qt.Key.Key_Return, CONTROL)
    answer(hand, 1, Qt.Key.Key_1)
    hand.sees("2 of")
    hand.press(Qt.Key.Key_Escape)
    hand.sees("learned so far")
    hand.click("Study on")
    hand.sees("1 of")
    assert hand.window.shown == "study"


def test_a_deck_is_renamed_in_a_dialog_that_escape_closes(qtbot, hand):
    card = hand.card("Oxygen")
    card.setFocus()
    hand.press(Qt.Key.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "A gas")
    hand.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: hand.cards() == ["A gas"])
    hand.card("A gas").setFocus()
    hand.press(Qt.Key.Key_F2)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    hand.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is hand.card("A gas"))


def test_a_deck_is_renamed_though_the_library_changed_behind_the_dialog(qtbot, hand):
    card = hand.card("Oxygen")
    (start,) = [b for b in card.findChildren(Button) if b.text() == "Start"]
    start.setFocus()
    gone: list[bool] = []
    start.destroyed.connect(lambda: gone.append(True))
    hand.press(Qt.Key.Key_F2)
    hand.program.tasks.change(
        lambda bank: decks.rename(bank, card.deck.id, "Air"), lambda _: None
    )
    qtbot.waitUntil(lambda: bool(gone))
    qtbot.keyClicks(QApplication.focusWidget(), "A gas")
    hand.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: hand.cards() == ["A gas"])


def test_a_deck_is_exported_where_the_person_said(qtbot, hand, tmp_path):
    path = tmp_path / "kept" / "oxygen.apkg"
    path.parent.mkdir()
    save_as(hand, path.with_suffix(""))
    hand.sees("Exported to kept")
    assert path.stat().st_size > 500


def test_exporting_asks_before_it_replaces_a_file(qtbot, hand, tmp_path):
    path = tmp_path / "oxygen.apkg"
    path.write_bytes(b"another deck")

    def refuse() -> None:
        question = QApplication.activeModalWidget()
        if isinstance(question, QMessageBox):
            question.button(QMessageBox.StandardButton.No).click()

    # Qt asks in a loop of its own: whoever answers must look until it asks.
    looking = QTimer()
    looking.timeout.connect(refuse)
    looking.start(50)
    dialog = save_as(hand, path.with_suffix(""))
    looking.stop()
    assert dialog.isVisible()
    dialog.reject()
    assert path.read_bytes() == b"another deck"


def test_the_drop_zone_fills_the_rest_of_the_last_row(qtbot, tmp_path, add_deck):
    for number in range(4):
        add_deck(f"Deck {number}", f"Ending number {number}.", NOON + timedelta(number))
    hand = Hand(qtbot, tmp_path / "quizapp.bank")
    hand.sees("Deck 0")
    hand.window.resize(1180, 760)
    qtbot.waitUntil(lambda: hand.cards() == ["Deck 3", "Deck 2", "Deck 1", "Deck 0"])
    rows = {hand.card(title).y() for title in hand.cards()}
    assert len(rows) == 2
    hand.window.resize(760, 560)
    qtbot.waitUntil(lambda: hand.window.rail.width() == 56)
    qtbot.waitUntil(lambda: len({hand.card(title).x() for title in hand.cards()}) == 2)
    leave(hand)


def test_text_size_follows_control_plus_and_is_remembered(qtbot, hand, bank_path):
    hand.press(Qt.Key.Key_Plus, CONTROL)
    hand.press(Qt.Key.Key_Plus, CONTROL)
    assert hand.program.look.scale == 1.3
    assert settings.load(paths.settings_path(bank_path)).text_size == 130
    hand.press(Qt.Key.Key_0, CONTROL)
    assert hand.program.look.scale == 1.0


def test_the_question_mark_opens_the_shortcuts_and_escape_closes_them(qtbot, hand):
    qtbot.keyClicks(QApplication.focusWidget(), "?")
    hand.sees("Keyboard shortcuts")
    hand.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not hand.window.findChildren(Overlay))
    hand.press(Qt.Key.Key_F1)
    hand.sees("Keyboard shortcuts")


def test_f6_goes_to_the_rail_and_back(hand):
    before = QApplication.focusWidget()
    hand.press(Qt.Key.Key_F6)
    assert hand.window.rail.isAncestorOf(QApplication.focusWidget())
    hand.press(Qt.Key.Key_F6)
    assert QApplication.focusWidget() is before


def test_pasting_outside_a_field_begins_an_article(hand):
    QGuiApplication.clipboard().setText(OXYGEN)
    hand.press(Qt.Key.Key_V, CONTROL)
    hand.sees("Stays on this computer")
    field = QApplication.focusWidget()
    assert isinstance(field, QTextEdit)
    assert field.toPlainText() == OXYGEN
    hand.press(Qt.Key.Key_Escape)
    hand.sees("Nothing is due")


def test_a_dropped_article_becomes_a_deck_that_undo_takes_out(qtbot, hand, tmp_path):
    hand.drop(file_in(tmp_path, "tower.txt", ARTICLE.encode()))
    hand.sees("tower.txt")
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.sees("Writing questions")
    review_all(qtbot, hand)
    hand.sees("questions added")
    hand.sees("Decks")
    qtbot.waitUntil(lambda: len(hand.cards()) == 2)
    qtbot.waitUntil(lambda: focused_deck() not in {"", "Oxygen"})
    hand.press(Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: hand.cards() == ["Oxygen"])
    hand.sees("Draft, 0 to review")
    assert QApplication.focusWidget() is not None


def review_all(qtbot, hand: Hand) -> None:
    """Keep every question of the draft that is written now, by keys."""
    hand.sees("to review", LONG)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), DraftList))
    for _ in range(50):
        if " 0 to review" in hand.words():
            break
        hand.press(Qt.Key.Key_A)
    hand.sees(" 0 to review")
    hand.press(Qt.Key.Key_Return, CONTROL)


def test_a_draft_outlives_the_program_and_is_reviewed_from_its_card(
    qtbot, bank_path, tmp_path
):
    hand = Hand(qtbot, bank_path)
    hand.sees("Oxygen")
    hand.drop(file_in(tmp_path, "tower.txt", ARTICLE.encode()))
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.sees("to review", LONG)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), DraftList))
    hand.press(Qt.Key.Key_A)
    hand.press(Qt.Key.Key_Escape)
    hand.sees("Draft, ")
    leave(hand)
    again = Hand(qtbot, bank_path)
    again.sees("Not yet added · 1 kept · 0 rejected")
    (card,) = [c for c in again.window.findChildren(DraftCard) if c.isVisible()]
    assert card.accessibleName().startswith("Draft: ")
    card.setFocus()
    again.press(Qt.Key.Key_Return)
    again.sees("Add 1 to deck")
    leave(again)


def test_a_discarded_draft_comes_back_by_undo(qtbot, hand, tmp_path):
    hand.drop(file_in(tmp_path, "tower.txt", ARTICLE.encode()))
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.sees("to review", LONG)
    hand.press(Qt.Key.Key_1, CONTROL)
    hand.sees("Draft, ")
    (card,) = [c for c in hand.window.findChildren(DraftCard) if c.isVisible()]
    card.setFocus()
    hand.press(Qt.Key.Key_Delete)
    hand.sees("discarded")
    qtbot.waitUntil(lambda: "Draft, " not in hand.words())
    assert QApplication.focusWidget() is not None
    hand.press(Qt.Key.Key_Z, CONTROL)
    hand.sees("Draft, ")


def test_several_files_become_a_draft_each(qtbot, hand, tmp_path):
    first = file_in(tmp_path, "tower.txt", ARTICLE.encode())
    second = file_in(tmp_path, "gas.txt", f"{OXYGEN} It was liquefied in 1883.".encode())
    mime = QMimeData()
    mime.setUrls([*first.urls(), *second.urls()])
    hand.drop(mime)
    hand.sees("2 files")
    hand.press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(
        lambda: sum(c.isVisible() for c in hand.window.findChildren(DraftCard)) == 2,
        timeout=LONG,
    )


def test_an_error_is_no_longer_told_when_undo_takes_its_cause_away(qtbot, hand):
    for paste in range(2):
        QGuiApplication.clipboard().setText(ARTICLE)
        hand.press(Qt.Key.Key_V, CONTROL)
        hand.sees("Stays on this computer")
        hand.press(Qt.Key.Key_Return, CONTROL)
        if paste == 0:
            review_all(qtbot, hand)
        qtbot.waitUntil(
            lambda: bool(focused_deck()) or focused_words() == "Add more text",
            timeout=LONG,
        )
    hand.sees("This article is already in the Library")
    hand.press(Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: "This article is already in the Library" not in hand.words())


def test_the_work_goes_on_when_the_page_is_left(qtbot, hand):
    QGuiApplication.clipboard().setText(ARTICLE)
    hand.press(Qt.Key.Key_V, CONTROL)
    hand.sees("Deck name")
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.sees("Writing questions")
    hand.press(Qt.Key.Key_1, CONTROL)
    hand.sees("Decks")
    hand.sees("questions to review", LONG)
    hand.sees("Draft, ")
    assert hand.cards() == ["Oxygen"]
    hand.window.toast.action.click()
    hand.sees("Question 1 of ")


def test_escape_stops_the_work_at_once_and_keeps_the_text(qtbot, hand):
    QGuiApplication.clipboard().setText(ARTICLE)
    hand.press(Qt.Key.Key_V, CONTROL)
    hand.sees("Deck name")
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.sees("Writing questions")
    hand.press(Qt.Key.Key_Escape)
    hand.sees("Deck name")
    assert ARTICLE in hand.program.add_article.findChild(QTextEdit).toPlainText()
    qtbot.wait(300)
    hand.press(Qt.Key.Key_1, CONTROL)
    hand.sees("Decks")
    assert hand.cards() == ["Oxygen"]


def test_an_unknown_kind_of_file_is_told_in_the_page(hand, tmp_path):
    hand.drop(file_in(tmp_path, "song.mp3", b"ID3"))
    hand.sees("song.mp3")
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.sees("Quizapp can't read this kind of file", LONG)
    hand.sees("It reads text, Markdown, HTML, PDF, DOCX and EPUB.")
    hand.qtbot.waitUntil(lambda: focused_words() == "Choose another file…")
    hand.click("Paste the text instead")
    assert isinstance(QApplication.focusWidget(), QTextEdit)
    assert not [b for b in hand.window.findChildren(Banner) if b.isVisible()]


def test_a_text_too_short_is_told_below_the_text(hand):
    QGuiApplication.clipboard().setText("This is so.")
    hand.press(Qt.Key.Key_V, CONTROL)
    hand.sees("Deck name")
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.sees("This text is too short to ask about", LONG)
    hand.qtbot.waitUntil(lambda: focused_words() == "Add more text")


def test_an_article_that_is_already_there_is_told_by_its_deck(hand):
    QGuiApplication.clipboard().setText(OXYGEN)
    hand.press(Qt.Key.Key_V, CONTROL)
    hand.sees("Deck name")
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.sees("This article is already in the Library", LONG)
    hand.sees("It is there as “Oxygen”.")


def test_a_session_ends_in_a_summary_that_undo_takes_back(hand, bank_path):
    answer_all(hand)
    hand.sees("Session done")
    hand.sees("4 cards in")
    hand.sees("new questions met")
    hand.press(Qt.Key.Key_Z, CONTROL)
    hand.sees("4 of 4")
    assert not hand.window.rail.isVisible()


def test_an_answer_that_cannot_be_taken_back_leaves_the_summary_where_it_was(
    hand, bank_path
):
    answer_all(hand)
    hand.sees("Session done")
    with closing(sqlite3.connect(bank_path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        hand.press(Qt.Key.Key_Z, CONTROL)
        hand.sees("Your question bank is open elsewhere")
    assert hand.window.shown == "summary"
    hand.press(Qt.Key.Key_Z, CONTROL)
    hand.sees("4 of 4")


def test_enter_goes_from_the_summary_to_the_library(hand):
    answer_all(hand)
    hand.sees("Session done")
    hand.press(Qt.Key.Key_Return)
    hand.sees("4 of 20 today")


def test_a_deck_with_nothing_to_study_says_so(hand):
    answer_all(hand)
    hand.sees("Session done")
    hand.press(Qt.Key.Key_Return)
    hand.sees("4 of 20 today")
    hand.card("Oxygen").setFocus()
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.sees("Nothing to study here today")
    assert hand.window.shown == "library"


def test_keys_do_not_reach_what_lies_under_a_dialog(hand):
    hand.press(Qt.Key.Key_F1)
    hand.sees("Keyboard shortcuts")
    hand.press(Qt.Key.Key_N, CONTROL)
    hand.press(Qt.Key.Key_Return, CONTROL)
    assert hand.window.shown == "library"
    assert len(hand.window.findChildren(Overlay)) == 1


def test_an_empty_library_promises_what_the_program_does(qtbot, bank_path):
    with open_bank(bank_path) as bank:
        (deck,) = [d.id for d in decks.listing(bank, Settings(), NOON, UTC)]
        decks.remove(bank, deck, NOON)
    hand = Hand(qtbot, bank_path)
    hand.sees("Turn an article into a study deck")
    hand.qtbot.waitUntil(lambda: focused_words() == "Add article…")
    hand.click("Open example")
    qtbot.waitUntil(lambda: len(hand.cards()) == 1)
    leave(hand)


def test_a_bank_that_is_open_elsewhere_may_be_tried_again(qtbot, bank_path):
    with open_bank(bank_path):
        hand = Hand(qtbot, bank_path)
        hand.sees("Your question bank is open elsewhere")
        assert not hand.window.rail.isVisible()
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.sees("Oxygen")
    leave(hand)


def test_trying_again_twice_opens_the_bank_and_makes_the_pages_once(qtbot, bank_path):
    with open_bank(bank_path):
        hand = Hand(qtbot, bank_path)
        hand.sees("Your question bank is open elsewhere")
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.sees("Oxygen")
    settled: list[None] = []
    hand.program.tasks.read(lambda _: None, settled.append)
    qtbot.waitUntil(lambda: bool(settled))
    assert hand.window.shown == "library"
    hand.press(Qt.Key.Key_K, CONTROL)
    assert len(hand.window.findChildren(Overlay)) == 1
    leave(hand)


def test_a_bank_found_damaged_during_the_work_may_be_tried_again(hand, bank_path):
    hand.program.tasks.failed.emit(BankDamaged(str(bank_path)))
    hand.sees("Your question bank is damaged")
    hand.click("Try to repair")
    hand.sees("Oxygen")
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.sees("Who discovered oxygen?")


def test_a_damaged_bank_is_told_and_left_as_it_is(qtbot, tmp_path):
    path = tmp_path / "quizapp.bank"
    path.write_bytes(b"no bank at all" * 100)
    hand = Hand(qtbot, path)
    hand.sees("Your question bank is damaged")
    hand.sees("Nothing was deleted.")
    assert path.read_bytes() == b"no bank at all" * 100
    leave(hand)


def test_a_window_that_is_gone_hears_no_more_of_the_application(qtbot, qapp, bank_path):
    hand = Hand(qtbot, bank_path)
    hand.sees("Oxygen")
    gone: list[bool] = []
    hand.window.destroyed.connect(lambda: gone.append(True))
    leave(hand)
    qtbot.waitUntil(lambda: bool(gone))
    with qtbot.captureExceptions() as raised:
        qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert not raised


def test_the_window_comes_back_where_it_stood(qtbot, bank_path):
    hand = Hand(qtbot, bank_path)
    hand.sees("Oxygen")
    hand.window.resize(780, 590)
    leave(hand)
    again = Hand(qtbot, bank_path)
    assert (again.window.width(), again.window.height()) == (780, 590)
    again.sees("Oxygen")
    leave(again)


def focused_deck() -> str:
    focused = QApplication.focusWidget()
    return focused.deck.title if isinstance(focused, DeckCard) else ""


def menu(hand: Hand) -> list[QAction]:
    (opened,) = [m for m in hand.window.findChildren(QMenu) if m.isVisible()]
    return opened.actions()


def focused_words() -> str:
    focused = QApplication.focusWidget()
    return focused.text() if isinstance(focused, Button) else ""


def answer_all(hand: Hand) -> None:
    """Study all four questions, answer each rightly and rate it Easy."""
    hand.press(Qt.Key.Key_Return, CONTROL)
    for number in range(1, 5):
        answer(hand, number, Qt.Key.Key_4)


def answer(hand: Hand, number: int, rating: Qt.Key) -> None:
    """Answer the question of this number rightly and rate it."""
    hand.sees(f"{number} of 4")
    hand.qtbot.wait(GUARD)
    drawn = hand.program.study.drawn
    assert drawn is not None
    question = drawn.asked.question
    if isinstance(question, Flashcard):
        hand.press(Qt.Key.Key_Space)
    elif isinstance(question, MultipleChoice):
        hand.press(Qt.Key(Qt.Key.Key_1 + drawn.options.index(question.right)))
    else:
        hand.qtbot.keyClicks(QApplication.focusWidget(), question.answer)
        hand.press(Qt.Key.Key_Return)
    hand.sees("Easy")
    hand.qtbot.wait(GUARD)
    hand.press(rating)
