"""What an export would look like: the very text of a text file, else the questions of it."""

import re

from quizapp.domain.question import (
    Gap,
    MultipleChoice,
    StoredQuestion,
    TypedAnswer,
    prompt_of,
    solution,
)
from quizapp.exchange.losses import CARRIES, kept
from quizapp.exchange.order import answers, explanation, ordered
from quizapp.exchange.paper.exam import in_words
from quizapp.operations import exporting
from quizapp.operations.exporting import EXAM, KEY, VERSION_NAMES, Plan

MOST = 6000
"""Characters of a text that are shown; whoever wants more opens the file."""
_CODED = re.compile(r"([A-Za-z0-9+/]{60})[A-Za-z0-9+/]{60,}=*")
"""The bytes of a picture, of which no person reads more than how they begin."""
_DRAWN = frozenset({".pdf", ".docx"})
"""Files that take seconds to make: their questions are shown as they will be printed."""


def is_drawn(planned: Plan) -> bool:
    """Tell whether the file is one for paper."""
    return planned.form.suffix in _DRAWN


def has_pages(planned: Plan) -> bool:
    """Tell whether the pages of the file can be looked at, and there is something on them."""
    return planned.form.show is not None and planned.written > 0


def preview(planned: Plan, at: int = 0) -> str:
    """Return what file number `at` holds, as a person reads it; "" where there is nothing."""
    if not planned.written:
        return ""
    text = _text(planned, planned.labels[at])
    return text if len(text) <= MOST else text[:MOST].rstrip() + "\n…"


def _text(planned: Plan, label: str) -> str:
    if label == KEY:
        return _key(planned)
    if label or is_drawn(planned):
        return _paper(planned, label)
    content = exporting.make(planned)[0].content
    try:
        return _CODED.sub(r"\1…", content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _paper(planned, label)


def _paper(planned: Plan, label: str) -> str:
    """Return the questions in the order of a version; on exams without the answers."""
    version = VERSION_NAMES.index(label) if label in VERSION_NAMES else 0
    blocks = [planned.questions.title + (f"  {label}" if label in VERSION_NAMES else "")]
    if label:
        blocks.append("   ".join(f"{line} ________" for line in planned.options.lines))
    for number, stored in enumerate(_asked(planned, version), start=1):
        lines = [f"{number}  {prompt_of(stored.question)}"]
        if stored.picture is not None and CARRIES[planned.form.name].pictures:
            lines.append(f"    {in_words(stored.picture)}")
        lines += [f"    {one}" for one in _options(planned, stored, version)]
        lines += [] if label else _answered(planned, stored)
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _key(planned: Plan) -> str:
    """Return the answers of each version by their numbers."""
    names = [label for label in planned.labels if label != KEY]
    blocks = [planned.questions.title]
    for version, name in enumerate(names):
        lines = [] if name == EXAM else [name]
        for number, stored in enumerate(_asked(planned, version), start=1):
            shown = answers(stored, planned.options, version)
            right = solution(stored.question)
            letter = f"{_letter(shown.index(right))}  " if shown else ""
            lines.append(f"{number}  {letter}{right}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _asked(planned: Plan, version: int) -> tuple[StoredQuestion, ...]:
    there = kept(planned.form.name, planned.questions)
    return ordered(there, planned.options, version)


def _options(planned: Plan, stored: StoredQuestion, version: int) -> list[str]:
    shown = answers(stored, planned.options, version)
    return [f"{_letter(at)}  {one}" for at, one in enumerate(shown)]


def _answered(planned: Plan, stored: StoredQuestion) -> list[str]:
    question, lines = stored.question, []
    if isinstance(question, MultipleChoice):
        shown = answers(stored, planned.options)
        lines.append(f"    = {_letter(shown.index(question.right))}")
    else:
        accepted = question.accepted if isinstance(question, Gap | TypedAnswer) else ()
        lines.append(f"    = {' / '.join((solution(question), *accepted))}")
    told = explanation(planned.questions, stored)
    if told and planned.options.with_explanations:
        lines.append(f"    “{told}”")
    return lines


def _letter(at: int) -> str:
    return chr(ord("A") + at)
