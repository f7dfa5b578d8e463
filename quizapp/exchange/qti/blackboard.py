"""Read Blackboard's pools and tests: QTI 1.2 in `.dat` files, single or in an export's zip.

After what Blackboard 6 to 9 write: the kind stands in `bbmd_questiontype`, words in
`mat_formattedtext`, and the layout's classes tell question, answers and their partners apart.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from quizapp.domain.question import Flashcard, Question
from quizapp.exchange import graded, parts, reasons
from quizapp.exchange.archives import unpack
from quizapp.exchange.qti import blackboard_pool
from quizapp.exchange.qti.reading import LEFT_OUT, below, html_words
from quizapp.exchange.qti.several import rightful
from quizapp.exchange.understood import LARGEST, Gathering, Understood
from quizapp.exchange.xml import Element, name, read_xml

_MARK = b"bbmd_questiontype"
_SEVERAL_GAPS = "it has several gaps"
_NOT_ASKED = {
    "Calculated": reasons.DRAWN_ANEW,
    "File Upload": reasons.ASKS_FOR_FILE,
    "Hot Spot": reasons.ON_A_PICTURE,
    "Opinion Scale": "it names no right answer",
    "Fill in the Blank Plus": _SEVERAL_GAPS,
    "Jumbled Sentence": _SEVERAL_GAPS,
}


def is_pool(content: bytes) -> bool:
    """Tell whether a file, or one in a package, holds Blackboard's questions."""
    if not content.startswith(b"PK"):
        return _is_one(content)
    try:
        members = unpack(content, largest=LARGEST)
    except ValueError:
        return False
    return any(_is_one(part) for path, part in members.items() if path.endswith(".dat"))


def _is_one(content: bytes) -> bool:
    return _MARK in content or blackboard_pool.MARK in content[:1000]


def parse(content: bytes) -> Understood:
    """Return the items of a file or an export; raises ValueError with a sentence."""
    gathering, title, number = Gathering(), "", 0
    for document in _documents(content):
        root = read_xml(document)
        if name(root) == "POOL":
            title = blackboard_pool.read(gathering, root) or title
            continue
        for assessment in below(root, "assessment"):
            title = title or assessment.get("title") or ""
        for item in below(root, "item"):
            number += 1
            _take(gathering, f"question {number}", item)
    return gathering.done(title)


def _documents(content: bytes) -> list[bytes]:
    if not content.startswith(b"PK"):
        return [content]
    members = unpack(content, largest=LARGEST)
    return [
        part for path, part in members.items() if path.endswith(".dat") and _is_one(part)
    ]


def _take(gathering: Gathering, where: str, item: Element) -> None:
    asked = _Item(gathering, where, item)
    try:
        found = _questions(asked)
    except ValueError as reason:
        gathering.refuse(where, str(reason))
        return
    for question in found:
        gathering.take(where, question)
    told = any(map(asked.words, below(item, "itemfeedback")))
    if told and not isinstance(found[0], Flashcard):
        gathering.change(where, reasons.FEEDBACK)
    for left in parts.into(len(found)):
        gathering.change(where, left)


@dataclass(frozen=True, slots=True)
class _Item:
    """An item, and where what it leaves behind is noted."""

    gathering: Gathering
    where: str
    element: Element

    @property
    def kind(self) -> str:
        """Blackboard's name of its kind."""
        named = below(self.element, _MARK.decode())
        return "".join("".join(one.itertext()) for one in named).strip()

    @property
    def stem(self) -> str:
        """The words of the question itself."""
        found = self.blocks("QUESTION_BLOCK")
        return self.words(found[0]) if found else ""

    @property
    def field(self) -> Element:
        """Where the answer goes; raises ValueError where there is not just one."""
        fields = below(self.element, "response_lid", "response_str", "response_num")
        if len(fields) != 1:
            raise ValueError("it asks for nothing" if not fields else _SEVERAL_GAPS)
        return fields[0]

    @property
    def right(self) -> list[str]:
        """What the field's right answers are, by their words or their identifiers."""
        return rightful(self.element, self.field)

    def blocks(self, wanted: str) -> list[Element]:
        """Return the parts of the layout that are called so."""
        return [one for one in below(self.element, "flow") if one.get("class") == wanted]

    def words(self, element: Element) -> str:
        """Return what an element says, in lines, and note a picture or sound that is left out."""
        if below(element, "matapplication", "matimage"):
            self.gathering.change(self.where, LEFT_OUT)
        said = map(self._said, below(element, "mat_formattedtext", "mattext"))
        return "\n".join(text for text in said if text)

    def _said(self, material: Element) -> str:
        text = "".join(material.itertext())
        if name(material) == "mat_formattedtext" and material.get("type") != "PLAIN_TEXT":
            return html_words(self.gathering, self.where, text)
        return text.strip()


def _questions(asked: _Item) -> list[Question]:
    """Return what an item asks; raises ValueError with the reason where there is nothing."""
    kind = asked.kind
    if kind in _NOT_ASKED:
        raise ValueError(_NOT_ASKED[kind])
    if kind not in _READERS:
        raise ValueError(reasons.unknown_kind(kind))
    return _READERS[kind](asked)


def _judged(asked: _Item) -> list[Question]:
    if asked.right not in (["true"], ["false"]):
        raise ValueError(reasons.NO_VERDICT)
    return [graded.true_or_false(asked.stem, true=asked.right == ["true"])]


def _chosen(asked: _Item) -> list[Question]:
    """Return a choice, and note what it loses of the item."""
    right = asked.right
    answers = [
        (_spelt_out(asked.words(one)), 100.0 if one.get("ident") in right else 0.0)
        for one in below(asked.field, "response_label")
    ]
    for change in graded.changes(answers):
        asked.gathering.change(asked.where, change)
    return [graded.choice(asked.stem, answers)]


def _spelt_out(option: str) -> str:
    """Return an option of either-or as it is shown: Blackboard writes `yes_no.false` for no."""
    named = re.fullmatch(r"([a-z]+)_([a-z]+)\.(true|false)", option)
    return option if named is None else named[1 if named[3] == "true" else 2].capitalize()


def _matched(asked: _Item) -> list[Question]:
    partners = [
        asked.words(one) for block in asked.blocks("RIGHT_MATCH_BLOCK") for one in block
    ]
    pairs = []
    for field in below(asked.element, "response_lid"):
        labels = [one.get("ident") for one in below(field, "response_label")]
        right = [
            labels.index(one) for one in rightful(asked.element, field) if one in labels
        ]
        around = field.getparent()
        if right and right[0] < len(partners) and around is not None:
            pairs.append((asked.words(around), partners[right[0]]))
    return [*graded.matching(asked.stem, pairs, partners)]


def _typed(asked: _Item) -> list[Question]:
    if not asked.right and below(asked.element, "varsubset", "varsubstring"):
        raise ValueError(reasons.PATTERN)
    ends = below(asked.element, "vargte", "varlte")
    if len({"".join(one.itertext()).strip() for one in ends}) > 1:
        asked.gathering.change(asked.where, graded.EXACT)
    read = graded.number if asked.kind == "Numeric" else graded.typed
    return [read(asked.stem, [(one, 100.0) for one in asked.right])]


def _essay(asked: _Item) -> list[Question]:
    feedback = below(asked.element, "itemfeedback")
    told = (asked.words(one) for one in feedback if one.get("ident") == "solution")
    back = next((words for words in told if words), "")
    if not back:
        raise ValueError(reasons.MARKED_BY_HAND)
    return [Flashcard(asked.stem, back)]


def _ordered(asked: _Item) -> list[Question]:
    labels = {one.get("ident"): one for one in below(asked.field, "response_label")}
    items = [asked.words(labels[one]) for one in asked.right if one in labels]
    card = parts.ordering(asked.stem, items)
    asked.gathering.change(asked.where, parts.ORDERED)
    return [card]


_READERS: dict[str, Callable[[_Item], list[Question]]] = {
    "True/False": _judged,
    "Multiple Choice": _chosen,
    "Multiple Answer": _chosen,
    "Either/Or": _chosen,
    "Matching": _matched,
    "Fill in the Blank": _typed,
    "Numeric": _typed,
    "Essay": _essay,
    "Short Response": _essay,
    "Ordering": _ordered,
}
