"""Which drafts come first."""

from dataclasses import replace
from itertools import pairwise
from uuid import uuid4

from quizapp.domain.article import ArticleId, Span
from quizapp.domain.question import Draft, Flashcard, Gap, MultipleChoice, Question
from quizapp.domain.source import Source
from quizapp.generation import selection
from quizapp.generation.hints import with_close

ARTICLE = ArticleId(str(uuid4()))


def draft(question: Question, sentence: int, answer: int, score: float) -> Draft:
    start = 100 * sentence
    span = Span(start + 10 * answer, start + 10 * answer + 5)
    return Draft(question, Source(ARTICLE, Span(start, start + 90), span), score)


def card(number: int, sentence: int, answer: int, score: float) -> Draft:
    return draft(
        Flashcard(f"Who did thing {number}?", f"person {number}"), sentence, answer, score
    )


def test_every_sentence_is_asked_about_before_one_is_asked_twice() -> None:
    drafts = [card(n, n // 2, n % 2, 0.9 if n % 2 else 0.8) for n in range(8)]
    first = selection.best_first(drafts)[:4]
    assert len({d.source.sentence for d in first}) == 4


def test_the_better_question_of_a_sentence_comes_first() -> None:
    worse, better = card(1, 0, 0, 0.5), card(2, 0, 1, 0.9)
    assert selection.best_first([worse, better]) == [better, worse]


def test_a_fact_is_asked_again_only_behind_all_others() -> None:
    once = draft(Flashcard("Who built it?", "Anna Holt"), 0, 0, 0.95)
    again = draft(MultipleChoice("Who built it?", "Anna Holt", ("B", "C", "D")), 0, 0, 0.94)
    others = [card(n, n, 0, 0.5) for n in range(1, 6)]
    assert selection.best_first([once, again, *others])[-1] == again


def test_a_fact_is_not_shown_twice() -> None:
    gap = draft(Gap("", "Anna Holt", " built it in 1872."), 0, 0, 0.9)
    longer = draft(Gap("In 1872 ", "Anna Holt", " built it."), 0, 0, 0.8)
    assert selection.best_first([gap, longer]) == [gap]


def test_a_choice_stands_for_its_gap_and_its_card_in_the_best_of_their_places() -> None:
    choice = draft(MultipleChoice("Who built it?", "Anna Holt", ("B", "C", "D")), 0, 0, 0.5)
    gap = draft(Gap("", "Anna Holt", " built it in 1872."), 0, 0, 0.8)
    same = draft(Flashcard("Who built it?", "Anna Holt"), 0, 0, 0.7)
    other = draft(Flashcard("By whom was it built?", "Anna Holt"), 0, 0, 0.6)
    left = selection.without_doubles([choice, gap, same, other])
    assert left == [replace(choice, score=0.8), other]


def test_kinds_take_turns_where_they_are_as_good() -> None:
    gaps = [draft(Gap("", f"name {n}", " built it."), n, 0, 0.8) for n in range(5)]
    cards = [card(n, 10 + n, 0, 0.8) for n in range(5)]
    found = selection.best_first([*gaps, *cards])
    same = sum(type(a.question) is type(b.question) for a, b in pairwise(found))
    assert same <= 4


def test_twins_are_asked_once() -> None:
    one = draft(Flashcard("In which year did Anna Holt build the mill?", "1872"), 0, 0, 0.9)
    twin = draft(Flashcard("In which year did Anna Holt build a mill?", "1872"), 1, 0, 0.8)
    assert selection.without_twins([twin, one]) == [one]


def test_one_question_has_one_answer() -> None:
    one = draft(Flashcard("Who built the mill?", "Anna Holt"), 0, 0, 0.9)
    other = draft(Flashcard("Who built the mill?", "Peter Orr"), 3, 0, 0.8)
    assert selection.without_twins([one, other]) == [one]


def test_a_question_close_to_an_earlier_one_says_so() -> None:
    one = draft(
        Flashcard("In which year did Anna Holt build the old mill?", "1872"), 0, 0, 0.9
    )
    far = card(3, 2, 0, 0.8)
    close = draft(
        Flashcard("Where did Anna Holt build the old mill in 1872?", "Wales"), 0, 1, 0.7
    )
    assert [d.hints for d in with_close([one, far, close])] == [(), (), ("close to 1",)]
