"""Quizapp's own format: whole there and back, and a clear word about anything else."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.domain.article import Article
from quizapp.domain.question import Flashcard, Origin, StoredQuestion
from quizapp.domain.question_set import QuestionSet
from quizapp.exchange import FORMATS, understand
from quizapp.exchange.options import Options
from quizapp.exchange.quizset import dump, parse
from tests import pictures
from tests.conftest import lake, lake_drafted, number

LAKE = QuestionSet(
    "The lake above Velm",
    tuple(
        StoredQuestion(draft.id, draft.question, draft.source, tags=("water", "dams"))
        for draft in lake_drafted().drafts
    ),
    lake(),
)
TEXTS = st.text(min_size=1, max_size=20).filter(str.strip)
STORED = st.builds(
    StoredQuestion,
    st.integers(1, 2**128 - 1).map(number),
    st.builds(Flashcard, TEXTS, TEXTS),
    st.none(),
    st.sampled_from(Origin),
    st.lists(TEXTS, max_size=2).map(tuple),
)
SETS = st.builds(
    QuestionSet,
    TEXTS,
    st.lists(STORED, max_size=3, unique_by=lambda one: one.id).map(tuple),
    st.none() | st.just(lake()),
)


def test_a_set_comes_back_whole():
    assert parse(dump(LAKE)) == LAKE


@given(SETS)
@settings(max_examples=50, deadline=None)
def test_any_set_comes_back_whole(question_set):
    assert parse(dump(question_set)) == question_set


def test_a_question_is_a_line():
    lines = dump(LAKE).decode().splitlines()
    assert sum('"question":' in line for line in lines) == len(LAKE.questions)


def test_the_suffix_names_the_format():
    content = FORMATS["quizset"].dump(LAKE, Options())
    assert understand("lake.quizset", content).questions == LAKE


def changed(**changes: Any) -> bytes:
    return json.dumps(json.loads(dump(LAKE)) | changes).encode()


def with_question(**changes: Any) -> bytes:
    wire = json.loads(dump(LAKE))
    wire["questions"][-1] |= changes
    return json.dumps(wire).encode()


def with_article(**changes: Any) -> bytes:
    return changed(article=json.loads(dump(LAKE))["article"] | changes)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04 an archive",
        b"\xff\xfe\xff\xff",
        b"[]",
        b'{"format": "another-program", "version": 1}',
        b"[" * 100_000,
        dump(LAKE)[:-40],
    ],
)
def test_what_is_no_set_is_refused(content):
    with pytest.raises(ValueError, match="it is not a Quizapp question set"):
        parse(content)


def test_a_newer_set_is_told():
    with pytest.raises(ValueError, match="newer Quizapp"):
        parse(changed(version=3))


def test_only_a_set_with_a_picture_asks_for_a_program_that_knows_pictures():
    assert json.loads(dump(LAKE))["version"] == 1
    one = replace(LAKE.questions[0], picture=pictures.red())
    shown = dump(replace(LAKE, questions=(one, *LAKE.questions[1:])))
    assert json.loads(shown)["version"] == 2
    assert parse(shown).questions[0] == one


@pytest.mark.parametrize(
    "content",
    [
        changed(title=" "),
        changed(title=None),
        changed(title="half \ud800 a sign"),
        changed(questions=None),
        changed(questions=["Who?"]),
        changed(questions=[{}]),
        changed(article=None),
        changed(article=[]),
        with_question(id="not an id"),
        with_question(id=5),
        with_question(origin="stolen"),
        with_question(question={"kind": "riddle"}),
        with_question(question={"kind": "flashcard", "front": "Who?", "back": " "}),
        with_question(question={"kind": "flashcard", "front": "Who?", "back": "\udc00"}),
        with_question(sentence=[0, 5]),
        with_question(sentence=[5]),
        with_question(answer=[0, 5]),
        with_question(answer=None),
        with_question(tags=5),
        with_article(text="Another text."),
        with_article(text=5),
        with_article(text=lake().text + "\ud800"),
        with_article(passages=[]),
        with_article(passages=[5]),
        with_article(title=""),
    ],
)
def test_a_damaged_set_is_refused_with_a_reason(content):
    with pytest.raises(ValueError, match=r"\w"):
        parse(content)


def test_a_set_without_an_article_is_whole_too():
    question_set = QuestionSet(
        "My own", (StoredQuestion(number(1), Flashcard("Who?", "I")),)
    )
    assert parse(dump(question_set)) == question_set


def test_an_article_keeps_its_id():
    article: Article | None = parse(dump(LAKE)).article
    assert article is not None
    assert article.id == lake().id


@pytest.mark.parametrize(
    ("file_name", "content", "why"),
    [
        ("a.json", b'[{"front": "a"}]', "it has no “kind”"),
        ("a.json", b'[{"kind": "essay"}]', "Quizapp has no questions of this kind (essay)"),
        ("a.json", b'["x"\n "y"]', "it is no JSON that can be read, from line 2 on."),
        ("a.xml", b"<quiz>\n<a></b>", "it is no XML that can be read, from line 2 on."),
        (
            "a.quizset",
            b'{"format": "quizapp-question-set", "version": 1, "title": "t"}',
            "it is damaged: a part of it is missing or broken.",
        ),
    ],
)
def test_what_is_wrong_with_a_file_is_told_without_the_programmers_words(
    file_name, content, why
):
    try:
        (refused,) = understand(file_name, content).refused
        said = refused.why
    except ValueError as reason:
        said = str(reason)
    assert said == why


def test_the_reason_is_one_sentence_for_a_person():
    with pytest.raises(ValueError, match=r"^it is damaged: .*empty\.$"):
        parse(with_question(question={"kind": "flashcard", "front": "Who?", "back": " "}))
