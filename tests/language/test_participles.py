"""What participles state, and of whom."""

from quizapp.language.clauses import Tense
from tests.language.read import stated, subject


def test_a_participle_before_the_main_clause_tells_of_its_subject() -> None:
    found = stated("Founded in 1965 by three students, the Harrow Front opposed the Crown.")
    assert subject(found["was Founded"]) == "the Harrow Front"


def test_a_participle_behind_a_noun_tells_of_the_noun() -> None:
    found = stated("The bridge rests on a pier built by Anna Holt in 1872.")
    assert subject(found["was built"]) == "a pier"


def test_the_unsaid_verb_agrees_with_several() -> None:
    found = stated("The letters written in 1872 were sold at an auction in London.")
    assert "were written" in found


def test_an_active_participle_takes_the_tense_of_the_main_clause() -> None:
    found = stated("The band left London, taking the harp with it.")
    assert found["taking"].unsaid_tense is Tense.PAST


def test_a_participle_behind_what_something_is_tells_of_the_thing() -> None:
    found = stated("The Treaty of Ghent was an agreement signed in Belgium in 1814.")
    assert subject(found["was signed"]) == "The Treaty of Ghent"


def test_a_participle_that_has_become_a_preposition_states_nothing() -> None:
    assert not any("based" in verb for verb in stated("The film, based on a novel, won."))
