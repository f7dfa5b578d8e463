"""Moodle's questions with answers in the text, `{1:SHORTANSWER:=Velm~=Velm city}`: gap by gap."""

import re

from quizapp.domain.question import Question
from quizapp.exchange import parts
from quizapp.exchange.graded import Graded
from quizapp.exchange.parts import Part

_FIELD = re.compile(r"\{\d*:([A-Z_]+):((?:\\.|[^{}\\])*)\}")
_SHARE = re.compile(r"%(-?\d+(?:\.\d+)?)%")
_TYPED = ("SHORTANSWER", "SA", "MW", "NUMERICAL", "NM")


def questions(text: str) -> list[Question]:
    """Return a question for each field, the other fields filled in.

    Raises ValueError where the text has no field, or one that Quizapp has no question for.
    """
    words, fields, reach = [], [], 0
    for found in _FIELD.finditer(text):
        words.append(text[reach : found.start()])
        fields.append(_field(found))
        reach = found.end()
    return parts.apart([*words, text[reach:]], fields)


def _field(found: "re.Match[str]") -> Part:
    kind, body = found.groups()
    answers = [_answer(one, kind) for one in re.split(r"(?<!\\)~", body) if one]
    return Part(tuple(answers), typed=kind.startswith(_TYPED))


def _answer(written: str, kind: str) -> Graded:
    text = re.split(r"(?<!\\)#", written, maxsplit=1)[0]
    share, weight = 0.0, _SHARE.match(text)
    if weight is not None:
        share, text = float(weight[1]), text[weight.end() :]
    elif text.startswith("="):
        share, text = 100.0, text[1:]
    if kind.startswith(("NUMERICAL", "NM")):
        text = text.split(":")[0]
    return re.sub(r"\\(.)", r"\1", text).strip(), share
