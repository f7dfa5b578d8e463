"""Pictures in the bank: kept once, no longer than they are shown, never a question's end."""

import sqlite3
from contextlib import closing
from dataclasses import replace

from quizapp.bank import Bank, backups, decks, open_bank, questions, repair
from quizapp.domain.picture import Picture
from quizapp.operations import history, picturing
from tests import pictures
from tests.conftest import NOON

BLUE = Picture(pictures.drawn("png", colour="#0A57A8"), "a blue field")


def kept(bank: Bank) -> list[bytes]:
    with closing(sqlite3.connect(bank.path)) as file:
        return [
            data for (data,) in file.execute("SELECT data FROM pictures ORDER BY rowid")
        ]


def shown(bank: Bank, question) -> Picture | None:
    with bank.read() as session:
        return questions.get(session, question).picture


def test_the_same_picture_under_two_questions_is_kept_once(bank, deck, asked):
    other = replace(pictures.red(), described="in other words")
    picturing.put(bank, asked[0], pictures.red())
    picturing.put(bank, asked[1], other)
    assert kept(bank) == [pictures.red().data]
    assert (shown(bank, asked[0]), shown(bank, asked[1])) == (pictures.red(), other)
    with bank.read() as session:
        one, another, *_ = questions.listing(session, deck)
    assert one.picture is not None
    assert another.picture is not None
    assert one.picture.data is another.picture.data, "it is read more than once"


def test_every_way_to_a_question_brings_its_picture(bank, deck, asked):
    picturing.put(bank, asked[1], pictures.red())
    with bank.read() as session:
        listed = questions.listing(session, deck)
        card = questions.card(session, asked[1])
    assert [one.picture for one in listed] == [None, pictures.red(), None, None, None]
    assert card.asked.picture == pictures.red()


def test_a_picture_goes_with_its_last_question_and_comes_back_by_undo(bank, asked):
    picturing.put(bank, asked[0], pictures.red())
    picturing.put(bank, asked[1], pictures.red())
    picturing.put(bank, asked[0], BLUE)
    assert kept(bank) == [pictures.red().data, BLUE.data]
    picturing.put(bank, asked[1], None)
    assert kept(bank) == [BLUE.data]
    for _ in range(3):
        history.undo(bank)
    assert (shown(bank, asked[0]), shown(bank, asked[1])) == (pictures.red(), None)
    assert kept(bank) == [pictures.red().data]
    for _ in range(3):
        history.redo(bank)
    assert (shown(bank, asked[0]), kept(bank)) == (BLUE, [BLUE.data])


def test_an_erased_deck_takes_its_pictures_along(bank, deck, asked):
    picturing.put(bank, asked[0], pictures.red())
    with bank.write() as session:
        decks.erase(session, deck)
    assert kept(bank) == []


def test_a_backup_holds_the_pictures(bank, asked, tmp_path):
    picturing.put(bank, asked[0], pictures.red())
    copy = tmp_path / "copy.bank"
    backups.write_copy(bank.path, copy)
    with open_bank(copy) as other:
        assert shown(other, asked[0]) == pictures.red()


def test_a_question_whose_picture_is_lost_is_saved_without_it(tmp_path, bank, asked):
    picturing.put(bank, asked[0], pictures.red())
    bank.close()
    with closing(sqlite3.connect(bank.path, isolation_level=None)) as file:
        file.execute("DELETE FROM pictures")
        (root,) = file.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'reviews_by_time'"
        ).fetchone()
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(bank.path.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = b"\x5a" * 4096
    bank.path.write_bytes(content)
    assert repair.repair(bank.path, NOON).questions == 5
    with open_bank(bank.path) as saved:
        assert shown(saved, asked[0]) is None
