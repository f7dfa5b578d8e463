"""The set that every format must carry: each of its texts has broken some program before."""

from quizapp.domain.question import (
    Flashcard,
    Gap,
    MultipleChoice,
    Question,
    StoredQuestion,
    TypedAnswer,
)
from quizapp.domain.question_set import QuestionSet
from tests.conftest import number

SIGNS = "Which of = ~ # { } : \\ < > & \" ' is first?"
PERSIAN = "می\u200cخواهم کتاب\u200cها را بخوانم؛ چند تا؟"
ASKED: tuple[Question, ...] = (
    MultipleChoice(SIGNS, "= sign", ("~ & tilde", "<b>bold</b>", "#{hash}: \\")),
    MultipleChoice(PERSIAN, "۱۲۳", ("۴۵۶", "هفت (۷)")),
    Flashcard("Is \\neq the same as \\nu? 🙂", "\\(a \\neq b\\), never\nand -> no 🦉"),
    Flashcard("A long one: " + "words and " * 30 + "an end?", "It has" + " more" * 60),
    Gap("In A & B < C the ", "{{c1::gap}}", " stands -> here = there.", ("the [gap]",)),
    TypedAnswer("=1+1 is?", "-2", ("@two", "+2")),
    TypedAnswer("Line one\nLine two: [sound:x.mp3] [latex]y[/latex]?", "A: 1\nB: 2"),
)


def hard_set(*kinds: type) -> QuestionSet:
    """Return the set, only its questions of these kinds where some are named."""
    asked = [one for one in ASKED if not kinds or isinstance(one, kinds)]
    questions = tuple(
        StoredQuestion(number(place + 1), question, tags=("hard", "two words"))
        for place, question in enumerate(asked)
    )
    return QuestionSet("Hard: <everything> & “more”", questions)


def content_of(question: Question) -> object:
    """Return what a question says, in whichever order its wrong options stand."""
    if isinstance(question, MultipleChoice):
        return question.prompt, question.right, frozenset(question.wrong)
    return question
