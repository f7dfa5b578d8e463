"""The fields that a question's words are written in, by its kind."""

from typing import assert_never

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
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
from quizapp.ui.parts.enter_key import press_by_enter
from quizapp.ui.parts.field import Area, Field
from quizapp.ui.parts.focus_ring import round_corners
from quizapp.ui.parts.painting import smooth
from quizapp.ui.parts.text import Text
from quizapp.ui.parts.tip import explain
from quizapp.ui.spoken import take_role
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

OPTIONS = 4
"""Options that multiple choice has room for at least."""
_DOT = 18


class QuestionFields(QWidget):
    """`left` follows each field that the keyboard leaves."""

    left = Signal()

    def __init__(self, look: Look, kind: QuestionKind) -> None:
        super().__init__()
        self._look, self.kind = look, kind
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        gapped = kind is QuestionKind.GAP
        self._prompt = Area(look, tr("Sentence") if gapped else tr("Question"))
        self._answer: Area | Field | Options = self._answer_of(kind)
        self._also = Field(look, tr("Also right"))
        self._also.setPlaceholderText(tr("Parted by semicolons"))
        self._add(self._prompt.accessibleName(), self._prompt)
        self._add(self._answer.accessibleName(), self._answer)
        if kind in {QuestionKind.GAP, QuestionKind.TYPED}:
            self._add(tr("Also right"), self._also)
        for field in (self._prompt, self._answer, self._also):
            field.left.connect(self.left)

    def put(self, question: Question, *, anew: bool) -> None:
        """Show a question's words; if not `anew`, a field being written in keeps its own."""
        self._prompt.put(prompt_of(question), anew=anew)
        match question:
            case MultipleChoice(right=right, wrong=wrong):
                if isinstance(self._answer, Options):
                    self._answer.put(right, wrong)
            case Flashcard() | Gap() | TypedAnswer():
                if not isinstance(self._answer, Options):
                    self._answer.put(solution(question), anew=anew)
            case _:
                assert_never(question)
        if isinstance(question, Gap | TypedAnswer):
            self._also.put("; ".join(question.accepted), anew=anew)

    def start_from(self, question: Question | None) -> None:
        """Begin with the words of a question of another kind, or with none."""
        prompt = "" if question is None else prompt_of(question)
        answer = "" if question is None else solution(question)
        self._prompt.put(prompt, anew=True)
        if isinstance(self._answer, Options):
            self._answer.put(answer, ())
        else:
            self._answer.put(answer, anew=True)

    def words(self) -> Question:
        """Return the question as it is written; raises ValueError while it is none."""
        prompt = " ".join(self._prompt.toPlainText().split())
        if isinstance(self._answer, Options):
            return MultipleChoice(prompt, *self._answer.written())
        answer = _written(self._answer)
        also = (part.strip() for part in self._also.text().split(";"))
        accepted = tuple(part for part in also if part)
        match self.kind:
            case QuestionKind.GAP:
                before, found, after = self._prompt.toPlainText().partition(GAP_MARK)
                if not found or GAP_MARK in after:
                    raise ValueError("one gap")
                return Gap(before, answer, after, accepted)
            case QuestionKind.TYPED:
                return TypedAnswer(prompt, answer, accepted)
            case _:
                return Flashcard(prompt, answer)

    def what_is_missing(self) -> str:
        """Return what a question of this kind needs."""
        match self.kind:
            case QuestionKind.GAP:
                return tr("Mark the gap with ____ once, and say what belongs there.")
            case QuestionKind.MULTIPLE_CHOICE:
                return tr("Multiple choice needs a right answer and another that differs.")
            case QuestionKind.FLASHCARD | QuestionKind.TYPED:
                return tr("A question needs words and an answer.")
            case _:
                assert_never(self.kind)

    def take_focus(self) -> None:
        """Put the keyboard at the end of the question."""
        self._prompt.setFocus(Qt.FocusReason.OtherFocusReason)
        self._prompt.moveCursor(self._prompt.textCursor().MoveOperation.End)

    def _answer_of(self, kind: QuestionKind) -> "Area | Field | Options":
        match kind:
            case QuestionKind.FLASHCARD:
                return Area(self._look, tr("Answer"))
            case QuestionKind.MULTIPLE_CHOICE:
                return Options(self._look)
            case QuestionKind.GAP:
                return Field(self._look, tr("Missing words"))
            case QuestionKind.TYPED:
                return Field(self._look, tr("Answer"))
            case _:
                assert_never(kind)

    def _add(self, words: str, field: QWidget) -> None:
        pair = QVBoxLayout()
        pair.setSpacing(6)
        pair.addWidget(Text(self._look, words, "label"))
        pair.addWidget(field)
        self._column.addLayout(pair)


class Options(QWidget):
    """The options of multiple choice, a mark before each: the right one's is filled."""

    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        take_role(self, QAccessible.Role.Grouping)
        self._look = look
        self.setAccessibleName(tr("Answers"))
        self._fields: list[Field] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(lambda _: self.left.emit())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._have(OPTIONS)
        self._group.button(0).setChecked(True)

    def put(self, right: str, wrong: tuple[str, ...]) -> None:
        """Show the options: those already here keep their places."""
        options = [right, *wrong]
        here = [field.text().strip() for field in self._fields]
        if sorted(filter(None, here)) != sorted(options):
            self._have(max(OPTIONS, len(options)))
            for number, field in enumerate(self._fields):
                field.put(options[number] if number < len(options) else "")
            here = [field.text().strip() for field in self._fields]
        if right in here:
            self._group.button(here.index(right)).setChecked(True)

    def written(self) -> tuple[str, tuple[str, ...]]:
        """Return the right option and the wrong ones; blank ones do not count."""
        texts = [" ".join(field.text().split()) for field in self._fields]
        marked = self._group.checkedId()
        wrong = (text for at, text in enumerate(texts) if text and at != marked)
        return texts[marked], tuple(wrong)

    def _have(self, count: int) -> None:
        while len(self._fields) < count:
            number = len(self._fields)
            field = Field(self._look, tr("Answer %1").replace("%1", str(number + 1)))
            field.left.connect(self.left)
            mark = _Mark(self._look, number)
            self._group.addButton(mark, number)
            self._fields.append(field)
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(mark)
            row.addWidget(field, 1)
            self._column.addLayout(row)


class _Mark(QAbstractButton):
    """The round mark of one option."""

    def __init__(self, look: Look, number: int) -> None:
        super().__init__()
        self._look = look
        self.setCheckable(True)
        self.setAutoExclusive(True)  # a screen reader says: one of several
        words = tr("Answer %1 is right").replace("%1", str(number + 1))
        self.setAccessibleName(words)
        explain(self, words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        round_corners(self, _DOT)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as Space."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        """Return a little more than the mark: it is easier to hit."""
        side = self._look.icon_size(_DOT)
        return QSize(side, self._look.size("buttonSm"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint an empty circle, or a thick one around a dot."""
        painter, look = QPainter(self), self._look
        smooth(painter)
        side = float(look.icon_size(_DOT))
        area = QRectF(0, (self.height() - side) / 2, side, side)
        painter.setBrush(look.color("surface"))
        thick = side / 3 if self.isChecked() else 1.5
        painter.setPen(
            QPen(look.color("primary" if self.isChecked() else "borderStrong"), thick)
        )
        painter.drawEllipse(area.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2))
        painter.end()


def _written(field: Area | Field) -> str:
    text = field.text() if isinstance(field, Field) else field.toPlainText()
    return text.strip()
