"""H5P question sets: what a host's libraries are given."""

import json

from quizapp.domain.question import Gap, Question, StoredQuestion, TypedAnswer
from quizapp.domain.question_set import QuestionSet
from quizapp.exchange import FORMATS
from quizapp.exchange.archives import unpack
from quizapp.exchange.losses import losses
from quizapp.exchange.options import Options
from tests.conftest import number
from tests.exchange.hard_set import hard_set
from tests.exchange.test_paper import LAKE


def parts(question_set: QuestionSet, options: Options | None = None):
    members = unpack(FORMATS["h5p"].dump(question_set, options or Options()))
    about, content = members.pop("h5p.json"), members.pop("content/content.json")
    assert not members
    return json.loads(about), json.loads(content)


def test_every_library_that_is_used_is_named():
    about, content = parts(LAKE)
    named = {
        f"{one['machineName']} {one['majorVersion']}.{one['minorVersion']}"
        for one in about["preloadedDependencies"]
    }
    assert about["mainLibrary"] == "H5P.QuestionSet"
    assert {one["library"] for one in content["questions"]} < named


def test_each_kind_is_written_as_its_library_reads_it():
    _, content = parts(LAKE)
    choice, gap, typed = content["questions"]
    assert choice["params"]["question"] == "<p>Who called the dam too thin?</p>"
    right = [one["text"] for one in choice["params"]["answers"] if one["correct"]]
    assert right == ["<p>Otto Brandt</p>"]
    assert choice["subContentId"] == str(LAKE.questions[1].id)
    assert gap["params"]["questions"] == [
        "<p>It was dammed in *1911* to bring water to the city of Velm.</p>"
    ]
    assert typed["params"]["text"] == "<p>How much water does it hold?</p>"
    assert typed["params"]["questions"] == ["<p>*40 million cubic metres*</p>"]


def test_the_sentence_follows_where_it_is_wanted():
    _, content = parts(LAKE)
    (told,) = content["questions"][0]["params"]["overallFeedback"]
    assert told["feedback"] == "Her rival Otto Brandt called it too thin to stand."
    _, content = parts(LAKE, Options(with_explanations=False))
    assert content["questions"][0]["params"]["overallFeedback"] == []


def test_nothing_of_a_text_is_taken_for_html():
    _, content = parts(hard_set())
    written = json.dumps(content)
    assert "<b>" not in written
    assert "&lt;b&gt;bold" in written


def test_what_blanks_would_misread_is_left_out_and_told():
    questions: tuple[Question, ...] = (
        Gap("2 * 3 is ", "6", "."),
        TypedAnswer("Ratio?", "1:2"),
        TypedAnswer("Share?", "a", ("1/2",)),
        TypedAnswer("Is * a star?", "yes", ("aye",)),
    )
    stored = tuple(StoredQuestion(number(at + 1), one) for at, one in enumerate(questions))
    question_set = QuestionSet("Signs", stored)
    _, content = parts(question_set)
    assert [one["params"]["questions"] for one in content["questions"]] == [
        ["<p>*yes/aye*</p>"]
    ]
    told = [one for one in losses("h5p", question_set) if "H5P's blanks" in one.why]
    assert [one.question for one in told] == [one.id for one in stored[:3]]
