"""Type the answer: a question and a field, then both answers side by side."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.answer import Mark
from quizapp.domain.picture import Picture
from quizapp.domain.question import TypedAnswer
from quizapp.operations.study import Quote
from quizapp.ui.cards import aloud
from quizapp.ui.cards.answer_field import AnswerField
from quizapp.ui.cards.picture import add_picture
from quizapp.ui.cards.verdict import TypedVerdict
from quizapp.ui.parts.fade import fade_in
from quizapp.ui.parts.icon import Icon
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr


class TypedCard(QWidget):
    """`given` carries what was typed."""

    given = Signal(str)

    read = Signal()
    """The sentence is wanted in its article."""

    def __init__(
        self,
        look: Look,
        question: TypedAnswer,
        quote: Quote | None,
        picture: Picture | None = None,
    ) -> None:
        super().__init__()
        self._look, self._question, self._quote = look, question, quote
        self._mark: Mark | None = None
        self._picture = picture
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 20, 0, 0)
        self._column.setSpacing(0)
        style = "heading" if look.large else "question"
        self._column.addWidget(Text(look, question.prompt, style, wrap=True))
        add_picture(look, self._column, picture, question.prompt)
        self._column.addSpacing(20)
        self.field = AnswerField(look, "option")
        self.field.given.connect(self.given)
        self._column.addWidget(self.field)
        self._hint = lenience(look)
        self._column.addWidget(self._hint)
        self._column.addStretch(1)

    @property
    def asked(self) -> str:
        """What is read out when the question appears."""
        return aloud.asked(self._question.prompt, self._picture)

    @property
    def spoken(self) -> str:
        """What is read out when the answer appears."""
        return aloud.answered(self._mark, self._question.answer, self._quote)

    def focus(self) -> None:
        """Put the cursor in the field."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def give(self) -> None:
        """Give what stands in the field."""
        self.given.emit(self.field.text())

    def show_hint(self) -> None:
        """Write the first letter where nothing was typed yet, else show it below the field."""
        start_with(self.field, self._question.answer)

    def show_verdict(self, mark: Mark | None) -> None:
        """Put both answers in the field's place; None: the learner did not know."""
        self._mark = mark
        typed = self.field.text().strip()
        for gone in (self.field, self._hint):
            gone.hide()
            self._column.removeWidget(gone)
        answer = self._question.answer
        verdict = TypedVerdict(self._look, typed, answer, mark, self._quote)
        verdict.read.connect(self.read)
        self._column.insertWidget(self._column.count() - 1, verdict)
        fade_in(self._look, verdict)


def start_with(field: AnswerField, answer: str) -> None:
    """Write the answer's first letter; what was typed otherwise makes way for it."""
    if not field.text().casefold().startswith(answer[0].casefold()):
        field.setText(answer[0])
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    field.end(False)  # noqa: FBT003 (Qt's own signature: do not mark the text)


def lenience(look: Look) -> QWidget:
    """Return the line that says what does not count as wrong."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 12, 0, 0)
    line.setSpacing(8)
    line.addWidget(Icon(look, "info", "text3", 14))
    words = tr("Capital letters, accents and small typing slips don’t count against you")
    line.addWidget(Text(look, words, "caption", "text3", wrap=True), 1)
    return row
