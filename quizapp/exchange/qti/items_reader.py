"""Read QTI 2.0 to 2.2 items: choices, one gap to fill, and essays that name their answer."""

from copy import deepcopy

from quizapp.domain.question import Flashcard, Gap, Question, TypedAnswer
from quizapp.exchange import graded, parts, pictures, reasons
from quizapp.exchange.markup import Shown
from quizapp.exchange.qti import items_parts, reading
from quizapp.exchange.qti.reading import Document, below, child, said_in, words_of
from quizapp.exchange.understood import Gathering, Understood
from quizapp.exchange.xml import Element, name

_CHOICE = "choiceInteraction"
_ASIDE = frozenset(
    {"feedbackBlock", "feedbackInline", "modalFeedback", "rubricBlock", "templateBlock"}
)
_HERE = "\ue000"
"""Stands for the field while its sentence is read: a sign for private use (Unicode, 23.5)."""


def is_package(content: bytes) -> bool:
    """Tell whether a file holds QTI 2 items."""
    return reading.holds(content, b"<assessmentItem", b"<assessmentTest")


def parse(content: bytes) -> Understood:
    """Return the items of a file or a package; raises ValueError with a sentence."""
    gathering = Gathering()
    for document in reading.documents(content):
        root = document.root
        if name(root) == "assessmentItem":
            _take(gathering, document.path or root.get("title") or "the item", document)
        elif name(root) == "assessmentTest" and not document.path:
            gathering.refuse("the test", "its questions stand in other files")
    return gathering.done(reading.title_of(content))


def _take(gathering: Gathering, where: str, document: Document) -> None:
    item = document.root
    try:
        found = _questions(gathering, where, item)
    except ValueError as reason:
        gathering.refuse(where, str(reason))
        return
    own_id = (item.get("identifier") or "").removeprefix("i") if len(found) == 1 else ""
    shown = _shown(gathering, where, item)
    picture = reading.picture_of(gathering, where, shown, document.look)
    for question in found:
        gathering.take(where, question, id=own_id, picture=picture)
    for left in (*parts.into(len(found)), *_left_behind(gathering, where, item)):
        gathering.change(where, left)


def _shown(gathering: Gathering, where: str, item: Element) -> tuple[Shown, ...]:
    """Return the pictures beside the words of what is asked; those of options are left out."""
    asked = _without_asides(child(item, "itemBody"))
    for option in below(asked, "simpleChoice", *items_parts.OPTIONS):
        if said_in(option).shown:
            gathering.change(where, pictures.OUTSIDE)
        option.getparent().remove(option)
    found = said_in(asked)
    if found.others:
        gathering.change(where, pictures.OTHERS)
    return found.shown


def _left_behind(gathering: Gathering, where: str, item: Element) -> list[str]:
    """Return what is lost where an item tells something after it is answered."""
    feedback = below(item, "modalFeedback", "feedbackBlock", "feedbackInline")
    told = any(words_of(gathering, where, one) for one in feedback)
    return [reasons.FEEDBACK] if told else []


def _questions(gathering: Gathering, where: str, item: Element) -> list[Question]:
    """Return what an item asks; raises ValueError with the reason where there is nothing."""
    body = child(item, "itemBody")
    if body is None:
        raise ValueError("it has no body")
    if below(item, "templateDeclaration"):
        raise ValueError("its words are drawn anew each time")
    asked = _without_asides(body)
    interactions = [one for one in asked.iter() if name(one).endswith("Interaction")]
    if items_parts.are_gaps(interactions):
        return items_parts.gaps(item, asked, interactions, reading.words)
    if len(interactions) != 1:
        if not interactions:
            changing = item.get("adaptive") == "true"
            raise ValueError(
                "it changes while it is answered" if changing else "it asks for nothing"
            )
        raise ValueError("it asks several things of different kinds")
    (field,) = interactions
    if name(field) in items_parts.KINDS:
        found = items_parts.questions(item, asked, field, reading.words)
        if name(field) == "orderInteraction":
            gathering.change(where, parts.ORDERED)
        return found
    return [_question(gathering, where, item, asked, field)]


def _question(
    gathering: Gathering, where: str, item: Element, asked: Element, field: Element
) -> Question:
    """Return the question of an item with one field; raises ValueError as above."""
    match name(field):
        case "choiceInteraction":
            return _choice(gathering, where, item, asked, field)
        case "textEntryInteraction":
            return _entry(item, asked, field)
        case "extendedTextInteraction":
            return _essay(item, asked, field)
        case other:
            why = items_parts.NOT_ASKED.get(other, reasons.unknown_kind(other))
            raise ValueError(why)


def _without_asides(body: Element) -> Element:
    asked = deepcopy(body)
    for aside in [one for one in asked.iter() if name(one) in _ASIDE]:
        parent = aside.getparent()
        if parent is None:
            continue
        before, tail = aside.getprevious(), aside.tail or ""
        if before is None:
            parent.text = (parent.text or "") + tail
        else:
            before.tail = (before.tail or "") + tail
        parent.remove(aside)
    return asked


def _choice(
    gathering: Gathering, where: str, item: Element, asked: Element, field: Element
) -> Question:
    shares = _shares(item, field)
    answers = [
        (words_of(gathering, where, one), shares.get(one.get("identifier") or "", 0.0))
        for one in below(field, "simpleChoice")
    ]
    for change in graded.changes(answers):
        gathering.change(where, change)
    prompt = _prompt(asked, field)
    return graded.choice(prompt, answers)


def _entry(item: Element, asked: Element, field: Element) -> Question:
    right = [text for text, share in _shares(item, field).items() if share >= 100]
    if not right:
        raise ValueError("its right answer is not named")
    field.text = _HERE
    text = said_in(asked).text
    before, _, after = text.partition(_HERE)
    if not after.strip() and (before.endswith("\n") or not before.strip()):
        return TypedAnswer(before.strip(), right[0], tuple(right[1:]))
    return Gap(before, right[0], after, tuple(right[1:]))


def _essay(item: Element, asked: Element, field: Element) -> Question:
    named = [text for text, share in _shares(item, field).items() if share >= 100]
    if not named:
        raise ValueError(reasons.MARKED_BY_HAND)
    return Flashcard(_prompt(asked, field), named[0])


def _prompt(asked: Element, field: Element) -> str:
    """Return what stands beside the options or the field, then their own prompt."""
    own = child(field, "prompt")
    inside = "" if own is None else said_in(own).text
    for part in list(field):
        field.remove(part)
    field.text = None
    around = said_in(asked).text
    return "\n".join(text for text in (around, inside) if text.strip())


def _shares(item: Element, field: Element) -> dict[str, float]:
    """Return what each answer to a field earns, in percent, by its identifier or its words."""
    wanted = field.get("responseIdentifier")
    everything = below(item, "responseDeclaration")
    declared = [one for one in everything if one.get("identifier") == wanted]
    if not declared and len(everything) == 1:
        declared = everything  # its name is misspelt, as in examples of IMS
    if not declared:
        return {}
    correct = child(declared[0], "correctResponse")
    values = () if correct is None else (one for one in correct if name(one) == "value")
    shares = dict.fromkeys(("".join(value.itertext()).strip() for value in values), 100.0)
    mapped = {
        str(entry.get("mapKey")): _number(entry.get("mappedValue"))
        for entry in below(declared[0], "mapEntry")
    }
    if not shares or name(field) != _CHOICE:
        best = max(mapped.values(), default=0.0)
        several = declared[0].get("cardinality") == "multiple"
        for key, value in mapped.items():
            whole = value > 0 and (several or value >= best)
            shares.setdefault(key, 100.0 if whole else 0.0)
    return {key: share for key, share in shares.items() if key}


def _number(text: str | None) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0.0
