"""Handing a deck on and taking one in: the same questions, all or none, memories kept."""

import json
from datetime import UTC, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from quizapp import paths
from quizapp.bank import Bank, decks, open_bank, questions, reviews
from quizapp.domain.question import DeckId, Flashcard, StoredQuestion
from quizapp.domain.review import Rating
from quizapp.domain.source import Source
from quizapp.domain.strip import Band
from quizapp.errors import (
    CannotWrite,
    FileTooLarge,
    UnknownFormat,
    UnreadableFile,
    UnreadableSet,
)
from quizapp.operations import decks as library
from quizapp.operations import sharing, study
from quizapp.settings import Settings
from tests.conftest import NOON, lake, lake_drafted, number

SETTINGS = Settings()
SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)


def stored_in(bank: Bank, deck: DeckId) -> list[StoredQuestion]:
    with bank.read() as session:
        return list(questions.listing(session, deck))


def everything(bank: Bank) -> object:
    with bank.read() as session:
        found = decks.listing(session)
        return [
            (
                deck,
                questions.listing(session, deck.id),
                questions.remembered(session, deck.id),
            )
            for deck in found
        ], reviews.since(session, NOON - 1000 * DAY)


@pytest.fixture
def shared(bank: Bank, deck: DeckId, tmp_path: Path) -> Path:
    """Return the file of the lake's deck."""
    path = tmp_path / "lake.quizset"
    assert sharing.export_set(bank, deck, path) == 5
    return path


def change(path: Path, **last: Any) -> None:
    """Change the last question of a shared file."""
    wire = json.loads(path.read_text())
    wire["questions"][-1] |= last
    path.write_text(json.dumps(wire))


def test_another_bank_gets_the_same_deck(shared, bank, deck, tmp_path):
    with open_bank(tmp_path / "other.bank") as other:
        done = sharing.import_set(other, shared, NOON + DAY)
        assert (done.deck, done.title) == (deck, "The lake above Velm")
        assert (done.added, done.updated) == (5, 0)
        assert stored_in(other, deck) == stored_in(bank, deck)
        with other.read() as session:
            assert decks.article(session, lake().id) == lake()


def test_exporting_what_was_imported_gives_the_same_file(shared, tmp_path):
    with open_bank(tmp_path / "other.bank") as other:
        deck = sharing.import_set(other, shared, NOON).deck
        sharing.export_set(other, deck, tmp_path / "again.quizset")
    assert (tmp_path / "again.quizset").read_bytes() == shared.read_bytes()


def test_taking_in_again_updates_and_keeps_what_the_learner_did(shared, bank, deck, asked):
    study.answer(bank, SETTINGS, asked[4], Rating.HARD, NOON, SECOND)
    study.set_aside(bank, asked[4])
    before = everything(bank)
    done = sharing.import_set(bank, shared, NOON + DAY)
    assert (done.added, done.updated) == (0, 5)
    assert everything(bank) == before
    change(shared, question={"kind": "flashcard", "front": "Opened when?", "back": "1920"})
    sharing.import_set(bank, shared, NOON + DAY)
    assert stored_in(bank, deck)[4].question == Flashcard("Opened when?", "1920")
    with bank.read() as session:
        memory = reviews.memory(session, asked[4])
        assert memory is not None
        assert memory.last == NOON
    (shown,) = library.listing(bank, SETTINGS, NOON, UTC)
    assert shown.counts.total == 4  # it is still set aside
    study.bring_back(bank, asked[4])
    assert library.listing(bank, SETTINGS, NOON, UTC)[0].counts.total == 5


def test_a_question_that_came_to_a_set_is_added_at_the_end(shared, bank, deck):
    wire = json.loads(shared.read_text())
    new = {"kind": "flashcard", "front": "Where is Velm?", "back": "By the lake"}
    wire["questions"].insert(
        0, {"id": str(number(7)), "origin": "written", "question": new}
    )
    shared.write_text(json.dumps(wire))
    done = sharing.import_set(bank, shared, NOON)
    assert (done.added, done.updated) == (1, 5)
    assert stored_in(bank, deck)[5].id == number(7)


def test_a_removed_deck_comes_back_by_its_file(shared, bank, deck, asked):
    study.answer(bank, SETTINGS, asked[0], Rating.GOOD, NOON, SECOND)
    before = everything(bank)
    library.remove(bank, deck, NOON)
    sharing.import_set(bank, shared, NOON + DAY)
    assert everything(bank) == before


def test_taking_in_again_tells_the_title_that_the_deck_has_now(shared, bank, deck):
    library.rename(bank, deck, "Mine")
    assert sharing.import_set(bank, shared, NOON).title == "Mine"


def test_a_set_that_cuts_the_known_article_otherwise_adds_nothing(shared, bank, deck):
    wire = json.loads(shared.read_text())
    for passage in wire["article"]["passages"]:
        if passage["sentences"]:
            passage["sentences"] = [passage["span"]]
    for question in wire["questions"]:
        question["sentence"] = next(
            passage["span"]
            for passage in wire["article"]["passages"]
            if passage["span"][0] <= question["answer"][0] < passage["span"][1]
        )
    shared.write_text(json.dumps(wire))
    before = everything(bank)
    with pytest.raises(UnreadableSet, match="into other sentences"):
        sharing.import_set(bank, shared, NOON)
    assert everything(bank) == before


def test_a_set_without_an_article_is_a_deck_by_its_title(bank, tmp_path):
    question = {"kind": "flashcard", "front": "Who?", "back": "I"}
    entry = {"id": str(number(7)), "origin": "written", "question": question}
    wire = {"format": "quizapp-question-set", "version": 1, "title": "Mine"}
    path = tmp_path / "mine.quizset"
    path.write_text(json.dumps(wire | {"questions": [entry]}))
    first = sharing.import_set(bank, path, NOON)
    again = sharing.import_set(bank, path, NOON)
    assert (first.deck, first.added) == (again.deck, 1)
    assert again.updated == 1
    drawn = study.draw(
        bank, SETTINGS, study.begin(bank, SETTINGS, None, NOON, UTC), NOON, UTC, Random(1)
    )
    assert drawn is not None
    assert drawn.quote is None


BAD_LAST: list[dict[str, Any]] = [
    {"question": {"kind": "flashcard", "front": "Who?", "back": " "}},
    {"question": {"kind": "riddle"}},
    {"id": "7"},
    {"sentence": [0, 3], "answer": [0, 3]},
    {"question": {"kind": "flashcard", "front": "Who?", "back": "\ud800"}},
]


@pytest.mark.parametrize("last", BAD_LAST)
def test_a_set_whose_last_question_is_bad_adds_nothing(shared, tmp_path, last):
    change(shared, **last)
    with open_bank(tmp_path / "other.bank") as other:
        before = everything(other)
        with pytest.raises(UnreadableSet) as told:
            sharing.import_set(other, shared, NOON)
        assert told.value.name == "lake.quizset"
        assert everything(other) == before


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a set at all",
        b"{}",
        b'{"format": "quizapp-question-set", "version": 99}',
        b'{"format": "quizapp-question-set", "version": 1, "title": "T"}',
    ],
)
def test_what_is_no_set_changes_nothing(bank, deck, tmp_path, content):
    path = tmp_path / "a.quizset"
    path.write_bytes(content)
    before = everything(bank)
    with pytest.raises(UnreadableSet):
        sharing.import_set(bank, path, NOON)
    assert everything(bank) == before


def test_an_unknown_suffix_names_the_known_ones(bank, deck, tmp_path):
    with pytest.raises(UnknownFormat) as told:
        sharing.export_set(bank, deck, tmp_path / "lake.doc")
    assert {"quizset", "moodle-xml"} <= set(told.value.known)
    assert list(tmp_path.glob("*.doc")) == []
    with pytest.raises(UnknownFormat):
        sharing.import_set(bank, tmp_path / "lake", NOON)


def test_a_suffix_may_be_in_capitals(bank, deck, tmp_path):
    sharing.export_set(bank, deck, tmp_path / "LAKE.QUIZSET")
    assert sharing.import_set(bank, tmp_path / "LAKE.QUIZSET", NOON).updated == 5


def test_a_missing_file_and_a_huge_one_are_told(bank, tmp_path):
    with pytest.raises(UnreadableFile):
        sharing.import_set(bank, tmp_path / "missing.quizset", NOON)
    with (tmp_path / "huge.quizset").open("wb") as file:
        file.truncate(100_000_001)
    with pytest.raises(FileTooLarge):
        sharing.import_set(bank, tmp_path / "huge.quizset", NOON)


def test_a_folder_that_cannot_be_written_is_told(bank, deck, tmp_path):
    with pytest.raises(CannotWrite):
        sharing.export_set(bank, deck, tmp_path / "nowhere" / "lake.quizset")


def test_an_article_that_another_deck_asks_about_outlives_its_own(
    shared, bank, deck, asked
):
    """A question may have come by a set of its own before its article did."""
    source = lake_drafted().drafts[4].source
    assert isinstance(source, Source)
    with bank.write() as session:
        mine = decks.Deck(DeckId(number(9)), "Mine", None, NOON)
        decks.add(session, mine, None)
        card = StoredQuestion(number(7), Flashcard("When?", "1920"), source)
        questions.add(session, mine.id, [card])
    library.remove(bank, deck, NOON)
    with bank.write() as session:
        decks.erase(session, deck)
        assert decks.article(session, lake().id) == lake()
    sharing.import_set(bank, shared, NOON)
    assert len(stored_in(bank, deck)) == 5


def test_a_new_bank_is_given_the_starter_deck_and_a_used_one_is_not(tmp_path):
    path = tmp_path / "new.bank"
    with sharing.open_with_starter_sets(path, NOON) as bank:
        (starter,) = library.listing(bank, SETTINGS, NOON, UTC)
        assert starter.counts.new == starter.counts.total > 0
        library.remove(bank, starter.id, NOON)
    with sharing.open_with_starter_sets(path, NOON) as bank:
        assert library.listing(bank, SETTINGS, NOON, UTC) == ()
        assert sharing.open_example(bank, NOON) == starter.id
        assert library.listing(bank, SETTINGS, NOON, UTC) == (starter,)


def test_the_example_is_what_the_starter_deck_holds(tmp_path):
    example = sharing.example()
    with sharing.open_with_starter_sets(tmp_path / "new.bank", NOON) as bank:
        (starter,) = library.listing(bank, SETTINGS, NOON, UTC)
    assert (example.title, example.questions) == (starter.title, starter.counts.total)
    assert example.lengths == tuple(segment.length for segment in starter.strip)
    assert example.asked == tuple(segment.band is Band.NEW for segment in starter.strip)


def test_a_bad_starter_set_leaves_the_bank_free(tmp_path, monkeypatch):
    (tmp_path / "bad.quizset").write_bytes(b"{}")
    monkeypatch.setattr(paths, "STARTER_SETS", tmp_path)
    with pytest.raises(UnreadableSet):
        sharing.open_with_starter_sets(tmp_path / "new.bank", NOON)
    open_bank(tmp_path / "new.bank").close()
