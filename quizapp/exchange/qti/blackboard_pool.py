"""Read Blackboard's older pools, `<POOL>`: no QTI, but in the same `.dat` files and exports.

After what Blackboard 5 and 6 write: questions, their answers and which are right refer to each
other by ids.
"""

from collections.abc import Callable

from quizapp.domain.question import Flashcard, Question
from quizapp.exchange import graded, markup, parts, reasons
from quizapp.exchange.qti.reading import html_words
from quizapp.exchange.understood import Gathering
from quizapp.exchange.xml import Element, Words

MARK = b"<POOL"
_KIND = "QUESTION_"


def read(gathering: Gathering, root: Element) -> str:
    """Take the questions of a pool in and return its title."""
    items = [one for one in root if str(one.tag).startswith(_KIND) and len(one)]
    for number, item in enumerate(items, start=1):
        _take(gathering, f"question {number}", item)
    title = root.find("TITLE")
    return "" if title is None else title.get("value") or ""


def _take(gathering: Gathering, where: str, item: Element) -> None:
    kind = str(item.tag).removeprefix(_KIND)

    def words(element: Element) -> str:
        text = element.findtext("TEXT") or ""
        return html_words(gathering, where, text) if "<" in text else markup.read(text).text

    try:
        body = item.find("BODY")
        reader = _READERS.get(kind, _unknown)
        found = reader(item, "" if body is None else words(body), words)
    except ValueError as reason:
        gathering.refuse(where, str(reason))
        return
    for question in found:
        gathering.take(where, question)
    feedback = (*item.iter("FEEDBACK_WHEN_CORRECT"), *item.iter("FEEDBACK_WHEN_INCORRECT"))
    if any((one.text or "").strip() for one in feedback):
        gathering.change(where, reasons.FEEDBACK)
    answers = [(text, 100.0) for text in _right(item, words)]
    for left in (
        *parts.into(len(found)),
        *(graded.changes(answers) if kind == _SEVERAL else ()),
    ):
        gathering.change(where, left)


def _right(item: Element, words: Words) -> list[str]:
    """Return the words of the right answers, in their order."""
    named = {one.get("id"): words(one) for one in item.iterfind("ANSWER")}
    wanted = (one.get("answer_id") for one in item.iterfind("GRADABLE/CORRECTANSWER"))
    return [named[one] for one in wanted if one in named]


def _judged(item: Element, prompt: str, words: Words) -> list[Question]:
    right = [text.casefold() for text in _right(item, words)]
    if right not in (["true"], ["false"]):
        raise ValueError(reasons.NO_VERDICT)
    return [graded.true_or_false(prompt, true=right == ["true"])]


def _chosen(item: Element, prompt: str, words: Words) -> list[Question]:
    right = _right(item, words)
    shown = (words(one) for one in item.iterfind("ANSWER"))
    return [graded.choice(prompt, [(one, 100.0 * (one in right)) for one in shown if one])]


def _matched(item: Element, prompt: str, words: Words) -> list[Question]:
    answers = {one.get("id"): words(one) for one in item.iterfind("ANSWER")}
    choices = {one.get("id"): words(one) for one in item.iterfind("CHOICE")}
    pairs = [
        (answers.get(one.get("answer_id"), ""), choices.get(one.get("choice_id"), ""))
        for one in item.iterfind("GRADABLE/CORRECTANSWER")
    ]
    if len({answer for answer, _ in pairs}) == len(pairs):
        return [*graded.matching(prompt, pairs, [*choices.values()])]
    turned = [(choice, answer) for answer, choice in pairs]
    return [*graded.matching(prompt, turned, [*answers.values()])]


def _typed(item: Element, prompt: str, words: Words) -> list[Question]:
    return [graded.typed(prompt, [(words(one), 100.0) for one in item.iterfind("ANSWER")])]


def _essay(item: Element, prompt: str, words: Words) -> list[Question]:
    back = next((text for text in map(words, item.iterfind("ANSWER")) if text), "")
    if not back:
        raise ValueError(reasons.MARKED_BY_HAND)
    return [Flashcard(prompt, back)]


def _unknown(item: Element, _prompt: str, _words: Words) -> list[Question]:
    kind = str(item.tag).removeprefix(_KIND).lower()
    raise ValueError(reasons.unknown_kind(kind))


_SEVERAL = "MULTIPLEANSWER"
_READERS: dict[str, Callable[[Element, str, Words], list[Question]]] = {
    "TRUEFALSE": _judged,
    "MULTIPLECHOICE": _chosen,
    _SEVERAL: _chosen,
    "MATCH": _matched,
    "FILLINBLANK": _typed,
    "ESSAY": _essay,
}
