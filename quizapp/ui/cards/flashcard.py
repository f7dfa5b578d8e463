"""The flashcard: a question, and on its back the answer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.picture import Picture
from quizapp.domain.question import Flashcard
from quizapp.operations.study import Quote
from quizapp.ui.cards import aloud
from quizapp.ui.cards.picture import add_picture
from quizapp.ui.cards.source import Source
from quizapp.ui.parts.fade import fade_in
from quizapp.ui.parts.icon import Icon
from quizapp.ui.parts.rule import Rule
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr


class FlashcardFace(QWidget):
    """Show the front; `turn` adds the back below it and moves nothing."""

    read = Signal()
    """The sentence is wanted in its article."""

    def __init__(
        self,
        look: Look,
        card: Flashcard,
        quote: Quote | None,
        picture: Picture | None = None,
    ) -> None:
        super().__init__()
        self._look, self._card, self._quote = look, card, quote
        self._picture = picture
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 16 if look.large else 24, 0, 0)
        self._column.setSpacing(0)
        style = "heading" if look.large else "question"
        self._question = Text(look, card.front, style, weight=500, wrap=True)
        self._column.addWidget(self._question)
        add_picture(look, self._column, picture, card.front)
        self._column.addStretch(1)
        self._note = _note(look) if quote is not None else None
        if self._note is not None:
            self._column.addWidget(self._note)

    @property
    def asked(self) -> str:
        """What is read out when the question appears."""
        return aloud.asked(self._card.front, self._picture)

    @property
    def spoken(self) -> str:
        """What is read out when the answer appears."""
        return aloud.sentences(self._card.back, aloud.source(self._quote))

    def turn(self) -> None:
        """Show the answer and the sentence it came from."""
        if self._note is not None:
            self._note.deleteLater()
            self._column.removeWidget(self._note)
        at = self._column.count() - 1
        for part in self._back():
            if isinstance(part, int):
                self._column.insertSpacing(at, part)
            else:
                self._column.insertWidget(at, part)
                fade_in(self._look, part)
            at += 1

    def _back(self) -> list[QWidget | int]:
        """Return the parts of the back, and the gaps between them.

        Large text has the question step back behind the answer, which leaves room for both.
        """
        look, quote = self._look, self._quote
        answer = Text(look, self._card.back, "answer", wrap=True)
        parts: list[QWidget | int]
        if look.large:
            self._question.set_style("heading", "text2", weight=500)
            parts = [8, answer, 16, Rule(look)]
            return parts if quote is None else [*parts, 16, self._source("", quote)]
        parts = [20, Rule(look), 16, answer]
        title = tr("In the article")
        return parts if quote is None else [*parts, 20, self._source(title, quote)]

    def _source(self, title: str, quote: Quote) -> Source:
        source = Source(self._look, title, quote)
        source.read.connect(self.read)
        return source


def _note(look: Look) -> QWidget:
    note = QWidget()
    row = QHBoxLayout(note)
    row.setContentsMargins(0, 16, 0, 0)
    row.setSpacing(8)
    row.addWidget(Icon(look, "quote", "text3", 14))
    words = tr("The source sentence appears with the answer")
    row.addWidget(Text(look, words, "caption", "text3", wrap=True), 1)
    return note
