"""A table that any spreadsheet opens, a question a row: our own columns, and others' read.

Cells that would begin a formula stand behind a quote. The file begins with a byte order mark:
without it Excel takes UTF-8 for another encoding.
"""

from collections.abc import Iterable, Mapping

from quizapp.domain.question import (
    Flashcard,
    Gap,
    MultipleChoice,
    Question,
    QuestionKind,
    TypedAnswer,
    kind_of,
    prompt_of,
    solution,
)
from quizapp.domain.question_set import QuestionSet
from quizapp.exchange import graded
from quizapp.exchange.losses import kept
from quizapp.exchange.options import Options
from quizapp.exchange.order import answers, explanation, ordered
from quizapp.exchange.rows import read_rows, safe, unsafe, write_rows
from quizapp.exchange.understood import Gathering, Understood, read_text

_FIXED = ("Kind", "Question", "Answer")
_LAST = ("Tags", "Source sentence", "Id")
_SEPARATORS = (",", ";", "\t")
_NAMES = {
    "question": (
        *("question", "question text", "prompt", "front", "term"),
        *("frage", "pregunta", "domanda", "pergunta", "vraag", "fråga", "pytanie"),
    ),
    "answer": (
        *("answer", "correct answer", "correct", "back", "definition", "solution"),
        *("antwort", "lösung", "réponse", "reponse", "respuesta", "risposta", "resposta"),
        *("antwoord", "svar", "odpowiedź"),
    ),
    "kind": ("kind", "question type", "type"),
    "tags": ("tags", "tag"),
    "id": ("id", "guid", "idnumber"),
}
"""The columns that are understood, by other programs' and languages' names too."""
_NEEDED = ("question", "answer")
_GUESSED = (
    "no column is called “question” or “answer”: the first is taken for the question, the "
    "second for the answer, the others are left out"
)


def dump(question_set: QuestionSet, options: Options) -> bytes:
    """Return the table; its option and "also right" columns are as many as are needed."""
    chosen = ordered(kept("csv", question_set), options)
    wide = max((len(answers(one, options)) for one in chosen), default=0)
    more = max((len(_accepted(one.question)) for one in chosen), default=0)
    head = (
        *_FIXED,
        *(f"Option {number}" for number in range(1, wide + 1)),
        *(f"Also right {number}" for number in range(1, more + 1)),
        *_LAST,
    )
    rows = []
    for stored in chosen:
        told = explanation(question_set, stored) if options.with_explanations else ""
        cells = (
            str(kind_of(stored.question)).replace("_", " "),
            prompt_of(stored.question),
            solution(stored.question),
            *_padded(answers(stored, options), wide),
            *_padded(_accepted(stored.question), more),
            "; ".join(tag.replace(";", ",") for tag in stored.tags),
            told,
            str(stored.id),
        )
        rows.append(tuple(safe(cell) for cell in cells))
    return b"\xef\xbb\xbf" + write_rows([head, *rows], ",")


def parse(content: bytes) -> Understood:
    """Return the rows as questions; raises ValueError where there is no table to read."""
    text = read_text(content)
    first = text.lstrip().split("\n", maxsplit=1)[0]
    rows = iter(read_rows(text, max(_SEPARATORS, key=first.count)))
    number, head = next(rows, (0, []))
    names = [cell.strip().lower() for cell in head]
    gathering = Gathering()
    if names and not any(set(names) & set(known) for known in _NAMES.values()):
        # No headings: a question and its answer side by side.
        where, names = f"line {number}", [*_NEEDED]
        _take(gathering, where, dict(zip(names, head, strict=False)))
        if len(head) > len(names):
            gathering.change(where, _GUESSED)
    elif names:
        _check_headings(names)
    for number, row in rows:
        cells = {name: unsafe(cell).strip() for name, cell in zip(names, row, strict=False)}
        _take(gathering, f"line {number}", cells)
    return gathering.done()


def _check_headings(names: list[str]) -> None:
    """Refuse a table without a column that is needed; raises ValueError."""
    for needed in _NEEDED:
        if not set(names) & set(_NAMES[needed]):
            sought = ", ".join(f"“{name}”" for name in _NAMES[needed][:5])
            found = ", ".join(f"“{name}”" for name in names if name)
            raise ValueError(
                f"no column is named for the {needed}. Name one of them {sought} or the "
                f"like; now they are called {found}."
            )


def _take(gathering: Gathering, where: str, cells: Mapping[str, str]) -> None:
    try:
        question = _question(cells)
    except ValueError as reason:
        gathering.refuse(where, str(reason))
        return
    tags = tuple(_named(cells, "tags").split(";"))
    gathering.take(where, question, id=_named(cells, "id"), tags=tags)


def _question(cells: Mapping[str, str]) -> Question:
    prompt, answer = _named(cells, "question"), _named(cells, "answer")
    kind = _named(cells, "kind").lower().replace(" ", "_")
    options = [*_under(cells, ("option", "choice", "answer ", "incorrect", "wrong"))]
    accepted = tuple(_under(cells, ("also right", "accepted")))
    if kind == QuestionKind.GAP:
        found = graded.with_gap(prompt, answer, accepted)
        return found if isinstance(found, Gap) else TypedAnswer(prompt, answer, accepted)
    if kind == QuestionKind.TYPED:
        return TypedAnswer(prompt, answer, accepted)
    if kind != QuestionKind.FLASHCARD and options:
        right = _meant(answer, options)
        wrong = dict.fromkeys(one for one in options if one != right)
        return MultipleChoice(prompt, right, tuple(wrong))
    return Flashcard(prompt, answer)


def _meant(answer: str, options: list[str]) -> str:
    """Return the option that the answer names by its words, its number or its letter."""
    if answer in options:
        return answer
    by_number = {str(at): one for at, one in enumerate(options, start=1)}
    by_letter = dict(zip("ABCDEFGHIJ", options, strict=False))
    return {**by_number, **by_letter}.get(answer.strip().upper(), answer)


def _named(cells: Mapping[str, str], column: str) -> str:
    return next((cells[name] for name in _NAMES[column] if cells.get(name)), "")


def _under(cells: Mapping[str, str], beginnings: tuple[str, ...]) -> Iterable[str]:
    return (cell for name, cell in cells.items() if cell and name.startswith(beginnings))


def _accepted(question: Question) -> tuple[str, ...]:
    return question.accepted if isinstance(question, Gap | TypedAnswer) else ()


def _padded(cells: tuple[str, ...], wide: int) -> tuple[str, ...]:
    return (*cells, *("",) * (wide - len(cells)))
