"""What the Reader shows: each sentence with its band and the questions on it."""

from datetime import UTC, datetime, timedelta
from random import Random

from quizapp.bank import Bank
from quizapp.domain.question import DeckId, Flashcard, StoredQuestion
from quizapp.domain.question_set import QuestionSet
from quizapp.domain.review import Rating
from quizapp.domain.strip import Band
from quizapp.exchange import quizset
from quizapp.operations import decks, reader, sharing, study
from quizapp.operations.reader import Reading
from quizapp.operations.study import Line
from quizapp.settings import Settings
from tests.conftest import NOON, lake, number

MINUTE = timedelta(minutes=1)


def opened(bank: Bank, settings: Settings, deck: DeckId, now: datetime = NOON) -> Reading:
    found = reader.opened(bank, settings, deck, now, UTC)
    assert found is not None
    return found


def test_each_sentence_carries_its_own_questions_and_place(bank, settings, deck, asked):
    reading = opened(bank, settings, deck)
    assert [len(one.asked) for one in reading.sentences] == [0, 1, 1, 1, 1, 1]
    assert [one.asked[0].stored.id for one in reading.sentences if one.asked] == [
        asked[2],
        asked[0],
        asked[1],
        asked[3],
        asked[4],
    ]
    places = [(one.place.paragraph, one.place.sentence) for one in reading.sentences]
    assert places == [(1, 1), (1, 2), (2, 1), (2, 2), (2, 3), (3, 1)]
    assert reading.title == lake().title
    assert reading.known == 0.0
    assert (reading.counts.new, reading.counts.due) == (5, 0)


def test_a_sentence_is_new_until_it_was_answered_and_then_has_a_band(
    bank, settings, deck, asked
):
    before = opened(bank, settings, deck)
    assert [segment.band for segment in before.strip] == [Band.NONE, *[Band.NEW] * 5]
    study.answer(bank, settings, asked[0], Rating.EASY, NOON, MINUTE)
    after = opened(bank, settings, deck)
    assert after.sentences[2].band >= Band.SHAKY
    assert after.sentences[2].asked[0].band is after.sentences[2].band
    assert after.sentences[1].band is Band.NEW
    assert after.known > 0


def test_days_count_to_the_day_a_question_is_due_and_never_below_none(
    bank, settings, deck, asked
):
    answered = study.answer(bank, settings, asked[0], Rating.EASY, NOON, MINUTE)
    one = opened(bank, settings, deck).sentences[2].asked[0]
    assert one.days == answered.wait.days
    late = opened(bank, settings, deck, NOON + timedelta(days=300))
    assert late.sentences[2].asked[0].days == 0
    assert late.sentences[1].asked[0].days is None


def test_a_question_set_aside_stays_in_sight_and_leaves_the_band(
    bank, settings, deck, asked
):
    study.answer(bank, settings, asked[0], Rating.EASY, NOON, MINUTE)
    study.set_aside(bank, asked[0])
    study.flag(bank, asked[1], flagged=True)
    reading = opened(bank, settings, deck)
    assert reading.sentences[2].asked[0].set_aside
    assert reading.sentences[2].band is Band.NONE
    assert reading.sentences[3].asked[0].flagged
    assert reading.counts.total == 4


def test_what_was_removed_or_has_no_article_is_not_read(bank, settings, deck, tmp_path):
    path = tmp_path / "words.quizset"
    card = StoredQuestion(number(1), Flashcard("Two and two?", "Four"))
    path.write_bytes(quizset.dump(QuestionSet("Words", (card,))))
    words = sharing.import_set(bank, path, NOON).deck
    assert reader.opened(bank, settings, words, NOON, UTC) is None
    decks.remove(bank, deck, NOON)
    assert reader.opened(bank, settings, deck, NOON, UTC) is None
    assert reader.last(bank) is None


def test_the_last_article_is_the_one_studied_last_else_the_newest(
    bank, settings, deck, asked
):
    newer = sharing.open_example(bank, NOON + timedelta(hours=1))
    assert reader.last(bank) == newer
    study.answer(bank, settings, asked[0], Rating.GOOD, NOON, MINUTE)
    assert reader.last(bank) == deck
    decks.remove(bank, deck, NOON)
    assert reader.last(bank) == newer


def test_a_flag_is_seen_when_the_question_is_drawn(bank, settings, deck, asked):
    line = Line(deck, asked)
    study.flag(bank, asked[0], flagged=True)
    drawn = study.draw(bank, settings, line, NOON, UTC, Random(1))
    assert drawn is not None
    assert (drawn.asked.id, drawn.flagged) == (asked[0], True)
    study.flag(bank, asked[0], flagged=False)
    drawn = study.draw(bank, settings, line, NOON, UTC, Random(1))
    assert drawn is not None
    assert not drawn.flagged
