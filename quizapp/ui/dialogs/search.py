"""Search everything: decks, questions, pages and deeds, without leaving the keyboard."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.domain.question import DeckId
from quizapp.operations import searching
from quizapp.operations.searching import FoundQuestion, Kept
from quizapp.ui import wording
from quizapp.ui.parts.found_list import STEPS, Entry, FoundList
from quizapp.ui.parts.overlay import Overlay
from quizapp.ui.parts.search_field import SearchField
from quizapp.ui.parts.text import Text
from quizapp.ui.tasks import Tasks
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_WIDTH, _HEIGHT = 640, 420
_TYPING = 80
"""Milliseconds after the last letter before the bank is asked."""


class SearchEverything(QWidget):
    """The field, and what was found below it."""

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        known: Sequence[Entry],
        open_deck: Callable[[DeckId, str], None],
        open_question: Callable[[FoundQuestion], None],
    ) -> None:
        super().__init__()
        self._look, self._tasks, self._known = look, tasks, known
        self._open_deck, self._open_question = open_deck, open_question
        self.field = SearchField(look, tr("Decks, questions, pages, actions"), "", _WIDTH)
        self.field.installEventFilter(self)
        self.list = FoundList(look)
        self._nothing = Text(look, "", "body", "text2", wrap=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._nothing)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TYPING)
        self._timer.timeout.connect(self._ask)
        self.field.textChanged.connect(self._timer.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.field)
        column.addWidget(self._stack, 1)
        self._ask()

    @override
    def heightForWidth(self, width: int) -> int:
        """Return room for the list, whatever it holds."""
        return round(_HEIGHT * min(self._look.scale, 1.5))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list, and take from it, by keys pressed in the field."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key = Qt.Key(event.key())
        if key in STEPS:
            self.list.step(STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.list.take()
        elif key == Qt.Key.Key_Escape:
            event.ignore()
            self.field.escaped.emit()
        else:
            return False
        return True

    def _ask(self) -> None:
        text = self.field.text().strip()
        self._tasks.read(
            lambda bank: searching.find(bank, text), lambda kept: self._show(text, kept)
        )

    def _show(self, text: str, kept: Kept) -> None:
        if text != self.field.text().strip():
            return  # more was typed meanwhile
        found = [entry for entry in self._known if searching.matches(text, entry.words)]
        decks = [self._deck(*deck) for deck in kept.decks]
        questions = [self._question(line) for line in kept.questions]
        entries = [*decks, *found, *questions] if text else [*found, *decks]
        self.list.put(entries)
        self._nothing.setText(tr("Nothing found for ‘%1’").replace("%1", text))
        self._stack.setCurrentWidget(self.list if entries else self._nothing)

    def _deck(self, deck: DeckId, title: str) -> Entry:
        return Entry(title, tr("Deck"), "book-open", lambda: self._open_deck(deck, title))

    def _question(self, line: FoundQuestion) -> Entry:
        return Entry(
            f"{line.prompt} · {line.answer}",
            line.deck_title,
            wording.kind_icon(line.kind),
            lambda: self._open_question(line),
        )


def show(look: Look, window: QWidget, content: SearchEverything) -> Overlay:
    """Show the search over the window; it closes before what was chosen is done."""
    overlay = Overlay(look, window, tr("Search everything"), content, _WIDTH)
    content.list.taken.connect(overlay.close_it)
    content.field.escaped.connect(overlay.close_it)
    content.field.setFocus()
    return overlay
