"""Decks: added once, counted, removed and brought back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from quizapp.bank import Bank
from quizapp.domain.review import Rating
from quizapp.domain.strip import Band
from quizapp.domain.waiting import Counts
from quizapp.errors import ArticleAlreadyThere, NoSuchDeck
from quizapp.operations import articles, decks, study
from quizapp.operations.decks import DeckSummary
from quizapp.operations.writing import Drafted
from quizapp.settings import Settings
from tests.conftest import NOON, article_of, lake, lake_drafted

SETTINGS = Settings()
SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)


def listing(bank: Bank, now: datetime = NOON) -> Sequence[DeckSummary]:
    return decks.listing(bank, SETTINGS, now, UTC)


def other() -> Drafted:
    article = article_of("The harbour", ("The harbour opened in 1920.",))
    return Drafted(article, ())


def test_an_empty_library_lists_nothing(bank):
    assert listing(bank) == ()


def test_a_new_deck_is_all_new(bank, deck):
    (shown,) = listing(bank)
    assert (shown.id, shown.title, shown.origin) == (
        deck,
        "The lake above Velm",
        "lake.txt",
    )
    assert (shown.added, shown.sentences, shown.known) == (NOON, 6, 0.0)
    assert shown.counts == Counts(due=0, new=5, learned=0, total=5)
    lengths = [sentence.end - sentence.start for sentence in lake().sentences]
    assert [segment.length for segment in shown.strip] == lengths
    assert [segment.band for segment in shown.strip] == [
        Band.NONE,
        Band.NEW,
        Band.NEW,
        Band.NEW,
        Band.NEW,
        Band.NEW,
    ]


def test_answers_show_in_counts_strip_and_memory(bank, deck, asked):
    study.answer(bank, SETTINGS, asked[0], Rating.AGAIN, NOON, SECOND)
    study.answer(bank, SETTINGS, asked[1], Rating.EASY, NOON, SECOND)
    study.set_aside(bank, asked[4])
    (shown,) = listing(bank)
    assert shown.counts == Counts(due=1, new=2, learned=0, total=4)
    bands = [segment.band for segment in shown.strip]
    assert bands[2] is Band.FADING
    assert bands[3] in {Band.SOLID, Band.STRONG}
    assert bands[5] is Band.NONE  # its only question is set aside
    assert 0 < shown.known < 0.5


def test_a_question_is_due_from_the_morning_of_its_day(bank, asked):
    due = study.answer(bank, SETTINGS, asked[1], Rating.EASY, NOON, SECOND).review.after.due
    dawn = due.replace(hour=4, minute=0, second=0, microsecond=0)
    assert listing(bank, dawn - SECOND)[0].counts.due == 0
    assert listing(bank, dawn)[0].counts.due == 1


def test_the_deck_with_most_due_comes_first_then_the_newest(bank, asked):
    newer = articles.add_deck(bank, other(), None, NOON + SECOND)
    assert listing(bank)[0].id == newer
    study.answer(bank, SETTINGS, asked[0], Rating.AGAIN, NOON, SECOND)
    assert listing(bank)[1].id == newer


def test_the_same_text_is_added_once(bank, deck):
    again = Drafted(replace(lake(), title="Another name"), lake_drafted().drafts)
    with pytest.raises(ArticleAlreadyThere) as told:
        articles.add_deck(bank, again, "My lake", NOON)
    assert told.value.deck == "The lake above Velm"
    assert len(listing(bank)) == 1


def test_a_deck_takes_a_title_of_its_own(bank):
    articles.add_deck(bank, lake_drafted(), "  My lake ", NOON)
    assert listing(bank)[0].title == "My lake"


def test_a_title_of_bytes_that_are_no_letters_can_be_stored(bank):
    articles.add_deck(bank, lake_drafted(), "caf\udce9", NOON)
    assert listing(bank)[0].title == "caf\ufffd"


def test_a_blank_title_is_the_articles_own(bank):
    articles.add_deck(bank, lake_drafted(), "  ", NOON)
    assert listing(bank)[0].title == "The lake above Velm"


def test_a_removed_deck_comes_back_with_its_history(bank, deck, asked):
    given = study.answer(bank, SETTINGS, asked[0], Rating.AGAIN, NOON, SECOND).review
    before = listing(bank)
    decks.remove(bank, deck, NOON)
    assert listing(bank) == ()
    decks.bring_back(bank, deck)
    assert listing(bank) == before
    assert study.undo(bank) == given.question


def test_a_removed_article_can_be_added_again_and_begins_anew(bank, deck, asked):
    study.answer(bank, SETTINGS, asked[0], Rating.AGAIN, NOON, SECOND)
    decks.remove(bank, deck, NOON)
    assert articles.add_deck(bank, lake_drafted(), None, NOON + DAY) == deck
    (shown,) = listing(bank)
    assert (shown.counts, shown.added) == (Counts(0, 5, 0, 5), NOON + DAY)
    assert study.undo(bank) is None


def test_a_deck_is_renamed(bank, deck):
    decks.rename(bank, deck, " My lake ")
    assert listing(bank)[0].title == "My lake"
    with pytest.raises(ValueError, match="title"):
        decks.rename(bank, deck, " ")


def test_a_deck_is_found_by_its_title(bank, deck):
    assert decks.named(bank, "the LAKE above velm") == deck
    with pytest.raises(NoSuchDeck):
        decks.named(bank, "The lake")


def test_a_title_beyond_ascii_is_found_whatever_its_case(bank, deck):
    decks.rename(bank, deck, "Über den Öresund")
    assert decks.named(bank, "über den öresund") == deck


def test_a_title_of_two_decks_names_neither(bank, deck):
    other_deck = articles.add_deck(bank, other(), "The lake above Velm", NOON)
    with pytest.raises(NoSuchDeck):
        decks.named(bank, "The lake above Velm")
    decks.remove(bank, other_deck, NOON)
    assert decks.named(bank, "The lake above Velm") == deck
