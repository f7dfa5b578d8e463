"""Study: draw, answer, undo; what was answered is remembered."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, timedelta
from random import Random

from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from quizapp.bank import Bank, decks, open_bank, questions, reviews
from quizapp.domain.question import Draft, Flashcard, MultipleChoice, QuestionId
from quizapp.domain.review import Memory, Phase, Rating, Review
from quizapp.operations import articles, study
from quizapp.operations.study import Drawn, Line
from quizapp.operations.writing import Drafted
from quizapp.settings import Settings
from tests.conftest import NOON, article_of, lake, lake_drafted, source_of

SETTINGS = Settings()
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
TOOK = timedelta(seconds=8.25)


def maybe(bank: Bank, line: Line, now=NOON, settings: Settings = SETTINGS) -> Drawn | None:
    return study.draw(bank, settings, line, now, UTC, Random(1))


def draw(bank: Bank, line: Line, now=NOON) -> Drawn:
    drawn = maybe(bank, line, now)
    assert drawn is not None
    return drawn


def begin(bank: Bank, now=NOON, settings: Settings = SETTINGS, **more: int) -> Line:
    return study.begin(bank, settings, None, now, UTC, **more)


def answer(bank: Bank, question: QuestionId, rating=Rating.GOOD, now=NOON) -> Review:
    return study.answer(bank, SETTINGS, question, rating, now, TOOK).review


def history(bank: Bank) -> Sequence[Review]:
    with bank.read() as session:
        return reviews.since(session, NOON - 1000 * DAY)


def memory(bank: Bank, question: QuestionId) -> Memory | None:
    with bank.read() as session:
        return reviews.memory(session, question)


def walk(
    bank: Bank, line: Line, now=NOON, settings: Settings = SETTINGS
) -> list[QuestionId]:
    """Answer Easy until the session is done; return what was asked."""
    order = []
    while (drawn := maybe(bank, line, now, settings)) is not None:
        answer(bank, drawn.asked.id, Rating.EASY, now)
        order.append(drawn.asked.id)
    return order


def hills_deck(bank: Bank, count: int) -> tuple[QuestionId, ...]:
    """Add a newer deck of `count` questions, each on a fact of its own."""
    words = [f"Hill number {one} stands here." for one in range(count)]
    article = article_of("Hills", tuple(words))
    drafts = tuple(
        Draft(
            Flashcard(f"Which hill is {one}?", f"number {one}"),
            source_of(article, words[one]),
        )
        for one in range(count)
    )
    articles.add_deck(bank, Drafted(article, drafts), None, NOON + MINUTE)
    return tuple(draft.id for draft in drafts)


def test_a_session_asks_each_new_question_in_the_decks_order(bank, asked):
    assert walk(bank, begin(bank)) == list(asked)
    assert maybe(bank, begin(bank)) is None


def test_an_empty_library_has_nothing_to_ask(bank):
    assert maybe(bank, begin(bank)) is None


def test_a_card_shows_all_that_it_needs(bank, deck, asked):
    drawn = draw(bank, begin(bank))
    assert drawn.asked.question == Flashcard("Who drew the dam?", "Ada Corvin")
    assert (drawn.deck, drawn.deck_title) == (deck, "The lake above Velm")
    assert (drawn.memory, drawn.recall_chance, drawn.left) == (None, None, 5)
    assert list(drawn.waits) == list(Rating)
    assert drawn.options == ()


def test_the_quote_is_the_very_sentence(bank, asked):
    text = lake().text
    for draft in lake_drafted().drafts:
        drawn = study.again(bank, SETTINGS, draft.id, 1, NOON, Random(1))
        assert drawn.quote is not None
        assert drawn.quote.sentence == draft.source.sentence.of(text)
        assert drawn.quote.sentence in text
        assert drawn.quote.answer.of(drawn.quote.sentence) == draft.source.answer.of(text)
        assert drawn.quote.place == lake().place(draft.source.sentence)


def test_options_are_all_there_in_an_order_drawn_by_chance(bank, asked):
    orders = {
        study.again(bank, SETTINGS, asked[1], 1, NOON, Random(seed)).options
        for seed in range(20)
    }
    assert {frozenset(order) for order in orders} == {
        frozenset({"Otto Brandt", "Ada Corvin", "Velm", "Ivo"})
    }
    assert len(orders) > 5


def test_a_wrong_option_tells_where_else_it_stands(bank, asked):
    drawn = study.again(bank, SETTINGS, asked[1], 1, NOON, Random(1))
    assert drawn.quote is not None
    elsewhere = drawn.quote.elsewhere
    assert set(elsewhere) == {"Ada Corvin", "Velm"}  # Ivo stands nowhere
    assert elsewhere["Ada Corvin"].paragraph == 2
    assert (
        elsewhere["Ada Corvin"].excerpt
        == "The engineer Ada Corvin drew the dam in a single…"
    )
    assert elsewhere["Velm"].paragraph == 1
    assert elsewhere["Velm"].excerpt == "…to bring water to the city of Velm."


def test_a_mention_is_a_whole_word_outside_the_question_and_not_in_a_heading(bank):
    article = article_of(
        "Ada", ("Ada met Otto and Ivo.",), ("Adamant men came.", "Later Ivo left.")
    )
    question = MultipleChoice("Who met?", "Ada", ("Otto", "Ivo", "Adam"))
    draft = Draft(question, source_of(article, "Ada"))
    articles.add_deck(bank, Drafted(article, (draft,)), None, NOON)
    drawn = draw(bank, begin(bank))
    assert drawn.quote is not None
    assert {words: one.excerpt for words, one in drawn.quote.elsewhere.items()} == {
        "Ivo": "Later Ivo left."
    }


def test_what_a_button_says_is_what_is_stored(bank, asked):
    for rating, question in zip(Rating, asked, strict=False):
        drawn = study.again(bank, SETTINGS, question, 1, NOON, Random(1))
        given = study.answer(bank, SETTINGS, question, rating, NOON, TOOK)
        assert given.wait == drawn.waits[rating]
        stored = memory(bank, question)
        assert stored == given.review.after
        assert stored is not None
        assert stored.due == NOON + drawn.waits[rating]


def test_an_answer_is_kept_whole(bank, asked):
    first = answer(bank, asked[0])
    later = NOON + 3 * DAY
    second = study.answer(
        bank,
        Settings(desired_retention=0.8),
        asked[0],
        Rating.HARD,
        later,
        TOOK,
        hinted=True,
    ).review
    assert history(bank) == [first, second]
    assert second.before == first.after
    assert (second.took, second.hinted, second.desired_retention) == (TOOK, True, 0.8)
    assert second.elapsed == 3 * DAY
    assert len(second.weights) == 21


def test_everything_is_remembered_after_closing(tmp_path):
    path = tmp_path / "a.bank"
    with open_bank(path) as bank:
        articles.add_deck(bank, lake_drafted(), None, NOON)
        ids = [draft.id for draft in lake_drafted().drafts]
        given = [answer(bank, ids[0]), answer(bank, ids[1], Rating.AGAIN, NOON + MINUTE)]
    with open_bank(path) as bank:
        assert history(bank) == given
        assert [memory(bank, one) for one in ids[:2]] == [one.after for one in given]
        assert walk(bank, begin(bank, NOON + 2 * MINUTE), NOON + 2 * MINUTE) == [
            ids[1],
            *ids[2:],
            ids[0],
        ]


def state(bank: Bank, line: Line, now) -> tuple[object, ...]:
    with bank.read() as session:
        remembered = {
            one.question: one.memory for one in questions.remembered(session, None)
        }
    return remembered, history(bank), maybe(bank, line, now)


@given(
    st.lists(
        st.tuples(st.integers(0, 4), st.sampled_from(Rating), st.integers(0, 40 * 24 * 60)),
        min_size=1,
        max_size=6,
    )
)
@examples(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_undo_takes_back_an_answer_as_if_it_had_never_been(bank, asked, given):
    line, now = begin(bank), NOON
    states = []
    for place, rating, minutes in given:
        now += minutes * MINUTE
        states.append((state(bank, line, now), now))
        answer(bank, asked[place], rating, now)
    for (place, _, _), (before, at) in zip(reversed(given), reversed(states), strict=True):
        assert study.undo(bank) == asked[place]
        assert state(bank, line, at) == before
    assert study.undo(bank) is None


def test_an_undone_question_can_be_shown_again(bank, asked):
    answer(bank, asked[3])
    undone = study.undo(bank)
    assert undone == asked[3]
    drawn = study.again(bank, SETTINGS, asked[3], 5, NOON, Random(1))
    assert (drawn.asked.id, drawn.memory, drawn.left) == (asked[3], None, 5)


def test_undo_reaches_back_before_the_program_was_closed(tmp_path):
    with open_bank(tmp_path / "a.bank") as bank:
        articles.add_deck(bank, lake_drafted(), None, NOON)
        first = lake_drafted().drafts[0].id
        answer(bank, first)
    with open_bank(tmp_path / "a.bank") as bank:
        assert study.undo(bank) == first
        assert history(bank) == []


def test_new_questions_stop_at_the_days_limit(bank, asked):
    few = replace(SETTINGS, new_a_day=2)
    assert walk(bank, begin(bank, settings=few), settings=few) == list(asked[:2])
    assert begin(bank, settings=few).new == ()
    assert begin(bank, settings=few, extra_new=2).new == asked[2:4]


def test_the_limit_counts_anew_the_next_study_day(bank, asked):
    few = replace(SETTINGS, new_a_day=2)
    walk(bank, begin(bank, settings=few), settings=few)
    for still_today in (NOON + timedelta(hours=11), NOON + timedelta(hours=15, minutes=59)):
        assert begin(bank, still_today, few).new == ()
    assert begin(bank, NOON + timedelta(hours=16), few).new == asked[2:4]


def test_an_answer_taken_back_gives_its_place_back(bank, asked):
    few = replace(SETTINGS, new_a_day=1)
    answer(bank, asked[0])
    assert begin(bank, settings=few).new == ()
    study.undo(bank)
    assert begin(bank, settings=few).new == asked[:1]


def test_a_session_may_be_on_one_deck(bank, asked, deck):
    hills = hills_deck(bank, 3)
    assert begin(bank).new == (*hills, *asked)
    assert study.begin(bank, SETTINGS, deck, NOON, UTC).new == asked
    line = study.begin(bank, SETTINGS, deck, NOON, UTC)
    answer(bank, hills[0], Rating.AGAIN, NOON - DAY)
    assert draw(bank, line).asked.id == asked[0]
    assert draw(bank, begin(bank)).asked.id == hills[0]


def test_due_ones_come_before_new_ones(bank, asked):
    answer(bank, asked[4], Rating.AGAIN, NOON - 10 * MINUTE)
    drawn = draw(bank, begin(bank))
    assert drawn.asked.id == asked[4]
    assert drawn.memory is not None
    assert drawn.recall_chance is not None
    assert 0 < drawn.recall_chance < 1


def test_a_due_step_comes_before_a_long_line_of_overdue_reviews(bank):
    hills = hills_deck(bank, study.AT_MOST_WAITING + 10)
    for hill in hills[1:]:
        answer(bank, hill, Rating.EASY, NOON - 400 * DAY)
    answer(bank, hills[0], Rating.AGAIN, NOON - 2 * MINUTE)
    drawn = draw(bank, begin(bank))
    assert drawn.asked.id == hills[0]
    assert drawn.left == len(hills)


def test_a_step_soon_to_come_ends_the_session_last(bank, asked):
    answer(bank, asked[0], Rating.GOOD)  # comes back in ten minutes
    assert walk(bank, begin(bank)) == [*asked[1:], asked[0]]


def test_a_question_put_off_comes_last_and_stays_in_the_line(bank, asked):
    line = begin(bank).put_off(asked[0]).put_off(asked[1]).put_off(asked[0])
    assert line.later == (asked[1], asked[0])
    assert draw(bank, line).left == 5
    assert set(walk(bank, line)[:3]) == set(asked[2:])


def test_many_put_off_questions_still_come_after_the_others(bank):
    hills = hills_deck(bank, study.AT_MOST_WAITING + 5)
    line = begin(bank)
    for ago, hill in enumerate(hills):
        answer(bank, hill, Rating.EASY, NOON - (400 - ago) * DAY)
    for hill in hills[:-1]:
        line = line.put_off(hill)
    assert draw(bank, line).asked.id == hills[-1]


def test_a_question_set_aside_is_not_asked_until_it_is_brought_back(bank, asked):
    line = begin(bank)
    study.set_aside(bank, asked[0])
    assert draw(bank, line).asked.id == asked[1]
    assert asked[0] not in begin(bank).new
    study.bring_back(bank, asked[0])
    assert draw(bank, line).asked.id == asked[0]


def test_what_was_remembered_survives_being_set_aside(bank, asked):
    given = answer(bank, asked[0], Rating.AGAIN)
    study.set_aside(bank, asked[0])
    later = NOON + 5 * MINUTE
    assert draw(bank, begin(bank, later), later).asked.id == asked[1]
    study.bring_back(bank, asked[0])
    assert memory(bank, asked[0]) == given.after
    assert draw(bank, begin(bank, later), later).asked.id == asked[0]


def test_a_removed_deck_is_not_asked(bank, asked, deck):
    line = begin(bank)
    answer(bank, asked[0], Rating.AGAIN, NOON - DAY)
    with bank.write() as session:
        decks.mark_removed(session, deck, NOON)
    assert maybe(bank, line) is None


def test_a_drill_asks_just_its_questions_once_in_their_order(bank, asked):
    answer(bank, asked[2], Rating.EASY)
    line = study.go_over((asked[2], asked[0]))
    drawn = draw(bank, line)
    assert (drawn.asked.id, drawn.left) == (asked[2], 2)
    line = line.answered(asked[2])
    assert draw(bank, line).asked.id == asked[0]
    assert maybe(bank, line.answered(asked[0])) is None


def test_a_question_of_a_drill_is_put_off_to_its_end(bank, asked):
    line = study.go_over((asked[2], asked[0])).put_off(asked[2])
    assert draw(bank, line).asked.id == asked[0]
    assert draw(bank, line.answered(asked[0])).asked.id == asked[2]


def test_a_line_that_is_no_drill_is_not_changed_by_an_answer(bank, asked):
    line = begin(bank)
    assert line.answered(asked[0]) == line


def dam_deck(bank: Bank) -> tuple[QuestionId, ...]:
    """Add a deck of three questions, the first two of them on one fact."""
    article = article_of("The dam", ("Ada Corvin drew the dam in 1911.",))
    drafts = (
        Draft(Flashcard("Who drew it?", "Ada Corvin"), source_of(article, "Ada Corvin")),
        Draft(Flashcard("What is her name?", "Corvin"), source_of(article, "Corvin")),
        Draft(Flashcard("When?", "1911"), source_of(article, "1911")),
    )
    articles.add_deck(bank, Drafted(article, drafts), None, NOON)
    return tuple(draft.id for draft in drafts)


def test_two_questions_on_one_fact_are_not_new_on_one_day(bank):
    who, name, when = dam_deck(bank)
    assert walk(bank, begin(bank)) == [who, when]
    tomorrow = NOON + DAY
    assert begin(bank, tomorrow).new == (name,)


def test_a_due_question_whose_fact_was_asked_today_comes_after_the_others(bank):
    who, name, when = dam_deck(bank)
    for question, days in ((who, 0), (name, 1), (when, 9)):
        answer(bank, question, Rating.EASY, NOON + days * DAY)
    assert walk(bank, Line(None, ()), NOON + 60 * DAY) == [who, when, name]


def test_learning_goes_from_steps_to_reviews(bank, asked):
    answer(bank, asked[0])
    assert answer(bank, asked[0], now=NOON + 10 * MINUTE).after.phase is Phase.REVIEW
