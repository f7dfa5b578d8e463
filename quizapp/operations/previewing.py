"""What an export would look like: the very text of a text file, else the questions of it."""

from quizapp.domain.question import (
    Gap,
    MultipleChoice,
    Question,
    StoredQuestion,
    TypedAnswer,
    prompt_of,
    solution,
)
from quizapp.exchange.losses import kept
from quizapp.exchange.order import answers, explanation, ordered
from quizapp.operations.exporting import VERSION_NAMES, Plan

MOST = 6000
"""Characters of a text that are shown; whoever wants more opens the file."""
_CUT = "\n…"


def preview(planned: Plan, at: int = 0) -> str:
    """Return what sheet number `at` holds, as a person reads it."""
    sheet = planned.sheets[at]
    try:
        text = sheet.content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _listed(planned, sheet.label)
    return text if len(text) <= MOST else text[:MOST].rstrip() + _CUT


def _listed(planned: Plan, label: str) -> str:
    """Return the questions of a file that is no text: in its own order, the answers after."""
    version = VERSION_NAMES.index(label) if label in VERSION_NAMES else 0
    options = planned.options
    asked = ordered(kept(planned.form.name, planned.questions), options, version)
    blocks = [planned.questions.title]
    for number, stored in enumerate(asked, start=1):
        told = explanation(planned.questions, stored) if options.with_explanations else ""
        lines = [f"{number}  {prompt_of(stored.question)}"]
        lines += [f"    {line}" for line in _shown(stored, planned, version)]
        lines += [f"    “{told}”"] if told and planned.form.sheets is None else []
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _shown(stored: StoredQuestion, planned: Plan, version: int) -> list[str]:
    if isinstance(stored.question, MultipleChoice):
        shown = answers(stored, planned.options, version)
        return [f"{chr(65 + at)}  {one}" for at, one in enumerate(shown)]
    return [] if planned.form.sheets is not None else [_answered(stored.question)]


def _answered(question: Question) -> str:
    accepted = question.accepted if isinstance(question, Gap | TypedAnswer) else ()
    return " / ".join((solution(question), *accepted))
