"""Files that nobody here wrote, and clients that nobody here wrote, where they are at hand.

QUIZAPP_FIXTURES names a folder of files by other programs; QUIZAPP_PEERS a folder with
`node_modules/gift-pegjs`; Anki is asked where its package is installed. Where one is not at
hand, its tests say so and are skipped.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from quizapp.domain.question import Flashcard, MultipleChoice
from quizapp.exchange import FORMATS, understand
from quizapp.exchange.losses import kept
from quizapp.exchange.options import Options
from tests.exchange.tricky import tricky

FIXTURES = os.environ.get("QUIZAPP_FIXTURES", "")
PEERS = os.environ.get("QUIZAPP_PEERS", "")
given = pytest.mark.skipif(not FIXTURES, reason="QUIZAPP_FIXTURES names no folder")

# Of each file: how many questions are read, and how many are refused with a reason.
COUNTS = {
    "gift/pegjs_escapeAll.gift": (1, 0),
    "gift/pegjs_escapeColon.gift": (1, 0),
    "gift/pegjs_escapeEquals.gift": (1, 0),
    "gift/pegjs_essay1.gift": (0, 1),
    "gift/pegjs_mc1.gift": (1, 0),
    "gift/pegjs_mc2.gift": (1, 0),
    "gift/pegjs_mc4.gift": (1, 0),
    "gift/pegjs_mc5.gift": (4, 0),
    "gift/pegjs_mcHTMLComment.gift": (1, 0),
    "gift/pegjs_multiLineFeedback1.gift": (2, 0),
    "gift/pegjs_newlineAndLaTeX.gift": (0, 1),
    "gift/pegjs_options1.gift": (13, 1),
    "gift/pegjs_shortAnswer1.gift": (2, 0),
    "gift/pegjs_shortFirstEmbedded.gift": (1, 1),
    "gift/pegjs_symbolsAll.gift": (1, 0),
    "gift/pegjs_tag_id.gift": (0, 1),
    "gift/pegjs_tag_id_and_two_tags.gift": (0, 1),
    "gift/pegjs_tf1.gift": (1, 0),
    "gift/pegjs_tf1_html.gift": (1, 0),
    "gift/pegjs_tf1_markdown.gift": (1, 0),
    "gift/pegjs_totara_moodle_essay.gift": (0, 1),
    "gift/pegjs_totara_moodle_multichoice_multi.gift": (1, 0),
    "gift/pegjs_totara_moodle_numerical.gift": (1, 0),
    "gift/pegjs_totara_moodle_shortanswer.gift": (1, 0),
    "gift/pegjs_totara_moodle_shortanswer_general_feedback.gift": (1, 0),
    "gift/pegjs_totara_moodle_truefalse.gift": (1, 0),
    "gift/pegjs_totara_moodle_truefalse_true_answer1.gift": (1, 0),
    "gift/pegjs_totara_moodle_truefalse_true_answer2.gift": (1, 0),
    "gift/pegjs_type_inferred_multiline_markdown.gift": (1, 0),
    "gift/questions.gift.txt": (10, 2),
    "gift/questions_in_category.gift.txt": (7, 0),
    "aiken/questions.aiken.txt": (2, 0),
    "qti12/sample_blackboard_qti.dat": (8, 0),
    "qti12/instructure_all_canvas_simple_1.2.xml": (11, 1),
    "qti12/instructure_items_1.2_matching.xml": (2, 0),
    "qti12/instructure_items_1.2_categorization.xml": (4, 0),
    "qti12/instructure_items_1.2_choice_vary_points_by_answer.xml": (1, 0),
    "qti21/instructure22_match2.xml": (4, 0),
    "qti21/instructure22_order.xml": (1, 0),
    "qti21/instructure21_gap_match.xml": (2, 0),
    "moodle_xml/moodle311_question_format_xml_tests_fixtures_html_chars_in_idnumbers.xml": (
        1,
        0,
    ),
    "moodle_xml/moodle311_question_format_xml_tests_fixtures_nested_categories.xml": (1, 0),
    "moodle_xml/moodle311_question_format_xml_tests_fixtures_nested_categories_with_questions.xml": (
        4,
        1,
    ),
    "moodle_xml/moodle311_question_type_coderunner_tests_fixtures_simpledemoquestions.V2.xml": (
        0,
        9,
    ),
    "moodle_xml/moodle311_question_type_coderunner_tests_fixtures_sqrexportwithsampleattachment.xml": (
        0,
        1,
    ),
    "moodle_xml/moodle311_question_type_ddimageortext_tests_fixtures_testquestion.moodle.xml": (
        0,
        1,
    ),
    "moodle_xml/moodle311_question_type_essay_tests_fixtures_testquestion.moodle.xml": (
        1,
        0,
    ),
    "moodle_xml/moodle311_question_type_ordering_tests_fixtures_testquestion.moodle.xml": (
        1,
        0,
    ),
    "moodle_xml/moodle311_question_type_pmatch_tests_fixtures_testquestion.moodle.xml": (
        0,
        1,
    ),
    "moodle_xml/moodle311_question_type_shortanswer_tests_fixtures_testquestion.moodle.xml": (
        1,
        0,
    ),
    "moodle_xml/moodle311_question_type_truefalse_tests_fixtures_testquestion.moodle.xml": (
        1,
        0,
    ),
    "moodle_xml/moodle41_question_format_crossxml_tests_fixtures_questions-multiresponse.xml": (
        1,
        1,
    ),
    "moodle_xml/moodle41_question_format_crossxml_tests_fixtures_questions.xml": (6, 0),
    "moodle_xml/moodle41_question_format_xml_tests_fixtures_html_chars_in_idnumbers.xml": (
        1,
        0,
    ),
    "moodle_xml/moodle41_question_format_xml_tests_fixtures_nested_categories.xml": (1, 0),
    "moodle_xml/moodle41_question_format_xml_tests_fixtures_nested_categories_with_questions.xml": (
        4,
        1,
    ),
    "moodle_xml/moodle41_question_type_coderunner_tests_fixtures_prototype_c_via_python_v1.xml": (
        0,
        1,
    ),
    "moodle_xml/moodle41_question_type_coderunner_tests_fixtures_simpledemoquestions.V2.xml": (
        0,
        9,
    ),
    "moodle_xml/moodle41_question_type_coderunner_tests_fixtures_sqrexportwithsampleattachment.xml": (
        0,
        1,
    ),
    "moodle_xml/moodle41_question_type_crossword_tests_fixtures_testquestion.moodle.xml": (
        3,
        0,
    ),
    "moodle_xml/moodle41_question_type_ddimageortext_tests_fixtures_testquestion.moodle.xml": (
        0,
        1,
    ),
    "moodle_xml/moodle41_question_type_drawing_tests_behat_fixtures_test_drawing_question.moodle.xml": (
        0,
        1,
    ),
    "moodle_xml/moodle41_question_type_essay_tests_fixtures_testquestion.moodle.xml": (
        1,
        0,
    ),
    "moodle_xml/moodle41_question_type_mtf_tests_fixtures_testquestion.moodle.xml": (4, 0),
    "moodle_xml/moodle41_question_type_pmatch_tests_fixtures_testquestion.moodle.xml": (
        0,
        1,
    ),
    "moodle_xml/moodle41_question_type_recordrtc_tests_fixtures_audio-question.xml": (0, 1),
    "moodle_xml/moodle41_question_type_recordrtc_tests_fixtures_customav-question.xml": (
        0,
        1,
    ),
    "moodle_xml/moodle41_question_type_shortanswer_tests_fixtures_testquestion.moodle.xml": (
        1,
        0,
    ),
    "moodle_xml/moodle41_question_type_truefalse_tests_fixtures_testquestion.moodle.xml": (
        1,
        0,
    ),
    "moodle_xml/moodle41_question_type_varnumericset_tests_fixtures_testquestion.moodle.xml": (
        0,
        1,
    ),
    "moodle_xml/moodle41_question_type_varnumunit_tests_fixtures_testquestion.moodle.xml": (
        0,
        1,
    ),
    "moodle_xml/moodle45_question_format_multianswer_tests_fixtures_multianswer-all-types.xml": (
        16,
        0,
    ),
    "moodle_xml/moodle45_question_format_xml_tests_fixtures_error_invalid_grades.xml": (
        1,
        0,
    ),
    "moodle_xml/moodle45_question_format_xml_tests_fixtures_html_chars_in_idnumbers.xml": (
        1,
        0,
    ),
    "moodle_xml/moodle45_question_format_xml_tests_fixtures_nested_categories.xml": (1, 0),
    "moodle_xml/moodle45_question_format_xml_tests_fixtures_nested_categories_with_questions.xml": (
        4,
        1,
    ),
    "moodle_xml/moodle45_question_type_ddimageortext_tests_fixtures_testquestion.moodle.xml": (
        0,
        1,
    ),
    "moodle_xml/moodle45_question_type_essay_tests_fixtures_testquestion.moodle.xml": (
        1,
        0,
    ),
    "moodle_xml/moodle45_question_type_ordering_tests_fixtures_testoldquestion.moodle.xml": (
        1,
        0,
    ),
    "moodle_xml/moodle45_question_type_shortanswer_tests_fixtures_testquestion.moodle.xml": (
        1,
        0,
    ),
    "moodle_xml/moodle45_question_type_truefalse_tests_fixtures_testquestion.moodle.xml": (
        1,
        0,
    ),
}


def found(name: str):
    path = Path(FIXTURES) / name
    forms = {"gift": "gift", "aiken": "aiken", "moodle_xml": "moodle-xml"}
    form = forms.get(name.split("/", maxsplit=1)[0], "")
    return understand(path.name, path.read_bytes(), form)


@given
@pytest.mark.parametrize("name", COUNTS)
def test_a_stranger_s_file_is_read_as_far_as_it_can_be(name):
    understood = found(name)
    read, refused = COUNTS[name]
    assert len(understood.questions.questions) == read
    assert len(understood.refused) == refused
    assert all(one.where and one.why for one in understood.refused)


@given
@pytest.mark.parametrize("name", ["gift/questions.gift.txt", "aiken/questions.aiken.txt"])
def test_a_stranger_s_text_is_known_by_its_look(name):
    path = Path(FIXTURES) / name
    assert understand(path.name, path.read_bytes()) == found(name)


@given
def test_what_escapes_meant_is_kept():
    (one,) = found("gift/pegjs_escapeAll.gift").questions.questions
    assert one.question == MultipleChoice(
        "Which of the following is NOT a control character for the GIFT import format?",
        "\\",
        ("~", "=", "#", "{", "}", ":"),
    )


@given
def test_several_right_answers_become_a_flashcard():
    (one,) = found("gift/pegjs_totara_moodle_multichoice_multi.gift").questions.questions
    assert isinstance(one.question, Flashcard)
    assert one.question.back == "yellow\noff-beige"


@given
@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("gift/pegjs_totara_moodle_shortanswer.gift", "a part of the mark"),
        (
            "moodle_xml/moodle45_question_type_shortanswer_tests_fixtures_testquestion.moodle.xml",
            "a part of the mark",
        ),
        (
            "moodle_xml/moodle45_question_type_essay_tests_fixtures_testquestion.moodle.xml",
            "taken for the answer",
        ),
    ],
)
def test_what_is_left_behind_is_told(name, why):
    assert any(why in change.why for change in found(name).changed)


@pytest.mark.skipif(not PEERS, reason="QUIZAPP_PEERS names no folder")
@pytest.mark.skipif(shutil.which("node") is None, reason="there is no node")
def test_another_reader_of_gift_reads_the_same_words(tmp_path):
    question_set = tricky()
    file = tmp_path / "tricky.gift"
    file.write_bytes(FORMATS["gift"].dump(question_set, Options()))
    script = (
        "const { parse } = require('gift-pegjs');"
        "const text = require('fs').readFileSync(process.argv[1], 'utf8');"
        "console.log(JSON.stringify(parse(text)));"
    )
    done = subprocess.run(
        ["node", "-e", script, str(file)],
        env={**os.environ, "NODE_PATH": str(Path(PEERS) / "node_modules")},
        capture_output=True,
        check=True,
        timeout=60,
    )
    read = {one["id"]: one for one in json.loads(done.stdout) if one["type"] != "Category"}
    there = kept("gift", question_set)
    assert read.keys() == {str(one.id) for one in there}
    for one in there:
        choices = read[str(one.id)].get("choices", [])
        if isinstance(one.question, MultipleChoice):
            assert len(choices) == 1 + len(one.question.wrong)
            assert sum(choice["isCorrect"] for choice in choices) == 1
        assert read[str(one.id)]["tags"] == list(one.tags)


def test_anki_itself_takes_every_note_once(tmp_path):
    collection = pytest.importorskip("anki.collection", reason="Anki is not installed")
    question_set = tricky()
    file = str(tmp_path / "tricky.txt")
    Path(file).write_bytes(FORMATS["anki-text"].dump(question_set, Options()))
    opened = collection.Collection(str(tmp_path / "anki.anki2"))
    try:
        for fresh in (True, False):
            metadata = opened.get_csv_metadata(path=file, delimiter=None)
            asked = collection.ImportCsvRequest(path=file, metadata=metadata)
            log = opened.import_csv(asked).log
            count = len(question_set.questions)
            assert (len(log.new), len(log.conflicting)) == (count if fresh else 0, 0)
        notes = [opened.get_note(note) for note in opened.find_notes("")]
        kinds = {note.note_type()["name"] for note in notes}
    finally:
        opened.close()
    assert {note.guid for note in notes} == {str(one.id) for one in question_set.questions}
    assert kinds == {"Basic", "Basic (type in the answer)", "Cloze"}
    assert all(set(note.tags) == {"history", "exam_2"} for note in notes)
