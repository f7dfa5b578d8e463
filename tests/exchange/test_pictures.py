"""Pictures in files of questions: taken in by their bytes, else left out and said; never fetched."""

import json
from base64 import b64encode
from collections.abc import Mapping
from io import BytesIO
from random import Random

import docx
import pypdf
import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from quizapp.domain.picture import LARGEST, LONGEST_DESCRIPTION, Picture
from quizapp.domain.question import StoredQuestion, TypedAnswer
from quizapp.domain.question_set import QuestionSet
from quizapp.exchange import FORMATS, understand
from quizapp.exchange import pictures as pictures_of
from quizapp.exchange.anki import media
from quizapp.exchange.archives import pack, unpack
from quizapp.exchange.losses import CARRIES
from quizapp.exchange.markup import Shown
from quizapp.exchange.options import Options
from quizapp.exchange.understood import Understood
from tests import pictures
from tests.conftest import number
from tests.exchange.test_anki import BASIC, with_note
from tests.exchange.test_qti import CHOICE, NAMED, item
from tests.exchange.tricky import pictured

RED = pictures.red()
JPEG = pictures.drawn("jpg")
SET = QuestionSet(
    "Pictures",
    tuple(
        StoredQuestion(number(at), question, picture=picture)
        for at, (question, picture) in enumerate(pictured(), start=1)
    ),
)
PLAIN = Options()
TAKEN = [
    form
    for form in FORMATS.values()
    if form.parse is not None and CARRIES[form.name].pictures
]
PACKED = ("anki", "canvas", "qti21", "qti22")

SILENT = CHOICE.replace("<feedbackInline>Yes</feedbackInline>", "")
"""A choice that tells nothing when it is answered."""


# Each file shows one place under "Which?", with files beside it where its format has files.


def moodle(shown: str, files: Mapping[str, bytes]) -> bytes:
    beside = "".join(
        f'<file name="{name}" path="/" encoding="base64">{b64encode(data).decode()}</file>'
        for name, data in files.items()
    )
    return (
        '<quiz><question type="shortanswer"><questiontext format="html"><text><![CDATA['
        f"<p>Which?</p>{shown}]]></text>{beside}</questiontext>"
        '<answer fraction="100"><text>a</text></answer></question></quiz>'
    ).encode()


def qti(shown: str, files: Mapping[str, bytes]) -> bytes:
    asked = item(f"{shown.replace('>', '/>')}{SILENT}", NAMED)
    return pack({"items/one.xml": asked, **{f"media/{n}": d for n, d in files.items()}})


def canvas(shown: str, files: Mapping[str, bytes]) -> bytes:
    whole = FORMATS["canvas"].dump(QuestionSet("A", (SET.questions[2],)), PLAIN)
    members = {path: part for path, part in unpack(whole).items() if "media/" not in path}
    path = next(path for path in members if path.count("/") and "meta" not in path)
    root = etree.fromstring(members[path])
    words = next(one for one in root.iter("{*}mattext"))
    words.text = f"<p>Which?</p>{shown}"
    members[path] = etree.tostring(root)
    return pack(members | {f"web_resources/{n}": data for n, data in files.items()})


def apkg(shown: str, files: Mapping[str, bytes], *, new: bool = False) -> bytes:
    members = unpack(with_note(f"Which?{shown}\x1fa\x1f", BASIC))
    if not new:
        listed = json.dumps({str(at): name for at, name in enumerate(files)}).encode()
        numbered = {str(at): data for at, data in enumerate(files.values())}
        return pack(members | {"media": listed} | numbered)
    packed = zstandard.ZstdCompressor().compress
    entries = b"".join(_field(1, _field(1, name.encode())) for name in files)
    numbered = {str(at): packed(data) for at, data in enumerate(files.values())}
    return pack(
        {
            "meta": b"\x08\x03",
            "collection.anki21b": packed(members["collection.anki2"]),
            "media": packed(entries),
        }
        | numbered
    )


def _field(number_: int, content: bytes) -> bytes:
    """Return a protocol buffer's field of bytes shorter than 16,384."""
    size = len(content)
    length = bytes([size]) if size < 128 else bytes([size & 127 | 128, size >> 7])
    return bytes([number_ << 3 | 2]) + length + content


def read_moodle(place: str, files: Mapping[str, bytes]) -> Understood:
    return understand("a.xml", moodle(f'<img src="{place}" alt="told">', files))


READERS = {
    "moodle": ("@@PLUGINFILE@@/", read_moodle),
    "qti": (
        "../media/",
        lambda p, f: understand("a.zip", qti(f'<img src="{p}" alt="told">', f)),
    ),
    "canvas": (
        "%24IMS-CC-FILEBASE%24/",
        lambda p, f: understand("a.zip", canvas(f'<img src="{p}" alt="told">', f)),
    ),
    "anki": (
        "",
        lambda p, f: understand("a.apkg", apkg(f'<img src="{p}" alt="told">', f)),
    ),
    "new anki": (
        "",
        lambda p, f: understand("a.apkg", apkg(f'<img src="{p}" alt="told">', f, new=True)),
    ),
}
READ = pytest.mark.parametrize("reader", READERS)


def only(understood: Understood) -> tuple[Picture | None, list[str]]:
    (stored,) = understood.questions.questions
    return stored.picture, [one.why for one in understood.changed]


@READ
def test_a_picture_beside_the_question_is_taken_in_by_its_bytes(reader):
    root, read = READERS[reader]
    found = read(f"{root}a%20b.png", {"other.gif": b"GIF89a", "a b.png": JPEG})
    assert only(found) == (Picture(JPEG, "told"), [])


@READ
@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no PNG, JPEG, GIF or WebP"),
        (b"", "no PNG, JPEG, GIF or WebP"),
        (RED.data[:18], "damaged"),
        (pictures.claiming(100_000, 2), "wider or higher"),
        (RED.data + Random(1).randbytes(LARGEST), "larger than 4 MB"),
    ],
)
def test_a_picture_that_is_none_is_left_out_and_said(reader, data, why):
    root, read = READERS[reader]
    picture, said = only(read(f"{root}a.png", {"a.png": data}))
    assert picture is None
    assert said[0].startswith("a picture is left out: it is ")
    assert why in said[0]


@READ
@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("http://tracker.example/a.png", "nothing is fetched"),
        ("HTTPS://tracker.example/a.png", "nothing is fetched"),
        ("//tracker.example/a.png", "nothing is fetched"),
        ("file:///etc/passwd", "not in the file"),
        ("/etc/passwd", "not in the file"),
        ("../../../../etc/passwd", "not in the file"),
        ("", "not in the file"),
        ("data:image/png;base64,####", "damaged"),
        ("data:image/png,a", "damaged"),
        ("data:image/svg+xml;base64,PHN2Zy8+", "no PNG, JPEG, GIF or WebP"),
    ],
)
def test_what_lies_elsewhere_is_left_out_and_said(reader, place, why):
    _, read = READERS[reader]
    picture, said = only(read(place, {}))
    assert picture is None
    assert why in said[0]


@READ
def test_a_picture_in_the_text_itself_is_taken_in(reader):
    _, read = READERS[reader]
    place = f"data:image/png;base64,{b64encode(RED.data).decode()}"
    assert only(read(place, {})) == (Picture(RED.data, "told"), [])


def test_packed_pictures_that_are_too_much_together_are_left_out():
    package = apkg("", {"a.png": JPEG, "b.png": JPEG, "c.png": JPEG}, new=True)
    look = media.look_into(package, unpack(package)["media"], len(JPEG) + 1)
    shown = [Shown("a.png"), Shown("a.png"), Shown("b.png"), Shown("c.png")]
    taken = [pictures_of.one_of([one], look) for one in shown]
    assert taken[:3] == [(Picture(JPEG), [])] * 3
    assert taken[3] == (None, ["a picture is left out: the package holds too many"])


def test_only_the_first_picture_that_can_be_shown_is_taken():
    shown = '<img src="x.svg"><img src="@@PLUGINFILE@@/a.png"><img src="b"><img src="c">'
    found = understand("a.xml", moodle(shown, {"a.png": RED.data}))
    assert only(found) == (
        Picture(RED.data),
        [
            "a picture is left out: it is not in the file",
            "all its pictures but one are left out",
        ],
    )


def test_a_description_that_is_too_long_is_cut_and_said():
    shown = f'<img src="@@PLUGINFILE@@/a.png" alt="{"x" * 1_001}">'
    picture, said = only(understand("a.xml", moodle(shown, {"a.png": RED.data})))
    assert picture is not None
    assert picture.described == "x" * LONGEST_DESCRIPTION
    assert said == ["its picture's description is cut to 1000 characters"]


MATERIAL = """<questestinterop><item ident="q"><presentation>
<material><mattext>Which?</mattext><matimage uri="a.png" label="told"/></material>
<response_lid ident="r"><render_choice><response_label ident="1"><material><mattext>a</mattext>
<matimage uri="a.png"/></material></response_label><response_label ident="2"><material>
<mattext>b</mattext></material></response_label></render_choice></response_lid></presentation>
<resprocessing><respcondition><conditionvar><varequal respident="r">1</varequal></conditionvar>
<setvar action="Set">100</setvar></respcondition></resprocessing></item></questestinterop>"""


def test_a_picture_of_qti_1_s_own_kind_is_taken_in_and_that_of_an_option_left_out():
    package = pack({"quiz/quiz.xml": MATERIAL.encode(), "quiz/a.png": RED.data})
    found = understand("a.zip", package)
    assert only(found) == (Picture(RED.data, "told"), [OUTSIDE])


OUTSIDE = "pictures outside its question are left out"
SHOWN = f'<img src="data:image/png;base64,{b64encode(RED.data).decode()}">'


@pytest.mark.parametrize(
    ("file_name", "content"),
    [
        ("a.xml", moodle("", {}).replace(b"<text>a<", b"<text>a&lt;img src='x'&gt;<")),
        ("a.xml", item(SILENT.replace("Nile", f"Nile {SHOWN[:-1]}/>"), NAMED)),
        ("a.apkg", with_note(f"Which?\x1fa {SHOWN}\x1f", BASIC)),
        ("a.md", b"## Which?\n- [x] a ![b](c.png)\n- [ ] d\n"),
    ],
)
def test_a_picture_in_an_answer_is_left_out_and_said(file_name, content):
    assert only(understand(file_name, content)) == (None, [OUTSIDE])


@pytest.mark.parametrize(
    ("file_name", "content", "why"),
    [
        ("a.md", b"## Which?\n![b](https://x.example/c.png)\n**Answer:** a\n", "fetched"),
        ("a.md", b"## Which?\n![b](c.png)\n**Answer:** a\n", "not in the file"),
        (
            "a.json",
            b'[{"kind": "flashcard", "front": "Which?", "back": "a", "picture": 3}]',
            "no picture",
        ),
        (
            "a.json",
            b'[{"kind":"flashcard","front":"Which?","back":"a","picture":{"data":"AA=="}}]',
            "no PNG",
        ),
    ],
)
def test_a_text_s_picture_that_cannot_be_taken_is_left_out(file_name, content, why):
    picture, said = only(understand(file_name, content))
    assert picture is None
    assert why in said[0]


def test_the_same_words_with_other_pictures_are_other_questions():
    question = {"kind": "typed", "prompt": "Which is it?", "answer": "a"}
    shown = [RED.data, JPEG]
    items = [question | {"picture": {"data": b64encode(d).decode()}} for d in shown]
    found = understand("a.json", json.dumps(items).encode())
    assert [one.question for one in found.questions.questions] == [
        TypedAnswer("Which is it?", "a")
    ] * 2
    assert found.refused == ()


# what is written


@pytest.mark.parametrize("name", ["canvas", "qti21", "qti22", "qti30"])
def test_a_package_of_items_names_each_picture_once(name):
    twice = tuple(
        StoredQuestion(number(at), SET.questions[0].question, picture=RED) for at in (1, 2)
    )
    members = unpack(FORMATS[name].dump(QuestionSet("A", twice), PLAIN))
    (path,) = (path for path in members if path.startswith("media/"))
    assert members[path] == RED.data
    listed = etree.fromstring(members["imsmanifest.xml"])
    drawn = [one for one in listed.iter("{*}resource") if one.get("type") == "webcontent"]
    assert [one.get("href") for one in drawn] == [path]
    needed = {one.get("identifierref") for one in listed.iter("{*}dependency")}
    assert needed == {drawn[0].get("identifier")}


def test_h5p_is_given_pictures_of_the_kinds_that_it_takes():
    members = unpack(FORMATS["h5p"].dump(SET, PLAIN))
    images = {path: data for path, data in members.items() if "images/" in path}
    shown = [
        one["params"]["media"]["type"]["params"]
        for one in json.loads(members["content/content.json"])["questions"]
    ]
    assert [one["alt"] for one in shown] == [p.described for _, p in pictured()[:3]]
    assert {f"content/{one['file']['path']}" for one in shown} == set(images)
    webp = QuestionSet(
        "A",
        (
            StoredQuestion(
                number(1), SET.questions[0].question, picture=SET.questions[3].picture
            ),
        ),
    )
    (png,) = (
        d for p, d in unpack(FORMATS["h5p"].dump(webp, PLAIN)).items() if "images/" in p
    )
    assert Picture(png).size == (60, 40)
    assert (
        "H5P.Image" in json.loads(members["h5p.json"])["preloadedDependencies"][-1].values()
    )


@pytest.mark.parametrize(("name", "wanted"), [("print", 4), ("cards", 4)])
def test_every_kind_of_picture_is_printed(name, wanted):
    pages = pypdf.PdfReader(BytesIO(FORMATS[name].dump(SET, Options(with_key=False)))).pages
    drawn = [image.image for page in pages for image in page.images]
    assert len(drawn) == wanted
    assert {image.size for image in drawn if image} == {(3, 2), (60, 40)}


@pytest.mark.parametrize("name", ["print-word", "forms-word"])
def test_a_word_document_shows_and_describes_every_picture(name):
    document = docx.Document(BytesIO(FORMATS[name].dump(SET, Options(with_key=False))))
    told = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert told == [picture.described for _, picture in pictured()]


@pytest.mark.parametrize("name", ["print", "print-word", "cards", "forms-word"])
def test_a_picture_that_cannot_be_drawn_is_printed_as_its_description(name):
    broken = Picture(RED.data[:40].ljust(60, b"\1"), "a dam")
    one = StoredQuestion(number(1), SET.questions[0].question, picture=broken)
    content = FORMATS[name].dump(QuestionSet("A", (one,)), PLAIN)
    if FORMATS[name].suffix == ".pdf":
        text = pypdf.PdfReader(BytesIO(content)).pages[0].extract_text()
    else:
        text = "\n".join(line.text for line in docx.Document(BytesIO(content)).paragraphs)
    assert "[Picture: a dam]" in text


def test_a_photograph_is_printed_the_way_up_that_it_says():
    exif = bytes.fromhex("45786966000049492a000800000001001201030001000000060000000000")
    turned = Picture(pictures.saved("jpg", 60, 40, exif=exif))
    one = StoredQuestion(number(1), SET.questions[0].question, picture=turned)
    document = pypdf.PdfReader(
        BytesIO(FORMATS["print"].dump(QuestionSet("A", (one,)), PLAIN))
    )
    (image,) = document.pages[0].images
    assert image.image is not None
    assert image.image.size == (40, 60)


# whatever stands in a file, nothing breaks


@pytest.mark.parametrize("form", TAKEN, ids=lambda form: form.name)
@given(data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_spoilt_picture_or_list_of_pictures_breaks_a_reader(form, data):
    whole = form.dump(SET, PLAIN)
    if form.name not in PACKED:
        hostile = _spoilt(data, whole)
    else:
        members = unpack(whole)
        name = data.draw(st.sampled_from(sorted(members)))
        hostile = pack(members | {name: _spoilt(data, members[name])})
    try:
        found = understand(f"a{form.suffix}", hostile, form.name)
    except ValueError:
        return
    for stored in found.questions.questions:
        assert stored.picture is None or min(stored.picture.size) > 0


def _spoilt(data, whole: bytes) -> bytes:
    at, end = (data.draw(st.integers(0, len(whole))) for _ in range(2))
    piece: bytes = data.draw(st.binary(max_size=30))
    return whole[:at] + piece + whole[end:]


def test_each_part_of_a_question_keeps_the_picture_of_the_whole():
    def gap(name: str, right: str) -> str:
        return f'<inlineChoiceInteraction responseIdentifier="{name}">{right}</inlineChoiceInteraction>'

    def declared(name: str, right: str) -> str:
        return (
            f'<responseDeclaration identifier="{name}" cardinality="single">'
            f"<correctResponse><value>{right}</value></correctResponse></responseDeclaration>"
        )

    options = '<inlineChoice identifier="a">Nile</inlineChoice><inlineChoice identifier="b">Rhine</inlineChoice>'
    place = f"data:image/png;base64,{b64encode(RED.data).decode()}"
    content = (
        '<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="q1" title="T">'
        f"{declared('R', 'a')}{declared('S', 'b')}<itemBody><p>The {gap('R', options)} is longer than the "
        f'{gap("S", options)}.<img src="{place}" alt="told"/></p></itemBody></assessmentItem>'
    ).encode()
    found = understand("a.xml", content)
    assert [one.picture for one in found.questions.questions] == [
        Picture(RED.data, "told")
    ] * 2
    assert not any("picture" in one.why for one in found.changed)
