"""What can be done with questions, and what is said of it afterwards."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from quizapp.domain.article import Span
from quizapp.domain.question import DeckId, Question, QuestionId
from quizapp.errors import QuizError
from quizapp.operations import picturing, questions, sourcing
from quizapp.ui import problems
from quizapp.ui.tasks import Tasks
from quizapp.ui.wording import counted, tr

Chosen = Sequence[QuestionId]


class QuestionDeeds(QObject):
    """Every deed can be undone; one that changed nothing is not spoken of."""

    said = Signal(str, str)
    """Words about what was done, and their icon."""
    written = Signal(object)
    """The id of a new question."""

    def __init__(self, tasks: Tasks, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._tasks, self._clock = tasks, clock

    def edit(self, question: QuestionId, words: Question) -> None:
        """Give a question other words."""
        self._tasks.change(
            lambda bank: questions.edit(bank, question, words), lambda _: None
        )

    def show_picture(
        self, question: QuestionId, path: Path, refused: Callable[[str], None]
    ) -> None:
        """Put the picture of a file under a question; `refused` hears why it cannot be."""

        def told(error: QuizError) -> None:
            problem = problems.of(error)
            refused(f"{problem.title}. {problem.sentence}")

        self._tasks.change(
            lambda bank: picturing.put(bank, question, picturing.read(path)),
            lambda _: None,
            told,
        )

    def describe_picture(self, question: QuestionId, words: str) -> None:
        """Say in other words what a question's picture shows."""
        self._tasks.change(
            lambda bank: picturing.describe(bank, question, words), lambda _: None
        )

    def remove_picture(self, question: QuestionId) -> None:
        """Show no picture under a question any more."""
        self._tasks.change(
            lambda bank: picturing.put(bank, question, None),
            lambda _: self.said.emit(tr("Picture removed"), "trash-2"),
        )

    def change_source(self, question: QuestionId, sentence: Span) -> None:
        """Give a question another source."""
        self._tasks.change(
            lambda bank: sourcing.change(bank, question, sentence), lambda _: None
        )

    def write(self, deck: DeckId, words: Question) -> None:
        """Add a question of the learner's own to a deck."""

        def told(question: QuestionId) -> None:
            self.written.emit(question)
            self.said.emit(tr("1 question added"), "check")

        self._tasks.change(lambda bank: questions.write(bank, deck, words), told)

    def delete(self, chosen: Chosen) -> None:
        """Delete questions."""
        now = self._clock()
        words = "1 question deleted", "%n questions deleted"
        self._tasks.change(
            lambda bank: questions.delete(bank, chosen, now),
            lambda count: self._say(count, *words, "trash-2"),
        )

    def set_aside(self, chosen: Chosen, *, aside: bool) -> None:
        """Suspend questions, or bring them back."""
        if aside:
            deed, one, many = questions.set_aside, "Set aside", "%n questions set aside"
        else:
            deed = questions.bring_back
            one, many = "1 question brought back", "%n questions brought back"
        icon = "pause" if aside else "play"
        self._tasks.change(
            lambda bank: deed(bank, chosen), lambda count: self._say(count, one, many, icon)
        )

    def flag(self, chosen: Chosen, *, flagged: bool) -> None:
        """Flag questions, or take the flag away."""
        self._tasks.change(
            lambda bank: questions.flag(bank, chosen, flagged=flagged), lambda _: None
        )

    def tag(self, chosen: Chosen, name: str) -> None:
        """Give questions a tag."""
        words = "1 question tagged", "%n questions tagged"
        self._tasks.change(
            lambda bank: questions.tag(bank, chosen, name),
            lambda count: self._say(count, *words, "tag"),
        )

    def untag(self, chosen: Chosen, name: str) -> None:
        """Take a tag from questions."""
        words = "Tag taken from 1 question", "Tag taken from %n questions"
        self._tasks.change(
            lambda bank: questions.untag(bank, chosen, name),
            lambda count: self._say(count, *words, "tag"),
        )

    def move(self, chosen: Chosen, deck: DeckId) -> None:
        """Put questions at the end of another deck."""
        words = "1 question moved", "%n questions moved"
        self._tasks.change(
            lambda bank: questions.move(bank, chosen, deck),
            lambda count: self._say(count, *words, "folder-open"),
        )

    def _say(self, count: int, one: str, many: str, icon: str) -> None:
        if count:
            self.said.emit(counted(count, one, many), icon)
