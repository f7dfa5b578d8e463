"""The set that formats stumble over: every sign that means something somewhere, in each place."""

from quizapp.domain.picture import Picture
from quizapp.domain.question import (
    Flashcard,
    Gap,
    MultipleChoice,
    Question,
    StoredQuestion,
    TypedAnswer,
)
from quizapp.domain.question_set import QuestionSet
from tests import pictures
from tests.conftest import number

TEXTS = (
    "all of them: = ~ # { } : \\ < > & \" ' | * _ ` [ ] $ % @ + -",
    "=1+1",
    "-5 degrees",
    "+44 20",
    "@home",
    "%50% of all",
    "#### four hashes",
    "// looks like a comment",
    "[html] is not a format here",
    "::name:: is no name",
    "{=right ~wrong}",
    "5 < 6 && 7 > 3",
    "<b>bold</b> &amp; <script>alert(1)</script>",
    "<!-- a comment -->",
    "]]> ends a section",
    "می‌خواهم کتاب‌ها را بخوانم",
    "🦉 an owl, 👩‍🔬 a scientist, é as two: e\u0301",
    r"\(\neq \nu\) and $\frac{1}{2}$ and \\ twice \n",
    "first line\nsecond line\n\nfourth line",
    "a\ttab and  two spaces",
    "an arrow -> and a star * and \\*",
    "long " + "x" * 300,
    "- looks like a list\n- [x] with a tick",
    "## looks like a heading",
    "1. looks like a numbered one",
    "A. looks like an option",
    "ANSWER: B",
    "'quoted' and '=quoted",
    "{{c1::no cloze}} and {{a}}",
    "**Answer:** not here",
    "> no quote",
    "a,b;c\td",
    "$CATEGORY: none",
    "trailing backslash \\",
    "T",
    "true",
    "line \u2028 separator",
)


def questions() -> list[Question]:
    """Return each text in each place of each kind."""
    found: list[Question] = []
    for at, text in enumerate(TEXTS):
        found += [
            Flashcard(f"Front: {text}", text),
            Flashcard(text, "back"),
            MultipleChoice(text, "right one", ("wrong one", "another")),
            MultipleChoice(f"Which is it ({at})?", text, ("wrong one", f"not {text}")),
            MultipleChoice(f"Which is right ({at})?", "right one", (text,)),
            Gap(f"Before {text} ", "gap", f" after {text}."),
            Gap(f"Before {at}: ", text, " after."),
            TypedAnswer(text, "answer", ("another", f"or {text}")),
            TypedAnswer(f"What is {text}?", text),
        ]
    return found


def pictured() -> list[tuple[Question, Picture]]:
    """Return a question of each kind with a picture of each kind, described in hard signs."""
    asked: tuple[Question, ...] = (
        MultipleChoice("Which colour is shown?", "red", ("blue", "green")),
        Gap("The field is ", "red", ""),
        TypedAnswer("Which colour is this?\nOne word.", "red", ("crimson",)),
        Flashcard("[What] is shown here?", "a red field"),
    )
    described = (
        pictures.red().described,
        "",
        "[sound:x.mp3] ![a](b) {{c1::x}} ]]> \\] `می‌خواهم` 🦉",
        "- a 'row' of = # ~ | * _ > | signs, " + "long " * 60,
    )
    drawn = [pictures.red().data, *map(pictures.drawn, ("jpg", "gif", "webp"))]
    return [
        (question, Picture(data, " ".join(words.split())))
        for question, data, words in zip(asked, drawn, described, strict=True)
    ]


def tricky() -> QuestionSet:
    """Return the set, each question with tags and an id of its own."""
    asked = [*((question, None) for question in questions()), *pictured()]
    stored = tuple(
        StoredQuestion(number(at), question, tags=("history", "exam 2"), picture=picture)
        for at, (question, picture) in enumerate(asked, start=1000)
    )
    return QuestionSet('Tricky: a/b & <c> "d" {e}', stored)


def content(question: Question) -> tuple[object, ...]:
    """Return what a question says: runs of white space alike, wrong options in no order."""
    match question:
        case Flashcard(front, back):
            return "flashcard", _lines(front), _lines(back)
        case MultipleChoice(prompt, right, wrong):
            return "choice", _lines(prompt), _lines(right), frozenset(map(_lines, wrong))
        case Gap(before, answer, after, accepted):
            around = _lines(before), _lines(after)
            return "gap", *around, _lines(answer), tuple(map(_lines, accepted))
        case TypedAnswer(prompt, answer, accepted):
            return "typed", _lines(prompt), _lines(answer), tuple(map(_lines, accepted))


def _lines(text: str) -> str:
    """Return the text with single spaces, its line breaks kept."""
    lines = text.replace("\t", " ").strip().split("\n")
    return "\n".join(" ".join(filter(None, line.split(" "))) for line in lines)
