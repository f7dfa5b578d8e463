"""Every format there and back, by content, just as its row of the table promises."""

import json
import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.domain.question import (
    Flashcard,
    Gap,
    MultipleChoice,
    QuestionId,
    StoredQuestion,
    TypedAnswer,
    prompt_of,
    solution,
)
from quizapp.domain.question_set import QuestionSet
from quizapp.exchange import FORMATS, to_write, understand
from quizapp.exchange.losses import CARRIES, Fate, kept, losses
from quizapp.exchange.markup import read
from quizapp.exchange.options import Options
from tests.conftest import lake, lake_drafted
from tests.exchange.tricky import content, tricky

TRICKY = tricky()
_TYPED = TypedAnswer("Which is longest?", "Volga", ("The Volga",))
READ = [form for form in FORMATS.values() if form.parse is not None]
PACKED = {".apkg", ".zip", ".xlsx", ".pdf", ".docx", ".h5p"}
"""Their words are not to be seen at a glance: tests of their own look into them."""
TEXT = [form for form in FORMATS.values() if form.suffix not in PACKED]
PLAIN = Options(with_explanations=False)


def there_and_back(name: str, question_set: QuestionSet, options: Options = PLAIN):
    form = FORMATS[name]
    return understand(f"a{form.suffix}", form.dump(question_set, options), name)


def fates(name: str, question_set: QuestionSet) -> dict[QuestionId, set[Fate]]:
    found: dict[QuestionId, set[Fate]] = {one.id: set() for one in question_set.questions}
    for loss in losses(name, question_set):
        found[loss.question].add(loss.fate)
    return found


def lake_set() -> QuestionSet:
    asked = (
        StoredQuestion(draft.id, draft.question, draft.source, tags=("water",))
        for draft in lake_drafted().drafts
    )
    return QuestionSet("The lake above Velm", tuple(asked), lake())


def test_every_format_has_its_row_in_the_table():
    assert CARRIES.keys() == FORMATS.keys()


@pytest.mark.parametrize("form", READ, ids=lambda form: form.name)
def test_what_the_table_keeps_comes_back_as_it_went(form):
    expected, told = kept(form.name, TRICKY), fates(form.name, TRICKY)
    back = there_and_back(form.name, TRICKY)
    assert back.refused == ()
    carries = CARRIES[form.name]
    if carries.ids:
        assert {one.id for one in back.questions.questions} == {one.id for one in expected}
    whole = [one for one in expected if Fate.CHANGED not in told[one.id]]
    if not carries.accepted:
        whole = [one for one in whole if not getattr(one.question, "accepted", ())]
    came = Counter(content(one.question) for one in back.questions.questions)
    missing = Counter(content(one.question) for one in whole) - came
    assert list(missing) == []


@pytest.mark.parametrize("form", READ, ids=lambda form: form.name)
def test_pictures_come_back_where_the_table_says_so(form):
    back = there_and_back(form.name, TRICKY)
    carries, whole = CARRIES[form.name], kept(form.name, TRICKY)
    shown = Counter(one.picture for one in whole if one.picture is not None)
    came = Counter(one.picture for one in back.questions.questions if one.picture)
    assert came == (shown if carries.pictures else Counter())
    lost = [
        loss.question
        for loss in losses(form.name, TRICKY)
        if loss.why == "Its picture is left out."
    ]
    pictured = [one.id for one in whole if one.picture is not None]
    assert lost == ([] if carries.pictures else pictured)
    assert not any("picture" in changed.why for changed in back.changed)


@pytest.mark.parametrize("form", READ, ids=lambda form: form.name)
def test_what_is_kept_whole_is_most_of_it(form):
    """The table may not excuse itself by calling everything changed."""
    told = fates(form.name, TRICKY).values()
    if form.name not in {"aiken", "tsv", "kahoot"}:
        assert sum(Fate.DROPPED in fate for fate in told) <= 6
    if CARRIES[form.name].kinds:
        assert any(Fate.CHANGED not in fate for fate in told)


@pytest.mark.parametrize("form", READ, ids=lambda form: form.name)
def test_tags_and_ids_come_back_where_the_table_says_so(form):
    carries, back = CARRIES[form.name], there_and_back(form.name, lake_set())
    ids = {one.id for one in lake_set().questions}
    for one in back.questions.questions:
        assert (one.id in ids) is carries.ids
        assert one.tags == (("water",) if carries.tags else ())


@pytest.mark.parametrize("form", TEXT, ids=lambda form: form.name)
def test_the_source_sentence_is_written_where_the_table_says_so(form):
    carries = CARRIES[form.name]
    words = "brought"  # in no question
    sentence = "The engineer Ada Corvin drew the dam in a single winter."
    written = form.dump(lake_set(), Options()).decode()
    if form.name != "quizset":
        assert (sentence in written) is (carries.source and form.name != "gift")
        assert sentence not in form.dump(lake_set(), PLAIN).decode()
    assert words not in written


@pytest.mark.parametrize("form", READ, ids=lambda form: form.name)
def test_reading_the_same_file_again_gives_the_same_ids(form):
    content_ = form.dump(TRICKY, PLAIN)
    again = [understand(f"a{form.suffix}", content_, form.name) for _ in range(2)]
    assert again[0] == again[1]


@pytest.mark.parametrize("form", FORMATS.values(), ids=lambda form: form.name)
def test_the_same_seed_gives_the_same_file_and_another_another(form):
    shuffled = Options(seed=1, shuffle_questions=True, shuffle_answers=True)
    first = form.dump(TRICKY, shuffled)
    assert form.dump(TRICKY, shuffled) == first
    if form.name != "quizset":
        other = Options(seed=2, shuffle_questions=True, shuffle_answers=True)
        assert form.dump(TRICKY, other) != first


@pytest.mark.parametrize("form", READ, ids=lambda form: form.name)
def test_a_written_file_is_known_by_its_look(form):
    written = form.dump(lake_set(), PLAIN)
    found = understand(f"some{form.suffix}", written)
    assert len(found.questions.questions) == len(kept(form.name, lake_set()))
    assert found == understand(f"some{form.suffix}", written, form.name)


def test_the_place_of_an_option_does_not_tell_the_right_one():
    asked = MultipleChoice("Which?", "zebra", ("ant", "10 bees", "9 cats"))
    stored = StoredQuestion(TRICKY.questions[0].id, asked)
    text = FORMATS["aiken"].dump(QuestionSet("A", (stored,)), PLAIN).decode()
    assert text.splitlines()[1:] == [
        "A) 9 cats",
        "B) 10 bees",
        "C) ant",
        "D) zebra",
        "ANSWER: D",
    ]


def test_the_script_for_google_forms_is_one_that_runs():
    script = FORMATS["google-forms"].dump(TRICKY, PLAIN).decode()
    start, end = script.index("var quiz = ") + 11, script.index(";\n  var form")
    quiz = json.loads(script[start:end])
    assert len(quiz["questions"]) == len(kept("google-forms", TRICKY))
    assert all(
        item["answer"] in item["options"] for item in quiz["questions"] if "options" in item
    )
    assert "<script" not in script


@pytest.mark.parametrize("name", ["csv"])
def test_no_cell_begins_a_formula(name):
    rows = FORMATS[name].dump(TRICKY, PLAIN).decode("utf-8-sig")
    import csv
    import io

    cells = [cell for row in csv.reader(io.StringIO(rows)) for cell in row]
    assert len(cells) > 1000
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))] == []


# hostile files

BOMB = b"""<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
<quiz><question type="shortanswer"><questiontext><text>&c;</text></questiontext></question></quiz>
"""
OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY a SYSTEM "file:///etc/passwd">]>
<quiz><question type="essay"><questiontext><text>&a;</text></questiontext></question></quiz>"""
DEEP = b"<quiz>" + b"<question>" * 5000 + b"</question>" * 5000 + b"</quiz>"


@pytest.mark.parametrize("content_", [BOMB, OUTSIDE])
def test_entities_of_a_file_s_own_are_refused(content_):
    with pytest.raises(ValueError, match="entities"):
        understand("a.xml", content_)


@pytest.mark.parametrize(
    ("file_name", "content_"),
    [
        ("a.xml", DEEP),
        ("a.json", b"[" * 100_000),
        ("a.json", b'{"questions":[' + b'{"a":' * 100_000),
        ("a.json", b"1" * 10_000),
        ("a.gift", b"{" * 100_000),
        ("a.gift", b"a{\n\n" * 20_000),
        ("a.gift", b"::" * 100_000),
        ("a.gift", b"x{~" + b"~=" * 100_000 + b"}"),
        ("a.txt", b"A) x\n" * 50_000 + b"ANSWER: A\n"),
        ("a.csv", b'question,answer\n"' + b"x\n" * 200_000),
        ("a.csv", b"question,answer\n" + b"," * 2_000_000),
        ("a.md", b"## a\n" + b"\\\n" * 100_000),
        ("a.md", b"#" * 200_000),
        ("a.txt", b"#separator:tab\n" + b"{{c1::" * 30_000 + b"\tb"),
        ("a.xml", b"<quiz>" + b"<question type='cloze'><questiontext><text>"
         + b"{:A:" * 20_000 + b"</text></questiontext></question></quiz>"),
        ("a.tsv", b"\t\n" * 10 + b"a\tb\n" * 30_000),
    ],
)  # fmt: skip
def test_what_is_made_to_exhaust_ends_at_once(file_name, content_):
    code = (
        "import sys; from quizapp.exchange import understand\n"
        "try: understand(sys.argv[1], sys.stdin.buffer.read())\n"
        "except ValueError: pass\n"
    )
    subprocess.run(
        [sys.executable, "-c", code, file_name], input=content_, check=True, timeout=20
    )


@pytest.mark.parametrize("form", READ, ids=lambda form: form.name)
@pytest.mark.parametrize(
    "content_",
    [b"", b"\xff\xfe\xff", "à é".encode() + b"{=\xff}", b"PK\x03\x04\0\0", b"\x00" * 99],
)
def test_what_is_broken_is_told(form, content_):
    with pytest.raises(ValueError, match=r"\w"):
        understand(f"a{form.suffix}", content_, form.name)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The Volga {=flows} south.", Gap("The Volga ", "flows", " south.")),
        ("The longest is the {=Volga}.", Gap("The longest is the ", "Volga", ".")),
        ("Which is longest? {=Volga =The Volga};", _TYPED),
        ("2 + 2 is {#4:0}.", Gap("2 + 2 is ", "4", ".")),
    ],
)
def test_the_place_of_an_answer_in_gift_makes_a_gap(text, question):
    (one,) = understand("a.gift", text.encode()).questions.questions
    assert one.question == question


CLOZE = """<quiz><question type="cloze"><questiontext format="html"><text>Ice melts at
{1:NUMERICAL:=0:0.1#yes} degrees and is {1:MULTICHOICE:=water~stone}.</text></questiontext>
</question></quiz>"""


def test_each_field_of_a_text_with_several_is_a_question():
    found = [
        one.question for one in understand("a.xml", CLOZE.encode()).questions.questions
    ]
    assert found == [
        Gap("Ice melts at ", "0", " degrees and is water."),
        MultipleChoice("Ice melts at 0 degrees and is ____.", "water", ("stone",)),
    ]


TABLE = """Question,Option 1,Option 2,Option 3,Correct Answer,Tags
Which is a river?,Rhine,Alps,Etna,1,rivers; Europe
Which is a hill?,Rhine,Alps,,B,
"'=1+1 is?",2,3,,2,
Who?,,,,Me,
"""


def test_a_table_of_others_names_the_right_option_by_number_or_letter():
    found = understand("a.csv", TABLE.encode()).questions.questions
    assert [one.question for one in found] == [
        MultipleChoice("Which is a river?", "Rhine", ("Alps", "Etna")),
        MultipleChoice("Which is a hill?", "Alps", ("Rhine",)),
        MultipleChoice("=1+1 is?", "2", ("3",)),
        Flashcard("Who?", "Me"),
    ]
    assert found[0].tags == ("rivers", "Europe")


def test_a_table_without_the_columns_needed_says_which_it_has():
    with pytest.raises(ValueError, match="no column is named for the answer") as told:
        understand("a.csv", "Frage;Lösungsweg;Tags\nWer?;Ich;x\n".encode())
    assert "Name one of them “answer”, " in str(told.value)
    assert "now they are called “frage”, “lösungsweg”, “tags”." in str(told.value)
    (one,) = understand("a.csv", b"FRAGE;Antwort\nWer?;Ich\n").questions.questions
    assert one.question == Flashcard("Wer?", "Ich")
    guessed = understand("a.csv", b"Nom,Prenom,Note\na,b,c\n")
    assert [one.where for one in guessed.changed] == ["line 1"]
    assert "the first is taken for the question" in guessed.changed[0].why


def test_an_open_brace_in_gift_costs_its_own_question_alone():
    text = (
        "::A::One {=a ~b\n\n// [id:5b0f7a52-9a5e-5f0a-8d3c-1c7d5f2f4a90]\n::B::Two {=b}\n\n"
        "Three {\n=c\n\n=d\n}\n\nFour {=e\n\nFive {=f}\n::C::Six {=g\n::D::Seven {=h}\n"
    )
    found = understand("a.gift", text.encode())
    asked = [prompt_of(one.question) for one in found.questions.questions]
    assert asked == ["Two", "Three", "Five", "Seven"]
    assert str(found.questions.questions[0].id).startswith("5b0f7a52")
    assert [one.where for one in found.refused] == ["line 1", "line 12", "line 15"]


def test_a_broken_encoding_names_its_line():
    with pytest.raises(ValueError, match="line 2"):
        understand("a.gift", "À Orléans ?{=là}\ncaf".encode() + b"\xe9{=x}")


@pytest.mark.parametrize("file_name", ["a.csv", "a.gift"])
def test_questions_from_windows_without_unicode_keep_their_letters(file_name):
    asked, answer = "Où naît-il, le garçon ?", "à Besançon, près d’ici"
    text = (
        f"question;answer\n{asked};{answer}"
        if file_name == "a.csv"
        else f"{asked}{{={answer}}}"
    )
    (one,) = understand(file_name, text.encode("cp1252")).questions.questions
    assert (prompt_of(one.question), solution(one.question)) == (asked, answer)


def test_utf_16_with_its_mark_is_read():
    found = understand("a.gift", "Who is خواهر?{=I}".encode("utf-16"))
    assert len(found.questions.questions) == 1


def test_markup_of_others_leaves_only_words():
    html = (
        "<p>Who <b>built</b> it<script>alert(1)</script>?</p>"
        '<img src="http://tracker.example/x.png" onerror="alert(2)"><p>H<sub>2</sub>O</p>'
    )
    escaped_ = html.replace("&", "&amp;").replace("<", "&lt;").replace("=", "=")
    quiz = (
        f'<quiz><question type="shortanswer"><questiontext format="html"><text>{escaped_}'
        '</text></questiontext><answer fraction="100"><text>I &amp; you</text></answer>'
        "</question></quiz>"
    )
    found = understand("a.xml", quiz.encode())
    (one,) = found.questions.questions
    assert content(one.question) == ("typed", "Who built it?\nH₂O", "I & you", ())
    assert [change.why for change in found.changed] == [
        "a picture on the web is left out: nothing is fetched"
    ]


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("a&#1;b&#31;c", "abc"),
        ("<!-- only a comment -->", ""),
        ("</div></body>after the end", "after the end"),
        ("<p>one</p><p>two<br><br>three</p>", "one\ntwo\n\nthree"),
        ("<div>" * 5000 + "deep", ""),
        ("x<sup>2</sup> and y<sub>max</sub>", "x² and ymax"),
        ("AT&T; <unknown a='>'>kept</unknown", "AT&T; kept"),
    ],
)
def test_html_is_read_for_its_words(markup, words):
    assert read(markup).text == words


@pytest.mark.parametrize("form", READ, ids=lambda form: form.name)
@given(data=st.data())
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_no_file_breaks_a_reader(form, data):
    whole = form.dump(lake_set(), PLAIN)
    signs = st.text("={}~#:\\\"'<>&[]\n\t,;|*-_/ !Aa1", max_size=60).map(str.encode)
    piece = st.one_of(st.binary(max_size=40), st.text(max_size=40).map(_utf8), signs)
    at, end = (data.draw(st.integers(0, len(whole))) for _ in range(2))
    hostile = data.draw(
        st.one_of(piece, piece.map(lambda some: whole[:at] + some + whole[end:]))
    )
    try:
        found = understand(f"a{form.suffix}", hostile, form.name)
    except ValueError as reason:
        told = str(reason)
        assert told.endswith(".")
        return
    assert found.questions.questions or found.refused


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "replace")


@pytest.mark.parametrize(
    ("suffix", "name"),
    [
        (".csv", "csv"),
        (".xlsx", "kahoot"),
        (".zip", "canvas"),
        (".pdf", "print"),
        (".docx", "print-word"),
        (".txt", "aiken"),
        (".xml", "moodle-xml"),
    ],
)
def test_a_suffix_that_several_share_asks_for_the_most_wanted(suffix, name):
    form = to_write(f"set{suffix}")
    assert form is not None
    assert form.name == name
