"""Backups on a real disk: whole, readable, and gone back to without a loss."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.bank import Bank, backups, decks, open_bank, open_to_read, questions
from quizapp.domain.review import Rating
from quizapp.errors import BackupDamaged, BankDamaged, BankInUse, BankReadOnly, CannotWrite
from quizapp.operations import articles, study
from quizapp.settings import Settings
from tests.conftest import NOON, lake_drafted

MINUTE = timedelta(minutes=1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a closed bank with the lake's deck in it."""
    path = tmp_path / "quizapp.bank"
    with open_bank(path) as bank:
        articles.add_deck(bank, lake_drafted(), None, NOON)
    return path


def answer(bank: Bank, number: int) -> None:
    question = lake_drafted().drafts[number].id
    now = NOON + number * MINUTE
    study.answer(bank, Settings(), question, Rating.GOOD, now, MINUTE)


def asked(path: Path) -> int:
    """Return how many questions have been answered in a closed bank."""
    with open_bank(path) as bank, bank.read() as session:
        return sum(one.memory is not None for one in questions.remembered(session, None))


def spoil(path: Path) -> None:
    """Overwrite the middle of a closed bank."""
    content = bytearray(path.read_bytes())
    content[4096:] = b"\x5a" * (len(content) - 4096)
    path.write_bytes(content)


def test_a_backup_holds_what_the_open_bank_held(path):
    with open_bank(path) as bank:
        answer(bank, 0)
        made = backups.make(path, NOON)
        answer(bank, 1)
    assert (made.made, made.questions) == (NOON, 5)
    assert made.size == made.path.stat().st_size > 0
    assert made.path.parent == tmp_backups(path)
    assert asked(made.path) == 1
    assert asked(path) == 2


def tmp_backups(path: Path) -> Path:
    return path.parent / "backups"


def test_a_backup_is_one_file_and_leaves_no_draft(path):
    with open_bank(path):
        made = backups.make(path, NOON)
        backups.listing(path)
    assert [file.name for file in tmp_backups(path).iterdir()] == [made.path.name]


def test_backups_are_listed_newest_first_and_strange_files_passed_over(path, tmp_path):
    later = backups.make(path, NOON + MINUTE)
    first = backups.make(path, NOON)
    (tmp_backups(path) / "quizapp-20260304-130000.backup").write_bytes(b"no bank")
    (tmp_backups(path) / "quizapp-soon.backup").write_bytes(b"")
    other = tmp_path / "other.bank"
    with open_bank(other):
        backups.make(other, NOON)
    assert backups.listing(path) == (later, first)
    assert backups.listing(tmp_path / "none.bank") == ()


def test_a_removed_deck_is_not_counted(path):
    with open_bank(path) as bank, bank.write() as session:
        (deck,) = decks.listing(session)
        decks.mark_removed(session, deck.id, NOON)
    assert backups.make(path, NOON).questions == 0


def test_going_back_keeps_the_bank_before_it(path):
    with open_bank(path) as bank:
        answer(bank, 0)
        made = backups.make(path, NOON)
        answer(bank, 1)
    kept = backups.go_back(path, made.path, NOON)
    assert asked(path) == 1
    assert kept.parent == path.parent
    assert asked(kept) == 2
    again = backups.go_back(path, made.path, NOON)
    assert again != kept
    assert asked(again) == 1


def test_an_old_journal_is_not_played_into_what_came_back(path):
    """A bank that was cut off leaves a journal; it goes with the bank that is kept."""
    made = backups.make(path, NOON)
    with open_bank(path) as bank:
        answer(bank, 0)
        journal = path.with_name("quizapp.bank-wal").read_bytes()
        main = path.read_bytes()
    path.write_bytes(main)
    path.with_name("quizapp.bank-wal").write_bytes(journal)
    kept = backups.go_back(path, made.path, NOON)
    assert asked(path) == 0
    assert asked(kept) == 1


def test_a_damaged_bank_goes_back_and_is_kept_byte_for_byte(path):
    made = backups.make(path, NOON)
    spoil(path)
    content = path.read_bytes()
    kept = backups.go_back(path, made.path, NOON)
    assert kept.read_bytes() == content
    assert asked(path) == 0


def test_a_damaged_backup_is_refused_and_the_bank_left(path):
    made = backups.make(path, NOON)
    spoil(made.path)
    content = path.read_bytes()
    with pytest.raises(BackupDamaged):
        backups.go_back(path, made.path, NOON)
    assert path.read_bytes() == content
    assert not list(path.parent.glob("*kept*"))


def test_an_open_bank_does_not_go_back(path):
    made = backups.make(path, NOON)
    with open_bank(path), pytest.raises(BankInUse):
        backups.go_back(path, made.path, NOON)
    assert not list(path.parent.glob(".*.part"))


def test_the_answers_that_going_back_loses_are_counted(path):
    with open_bank(path) as bank:
        answer(bank, 0)
        study.undo(bank)
        answer(bank, 0)
        made = backups.make(path, NOON)
        assert backups.answers_since(path, made.path) == 0
        for number in (1, 2, 3):
            answer(bank, number)
        assert backups.answers_since(path, made.path) == 3
    path.write_bytes(b"no bank at all" * 500)
    assert backups.answers_since(path, made.path) is None


def test_a_folder_that_cannot_be_written_is_told(path):
    tmp_backups(path).write_bytes(b"a file where the folder should be")
    with pytest.raises(CannotWrite):
        backups.make(path, NOON)


def test_a_bank_set_apart_makes_room_for_a_new_one(path):
    kept = backups.set_apart(path, NOON)
    assert not path.exists()
    with open_bank(path) as bank, bank.read() as session:
        assert decks.none_ever(session)
    assert asked(kept) == 0


def test_a_removed_backup_is_gone_and_may_be_removed_again(path):
    made = backups.make(path, NOON)
    backups.remove(made)
    backups.remove(made)
    assert backups.listing(path) == ()


def test_a_bank_in_use_may_be_looked_at_and_not_changed(path):
    with open_bank(path) as bank:
        with open_to_read(path) as reader:
            answer(bank, 0)
            with reader.read() as session:
                assert [deck.title for deck in decks.listing(session)]
                known = questions.remembered(session, None)
            assert sum(one.memory is not None for one in known) == 1
            with pytest.raises(BankReadOnly), reader.write():
                pass
        answer(bank, 1)


def test_what_is_no_bank_is_not_looked_at(tmp_path):
    file = tmp_path / "quizapp.bank"
    file.write_bytes(b"no bank at all" * 100)
    with pytest.raises(BankDamaged):
        open_to_read(file)


def test_a_bank_of_another_form_is_not_looked_at(path):
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA user_version = 0")
    with pytest.raises(BankInUse):
        open_to_read(path)
