"""QTI 1.2 items that ask several things: matchings, texts with gaps, categories, orders.

After Canvas's and New Quizzes' exports: a field for each thing asked; gaps stand in the text as
`[name]` and their fields are called `response_name`.
"""

import re
from collections.abc import Sequence

from quizapp.domain.question import Question
from quizapp.exchange import graded, parts
from quizapp.exchange.parts import Part
from quizapp.exchange.qti.reading import below, child
from quizapp.exchange.xml import Element, Words, name

TYPED = "fill_in_multiple_blanks_question"
"""Its gaps are typed, and each option is a right answer; elsewhere one is chosen."""
_CATEGORIES = "categorization_question"
_PATTERN = "TextRegex"


def is_several(kind: str, presented: Element, fields: Sequence[Element]) -> bool:
    """Tell whether an item's kind, its fields or its text ask for several things."""
    apart = {TYPED, _CATEGORIES, "matching_question", "multiple_dropdowns_question"}
    ordered = len(fields) == 1 and fields[0].get("rcardinality") == "Ordered"
    chosen = len(fields) > 1 and all(name(one) == "response_lid" for one in fields)
    text = "".join(presented.itertext())
    marked = bool(fields) and all(f"[{_gap_of(one)}]" in text for one in fields)
    return bool(fields) and (kind in apart or ordered or chosen or marked)


def questions(
    kind: str, item: Element, presented: Element, fields: Sequence[Element], said: Words
) -> list[Question]:
    """Return a question for each thing asked; raises ValueError where one has no answer."""
    stem = _stem(presented, fields, said)
    if fields[0].get("rcardinality") == "Ordered":
        return [_ordered(item, stem, fields[0], said)]
    names = [_gap_of(one) for one in fields]
    if all(f"[{one}]" in stem for one in names):
        return _gaps(kind, item, stem, dict(zip(names, fields, strict=True)), said)
    if kind == _CATEGORIES:
        return [*graded.matching(stem, _in_categories(item, fields, said))]
    pairs = [
        (_own(one, said), right)
        for one in fields
        if (right := _words_of(one, rightful(item, one), said))
    ]
    offered = [said(label) for one in fields for label in below(one, "response_label")]
    return [*graded.matching(stem, pairs, offered)]


def rightful(item: Element, field: Element) -> list[str]:
    """Return the identifiers that earn something in a field, in their order."""
    found: dict[str, None] = {}
    for condition in below(item, "respcondition"):
        if not _earns(condition):
            continue
        for one in below(condition, "varequal"):
            above = one.getparent()
            denied = above is not None and name(above) == "not"
            if one.get("respident") == field.get("ident") and not denied:
                found["".join(one.itertext()).strip()] = None
    return list(found)


def _earns(condition: Element) -> bool:
    """Tell whether a condition adds to the mark, or shows what is shown for right answers."""
    for one in below(condition, "setvar"):
        points = (one.text or "").strip()
        if points == "SCORE.max" or re.fullmatch(r"\+?0*\.?0*[1-9][\d.]*", points):
            return True
    shown = (one.get("linkrefid") for one in below(condition, "displayfeedback"))
    return "correct" in shown


def _stem(presented: Element, fields: Sequence[Element], said: Words) -> str:
    """Return the words outside every field."""
    inside = {one for field in fields for one in below(field, "material")}
    outside = (one for one in below(presented, "material") if one not in inside)
    return "\n".join(words for words in map(said, outside) if words)


def _own(field: Element, said: Words) -> str:
    """Return the words of a field that belong to none of its options."""
    own = child(field, "material")
    return "" if own is None else said(own)


def _words_of(field: Element, identifiers: Sequence[str], said: Words) -> str:
    """Return the words of the first option that is right, "" where none is."""
    labels = {one.get("ident"): one for one in below(field, "response_label")}
    right = (labels[one] for one in identifiers if one in labels)
    return next((words for words in map(said, right) if words), "")


def _gap_of(field: Element) -> str:
    return (field.get("ident") or "").removeprefix("response_")


def _gaps(
    kind: str, item: Element, stem: str, fields: dict[str, Element], said: Words
) -> list[Question]:
    marks = "|".join(map(re.escape, fields))
    around = re.split(rf"\[({marks})\]", stem)
    places = [_part(kind, item, fields[gap], said) for gap in around[1::2]]
    return parts.apart(around[::2], places)


def is_pattern(label: Element) -> bool:
    """Tell whether an option is no answer, but a pattern that answers must fit."""
    return bool(label.get("scoring_algorithm") == _PATTERN)


def _part(kind: str, item: Element, field: Element, said: Words) -> Part:
    labels = below(field, "response_label")
    if any(map(is_pattern, labels)):
        return Part((), typed=True)
    typed = kind == TYPED and all(
        one.get("answer_type", "openEntry") == "openEntry" for one in labels
    )
    right = rightful(item, field)
    answers = tuple(
        (said(one), 100.0 if typed or one.get("ident") in right else 0.0) for one in labels
    )
    return Part(tuple(one for one in answers if one[0]), typed=typed)


def _in_categories(
    item: Element, fields: Sequence[Element], said: Words
) -> list[tuple[str, str]]:
    found = []
    for field in fields:
        labels = {one.get("ident"): one for one in below(field, "response_label")}
        right = (labels[one] for one in rightful(item, field) if one in labels)
        found += [(said(one), _own(field, said)) for one in right]
    return found


def _ordered(item: Element, stem: str, field: Element, said: Words) -> Question:
    labels = {one.get("ident"): one for one in below(field, "response_label")}
    right = [said(labels[one]) for one in rightful(item, field) if one in labels]
    own = _own(field, said)
    return parts.ordering("\n".join(filter(None, (stem, own))), right)
