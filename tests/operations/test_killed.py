"""The power fails in the middle of answering: what was confirmed is there."""

import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.bank import open_bank, reviews
from quizapp.operations import articles
from tests.conftest import NOON, lake_drafted

ANSWER_FOR_EVER = """
import itertools, sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID
from quizapp.bank import open_bank
from quizapp.domain.review import Rating
from quizapp.operations import study
from quizapp.settings import Settings

questions = [UUID(one) for one in sys.argv[2:]]
now = datetime(2026, 3, 4, 12, tzinfo=UTC)
bank = open_bank(Path(sys.argv[1]))
for question, rating in zip(itertools.cycle(questions), itertools.cycle(Rating)):
    now += timedelta(hours=1)
    given = study.answer(bank, Settings(), question, rating, now, timedelta(seconds=2))
    print(question, given.review.at.isoformat(), repr(given.review.after.stability), flush=True)
"""


def answers_until_killed(path: Path, how_many: int) -> list[str]:
    """Return what was confirmed by a process that was killed while it went on answering."""
    ids = [str(draft.id) for draft in lake_drafted().drafts]
    child = subprocess.Popen(
        [sys.executable, "-c", ANSWER_FOR_EVER, str(path), *ids],
        stdout=subprocess.PIPE,
        text=True,
    )
    with child:
        assert child.stdout is not None
        confirmed = [child.stdout.readline() for _ in range(how_many)]
        child.send_signal(signal.SIGKILL)
        confirmed += child.stdout.readlines()
    assert child.returncode == -signal.SIGKILL
    return [line.strip() for line in confirmed if line.endswith("\n")]


@pytest.mark.skipif(
    not hasattr(signal, "SIGKILL"), reason="Windows ends processes otherwise"
)
@pytest.mark.parametrize("how_many", [1, 23, 60])
def test_no_confirmed_answer_is_lost_by_kill_9(tmp_path, how_many):
    path = tmp_path / "a.bank"
    with open_bank(path) as bank:
        articles.add_deck(bank, lake_drafted(), None, NOON)
    confirmed = answers_until_killed(path, how_many)
    with open_bank(path) as bank, bank.read() as session:
        given = reviews.since(session, NOON - timedelta(days=1))
        kept = [
            f"{one.question} {one.at.isoformat()} {one.after.stability!r}" for one in given
        ]
        assert kept[: len(confirmed)] == confirmed
        assert len(kept) - len(confirmed) in {
            0,
            1,
        }  # kept, yet killed before it could say so
        last = {one.question: one.after for one in given}
        assert {one: reviews.memory(session, one) for one in last} == last
        assert (
            session.connection().exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        )
