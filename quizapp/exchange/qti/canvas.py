"""QTI 1.2 as Canvas writes and reads it: one quiz in a folder of its own (IMS QTI 1.2.1, 2003).

The layout is that of Canvas's own exports.
"""

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from quizapp.domain.picture import Picture
from quizapp.domain.question import (
    Flashcard,
    Gap,
    MultipleChoice,
    Question,
    StoredQuestion,
    TypedAnswer,
    prompt_of,
)
from quizapp.domain.question_set import QuestionSet
from quizapp.exchange import graded, losses, markup, order, pictures
from quizapp.exchange.archives import pack
from quizapp.exchange.options import Options
from quizapp.exchange.qti.writing import (
    Resource,
    add,
    as_bytes,
    identifier,
    manifest,
    place_of,
    resources_of,
)
from quizapp.exchange.understood import id_of
from quizapp.exchange.xml import Element

_SPACE = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_META = "http://canvas.instructure.com/xsd/cccv1p0"
_PACKAGING = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_RESPONSE = "response1"
_FEEDBACK = "general_fb"


def dump(question_set: QuestionSet, options: Options) -> bytes:
    """Return the package."""
    kept = order.ordered(losses.kept("canvas", question_set), options)
    quiz = identifier(id_of(Flashcard("quiz", question_set.title)))
    root = etree.Element(f"{{{_SPACE}}}questestinterop", nsmap={None: _SPACE})
    title = markup.printable(question_set.title)
    section = add(
        add(root, "assessment", ident=quiz, title=title), "section", ident="root_section"
    )
    for stored in kept:
        told = order.explanation(question_set, stored) if options.with_explanations else ""
        _item(section, stored, order.answers(stored, options), told)
    paths = f"{quiz}/{quiz}.xml", f"{quiz}/assessment_meta.xml"
    shown = [one.picture for one in kept if one.picture is not None]
    drawn = resources_of(shown)
    needs = tuple(one.identifier for one in drawn.values())
    resource = Resource(quiz, "imsqti_xmlv1p2", paths[0], paths[1:], needs)
    listed = manifest(
        _PACKAGING,
        ("IMS Content", "1.1.3"),
        question_set.title,
        [resource, *drawn.values()],
    )
    quiz_itself = _about(quiz, question_set.title, len(kept))
    return pack(
        {
            "imsmanifest.xml": listed,
            paths[0]: as_bytes(root),
            paths[1]: quiz_itself,
            **{place_of(picture): picture.data for picture in shown},
        }
    )


def _about(quiz: str, title: str, points: int) -> bytes:
    root = etree.Element(f"{{{_META}}}quiz", {"identifier": quiz}, nsmap={None: _META})
    add(root, "title", title)
    add(root, "quiz_type", "assignment")
    add(root, "points_possible", f"{points}.0")
    add(root, "shuffle_answers", "false")
    return as_bytes(root)


def _item(
    section: Element, stored: StoredQuestion, shown: tuple[str, ...], told: str
) -> None:
    asked = stored.question
    item = add(section, "item", ident=identifier(stored.id), title="Question")
    fields = add(add(item, "itemmetadata"), "qtimetadata")
    _field(fields, "question_type", _kind(asked))
    _field(fields, "points_possible", "1.0")
    presented = add(item, "presentation")
    _material(presented, _prompt(asked), stored.picture)
    processing = add(item, "resprocessing")
    score = {"maxvalue": "100", "minvalue": "0", "varname": "SCORE", "vartype": "Decimal"}
    add(add(processing, "outcomes"), "decvar", **score)
    feedback = asked.back if isinstance(asked, Flashcard) else told
    if feedback:
        general = add(processing, "respcondition", **{"continue": "Yes"})
        add(add(general, "conditionvar"), "other")
        add(general, "displayfeedback", feedbacktype="Response", linkrefid=_FEEDBACK)
    _answers(presented, processing, asked, shown)
    if feedback:
        _material(add(add(item, "itemfeedback", ident=_FEEDBACK), "flow_mat"), feedback)


def _answers(
    presented: Element, processing: Element, asked: Question, shown: tuple[str, ...]
) -> None:
    if isinstance(asked, MultipleChoice):
        response = add(presented, "response_lid", ident=_RESPONSE, rcardinality="Single")
        options = add(response, "render_choice")
        for number, text in enumerate(shown, start=1):
            _material(add(options, "response_label", ident=str(1000 + number)), text)
        _right(processing, str(1001 + shown.index(asked.right)))
        return
    response = add(presented, "response_str", ident=_RESPONSE, rcardinality="Single")
    add(add(response, "render_fib"), "response_label", ident="answer1", rshuffle="No")
    if isinstance(asked, Gap | TypedAnswer):
        _right(processing, *dict.fromkeys((asked.answer, *asked.accepted)))


def _right(processing: Element, *answers: str) -> None:
    condition = add(processing, "respcondition", **{"continue": "No"})
    holds = add(condition, "conditionvar")
    for answer in answers:
        add(holds, "varequal", answer, respident=_RESPONSE)
    add(condition, "setvar", "100", action="Set", varname="SCORE")


def _field(fields: Element, label: str, entry: str) -> None:
    field = add(fields, "qtimetadatafield")
    add(field, "fieldlabel", label)
    add(field, "fieldentry", entry)


def _material(parent: Element, text: str, picture: Picture | None = None) -> None:
    words = f"<p>{markup.to_html(text)}</p>"
    if picture is not None:
        place = f"{pictures.CANVAS_FILES}/{place_of(picture)}"
        words += f"<p>{pictures.tag(picture, place)}</p>"
    add(add(parent, "material"), "mattext", words, texttype="text/html")


def _kind(asked: Question) -> str:
    match asked:
        case MultipleChoice():
            return "multiple_choice_question"
        case Flashcard():
            return "essay_question"
        case Gap() | TypedAnswer():
            return "short_answer_question"


def _prompt(asked: Question) -> str:
    if isinstance(asked, Gap):
        return f"{asked.before}{graded.WIDE_GAP}{asked.after}"
    return prompt_of(asked)
