"""Kinds of question that others have and Quizapp has not: taken apart, or turned into a card."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.domain.question import Flashcard, Gap, MultipleChoice, Question, TypedAnswer
from quizapp.exchange import (
    anki_text,
    gift_reader,
    kahoot,
    moodle_reader,
    term_list,
    understand,
)
from quizapp.exchange.archives import pack
from quizapp.exchange.qti import blackboard, canvas_reader, items_reader
from quizapp.exchange.understood import Understood
from quizapp.exchange.workbook import write_workbook


def asked(understood: Understood) -> list[Question]:
    return [one.question for one in understood.questions.questions]


def told(understood: Understood) -> list[str]:
    return [one.why for one in (*understood.refused, *understood.changed)]


def text(words: str) -> str:
    return f"<text><![CDATA[<p>{words}</p>]]></text>"


def moodle(kind: str, prompt: str, inside: str = "") -> bytes:
    return (
        f'<quiz><question type="{kind}"><name><text>N</text></name>'
        f'<questiontext format="html">{text(prompt)}</questiontext>{inside}</question></quiz>'
    ).encode()


def answers(*pairs: tuple[str, str]) -> str:
    return "".join(
        f'<answer fraction="{share}" format="html">{text(words)}</answer>'
        for share, words in pairs
    )


NUMBER = '<answer fraction="100"><text>{}</text></answer>'
WORDS = "".join(
    f"<selectoption><text>{words}</text><group>{group}</group></selectoption>"
    for words, group in (("cat", 1), ("mat", 2), ("dog", 1), ("hat", 2))
)
STATEMENTS = "".join(
    f'<row number="{row}"><optiontext format="html">{text(words)}</optiontext></row>'
    f'<weight rownumber="{row}" columnnumber="{right}"><value>1.000</value></weight>'
    for row, words, right in ((1, "Velm is a town", 1), (2, "Orin is a lake", 2))
) + "".join(
    f'<column number="{number}"><responsetext><text>{words}</text></responsetext></column>'
    for number, words in ((1, "True"), (2, "False"))
)


@pytest.mark.parametrize(
    ("content", "questions"),
    [
        (
            moodle("ordering", "Order", answers(("2.0", "ten"), ("1.0", "two"))),
            [Flashcard("Order\n– ten\n– two", "1. two\n2. ten")],
        ),
        (
            moodle("mtf", "Judge", STATEMENTS),
            [
                MultipleChoice("Judge\nVelm is a town", "True", ("False",)),
                MultipleChoice("Judge\nOrin is a lake", "False", ("True",)),
            ],
        ),
        (
            moodle("gapselect", "The [[1]] on the [[2]].", WORDS),
            [
                MultipleChoice("The ____ on the mat.", "cat", ("dog",)),
                MultipleChoice("The cat on the ____.", "mat", ("hat",)),
            ],
        ),
        (
            moodle(
                "gapfill",
                "The [cat|kitten] on the [mat].",
                "<delimitchars>[]</delimitchars>",
            ),
            [
                Gap("The ", "cat", " on the mat.", ("kitten",)),
                Gap("The cat on the ", "mat", "."),
            ],
        ),
        (
            moodle(
                "ddmatch",
                "Match",
                "".join(
                    f'<subquestion format="html">{text(item)}<answer format="html">{text(to)}'
                    "</answer></subquestion>"
                    for item, to in (("cat", "cats"), ("dog", "dogs"))
                ),
            ),
            [
                MultipleChoice("Match\ncat", "cats", ("dogs",)),
                MultipleChoice("Match\ndog", "dogs", ("cats",)),
            ],
        ),
        (
            moodle(
                "crossword",
                "Cross",
                f"<word><answer>VELM</answer><clue>{text('A town')}</clue></word>",
            ),
            [TypedAnswer("A town", "VELM")],
        ),
        (
            moodle("truefalse", "Is it?", answers(("0", "true"), ("100", "false"))),
            [MultipleChoice("Is it?", "False", ("True",))],
        ),
        (
            moodle("regexp", "Who?", NUMBER.format("Velm") + NUMBER.format("V[e]lm?")),
            [TypedAnswer("Who?", "Velm")],
        ),
        (
            moodle("numerical", "How many?", NUMBER.format("2.50")),
            [TypedAnswer("How many?", "2.5", ("2.50",))],
        ),
    ],
)
def test_a_rarer_kind_of_moodle_is_read(content, questions):
    understood = moodle_reader.parse(content)
    assert asked(understood) == questions
    assert understood.refused == ()
    if len(questions) > 1:
        assert f"it becomes {len(questions)} questions, one for each part" in told(
            understood
        )


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("description", "it asks nothing"),
        ("calculatedmulti", "its numbers are drawn anew each time"),
        ("ddmarker", "it is answered on a picture"),
        ("random", "it draws another question each time"),
        ("ordering", "there is nothing in it to put in order"),
        ("gapselect", "it has no field to fill in"),
        ("mtf", "there is nothing in it to tell apart"),
        ("crossword", "it has no clues"),
        ("unheard", "Quizapp has no questions of this kind (unheard)"),
    ],
)
def test_why_a_kind_of_moodle_is_left_out_is_one_clear_clause(kind, why):
    assert told(moodle_reader.parse(moodle(kind, "Words"))) == [why]


def test_answers_that_are_patterns_are_told():
    found = moodle_reader.parse(moodle("shortanswer", "Who?", answers(("100", "Ve*"))))
    assert told(found) == ["its right answers are a pattern, not words"]


def test_slips_of_other_programs_in_xml_are_passed_over():
    content = b"\n <?xml version='1.0'encoding='UTF-8'?>" + moodle(
        "numerical", "How&nbsp;many caf&eacute;s?\x0b", NUMBER.format("2")
    )
    content = content.replace(b"<text>N</text>", b"<text>N&nbsp;&amp; M</text>")
    for form in (content, b"\xef\xbb\xbf" + content, content.replace(b">", b">\r\n")):
        assert asked(moodle_reader.parse(form)) == [TypedAnswer("How many cafés?", "2")]


def test_a_bad_letter_in_xml_is_told_and_not_guessed():
    with pytest.raises(ValueError, match="no XML that can be read"):
        moodle_reader.parse(moodle("numerical", "How?", NUMBER.format("2")) + b"\xe9")


@pytest.mark.parametrize(
    ("content", "question", "why"),
    [
        (b"How many?{#1..5}", Flashcard("How many?", "1 to 5"), "any number of a range"),
        (b"How many?{#3.0:0.5}", TypedAnswer("How many?", "3", ("3.0",)), "must be exact"),
        (
            b"Best?{=Rome ~%50%Oslo ~%25%Bonn}",
            Flashcard("Best?\n– Rome\n– Oslo\n– Bonn", "Rome"),
            "all of its answers earn something",
        ),
    ],
)
def test_what_gift_grades_by_degrees_is_carried_as_far_as_it_can_be(content, question, why):
    understood = gift_reader.parse(content)
    assert asked(understood) == [question]
    assert why in told(understood)[0]


def qti_12(kind: str, stem: str, fields: str, conditions: str) -> bytes:
    metadata = (
        "<itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel>"
        f"<fieldentry>{kind}</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>"
    )
    return (
        f'<questestinterop><item ident="q">{metadata}<presentation>{mat(stem)}{fields}'
        f"</presentation><resprocessing>{conditions}</resprocessing></item></questestinterop>"
    ).encode()


def mat(words: str) -> str:
    return f'<material><mattext texttype="text/html">&lt;p&gt;{words}&lt;/p&gt;</mattext></material>'


def field(ident: str, own: str, *labels: str, more: str = "") -> str:
    options = "".join(
        f'<response_label ident="{one}">{mat(one)}</response_label>' for one in labels
    )
    return f'<response_lid ident="{ident}" {more}>{mat(own)}<render_choice>{options}</render_choice></response_lid>'


def earns(*pairs: tuple[str, str]) -> str:
    equal = "".join(f'<varequal respident="{to}">{one}</varequal>' for to, one in pairs)
    return (
        f'<respcondition><conditionvar>{equal}</conditionvar><setvar action="Add" '
        'varname="SCORE">50.00</setvar></respcondition>'
    )


COLOURS = field("response_a", "a", "red", "Red") + field("response_b", "b", "blue", "grey")
FIRST = earns(("response_a", "red")) + earns(("response_b", "blue"))


@pytest.mark.parametrize(
    ("content", "questions"),
    [
        (
            qti_12("matching_question", "Match", COLOURS, FIRST),
            [
                MultipleChoice("Match\na", "red", ("blue", "grey")),
                MultipleChoice("Match\nb", "blue", ("red", "grey")),
            ],
        ),
        (
            qti_12(
                "fill_in_multiple_blanks_question", "Roses [a], skies [b].", COLOURS, ""
            ),
            [
                Gap("Roses ", "red", ", skies blue.", ("Red",)),
                Gap("Roses red, skies ", "blue", ".", ("grey",)),
            ],
        ),
        (
            qti_12(
                "multiple_dropdowns_question",
                "Skies are [b].",
                field("response_b", "b", "blue", "grey"),
                earns(("response_b", "blue")),
            ),
            [MultipleChoice("Skies are ____.", "blue", ("grey",))],
        ),
        (
            qti_12(
                "categorization_question",
                "Sort",
                field("x", "Animals", "cat", "oak", more='rcardinality="Multiple"')
                + field("y", "Plants", "cat", "oak", more='rcardinality="Multiple"'),
                earns(("x", "cat")) + earns(("y", "oak")),
            ),
            [
                MultipleChoice("Sort\ncat", "Animals", ("Plants",)),
                MultipleChoice("Sort\noak", "Plants", ("Animals",)),
            ],
        ),
        (
            qti_12(
                "ordering_question",
                "Order",
                field("r", "", "ten", "two", more='rcardinality="Ordered"'),
                earns(("r", "two"), ("r", "ten")),
            ),
            [Flashcard("Order\n– ten\n– two", "1. two\n2. ten")],
        ),
        (
            qti_12(
                "numerical_question",
                "How many?",
                '<response_str ident="r"><render_fib/></response_str>',
                '<respcondition><conditionvar><vargte respident="r">1</vargte>'
                '<varlte respident="r">5</varlte></conditionvar>'
                "<setvar>100</setvar></respcondition>",
            ),
            [Flashcard("How many?", "1 to 5")],
        ),
    ],
)
def test_an_item_of_qti_1_2_with_several_parts_is_read(content, questions):
    assert asked(canvas_reader.parse(content)) == questions


def test_a_whole_course_of_canvas_gives_each_quiz_once():
    content = qti_12("matching_question", "Match", COLOURS, FIRST)
    course = pack(
        {"g1/assessment_qti.xml": content, "non_cc_assessments/g1.xml.qti": content}
    )
    found = understand("course.imscc", course)
    assert (len(asked(found)), found.refused) == (2, ())


def test_a_gap_with_a_pattern_for_an_answer_is_not_asked():
    patterned = COLOURS.replace('ident="red"', 'ident="red" scoring_algorithm="TextRegex"')
    content = qti_12(
        "fill_in_multiple_blanks_question", "Red [a], skies [b].", patterned, ""
    )
    understood = canvas_reader.parse(content)
    assert asked(understood) == [Gap("Red …, skies ", "blue", ".", ("grey",))]
    assert told(understood) == ["a gap whose right answers are a pattern is left out"]


def test_a_text_over_several_items_is_told_to_be_left_behind():
    told_under = (
        "<fieldlabel>parent_stimulus_item_ident</fieldlabel><fieldentry>s</fieldentry>"
    )
    content = qti_12("matching_question", "Match", COLOURS, FIRST).replace(
        b"</qtimetadata>",
        f"<qtimetadatafield>{told_under}</qtimetadatafield></qtimetadata>".encode(),
    )
    assert "the text that it stands under is left out" in told(canvas_reader.parse(content))


def html(words: str) -> str:
    return (
        '<flow class="FORMATTED_TEXT_BLOCK"><material><mat_extension><mat_formattedtext '
        f'type="HTML">&lt;b&gt;{words}&lt;/b&gt;</mat_formattedtext></mat_extension>'
        "</material></flow>"
    )


def pool(kind: str, answer: str, conditions: str, more: str = "") -> bytes:
    return (
        '<questestinterop><assessment title="A pool"><section><item><itemmetadata>'
        f"<bbmd_questiontype>{kind}</bbmd_questiontype></itemmetadata><presentation>"
        f'<flow class="Block"><flow class="QUESTION_BLOCK">{html("Which?")}</flow>'
        f'<flow class="RESPONSE_BLOCK">{answer}</flow></flow></presentation>'
        f"<resprocessing>{conditions}</resprocessing>{more}</item></section></assessment>"
        "</questestinterop>"
    ).encode()


def correct(*conditions: str) -> str:
    held = "".join(conditions)
    return (
        f'<respcondition title="correct"><conditionvar>{held}</conditionvar>'
        '<setvar variablename="SCORE" action="Set">SCORE.max</setvar></respcondition>'
    )


def is_(one: str, to: str = "response") -> str:
    return f'<varequal respident="{to}">{one}</varequal>'


LIST = (
    '<response_lid ident="response"><render_choice>'
    + "".join(
        f'<response_label ident="{one}">{html(words)}</response_label>'
        for one, words in (("A", "Nile"), ("B", "Rhine"), ("C", "Oder"))
    )
    + "</render_choice></response_lid>"
)
FIB = '<response_str ident="response"><render_fib/></response_str>'
PARTNERS = "".join(
    f'<flow class="Block">{html(words)}<response_lid ident="{ident}"><render_choice>'
    f'<response_label ident="{ident}1"/><response_label ident="{ident}2"/></render_choice>'
    "</response_lid></flow>"
    for ident, words in (("L", "cat"), ("M", "oak"))
)
RIGHT = f'<flow class="RIGHT_MATCH_BLOCK"><flow class="Block">{html("plant")}</flow><flow class="Block">{html("animal")}</flow></flow>'
SHOWN = '<respcondition><conditionvar>{}</conditionvar><displayfeedback linkrefid="correct"/></respcondition>'


@pytest.mark.parametrize(
    ("content", "questions"),
    [
        (
            pool("Multiple Choice", LIST, correct(is_("A"))),
            [MultipleChoice("Which?", "Nile", ("Rhine", "Oder"))],
        ),
        (
            pool(
                "Multiple Answer",
                LIST,
                correct(is_("A"), f"<not>{is_('B')}</not>", is_("C")),
            ),
            [Flashcard("Which?\n– Nile\n– Rhine\n– Oder", "Nile\nOder")],
        ),
        (
            pool("True/False", LIST, correct(is_("false"))),
            [MultipleChoice("Which?", "False", ("True",))],
        ),
        (
            pool("Either/Or", LIST.replace("Nile", "yes_no.true"), correct(is_("A"))),
            [MultipleChoice("Which?", "Yes", ("Rhine", "Oder"))],
        ),
        (
            pool("Ordering", LIST, correct(is_("C"), is_("A"), is_("B"))),
            [Flashcard("Which?\n– Nile\n– Oder\n– Rhine", "1. Oder\n2. Nile\n3. Rhine")],
        ),
        (
            pool("Fill in the Blank", FIB, correct(is_("Nile")) + correct(is_("the Nile"))),
            [TypedAnswer("Which?", "Nile", ("the Nile",))],
        ),
        (
            pool("Numeric", FIB, correct(is_("4.0"))),
            [TypedAnswer("Which?", "4", ("4.0",))],
        ),
        (
            pool(
                "Essay",
                FIB,
                "",
                f'<itemfeedback ident="solution">{html("Nile")}</itemfeedback>',
            ),
            [Flashcard("Which?", "Nile")],
        ),
        (
            pool(
                "Matching",
                f"{PARTNERS}{RIGHT}",
                SHOWN.format(is_("L2", "L")) + SHOWN.format(is_("M1", "M")),
            ),
            [
                MultipleChoice("Which?\ncat", "animal", ("plant",)),
                MultipleChoice("Which?\noak", "plant", ("animal",)),
            ],
        ),
    ],
)
def test_blackboard_s_kinds_are_read(content, questions):
    understood = understand("pool.dat", content)
    assert asked(understood) == questions
    assert understood.questions.title == "A pool"
    packed = pack({"imsmanifest.xml": b"<manifest/>", "res00001.dat": content})
    assert asked(understand("pool.zip", packed)) == questions


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (pool("Hot Spot", LIST, ""), "it is answered on a picture"),
        (pool("Multiple Choice", LIST, ""), "it names no right answer"),
        (pool("Multiple Choice", LIST + FIB, ""), "it has several gaps"),
        (pool("True/False", "", ""), "it asks for nothing"),
        (pool("Essay", FIB, ""), "it is to be marked by hand and names no answer"),
        (pool("Quiz Bowl", FIB, ""), "Quizapp has no questions of this kind (Quiz Bowl)"),
    ],
)
def test_why_an_item_of_blackboard_is_left_out(content, why):
    assert told(blackboard.parse(content)) == [why]


OLD = b"""<?xml version="1.0" encoding="utf-8"?><POOL><TITLE value="Old"/><QUESTIONLIST>
<QUESTION id="q1" class="QUESTION_TRUEFALSE"/></QUESTIONLIST>
<QUESTION_TRUEFALSE id="q1"><BODY><TEXT><![CDATA[<b>Is it?</b>]]></TEXT></BODY>
<ANSWER id="a1"><TEXT>False</TEXT></ANSWER><ANSWER id="a2"><TEXT>True</TEXT></ANSWER>
<GRADABLE><CORRECTANSWER answer_id="a1"/><FEEDBACK_WHEN_CORRECT>Yes</FEEDBACK_WHEN_CORRECT>
</GRADABLE></QUESTION_TRUEFALSE>
<QUESTION_MULTIPLEANSWER id="q2"><BODY><TEXT>Rivers?</TEXT></BODY>
<ANSWER id="a1"><TEXT>Nile</TEXT></ANSWER><ANSWER id="a2"><TEXT>Velm</TEXT></ANSWER>
<ANSWER id="a3"><TEXT>Oder</TEXT></ANSWER><GRADABLE><CORRECTANSWER answer_id="a1"/>
<CORRECTANSWER answer_id="a3"/></GRADABLE></QUESTION_MULTIPLEANSWER>
<QUESTION_MATCH id="q3"><BODY><TEXT>Match</TEXT></BODY>
<ANSWER id="a1"><TEXT>frog</TEXT></ANSWER><ANSWER id="a2"><TEXT>newt</TEXT></ANSWER>
<CHOICE id="c1"><TEXT>amphibian</TEXT></CHOICE><CHOICE id="c2"><TEXT>mammal</TEXT></CHOICE>
<GRADABLE><CORRECTANSWER answer_id="a1" choice_id="c1"/>
<CORRECTANSWER answer_id="a2" choice_id="c1"/></GRADABLE></QUESTION_MATCH>
<QUESTION_FILLINBLANK id="q4"><BODY><TEXT>Name one: ____.</TEXT></BODY>
<ANSWER id="a1"><TEXT>frog</TEXT></ANSWER></QUESTION_FILLINBLANK>
<QUESTION_ESSAY id="q5"><BODY><TEXT>Why?</TEXT></BODY><ANSWER id="a1"><TEXT/></ANSWER>
</QUESTION_ESSAY><QUESTION_ORDER id="q6"><BODY/></QUESTION_ORDER></POOL>"""


def test_an_older_pool_of_blackboard_is_read():
    understood = understand("pool.dat", OLD)
    assert understood.questions.title == "Old"
    assert asked(understood) == [
        MultipleChoice("Is it?", "False", ("True",)),
        Flashcard("Rivers?\n– Nile\n– Velm\n– Oder", "Nile\nOder"),
        MultipleChoice("Match\nfrog", "amphibian", ("mammal",)),
        MultipleChoice("Match\nnewt", "amphibian", ("mammal",)),
        Gap("Name one: ", "frog", "."),
    ]
    assert told(understood) == [
        "it is to be marked by hand and names no answer",
        "Quizapp has no questions of this kind (order)",
        "its feedback is left out",
        "several of its answers are right: it becomes a flashcard",
        "it becomes 2 questions, one for each part",
    ]


@pytest.mark.parametrize(
    "content", [pool("Matching", f"{PARTNERS}{RIGHT}", SHOWN.format(is_("L2", "L"))), OLD]
)
@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_pool_never_breaks_the_reader(content: bytes, data: Any):
    at, length = data.draw(st.integers(0, len(content))), data.draw(st.integers(0, 80))
    noise = data.draw(st.binary(max_size=8) | st.sampled_from([b"<flow>", b"</flow>"]))
    with suppress(ValueError):
        understood = blackboard.parse(content[:at] + noise + content[at + length :])
        assert all(one.where and one.why for one in understood.refused)


def item(body: str, *values: str, kind: str = "multiple") -> bytes:
    right = "".join(f"<value>{one}</value>" for one in values)
    return (
        '<assessmentItem identifier="q" title="T"><responseDeclaration identifier="R" '
        f'cardinality="{kind}"><correctResponse>{right}</correctResponse></responseDeclaration>'
        f"<itemBody>{body}</itemBody></assessmentItem>"
    ).encode()


def choices(name: str, *idents: str) -> str:
    return "".join(f'<{name} identifier="{one}">{one}</{name}>' for one in idents)


@pytest.mark.parametrize(
    ("content", "questions"),
    [
        (
            item(
                '<orderInteraction responseIdentifier="R"><prompt>Order</prompt>'
                f"{choices('simpleChoice', 'ten', 'two')}</orderInteraction>",
                "two",
                "ten",
            ),
            [Flashcard("Order\n– ten\n– two", "1. two\n2. ten")],
        ),
        (
            item(
                '<matchInteraction responseIdentifier="R"><prompt>Match</prompt>'
                f"<simpleMatchSet>{choices('simpleAssociableChoice', 'cat', 'oak')}"
                "</simpleMatchSet><simpleMatchSet>"
                f"{choices('simpleAssociableChoice', 'animal', 'plant', 'stone')}"
                "</simpleMatchSet></matchInteraction>",
                "cat animal",
                "oak plant",
            ),
            [
                MultipleChoice("Match\ncat", "animal", ("plant", "stone")),
                MultipleChoice("Match\noak", "plant", ("animal", "stone")),
            ],
        ),
        (
            item(
                '<gapMatchInteraction responseIdentifier="R">'
                f"{choices('gapText', 'cat', 'mat', 'hat')}"
                '<p>The <gap identifier="G"/> on the <gap identifier="H"/>.</p>'
                "</gapMatchInteraction>",
                "cat G",
                "mat H",
            ),
            [
                MultipleChoice("The ____ on the mat.", "cat", ("mat", "hat")),
                MultipleChoice("The cat on the ____.", "mat", ("cat", "hat")),
            ],
        ),
        (
            item(
                '<p>The <inlineChoiceInteraction responseIdentifier="R">'
                f"{choices('inlineChoice', 'cat', 'dog')}</inlineChoiceInteraction> sat.</p>",
                "cat",
            ),
            [MultipleChoice("The ____ sat.", "cat", ("dog",))],
        ),
        (
            item(
                '<hottextInteraction responseIdentifier="R"><p>It '
                f"{choices('hottext', 'were', 'late')}.</p></hottextInteraction>",
                "were",
            ),
            [MultipleChoice("It werelate.", "were", ("late",))],
        ),
    ],
)
def test_an_item_of_qti_2_that_moves_words_is_read(content, questions):
    assert asked(items_reader.parse(content)) == questions


def test_a_note_with_several_gaps_asks_for_each():
    content = b"#separator:tab\n#html:true\n#notetype:Cloze\nThe {{c1::cat::pet}} on the {{c2::mat}}\t"
    assert asked(anki_text.parse(content)) == [
        Gap("The ", "cat", " on the mat"),
        Gap("The cat on the ", "mat", ""),
    ]


def test_lines_with_a_dash_are_terms_and_definitions():
    content = "\ufeffcat - Katze\r\ndog - Hund - m\r\n".encode()
    assert term_list.recognises(content)
    assert asked(understand("words.txt", content)) == [
        Flashcard("cat", "Katze"),
        Flashcard("dog", "Hund - m"),
    ]


def test_a_category_beside_the_first_is_kept_as_a_tag():
    gift = b"$CATEGORY: top/Rivers\n\nLong?{=Nile}\n\n$CATEGORY: top/Rivers/Lakes\n\nDeep?{=Baikal}"
    xml = (
        b"<quiz><question type='category'><category><text>top/Rivers</text></category></question>"
        + moodle("numerical", "Long?", NUMBER.format("1"))[6:-7]
        + b"<question type='category'><category><text>top/Rivers/Lakes</text></category></question>"
        + moodle("numerical", "Deep?", NUMBER.format("2"))[6:]
    )
    for understood in (gift_reader.parse(gift), moodle_reader.parse(xml)):
        assert understood.questions.title == "Rivers"
        assert [one.tags for one in understood.questions.questions] == [(), ("Lakes",)]


def test_a_sheet_of_kahoot_may_be_in_another_language_and_name_places_as_a_number():
    head = ("", "Frage – max. 120 Zeichen", *(f"Antwort {n} – max. 75" for n in "1234"))
    row = (1, "Rivers?", "Nile", "Velm", "Oder", None, 20, "1.3")
    understood = kahoot.parse(write_workbook([head, row]))
    assert asked(understood) == [Flashcard("Rivers?\n– Nile\n– Velm\n– Oder", "Nile\nOder")]
