"""What the second network says of questions, and how near phrases are to it."""

from quizapp.language.judge import judge
from quizapp.language.verdicts import Query

SENTENCE = "The Harrow Point Lighthouse was built by Margaret Ellis in 1872."


def test_a_clear_question_is_likelier_to_be_kept_than_a_broken_one() -> None:
    clear = Query(
        "Who built the Harrow Point Lighthouse in 1872?", "Margaret Ellis", SENTENCE
    )
    broken = Query("What did the was built by?", "Point", SENTENCE)
    good, bad = judge().verdicts([clear, broken])
    assert good.chance > 0.7
    assert bad.chance < 0.4


def test_a_question_that_names_nothing_is_doubted() -> None:
    [verdict] = judge().verdicts([Query("What did the company do there?", "it", SENTENCE)])
    assert verdict.doubt is not None


def test_the_verdict_does_not_hang_on_what_else_is_judged() -> None:
    query = Query("Who built the Harrow Point Lighthouse?", "Margaret Ellis", SENTENCE)
    alone = judge().verdicts([query])[0].chance
    other = Query("In which year was it built by her, as they say?", "1872", SENTENCE)
    among = judge().verdicts([other, query, other])[1].chance
    assert abs(alone - among) < 0.05


def test_phrases_of_one_sort_are_nearer_than_others() -> None:
    paris, london, cell = judge().vectors(["Paris", "London", "a daughter cell"])
    assert paris @ london > paris @ cell
    assert abs(paris @ paris - 1) < 1e-4


def test_no_questions_give_no_verdicts() -> None:
    assert judge().verdicts([]) == []
    assert judge().vectors([]).size == 0
