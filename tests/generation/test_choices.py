"""Wrong options: of one kind and form with the right one, and never true."""

import re
from functools import cache
from pathlib import Path
from random import Random

import pytest

from quizapp.domain.article import Article
from quizapp.domain.question import MultipleChoice
from quizapp.errors import NoQuestionFound, TextTooShort
from quizapp.generation import generate
from quizapp.generation.choices import choice
from quizapp.generation.distractors import lengths
from quizapp.language import analyse, gazetteer
from quizapp.reading import read_article
from tests.generation.found import found

ARTICLES = Path(__file__).parent.parent / "articles"


def article(text: str) -> Article:
    return read_article(text.encode("utf-8"), "text.txt")


@cache
def asked(text: str) -> tuple[MultipleChoice, ...]:
    try:
        drafts = [draft.question for draft in generate(article(text), 1000, Random(3))]
    except (NoQuestionFound, TextTooShort):
        return ()
    return tuple(question for question in drafts if isinstance(question, MultipleChoice))


def options(text: str, right: str) -> set[str]:
    """Return all wrong options the questions with this answer have; empty where none has any."""
    found: set[str] = set()
    for question in asked(text):
        if question.right == right:
            found |= set(question.wrong)
    return found


def drafted(text: str, right: str) -> set[str]:
    """Return all wrong options, also of questions that are not kept in the end."""
    analysis = analyse(article(text))
    wanted = [one for one in found(text) if one.answer == right and one.gap is None]
    made = [choice(analysis, one, Random(seed)) for one in wanted for seed in range(9)]
    return {wrong for question in made if question is not None for wrong in question.wrong}


WORDS = {
    name: (ARTICLES / f"{name}.txt").read_text("utf-8")
    for name in (
        "lighthouse",
        "zeiss",
        "clara-schumann",
        "panama-canal",
        "marathon",
        "soap",
    )
}


@pytest.mark.parametrize("name", sorted(WORDS))
def test_four_distinct_options_none_of_which_stands_in_the_question(name: str) -> None:
    assert asked(WORDS[name])
    for question in asked(WORDS[name]):
        assert len({question.right, *question.wrong}) == 4
        assert not any(f" {wrong} " in f" {question.prompt} " for wrong in question.wrong)


@pytest.mark.parametrize("name", sorted(WORDS))
def test_options_are_written_alike(name: str) -> None:
    for question in asked(WORDS[name]):
        every = (question.right, *question.wrong)
        assert len({bool(re.search(r"\d", text)) for text in every}) == 1
        assert (
            len({text[0].isupper() for text in every if not text.startswith("the ")}) <= 1
        )
        assert len({text.lower().startswith(("a ", "an ")) for text in every}) == 1


def test_the_answer_is_about_as_often_the_longest_as_by_chance() -> None:
    every = [question for text in WORDS.values() for question in asked(text)]
    longest = sum(len(q.right) >= max(map(len, q.wrong)) for q in every)
    assert 0.15 <= longest / len(every) <= 0.35


def test_only_in_a_text_without_years_may_other_answers_be_the_longest() -> None:
    dated = analyse(article("It began in 1801. It closed in 1811. It fell in 1821."), print)
    bare = analyse(article("Rain fell. Snow fell. Hail fell. Sleet fell."), print)
    assert lengths.free_share(dated) == 0
    assert 0 < lengths.free_share(bare) < 0.3


def test_a_text_of_nothing_but_years_has_hardly_a_choice_of_them() -> None:
    text = " ".join(
        f"Mill {n} at Harrow Point was built in {1700 + 7 * n}." for n in range(30)
    )
    assert len(asked(text)) <= 3


PEOPLE = (
    "In 1884 Margaret Ellis designed the tower at Harrow Point. Tom Hall opened a school in 1890. "
    "The mill stood empty. Agnes Price wrote a song about it in 1901. The roof leaked. "
    "Nobody minded much. Clara Whitby founded the choir in 1888. It rained for weeks. "
    "Ruth Amundsen painted the harbour in 1895. The harbour froze in winter."
)


def test_a_woman_stands_beside_women() -> None:
    wrong = options(PEOPLE, "Clara Whitby")
    assert wrong == {"Agnes Price", "Margaret Ellis", "Ruth Amundsen"}


def test_people_of_another_age_are_no_options() -> None:
    text = f"{PEOPLE} In 1502 Joan Fairfax sold the land. It was cheap then."
    assert "Joan Fairfax" not in options(text, "Clara Whitby")
    assert options(text, "Clara Whitby")


def test_a_known_composer_stands_beside_composers_of_his_time() -> None:
    text = "In 1843 Robert Schumann heard the organ at Leipzig. The hall was cold that evening."
    wrong = options(text, "Robert Schumann")
    assert len(wrong) == 3
    assert wrong <= {
        "Felix Mendelssohn", "Giuseppe Verdi", "Richard Wagner", "Johann Strauss", "Franz Schubert",
        "Mikhail Glinka", "Hector Berlioz", "Frederic Francois Chopin", "Charles Francois Gounod",
        "Jacques Offenbach", "Vincenzo Bellini", "Fromental Halevy", "Cesar Franck",
        "Gaetano Donizetti", "Anton Bruckner", "Bedrich Smetana", "Giacomo Meyerbeer",
    }  # fmt: skip


def test_a_country_stands_beside_countries_of_its_part_of_the_world() -> None:
    text = "In 1962 Ruth Amundsen moved from Norway to Peru. She bought a farm there."
    assert options(text, "Peru") <= {
        "Argentina", "Colombia", "Chile", "Venezuela", "Ecuador", "Bolivia", "Brazil", "Paraguay",
        "Uruguay", "Guyana", "Suriname",
    }  # fmt: skip
    assert options(text, "Peru")


def test_the_tables_know_no_countries_of_the_past() -> None:
    text = "In 1862 Ruth Amundsen moved from Norway to Peru. She bought a farm there."
    assert not options(text, "Peru")


def test_a_time_that_the_question_lost_leaves_no_choice() -> None:
    for opening, may in (("In Callao", True), ("At the time", False)):
        text = f"Ruth Amundsen sailed to Peru. {opening} the Norwegian fleet had 24 ships."
        counts = [one for one in found(text) if one.answer == "24" and one.gap is None]
        made = [choice(analyse(article(text)), one, Random(1)) for one in counts]
        assert counts
        assert any(made) is may


def test_a_number_of_the_sentence_or_its_hedge_is_no_option() -> None:
    text = "In 1990 about 300 masons and over 2,000 sailors lived in Harrow. They paid no rent."
    assert not options(text, "over 2,000")
    assert all("2,000" not in wrong for wrong in options(text, "about 300"))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "The body needs protein. It is made of many parts, as Tom Hall has shown.",
            "protein",
        ),
        (
            "Plants such as barley grow in Wales. Tom Hall wrote a book about them.",
            "barley",
        ),
        ("Cologne lies on the Rhine. Tom Hall wrote a book about its harbour.", "Cologne"),
        ("By 1815 the mill at Harrow Point had closed. Tom Hall bought the ruin.", "1815"),
        (
            "In 1976 a new law came into force in Harrow Point. Few people liked it.",
            "force",
        ),
    ],
)
def test_what_others_may_share_has_no_options(text: str, right: str) -> None:
    assert not options(text, right)


def test_an_adjective_of_origin_is_no_language() -> None:
    text = (
        "In 490 BC the Athenians defeated a Persian army at Marathon. The plain was wide."
    )
    assert not options(text, "Persian") & {"Latin", "Korean", "English", "Japanese"}


def test_a_language_stands_beside_languages() -> None:
    text = "In 1924 the book of Alfred Holm was translated into English. It sold well."
    assert not options(text, "English") & {"British", "American", "Scottish"}


def test_the_same_seed_gives_the_same_options() -> None:
    text = WORDS["soap"]
    one = generate(article(text), 1000, Random(5))
    other = generate(article(text), 1000, Random(5))
    assert one == other


def test_no_time_is_chosen_where_the_question_tells_another_or_an_age() -> None:
    text = (
        "At the age of 86, Mary Price died in Cardiff on 7 January 1943. "
        "In March 1909 the council of Cardiff said that its debt had doubled from 1904 to 1908."
    )
    article = read_article(text.encode(), "price.txt")
    drafts = generate(article, None, Random(1))
    choices = [d.question for d in drafts if isinstance(d.question, MultipleChoice)]
    assert not any("age of 86" in one.prompt for one in choices)
    assert not any("1908" in one.prompt and "When" in one.prompt for one in choices)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("In 1936 Norway won an Olympic title at Berlin. Nobody had hoped for it.", "1936"),
        (
            "Ruth Amundsen published a song on Cardiff on 7 May 1934. It was long.",
            "7 May 1934",
        ),
    ],
)
def test_of_what_comes_again_no_time_is_chosen(text: str, right: str) -> None:
    assert not options(text, right)
    once = text.replace("an Olympic title", "a title").replace(" a song", " her song")
    assert options(once, right)


def test_no_year_is_chosen_that_the_title_tells() -> None:
    text = "In 1934 Ruth Amundsen built the mill of Cardiff. It stood on a hill."
    for title, may in (("The flood of 1934", False), ("The flood", True)):
        drafts = generate(read_article(text.encode(), f"{title}.txt"), 1000, Random(1))
        assert any(isinstance(d.question, MultipleChoice) for d in drafts) is may


def test_people_far_off_in_a_text_are_no_options_unless_they_are_called_the_same() -> None:
    far = PEOPLE + " The rain went on. The mill stood still." * 10
    text = f"{far} In 1890 Emma Fenwick visited the island. It was cold that year."
    assert not drafted(text, "Emma Fenwick")
    for name in ("Margaret Ellis", "Agnes Price", "Clara Whitby", "Ruth Amundsen"):
        text = text.replace(name, f"the painter {name}")
    assert drafted(f"{text} Emma Fenwick was a painter.", "Emma Fenwick")


def test_another_friend_is_none_where_a_friend_is_asked_for() -> None:
    text = f"{PEOPLE} In 1890 the keeper was a close friend of Emma Fenwick. It snowed."
    assert "Agnes Price" in drafted(text, "Emma Fenwick")
    text += " Nobody came. His friend Agnes Price lived in Cardiff."
    assert "Agnes Price" not in drafted(text, "Emma Fenwick")


def test_who_ruled_stands_beside_rulers_alone() -> None:
    ruled = "In 1890 Emma Fenwick governed the island. It was cold that year."
    assert not drafted(f"{PEOPLE} {ruled}", "Emma Fenwick")
    assert drafted(f"{PEOPLE} {ruled.replace('governed', 'visited')}", "Emma Fenwick")


def test_a_name_of_which_the_question_has_a_part_leaves_no_choice() -> None:
    text = "In 1893 Emma Fenwick met sailors of the {} Works in Cardiff. They agreed."
    assert not drafted(f"{PEOPLE} {text.format('Fenwick')}", "Emma Fenwick")
    assert drafted(f"{PEOPLE} {text.format('Harbour')}", "Emma Fenwick")


def test_a_country_that_acts_leaves_no_choice() -> None:
    text = "In 1962 Peru bought a farm from Ruth Amundsen. They danced there."
    assert not options(text, "Peru")
    went = "In 1962 Ruth Amundsen bought a farm from sailors in Peru. They danced there."
    assert options(went, "Peru")


def test_no_place_is_chosen_whose_sort_may_have_no_shore() -> None:
    text = "In 1962 a whale was seen in California by sailors from Boston. It was young."
    assert options(text, "California")
    assert not options(text.replace(" in California", " off California"), "California")


def test_statesmen_stand_beside_statesmen_of_their_country() -> None:
    text = "In 1925 Winston Churchill abolished the tax on soap. Nobody missed it."
    wrong = options(text, "Winston Churchill")
    assert wrong
    assert all(
        {one.origin for one in gazetteer.person(name)} == {"British"} for name in wrong
    )


def test_who_is_known_for_ruling_stands_beside_such_alone() -> None:
    men = PEOPLE
    for hers, his in (("Margaret", "Peter"), ("Agnes", "Henry"), ("Clara", "George")):
        men = men.replace(hers, his)
    text = f"{men} In 1909 {{}} visited the island. It was cold that year."
    for name, may in (("Winston Churchill", False), ("Edward Fenwick", True)):
        own = drafted(text.format(name), name) & {"Peter Ellis", "Henry Price"}
        assert bool(own) is may


def test_who_had_died_before_the_other_was_grown_is_no_option() -> None:
    assert gazetteer.people_like("Mark Twain")
    assert "Henry David Thoreau" not in gazetteer.people_like("Mark Twain")


def test_a_noun_that_is_one_with_its_verb_leaves_no_choice() -> None:
    text = "In 1893 Ruth Amundsen kept a diary for 23 years. It was lost."
    assert not drafted(text, "a diary")
