"""Pictures from a person's files into the bank, out of it and back, each step undone."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from quizapp.bank import Bank
from quizapp.domain.picture import Picture
from quizapp.domain.question import Flashcard, Origin, QuestionId
from quizapp.errors import UnreadableFile
from quizapp.exchange.losses import CARRIES
from quizapp.operations import exporting, history, importing, picturing, questions, sharing
from quizapp.operations.exporting import Choice, Options
from quizapp.operations.previewing import preview
from tests import pictures
from tests.conftest import NOON

RED = pictures.red()


def shown(bank: Bank, question: QuestionId) -> Picture | None:
    found = questions.details(bank, question, NOON)
    assert found is not None
    return found.stored.picture


def kept(bank: Bank) -> int:
    with closing(sqlite3.connect(bank.path)) as file:
        (count,) = file.execute("SELECT count(*) FROM pictures").fetchone()
    return int(count)


def test_a_picture_is_put_described_and_taken_away(bank, asked):
    picturing.put(bank, asked[0], RED)
    picturing.describe(bank, asked[0], "  other\n words ")
    assert shown(bank, asked[0]) == replace(RED, described="other words")
    found = questions.details(bank, asked[0], NOON)
    assert found is not None
    assert found.stored.origin is Origin.EDITED
    questions.edit(bank, asked[0], Flashcard("Who?", "Ada Corvin"))
    assert shown(bank, asked[0]) == replace(RED, described="other words")
    picturing.put(bank, asked[0], None)
    picturing.describe(bank, asked[0], "of nothing")
    assert shown(bank, asked[0]) is None


def test_a_question_that_was_deleted_is_not_brought_back_by_its_picture(bank, asked):
    questions.delete(bank, [asked[0]], NOON)
    picturing.put(bank, asked[0], RED)
    assert questions.details(bank, asked[0], NOON) is None


def test_a_file_that_is_no_picture_is_refused(tmp_path):
    path = tmp_path / "page.png"
    path.write_bytes(b"<html>")
    with pytest.raises(UnreadableFile, match="no PNG, JPEG, GIF or WebP"):
        picturing.read(path)
    path.write_bytes(pictures.drawn("webp"))
    assert picturing.read(path).size == (60, 40)


def test_an_import_brings_pictures_and_undo_takes_them_back(bank, deck, asked, tmp_path):
    picturing.put(bank, asked[0], RED)
    path = tmp_path / "set.quizset"
    sharing.export_set(bank, deck, path)
    picturing.put(bank, asked[0], None)
    assert kept(bank) == 0
    sharing.import_set(bank, path, NOON)
    assert (shown(bank, asked[0]), kept(bank)) == (RED, 1)
    history.undo(bank)
    assert (shown(bank, asked[0]), kept(bank)) == (None, 0)
    history.redo(bank)
    assert (shown(bank, asked[0]), kept(bank)) == (RED, 1)


def test_a_file_that_holds_no_pictures_takes_none_away(bank, deck, asked, tmp_path):
    picturing.put(bank, asked[0], RED)
    path = tmp_path / "set.csv"
    sharing.export_set(bank, deck, path)
    assert sharing.import_set(bank, path, NOON).updated == 5
    assert shown(bank, asked[0]) == RED


def test_each_picture_that_a_format_cannot_hold_is_named_before_writing(bank, deck, asked):
    picturing.put(bank, asked[1], RED)
    source = exporting.exportable(bank, deck, NOON)
    for form in exporting.formats():
        planned = exporting.plan(source, Choice(), form, Options())
        lost = [one.question for one in planned.losses if "picture" in one.why.lower()]
        assert lost == ([] if CARRIES[form.name].pictures else [asked[1]])


def test_the_preview_shows_that_there_is_a_picture_and_not_its_bytes(bank, deck, asked):
    large = pictures.saved("png", 400, 300, compress_level=0)
    picturing.put(bank, asked[0], replace(RED, data=large))
    source = exporting.exportable(bank, deck, NOON)
    for name, words in (
        ("json", '"data": "iVBOR'),
        ("anki", "[Picture: A "),
        ("kahoot", ""),
    ):
        form = exporting.named(name, "")
        text = preview(exporting.plan(source, Choice(), form, Options()))
        assert words in text
        assert max(map(len, text.splitlines())) < 200
        assert ("[Picture" in text) is (name == "anki")


def test_a_set_with_many_pictures_is_read_whatever_its_size(bank, deck, asked, tmp_path):
    for at, question in enumerate(asked):
        noise = pictures.saved("png", 1200, 1000 + at, compress_level=0)
        picturing.put(bank, question, replace(RED, data=noise))
    path = tmp_path / "set.json"
    sharing.export_set(bank, deck, path)
    assert path.stat().st_size > 20_000_000
    found = importing.look(bank, path)
    assert found.understood.changed == ()
    assert all(one.picture is not None for one in found.understood.questions.questions)
