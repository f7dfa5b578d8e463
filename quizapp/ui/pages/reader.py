"""The Reader: an article that fills in as it is learned, and the questions on each sentence."""

from collections.abc import Callable, Iterator
from datetime import datetime, tzinfo
from random import Random

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.domain.article import Span
from quizapp.domain.question import DeckId, StoredQuestion
from quizapp.operations import reader
from quizapp.operations.reader import Reading, Sentence
from quizapp.settings import Settings
from quizapp.ui import wording
from quizapp.ui.parts.article_view import ArticleView
from quizapp.ui.parts.nothing_to_read import NothingToRead
from quizapp.ui.parts.reader_foot import ReaderFoot
from quizapp.ui.parts.reader_head import ReaderHead
from quizapp.ui.parts.sentence_panel import SentenceDrawer, SentencePanel
from quizapp.ui.parts.strength_glyph import band_name
from quizapp.ui.slices import Slices
from quizapp.ui.spoken import say
from quizapp.ui.tasks import Tasks
from quizapp.ui.theme import Look
from quizapp.ui.wording import counted
from quizapp.ui.writing_by_hand import ByHand

DRAWER_BELOW = 900
"""Pixels of window width below which the panel is a drawer."""
_OPENING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F6}
_STEPS = {
    Qt.Key.Key_J: 1,
    Qt.Key.Key_K: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
}
_ARROWS = {Qt.Key.Key_Down, Qt.Key.Key_Up}


class ReaderPage(QWidget):
    """It reads and lets questions be written; asks for other pages by signal."""

    study = Signal(object)
    """The id of the deck that is read."""
    go_over = Signal(object)
    """The ids of the questions on one sentence."""
    export = Signal(object)
    """The id of the deck that is read."""
    questions = Signal(str, object)
    """The title of the deck whose questions are wanted in the table, and the id of one or None."""
    tinted = Signal(bool)
    """Whether the memory tint is to be shown from now on."""
    add_article = Signal()
    back = Signal()
    """To the session that waits behind this page."""
    did = Signal(str)
    """What was done, in words: it can be undone."""

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        settings: Settings,
        clock: Callable[[], datetime],
        zone: tzinfo,
        rng: Random,
    ) -> None:
        super().__init__()
        self._look, self._tasks, self._settings = look, tasks, settings
        self._clock, self._zone = clock, zone
        self._by_hand = ByHand(look, tasks, rng, self)
        self._deck: DeckId | None = None
        self._reading: Reading | None = None
        self._showing = Slices(self)
        self._number = 0
        self._wanted: Span | None = None
        self._waiting = self._drawer_wanted = False
        self._build()
        self._listen()
        self._head.tint.setChecked(settings.memory_tint)
        self._show_tint()
        tasks.changed.connect(self._changed)
        look.changed.connect(self._reshape)
        look.changed.connect(self._show_tint)

    @property
    def reading(self) -> Reading | None:
        """What is shown; None before the first article, and where there is none."""
        return self._reading

    def use(self, settings: Settings) -> None:
        """Heed other settings from now on."""
        self._settings = settings
        self._head.tint.setChecked(settings.memory_tint)
        self._changed()

    def open(self, deck: DeckId, sentence: Span | None = None) -> None:
        """Read a deck's article, from a sentence on where one is named.

        A session that waits for the reader to come back is named by `wait_for_return` after it.
        """
        self._deck, self._wanted = deck, sentence
        self._set_waiting(waiting=False)
        self.reload()

    def open_last(self) -> None:
        """Read on in the article that was opened last, else in the one studied last."""
        self._set_waiting(waiting=False)
        self.reload()

    def wait_for_return(self) -> None:
        """Offer the way back to the session, until another article is opened."""
        self._set_waiting(waiting=True)

    def reload(self) -> None:
        """Show the article as it is known now."""
        settings, now, zone, deck = self._settings, self._clock(), self._zone, self._deck
        self._tasks.read(
            lambda bank: reader.read_on(bank, settings, deck, now, zone), self._show
        )

    def act(self) -> None:
        """Go back to the session, else study the deck, or write the first question of it."""
        if self._waiting:
            self.back.emit()
        elif self._reading is not None and not self._reading.counts.total:
            self._write()
        elif self._reading is not None:
            self.study.emit(self._reading.deck)

    def take_focus(self) -> None:
        """Put the keyboard on the text."""
        if self._stack.currentWidget() is self._nothing:
            self._nothing.take_focus()
        else:
            self._view.setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Come back to what changed meanwhile."""
        if not event.spontaneous() and self._reading is not None:
            self.reload()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the shape that suits the width."""
        self._reshape()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the Reader; a session is gone back to before the article is there."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        may = self._reading is not None or (self._waiting and key == Qt.Key.Key_Escape)
        if held or not may or not self._takes(key):
            event.ignore()

    @override
    def event(self, event: QEvent) -> bool:
        """Have F6 go from the text to the questions; the window leads it on to the rail."""
        asks = event.type() == QEvent.Type.ShortcutOverride and self._view.hasFocus()
        if asks and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F6:
            event.accept()
            return True
        return super().event(event)

    def _takes(self, key: Qt.Key) -> bool:
        """Act on a key; False where it means nothing here."""
        if key in _ARROWS and not self._view.hasFocus():
            self._panel.step(_STEPS[key])
            return True
        if key in _STEPS:
            self._go_to(self._number + _STEPS[key])
            return True
        deeds: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_M: self._head.tint.click,
            Qt.Key.Key_A: self._write,
            Qt.Key.Key_S: self.act,
            Qt.Key.Key_Escape: self._leave_layer,
        } | dict.fromkeys(_OPENING, self._open_questions)
        if key not in deeds:
            return False
        deeds[key]()
        return True

    # building

    def _build(self) -> None:
        look = self._look
        self._head, self._foot = ReaderHead(look), ReaderFoot(look)
        self._view = ArticleView(look)
        self._panel, self._drawer = SentencePanel(look), SentenceDrawer(look)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._view, 1)
        middle.addWidget(self._panel)
        self._full = QWidget()
        column = QVBoxLayout(self._full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(middle, 1)
        column.addWidget(self._drawer)
        column.addWidget(self._foot)
        self._nothing = NothingToRead(look)
        self._stack = QStackedWidget()
        for part in (QWidget(), self._full, self._nothing):
            self._stack.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._reshape()

    def _listen(self) -> None:
        head, view = self._head, self._view
        self._nothing.add.connect(self.add_article)
        head.study.connect(self.act)
        head.export.connect(self._export)
        head.questions.connect(self._list_questions)
        head.add.connect(self._write)
        head.back.connect(self.back)
        head.map.chosen.connect(self._go_to)
        head.tint.toggled.connect(self._show_tint)
        head.tint.clicked.connect(self.tinted)
        view.chosen.connect(self._click)
        for part in (self._panel, self._drawer):
            part.add.connect(self._write)
            part.edit.connect(self._edit)
            part.study.connect(self.go_over)
        self._drawer.closed.connect(self._close_drawer)
        self._by_hand.added.connect(self._was_added)
        self._by_hand.did.connect(self.did)

    def _reshape(self) -> None:
        narrow = self.window().width() < DRAWER_BELOW or self._look.large
        held = self._panel.holds_focus() or self._drawer.holds_focus()
        self._head.set_narrow(narrow=narrow)
        self._panel.setVisible(not narrow)
        self._foot.setVisible(not narrow)
        self._drawer.setVisible(narrow and self._drawer_wanted)
        self._drawer.fit(self.height() - self._head.height())
        if held and not (self._panel.holds_focus() or self._drawer.holds_focus()):
            self._follow_focus()

    def _follow_focus(self) -> None:
        """Give the keyboard to the questions where they are shown now, else to the text."""
        for part in (self._panel, self._drawer):
            if part.isVisible():
                part.take_focus()
                return
        self._view.setFocus()

    # showing

    def _changed(self) -> None:
        if self.isVisible() and self._reading is not None:
            self.reload()

    def _show(self, reading: Reading | None) -> None:
        """Show what came; the same article as it is known now at once."""
        self._showing.stop()
        if reading is None:
            self._deck = self._reading = None
            self._turn_to(self._nothing)
            return
        before, self._reading = self._reading, None  # nothing is done to what is half shown
        self._showing.begin(self._steps(before, reading))
        if before is not None and before.article == reading.article:
            self._showing.finish()

    def _steps(self, before: Reading | None, reading: Reading) -> Iterator[None]:
        """Show an article bit by bit: a long one takes its time."""
        self._view.show_article(reading.article, reading.sentences)
        yield
        self._head.show_reading(reading)
        yield
        self._turn_to(self._full)
        yield
        self._reading, self._deck = reading, reading.deck
        spans = [sentence.span for sentence in reading.sentences]
        if before is None or before.article != reading.article:
            self._number = 0
        if self._wanted in spans:
            self._number = spans.index(self._wanted)
        self._mark()
        if self._wanted is not None or before is None:
            self._view.select(self._number)
        self._wanted = None

    def _show_tint(self) -> None:
        """Tint the text where that is wanted, and where there may be tints at all."""
        tint, tinting = self._head.tint, self._look.tinting
        tint.setVisible(tinting)
        for part in (self._view, self._foot):
            part.set_tinted(tinted=tinting and tint.isChecked())

    def _turn_to(self, side: QWidget) -> None:
        if self._stack.currentWidget() is not side:
            self._stack.setCurrentWidget(side)
            if self.isVisible():
                self.take_focus()

    def _go_to(self, number: int) -> None:
        """Choose a sentence and bring it into sight; beyond the ends nothing happens."""
        reading = self._reading
        if reading is None or not 0 <= number < len(reading.sentences):
            return
        self._number = number
        self._mark()
        self._view.select(number)
        sentence = reading.sentences[number]
        say(self._view, _aloud(reading, sentence))

    def _click(self, number: int) -> None:
        self._drawer_wanted = True
        self._go_to(number)
        self._reshape()

    def _mark(self) -> None:
        """Show everywhere which sentence is chosen."""
        if self._reading is not None:
            sentence = self._reading.sentences[self._number]
            self._head.map.select(self._number)
            self._view.mark(self._number)
            self._panel.show_sentence(sentence)
            self._drawer.show_sentence(sentence)
            self._drawer.fit(self.height() - self._head.height())

    def _open_questions(self) -> None:
        """Put the keyboard on the questions of the sentence."""
        self._drawer_wanted = True
        self._reshape()
        self._follow_focus()

    def _close_drawer(self) -> None:
        self._drawer_wanted = False
        self._reshape()
        self._view.setFocus()

    def _leave_layer(self) -> None:
        """Go back one step: to the session, from the drawer, from the panel to the text."""
        if self._waiting:
            self.back.emit()
        elif self._drawer.isVisible():
            self._close_drawer()
        else:
            self._view.setFocus()

    def _set_waiting(self, *, waiting: bool) -> None:
        self._waiting = waiting
        self._head.set_waiting(waiting=waiting)
        self._panel.set_studies(studies=not waiting)

    # deeds

    def _list_questions(self) -> None:
        """Have the deck's questions shown in the table, one of this sentence chosen."""
        if self._reading is not None:
            on_it = self._reading.sentences[self._number].asked
            first = on_it[0].stored.id if on_it else None
            self.questions.emit(self._reading.title, first)

    def _export(self) -> None:
        if self._reading is not None:
            self.export.emit(self._reading.deck)

    def _write(self) -> None:
        """Ask for a question on the chosen sentence, or on the words marked by hand."""
        if self._reading is not None:
            self._by_hand.write(self._reading, self._number, self._view.marked_words())

    def _edit(self, stored: StoredQuestion) -> None:
        if self._reading is not None:
            self._by_hand.edit(self._reading, stored)

    def _was_added(self, sentence: Span) -> None:
        self._view.forget_marked_words()
        self._wanted = sentence


def _aloud(reading: Reading, sentence: Sentence) -> str:
    """Return what a screen reader says of a sentence: its place, how it stands, its words."""
    questions = counted(len(sentence.asked), "1 question", "%n questions")
    known = f"{band_name(sentence.band)}, {questions}" if sentence.asked else ""
    told = [wording.place(sentence.place), known or band_name(sentence.band)]
    return f"{', '.join(told)}: {sentence.span.of(reading.article.text)}"
