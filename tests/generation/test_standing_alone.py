"""A question is understood, and has one answer, without the text that stood beside it."""

import random
import re
from dataclasses import replace

import pytest

from quizapp.domain.question import MultipleChoice
from quizapp.generation import finding, generate, soundness
from quizapp.reading import read_article
from tests.generation.found import found
from tests.language.read import read


def asked(text: str) -> dict[str, str]:
    """Return the answers by the questions, gaps left out."""
    return {one.prompt: one.answer for one in found(text) if one.gap is None}


def gaps(text: str) -> set[str]:
    """Return what fills the gaps."""
    return {one.answer for one in found(text) if one.gap is not None}


def test_what_a_comma_explains_is_the_name_right_before_it() -> None:
    text = (
        "In 1913 some weavers walked out of the Amory Mill in Cutler Falls, a river town in "
        "Massachusetts. The strike was led by Rosa Mancini, a loom fixer's daughter."
    )
    answers = asked(text)
    assert "What is the Amory Mill?" not in answers
    assert answers["Who was Rosa Mancini?"] == "a loom fixer's daughter"


def test_a_clause_about_an_explained_name_is_asked_of_the_name() -> None:
    text = (
        "The committee in Boston was led by Rosa Mancini, a weaver's daughter who had come from "
        "Naples in 1899."
    )
    assert "In which year had Rosa Mancini come from Naples?" in asked(text)


def test_the_company_and_a_judge_are_no_subjects() -> None:
    text = (
        "The company raised wages in Boston in 1912. Tom Hall met a judge who had been born in "
        "Wales in 1850. Mary Price opened a school in Cardiff in 1901."
    )
    prompts = " ".join(asked(text))
    assert "the company" not in prompts
    assert "had a judge" not in prompts
    assert "Mary Price" in prompts


def test_a_bare_noun_is_no_answer() -> None:
    text = "In Boston the bells were rung in 1858. Mary Price opened a school in Cardiff in 1901."
    assert "the bells" not in asked(text).values()


def test_a_clause_without_its_object_is_not_asked() -> None:
    text = (
        "Rosa Mancini opened a bakery on Canal Street in Boston, which she ran until 1958."
    )
    assert not any("run" in prompt for prompt in asked(text))


def test_who_said_it_is_not_asked_as_what_was_said() -> None:
    text = "The bridge in Cardiff will stay closed until April, the council said on 4 May 2024."
    assert not any("say" in prompt or "said" in prompt for prompt in asked(text))


def test_a_length_is_asked_as_how_long() -> None:
    text = (
        "The Marlow Tunnel in Wales is 636 km long. Mary Price opened a school in Cardiff."
    )
    assert asked(text)["How long is the Marlow Tunnel in Wales?"] == "636 km"


def test_who_holds_an_office_is_asked_where_the_office_says_of_what() -> None:
    text = (
        "The clock was proposed by Danny Price, the owner of the Syracuse Nationals, in 1954. "
        "The French surgeon, Paul Martin, came to Boston in 1955."
    )
    answers = asked(text)
    assert answers["Who was the owner of the Syracuse Nationals?"] == "Danny Price"
    assert "Who was the French surgeon?" not in answers


def test_a_sentence_that_points_back_has_no_gap() -> None:
    text = (
        "Mary Price opened schools in Cardiff and in Bristol. One of them was sold in Boston "
        "in 1923. The leader of the council in Wales, Tom Hall, denied this in public."
    )
    assert not {"Boston", "1923", "Tom Hall"} & gaps(text)


def test_two_halves_of_an_amount_fill_no_gap() -> None:
    text = "Of the nine or ten schools in Cardiff, Mary Price opened three before 1901 in Wales."
    assert not {"nine", "ten"} & gaps(text)


def test_a_weekday_and_days_later_fill_no_gap() -> None:
    text = (
        "Governor Foss of Massachusetts closed the Amory Mill on Tuesday. "
        "Nine days later Rosa Mancini opened the Amory Mill in Boston."
    )
    assert not {"Tuesday", "Nine", "Nine days"} & gaps(text)


def test_one_option_in_four_may_be_the_longest_and_right() -> None:
    names = ("Ann Hall", "Tom Price", "Rosa Bell", "Hugh Reed", "Mary Ellis", "John Stone")
    text = " ".join(
        f"{name} opened a school in Cardiff in {1800 + 7 * number}."
        for number, name in enumerate(names * 4)
    )
    drafts = generate(read_article(text.encode(), "text.txt"), 1000, random.Random(3))
    longest = [
        len(d.question.right) >= max(map(len, d.question.wrong))
        for d in drafts
        if isinstance(d.question, MultipleChoice)
    ]
    assert longest
    assert sum(longest) <= 0.5 * len(longest) + 1


def test_who_is_one_of_many_is_not_asked() -> None:
    text = (
        "Rosa Mancini's friend, Julian Weld, wrote a book on the strike in 1915. "
        "Rosa Mancini's husband, Peter Hall, opened a bakery in Boston in 1920."
    )
    answers = asked(text)
    assert "Who was Rosa Mancini's friend?" not in answers
    assert answers["Who was Rosa Mancini's husband?"] == "Peter Hall"


def test_a_country_that_is_an_ally_is_no_who() -> None:
    text = (
        "Iran was the world's largest oil exporter and a close British ally. "
        "In 1951 Iran took over the oil wells at Abadan."
    )
    prompts = [prompt for prompt, answer in asked(text).items() if answer == "Iran"]
    assert prompts
    assert not any(re.search(r"\b[Ww]ho\b", prompt) for prompt in prompts)


def test_following_is_no_subject() -> None:
    text = (
        "Rosa Mancini died in 1949. In 1952, following pressure from Rosa's nephew, Paul Hall, "
        "Rosa's entire estate was shipped to Naples in 80 trunks marked N.T."
    )
    assert not any("pressure" in prompt for prompt in asked(text))


def test_an_aside_before_the_subject_is_no_part_of_it() -> None:
    text = (
        "Known as the Golden Team, the side built by Gusztáv Sebes, the deputy minister, had not "
        "been beaten since May 1950, and had won the Olympic title at Helsinki in 1952."
    )
    answers = asked(text)
    assert not any("had known" in prompt or "was known" in prompt for prompt in answers)
    assert not any(answer.startswith("Known") for answer in answers.values())


def test_a_noun_between_and_and_a_verb_is_its_subject() -> None:
    text = (
        "The mechanisms remained obscure until the late 19th century, when the Russian zoologist "
        "Élie Metchnikoff discovered phagocytes and the German Paul Ehrlich developed a theory of "
        "antibodies."
    )
    answers = asked(text)
    assert answers["Who developed a theory of antibodies?"] == "the German Paul Ehrlich"
    assert not any("phagocytes" in prompt and "Ehrlich" in prompt for prompt in answers)


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("Who opened a workshop on 17 1905?", "Who opened a workshop on 17 May 1905?"),
        (
            "In which decade 1960s did schools of Mary Price close?",
            "In which decade did schools of Mary Price close?",
        ),
        (
            "When did Mary Price begin with chess and card-playing 301?",
            "When did Mary Price begin with chess and card-playing?",
        ),
        ("In which year did Mary Price start?", "When did Mary Price start her school?"),
        (
            "In which year was the school of Mary Price of opened?",
            "In which year was the school of Mary Price opened?",
        ),
    ],
)
def test_a_number_or_a_verb_that_lost_its_fellow_is_not_asked(cut: str, whole: str) -> None:
    analysis = read("Mary Price opened a school in Cardiff in 1901.")
    year = next(a for a in finding.found(analysis, lambda _: None) if a.answer == "1901")
    assert not soundness.is_sound(analysis, replace(year, prompt=cut, gap=None))
    assert soundness.is_sound(analysis, replace(year, prompt=whole, gap=None))


def test_how_much_is_left_beside_what_it_measures() -> None:
    text = (
        "The sickness of Cardiff occurs in divers who decompress too quickly after a dive."
    )
    answers = asked(text)
    assert any("too quickly" in prompt for prompt in answers)
    assert not any("decompress quickly" in prompt for prompt in answers)


def test_half_a_name_before_a_bracket_is_no_answer() -> None:
    text = (
        "Ann Lee was best known for her contributions to the design of the modern alternating "
        "current (AC) electricity supply system."
    )
    assert "the design of the modern alternating current" not in asked(text).values()
    assert any("alternating current electricity" in prompt for prompt in asked(text))


def test_an_idiom_is_not_cut_in_two() -> None:
    text = "The monument of Cardiff was erected in {} of the flood of 1901."
    assert not any(prompt.endswith(" in?") for prompt in asked(text.format("memory")))
    assert any(prompt.endswith(" in?") for prompt in asked(text.format("layers")))


def test_what_a_legend_tells_is_not_asked_as_what_was_so() -> None:
    text = "According to {}, Sawa was a mermaid living in the Vistula River with whom Wars fell in love."
    assert any("live" in prompt for prompt in asked(text.format("Ann Lee")))
    assert all("legend" in prompt for prompt in asked(text.format("legend")))


def test_who_studies_something_is_a_who() -> None:
    text = "Paleoclimatologists measured the shells of Cardiff in 1987 with a new method."
    assert any(prompt.startswith("Who measured") for prompt in asked(text))


def test_several_are_asked_for_in_the_plural_if_they_are_of_one_sort() -> None:
    text = "In 1970 Ann Lee studied at Harvard University and {}."
    plural = "In 1970, at which universities did Ann Lee study?"
    assert plural in asked(text.format("Stanford University"))
    mixed = asked(text.format("Albert Einstein"))
    assert not any("which universit" in prompt for prompt in mixed)


def test_what_belongs_to_a_clause_that_is_left_out_goes_with_it() -> None:
    text = (
        "The Conservatives suffered a net loss of five seats, with leader Ann Lee claiming that "
        "their support had held firm."
    )
    assert any("seats" in prompt for prompt in asked(text))
    assert not any("seats leader" in prompt for prompt in asked(text))


def test_a_name_that_tells_of_the_noun_behind_it_is_not_asked_for() -> None:
    text = "In late 1886 Ann Lee met Alfred Brown and the New York attorney Charles Peck."
    assert not any("which city attorney" in prompt for prompt in asked(text))
    assert any("Ann Lee" in prompt for prompt in asked(text))


def test_what_is_founded_behind_a_comma_is_the_name_before_it() -> None:
    text = (
        "In 1806 the city became the capital of the Duchy of Warsaw, a puppet state of the French "
        "Empire established by Napoleon Bonaparte."
    )
    answers = asked(text)
    assert not any("a puppet state" in prompt for prompt in answers)
    assert "the Duchy of Warsaw" in answers.values()


def test_who_is_made_to_do_something_is_not_asked_as_who_made_others() -> None:
    text = (
        "A long fall in trade in Cardiff during the late 1960s fuelled fears of some form of strike "
        "or complete collapse, and in 1969 prompted the incumbent Labour council of Ann Lee to set "
        "up the Harbour Commission to consider the port."
    )
    assert asked(text)
    assert not any("prompt" in prompt for prompt in asked(text))
