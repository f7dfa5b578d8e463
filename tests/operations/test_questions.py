"""Questions looked through, edited, marked, moved and deleted."""

from datetime import UTC, timedelta

import pytest

from quizapp.bank import Bank
from quizapp.domain.question import Flashcard, MultipleChoice, Origin, QuestionKind
from quizapp.domain.review import Rating
from quizapp.domain.strip import Band
from quizapp.domain.wanted import State, Wanted, parse
from quizapp.errors import NoSuchDeck
from quizapp.operations import articles, decks, history, progress, questions, sharing, study
from quizapp.operations.questions import Column, Found
from quizapp.operations.writing import Drafted
from quizapp.settings import Settings
from tests.conftest import NOON, article_of, lake_drafted

SETTINGS = Settings()
TOOK = timedelta(seconds=5)
DAY = timedelta(days=1)
PROMPTS = [
    "Who drew the dam?",
    "Who called the dam too thin?",
    "It was dammed in ____ to bring water to the city of Velm.",
    "How much water does it hold?",
    "When did the harbour open?",
]


@pytest.fixture
def harbour(bank):
    text = article_of("The harbour", ("The harbour of Velm opened in 1920.",))
    return articles.add_deck(bank, Drafted(text, ()), None, NOON + DAY)


def browse(bank: Bank, wanted: str | Wanted = "", now=NOON, **order) -> Found:
    wish = parse(wanted) if isinstance(wanted, str) else wanted
    return questions.browse(bank, SETTINGS, wish, now, UTC, **order)


def details(bank: Bank, question, now=NOON) -> questions.Details:
    found = questions.details(bank, question, now)
    assert found is not None
    return found


def prompts(bank: Bank, wanted: str | Wanted = "", now=NOON, **order) -> list[str]:
    return [one.prompt for one in browse(bank, wanted, now, **order).shown]


def test_all_questions_stand_in_the_articles_order(bank, deck, harbour):
    found = browse(bank)
    assert [one.prompt for one in found.shown] == PROMPTS
    assert [one.answer for one in found.shown][:2] == ["Ada Corvin", "Otto Brandt"]
    assert found.decks == ((harbour, "The harbour"), (deck, "The lake above Velm"))
    assert found.any_at_all


def test_an_empty_library_has_no_question_at_all(bank):
    assert browse(bank) == Found((), 0, (), (), any_at_all=False)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("dam", [0, 1, 2]),
        ("dammed", [2]),
        ("kind:choice", [1]),
        ("kind:typed water", [3]),
        ('deck:"the lake above velm"', [0, 1, 2, 3, 4]),
        ("deck:lake", [0, 1, 2, 3, 4]),
        ("deck:harbour", []),
        ("is:new", [2, 3]),
        ("is:due", [0]),
        ("is:learning", [0, 1]),
        ("is:learned", []),
        ("is:flagged", [3]),
        ("is:set-aside", [4]),
        ("tag:wàter", [0, 3]),
        ("tag:water tag:people", [0]),
        ("tag:water is:flagged", [3]),
        ("tag:water -tag:people", [3]),
        ("zeppelin", []),
    ],
)
def test_a_search_line_finds(bank, deck, harbour, asked, line, expected):
    study.answer(bank, SETTINGS, asked[0], Rating.AGAIN, NOON, TOOK)
    study.answer(bank, SETTINGS, asked[1], Rating.EASY, NOON, TOOK)
    questions.flag(bank, asked[3:4], flagged=True)
    questions.set_aside(bank, asked[4:])
    questions.tag(bank, (asked[0], asked[3]), "Water")
    questions.tag(bank, asked[:1], "people")
    assert prompts(bank, line) == [PROMPTS[number] for number in expected]


def test_what_is_set_aside_is_neither_due_nor_new(bank, deck, asked):
    study.answer(bank, SETTINGS, asked[0], Rating.AGAIN, NOON, TOOK)
    questions.set_aside(bank, asked)
    assert prompts(bank, "is:due") == prompts(bank, "is:new") == []
    found = browse(bank)
    assert found.due == 0
    assert not any(one.overdue for one in found.shown)


def test_the_table_knows_memory_and_date(bank, deck, asked):
    due = study.answer(bank, SETTINGS, asked[0], Rating.EASY, NOON, TOOK).review.after.due
    shown = browse(bank).shown
    assert (shown[0].due, shown[0].overdue) == (due, False)
    assert shown[0].band in {Band.SOLID, Band.STRONG}
    assert (shown[1].due, shown[1].band) == (None, Band.NEW)
    assert browse(bank, now=due).due == 1


def test_rows_are_sorted_by_any_column_and_back(bank, deck, asked):
    study.answer(bank, SETTINGS, asked[3], Rating.AGAIN, NOON, TOOK)
    study.answer(bank, SETTINGS, asked[2], Rating.EASY, NOON, TOOK)
    questions.set_aside(bank, asked[:1])
    by_words = sorted(PROMPTS, key=str.casefold)
    assert prompts(bank, by=Column.QUESTION) == by_words
    assert prompts(bank, by=Column.QUESTION, descending=True) == by_words[::-1]
    answers = [one.answer for one in browse(bank, by=Column.ANSWER).shown]
    assert answers == sorted(answers, key=str.casefold)
    assert [PROMPTS.index(one) for one in prompts(bank, by=Column.DUE)] == [3, 2, 1, 4, 0]
    bands = [one.band for one in browse(bank, by=Column.MEMORY).shown]
    assert bands == sorted(bands)
    kinds = [one.kind for one in browse(bank, by=Column.KIND).shown]
    assert kinds == sorted(kinds)
    assert prompts(bank) == PROMPTS


def test_an_edit_keeps_memory_place_source_and_marks(bank, deck, asked):
    study.answer(bank, SETTINGS, asked[0], Rating.GOOD, NOON, TOOK)
    questions.flag(bank, asked[:1], flagged=True)
    before = details(bank, asked[0])
    words = MultipleChoice("Who drew the dam?", "Ada Corvin", ("Otto Brandt",))
    questions.edit(bank, asked[0], words)
    after = details(bank, asked[0])
    assert after.stored.question == words
    assert after.stored.origin is Origin.EDITED
    assert after.stored.source == before.stored.source
    assert (after.flagged, after.answered, after.stability) == (True, 1, before.stability)
    assert browse(bank).shown[0].kind is QuestionKind.MULTIPLE_CHOICE


def test_details_count_answers_and_lapses(bank, deck, asked):
    for days, rating in enumerate((Rating.AGAIN, Rating.EASY, Rating.AGAIN, Rating.GOOD)):
        study.answer(bank, SETTINGS, asked[0], rating, NOON + days * DAY, TOOK)
    found = details(bank, asked[0], NOON + 3 * DAY)
    assert (found.answered, found.lapses) == (4, 1)
    assert found.recall_chance == pytest.approx(1.0)
    assert found.quote is not None
    assert found.quote.answer.of(found.quote.sentence) == "Ada Corvin"
    new = details(bank, asked[1])
    assert (new.answered, new.lapses, new.recall_chance, new.stability) == (
        0,
        0,
        None,
        None,
    )


def test_a_question_written_by_hand_comes_last_and_is_new(bank, deck, asked):
    made = questions.write(bank, deck, Flashcard("Who lives there?", "Nobody"))
    assert prompts(bank)[-1] == "Who lives there?"
    found = details(bank, made)
    assert (found.stored.origin, found.stored.source) == (Origin.WRITTEN, None)
    assert (found.quote, found.deck) == (None, deck)


def test_tags_are_given_once_and_taken(bank, deck, asked):
    assert questions.tag(bank, asked[:3], '  two  "words" ') == 3
    assert questions.tag(bank, asked[:4], "two words") == 1
    assert browse(bank).tags == ("two words",)
    assert questions.untag(bank, asked, "two words") == 4
    assert browse(bank).tags == ()
    with pytest.raises(ValueError, match="a tag has a name"):
        questions.tag(bank, asked, ' "" ')


def test_setting_aside_counts_what_changed(bank, deck, asked):
    assert questions.set_aside(bank, asked[:2]) == 2
    assert questions.set_aside(bank, asked[:3]) == 1
    assert questions.bring_back(bank, asked) == 3


def test_moved_questions_end_the_other_deck_with_their_memory(bank, deck, harbour, asked):
    study.answer(bank, SETTINGS, asked[4], Rating.EASY, NOON, TOOK)
    assert questions.move(bank, (asked[4], asked[0]), harbour) == 2
    assert prompts(bank, "deck:harbour") == [PROMPTS[4], PROMPTS[0]]
    assert prompts(bank, "deck:lake") == PROMPTS[1:4]
    assert questions.move(bank, asked, harbour) == 3
    assert details(bank, asked[4]).answered == 1


def test_a_moved_question_marks_no_sentence_of_the_other_text(bank, deck, harbour, asked):
    study.answer(bank, SETTINGS, asked[0], Rating.EASY, NOON, TOOK)
    questions.move(bank, asked, harbour)
    listed = {one.id: one for one in decks.listing(bank, SETTINGS, NOON, UTC)}
    assert {segment.band for segment in listed[harbour].strip} == {Band.NONE}
    assert listed[harbour].counts.total == 5


def test_a_deck_with_questions_of_another_text_is_exported(
    bank, deck, harbour, asked, tmp_path
):
    questions.move(bank, asked, harbour)
    path = tmp_path / "harbour.quizset"
    assert sharing.export_set(bank, harbour, path) == 5
    decks.remove(bank, harbour, NOON)
    assert sharing.import_set(bank, path, NOON).updated == 5
    assert len(prompts(bank)) == 5


def test_deleted_questions_are_nowhere_and_their_answers_still_count(bank, deck, asked):
    study.answer(bank, SETTINGS, asked[0], Rating.GOOD, NOON, TOOK)
    before = progress.today(bank, SETTINGS, NOON, UTC)
    assert questions.delete(bank, asked[:2], NOON) == 2
    assert prompts(bank) == PROMPTS[2:]
    assert prompts(bank, "corvin") == []
    (listed,) = decks.listing(bank, SETTINGS, NOON, UTC)
    assert (listed.counts.total, listed.counts.due) == (3, 0)
    after = progress.today(bank, SETTINGS, NOON, UTC)
    assert after.answered == before.answered == 1
    with pytest.raises(NoSuchDeck):
        decks.named(bank, "")


def test_a_deleted_question_that_is_imported_again_has_its_memory(
    bank, deck, asked, tmp_path
):
    path = tmp_path / "lake.quizset"
    sharing.export_set(bank, deck, path)
    study.answer(bank, SETTINGS, asked[0], Rating.GOOD, NOON, TOOK)
    questions.delete(bank, asked, NOON)
    imported = sharing.import_set(bank, path, NOON)
    assert (imported.added, imported.updated) == (5, 0)
    assert prompts(bank) == PROMPTS
    assert details(bank, asked[0]).answered == 1


def test_an_article_added_again_takes_its_deleted_questions_back(bank, deck, asked):
    questions.delete(bank, asked[:2], NOON)
    decks.remove(bank, deck, NOON)
    articles.add_deck(bank, lake_drafted(), None, NOON)
    assert prompts(bank) == PROMPTS


def test_near_duplicates_stand_together(bank, deck, asked):
    for words in (
        Flashcard("Who was it that drew the dam?", "Ada Corvin"),
        Flashcard("When did the harbor open?", "1920"),
        Flashcard("When did the harbour of 1920 open?", "1920"),
        Flashcard("Who drew the dam?", "Otto Brandt"),
    ):
        questions.write(bank, deck, words)
    assert prompts(bank, Wanted(states=(State.NEAR_DUPLICATE,))) == [
        "Who drew the dam?",
        "Who was it that drew the dam?",
        "Who drew the dam?",
        "When did the harbour open?",
        "When did the harbor open?",
    ]


def test_what_is_gone_has_no_details(bank, deck, asked):
    questions.delete(bank, asked[:1], NOON)
    assert questions.details(bank, asked[0], NOON) is None
    assert questions.delete(bank, asked[:2], NOON) == 1
    questions.edit(bank, asked[0], Flashcard("Who?", "Nobody"))
    history.undo(bank, 2)
    assert prompts(bank) == PROMPTS


def test_undo_of_a_deletion_brings_questions_to_their_places(bank, deck, asked):
    questions.delete(bank, asked[1:3], NOON)
    history.undo(bank)
    assert prompts(bank) == PROMPTS
