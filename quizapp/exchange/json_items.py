"""Plain JSON, for programs: a list of questions under names that need no explaining."""

import json
from typing import Any

from quizapp.domain.picture import Picture
from quizapp.domain.question import StoredQuestion
from quizapp.domain.question_set import QuestionSet
from quizapp.domain.wire import from_wire, picture_from_wire, picture_to_wire, to_wire
from quizapp.exchange.losses import kept
from quizapp.exchange.options import Options
from quizapp.exchange.order import explanation, ordered
from quizapp.exchange.understood import WITH_PICTURES, Gathering, Understood, read_text


def dump(question_set: QuestionSet, options: Options) -> bytes:
    """Return `{"title", "questions": [{"id", "kind", …, "tags", "picture", "source"}]}`."""
    items = []
    for stored in ordered(kept("json", question_set), options):
        told = explanation(question_set, stored) if options.with_explanations else ""
        items.append(_item(stored, told))
    whole = {"title": question_set.title, "questions": items}
    text = json.dumps(whole, ensure_ascii=False, indent=1)
    # JSON can spell half a character, UTF-8 cannot.
    return (text + "\n").encode("utf-8", "replace")


def parse(content: bytes) -> Understood:
    """Return the questions; raises ValueError where the JSON is broken or something else."""
    text = read_text(content, WITH_PICTURES)
    try:
        whole: Any = json.loads(text)
    except RecursionError as reason:
        raise ValueError("it is nested too deeply.") from reason
    except json.JSONDecodeError as reason:
        raise ValueError(
            f"it is no JSON that can be read, from line {reason.lineno} on."
        ) from reason
    except ValueError as reason:
        raise ValueError("it is no JSON that can be read.") from reason
    held = whole if isinstance(whole, dict) else {"questions": whole}
    title, items = str(held.get("title", "")), held.get("questions")
    gathering = Gathering()
    if not isinstance(items, list):
        return gathering.done()
    for number, item in enumerate(items, start=1):
        _take(gathering, f"question {number}", item)
    return gathering.done(title.encode("utf-8", "replace").decode())


def _item(stored: StoredQuestion, told: str) -> dict[str, Any]:
    item: dict[str, Any] = {"id": str(stored.id), **to_wire(stored.question)}
    if stored.tags:
        item["tags"] = list(stored.tags)
    if stored.picture is not None:
        item["picture"] = picture_to_wire(stored.picture)
    return item | ({"source": told} if told else {})


def _take(gathering: Gathering, where: str, item: object) -> None:
    if not isinstance(item, dict):
        gathering.refuse(where, "it is no question")
        return
    try:
        # JSON can spell half a character, which no database keeps.
        json.dumps(item, ensure_ascii=False).encode()
        question = from_wire(item)
    except RecursionError:
        gathering.refuse(where, "it is nested too deeply")
        return
    except UnicodeError:
        gathering.refuse(where, "one of its letters is broken")
        return
    except ValueError as reason:
        gathering.refuse(where, str(reason))
        return
    tags = item.get("tags")
    named = tuple(map(str, tags)) if isinstance(tags, list) else ()
    picture = _picture(gathering, where, item.get("picture"))
    id_ = str(item.get("id", ""))
    gathering.take(where, question, id=id_, tags=named, picture=picture)


def _picture(gathering: Gathering, where: str, wire: Any) -> Picture | None:  # noqa: ANN401 - JSON
    if wire is None:
        return None
    try:
        return picture_from_wire(wire)
    except ValueError as reason:
        gathering.change(where, f"a picture is left out: {reason}")
        return None
