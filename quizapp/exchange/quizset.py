"""Quizapp's own format: a question set whole, as JSON; nothing is lost in it."""

import json
from typing import Any

from quizapp.domain.article import Article, ArticleId
from quizapp.domain.question import Origin, StoredQuestion
from quizapp.domain.question_set import QuestionSet
from quizapp.domain.source import Source
from quizapp.domain.wire import (
    Wire,
    from_wire,
    passages_from_wire,
    passages_to_wire,
    picture_from_wire,
    picture_to_wire,
    span_from_wire,
    to_wire,
)
from quizapp.exchange.options import Options
from quizapp.exchange.understood import permanent_id

NAME = "quizapp-question-set"
VERSION = 2
_WITHOUT_PICTURES = 1
"""Older programs read it still; one with pictures they would read without them."""
_WHOLE = Options()


def dump(question_set: QuestionSet, _: Options = _WHOLE) -> bytes:
    """Return the set as UTF-8 JSON, a line a question, so that a change is a visible diff.

    It is written whole and in its order, whatever is chosen.
    """
    drawn = any(stored.picture is not None for stored in question_set.questions)
    version = VERSION if drawn else _WITHOUT_PICTURES
    head: Wire = {"format": NAME, "version": version, "title": question_set.title}
    if question_set.article is not None:
        head["article"] = _article_to_wire(question_set.article)
    lines = [
        json.dumps(_to_wire(stored), ensure_ascii=False)
        for stored in question_set.questions
    ]
    opening = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    body = ",\n  ".join(lines)
    return f'{opening},\n "questions": [\n  {body}\n ]\n}}\n'.encode()


def parse(content: bytes) -> QuestionSet:
    """Return the set; raises ValueError with a sentence for the person."""
    try:
        wire = json.loads(content)
    except (ValueError, RecursionError) as reason:
        raise ValueError("it is not a Quizapp question set.") from reason
    if not isinstance(wire, dict) or wire.get("format") != NAME:
        raise ValueError("it is not a Quizapp question set.")
    if wire.get("version") not in {_WITHOUT_PICTURES, VERSION}:
        raise ValueError("it was made by a newer Quizapp. Update Quizapp to read it.")
    try:
        article = None if wire.get("article") is None else _article(wire["article"])
        questions = tuple(_stored(entry, article) for entry in wire["questions"])
        # JSON can spell half a character, which no database keeps.
        json.dumps(wire, ensure_ascii=False).encode()
        return QuestionSet(_text(wire["title"]), questions, article)
    except (KeyError, TypeError, AttributeError, UnicodeError) as reason:
        raise ValueError("it is damaged: a part of it is missing or broken.") from reason
    except ValueError as reason:
        raise ValueError(f"it is damaged: {reason}.") from reason


def _to_wire(stored: StoredQuestion) -> Wire:
    wire: Wire = {"id": str(stored.id), "origin": str(stored.origin)}
    if stored.tags:
        wire["tags"] = list(stored.tags)
    if stored.source is not None:
        sentence, answer = stored.source.sentence, stored.source.answer
        wire["sentence"] = [sentence.start, sentence.end]
        wire["answer"] = [answer.start, answer.end]
    if stored.picture is not None:
        wire["picture"] = picture_to_wire(stored.picture)
    return wire | {"question": to_wire(stored.question)}


def _stored(wire: dict[str, Any], article: Article | None) -> StoredQuestion:
    id_ = permanent_id(wire["id"])
    if id_ is None or wire["origin"] not in set(Origin):
        raise ValueError("the id or the origin of a question is broken")
    return StoredQuestion(
        id=id_,
        question=from_wire(wire["question"]),
        source=_source(wire, None if article is None else article.id),
        origin=Origin(wire["origin"]),
        tags=tuple(str(tag) for tag in wire.get("tags", ())),
        picture=picture_from_wire(wire["picture"]) if "picture" in wire else None,
    )


def _source(wire: dict[str, Any], article: ArticleId | None) -> Source | None:
    if "sentence" not in wire:
        return None
    if article is None:
        raise ValueError("a question has a sentence and the set no article")
    return Source(article, span_from_wire(wire["sentence"]), span_from_wire(wire["answer"]))


def _article_to_wire(article: Article) -> Wire:
    return {
        "title": article.title,
        "origin": article.origin,
        "text": article.text,
        "passages": passages_to_wire(article),
    }


def _article(wire: dict[str, Any]) -> Article:
    title, text, origin = (_text(wire[name]) for name in ("title", "text", "origin"))
    return Article(title, text, passages_from_wire(wire["passages"]), origin)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"a text was expected, not {value!r}")
    return value
