"""Aiken: multiple choice as plain lines, the barest of Moodle's formats; nothing is escaped."""

import re
from string import ascii_uppercase

from quizapp.domain.question import MultipleChoice
from quizapp.domain.question_set import QuestionSet
from quizapp.exchange.losses import kept, one_line
from quizapp.exchange.markup import printable
from quizapp.exchange.options import Options
from quizapp.exchange.order import answers, ordered
from quizapp.exchange.understood import Gathering, Understood, read_text

_OPTION = re.compile(r"\s*([A-Z])[.)]\s+(.*)")
_KEY = re.compile(r"\s*ANSWER:\s*(\S*)\s*$", re.IGNORECASE)


def dump(question_set: QuestionSet, options: Options) -> bytes:
    """Return the set's multiple choice, a question a paragraph, in UTF-8."""
    blocks = []
    for stored in ordered(kept("aiken", question_set), options):
        if not isinstance(stored.question, MultipleChoice):
            continue
        shown = answers(stored, options)
        lines = [_line(stored.question.prompt)]
        lines += [
            f"{letter}) {_line(one)}"
            for letter, one in zip(ascii_uppercase, shown, strict=False)
        ]
        lines.append(f"ANSWER: {ascii_uppercase[shown.index(stored.question.right)]}")
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks).encode()


def recognises(content: bytes) -> bool:
    """Tell whether the text has a line that tells the answer's letter."""
    return re.search(rb"(?im)^[ \t]*ANSWER:[ \t]*[A-Z][ \t\r]*$", content) is not None


def parse(content: bytes) -> Understood:
    """Return the questions; raises ValueError where the text is broken or has none."""
    gathering = Gathering()
    prompt, begun, options = "", 0, dict[str, str]()
    for number, line in enumerate(read_text(content).split("\n"), start=1):
        key, option = _KEY.match(line), _OPTION.match(line)
        if key is not None:
            _take(gathering, f"line {begun or number}", prompt, options, key[1].upper())
            prompt, begun, options = "", 0, {}
        elif option is not None and prompt:
            options[option[1]] = printable(option[2]).strip()
        elif line.strip():
            if options:
                gathering.refuse(f"line {begun}", "it has no line “ANSWER:”")
                prompt, begun, options = "", 0, {}
            begun = begun or number
            prompt = f"{prompt}\n{printable(line).strip()}".strip()
    if prompt:
        gathering.refuse(f"line {begun}", "it has no line “ANSWER:”")
    return gathering.done()


def _take(
    gathering: Gathering, where: str, prompt: str, options: dict[str, str], key: str
) -> None:
    if not prompt:
        gathering.refuse(where, "it has an answer and no question")
        return
    if key not in options:
        gathering.refuse(where, f"there is no option {key or '?'}")
        return
    wrong = tuple(text for letter, text in options.items() if letter != key)
    try:
        gathering.take(where, MultipleChoice(prompt, options[key], wrong))
    except ValueError as reason:
        gathering.refuse(where, str(reason))


def _line(text: str) -> str:
    return one_line(printable(text)).strip()
