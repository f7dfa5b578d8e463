"""What was answered in Anki comes along with its cards."""

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.bank import Bank, open_bank, reviews
from quizapp.domain.question import QuestionId, StoredQuestion
from quizapp.domain.review import Phase, Rating
from quizapp.exchange.anki import dump, parse
from quizapp.exchange.archives import pack, unpack
from quizapp.exchange.options import Options
from quizapp.operations import history, importing, study
from quizapp.schedule import memory as remembering
from quizapp.settings import Settings
from tests.conftest import NOON
from tests.exchange.hard_set import hard_set

DAY = timedelta(days=1)
ASKED: StoredQuestion = hard_set().questions[0]
GIVEN = (
    (NOON - 40 * DAY, 3, 0),
    (NOON - 30 * DAY, 1, 1),
    (NOON - 30 * DAY + timedelta(minutes=10), 2, 2),
    (NOON - 10 * DAY, 4, 1),
)


@pytest.fixture
def studied(tmp_path: Path) -> Path:
    """Return a package whose first card was answered four times, and once in the future."""
    database = sqlite3.connect(":memory:")
    database.deserialize(unpack(dump(hard_set(), Options(moment=NOON)))["collection.anki2"])
    ((card,),) = database.execute(
        "SELECT c.id FROM cards c JOIN notes n ON n.id = c.nid WHERE n.guid = ?",
        (str(ASKED.id),),
    )
    far = (NOON + DAY, 3, 1)
    by_hand = (NOON - 5 * DAY, 0, 4)
    for at, ease, kind in (*GIVEN, far, by_hand):
        database.execute(
            "INSERT INTO revlog VALUES (?, ?, 0, ?, 0, 0, 0, 4200, ?)",
            (int(at.timestamp() * 1000), card, ease, kind),
        )
    database.execute("INSERT INTO revlog VALUES (5, 99, 0, 3, 0, 0, 0, -1, 1)")
    database.commit()
    path = tmp_path / "studied.apkg"
    path.write_bytes(pack({"collection.anki2": database.serialize()}))
    database.close()
    return path


def remembered(bank: Bank, question: QuestionId):
    with bank.read() as session:
        return reviews.memory(session, question)


def test_answers_are_read_with_the_card_they_belong_to(studied):
    answered = parse(studied.read_bytes()).answered
    assert [one.at for one in answered][:4] == [at for at, _, _ in GIVEN]
    assert {one.question for one in answered} == {ASKED.id}
    assert answered[1].rating is Rating.AGAIN
    assert answered[0].took == timedelta(seconds=4.2)


def test_a_card_is_remembered_as_if_it_had_been_answered_here(bank, studied):
    importing.take_in(bank, importing.look(bank, studied), NOON, twins=True)
    found = remembered(bank, ASKED.id)
    by = remembering.scheduler(0.9)
    expected = None
    for at, ease, _ in GIVEN:
        expected = remembering.after(ASKED.id, expected, Rating(ease), at, by)
    assert found == expected
    assert found is not None
    assert found.phase is Phase.REVIEW
    assert remembered(bank, hard_set().questions[1].id) is None


def test_taking_the_import_back_takes_its_answers_back(bank, studied):
    importing.take_in(bank, importing.look(bank, studied), NOON, twins=True)
    history.undo(bank)
    assert remembered(bank, ASKED.id) is None


def test_a_card_that_the_bank_has_keeps_its_own_memory(bank, studied):
    importing.take_in(bank, importing.look(bank, studied), NOON, twins=True)
    before = remembered(bank, ASKED.id)
    importing.take_in(bank, importing.look(bank, studied), NOON + 9 * DAY, twins=True)
    assert remembered(bank, ASKED.id) == before


def test_undo_takes_back_the_learner_s_own_answer(bank, deck, asked, studied):
    settings = Settings()
    study.answer(bank, settings, asked[0], Rating.GOOD, NOON - 20 * DAY, DAY / 1000)
    importing.take_in(bank, importing.look(bank, studied), NOON, twins=True)
    before = remembered(bank, ASKED.id)
    assert study.undo(bank) == asked[0]
    assert remembered(bank, asked[0]) is None
    assert study.undo(bank) is None
    assert remembered(bank, ASKED.id) == before
    given = study.answer(bank, settings, ASKED.id, Rating.EASY, NOON + DAY, DAY / 1000)
    assert study.undo(bank) == given.review.question == ASKED.id
    assert remembered(bank, ASKED.id) == before


def test_after_a_restart_an_answer_from_elsewhere_is_not_taken_back(tmp_path, studied):
    path = tmp_path / "own.bank"
    with open_bank(path) as bank:
        done = importing.take_in(bank, importing.look(bank, studied), NOON, twins=True)
        assert done.answers == len(GIVEN)
    with open_bank(path) as bank:
        assert history.undo(bank) is None
        assert remembered(bank, ASKED.id) is not None
