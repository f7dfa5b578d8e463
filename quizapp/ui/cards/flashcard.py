"""The flashcard: a question, and on its back the answer."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.question import Flashcard
from quizapp.operations.study import Quote
from quizapp.ui.cards.rule import Rule
from quizapp.ui.cards.source import Source
from quizapp.ui.parts.icon import Icon
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr


class FlashcardFace(QWidget):
    """Show the front; `turn` adds the back below it and moves nothing."""

    def __init__(self, look: Look, card: Flashcard, quote: Quote | None) -> None:
        super().__init__()
        self._look, self._card, self._quote = look, card, quote
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4 if look.large else 24, 0, 0)
        self._column.setSpacing(0)
        self.question = Text(look, card.front, *_question(look), wrap=True)
        self._column.addWidget(self.question)
        self._column.addStretch(1)
        self._note = _note(look) if quote is not None else None
        if self._note is not None:
            self._column.addWidget(self._note)

    @property
    def asked(self) -> str:
        """What is read out when the question appears."""
        return self._card.front

    @property
    def spoken(self) -> str:
        """What is read out when the answer appears."""
        return self._card.back

    def turn(self) -> None:
        """Show the answer and the sentence it came from."""
        if self._note is not None:
            self._note.deleteLater()
            self._column.removeWidget(self._note)
        at = self._column.count() - 1
        parts: list[QWidget | int] = [20, Rule(self._look), 16]
        parts.append(Text(self._look, self._card.back, "answer", wrap=True))
        if self._quote is not None:
            parts += [20, Source(self._look, tr("In the article"), self._quote)]
        for part in parts:
            if isinstance(part, int):
                self._column.insertSpacing(at, part)
            else:
                self._column.insertWidget(at, part)
            at += 1


def _question(look: Look) -> tuple[str, str]:
    """Return style and ink: a smaller style leaves room where the text itself is large."""
    return ("heading", "text") if look.large else ("question", "text")


def _note(look: Look) -> QWidget:
    note = QWidget()
    row = QHBoxLayout(note)
    row.setContentsMargins(0, 16, 0, 0)
    row.setSpacing(8)
    row.addWidget(Icon(look, "quote", "text3", 14))
    words = tr("The source sentence appears with the answer")
    row.addWidget(Text(look, words, "caption", "text3", wrap=True), 1)
    return note
