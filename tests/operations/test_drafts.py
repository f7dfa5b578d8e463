"""Reviewing what was written: nothing is lost, nothing is added that was not kept."""

from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from quizapp.bank import Bank, decks, open_bank, questions
from quizapp.domain.draft_deck import DraftDeck, Verdict
from quizapp.domain.question import Draft, Flashcard, Gap, Origin, QuestionId
from quizapp.errors import ArticleAlreadyThere
from quizapp.operations import articles, drafts, history
from quizapp.operations import decks as decks_of_the_library
from quizapp.operations.writing import Drafted
from quizapp.settings import Settings
from tests.conftest import NOON, TITLE, lake, lake_drafted

LATER = NOON + timedelta(hours=1)
IDS = tuple(draft.id for draft in lake_drafted().drafts)
LAKE = lake().id


@pytest.fixture
def kept(bank):
    assert drafts.keep(bank, lake_drafted(), None, NOON) == LAKE
    return bank


def draft(bank: Bank) -> DraftDeck:
    found = drafts.get(bank, LAKE)
    assert found is not None
    return found


def stored(bank: Bank) -> list[QuestionId]:
    with bank.read() as session:
        deck = decks.of_article(session, LAKE)
        assert deck is not None
        return [one.id for one in questions.listing(session, deck.id)]


def titles(bank: Bank) -> list[str]:
    listing = decks_of_the_library.listing(bank, Settings(), NOON, UTC)
    return [deck.title for deck in listing]


def test_a_draft_comes_back_whole_after_the_program_was_closed(tmp_path):
    with open_bank(tmp_path / "quizapp.bank") as bank:
        drafts.keep(bank, lake_drafted(), "  The lake  ", NOON)
        drafts.judge(bank, LAKE, [IDS[0]], Verdict.KEPT)
    with open_bank(tmp_path / "quizapp.bank") as bank:
        found = draft(bank)
        assert (found.title, found.article, found.written) == ("The lake", lake(), NOON)
        assert [one.question for one in found.proposals] == [
            one.question for one in lake_drafted().drafts
        ]
        assert [one.verdict for one in found.proposals] == [Verdict.KEPT, *["open"] * 4]
        assert drafts.listing(bank) == (drafts.DraftSummary(LAKE, "The lake", 4, 1, 0),)
        assert titles(bank) == []


def test_only_what_is_kept_is_added_and_the_rest_goes_on_waiting(kept):
    drafts.judge(kept, LAKE, IDS[:2], Verdict.KEPT)
    drafts.judge(kept, LAKE, [IDS[2]], Verdict.REJECTED)
    added = drafts.add_kept(kept, LAKE, LATER)
    assert added.questions == IDS[:2]
    assert stored(kept) == [*IDS[:2]]
    assert titles(kept) == [TITLE]
    assert [one.id for one in draft(kept).proposals] == [*IDS[2:]]


def test_what_is_kept_later_joins_the_same_deck(kept):
    drafts.judge(kept, LAKE, IDS[:2], Verdict.KEPT)
    drafts.add_kept(kept, LAKE, LATER)
    drafts.judge(kept, LAKE, IDS[2:], Verdict.KEPT)
    added = drafts.add_kept(kept, LAKE, LATER)
    assert added.questions == IDS[2:]
    assert stored(kept) == [*IDS]
    assert drafts.get(kept, LAKE) is None
    history.undo(kept)
    assert stored(kept) == [*IDS[:2]]
    assert [one.id for one in draft(kept).kept] == [*IDS[2:]]


def test_a_draft_of_which_all_was_said_is_gone_once_it_is_added(kept):
    drafts.judge(kept, LAKE, IDS[:4], Verdict.KEPT)
    drafts.judge(kept, LAKE, IDS[4:], Verdict.REJECTED)
    drafts.add_kept(kept, LAKE, LATER)
    assert drafts.listing(kept) == ()


def test_undo_of_the_adding_gives_the_draft_back_and_takes_the_deck_away(kept):
    drafts.judge(kept, LAKE, IDS[:4], Verdict.KEPT)
    drafts.judge(kept, LAKE, IDS[4:], Verdict.REJECTED)
    before = draft(kept)
    for _ in range(2):
        drafts.add_kept(kept, LAKE, LATER)
        history.undo(kept)
        assert draft(kept) == before
        assert titles(kept) == []


def test_a_question_worded_anew_keeps_its_id_and_says_who_worded_it(kept):
    words = Flashcard("Who drew it?", "Ada Corvin")
    drafts.edit(kept, LAKE, IDS[0], words)
    drafts.judge(kept, LAKE, [IDS[0]], Verdict.KEPT)
    deck = drafts.add_kept(kept, LAKE, LATER).deck
    with kept.read() as session:
        (found,) = questions.listing(session, deck)
    assert (found.id, found.question, found.origin) == (IDS[0], words, Origin.EDITED)
    assert found.source == lake_drafted().drafts[0].source


def test_an_article_written_again_keeps_what_was_said_of_its_questions(kept):
    words = Flashcard("Who drew it?", "Ada Corvin")
    drafts.edit(kept, LAKE, IDS[0], words)
    drafts.judge(kept, LAKE, [IDS[0]], Verdict.KEPT)
    drafts.judge(kept, LAKE, [IDS[1]], Verdict.REJECTED)
    drafts.keep(kept, lake_drafted(), "Again", LATER)
    found = draft(kept)
    assert found.title == "Again"
    assert [one.verdict for one in found.proposals[:3]] == ["kept", "rejected", "open"]
    assert found.proposals[0].question == words


def test_a_text_that_is_a_deck_already_is_refused(bank, deck):
    with pytest.raises(ArticleAlreadyThere):
        drafts.keep(bank, lake_drafted(), None, NOON)
    assert drafts.listing(bank) == ()
    decks_of_the_library.remove(bank, deck, NOON)
    drafts.keep(bank, lake_drafted(), None, NOON)
    drafts.judge(bank, LAKE, IDS[:1], Verdict.KEPT)
    drafts.add_kept(bank, LAKE, LATER)
    assert stored(bank) == [*IDS[:1]]


def test_a_discarded_draft_is_brought_back_by_undo(kept):
    before = draft(kept)
    assert drafts.discard(kept, LAKE) == before.title
    assert drafts.get(kept, LAKE) is None
    history.undo(kept)
    assert draft(kept) == before


def test_a_hint_of_a_close_question_names_it_though_others_are_added(bank):
    drafted = lake_drafted()
    close = replace(drafted.drafts[3], hints=("loaded word", "close to 2"))
    drafted = replace(drafted, drafts=(*drafted.drafts[:3], close, drafted.drafts[4]))
    drafts.keep(bank, drafted, None, NOON)
    found = draft(bank).proposals[3]
    assert (found.hints, found.close_to) == (("loaded word",), IDS[1])
    drafts.judge(bank, LAKE, IDS[:1], Verdict.KEPT)
    drafts.add_kept(bank, LAKE, LATER)
    assert draft(bank).proposals[2].close_to == IDS[1]


def test_the_command_line_adds_all_at_once_and_leaves_no_draft(bank):
    articles.add_deck(bank, lake_drafted(), None, NOON)
    assert drafts.listing(bank) == ()


def test_a_draft_that_is_none_cannot_be(kept):
    whole = draft(kept)
    with pytest.raises(ValueError, match="has a title"):
        replace(whole, title=" ")
    with pytest.raises(ValueError, match="has a question"):
        replace(whole, proposals=())
    with pytest.raises(ValueError, match="same id"):
        replace(whole, proposals=whole.proposals[:1] * 2)


def test_every_kind_of_question_survives_the_bank(bank):
    article = lake()
    source = lake_drafted().drafts[2].source
    gap = Gap("It was dammed in ", "1911", " to bring water.", ("nineteen eleven",))
    drafts.keep(bank, Drafted(article, (Draft(gap, source, 0.5),)), None, NOON)
    assert draft(bank).proposals[0].question == gap
