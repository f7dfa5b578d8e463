"""Exporting and importing by hand: what is shown is what is written, and what is taken in."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QWidget

from quizapp import paths, settings
from quizapp.domain.question import DeckId
from quizapp.exchange import FORMATS, understand
from quizapp.operations import exporting, sharing, study
from quizapp.operations.exporting import Choice, Options
from quizapp.operations.importing import Imported
from quizapp.settings import Settings
from quizapp.ui.dialogs.export import ExportDialog
from quizapp.ui.dialogs.take_in import ImportDialog, said_of
from quizapp.ui.parts.deck_card import DeckCard
from quizapp.ui.parts.dropdown import Dropdown
from quizapp.ui.parts.export_preview import ExportPreview
from quizapp.ui.parts.format_list import FormatRow
from quizapp.ui.parts.page_view import PageView
from quizapp.ui.parts.segmented import Segmented
from quizapp.ui.parts.switch import Switch
from quizapp.ui.parts.text import Text
from quizapp.ui.start import Program
from tests.conftest import number
from tests.ui.conftest import NOON

CONTROL = Qt.KeyboardModifier.ControlModifier


class Hand:
    """A person at the window, with an export or import open."""

    def __init__(self, qtbot, path: Path) -> None:
        self.qtbot = qtbot
        self.program = Program(path, lambda: NOON, Random(1))
        self.window = self.program.window
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(lambda: bool(self.window.findChildren(DeckCard)))

    def export(self) -> ExportDialog:
        self.window.findChildren(DeckCard)[0].export.emit()
        self.qtbot.waitUntil(lambda: bool(self.window.findChildren(ExportDialog)))
        return self.window.findChildren(ExportDialog)[0]

    def words(self) -> list[str]:
        return [text.text() for text in self.window.findChildren(Text) if text.isVisible()]

    def sees(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: any(words in text for text in self.words()))

    def press(self, key: Qt.Key, held=Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, held)

    def take_format(self, name: str) -> None:
        rows = self.window.findChildren(FormatRow)
        row = next(row for row in rows if row.form.name == name)
        self.qtbot.mouseClick(row, Qt.MouseButton.LeftButton)

    def switch(self, words: str) -> Switch:
        found = self.window.findChildren(Switch)
        return next(one for one in found if one.accessibleName() == words)

    def dropdown(self, name: str) -> Dropdown:
        found = self.window.findChildren(Dropdown)
        return next(one for one in found if one.accessibleName().startswith(f"{name}:"))

    def preview(self) -> str:
        (preview,) = self.window.findChildren(ExportPreview)
        return preview.words

    def save(self, path: Path) -> None:
        self.press(Qt.Key.Key_Return, CONTROL)
        (dialog,) = self.window.findChildren(QFileDialog)
        dialog.selectFile(str(path))
        dialog.accept()
        self.sees("Exported to")


@pytest.fixture
def hand(qtbot, bank_path) -> Iterator[Hand]:
    settings.save(Settings(reduce_motion=True), paths.settings_path(bank_path))
    hand = Hand(qtbot, bank_path)
    yield hand
    hand.window.close()
    hand.program.close()
    hand.window.deleteLater()


def test_questions_set_aside_are_told_and_can_be_left_out(hand):
    deck = hand.window.findChildren(DeckCard)[0].deck.id
    hand.program.tasks.change(
        lambda bank: study.set_aside(bank, sharing.questions_of(bank, deck)[0].id),
        lambda _: None,
    )
    hand.export()
    hand.sees("1 of 4 set aside: Written with the others, unless you choose")
    hand.dropdown("State or memory")._take(5)
    hand.sees("3 questions in one .apkg file")


def test_a_set_goes_to_moodle_without_a_mouse(qtbot, hand, tmp_path):
    hand.export()
    hand.sees("4 questions in one .apkg file")
    for _ in range(20):
        hand.press(Qt.Key.Key_Tab)
        if isinstance(QApplication.focusWidget(), FormatRow):
            break
    hand.press(Qt.Key.Key_Down)
    hand.sees("4 questions in one XML file")
    hand.sees("1 of 4 changed: It becomes an essay")
    hand.save(tmp_path / "oxygen")
    found = understand("a.xml", (tmp_path / "oxygen.xml").read_bytes())
    assert len(found.questions.questions) == 4


def test_what_is_shown_is_what_is_written(hand, tmp_path):
    hand.export()
    hand.take_format("aiken")
    hand.sees("1 of 4 questions in one text file")
    hand.sees("3 of 4 left out: Aiken takes multiple choice only.")
    hand.qtbot.waitUntil(lambda: "ANSWER: A" in hand.preview())
    shown = hand.preview()
    hand.save(tmp_path / "oxygen.txt")
    assert (tmp_path / "oxygen.txt").read_text() == shown


def test_the_loss_report_names_the_questions(qtbot, hand):
    hand.export()
    hand.take_format("aiken")
    hand.sees("3 of 4 left out")
    shows = [
        button
        for button in hand.window.findChildren(QAbstractButton)
        if button.accessibleName().startswith("Show: 3 of 4")
    ]
    assert "Who discovered oxygen?" not in hand.words()
    qtbot.mouseClick(shows[0], Qt.MouseButton.LeftButton)
    hand.sees("Who discovered oxygen?")
    hand.sees("Oxygen makes up about ____ of the air.")


def test_the_choice_changes_what_is_written(hand):
    hand.export()
    hand.take_format("markdown")
    hand.sees("4 questions in one text file")
    hand.dropdown("Kind")._take(1)
    hand.sees("1 question in one text file")
    hand.dropdown("State or memory")._take(3)
    hand.sees("Nothing to write: no question fits")
    hand.press(Qt.Key.Key_Return, CONTROL)
    assert hand.window.findChildren(QFileDialog) == []


def test_an_order_is_drawn_from_a_number_that_is_shown(qtbot, hand):
    hand.export()
    hand.take_format("json")
    qtbot.waitUntil(lambda: '"title"' in hand.preview())
    plain = hand.preview()
    hand.switch("Shuffle questions").click()
    hand.sees("Order number 1 gives the same file again.")
    qtbot.waitUntil(lambda: hand.preview() != plain)
    first = hand.preview()
    draw = next(
        button
        for button in hand.window.findChildren(QAbstractButton)
        if button.text() == "Draw another"
    )
    qtbot.mouseClick(draw, Qt.MouseButton.LeftButton)
    hand.sees("Order number 2 gives the same file again.")
    qtbot.waitUntil(lambda: hand.preview() != first)


def test_the_source_sentence_can_be_left_out(qtbot, hand):
    hand.export()
    hand.take_format("markdown")
    sentence = "> Oxygen was discovered by"
    qtbot.waitUntil(lambda: sentence in hand.preview())
    hand.switch("Explain with the source sentence").click()
    qtbot.waitUntil(lambda: sentence not in hand.preview())


def test_options_for_paper_are_offered_for_paper_only(hand):
    dialog = hand.export()
    hand.take_format("markdown")
    assert not hand.switch("Print the article first").isVisible()
    exam = replace(
        FORMATS["markdown"],
        sheets=lambda _, options: tuple(
            exporting.Sheet(label, label.encode())
            for label in [*exporting.VERSION_NAMES[: options.versions], exporting.KEY]
        ),
    )
    dialog._take_format(exam)
    hand.sees("2 text files: the exam and the key")
    assert hand.switch("Print the article first").isVisible()
    versions = next(
        one
        for one in hand.window.findChildren(Segmented)
        if any(b.text() == "3: A, B, C" for b in one.findChildren(QAbstractButton))
    )
    next(b for b in versions.findChildren(QAbstractButton) if b.text()[0] == "3").click()
    hand.sees("4 text files: versions A, B, C and the key")
    assert hand.switch("Shuffle questions").isChecked()
    hand.sees("Order number 1 gives the same file again.")
    hand.qtbot.waitUntil(lambda: hand.preview().startswith("Oxygen  A"))

    def key() -> list[QAbstractButton]:
        found = hand.window.findChildren(QAbstractButton)
        return [one for one in found if one.text() == "Key" and one.isVisible()]

    hand.qtbot.waitUntil(lambda: len(key()) == 1)
    key()[0].click()
    hand.qtbot.waitUntil(lambda: "\n\nB\n1  " in hand.preview())


def test_the_pages_are_shown_as_they_are_printed(qtbot, hand):
    dialog = hand.export()
    hand.take_format("cards")
    (view,) = hand.window.findChildren(PageView)
    qtbot.waitUntil(lambda: "page 1 of 2" in view.accessibleName().lower(), timeout=20_000)
    hand.sees("Page 1 of 2")
    assert "Who discovered oxygen?" in hand.preview()
    whole = view.widget().size()
    view.setFocus()
    hand.press(Qt.Key.Key_End)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    hand.press(Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: "Who discovered oxygen?" not in hand.preview())
    hand.sees("Page 2 of 2")
    nearer = next(
        one
        for one in hand.window.findChildren(QAbstractButton)
        if one.accessibleName() == "Enlarge the page"
    )
    nearer.click()
    qtbot.waitUntil(lambda: view.widget().width() == 2 * whole.width())
    assert hand.dropdown("Paper").isVisible()
    hand.dropdown("Paper")._take(1)
    hand.sees("Setting the pages…")
    hand.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not hand.window.findChildren(ExportDialog))
    assert dialog._work is None


@pytest.mark.parametrize(("size", "scale"), [((760, 560), 100), ((1180, 760), 200)])
def test_nothing_reaches_over_the_edge(qtbot, hand, size, scale):
    hand.export()
    hand.sees("4 questions")
    hand.window.resize(*size)
    hand.program.look.choose("dark", scale, still=True)
    qtbot.wait(50)
    for widget in hand.window.findChildren(ExportDialog)[0].findChildren(QWidget):
        if widget.isVisible() and isinstance(widget, Text | Dropdown | Switch):
            right = widget.mapTo(hand.window, widget.rect().topRight()).x()
            assert right < hand.window.width() - 20


def test_every_control_of_the_dialogs_has_a_name(hand, tmp_path):
    hand.export()
    hand.sees("4 questions")
    for dialog in hand.window.findChildren(ExportDialog):
        for widget in dialog.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                name = widget.accessibleName() or getattr(widget, "text", str)()
                assert name, widget


# taking in what others wrote


def drop(hand: Hand, path: Path, content: str) -> None:
    path.write_text(content)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    hand.window.dropped.emit(mime)


MIXED = "Capital of France?{=Paris}\n\nWrite an essay. {}\n\nWho named oxygen?{=antoine lavoisier}"


def test_a_dropped_set_is_shown_then_taken_in_and_taken_back(qtbot, hand, tmp_path):
    drop(hand, tmp_path / "capitals.gift", MIXED)
    hand.sees("1 new, 0 updated, 1 left out, 1 not understood")
    hand.sees("It is an essay without an answer")
    hand.sees("You have this in the same words, in “Oxygen”")
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.sees("1 question added")
    qtbot.waitUntil(
        lambda: len([c for c in hand.window.findChildren(DeckCard) if c.isVisible()]) == 2
    )
    hand.press(Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(
        lambda: len([c for c in hand.window.findChildren(DeckCard) if c.isVisible()]) == 1
    )


def test_what_is_known_in_the_same_words_may_come_too(qtbot, hand, tmp_path):
    drop(hand, tmp_path / "capitals.gift", MIXED)
    hand.sees("1 new, 0 updated, 1 left out, 1 not understood")
    hand.switch("Also take in what you have in the same words").click()
    hand.sees("2 new, 0 updated, 1 not understood")
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.sees("2 questions added")


def test_escape_leaves_everything_as_it_was(qtbot, hand, tmp_path):
    drop(hand, tmp_path / "capitals.gift", MIXED)
    hand.sees("1 new")
    hand.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not hand.window.findChildren(ImportDialog))
    assert len(hand.window.findChildren(DeckCard)) == 1


def test_a_long_list_is_made_as_far_as_somebody_looks(qtbot, hand, tmp_path):
    many = (f"How much is {n} and {n}? {{={2 * n}}}" for n in range(1, 121))
    drop(hand, tmp_path / "sums.gift", "\n\n".join(many))
    hand.sees("120 new")
    hand.sees("How much is 3 and 3?")
    qtbot.wait(50)
    assert not any("120 and 120" in words for words in hand.words())

    def leafed_to_the_end() -> bool:
        hand.press(Qt.Key.Key_PageDown)
        return any("How much is 120 and 120?" in words for words in hand.words())

    qtbot.waitUntil(leafed_to_the_end)


def test_a_screen_reader_is_given_all_rows_and_how_many_there_are_beside(
    qtbot, hand, tmp_path
):
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    try:
        many = (f"How much is {n} and {n}? {{={2 * n}}}" for n in range(1, 1031))
        drop(hand, tmp_path / "sums.gift", "\n\n".join(many))
        qtbot.waitUntil(lambda: "and 30 more" in hand.words(), timeout=20_000)
        assert "How much is 1000 and 1000?" in hand.words()
    finally:
        QAccessible.setActive(before)


def test_an_import_that_was_left_while_it_went_on_is_told(qtbot, hand, tmp_path):
    drop(hand, tmp_path / "capitals.gift", MIXED)
    hand.sees("1 new")
    (dialog,) = hand.window.findChildren(ImportDialog)
    dialog.take_in()
    dialog.cancelled.emit()
    hand.sees("1 question added")


def test_an_export_that_was_left_while_it_went_on_is_told(qtbot, hand, tmp_path):
    exported = hand.export()
    qtbot.waitUntil(lambda: exported.ready)
    exported.export()
    (dialog,) = hand.window.findChildren(QFileDialog)
    dialog.selectFile(str(tmp_path / "left.apkg"))
    dialog.accept()
    exported.done.emit()
    hand.sees("Exported to")
    assert (tmp_path / "left.apkg").exists()


def test_a_file_that_holds_no_question_is_told(hand, tmp_path):
    drop(hand, tmp_path / "empty.gift", "")
    hand.sees("“empty.gift” could not be imported There is no question in it.")
    assert hand.window.findChildren(ImportDialog) == []


def test_the_library_asks_for_a_file(qtbot, hand, tmp_path):
    path = tmp_path / "more.json"
    path.write_bytes(
        FORMATS["json"].dump(exporting.chosen(_source(hand), Choice(most=1)), Options())
    )
    hand.program.library.bring_in.emit()
    (dialog,) = hand.window.findChildren(QFileDialog)
    dialog.selectFile(str(path))
    dialog.accept()
    hand.sees("0 new, 1 updated")


def _source(hand: Hand) -> exporting.Exportable:
    found: list[exporting.Exportable] = []
    deck = hand.window.findChildren(DeckCard)[0].deck.id
    hand.program.tasks.read(
        lambda bank: exporting.exportable(bank, deck, NOON), found.append
    )
    hand.qtbot.waitUntil(lambda: bool(found))
    return found[0]


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ((1, 0, 0), "1 question added"),
        ((2, 1, 1), "2 questions added, 1 updated, with 1 answer"),
        ((9, 0, 12), "9 questions added, with 12 answers"),
    ],
)
def test_what_an_import_did_is_said_in_one_line(qapp, figures, words):
    added, updated, answers = figures
    done = Imported(DeckId(number(1)), "Mine", added, updated, answers=answers)
    assert said_of(done) == words
