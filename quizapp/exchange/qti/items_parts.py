"""QTI 2 items that ask several things, or ask by moving words: gaps, pairs, orders, hot words."""

import re
from collections.abc import Sequence

from quizapp.domain.question import Question
from quizapp.exchange import graded, parts, reasons
from quizapp.exchange.graded import Graded
from quizapp.exchange.parts import Part
from quizapp.exchange.qti.reading import below, child
from quizapp.exchange.xml import Element, Words, name

_HERE = "\ue000"
"""Stands for a gap while its text is read: a sign for private use (Unicode, 23.5)."""
_INLINE = frozenset({"inlineChoiceInteraction", "textEntryInteraction"})
KINDS = frozenset(
    {
        "inlineChoiceInteraction",
        "orderInteraction",
        "matchInteraction",
        "associateInteraction",
        "gapMatchInteraction",
        "hottextInteraction",
    }
)
OPTIONS = frozenset({"simpleAssociableChoice", "gapText", "gapImg", "inlineChoice"})
"""What is chosen or moved in these, besides simple choices."""
NOT_ASKED = {
    "drawingInteraction": "it asks for a drawing",
    "uploadInteraction": reasons.ASKS_FOR_FILE,
    "mediaInteraction": "it asks for nothing but to listen or look",
    "sliderInteraction": "it is answered by a slider",
    "customInteraction": "it is answered in a way of its program's own",
    "endAttemptInteraction": "it asks for nothing",
    **dict.fromkeys(
        (
            "graphicAssociateInteraction",
            "graphicGapMatchInteraction",
            "graphicOrderInteraction",
            "hotspotInteraction",
            "positionObjectInteraction",
            "selectPointInteraction",
        ),
        reasons.ON_A_PICTURE,
    ),
}
"""Why these are left out."""


def are_gaps(fields: Sequence[Element]) -> bool:
    """Tell whether all fields stand in one text, to be filled in."""
    return len(fields) > 1 and all(name(one) in _INLINE for one in fields)


def gaps(
    item: Element, asked: Element, fields: Sequence[Element], words: Words
) -> list[Question]:
    """Return a question for each field of a text; raises ValueError where one has no answer."""
    places = [_place(item, field, words) for field in fields]
    for field in fields:
        for inside in list(field):
            field.remove(inside)
        field.text = _HERE
    return parts.apart(words(asked).split(_HERE), places)


def questions(
    item: Element, asked: Element, field: Element, words: Words
) -> list[Question]:
    """Return what one interaction asks; raises ValueError with the reason where there is none."""
    match name(field):
        case "inlineChoiceInteraction":
            return gaps(item, asked, [field], words)
        case "gapMatchInteraction":
            return _moved(item, asked, field, words)
        case "hottextInteraction":
            return [_marked(item, asked, field, words)]
        case "orderInteraction":
            said = _said(below(field, "simpleChoice"), words)
            right = [said[one] for one in values(item, field) if one in said]
            return [parts.ordering(_stem(asked, field, words), right)]
        case "associateInteraction":
            said = _said(below(field, "simpleAssociableChoice"), words)
            return [*graded.matching(_stem(asked, field, words), _pairs(item, field, said))]
        case _:
            said = _said(below(field, "simpleAssociableChoice"), words)
            sets = below(field, "simpleMatchSet")
            offered = below(sets[-1], "simpleAssociableChoice") if sets else ()
            others = tuple(said[one.get("identifier", "")] for one in offered)
            return _matched(_pairs(item, field, said), _stem(asked, field, words), others)


def values(item: Element, field: Element) -> list[str]:
    """Return the correct response of a field, else what its mapping gives the most for."""
    wanted = field.get("responseIdentifier")
    for declared in below(item, "responseDeclaration"):
        if declared.get("identifier") != wanted:
            continue
        correct = child(declared, "correctResponse")
        named = () if correct is None else below(correct, "value")
        found = ["".join(one.itertext()).strip() for one in named]
        return found or [
            str(one.get("mapKey"))
            for one in below(declared, "mapEntry")
            if re.match(r"0*\.?0*[1-9]", one.get("mappedValue") or "")
        ]
    return []


def _matched(
    pairs: Sequence[tuple[str, str]], stem: str, others: Sequence[str]
) -> list[Question]:
    """Return a question for each item with one partner; one with several is no choice of ours."""
    count = {item: sum(one == item for one, _ in pairs) for item, _ in pairs}
    turned = [(answer, item) for item, answer in pairs]
    if all(number == 1 for number in count.values()):
        return [*graded.matching(stem, pairs, others)]
    if len(dict(turned)) == len(turned):
        return [*graded.matching(stem, turned)]
    raise ValueError("its items have several partners each")


def _said(choices: Sequence[Element], words: Words) -> dict[str, str]:
    return {one.get("identifier", ""): words(one) for one in choices}


def _pairs(item: Element, field: Element, said: dict[str, str]) -> list[tuple[str, str]]:
    couples = (one.split() for one in values(item, field))
    return [
        (said[pair[0]], said[pair[1]])
        for pair in couples
        if len(pair) == 2 and pair[0] in said and pair[1] in said
    ]


def _place(item: Element, field: Element, words: Words) -> Part:
    right = values(item, field)
    if name(field) == "textEntryInteraction":
        return Part(tuple((one, 100.0) for one in right), typed=True)
    said = _said(below(field, "inlineChoice"), words)
    return Part(_answers(said, right), typed=False)


def _answers(said: dict[str, str], right: Sequence[str]) -> tuple[Graded, ...]:
    return tuple((text, 100.0 if one in right else 0.0) for one, text in said.items())


def _moved(item: Element, asked: Element, field: Element, words: Words) -> list[Question]:
    """Return each gap of a text as a choice among the words that are moved into it."""
    said = _said(below(field, "gapText"), words)
    right = {
        pair[1]: pair[0] for pair in map(str.split, values(item, field)) if len(pair) == 2
    }
    holes = below(field, "gap")
    places = []
    for hole in holes:
        meant = right.get(hole.get("identifier", ""), "")
        places.append(Part(_answers(said, [meant]), typed=False))
        hole.text = _HERE
    for offered in below(field, "gapText"):
        above = offered.getparent()
        if above is not None:
            above.remove(offered)
    return parts.apart(words(asked).split(_HERE), places)


def _marked(item: Element, asked: Element, field: Element, words: Words) -> Question:
    said = _said(below(field, "hottext"), words)
    return graded.choice(words(asked), _answers(said, values(item, field)))


def _stem(asked: Element, field: Element, words: Words) -> str:
    """Return what stands beside the interaction, then its own prompt."""
    own = child(field, "prompt")
    inside = "" if own is None else words(own)
    for part in list(field):
        field.remove(part)
    field.text = None
    return "\n".join(text for text in (words(asked), inside) if text.strip())
