"""Read QTI 1.2 items, Canvas's and others': choices, short answers, and essays with an answer."""

from quizapp.domain.question import Flashcard, Question
from quizapp.exchange import graded, parts, pictures, reasons
from quizapp.exchange.markup import Read, Shown, read
from quizapp.exchange.pictures import Look
from quizapp.exchange.qti import reading, several
from quizapp.exchange.qti.reading import below, child, words_said
from quizapp.exchange.understood import Gathering, Understood
from quizapp.exchange.xml import Element, name

_NOT_ASKED = {
    "text_only_question": reasons.ASKS_NOTHING,
    "calculated_question": reasons.DRAWN_ANEW,
    "file_upload_question": reasons.ASKS_FOR_FILE,
    "hot_spot_question": reasons.ON_A_PICTURE,
}


def is_package(content: bytes) -> bool:
    """Tell whether a file holds QTI 1.2 items."""
    return reading.holds(content, b"questestinterop")


def parse(content: bytes) -> Understood:
    """Return the items of a file or a package; raises ValueError with a sentence."""
    gathering = Gathering()
    title, number = "", 0
    for document in reading.documents(content):
        root = document.root
        if name(root) != "questestinterop":
            continue
        for assessment in below(root, "assessment"):
            title = title or assessment.get("title") or ""
        for _ in below(root, "bankentry_item"):
            gathering.refuse("a section", "its questions stand in a bank that is not here")
        for item in below(root, "item"):
            number += 1
            _take(gathering, f"question {number}", item, document.look)
    return gathering.done(title or reading.title_of(content))


def _take(gathering: Gathering, where: str, item: Element, look: Look) -> None:
    try:
        presented, fields = _asked(item)
        found = _questions(gathering, where, item, presented, fields)
    except ValueError as reason:
        gathering.refuse(where, str(reason))
        return
    own_id = (item.get("ident") or "").removeprefix("i") if len(found) == 1 else ""
    shown = _shown(gathering, where, presented, fields)
    picture = reading.picture_of(gathering, where, shown, look)
    for question in found:
        gathering.take(where, question, id=own_id, picture=picture)
    told = [_said(gathering, where, one) for one in below(item, "itemfeedback")]
    essay = isinstance(found[0], Flashcard) and _kind(item) in {"essay_question", ""}
    if any(told) and not essay:
        gathering.explain(where, "\n".join(filter(None, told)))
    for left in (*parts.into(len(found)), *_left_behind(item)):
        gathering.change(where, left)


def _left_behind(item: Element) -> list[str]:
    """Return what is lost of an item's answers."""
    left = []
    if any(map(several.is_pattern, below(item, "response_label"))):
        left.append("a gap whose right answers are a pattern is left out")
    if _entry(item, "parent_stimulus_item_ident"):
        left.append("the text that it stands under is left out")
    return left


def _shown(
    gathering: Gathering, where: str, presented: Element, fields: list[Element]
) -> list[Shown]:
    """Return the pictures beside the words of what is asked, and note those of options."""
    beside = _beside(presented, fields, "mattext")
    found = [_read(one) for one in beside]
    if any(one.others for one in found):
        gathering.change(where, pictures.OTHERS)
    within = [_read(one) for one in below(presented, "mattext") if one not in beside]
    drawn = _beside(presented, fields, "matimage")
    if any(one.shown for one in within) or len(below(presented, "matimage")) > len(drawn):
        gathering.change(where, pictures.OUTSIDE)
    return [
        *(shown for one in found for shown in one.shown),
        *(Shown(one.get("uri") or "", one.get("label") or "") for one in drawn),
    ]


def _asked(item: Element) -> tuple[Element, list[Element]]:
    """Return what an item presents and its fields; raises ValueError where it asks nothing."""
    kind = _kind(item)
    if kind in _NOT_ASKED:
        raise ValueError(_NOT_ASKED[kind])
    presented = child(item, "presentation")
    if presented is None:
        raise ValueError(reasons.ASKS_NOTHING)
    fields = below(
        presented, "response_lid", "response_str", "response_num", "response_grp"
    )
    return presented, fields


def _questions(
    gathering: Gathering,
    where: str,
    item: Element,
    presented: Element,
    fields: list[Element],
) -> list[Question]:
    """Return what an item asks; raises ValueError with the reason where there is nothing."""
    kind = _kind(item)
    if several.is_several(kind, presented, fields):
        if fields[0].get("rcardinality") == "Ordered":
            gathering.change(where, parts.ORDERED)
        return several.questions(kind, item, presented, fields, _words)
    if len(fields) != 1:
        raise ValueError(
            "it asks several things of different kinds" if fields else "it asks for nothing"
        )
    return [_question(gathering, where, item, presented, fields[0])]


def _question(
    gathering: Gathering, where: str, item: Element, presented: Element, field: Element
) -> Question:
    """Return the question of an item with one field; raises ValueError as above."""
    kind = _kind(item)
    prompt = _prompt(presented, field)
    shares = _shares(item)
    if kind == "essay_question" or (
        name(field) == "response_str" and not _conditions(item)
    ):
        return Flashcard(prompt, _told(gathering, where, item))
    if name(field) == "response_lid":
        options = below(field, "response_label")
        said = [(_said(gathering, where, one), _share(shares, one)) for one in options]
        answers = [one for one in said if one[0]]
        for change in graded.changes(answers):
            gathering.change(where, change)
        return graded.choice(prompt, answers)
    ends = _range(item)
    if ends is not None and not shares:
        gathering.change(where, graded.RANGE)
        return graded.between(prompt, *ends)
    if ends is not None:
        gathering.change(where, graded.EXACT)
    read = graded.number if kind == "numerical_question" else graded.typed
    return read(prompt, list(shares.items()))


def _kind(item: Element) -> str:
    """Return Canvas's name of the kind, "" where there is none."""
    return _entry(item, "question_type")


def _entry(item: Element, wanted: str) -> str:
    """Return what an item's metadata say under a label, "" where there is no such."""
    for field in below(item, "qtimetadatafield"):
        label, entry = child(field, "fieldlabel"), child(field, "fieldentry")
        if label is not None and entry is not None and label.text == wanted:
            return (entry.text or "").strip()
    return ""


def _prompt(presented: Element, field: Element) -> str:
    """Return the words of every material outside the field."""
    texts = (_read(one).text for one in _beside(presented, [field], "mattext"))
    return "\n".join(text for text in texts if text)


def _beside(presented: Element, fields: list[Element], wanted: str) -> list[Element]:
    """Return the materials of a name that belong to the question, not to an option."""
    inside = {one: field for field in fields for one in below(field, wanted)}
    said = [one for one in below(presented, wanted) if one not in inside]
    return [
        *said,
        *(one for one, field in inside.items() if _is_before_choices(one, field)),
    ]


def _is_before_choices(material: Element, field: Element) -> bool:
    """Tell whether a material inside a field belongs to the question, not to an option."""
    above = material.getparent()
    while above is not None and above is not field:
        if name(above) in {"response_label", "render_choice", "render_fib"}:
            return False
        above = above.getparent()
    return above is field


def _words(element: Element) -> str:
    """Return the words of every material in an element, whatever it shows besides."""
    texts = (_read(one).text for one in below(element, "mattext"))
    return "\n".join(text for text in texts if text)


def _said(gathering: Gathering, where: str, element: Element) -> str:
    texts = (words_said(gathering, where, _read(one)) for one in below(element, "mattext"))
    return "\n".join(text for text in texts if text)


def _read(material: Element) -> Read:
    text = "".join(material.itertext())
    return read(text) if material.get("texttype") == "text/html" else Read(text.strip())


def _told(gathering: Gathering, where: str, item: Element) -> str:
    """Return what is shown after an essay; raises ValueError where nothing is."""
    for feedback in below(item, "itemfeedback"):
        if feedback.get("ident") in {"general_fb", "Solution", "solution"}:
            told = _said(gathering, where, feedback)
            if told:
                return told
    raise ValueError(reasons.MARKED_BY_HAND)


def _share(shares: dict[str, float], option: Element) -> float:
    return shares.get((option.get("ident") or "").strip(), 0.0)


def _conditions(item: Element) -> bool:
    """Tell whether any answer is looked at."""
    return bool(below(item, "varequal", "vargte", "vargt", "varlte", "varsubstring"))


def _shares(item: Element) -> dict[str, float]:
    """Return what each answer earns, in percent of the best one."""
    earned: dict[str, float] = {}
    for condition in below(item, "respcondition"):
        points = sum(map(_points, below(condition, "setvar")))
        holds = child(condition, "conditionvar")
        for one in () if holds is None else below(holds, "varequal"):
            answer = "".join(one.itertext()).strip()
            if answer and points > 0 and not _is_denied(one, holds):
                earned[answer] = max(points, earned.get(answer, 0.0))
    best = max(earned.values(), default=0.0)
    return {answer: 100 * points / best for answer, points in earned.items()}


def _range(item: Element) -> tuple[str, str] | None:
    """Return the first range of numbers that earn something, None where there is none."""
    found = []
    for condition in below(item, "respcondition"):
        least, most = (
            next(("".join(one.itertext()).strip() for one in below(condition, *ends)), "")
            for ends in (("vargte", "vargt"), ("varlte", "varlt"))
        )
        if least and most and sum(map(_points, below(condition, "setvar"))) > 0:
            found.append((least, most))
    return next((ends for ends in found if ends[0] != ends[1]), None)


def _points(setting: Element) -> float:
    try:
        return float((setting.text or "0").strip())
    except ValueError:
        return 0.0


def _is_denied(condition: Element, top: Element) -> bool:
    """Tell whether a condition stands inside a `not`."""
    above = condition.getparent()
    while above is not None and above is not top:
        if name(above) == "not":
            return True
        above = above.getparent()
    return False
