"""Choosing what to export, and knowing what it loses before a byte is written."""

from dataclasses import replace
from datetime import UTC, timedelta
from typing import Any

import pytest

from quizapp.domain.question import (
    Flashcard,
    MultipleChoice,
    QuestionId,
    QuestionKind,
    StoredQuestion,
)
from quizapp.domain.review import Rating
from quizapp.domain.strip import Band
from quizapp.errors import NothingToWrite, UnknownFormat
from quizapp.operations import decks, exporting, history, importing, study
from quizapp.operations.exporting import Choice, Exportable, Fate, Options, State
from quizapp.operations.previewing import preview
from quizapp.settings import Settings
from tests.conftest import NOON

SETTINGS = Settings()
SECOND = timedelta(seconds=1)
MOODLE, AIKEN = exporting.named("moodle-xml", ""), exporting.named("aiken", "")


@pytest.fixture
def source(bank, deck, asked):
    """Return the lake's deck: one learnt a little, one set aside, three new."""
    study.answer(bank, SETTINGS, asked[0], Rating.GOOD, NOON, SECOND)
    study.set_aside(bank, asked[1])
    return exporting.exportable(bank, deck, NOON)


def ids(source: Exportable, **choice: Any) -> list[QuestionId]:
    chosen = exporting.chosen(source, Choice(**choice))
    return [one.id for one in chosen.questions]


def test_every_question_is_offered_with_where_it_stands(source, asked):
    states = [source.standing[one].state for one in asked]
    assert states == [State.LEARNING, State.SET_ASIDE, State.NEW, State.NEW, State.NEW]
    assert ids(source) == list(asked)


def test_questions_are_chosen_by_state_kind_memory_and_number(source, asked):
    assert ids(source, states=frozenset({State.LEARNING})) == [asked[0]]
    assert ids(source, states=frozenset({State.NEW, State.SET_ASIDE})) == list(asked[1:])
    assert ids(source, kinds=frozenset({QuestionKind.GAP})) == [asked[2]]
    band = source.standing[asked[0]].band
    assert band > Band.NEW
    assert ids(source, bands=frozenset({band})) == [asked[0]]
    assert ids(source, most=2) == list(asked[:2])
    assert ids(source, tags=frozenset({"none"})) == []


def test_tags_choose_and_are_listed(bank, deck, asked):
    with bank.write() as session:
        from quizapp.bank import questions

        card = StoredQuestion(asked[0], Flashcard("Who?", "Ada"), tags=("dams", "exam"))
        questions.replace(session, card)
    source = exporting.exportable(bank, deck, NOON)
    assert source.tags == ("dams", "exam")
    assert ids(source, tags=frozenset({"exam", "other"})) == [asked[0]]


def test_a_plan_tells_what_is_left_out_and_why(source, asked, tmp_path):
    planned = exporting.plan(source, Choice(), AIKEN, Options())
    assert (planned.chosen, planned.written, planned.dropped) == (5, 1, 4)
    dropped = {loss.question for loss in planned.losses if loss.fate is Fate.DROPPED}
    assert dropped == set(asked) - {asked[1]}
    assert exporting.summed(planned.losses)[0] == (
        Fate.DROPPED,
        "Aiken takes multiple choice only.",
        4,
    )
    assert list(tmp_path.glob("*.txt")) == []
    (written,) = exporting.write(planned, tmp_path / "a.txt")
    assert written.read_bytes() == exporting.make(planned)[0].content


def test_what_would_be_empty_is_not_written(source, tmp_path):
    choice = Choice(kinds=frozenset({QuestionKind.FLASHCARD}))
    planned = exporting.plan(source, choice, AIKEN, Options())
    with pytest.raises(NothingToWrite, match="multiple choice only"):
        exporting.write(planned, tmp_path / "a.txt")
    nothing = exporting.plan(source, Choice(tags=frozenset({"x"})), MOODLE, Options())
    with pytest.raises(NothingToWrite):
        exporting.write(nothing, tmp_path / "a.xml")
    assert list(tmp_path.glob("a.*")) == []


EXAM = replace(
    MOODLE,
    sheets=lambda _, options: tuple(
        exporting.Sheet(label, label.encode())
        for label in (*exporting.VERSION_NAMES[: options.versions], exporting.KEY)
    ),
)


def test_several_sheets_are_files_beside_each_other(source, tmp_path):
    planned = exporting.plan(source, Choice(), EXAM, Options(versions=2))
    assert planned.labels == ("A", "B", "key")
    assert [path.name for path in exporting.write(planned, tmp_path / "exam.pdf")] == [
        "exam A.pdf",
        "exam B.pdf",
        "exam key.pdf",
    ]
    single = exporting.plan(source, Choice(), EXAM, Options(with_key=False))
    assert single.labels == (exporting.EXAM,)


def test_the_preview_of_a_text_is_the_file_itself(source, tmp_path):
    planned = exporting.plan(source, Choice(), AIKEN, Options())
    (written,) = exporting.write(planned, tmp_path / "a.txt")
    assert preview(planned) == written.read_text()
    assert (
        preview(exporting.plan(source, Choice(tags=frozenset("x")), AIKEN, Options())) == ""
    )


def test_the_preview_of_an_exam_has_the_order_of_its_version_and_its_key(source):
    options = Options(versions=2, shuffle_questions=True, shuffle_answers=True, seed=3)
    planned = exporting.plan(source, Choice(), EXAM, options)
    first, second, key = (preview(planned, at) for at in range(3))
    assert first.splitlines()[0] == "The lake above Velm  A"
    assert "Name ________" in first
    assert first.split("\n\n")[2:] != second.split("\n\n")[2:]
    for name, version in (("A", first), ("B", second)):
        block = next(one for one in key.split("\n\n") if one.splitlines()[0] == name)
        for line in block.splitlines()[1:]:
            number, rest = line.split("  ", 1)
            asked = next(b for b in version.split("\n\n") if b.startswith(f"{number}  "))
            if "Who called" in asked:
                assert rest.strip() in asked
                assert rest.endswith("Otto Brandt")
            if "Who drew" in asked:
                assert rest == "Ada Corvin"


def test_the_preview_of_a_file_that_is_no_text_lists_its_questions(source):
    packed = replace(MOODLE, dump=lambda *_: b"\xff\xfe\x00")
    shown = preview(exporting.plan(source, Choice(), packed, Options()))
    assert "1  Who drew the dam?\n    = Ada Corvin\n    “The engineer" in shown


def test_a_format_is_known_by_its_name_or_by_the_suffix():
    assert exporting.named("gift", "a.txt").name == "gift"
    assert exporting.named("", "a.XML").name == "moodle-xml"
    with pytest.raises(UnknownFormat, match="moodle-xml"):
        exporting.named("word", "a.xml")
    with pytest.raises(UnknownFormat):
        exporting.named("", "a.doc")


# there and back through the bank


def test_exporting_and_importing_again_updates_and_keeps_what_is_known(
    source, bank, deck, asked, tmp_path
):
    (file,) = exporting.write(
        exporting.plan(source, Choice(), MOODLE, Options()), tmp_path / "a.xml"
    )
    corrected = file.read_bytes().replace(b"Otto Brandt", b"Otto Brand")
    file.write_bytes(corrected)
    found = importing.look(bank, file)
    assert found.known == set(asked)
    done = importing.take_in(bank, found, NOON, twins=False)
    assert (done.deck, done.added, done.updated) == (deck, 0, 5)
    assert len(decks.listing(bank, SETTINGS, NOON, UTC)) == 1
    again = exporting.exportable(bank, deck, NOON)
    changed = next(one for one in again.questions.questions if one.id == asked[1])
    assert isinstance(changed.question, MultipleChoice)
    assert changed.question.right == "Otto Brand"
    assert all(one.source is not None for one in again.questions.questions)
    assert again.standing == source.standing
    history.undo(bank)
    assert exporting.exportable(bank, deck, NOON) == source


def test_an_import_is_taken_back_whole(bank, tmp_path):
    file = tmp_path / "capitals.gift"
    file.write_text("Capital of France?{=Paris}\n\nCapital of Norway?{=Oslo ~Bergen}")
    done = importing.take_in(bank, importing.look(bank, file), NOON, twins=False)
    assert (done.title, done.added) == ("capitals", 2)
    history.undo(bank)
    assert decks.listing(bank, SETTINGS, NOON, UTC) == ()
    again = importing.take_in(bank, importing.look(bank, file), NOON, twins=False)
    assert (again.deck, again.added) == (done.deck, 2)
    history.undo(bank)
    assert decks.listing(bank, SETTINGS, NOON, UTC) == ()


def test_the_same_words_under_another_id_are_told_and_asked_about(
    bank, deck, asked, tmp_path
):
    file = tmp_path / "cards.tsv"
    file.write_text("Who drew the dam?\tADA  Corvin\nWho else?\tNobody\n")
    found = importing.look(bank, file)
    assert list(found.twins.values()) == ["The lake above Velm"]
    assert importing.take_in(bank, found, NOON, twins=False).added == 1
    once_more = importing.look(bank, file)
    assert len(once_more.known) == 1
    assert importing.take_in(bank, once_more, NOON, twins=True).added == 1


def test_looking_changes_nothing_and_tells_what_is_not_understood(bank, deck, tmp_path):
    file = tmp_path / "mixed.gift"
    file.write_text("Good?{=yes}\n\nEssay {}\n\nBroken {=x\n")
    before = exporting.exportable(bank, deck, NOON)
    found = importing.look(bank, file)
    assert len(found.understood.questions.questions) == 1
    told = [(one.where, one.why) for one in found.understood.refused]
    assert told == [
        ("line 3", "it is an essay without an answer"),
        ("line 5", "its “{” is never closed"),
    ]
    assert exporting.exportable(bank, deck, NOON) == before
    assert len(decks.listing(bank, SETTINGS, NOON, UTC)) == 1


def test_anki_is_told_when_a_set_was_written(source):
    planned = exporting.plan(source, Choice(), exporting.named("anki", ""), Options())
    assert planned.options.moment == NOON


@pytest.mark.parametrize("name", ["moodle-xml", "gift", "canvas"])
def test_an_own_export_comes_back_without_losses_unless_others_wrote_in_it(
    bank, source, tmp_path, name
):
    form = exporting.named(name, "")
    (path,) = exporting.write(
        exporting.plan(source, Choice(), form, Options()), tmp_path / f"own{form.suffix}"
    )
    found = importing.look(bank, path, name)
    assert len(found.known) == len(found.understood.questions.questions) == 5
    assert found.understood.changed == ()
    if name == "gift":
        told = path.read_text(encoding="utf-8")
        path.write_text(
            told.replace("####[html]", "####[html]Remember. "), encoding="utf-8"
        )
        changed = importing.look(bank, path, name).understood.changed
        assert {one.why for one in changed} == {"its feedback is left out"}
