"""Terms and definitions, a pair a line with a tab or a dash between: what Quizlet and its kin paste."""

from quizapp.domain.question import Flashcard, StoredQuestion, prompt_of, solution
from quizapp.domain.question_set import QuestionSet
from quizapp.exchange.losses import kept, one_line
from quizapp.exchange.markup import printable
from quizapp.exchange.options import Options
from quizapp.exchange.order import ordered
from quizapp.exchange.understood import Gathering, Understood, read_text

_DASH = " - "


def dump(question_set: QuestionSet, options: Options) -> bytes:
    """Return question and answer a line, without tabs or line breaks inside."""
    lines = [_pair(stored) for stored in ordered(kept("tsv", question_set), options)]
    return "".join(f"{line}\n" for line in lines).encode()


def recognises(content: bytes) -> bool:
    """Tell whether the text has lines with a tab in them, or each line a dash between blanks."""
    start = content[:100_000]
    lines = [line for line in start.splitlines() if line.strip()][:-1] or [start]
    return b"\t" in start or all(_DASH.encode() in line for line in lines)


def parse(content: bytes) -> Understood:
    """Return a flashcard a line; raises ValueError where the text is broken or has none."""
    gathering, text = Gathering(), read_text(content)
    between = "\t" if "\t" in text else _DASH
    for number, line in enumerate(text.split("\n"), start=1):
        front, parted, back = line.partition(between)
        if not line.strip() or (line.startswith("#") and not parted):
            continue
        if not parted:
            gathering.refuse(
                f"line {number}", "it has nothing that parts term and definition"
            )
            continue
        try:
            card = Flashcard(_flat(front), _flat(back))
        except ValueError as reason:
            gathering.refuse(f"line {number}", str(reason))
            continue
        gathering.take(f"line {number}", card)
        if between in back and between == "\t":
            gathering.change(f"line {number}", "it has more than two columns")
    return gathering.done()


def _pair(stored: StoredQuestion) -> str:
    return f"{_flat(prompt_of(stored.question))}\t{_flat(solution(stored.question))}"


def _flat(text: str) -> str:
    return one_line(printable(text).replace("\t", " ")).strip()
