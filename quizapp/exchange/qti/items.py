"""QTI 2.1, 2.2 and 3.0: an item a file, a choice as the body's own child.

A choice inside a `div` makes one reader repeat every option in its question (seen in Canvas's
parser); a test around the items made another count them twice. So there is neither.
Specifications: IMS QTI 2.1 (2012), 2.2 (2015), 1EdTech QTI 3.0 (2022).
"""

import re
from dataclasses import dataclass
from typing import assert_never

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from quizapp.domain.picture import Picture
from quizapp.domain.question import (
    Flashcard,
    Gap,
    MultipleChoice,
    StoredQuestion,
    TypedAnswer,
    prompt_of,
)
from quizapp.domain.question_set import QuestionSet
from quizapp.exchange import losses, order
from quizapp.exchange.archives import pack
from quizapp.exchange.markup import printable
from quizapp.exchange.options import Options
from quizapp.exchange.qti.writing import (
    Resource,
    add,
    add_words,
    as_bytes,
    identifier,
    manifest,
    place_of,
    resources_of,
)
from quizapp.exchange.xml import Element

_LONGEST_TITLE = 80
_HTML = frozenset({"p", "br", "em", "img"})
_UPPER = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Edition:
    """One version of the specification."""

    name: str
    """Of the format."""
    space: str
    packaging: str
    schema: tuple[str, str]
    kind: str
    """Of its resources."""
    templates: str
    """Where its response processing templates stand."""
    kebab: bool = False
    """Whether its names are written qti-like-this."""


_TWO = "http://www.imsglobal.org/question/qti_v2p{}/rptemplates/"
QTI_21 = Edition(
    "qti21",
    "http://www.imsglobal.org/xsd/imsqti_v2p1",
    "http://www.imsglobal.org/xsd/imscp_v1p1",
    ("QTIv2.1 Package", "1.0.0"),
    "imsqti_item_xmlv2p1",
    _TWO.format(1),
)
QTI_22 = Edition(
    "qti22",
    "http://www.imsglobal.org/xsd/imsqti_v2p2",
    "http://www.imsglobal.org/xsd/imscp_v1p1",
    ("QTIv2.2 Package", "1.0.0"),
    "imsqti_item_xmlv2p2",
    _TWO.format(2),
)
QTI_30 = Edition(
    "qti30",
    "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
    "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    ("QTI Package", "3.0.0"),
    "imsqti_item_xmlv3p0",
    "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/",
    kebab=True,
)


def dump_21(question_set: QuestionSet, options: Options) -> bytes:
    """Return a QTI 2.1 package."""
    return _dump(question_set, options, QTI_21)


def dump_22(question_set: QuestionSet, options: Options) -> bytes:
    """Return a QTI 2.2 package."""
    return _dump(question_set, options, QTI_22)


def dump_30(question_set: QuestionSet, options: Options) -> bytes:
    """Return a QTI 3.0 package."""
    return _dump(question_set, options, QTI_30)


def _dump(question_set: QuestionSet, options: Options, edition: Edition) -> bytes:
    kept = order.ordered(losses.kept(edition.name, question_set), options)
    shown = [one.picture for one in kept if one.picture is not None]
    drawn = resources_of(shown)
    resources, members = [], {place_of(picture): picture.data for picture in shown}
    for stored in kept:
        path = f"items/{stored.id}.xml"
        picture = stored.picture
        needs = () if picture is None else (drawn[place_of(picture)].identifier,)
        own = Resource(identifier(stored.id), edition.kind, path, needs=needs)
        resources.append(own)
        told = order.explanation(question_set, stored) if options.with_explanations else ""
        members[path] = _item(stored, order.answers(stored, options), told, edition)
    title = question_set.title
    every = (*resources, *drawn.values())
    listed = manifest(edition.packaging, edition.schema, title, every)
    return pack({"imsmanifest.xml": listed, **members})


def _item(
    stored: StoredQuestion, shown: tuple[str, ...], told: str, edition: Edition
) -> bytes:
    title = " ".join(printable(prompt_of(stored.question)).split())[:_LONGEST_TITLE]
    item = etree.Element(
        f"{{{edition.space}}}assessmentItem",
        {
            "identifier": identifier(stored.id),
            "title": title or "Question",
            "adaptive": "false",
            "timeDependent": "false",
        },
        nsmap={None: edition.space},
    )
    match stored.question:
        case MultipleChoice() as asked:
            body = _choice(item, asked, shown, stored.picture)
            template = "match_correct"
        case Gap() | TypedAnswer() as asked:
            body = _entry(item, asked, stored.picture)
            template = "map_response"
        case Flashcard() as asked:
            body = _essay(item, asked, stored.picture)
            template = ""
        case _:
            assert_never(stored.question)
    if told:
        notes = add(body, "rubricBlock", view="scorer tutor")
        add_words(add(notes, "p"), told)
    if template:
        add(item, "responseProcessing", template=edition.templates + template)
    return as_bytes(_kebab(item) if edition.kebab else item)


def _below(parent: Element, picture: Picture | None) -> None:
    """Show a picture below what a prompt or a body holds, by its place as its item names it."""
    if picture is None:
        return
    line = parent
    if etree.QName(parent).localname == "prompt":
        add(parent, "br")  # a prompt holds no paragraphs
    else:
        line = add(parent, "p")
    told = printable(picture.described)
    add(line, "img", src=f"../{place_of(picture)}", alt=told)


def _choice(
    item: Element,
    asked: MultipleChoice,
    shown: tuple[str, ...],
    picture: Picture | None,
) -> Element:
    declared = _declared(item, "identifier")
    add(declared, "value", f"c{shown.index(asked.right) + 1}")
    body = _body(item)
    choice = add(
        body,
        "choiceInteraction",
        responseIdentifier="RESPONSE",
        shuffle="false",
        maxChoices="1",
    )
    prompt = add(choice, "prompt")
    add_words(prompt, asked.prompt)
    _below(prompt, picture)
    for number, text in enumerate(shown, start=1):
        add_words(add(choice, "simpleChoice", identifier=f"c{number}"), text)
    return body


def _entry(item: Element, asked: Gap | TypedAnswer, picture: Picture | None) -> Element:
    """Write a field: inside its sentence for a gap, else in a paragraph of its own."""
    declared = _declared(item, "string")
    add(declared, "value", asked.answer)
    mapping = add(declared.getparent(), "mapping", defaultValue="0")
    for right in dict.fromkeys((asked.answer, *asked.accepted)):
        add(
            mapping,
            "mapEntry",
            mapKey=printable(right),
            mappedValue="1",
            caseSensitive="false",
        )
    body = _body(item)
    line = add(body, "p")
    add_words(line, asked.before if isinstance(asked, Gap) else asked.prompt)
    if isinstance(asked, TypedAnswer):
        _below(body, picture)
        line = add(body, "p")
    add(line, "textEntryInteraction", responseIdentifier="RESPONSE")
    if isinstance(asked, Gap):
        add_words(line, asked.after)
        _below(body, picture)
    return body


def _essay(item: Element, asked: Flashcard, picture: Picture | None) -> Element:
    add(_declared(item, "string"), "value", asked.back)
    body = _body(item)
    written = add(body, "extendedTextInteraction", responseIdentifier="RESPONSE")
    prompt = add(written, "prompt")
    add_words(prompt, asked.front)
    _below(prompt, picture)
    return body


def _declared(item: Element, kind: str) -> Element:
    """Declare the response, and return where the right one is to be written."""
    response = add(
        item,
        "responseDeclaration",
        identifier="RESPONSE",
        cardinality="single",
        baseType=kind,
    )
    return add(response, "correctResponse")


def _body(item: Element) -> Element:
    score = add(
        item,
        "outcomeDeclaration",
        identifier="SCORE",
        cardinality="single",
        baseType="float",
    )
    add(add(score, "defaultValue"), "value", "0")
    return add(item, "itemBody")


def _kebab(item: Element) -> Element:
    """Return the item with the names of QTI 3.0; what a rubric says stands in a body there."""
    for element in item.iter():
        name = etree.QName(element)
        if name.localname not in _HTML:
            element.tag = (
                f"{{{name.namespace}}}qti-{_UPPER.sub('-', name.localname).lower()}"
            )
        for key in list(element.attrib):
            value = element.attrib.pop(key)
            element.set(_UPPER.sub("-", key).lower(), value)
        if element.tag.endswith("}qti-rubric-block"):
            element.set("use", "scoring")
            words = list(element)
            inside = add(element, "qti-content-body")
            inside.extend(words)
    return item
