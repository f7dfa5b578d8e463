"""Questions written and changed by hand beside the article that they ask about."""

from random import Random

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from quizapp.domain.article import Span
from quizapp.domain.question import Question, QuestionId, StoredQuestion
from quizapp.domain.source import Source
from quizapp.operations import by_hand
from quizapp.operations.reader import Reading
from quizapp.ui.dialogs import question as question_dialog
from quizapp.ui.tasks import Tasks
from quizapp.ui.theme import Look
from quizapp.ui.wording import counted, tr


class ByHand(QObject):
    """It asks in a dialog over the window of its page, and changes the bank."""

    did = Signal(str)
    """What was done, in words: it can be undone."""
    added = Signal(object)
    """The sentence (Span) that a question was added on."""

    def __init__(self, look: Look, tasks: Tasks, rng: Random, page: QWidget) -> None:
        super().__init__(page)
        self._look, self._tasks, self._rng, self._page = look, tasks, rng, page

    def write(self, reading: Reading, number: int, marked: Span | None) -> None:
        """Ask for a question on a sentence; words that were marked are its answer."""
        holding = (
            s for s in reading.sentences if marked is not None and s.span.holds(marked)
        )
        sentence = next(holding, reading.sentences[number]).span
        answer = None
        if marked is not None:
            answer = Span(marked.start - sentence.start, marked.end - sentence.start)

        def take(question: Question, answer: Span) -> None:
            start = sentence.start
            place = Span(start + answer.start, start + answer.end)
            self._add(reading, question, Source(reading.article.id, sentence, place))

        words = sentence.of(reading.article.text)
        question_dialog.write(self._look, self._page.window(), words, answer, take)

    def edit(self, reading: Reading, stored: StoredQuestion) -> None:
        """Ask for other words of a question."""
        source = stored.source
        if source is None:
            return

        def take(new: Question) -> None:
            self._tasks.change(
                lambda bank: by_hand.change(bank, stored.id, new),
                lambda _: self.did.emit(tr("Question changed")),
            )

        words = source.sentence.of(reading.article.text)
        near = source.answer.start - source.sentence.start
        window = self._page.window()
        question_dialog.edit(self._look, window, stored.question, words, near, take)

    def _add(self, reading: Reading, question: Question, source: Source) -> None:
        deck, rng = reading.deck, self._rng

        def added(_: QuestionId) -> None:
            self.added.emit(source.sentence)
            self.did.emit(counted(1, "1 question added", "%n questions added"))

        self._tasks.change(
            lambda bank: by_hand.add(bank, deck, question, source, rng), added
        )
