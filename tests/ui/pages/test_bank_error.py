"""A bank in trouble: what is said, and each way on, on real files."""

import sqlite3
from contextlib import closing
from datetime import UTC, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QRadioButton

from quizapp.bank import backups, open_bank
from quizapp.domain.review import Rating
from quizapp.operations import decks, sharing, study
from quizapp.ui.parts.button import Button
from quizapp.ui.start import Program
from tests.ui.conftest import NOON, STILL, words_in

DAMAGED = (
    "Quizapp could not read part of it, so it has not been opened. Nothing was deleted. "
    "Choose a backup to go back to; the damaged bank is kept next to it."
)


def answer(path: Path, count: int) -> None:
    with open_bank(path) as bank:
        (deck,) = decks.listing(bank, STILL, NOON, UTC)
        for stored in sharing.questions_of(bank, deck.id)[:count]:
            study.answer(bank, STILL, stored.id, Rating.GOOD, NOON, timedelta(seconds=9))


def spoil(path: Path, table: str) -> None:
    """Break the first page of a table of a closed bank."""
    with closing(sqlite3.connect(path)) as file:
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (page,) = file.execute(query, (table,)).fetchone()
        (size,) = file.execute("PRAGMA page_size").fetchone()
    content = bytearray(path.read_bytes())
    content[(page - 1) * size : page * size] = b"\x5a" * size
    path.write_bytes(content)


def buttons(program: Program) -> list[Button]:
    return [one for one in program.window.findChildren(Button) if one.isVisible()]


def click(qtbot, program: Program, words: str) -> None:
    (button,) = [b for b in buttons(program) if b.text() == words]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def sees(qtbot, program: Program, words: str) -> None:
    qtbot.waitUntil(lambda: words in words_in(program.window), timeout=10_000)


@pytest.fixture
def damaged(bank_path: Path) -> Path:
    """Return a damaged bank with two backups: yesterday's, and today's without one answer."""
    backups.make(bank_path, NOON - timedelta(days=1, hours=-2))
    answer(bank_path, 2)
    backups.make(bank_path, NOON - timedelta(hours=3, minutes=48))
    answer(bank_path, 1)
    spoil(bank_path, "questions")
    return bank_path


def test_a_damaged_bank_offers_its_backups_and_what_each_loses(qtbot, damaged, start):
    program = start()
    sees(qtbot, program, "Your question bank is damaged")
    sees(qtbot, program, DAMAGED)
    sees(qtbot, program, "Going back to this backup loses 1 answer given since 08:12.")
    assert not program.window.rail.isVisible()
    qtbot.waitUntil(lambda: focused_words() == "Restore this backup")
    rows = [r for r in program.window.findChildren(QRadioButton) if r.isVisible()]
    names = [row.accessibleName().rsplit(", ", 1)[0] for row in rows]
    assert names == ["Today, 08:12, 4 questions", "Yesterday, 14:00, 4 questions"]
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    sees(
        qtbot,
        program,
        "Going back to this backup loses 3 answers given since yesterday, 14:00.",
    )


def focused_words() -> str:
    focused = QApplication.focusWidget()
    return focused.text() if isinstance(focused, Button) else ""


def test_going_back_opens_the_backup_and_keeps_the_damaged_bank(qtbot, damaged, start):
    content = damaged.read_bytes()
    program = start()
    sees(qtbot, program, DAMAGED)
    qtbot.keyClick(
        QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    sees(qtbot, program, "Backup restored. The bank before it is kept next to it.")
    sees(qtbot, program, "2 of 20 today")
    (kept,) = [p for p in damaged.parent.glob("quizapp-kept-*") if p.suffix == ".bank"]
    assert kept.read_bytes() == content


def test_a_damaged_bank_without_a_backup_may_begin_anew(qtbot, bank_path, start):
    spoil(bank_path, "questions")
    program = start()
    sees(
        qtbot,
        program,
        "There is no backup yet. Quizapp can start a new bank and keep the damaged one "
        "beside it.",
    )
    click(qtbot, program, "Start a new bank")
    sees(qtbot, program, "New bank started. The damaged one is kept beside it.")
    assert list(bank_path.parent.glob("quizapp-kept-*.bank"))


def test_a_damaged_bank_may_be_repaired(qtbot, damaged, start):
    spoil(damaged, "questions_in_order")
    program = start()
    sees(qtbot, program, DAMAGED)
    click(qtbot, program, "Try to repair")
    sees(qtbot, program, "saved. The damaged bank is kept beside the new one.")
    qtbot.waitUntil(lambda: program.window.shown == "library")


def test_what_cannot_be_repaired_says_so_and_stays(qtbot, bank_path, start):
    backups.make(bank_path, NOON)
    bank_path.write_bytes(b"no bank at all" * 500)
    program = start()
    sees(qtbot, program, DAMAGED)
    sees(qtbot, program, "Going back to this backup loses what you answered since 12:00.")
    click(qtbot, program, "Try to repair")
    sees(qtbot, program, "The bank could not be repaired.")
    assert program.window.shown == "bank error"
    assert bank_path.read_bytes() == b"no bank at all" * 500
    click(qtbot, program, "Restore this backup")
    sees(qtbot, program, "Oxygen")


def test_a_bank_open_elsewhere_may_be_looked_at(qtbot, bank_path, start):
    with open_bank(bank_path):
        program = start()
        sees(qtbot, program, "Your question bank is open elsewhere")
        sees(
            qtbot,
            program,
            "Another Quizapp window is using it. Close that window, then try again. "
            "Opening it twice could lose answers.",
        )
        sees(qtbot, program, "nothing can be studied or changed.")
        click(qtbot, program, "Open read-only")
        sees(qtbot, program, "Opening the bank to look at it…")
        sees(qtbot, program, "Oxygen")
        sees(qtbot, program, "Your question bank is open read-only.")
        sees(qtbot, program, "start Quizapp again to study or change anything.")
        assert program.window.windowTitle() == "Quizapp (read-only)"
        learn = next(b for b in buttons(program) if b.text().startswith("Learn"))
        assert not learn.isEnabled()
        click(qtbot, program, "Start")
        assert program.window.toast.isVisible()
        assert program.window.shown == "library"
        (card,) = [c.deck.id for c in program.library._cards.values()]
        program.tasks.change(lambda bank: decks.remove(bank, card, NOON), lambda _: None)
        qtbot.wait(200)
        program.library.reload()
        sees(qtbot, program, "Oxygen")
        assert not (bank_path.parent / "backups").exists()
