"""A question, its picture and an article as JSON values: one form for the bank and for shared files.

`from_wire(to_wire(question)) == question`; whatever else stands in the JSON raises ValueError.
"""

import binascii
from base64 import b64decode, b64encode
from typing import Any, assert_never

from quizapp.domain.article import Article, Passage, PassageKind, Span
from quizapp.domain.picture import Picture
from quizapp.domain.question import (
    Flashcard,
    Gap,
    MultipleChoice,
    Question,
    QuestionKind,
    TypedAnswer,
    kind_of,
)

Wire = dict[str, Any]


def to_wire(question: Question) -> Wire:
    """Return the question as JSON, its kind included."""
    kind = {"kind": str(kind_of(question))}
    match question:
        case Flashcard(front, back):
            return kind | {"front": front, "back": back}
        case MultipleChoice(prompt, right, wrong):
            return kind | {"prompt": prompt, "right": right, "wrong": list(wrong)}
        case Gap(before, answer, after, accepted):
            texts = {"before": before, "answer": answer, "after": after}
            return kind | texts | {"accepted": list(accepted)}
        case TypedAnswer(prompt, answer, accepted):
            return kind | {"prompt": prompt, "answer": answer, "accepted": list(accepted)}
        case _:
            assert_never(question)


def from_wire(wire: Wire) -> Question:
    """Return the question; raises ValueError where the JSON is none.

    The error says why, as the end of a sentence.
    """
    try:
        match _kind(wire["kind"]):
            case QuestionKind.FLASHCARD:
                return Flashcard(_text(wire["front"]), _text(wire["back"]))
            case QuestionKind.MULTIPLE_CHOICE:
                wrong = _texts(wire["wrong"])
                return MultipleChoice(_text(wire["prompt"]), _text(wire["right"]), wrong)
            case QuestionKind.GAP:
                around = (
                    _text(wire["before"]),
                    _text(wire["answer"]),
                    _text(wire["after"]),
                )
                return Gap(*around, _texts(wire.get("accepted", ())))
            case QuestionKind.TYPED:
                answer = _text(wire["answer"])
                return TypedAnswer(
                    _text(wire["prompt"]), answer, _texts(wire.get("accepted", ()))
                )
    except (KeyError, TypeError, AttributeError) as reason:
        raise ValueError(_why(reason)) from reason


def picture_to_wire(picture: Picture) -> Wire:
    """Return the picture as JSON, its bytes in base 64."""
    return {"data": b64encode(picture.data).decode(), "described": picture.described}


def picture_from_wire(wire: Wire) -> Picture:
    """Return the picture; raises ValueError where the JSON holds none."""
    try:
        data = b64decode(_text(wire["data"]), validate=True)
        return Picture(data, _text(wire.get("described", "")))
    except binascii.Error as reason:
        raise ValueError("it is damaged") from reason
    except (KeyError, TypeError, AttributeError) as reason:
        raise ValueError("it is no picture") from reason


def passages_to_wire(article: Article) -> list[Wire]:
    """Return the article's passages as JSON, without its text."""
    return [
        {
            "kind": str(passage.kind),
            "span": [passage.span.start, passage.span.end],
            "sentences": [[s.start, s.end] for s in passage.sentences],
        }
        for passage in article.passages
    ]


def passages_from_wire(wire: list[Wire]) -> tuple[Passage, ...]:
    """Return the passages; raises ValueError where the JSON holds none."""
    try:
        return tuple(
            Passage(
                PassageKind(passage["kind"]),
                span_from_wire(passage["span"]),
                tuple(span_from_wire(sentence) for sentence in passage["sentences"]),
            )
            for passage in wire
        )
    except (KeyError, TypeError) as reason:
        raise ValueError(_why(reason)) from reason


def span_from_wire(pair: object) -> Span:
    """Return the span; raises ValueError where it is no pair of whole numbers."""
    match pair:
        case [int(start), int(end)]:
            return Span(start, end)
        case _:
            raise ValueError("it is no stretch of text")


def _kind(value: object) -> QuestionKind:
    if value not in set(QuestionKind):
        raise ValueError(f"Quizapp has no questions of this kind ({value})")
    return QuestionKind(str(value))


def _why(reason: KeyError | TypeError | AttributeError) -> str:
    """Return the end of a sentence for what Python says of a value in its place."""
    if isinstance(reason, KeyError):
        return f"it has no “{reason.args[0]}”"
    return "a part of it is of the wrong kind"


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"a text was expected, not {value!r}")
    return value


def _texts(values: object) -> tuple[str, ...]:
    if not isinstance(values, (list, tuple)):
        raise TypeError(f"a list was expected, not {values!r}")
    return tuple(_text(value) for value in values)
