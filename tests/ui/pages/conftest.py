"""The whole program on a bank of its own, for pages that need more than themselves."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from PySide6.QtWidgets import QWidget

from quizapp import clock, paths, settings
from quizapp.bank import open_bank
from quizapp.domain.review import Rating
from quizapp.operations import decks, sharing, study
from quizapp.settings import Settings
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.text import Text
from quizapp.ui.start import Program
from tests.ui.conftest import NOON

STILL = Settings(reduce_motion=True)


def words_in(widget: QWidget) -> str:
    """Return the words that a person sees in a widget."""
    shown = [part for part in widget.findChildren(QWidget) if part.isVisible()]
    return "\n".join(part.text() for part in shown if isinstance(part, Text | Button))


@pytest.fixture
def study_on(bank_path: Path) -> Callable[..., None]:
    """Return a function that answers every question Good so many days ago."""

    def answer_all(*days_ago: int) -> None:
        with open_bank(bank_path) as bank:
            (deck,) = decks.listing(bank, STILL, NOON, UTC)
            for ago in days_ago:
                now = NOON - timedelta(days=ago)
                for stored in sharing.questions_of(bank, deck.id):
                    took = timedelta(seconds=30)
                    study.answer(bank, STILL, stored.id, Rating.GOOD, now, took)

    return answer_all


@pytest.fixture
def start(qtbot, bank_path: Path, monkeypatch) -> Iterator[Callable[..., Program]]:
    """Return a function that opens the program on the bank and waits for its Library."""
    started: list[Program] = []
    monkeypatch.setattr(clock, "zone", lambda: UTC)

    def run(chosen: Settings = STILL, now: datetime = NOON) -> Program:
        settings.save(chosen, paths.settings_path(bank_path))
        program = Program(bank_path, lambda: now, Random(1))
        started.append(program)
        with qtbot.waitExposed(program.window):
            program.window.show()
        program.window.activateWindow()
        qtbot.waitUntil(lambda: program.window.shown in {"library", "bank error"})
        return program

    yield run
    for program in started:
        program.window.close()
        program.close()
        program.window.deleteLater()
