"""Moodle's questions with answers in the text, `{1:SHORTANSWER:=Velm~=Velm city}`: gap by gap."""

import re
from dataclasses import dataclass

from quizapp.domain.question import GAP_MARK, Question
from quizapp.exchange import graded
from quizapp.exchange.graded import Graded

MOST_FIELDS = 100
_FIELD = re.compile(r"\{\d*:([A-Z_]+):((?:\\.|[^{}\\])*)\}")
_SHARE = re.compile(r"%(-?\d+(?:\.\d+)?)%")


@dataclass(frozen=True, slots=True)
class _Field:
    start: int
    end: int
    kind: str
    answers: tuple[Graded, ...]

    @property
    def right(self) -> str:
        return next((text for text, share in self.answers if share >= 100), "…")


def questions(text: str) -> list[Question]:
    """Return a question for each field, the other fields filled in.

    Raises ValueError where the text has no field, or one that Quizapp has no question for.
    """
    fields = [_field(found) for found in _FIELD.finditer(text)]
    if not fields:
        raise ValueError("it has no field to fill in")
    if len(fields) > MOST_FIELDS:
        raise ValueError(f"it has more than {MOST_FIELDS} fields")
    return [_question(text, fields, asked) for asked in fields]


def _question(text: str, fields: list[_Field], asked: _Field) -> Question:
    pieces: list[str] = []
    reach = 0
    for field in fields:
        pieces += text[reach : field.start], GAP_MARK if field is asked else field.right
        reach = field.end
    prompt = "".join((*pieces, text[reach:])).strip()
    if asked.kind.startswith(("SHORTANSWER", "SA", "MW", "NUMERICAL", "NM")):
        return graded.typed(prompt, asked.answers)
    return graded.choice(prompt, asked.answers)


def _field(found: "re.Match[str]") -> _Field:
    kind, body = found.groups()
    answers = [_answer(one, kind) for one in re.split(r"(?<!\\)~", body) if one]
    return _Field(found.start(), found.end(), kind, tuple(answers))


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
