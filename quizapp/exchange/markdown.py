"""Markdown that reads well on paper and screen, and comes back as it went.

A heading a question, its words below it, then its picture, which stands in the text itself;
options as a task list with the right one ticked; the answer after **Answer:**; the source
sentence quoted; the id in a comment.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from quizapp.domain.question import (
    Flashcard,
    Gap,
    MultipleChoice,
    Question,
    QuestionKind,
    StoredQuestion,
    TypedAnswer,
    kind_of,
    prompt_of,
    solution,
)
from quizapp.domain.question_set import QuestionSet
from quizapp.exchange import graded, pictures
from quizapp.exchange.losses import kept
from quizapp.exchange.markup import Shown, printable
from quizapp.exchange.options import Options
from quizapp.exchange.order import answers, explanation, ordered
from quizapp.exchange.understood import WITH_PICTURES, Gathering, Understood, read_text

_ESCAPED = re.compile(
    r"[\\`*_{}\[\]<>#|~&]|^\s*[-+=:](?=\s|$)|^\s*\d+(?=[.)])|^(?:answer|also right|tags):",
    re.MULTILINE | re.IGNORECASE,
)
_MARKED = re.compile(r"\\([!-/:-@\[-`{-~])")
_BROKEN = "\x0b"
"""A line break inside a text, while the lines are read."""
_FIELD = re.compile(r"\**(Answer|Also right|Tags)\**:\**\s*(.*)", re.IGNORECASE)
_OPTION = re.compile(r"[-*+] \[([ xX])\]\s+(.*)")
_COMMENT = re.compile(r"<!-- (\w+) ([0-9a-fA-F-]{36}) -->")
_SHOWN = re.compile(r"!\[((?:[^\[\]\\]|\\.){0,2000})\]\(([^\s()]+)(?:\s+\"[^\"]*\")?\)")
_NUMBERED = re.compile(r"(?:Question )?\d+[.)]?\s*")


def dump(question_set: QuestionSet, options: Options) -> bytes:
    """Return the set as one Markdown text in UTF-8."""
    blocks = [f"# {_line(question_set.title)}"]
    chosen = ordered(kept("markdown", question_set), options)
    for number, stored in enumerate(chosen, start=1):
        told = explanation(question_set, stored) if options.with_explanations else ""
        blocks += _blocks(number, stored, told, options)
    return ("\n\n".join(blocks) + "\n").encode()


def _blocks(number: int, stored: StoredQuestion, told: str, options: Options) -> list[str]:
    question = stored.question
    blocks = [f"## Question {number}", _text(prompt_of(question))]
    if stored.picture is not None:
        told = _line(stored.picture.described)
        blocks.append(f"![{told}]({pictures.address(stored.picture)})")
    if isinstance(question, MultipleChoice):
        ticks = {True: "x", False: " "}
        shown = answers(stored, options)
        rows = (f"- [{ticks[one == question.right]}] {_text(one)}" for one in shown)
        blocks.append("\n".join(rows))
    else:
        blocks.append(f"**Answer:** {_text(solution(question))}")
    if isinstance(question, Gap | TypedAnswer):
        blocks += [f"**Also right:** {_text(one)}" for one in question.accepted]
    if told:
        blocks.append("\n".join(f"> {line}" for line in _text(told).split("\n")))
    if stored.tags:
        tags = ", ".join(_line(tag.replace(",", ";")) for tag in stored.tags)
        blocks.append(f"**Tags:** {tags}")
    return [*blocks, f"<!-- {kind_of(question)} {stored.id} -->"]


def _text(text: str) -> str:
    """Return a text that Markdown leaves alone, its lines broken where they break."""
    plain = _ESCAPED.sub(_escape, printable(text).strip())
    return "\\\n".join(line.strip() for line in plain.split("\n"))


def _escape(found: "re.Match[str]") -> str:
    sign = found[0]
    if sign.strip().isdecimal():
        return f"{sign}\\" if not sign.endswith("\\") else sign
    return f"{sign[:-1]}\\{sign[-1]}"


def _line(text: str) -> str:
    return _text(" ".join(text.split()))


# reading


@dataclass(slots=True)
class _Block:
    """A question as it stands in the file."""

    line: int
    heading: str
    words: list[str] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    options: list[tuple[bool, str]] = field(default_factory=list)
    in_answers: bool = False
    """Whether an answer shows a picture."""
    fields: dict[str, list[str]] = field(default_factory=dict)
    kind: str = ""
    id: str = ""


def parse(content: bytes) -> Understood:
    """Return the questions; raises ValueError where the text is broken or has none."""
    gathering, title, block = Gathering(), "", None
    for number, line in _lines(read_text(content, WITH_PICTURES)):
        if line.startswith("# "):
            title = title or _meant(line[2:]).replace("\n", " ")
        elif re.match("#{2,6} ", line):
            _finish(gathering, block)
            block = _Block(number, _meant(line.lstrip("#")))
        elif block is not None and line:
            _read(block, line)
    _finish(gathering, block)
    return gathering.done(title)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines with their numbers; a backslash at the end joins the next one to it."""
    held: list[str] = []
    began = 1
    for number, line in enumerate(printable(text).split("\n"), start=1):
        if not held:
            began = number
        ends = len(line) - len(line.rstrip("\\"))
        if ends % 2:
            held.append(line[:-1])
            continue
        yield began, _BROKEN.join((*held, line)).strip(" \t\n")
        held = []
    if held:
        yield began, _BROKEN.join(held).strip(" \t\n")


def _read(block: _Block, line: str) -> None:
    option, named, comment = (
        pattern.match(line) for pattern in (_OPTION, _FIELD, _COMMENT)
    )
    if comment is not None:
        block.kind, block.id = comment[1], comment[2]
    elif option is not None:
        block.options.append((option[1] != " ", _answer(block, line[option.start(2) :])))
    elif named is not None:
        name = named[1].lower()
        block.fields.setdefault(name, []).append(_answer(block, line[named.start(2) :]))
    elif not line.startswith((">", "<!--")):
        words = _meant(_SHOWN.sub(lambda found: _shown(block, found), line))
        block.words += [words] if words else []


def _answer(block: _Block, written: str) -> str:
    words, pictured = _SHOWN.subn("", written)
    block.in_answers = block.in_answers or pictured > 0
    return _meant(words)


def _shown(block: _Block, found: "re.Match[str]") -> str:
    """Note a picture that stands in a line; nothing of it stays among the words."""
    block.shown.append(Shown(found[2].strip("<>"), _meant(found[1])))
    return ""


def _finish(gathering: Gathering, block: _Block | None) -> None:
    if block is None:
        return
    try:
        question = _question(block)
    except ValueError as reason:
        gathering.refuse(f"line {block.line}", str(reason))
        return
    where = f"line {block.line}"
    tags = ",".join(block.fields.get("tags", ())).split(",")
    picture, left = pictures.one_of(block.shown, pictures.nowhere)
    gathering.take(where, question, id=block.id, tags=tuple(tags), picture=picture)
    for one in (*left, *([pictures.OUTSIDE] if block.in_answers else [])):
        gathering.change(where, one)


def _question(block: _Block) -> Question:
    prompt = "\n".join(block.words) or _NUMBERED.sub("", block.heading, count=1)
    answer = "".join(block.fields.get("answer", ()))
    accepted = tuple(block.fields.get("also right", ()))
    if block.options:
        return _choice(prompt, block.options)
    if block.kind == QuestionKind.GAP:
        return graded.with_gap(prompt, answer, accepted)
    if block.kind == QuestionKind.TYPED or accepted:
        return TypedAnswer(prompt, answer, accepted)
    return Flashcard(prompt, answer)


def _choice(prompt: str, options: list[tuple[bool, str]]) -> Question:
    return graded.choice(prompt, [(text, 100.0 * right) for right, text in options])


def _meant(text: str) -> str:
    """Return the words of a piece of Markdown as `_text` writes it."""
    return _MARKED.sub(r"\1", text).replace(_BROKEN, "\n").strip()
