"""The Reader at the keyboard: sentences, their questions, the tint, the map, the drawer."""

from collections.abc import Callable
from datetime import UTC, datetime
from random import Random
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from quizapp.bank import Bank
from quizapp.domain.question import (
    Flashcard,
    Gap,
    MultipleChoice,
    QuestionKind,
    StoredQuestion,
    TypedAnswer,
)
from quizapp.domain.review import Rating
from quizapp.operations import articles, history, picturing, sharing, study
from quizapp.settings import Settings
from quizapp.ui.pages.reader import ReaderPage
from quizapp.ui.parts.article_view import ArticleView
from quizapp.ui.parts.button import Button, IconButton
from quizapp.ui.parts.kind_choice import KindChoice
from quizapp.ui.parts.overlay import Overlay
from quizapp.ui.parts.question_tile import QuestionTile
from quizapp.ui.parts.sentence_panel import SentenceDrawer, SentencePanel
from quizapp.ui.parts.text import Text
from quizapp.ui.parts.text_map import TextMap
from quizapp.ui.parts.tint_switch import TintSwitch
from quizapp.ui.tasks import Tasks
from tests import pictures
from tests.conftest import NOON, lake, lake_drafted

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
CONTROL = Qt.KeyboardModifier.ControlModifier
LAKE = lake()
T = TypeVar("T")
W = TypeVar("W", bound=QWidget)
WIDE, NARROW = (976, 700), (700, 560)


class Reader:
    """A page on a real bank with the lake's deck, driven as a reader drives it."""

    def __init__(self, qtbot, path, look, size=WIDE) -> None:
        self.qtbot, self.look, self.now = qtbot, look, NOON
        self.tasks = Tasks()
        opened: list[bool] = []
        self.tasks.open(path, NOON, lambda: opened.append(True))
        qtbot.waitUntil(lambda: bool(opened), timeout=10_000)
        self.deck = self.done(
            lambda bank: articles.add_deck(bank, lake_drafted(), None, NOON)
        )
        self.page = ReaderPage(look, self.tasks, Settings(), self.clock, UTC, Random(1))
        self.asked: list[tuple[str, object]] = []
        self.did: list[str] = []
        for name in ("study", "go_over", "export"):
            getattr(self.page, name).connect(
                lambda value, name=name: self.asked.append((name, value))
            )
        self.page.back.connect(lambda: self.asked.append(("back", None)))
        self.page.did.connect(self.did.append)
        qtbot.addWidget(self.page)
        self.page.resize(*size)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()
        self.page.open(self.deck)
        qtbot.waitUntil(lambda: self.page.reading is not None, timeout=10_000)
        self.page.take_focus()

    def clock(self) -> datetime:
        return self.now

    def done(self, operation: Callable[[Bank], T]) -> T:
        found: list[T] = []
        self.tasks.change(operation, found.append)
        self.qtbot.waitUntil(lambda: bool(found))
        return found[0]

    def questions(self) -> tuple[StoredQuestion, ...]:
        return self.done(lambda bank: sharing.questions_of(bank, self.deck))

    def press(self, *keys: Qt.Key, held=Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            target = QApplication.focusWidget()
            assert target is not None, "the focus is nowhere"
            assert self.page.isAncestorOf(target)
            self.qtbot.keyClick(target, key, held)

    def write(self, words: str) -> None:
        self.qtbot.keyClicks(QApplication.focusWidget(), words)

    def find(self, kind: type[W]) -> list[W]:
        return [one for one in self.page.findChildren(kind) if one.isVisible()]

    @property
    def words(self) -> list[str]:
        return [one.text() for one in self.find(Text) + self.find(Button)]

    def sees(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.words, timeout=10_000)

    @property
    def prompts(self) -> list[str]:
        return [tile.accessibleName() for tile in self.find(QuestionTile)]

    def button(self, words: str) -> Button:
        (found,) = [b for b in self.find(Button) if words in {b.text(), b.accessibleName()}]
        return found

    def click(self, words: str) -> None:
        self.qtbot.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    @property
    def view(self) -> ArticleView:
        (view,) = self.find(ArticleView)
        return view

    def middle_of(self, number: int) -> QPoint:
        """Where the first line of a sentence is seen."""
        line = self.view.boxes(number)[0]
        height = self.view.verticalScrollBar().value()
        return line.center().toPoint() - QPoint(0, height)

    def ink(self, place: QPoint) -> str:
        picture = self.view.viewport().grab().toImage()
        return str(picture.pixelColor(place).name())

    def beside(self, number: int) -> QPoint:
        """A place inside a sentence's first line that no letter covers."""
        line = self.view.boxes(number)[0]
        height = self.view.verticalScrollBar().value()
        return QPoint(int(line.left()) + 3, int(line.top()) + 4 - height)


@pytest.fixture
def readers(qtbot, tmp_path, look):
    """Return a function that opens a Reader."""
    opened: list[Reader] = []

    def read(size=WIDE) -> Reader:
        opened.append(Reader(qtbot, tmp_path / "quizapp.bank", look, size))
        return opened[-1]

    yield read
    for reader in opened:
        reader.tasks.close()


@pytest.fixture
def reader(readers):
    return readers()


def test_the_article_is_read_as_it_stands_without_its_title(reader):
    shown = reader.view.toPlainText()
    for sentence in LAKE.sentences:
        assert sentence.of(LAKE.text) in shown
    assert LAKE.title not in shown
    assert LAKE.title in reader.words
    assert "You know about 0\u202f% of this text · 5 questions" in reader.words


def test_j_and_k_go_through_the_sentences_and_stop_at_the_ends(reader):
    reader.press(Qt.Key.Key_K)
    assert "Paragraph 1, sentence 1" in reader.words
    reader.press(Qt.Key.Key_J, Qt.Key.Key_Down)
    assert "Paragraph 2, sentence 1" in reader.words
    assert reader.prompts == ["Who drew the dam?"]
    reader.press(Qt.Key.Key_Up)
    assert "Paragraph 1, sentence 2" in reader.words
    reader.press(*[Qt.Key.Key_J] * 9)
    assert "Paragraph 3, sentence 1" in reader.words
    assert reader.view.hasFocus()


def test_a_click_on_a_sentence_or_on_its_mark_chooses_it(reader):
    viewport = reader.view.viewport()
    reader.qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=reader.middle_of(3))
    assert "Paragraph 2, sentence 2" in reader.words
    line = reader.view.boxes(1)[0]
    mark = QPoint(36, int(line.center().y()))
    reader.view.grab()
    reader.qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=mark)
    assert "Paragraph 1, sentence 2" in reader.words


def test_the_map_is_gone_through_by_arrows_and_by_clicks(reader):
    (strip,) = reader.find(TextMap)
    strip.setFocus()
    reader.press(Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert "Paragraph 2, sentence 1" in reader.words
    left, width = strip.places()[5]
    there = QPoint(int(left + width / 2), 9)
    reader.qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=there)
    assert "Paragraph 3, sentence 1" in reader.words
    assert strip.accessibleDescription() == "6 sentences: 5 new, 1 without questions"


def test_what_is_known_is_tinted_and_m_takes_the_tint_away(reader):
    question = reader.questions()[0].id
    settings = Settings()
    reader.done(
        lambda bank: study.answer(bank, settings, question, Rating.EASY, NOON, NOON - NOON)
    )
    reader.qtbot.waitUntil(lambda: reader.page.reading.known > 0)
    band = reader.page.reading.sentences[2].band
    tint = reader.look.color(f"mem{int(band)}").name()
    surface = reader.look.color("surface").name()
    assert reader.ink(reader.beside(2)) == tint
    assert reader.ink(reader.beside(0)) == surface
    reader.press(Qt.Key.Key_M)
    assert reader.ink(reader.beside(2)) == surface
    (switch,) = reader.find(TintSwitch)
    assert not switch.isChecked()
    reader.press(Qt.Key.Key_M)
    assert reader.ink(reader.beside(2)) == tint


def test_enter_goes_to_the_questions_and_escape_back_to_the_text(reader):
    reader.press(Qt.Key.Key_J, Qt.Key.Key_Return)
    (tile,) = reader.find(QuestionTile)
    assert tile.hasFocus()
    assert "Fill the gap, 1911, new, New" in tile.accessibleDescription()
    reader.press(Qt.Key.Key_J)
    reader.press(Qt.Key.Key_Escape)
    assert reader.view.hasFocus()


def test_a_question_with_a_picture_says_so(reader):
    gap = reader.questions()[2].id
    reader.done(lambda bank: picturing.put(bank, gap, pictures.red()))
    reader.press(Qt.Key.Key_J)
    reader.qtbot.waitUntil(
        lambda: (
            [tile.accessibleDescription() for tile in reader.find(QuestionTile)]
            == ["Fill the gap, 1911, new, New, with a picture"]
        )
    )


def test_a_sentence_without_questions_says_so_and_takes_one(reader):
    assert "No question asks about this sentence yet." in reader.words
    reader.press(Qt.Key.Key_Return)
    assert reader.button("Add question").hasFocus()


def test_a_question_is_added_from_marked_words_and_taken_back(reader):
    cursor = QTextCursor(reader.view.document().find("two ranges of hills"))
    reader.view.setTextCursor(cursor)
    reader.press(Qt.Key.Key_A)
    fields = reader.find(QLineEdit)
    assert fields[0].text() == "two ranges of hills"
    assert not reader.button("Add").isEnabled()
    reader.write("Where does the lake lie?")
    reader.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    reader.sees("Study this one")
    assert not reader.find(Overlay)
    (added,) = [
        q
        for q in reader.questions()
        if q.question == Flashcard("Where does the lake lie?", "two ranges of hills")
    ]
    assert added.source is not None
    assert added.source.answer.of(LAKE.text) == "two ranges of hills"
    assert reader.did == ["1 question added"]
    reader.done(history.undo)
    reader.sees("No question asks about this sentence yet.")
    assert len(reader.questions()) == 5


def test_an_answer_must_stand_in_the_sentence_word_for_word(reader):
    reader.press(Qt.Key.Key_A)
    reader.write("Where does the lake lie?")
    reader.press(Qt.Key.Key_Return)
    reader.write("in the South")
    assert "Take the answer from the sentence, word for word." in reader.words
    reader.press(Qt.Key.Key_Return)
    assert reader.find(Overlay)
    reader.press(Qt.Key.Key_Escape)
    assert not reader.find(Overlay)
    assert reader.view.hasFocus()
    assert len(reader.questions()) == 5


@pytest.mark.parametrize(
    ("kind", "made"),
    [
        (
            QuestionKind.MULTIPLE_CHOICE,
            MultipleChoice("What lies there?", "Lake Arda", ("Velm", "Ivo")),
        ),
        (
            QuestionKind.GAP,
            Gap(
                "",
                "Lake Arda",
                " lies between two ranges of hills in the north of the country.",
            ),
        ),
        (QuestionKind.TYPED, TypedAnswer("What lies there?", "Lake Arda", ("Arda",))),
    ],
)
def test_every_kind_is_written_by_hand(reader, kind, made):
    reader.press(Qt.Key.Key_A)
    (choice,) = reader.find(KindChoice)
    button = choice.findChildren(type(choice.children()[1]))[list(QuestionKind).index(kind)]
    reader.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    fields = {field.accessibleName(): field for field in reader.find(QLineEdit)}
    fields["Answer"].setText("Lake Arda")
    if kind is not QuestionKind.GAP:
        (prompt,) = reader.find(QPlainTextEdit)
        prompt.setPlainText("What lies there?")
    if kind is QuestionKind.MULTIPLE_CHOICE:
        assert "Write at least one wrong answer." in reader.words
        fields["Wrong answers 1"].setText("lake arda")
        assert "Two answers are the same." in reader.words
        fields["Wrong answers 1"].setText("Velm")
        fields["Wrong answers 3"].setText("Ivo")
    if kind is QuestionKind.TYPED:
        fields["Also right (with ; between them)"].setText("Arda;")
    reader.click("Add")
    reader.sees("Study this one")
    assert reader.questions()[-1].question == made


def test_a_question_is_edited_from_its_tile_and_put_back(reader):
    reader.press(Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert reader.find(Overlay)
    assert not reader.find(KindChoice)
    reader.write(" Say who.")
    reader.press(Qt.Key.Key_Return, held=CONTROL)
    reader.sees("Who drew the dam? Say who.")
    (tile,) = reader.find(QuestionTile)
    reader.qtbot.waitUntil(tile.hasFocus)
    assert reader.did == ["Question changed"]
    reader.done(history.undo)
    reader.sees("Who drew the dam?")


def test_nothing_is_kept_where_nothing_was_changed(reader):
    reader.press(Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_Return, Qt.Key.Key_E)
    reader.press(Qt.Key.Key_Return, held=CONTROL)
    assert not reader.find(Overlay)
    reader.questions()
    assert not reader.did


def test_s_studies_the_deck_and_the_panel_its_sentence(reader):
    reader.press(Qt.Key.Key_S)
    assert reader.asked == [("study", reader.deck)]
    reader.press(Qt.Key.Key_J)
    reader.click("Study this one")
    gap = reader.questions()[2]
    assert reader.asked[-1] == ("go_over", (gap.id,))
    reader.click("Export…")
    assert reader.asked[-1] == ("export", reader.deck)


def test_a_waiting_session_is_gone_back_to_by_escape(reader):
    reader.page.open(reader.deck, LAKE.sentences[4])
    reader.page.wait_for_return()
    reader.sees("Paragraph 2, sentence 3")
    assert "Study" not in reader.words
    reader.press(Qt.Key.Key_Escape)
    reader.click("Back to the question")
    assert reader.asked == [("back", None)] * 2
    reader.page.open_last()
    assert "Back to the question" not in reader.words
    assert "Study" in reader.words


def test_a_narrow_page_shows_one_question_at_a_time_in_a_drawer(readers):
    reader = readers(NARROW)
    assert not reader.find(SentencePanel)
    assert not reader.find(SentenceDrawer)
    source = LAKE.sentences[1]
    answer = "bring water"
    start = LAKE.text.index(answer)
    assert source.start < start
    reader.press(Qt.Key.Key_J, Qt.Key.Key_Return)
    (drawer,) = reader.find(SentenceDrawer)
    (tile,) = reader.find(QuestionTile)
    assert tile.hasFocus()
    reader.click("Add question")
    reader.write("Why was it dammed?")
    reader.press(Qt.Key.Key_Return)
    reader.write(answer)
    reader.press(Qt.Key.Key_Return)
    reader.sees("1 of 2")
    reader.click("Next question")
    reader.sees("2 of 2")
    assert reader.prompts == ["Why was it dammed?"]
    assert not reader.button("Next question").isEnabled()
    assert drawer.height() <= reader.page.height() / 2
    reader.press(Qt.Key.Key_Escape)
    assert not reader.find(SentenceDrawer)
    assert reader.view.hasFocus()


def test_the_chosen_sentence_stays_in_sight_in_a_small_window(readers):
    reader = readers((700, 300))
    for number in range(1, 6):
        reader.press(Qt.Key.Key_J)
        assert 0 < reader.middle_of(number).y() < reader.view.viewport().height()
    assert reader.view.verticalScrollBar().value() > 0


def test_a_change_of_theme_and_text_size_keeps_the_sentence(reader):
    reader.press(Qt.Key.Key_J, Qt.Key.Key_J)
    before = reader.view.boxes(2)[0].height()
    reader.look.choose("dark", 150, still=True)
    reader.qtbot.waitUntil(lambda: reader.view.boxes(2)[0].height() == before * 1.5)
    assert "Paragraph 2, sentence 1" in reader.words
    assert reader.ink(QPoint(2, 2)) == reader.look.color("surface").name()


def test_every_control_has_a_name(reader):
    reader.press(Qt.Key.Key_J)
    controls = [
        *reader.find(Button),
        *reader.find(IconButton),
        *reader.find(QuestionTile),
        *reader.find(TextMap),
        *reader.find(TintSwitch),
        reader.view,
    ]
    assert all(one.accessibleName() or one.text() for one in controls)


def test_a_tint_is_a_pattern_where_that_is_wanted(reader):
    question = reader.questions()[0].id
    reader.done(
        lambda bank: study.answer(
            bank, Settings(), question, Rating.EASY, NOON, NOON - NOON
        )
    )
    reader.qtbot.waitUntil(lambda: reader.page.reading.known > 0)
    surface = reader.look.color("surface").name()

    def left_clear() -> int:
        line = reader.view.boxes(2)[0].toRect().adjusted(0, 4, 0, -4)
        shown = reader.view.viewport().grab(line).toImage()
        places = [(x, y) for x in range(shown.width()) for y in range(shown.height())]
        return [shown.pixelColor(*place).name() for place in places].count(surface)

    shaded = left_clear()
    reader.look.follow(Settings(theme="light", tint_as_pattern=True, reduce_motion=True))
    dotted = left_clear()
    reader.press(Qt.Key.Key_M)
    assert shaded < dotted < left_clear() * 0.95
    reader.look.follow(Settings(theme="light", reduce_motion=True))


def test_a_system_that_wants_high_contrast_has_no_tint_but_the_glyphs(reader):
    told = QGuiApplication.styleHints()
    told.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert not reader.find(TintSwitch)
    reader.press(Qt.Key.Key_J)
    assert reader.ink(reader.beside(2)) == reader.look.color("surface").name()
    told.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)
    assert reader.find(TintSwitch)


def test_the_keyboard_stays_with_the_questions_when_the_window_becomes_narrow(reader):
    reader.press(Qt.Key.Key_J, Qt.Key.Key_Return)
    for size, kind in ((NARROW, SentenceDrawer), (WIDE, SentencePanel)):
        reader.page.resize(*size)
        (shown,) = reader.find(kind)
        (tile,) = reader.find(QuestionTile)
        assert shown.isAncestorOf(tile)
        assert tile.hasFocus()
