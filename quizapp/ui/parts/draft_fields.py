"""The words of a question in fields, one shape for each of the four kinds."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.domain.question import (
    GAP_MARK,
    Flashcard,
    Gap,
    MultipleChoice,
    Question,
    QuestionKind,
    TypedAnswer,
    prompt_of,
    solution,
)
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.growing_field import GrowingField
from quizapp.ui.parts.line import Line
from quizapp.ui.parts.option_field import OptionField
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

MOST_OPTIONS = 6
_BETWEEN = "; "
"""Stands between the answers that count as right too."""


class DraftFields(QWidget):
    """`left` says that a field was left, `question` what stands in all of them."""

    left = Signal()

    def __init__(self, look: Look, prompt: str) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.prompt = GrowingField(look, prompt, tr("Question"))
        self.prompt.left.connect(self.left)
        self._column.addWidget(self.prompt)
        self._column.addSpacing(8)

    def question(self) -> Question:
        """Return what stands in the fields; raises ValueError where it is no question."""
        raise NotImplementedError

    def _add_line(self, label: str, words: str) -> QLineEdit:
        """Add a line to type in, its label above it."""
        named = Text(self._look, label, "label", "text2")
        field = Line(words)
        field.setAccessibleName(label)
        field.editingFinished.connect(self.left)
        named.setBuddy(field)
        self._column.addWidget(named)
        self._column.addWidget(field)
        return field


class FlashcardFields(DraftFields):
    """A question and its answer."""

    def __init__(self, look: Look, prompt: str, answer: str) -> None:
        super().__init__(look, prompt)
        self._column.addWidget(Text(look, tr("Answer"), "label", "text2"))
        self._answer = GrowingField(look, answer, tr("Answer"))
        self._answer.left.connect(self.left)
        self._column.addWidget(self._answer)

    @override
    def question(self) -> Question:
        """Return the card."""
        return Flashcard(self.prompt.words, self._answer.words)


class TypedFields(DraftFields):
    """A question, its answer, and what counts as right too."""

    def __init__(
        self, look: Look, prompt: str, answer: str, accepted: tuple[str, ...]
    ) -> None:
        super().__init__(look, prompt)
        self._answer = self._add_line(tr("Answer"), answer)
        self._accepted = self._add_line(tr(_ALSO), _BETWEEN.join(accepted))

    @override
    def question(self) -> Question:
        """Return the question."""
        accepted = _parts(self._accepted)
        return TypedAnswer(self.prompt.words, self._answer.text().strip(), accepted)


class GapFields(DraftFields):
    """A sentence with its gap drawn as a line, and what fills it."""

    def __init__(self, look: Look, gap: Gap) -> None:
        super().__init__(look, gap.prompt)
        self.prompt.setAccessibleName(tr("Sentence with its gap"))
        self._answer = self._add_line(tr("In the gap"), gap.answer)
        self._accepted = self._add_line(tr(_ALSO), _BETWEEN.join(gap.accepted))

    @override
    def question(self) -> Question:
        """Return the gap; raises ValueError where the sentence has none, or several."""
        parts = self.prompt.words.split(GAP_MARK)
        if len(parts) != 2:
            raise ValueError("a sentence has one gap")
        return Gap(parts[0], self._answer.text().strip(), parts[1], _parts(self._accepted))


class ChoiceFields(DraftFields):
    """A question and its answers, of which one is right."""

    def __init__(self, look: Look, prompt: str, right: str, wrong: tuple[str, ...]) -> None:
        super().__init__(look, prompt)
        self._options: list[OptionField] = []
        self._add = Button(look, tr("Add an answer"), "quiet", size="small", icon="plus")
        self._add.clicked.connect(self._add_empty)
        for words in (right, *wrong):
            self._add_option(words, right=not self._options)
        self._column.addWidget(self._add)
        self._number()

    @override
    def question(self) -> Question:
        """Return the choice; empty lines are no answers."""
        right = next(option.words for option in self._options if option.dot.isChecked())
        wrong = [o.words for o in self._options if o.words and not o.dot.isChecked()]
        return MultipleChoice(self.prompt.words, right, tuple(wrong))

    def _add_option(self, words: str, *, right: bool) -> OptionField:
        option = OptionField(self._look, words, right=right)
        option.left.connect(self.left)
        option.picked.connect(lambda: self._pick(option))
        option.dropped.connect(lambda: self._drop(option))
        self._options.append(option)
        self._column.insertWidget(1 + len(self._options), option)
        return option

    def _add_empty(self) -> None:
        option = self._add_option("", right=False)
        self._number()
        option.field.setFocus()

    def _pick(self, picked: OptionField) -> None:
        for option in self._options:
            option.dot.setChecked(option is picked)
        self.left.emit()

    def _drop(self, dropped: OptionField) -> None:
        at = self._options.index(dropped)
        self._options.remove(dropped)
        self._options[max(0, at - 1)].field.setFocus()
        dropped.hide()
        dropped.deleteLater()
        if dropped.dot.isChecked():
            self._options[0].dot.setChecked(True)
        self._number()
        self.left.emit()

    def _number(self) -> None:
        for place, option in enumerate(self._options, start=1):
            option.number(place, only_two=len(self._options) == 2)
        self._add.setVisible(len(self._options) < MOST_OPTIONS)


def fields_for(look: Look, question: Question, kind: QuestionKind) -> DraftFields:
    """Return the fields of a question, turned into another kind where one is asked for."""
    prompt, answer = prompt_of(question), solution(question)
    match question, kind:
        case Gap() as gap, _:
            return GapFields(look, gap)
        case MultipleChoice(wrong=wrong), QuestionKind.MULTIPLE_CHOICE:
            return ChoiceFields(look, prompt, answer, wrong)
        case _, QuestionKind.MULTIPLE_CHOICE:
            return ChoiceFields(look, prompt, answer, ("",))
        case TypedAnswer(accepted=accepted), QuestionKind.TYPED:
            return TypedFields(look, prompt, answer, accepted)
        case _, QuestionKind.TYPED:
            return TypedFields(look, prompt, answer, ())
        case _:
            return FlashcardFields(look, prompt, answer)


_ALSO = "Also right, with semicolons between"


def _parts(field: QLineEdit) -> tuple[str, ...]:
    found = (part.strip() for part in field.text().split(_BETWEEN.strip()))
    return tuple(part for part in found if part)
