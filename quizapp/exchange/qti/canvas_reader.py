"""Read QTI 1.2 items, Canvas's and others': choices, short answers, and essays with an answer."""

from quizapp.domain.question import Flashcard, Question
from quizapp.exchange import graded, pictures
from quizapp.exchange.markup import Read, Shown, read
from quizapp.exchange.pictures import Look
from quizapp.exchange.qti import reading
from quizapp.exchange.qti.reading import below, child, words_said
from quizapp.exchange.understood import Gathering, Understood
from quizapp.exchange.xml import Element, name

_NOT_ASKED = {
    "text_only_question": "it asks nothing",
    "matching_question": "Quizapp has no question of its kind: matching",
    "multiple_dropdowns_question": "it has several parts",
    "fill_in_multiple_blanks_question": "it has several gaps",
    "calculated_question": "its numbers are drawn anew each time",
    "file_upload_question": "it asks for a file",
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
        presented, field = _asked(item)
        question = _question(gathering, where, item, presented, field)
    except ValueError as reason:
        gathering.refuse(where, str(reason))
        return
    own_id = (item.get("ident") or "").removeprefix("i")
    shown = _shown(gathering, where, presented, field)
    picture = reading.picture_of(gathering, where, shown, look)
    gathering.take(where, question, id=own_id, picture=picture)


def _shown(
    gathering: Gathering, where: str, presented: Element, field: Element
) -> list[Shown]:
    """Return the pictures beside the words of what is asked."""
    found = [_read(one) for one in _beside(presented, field, "mattext")]
    if any(one.others for one in found):
        gathering.change(where, pictures.OTHERS)
    drawn = _beside(presented, field, "matimage")
    if len(below(presented, "matimage")) > len(drawn):
        gathering.change(where, pictures.OUTSIDE)
    return [
        *(shown for one in found for shown in one.shown),
        *(Shown(one.get("uri") or "", one.get("label") or "") for one in drawn),
    ]


def _asked(item: Element) -> tuple[Element, Element]:
    """Return what an item presents and its only field; raises ValueError where it has others."""
    kind = _kind(item)
    if kind in _NOT_ASKED:
        raise ValueError(_NOT_ASKED[kind])
    presented = child(item, "presentation")
    if presented is None:
        raise ValueError("it asks nothing")
    fields = below(
        presented, "response_lid", "response_str", "response_num", "response_grp"
    )
    if len(fields) != 1:
        raise ValueError("it has several parts" if fields else "it asks for nothing")
    return presented, fields[0]


def _question(
    gathering: Gathering, where: str, item: Element, presented: Element, field: Element
) -> Question:
    """Return an item's question; raises ValueError with the reason where there is none."""
    prompt = _prompt(presented, field)
    shares = _shares(item)
    if _kind(item) == "essay_question" or (
        name(field) == "response_str" and not _conditions(item)
    ):
        return Flashcard(prompt, _told(gathering, where, item))
    if field.get("rcardinality") == "Ordered":
        raise ValueError("Quizapp has no question of its kind: ordering")
    if name(field) == "response_lid":
        options = below(field, "response_label")
        answers = [(_said(gathering, where, one), _share(shares, one)) for one in options]
        for change in graded.changes(answers):
            gathering.change(where, change)
        return graded.choice(prompt, answers)
    return graded.typed(prompt, list(shares.items()))


def _kind(item: Element) -> str:
    """Return Canvas's name of the kind, "" where there is none."""
    for field in below(item, "qtimetadatafield"):
        label, entry = child(field, "fieldlabel"), child(field, "fieldentry")
        if label is not None and entry is not None and label.text == "question_type":
            return (entry.text or "").strip()
    return ""


def _prompt(presented: Element, field: Element) -> str:
    """Return the words of every material outside the field."""
    texts = (_read(one).text for one in _beside(presented, field, "mattext"))
    return "\n".join(text for text in texts if text)


def _beside(presented: Element, field: Element, wanted: str) -> list[Element]:
    """Return the materials of a name that belong to the question, not to an option."""
    inside = below(field, wanted)
    said = [one for one in below(presented, wanted) if one not in inside]
    return [*said, *(one for one in inside if _is_before_choices(one, field))]


def _is_before_choices(material: Element, field: Element) -> bool:
    """Tell whether a material inside a field belongs to the question, not to an option."""
    above = material.getparent()
    while above is not None and above is not field:
        if name(above) in {"response_label", "render_choice", "render_fib"}:
            return False
        above = above.getparent()
    return above is field


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
    raise ValueError("it is to be marked by hand and names no answer")


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
