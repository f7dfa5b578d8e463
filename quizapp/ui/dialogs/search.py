"""Search everything: decks, questions, pages and deeds, without leaving the keyboard."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer

from quizapp.domain.question import DeckId
from quizapp.domain.wanted import parse
from quizapp.operations import searching
from quizapp.operations.searching import FoundQuestion, Kept
from quizapp.ui import wording
from quizapp.ui.parts.finder import Finder
from quizapp.ui.parts.found_list import Entry
from quizapp.ui.tasks import Tasks
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_WIDTH = 640
_TYPING = 80
"""Milliseconds after the last letter before the bank is asked."""


class SearchEverything(Finder):
    """What the bank holds is asked for, what the program knows of itself is there already."""

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        known: Sequence[Entry],
        open_deck: Callable[[DeckId, str], None],
        open_question: Callable[[FoundQuestion], None],
        look_for: Callable[[str], None],
    ) -> None:
        super().__init__(look, tr("Decks, questions, pages, actions"), _WIDTH)
        self._tasks, self._known = tasks, known
        self._open_deck, self._open_question = open_deck, open_question
        self._look_for = look_for
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TYPING)
        self._timer.timeout.connect(self._ask)
        self.field.textChanged.connect(self._timer.start)
        self._ask()

    def _ask(self) -> None:
        text = self.sought
        self._tasks.read(
            lambda bank: searching.find(bank, text),
            lambda kept: self._show(text, kept),
            asker=self,
        )

    def _show(self, text: str, kept: Kept) -> None:
        if text != self.sought:
            return  # more was typed meanwhile
        if searching.narrows(text):
            self.put([self._in_questions(text)])
            return
        words = " ".join(parse(text).words)
        found = [entry for entry in self._known if searching.matches(words, entry.words)]
        decks = [self._deck(*deck) for deck in kept.decks]
        questions = [self._question(line) for line in kept.questions]
        self.put([*decks, *found, *questions] if text else [*found, *decks])

    def _in_questions(self, text: str) -> Entry:
        words = tr("Look for ‘%1’ in Questions").replace("%1", text)
        return Entry(words, tr("Page"), "list-checks", lambda: self._look_for(text))

    def _deck(self, deck: DeckId, title: str) -> Entry:
        return Entry(title, tr("Deck"), "book-open", lambda: self._open_deck(deck, title))

    def _question(self, line: FoundQuestion) -> Entry:
        return Entry(
            f"{line.prompt} · {line.answer}",
            line.deck_title,
            wording.kind_icon(line.kind),
            lambda: self._open_question(line),
        )
