"""Write a question on a sentence, or change one."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.article import Span
from quizapp.domain.question import Question, QuestionKind
from quizapp.operations import by_hand
from quizapp.operations.by_hand import Form
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.overlay import Overlay
from quizapp.ui.parts.question_form import QuestionForm
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_WIDTH, _WIDTH_LARGE = 600, 1040


def write(
    look: Look,
    window: QWidget,
    sentence: str,
    answer: Span | None,
    take: Callable[[Question, Span], None],
) -> Overlay:
    """Ask for a question whose answer stands in the sentence; `answer` is proposed.

    `take` hears the question and the place of its answer in the sentence.
    """
    words = "" if answer is None else answer.of(sentence)
    near = 0 if answer is None else answer.start
    empty = Form(QuestionKind.FLASHCARD, answer=words)
    form = QuestionForm(look, empty, sentence, near, tied=True)

    def give() -> None:
        question, place = form.question, form.answer
        if question is not None and place is not None:
            overlay.close_it()
            take(question, place)

    overlay = _overlay(look, window, tr("Add question"), tr("Add"), form, give)
    return overlay


def edit(
    look: Look,
    window: QWidget,
    question: Question,
    sentence: str,
    near: int,
    take: Callable[[Question], None],
) -> Overlay:
    """Ask for other words of a question; its sentence, where it has one, stands above them.

    `near` is where its answer begins there. `take` is not called where nothing was changed.
    """
    form = QuestionForm(look, by_hand.form_of(question), sentence, near, tied=False)

    def give() -> None:
        changed = form.question
        if changed is not None:
            overlay.close_it()
            if changed != question:
                take(changed)

    overlay = _overlay(look, window, tr("Edit question"), tr("Save"), form, give)
    return overlay


def _overlay(
    look: Look,
    window: QWidget,
    title: str,
    deed: str,
    form: QuestionForm,
    give: Callable[[], None],
) -> Overlay:
    content = QWidget()
    cancel = Button(look, tr("Cancel"), "quiet", keys=("Esc",))
    keep = Button(look, deed, "primary", keys=("Ctrl+Return",))
    buttons = QHBoxLayout()
    buttons.setSpacing(8)
    buttons.addStretch(1)
    buttons.addWidget(cancel)
    buttons.addWidget(keep)
    column = QVBoxLayout(content)
    column.setContentsMargins(25, 18, 25, 20)
    column.setSpacing(14)
    column.addWidget(form)
    column.addLayout(buttons)
    overlay = Overlay(look, window, title, content, _WIDTH_LARGE if look.large else _WIDTH)
    form.ready.connect(keep.setEnabled)
    form.wanted.connect(give)
    keep.clicked.connect(give)
    cancel.clicked.connect(overlay.close_it)
    keep.setEnabled(form.question is not None)
    form.take_focus()
    return overlay
