"""Every deed taken back and done again, in order, as if it had never been."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from quizapp.bank import Bank, open_bank
from quizapp.domain.deed import Did
from quizapp.domain.question import DeckId, Flashcard, MultipleChoice
from quizapp.domain.review import Rating
from quizapp.domain.wanted import Wanted
from quizapp.operations import articles, decks, drafts, history, questions, sharing, study
from quizapp.operations.writing import Drafted
from quizapp.settings import Settings
from tests.conftest import NOON, article_of, lake_drafted

TOOK = timedelta(seconds=5)
TABLES = ("articles", "decks", "questions", "memories", "reviews", "drafts")
OTHER = Drafted(article_of("The station", ("The station closed in 1960.",)), ())
NEW_WORDS = MultipleChoice("Who drew it?", "Ada Corvin", ("Otto Brandt",))


def kept(bank: Bank) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of the bank as it lies on disk."""
    with closing(sqlite3.connect(bank.path)) as file:
        return {
            table: sorted(file.execute(f"SELECT * FROM {table}").fetchall(), key=repr)  # noqa: S608 - names above
            for table in TABLES
        }


def other_set(folder: Path, bank: Bank) -> Path:
    path = folder / "set.quizset"
    sharing.export_set(bank, decks.named(bank, "The lake above Velm"), path)
    return path


def deeds(bank: Bank, deck: DeckId, asked) -> dict[Did, Callable[[], object]]:
    settings = Settings()
    harbour = Drafted(article_of("The harbour", ("The harbour opened in 1920.",)), ())
    ids = list(asked)
    other = articles.add_deck(bank, OTHER, None, NOON)
    questions.set_aside(bank, ids[4:])
    mill = article_of("The mill", ("The mill burnt down in 1890.",))
    waiting = drafts.keep(bank, replace(lake_drafted(), article=mill), None, NOON)
    return {
        Did.ANSWERED: lambda: study.answer(bank, settings, ids[0], Rating.GOOD, NOON, TOOK),
        Did.ADDED: lambda: articles.add_deck(bank, harbour, None, NOON),
        Did.RENAMED: lambda: decks.rename(bank, deck, "Another name"),
        Did.REMOVED: lambda: decks.remove(bank, deck, NOON),
        Did.EDITED: lambda: questions.edit(bank, ids[1], NEW_WORDS),
        Did.TAGGED: lambda: questions.tag(bank, ids[:3], "water"),
        Did.FLAGGED: lambda: questions.flag(bank, ids[:2], flagged=True),
        Did.SET_ASIDE: lambda: questions.set_aside(bank, ids[:2]),
        Did.BROUGHT_BACK: lambda: questions.bring_back(bank, ids[4:]),
        Did.MOVED: lambda: questions.move(bank, ids[1:3], other),
        Did.DISCARDED: lambda: drafts.discard(bank, waiting),
        Did.DELETED: lambda: questions.delete(bank, ids[1:3], NOON),
    }


NAMED = sorted(set(Did) - {Did.IMPORTED, Did.CHANGED})


@pytest.mark.parametrize("did", NAMED)
def test_a_deed_is_undone_and_redone_to_the_last_digit(bank, deck, asked, did):
    study.answer(bank, Settings(), asked[1], Rating.HARD, NOON, TOOK)
    do = deeds(bank, deck, asked)[did]
    before = kept(bank)
    do()
    after = kept(bank)
    assert after != before
    assert history.undo(bank) is did
    assert kept(bank) == before
    assert history.redo(bank) is did
    assert kept(bank) == after


def test_an_import_of_new_questions_is_taken_back_whole(bank, deck, asked, tmp_path):
    path = other_set(tmp_path, bank)
    with open_bank(tmp_path / "other.bank") as other:
        empty = kept(other)
        sharing.import_set(other, path, NOON)
        full = kept(other)
        assert history.undo(other) is Did.IMPORTED
        assert kept(other) == empty
        assert history.redo(other) is Did.IMPORTED
        assert kept(other) == full


def test_a_hundred_and_twenty_steps_are_taken_back_in_order(bank, deck, asked):
    states = [kept(bank)]
    for step in range(120):
        match step % 4:
            case 0:
                questions.tag(bank, asked[:2], f"tag {step}")
            case 1:
                questions.edit(bank, asked[2], Flashcard(f"Question {step}?", "Yes"))
            case 2:
                decks.rename(bank, deck, f"Name {step}")
            case _:
                moment = NOON + timedelta(minutes=step)
                study.answer(bank, Settings(), asked[3], Rating.GOOD, moment, TOOK)
        states.append(kept(bank))
    for state in reversed(states[:-1]):
        history.undo(bank)
        assert kept(bank) == state
    for state in states[1:]:
        history.redo(bank)
        assert kept(bank) == state
    assert history.redo(bank) is None


def test_several_steps_are_one_for_who_did_them_at_once(bank, deck, asked):
    before = kept(bank)
    questions.tag(bank, asked, "one")
    questions.tag(bank, asked, "two")
    after = kept(bank)
    assert history.undo(bank, 2) is Did.TAGGED
    assert kept(bank) == before
    history.redo(bank, 2)
    assert kept(bank) == after


def test_what_was_undone_is_gone_once_something_else_is_done(bank, deck, asked):
    decks.rename(bank, deck, "One")
    history.undo(bank)
    decks.rename(bank, deck, "Two")
    assert history.redo(bank) is None
    assert history.undo(bank) is Did.RENAMED


def test_a_deed_that_changes_nothing_is_none(bank, deck, asked):
    questions.tag(bank, asked, "one")
    assert questions.tag(bank, asked, "one") == 0
    history.undo(bank)
    assert history.undo(bank) is Did.ADDED


def test_a_failed_deed_leaves_nothing_to_undo(bank, deck):
    with pytest.raises(ValueError, match="a deck has a title"):
        decks.rename(bank, deck, " ")
    assert history.undo(bank) is Did.ADDED


def test_answers_are_taken_back_and_given_again_after_a_restart(tmp_path, settings):
    path = tmp_path / "quizapp.bank"
    with open_bank(path) as bank:
        articles.add_deck(bank, lake_drafted(), None, NOON)
        asked = [draft.id for draft in lake_drafted().drafts]
        untouched = kept(bank)
        study.answer(bank, settings, asked[0], Rating.GOOD, NOON, TOOK)
        study.answer(bank, settings, asked[1], Rating.AGAIN, NOON + TOOK, TOOK)
        answered = kept(bank)
    with open_bank(path) as bank:
        assert history.undo(bank, 2) is Did.ANSWERED
        assert kept(bank) == untouched
        assert history.undo(bank) is None
        assert history.redo(bank, 2) is Did.ANSWERED
        assert kept(bank) == answered
        assert history.undo(bank) is Did.ANSWERED


def test_a_deck_that_made_room_for_another_comes_back_with_all_its_history(
    bank, deck, asked, settings
):
    study.answer(bank, settings, asked[0], Rating.GOOD, NOON, TOOK)
    decks.remove(bank, deck, NOON)
    before = kept(bank)
    articles.add_deck(bank, lake_drafted(), None, NOON)
    after = kept(bank)
    assert before["reviews"]
    assert not after["reviews"]
    history.undo(bank)
    assert kept(bank) == before
    history.redo(bank)
    assert kept(bank) == after


def test_what_was_there_at_the_first_start_is_no_deed(tmp_path):
    with sharing.open_with_starter_sets(tmp_path / "new.bank", NOON) as bank:
        assert history.undo(bank) is None


def test_another_rating_is_part_of_its_answer(bank, deck, asked, settings):
    before = kept(bank)
    study.answer(bank, settings, asked[0], Rating.AGAIN, NOON, TOOK)
    study.rate_otherwise(bank, settings, asked[0], Rating.GOOD)
    after = kept(bank)
    assert history.undo(bank) is Did.ANSWERED
    assert kept(bank) == before
    history.redo(bank)
    assert kept(bank) == after


def test_a_sessions_undo_takes_back_the_answer_under_a_later_edit(bank, asked, settings):
    study.answer(bank, settings, asked[0], Rating.GOOD, NOON, TOOK)
    questions.edit(bank, asked[1], NEW_WORDS)
    assert study.undo(bank) == asked[0]
    taken = questions.details(bank, asked[0], NOON)
    edited = questions.details(bank, asked[1], NOON)
    assert taken is not None
    assert edited is not None
    assert (taken.answered, edited.stored.question) == (0, NEW_WORDS)


def test_a_session_takes_setting_aside_back_once(bank, asked):
    before = kept(bank)
    study.set_aside(bank, asked[0])
    study.bring_back(bank, asked[0])
    assert kept(bank) == before
    assert history.undo(bank) is Did.ADDED


def test_words_are_found_as_they_stand_after_undo_and_redo(bank, asked, settings):
    def finds(word: str) -> int:
        wanted = Wanted(words=(word,))
        return len(questions.browse(bank, settings, wanted, NOON, UTC).shown)

    questions.edit(bank, asked[0], Flashcard("Whose zeppelin?", "Nobody's"))
    assert finds("zeppelin") == 1
    history.undo(bank)
    assert finds("zeppelin") == 0
    history.redo(bank)
    assert finds("zeppelin") == 1
