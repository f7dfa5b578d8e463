"""The fields of a question, with its sentence above them and what is still missing below."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.domain.article import Span
from quizapp.domain.question import GAP_MARK, Question, QuestionKind
from quizapp.operations import by_hand
from quizapp.operations.by_hand import Form
from quizapp.ui.parts.kind_choice import KindChoice
from quizapp.ui.parts.line import Line
from quizapp.ui.parts.source_quote import MarkedText
from quizapp.ui.parts.text import Text
from quizapp.ui.style_sheet import dress
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_WRONG = 3
"""Fields for wrong options, and more where a question has more."""
_BETWEEN = ";"
"""Stands between other answers that count as right."""
_PROMPT_LINES = 3
_CONTROL = Qt.KeyboardModifier.ControlModifier
_NOTHING = Qt.KeyboardModifier.NoModifier
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class QuestionForm(QWidget):
    """A question in the making; `tied` holds its answer to the sentence word for word.

    Without a sentence there is nothing to tie it to.
    """

    ready = Signal(bool)
    """Whether the fields make a question now."""
    wanted = Signal()
    """Enter or Ctrl+Enter: take it as it stands."""

    def __init__(
        self, look: Look, form: Form, sentence: str, near: int, *, tied: bool
    ) -> None:
        super().__init__()
        self._look, self._kind = look, form.kind
        self._sentence, self._near, self._tied = sentence, near, tied
        self._own_gap = bool(form.prompt)
        self._quote = MarkedText(look, sentence, None) if sentence else None
        self._prompt = _Prompt(look, form.prompt)
        self._answer = Line(form.answer)
        self._wrong = [
            Line(option) for option in _filled(form.wrong, max(_WRONG, len(form.wrong)))
        ]
        self._accepted = Line(f"{_BETWEEN} ".join(form.accepted))
        self._missing = Text(look, "", "caption", "text3", wrap=True)
        self._lay_out()
        self._listen()
        self._turn_to(form.kind)

    @property
    def form(self) -> Form:
        """What stands in the fields."""
        return Form(
            kind=self._kind,
            prompt=" ".join(self._prompt.toPlainText().splitlines()),
            answer=self._answer.text(),
            wrong=tuple(field.text() for field in self._wrong),
            accepted=tuple(self._accepted.text().split(_BETWEEN)),
        )

    @property
    def question(self) -> Question | None:
        """The question that the fields make; None while something is missing."""
        if self._tied and self.answer is None:
            return None
        try:
            return by_hand.question_of(self.form)
        except ValueError:
            return None

    @property
    def answer(self) -> Span | None:
        """Where the answer stands in the sentence."""
        return by_hand.answer_in(self._sentence, self._answer.text(), self._near)

    def take_focus(self) -> None:
        """Put the keyboard where the first thing is missing, else on what is asked."""
        gap = self._kind is QuestionKind.GAP
        field = self._answer if gap and not self._answer.text() else self._prompt
        field.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep Enter, alone or with Ctrl, from the window's shortcuts."""
        asks = event.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter from the fields of one line, and Ctrl+Enter from all."""
        if event.key() in _ENTER and _held(event) in {_CONTROL, _NOTHING}:
            self.wanted.emit()
        else:
            super().keyPressEvent(event)

    # building

    def _lay_out(self) -> None:
        look = self._look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.kinds: KindChoice | None = None
        if self._tied:
            self.kinds = KindChoice(look, self._kind)
            self.kinds.chosen.connect(self._turn_to)
            column.addWidget(self.kinds)
        if self._quote is not None:
            column.addWidget(self._quote)
        self._asked = Text(look, "", "label")
        column.addWidget(_labelled(self._asked, self._prompt))
        right = Text(look, tr("Answer"), "label")
        column.addWidget(_labelled(right, self._answer))
        wrong = Text(look, tr("Wrong answers"), "label")
        self._wrong_box = _labelled(wrong, *self._wrong)
        column.addWidget(self._wrong_box)
        also = Text(look, tr("Also right (with ; between them)"), "label")
        self._accepted_box = _labelled(also, self._accepted)
        column.addWidget(self._accepted_box)
        column.addWidget(self._missing)

    def _listen(self) -> None:
        self._prompt.textChanged.connect(self._tell)
        self._prompt.edited.connect(self._keep_own_gap)
        self._answer.textChanged.connect(self._answer_changed)
        for field in (*self._wrong, self._accepted):
            field.textChanged.connect(self._tell)

    def _turn_to(self, kind: QuestionKind) -> None:
        before, self._kind = self._kind, kind
        gap = kind is QuestionKind.GAP
        words = tr("Sentence with a gap") if gap else tr("Question")
        self._asked.setText(words)
        self._prompt.setAccessibleName(words)
        self._wrong_box.setVisible(kind is QuestionKind.MULTIPLE_CHOICE)
        marked = {QuestionKind.GAP, QuestionKind.TYPED}
        self._accepted_box.setVisible(kind in marked)
        if before is QuestionKind.GAP and not gap and not self._own_gap:
            self._prompt.setPlainText("")
        self._answer_changed()

    # what changes

    def _keep_own_gap(self) -> None:
        """Leave the sentence of a gap as it was written by hand."""
        self._own_gap = bool(self._prompt.toPlainText().strip())

    def _answer_changed(self) -> None:
        span = self.answer
        if self._quote is not None:
            self._quote.mark(span)
        if self._kind is QuestionKind.GAP and self._tied and not self._own_gap:
            cut = "" if span is None else by_hand.gap_in(self._sentence, span)
            self._prompt.setPlainText(cut)
        self._tell()

    def _tell(self) -> None:
        missing = self._what_is_missing()
        self._missing.setText(missing)
        self.ready.emit(not missing)

    def _what_is_missing(self) -> str:
        form = self.form
        if not form.answer.strip():
            return tr("Write the answer.")
        if self._tied and self.answer is None:
            return tr("Take the answer from the sentence, word for word.")
        if not form.prompt.strip():
            return tr("Write the question.")
        if self.question is not None:
            return ""
        match form.kind:
            case QuestionKind.GAP:
                return tr("Leave one gap in the sentence: %1").replace("%1", GAP_MARK)
            case _ if not any(map(str.strip, form.wrong)):
                return tr("Write at least one wrong answer.")
            case _:
                return tr("Two answers are the same.")


class _Prompt(QPlainTextEdit):
    """What is asked, in a few lines; Enter goes on to the next field."""

    edited = Signal()
    """A person changed it, not the program."""

    def __init__(self, look: Look, words: str) -> None:
        super().__init__(words)
        dress(self)
        self.setTabChangesFocus(True)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.setFixedHeight(look.line("body") * _PROMPT_LINES + 22)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by Enter, write by any other key."""
        if event.key() in _ENTER and not event.modifiers():
            self.focusNextChild()
            return
        before = self.toPlainText()
        super().keyPressEvent(event)
        if self.toPlainText() != before:
            self.edited.emit()


def _filled(words: Sequence[str], count: int) -> list[str]:
    return [*words, *[""] * (count - len(words))]


def _labelled(label: Text, *fields: QWidget) -> QWidget:
    """Return fields below their label."""
    pair = QWidget()
    column = QVBoxLayout(pair)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    label.setBuddy(fields[0])
    column.addWidget(label)
    for number, field in enumerate(fields, start=1):
        several = f" {number}" if len(fields) > 1 else ""
        field.setAccessibleName(f"{label.text()}{several}")
        field.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, on=False)
        column.addWidget(field)
    return pair


def _held(event: QKeyEvent) -> Qt.KeyboardModifier:
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
