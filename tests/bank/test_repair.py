"""Repair: what can still be read is saved, what cannot is left out, nothing is deleted."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.bank import Bank, backups, decks, open_bank, questions, repair
from quizapp.errors import BankDamaged, CannotRepair
from quizapp.exchange import quizset
from quizapp.operations import articles, sharing
from tests.conftest import NOON, lake_drafted
from tests.ui.conftest import question_set

PAGE = 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a closed bank with many decks."""
    path = tmp_path / "quizapp.bank"
    with open_bank(path) as bank:
        articles.add_deck(bank, lake_drafted(), None, NOON)
        for number in range(40):
            add(bank, tmp_path, number)
    return path


def add(bank: Bank, folder: Path, number: int) -> None:
    file = folder / "deck.quizset"
    ending = f"Sentence number {number} ends it."
    text = f"{question_set('x').article.text} {ending}"  # type: ignore[union-attr]
    file.write_bytes(quizset.dump(question_set(f"Deck {number}", text)))
    sharing.import_set(bank, file, NOON)


def pages_of(path: Path, table: str) -> list[int]:
    """Return the pages that hold a table's rows, the root left out."""
    with closing(sqlite3.connect(path)) as file:
        (root,) = file.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
        ).fetchone()
        content = path.read_bytes()
    first = (root - 1) * PAGE
    kind = content[first]
    assert kind == 5, "the table has an inner page"
    cells = int.from_bytes(content[first + 3 : first + 5])
    places = [
        int.from_bytes(content[first + 12 + 2 * n : first + 14 + 2 * n])
        for n in range(cells)
    ]
    return [int.from_bytes(content[first + p : first + p + 4]) for p in places]


def spoil(path: Path, page: int) -> None:
    content = bytearray(path.read_bytes())
    content[(page - 1) * PAGE : page * PAGE] = b"\x5a" * PAGE
    path.write_bytes(content)


def counts(path: Path) -> tuple[int, int]:
    with open_bank(path) as bank, bank.read() as session:
        return len(decks.listing(session)), len(questions.remembered(session, None))


def test_rows_before_and_after_the_damage_are_saved(path):
    assert counts(path) == (41, 165)
    pages = pages_of(path, "questions")
    assert len(pages) > 4
    spoil(path, pages[len(pages) // 2])
    with pytest.raises(BankDamaged):
        open_bank(path)
    damaged = path.read_bytes()
    saved = repair.repair(path, NOON)
    assert saved.kept is not None
    assert saved.kept.read_bytes() == damaged
    found_decks, found = counts(path)
    assert found_decks == 41
    assert 165 * 0.5 < found < 165
    assert saved.questions == found


def test_questions_whose_deck_was_lost_are_left_out(path):
    with closing(sqlite3.connect(path)) as file:
        file.execute("DELETE FROM decks WHERE title LIKE 'Deck 1%'")
        file.commit()
    # Break the file where it does not matter, so that there is something to repair.
    pages = pages_of(path, "articles")
    spoil(path, pages[-1])
    repair.repair(path, NOON)
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
        assert file.execute("PRAGMA quick_check").fetchone() == ("ok",)
    found_decks, found = counts(path)
    assert found_decks <= 30
    assert found


def test_a_sound_bank_is_left_as_it_is(path):
    content = path.read_bytes()
    saved = repair.repair(path, NOON)
    assert (saved.questions, saved.answers, saved.kept) == (165, 0, None)
    assert path.read_bytes() == content


def test_what_is_no_bank_cannot_be_repaired_and_is_left(tmp_path):
    path = tmp_path / "quizapp.bank"
    path.write_bytes(b"no bank at all" * 1000)
    with pytest.raises(CannotRepair):
        repair.repair(path, NOON)
    assert path.read_bytes() == b"no bank at all" * 1000
    assert [file.name for file in tmp_path.iterdir() if "part" in file.name] == []
    assert not backups.is_sound(path)
