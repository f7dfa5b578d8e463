"""Which question comes next: a rule a test."""

from collections.abc import Sequence
from datetime import timedelta

from quizapp.domain.article import Span
from quizapp.domain.question import QuestionId
from quizapp.domain.review import Phase
from quizapp.domain.source import Source
from quizapp.domain.waiting import Waiting
from quizapp.schedule.queue import LEARN_AHEAD, first, new_for_today
from tests.conftest import NOON, lake, number, source_of

MINUTE = timedelta(minutes=1)
DAM, RIVAL = source_of(lake(), "Ada Corvin"), source_of(lake(), "Otto Brandt")
DAM_AGAIN = source_of(lake(), "Corvin")


def new(one: int, source: Source | None = None) -> Waiting:
    return Waiting(number(one), source, None, None)


def step(one: int, due: timedelta, phase: Phase = Phase.LEARNING) -> Waiting:
    return Waiting(number(one), None, phase, NOON + due)


def review(one: int, due: timedelta, source: Source | None = None) -> Waiting:
    return Waiting(number(one), source, Phase.REVIEW, NOON + due)


def turn(
    line: Sequence[Waiting],
    later: Sequence[QuestionId] = (),
    asked_today: Sequence[Source] = (),
) -> list[int]:
    """Return the numbers in the order they come, each leaving the line when it was asked."""
    left, order = list(line), []
    while (chosen := first(left, NOON, later=later, asked_today=asked_today)) is not None:
        order.append(chosen.int)
        left = [waiting for waiting in left if waiting.question != chosen]
    return order


def test_an_empty_line_is_done():
    assert turn([]) == []


def test_due_steps_then_due_reviews_then_new_then_steps_soon():
    line = [
        new(4),
        step(5, 10 * MINUTE),
        review(3, -30 * MINUTE),
        step(1, -1 * MINUTE),
        step(2, timedelta(), Phase.RELEARNING),
    ]
    assert turn(line) == [1, 2, 3, 4, 5]


def test_the_longest_due_comes_first():
    assert turn([review(2, -1 * MINUTE), review(1, -90 * MINUTE)]) == [1, 2]
    assert turn([step(2, -1 * MINUTE), step(1, -2 * MINUTE)]) == [1, 2]


def test_a_review_due_later_today_is_asked_today():
    assert turn([new(2), review(1, timedelta(hours=9))]) == [1, 2]


def test_new_ones_keep_their_order():
    assert turn([new(3), new(1), new(2)]) == [3, 1, 2]


def test_a_step_further_off_than_learn_ahead_waits_for_another_session():
    assert turn([step(1, LEARN_AHEAD)]) == [1]
    assert turn([step(1, LEARN_AHEAD + timedelta(seconds=1))]) == []


def test_a_step_due_soon_waits_while_there_is_something_else():
    assert turn([step(2, MINUTE), new(1)]) == [1, 2]


def test_what_was_put_off_comes_after_everything_else():
    line = [review(1, -99 * MINUTE), step(2, -99 * MINUTE), new(3), step(4, MINUTE)]
    assert turn(line, later=[number(1), number(2)]) == [3, 4, 2, 1]


def test_a_fact_asked_today_comes_after_the_other_reviews():
    line = [review(1, -99 * MINUTE, DAM), review(2, -1 * MINUTE, RIVAL), new(3)]
    assert turn(line) == [1, 2, 3]
    assert turn(line, asked_today=[DAM_AGAIN]) == [2, 1, 3]


def chosen(fresh: Sequence[Waiting], told: Sequence[Source], wanted: int) -> list[int]:
    return [waiting.question.int for waiting in new_for_today(fresh, told, wanted)]


def test_as_many_new_ones_as_wanted_in_their_order():
    fresh = [new(3), new(1), new(2)]
    assert chosen(fresh, [], 2) == [3, 1]
    assert chosen(fresh, [], 0) == []
    assert chosen(fresh, [], 9) == [3, 1, 2]


def test_no_two_new_ones_of_a_day_ask_the_same_fact():
    fresh = [new(1, DAM), new(2, DAM_AGAIN), new(3, RIVAL), new(4), new(5)]
    assert chosen(fresh, [], 9) == [1, 3, 4, 5]


def test_a_fact_asked_today_is_not_met_anew_today():
    assert chosen([new(1, DAM), new(2, RIVAL)], [DAM_AGAIN], 9) == [2]


def test_other_words_of_the_same_sentence_are_another_fact():
    sentence = DAM.sentence
    elsewhere = Source(DAM.article, sentence, Span(sentence.end - 7, sentence.end))
    assert chosen([new(1, DAM), new(2, elsewhere)], [], 9) == [1, 2]


def test_another_sentence_is_preferred_to_one_that_was_asked():
    sentence = DAM.sentence
    elsewhere = Source(DAM.article, sentence, Span(sentence.end - 7, sentence.end))
    fresh = [new(1, DAM), new(2, elsewhere), new(3, RIVAL)]
    assert chosen(fresh, [], 9) == [1, 3, 2]
    assert chosen(fresh, [], 2) == [1, 3]


def test_who_asks_for_more_is_given_told_facts_too():
    fresh = [new(1, DAM_AGAIN), new(2, RIVAL)]
    assert chosen(fresh, [DAM], 9) == [2]
    more = new_for_today(fresh, [DAM], 9, told_too=True)
    assert [waiting.question.int for waiting in more] == [2, 1]
