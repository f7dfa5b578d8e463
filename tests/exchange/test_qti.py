"""QTI packages: their structure, what comes back, and what a hostile one can do."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from quizapp.domain.question import Flashcard, Gap, MultipleChoice, TypedAnswer
from quizapp.exchange import FORMATS
from quizapp.exchange.archives import pack, unpack
from quizapp.exchange.options import Options
from quizapp.exchange.qti import canvas_reader, items_reader
from tests.exchange.hard_set import content_of, hard_set
from tests.exchange.test_paper import LAKE

PLAIN = Options(with_explanations=False)
ALL = ["canvas", "qti21", "qti22", "qti30"]
QTI_3_NAMES = {
    *(
        "qti-assessment-item",
        "qti-response-declaration",
        "qti-correct-response",
        "qti-value",
    ),
    *("qti-mapping", "qti-map-entry", "qti-outcome-declaration", "qti-default-value"),
    *("qti-item-body", "qti-choice-interaction", "qti-prompt", "qti-simple-choice"),
    *("qti-text-entry-interaction", "qti-extended-text-interaction", "qti-rubric-block"),
    *("qti-content-body", "qti-response-processing", "p", "br"),
}


def trees(name: str, options: Options = PLAIN, question_set=LAKE) -> dict[str, Any]:
    members = unpack(FORMATS[name].dump(question_set, options))
    return {path: etree.fromstring(part) for path, part in members.items()}


def local(element: Any) -> str:
    return str(etree.QName(element).localname)


@pytest.mark.parametrize("name", ALL)
def test_the_manifest_names_every_file(name):
    found = trees(name)
    manifest = found.pop("imsmanifest.xml")
    named = {one.get("href") for one in manifest.iter() if local(one) == "file"}
    assert named == found.keys()
    assert "The lake above Velm" in etree.tostring(manifest, encoding="unicode")


@pytest.mark.parametrize("name", ["qti21", "qti22", "qti30"])
def test_a_question_is_an_item_of_its_own_by_its_id(name):
    found = trees(name)
    del found["imsmanifest.xml"]
    ids = {root.get("identifier") for root in found.values()}
    assert ids == {f"i{one.id}" for one in LAKE.questions}
    assert {local(root) for root in found.values()} <= {
        "assessmentItem",
        "qti-assessment-item",
    }


@pytest.mark.parametrize("name", ["qti21", "qti22"])
def test_a_choice_stands_in_the_body_itself_with_one_right_option(name):
    (choice,) = (
        one for root in trees(name).values() for one in root.iter("{*}choiceInteraction")
    )
    assert local(choice.getparent()) == "itemBody"
    assert choice.get("maxChoices") == "1"
    item = choice.getroottree().getroot()
    (right,) = item.find("{*}responseDeclaration/{*}correctResponse")
    (said,) = (one for one in choice if one.get("identifier") == right.text)
    assert said.text == "Otto Brandt"


def test_qti_3_uses_only_names_that_it_has():
    for question_set in (LAKE, hard_set()):
        found = trees("qti30", Options(), question_set)
        del found["imsmanifest.xml"]
        names = {local(one) for root in found.values() for one in root.iter()}
        assert names <= QTI_3_NAMES
        keys = {key for root in found.values() for one in root.iter() for key in one.attrib}
        assert all(key == key.lower() for key in keys)
        assert "response-identifier" in keys


@pytest.mark.parametrize("name", ALL)
def test_the_sentence_is_for_whoever_marks_or_comes_after(name):
    sentence = "Her rival Otto Brandt called it too thin to stand."
    for options, written in ((Options(), True), (PLAIN, False)):
        whole = b"".join(unpack(FORMATS[name].dump(LAKE, options)).values()).decode()
        assert (sentence in whole) is written


@pytest.mark.parametrize("name", ["canvas", "qti21", "qti22"])
def test_the_hard_set_comes_back(name):
    parse = FORMATS[name].parse
    assert parse is not None
    for options in (Options(), PLAIN):
        understood = parse(FORMATS[name].dump(hard_set(), options))
        found = {one.id: one.question for one in understood.questions.questions}
        for stored in hard_set().questions:
            assert content_of(found[stored.id]) == content_of(stored.question)
        assert understood.questions.title == hard_set().title


def canvas(presentation: str, processing: str = "", kind: str = "") -> bytes:
    field = (
        "<itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel>"
        f"<fieldentry>{kind}</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>"
    )
    return (
        '<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"><item ident="q1">'
        f"{field if kind else ''}<presentation><material><mattext>Which?</mattext></material>"
        f"{presentation}</presentation><resprocessing>{processing}</resprocessing>"
        "</item></questestinterop>"
    ).encode()


def option(ident: str, html: str) -> str:
    return (
        f'<response_label ident="{ident}"><material><mattext texttype="text/html">{html}'
        "</mattext></material></response_label>"
    )


def right(*conditions: str, points: float = 100) -> str:
    inside = "".join(conditions)
    return (
        f"<respcondition><conditionvar>{inside}</conditionvar>"
        f'<setvar action="Set">{points}</setvar></respcondition>'
    )


def equals(ident: str) -> str:
    return f'<varequal respident="r">{ident}</varequal>'


LID = (
    '<response_lid ident="r"><render_choice>'
    + option("a", "&lt;b&gt;Nile&lt;/b&gt;")
    + option("b", "Rhine")
    + option("c", "Oder")
    + "</render_choice></response_lid>"
)
STR = '<response_str ident="r"><render_fib><response_label ident="x"/></render_fib></response_str>'


@pytest.mark.parametrize(
    ("content", "question"),
    [
        (
            canvas(LID, right(equals("a"))),
            MultipleChoice("Which?", "Nile", ("Rhine", "Oder")),
        ),
        (
            canvas(LID, right("<and>", equals("a"), f"<not>{equals('b')}</not>", "</and>")),
            MultipleChoice("Which?", "Nile", ("Rhine", "Oder")),
        ),
        (
            canvas(LID, right("<and>", equals("a"), equals("c"), "</and>")),
            Flashcard("Which?\n– Nile\n– Rhine\n– Oder", "Nile\nOder"),
        ),
        (
            canvas(STR, right(equals("Nile"), equals("the Nile"))),
            TypedAnswer("Which?", "Nile", ("the Nile",)),
        ),
    ],
)
def test_an_item_of_qti_1_2_is_read(content, question):
    assert canvas_reader.is_package(content)
    (stored,) = canvas_reader.parse(content).questions.questions
    assert stored.question == question


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (canvas(LID), "it names no right answer"),
        (canvas(LID + STR), "of different kinds"),
        (canvas(""), "asks for nothing"),
        (canvas(STR), "marked by hand"),
        (canvas(LID, kind="matching_question"), "nothing in it to tell apart"),
        (canvas(STR, kind="calculated_question"), "drawn anew"),
        (canvas("", kind="text_only_question"), "asks nothing"),
        (
            canvas(LID.replace('ident="r"', 'ident="r" rcardinality="Ordered"', 1)),
            "nothing in it to put in order",
        ),
        (
            canvas(LID, right(equals("a")).replace("100", "much")),
            "it names no right answer",
        ),
        (
            b"<questestinterop><section><bankentry_item/></section></questestinterop>",
            "a bank that is not here",
        ),
    ],
)
def test_an_item_of_qti_1_2_that_cannot_be_asked_is_told(content, why):
    understood = canvas_reader.parse(content)
    assert understood.questions.questions == ()
    assert why in understood.refused[0].why


def item(body: str, declared: str = "", identifier: str = "q1") -> bytes:
    return (
        f'<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" title="T" '
        f'identifier="{identifier}"><responseDeclaration identifier="R" '
        f'cardinality="multiple">{declared}</responseDeclaration><itemBody>{body}</itemBody>'
        "</assessmentItem>"
    ).encode()


CHOICE = (
    '<choiceInteraction responseIdentifier="R"><prompt>Which?</prompt>'
    '<simpleChoice identifier="a">Nile<feedbackInline>Yes</feedbackInline></simpleChoice>'
    '<simpleChoice identifier="b">Rhine</simpleChoice></choiceInteraction>'
)
NAMED = "<correctResponse><value>a</value></correctResponse>"
FIELD = '<textEntryInteraction responseIdentifier="R"/>'
MAPPED = '<mapping><mapEntry mapKey="{}" mappedValue="1"/><mapEntry mapKey="x" mappedValue="{}"/></mapping>'


@pytest.mark.parametrize(
    ("content", "question"),
    [
        (item(CHOICE, NAMED), MultipleChoice("Which?", "Nile", ("Rhine",))),
        (
            item(f"<p>Look.</p><div>{CHOICE}</div>", MAPPED.format("a", "-1")),
            MultipleChoice("Look.\nWhich?", "Nile", ("Rhine",)),
        ),
        (
            item(f"<p>The {FIELD} flows.</p>", MAPPED.format("Nile", "0.5")),
            Gap("The ", "Nile", " flows.", ("x",)),
        ),
        (
            item(f"<p>Which?</p><p>{FIELD}</p><rubricBlock>No</rubricBlock>", NAMED),
            TypedAnswer("Which?", "a"),
        ),
        (
            item(
                '<extendedTextInteraction responseIdentifier="R"><prompt>Why?</prompt>'
                "</extendedTextInteraction>",
                NAMED,
            ),
            Flashcard("Why?", "a"),
        ),
    ],
)
def test_an_item_of_qti_2_is_read(content, question):
    assert items_reader.is_package(content)
    (stored,) = items_reader.parse(content).questions.questions
    assert stored.question == question


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (item(CHOICE), "it names no right answer"),
        (item(f"<p>{FIELD}</p>{CHOICE}", NAMED), "of different kinds"),
        (item("<p>Hello</p>"), "asks for nothing"),
        (item(f"<p>a {FIELD}</p>"), "not named"),
        (item('<extendedTextInteraction responseIdentifier="R"/>'), "names no answer"),
        (item('<matchInteraction responseIdentifier="R"/>'), "nothing in it to tell apart"),
        (item(f"<templateDeclaration/>{CHOICE}", NAMED), "drawn anew"),
        (b"<assessmentItem/>", "no body"),
        (b"<assessmentTest/>", "other files"),
    ],
)
def test_an_item_of_qti_2_that_cannot_be_asked_is_told(content, why):
    understood = items_reader.parse(content)
    assert understood.questions.questions == ()
    assert why in understood.refused[0].why


def test_a_picture_is_left_out_and_that_is_told():
    content = item(f'<p>See <img src="http://tracker.example/a.png"/></p>{CHOICE}', NAMED)
    understood = items_reader.parse(content)
    assert understood.questions.questions[0].question == MultipleChoice(
        "See\nWhich?", "Nile", ("Rhine",)
    )
    assert "picture" in understood.changed[0].why


BOMB = (
    b'<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;">]>'
    b"<assessmentItem><itemBody>&y;</itemBody></assessmentItem>"
)
OUTSIDE = (
    b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    b"<questestinterop><item>&x;</item></questestinterop>"
)


@pytest.mark.parametrize("parse", [canvas_reader.parse, items_reader.parse])
@pytest.mark.parametrize(
    ("content", "why"),
    [
        (BOMB, "entities"),
        (OUTSIDE, "entities"),
        (pack({"a.xml": BOMB}), "entities"),
        (pack({"../a.xml": b"<a/>"}), "outside itself"),
        (pack({"a.xml": bytes(30_000_000)}), "far more"),
        (pack({"a.xml": b"<a"}), "no XML"),
        (pack({"a.txt": b"a"}), "no question"),
        (b"<html/>", "no question"),
        (b"", "no XML"),
        (b"PK\x03\x04", "damaged"),
    ],
)
def test_what_is_hostile_or_something_else_is_refused(parse, content, why):
    with pytest.raises(ValueError, match=why):
        parse(content)


def test_what_is_something_else_is_not_taken_for_a_package():
    for content in (b"", b"PK\x03\x04", pack({"a.xml": b"<a/>"}), b"<quiz/>"):
        assert not canvas_reader.is_package(content)
        assert not items_reader.is_package(content)


def reason_of(parse: Any, content: bytes) -> str:
    """Return why a file is refused, "." where it is not."""
    try:
        parse(content)
    except ValueError as reason:
        return str(reason)
    return "."


WHOLE = {name: unpack(FORMATS[name].dump(LAKE, Options())) for name in ("canvas", "qti21")}


@pytest.mark.parametrize("name", WHOLE)
@given(st.data())
@settings(max_examples=80, deadline=None)
def test_a_damaged_package_never_breaks_the_reader(name, data):
    members = dict(WHOLE[name])
    path = data.draw(st.sampled_from(sorted(members)))
    content = members[path]
    at, length = data.draw(st.integers(0, len(content))), data.draw(st.integers(0, 60))
    noise = data.draw(
        st.binary(max_size=10) | st.sampled_from([b"<p>", b"</p>", b"<and>", b"\0"])
    )
    members[path] = content[:at] + noise + content[at + length :]
    assert reason_of(FORMATS[name].parse, pack(members)).endswith(".")
