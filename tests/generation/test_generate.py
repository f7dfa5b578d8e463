"""What `generate` promises, whatever the text."""

import contextlib
import random
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.domain.article import Article
from quizapp.domain.question import (
    Draft,
    Gap,
    MultipleChoice,
    TypedAnswer,
    prompt_of,
    solution,
)
from quizapp.errors import NoQuestionFound, QuizError, TextTooShort
from quizapp.generation import Progress, Step, generate
from quizapp.reading import read_article
from tests.generation.found import found

ARTICLES = Path(__file__).parent.parent / "articles"
LIGHTHOUSE = (ARTICLES / "lighthouse.txt").read_text("utf-8")


def article(text: str) -> Article:
    return read_article(text.encode("utf-8"), "text.txt")


def questions(text: str, wanted: int | None = 1000) -> tuple[Draft, ...]:
    return generate(article(text), wanted, random.Random(3))


def prompts(text: str) -> list[str]:
    return [prompt_of(draft.question) for draft in questions(text)]


def check(drafts: tuple[Draft, ...], source: Article) -> None:
    """Hold every draft to its very sentence."""
    for draft in drafts:
        assert draft.source.article == source.id
        assert draft.source.sentence in source.sentences
        said = draft.source.answer.of(source.text)
        assert said == solution(draft.question)
        if isinstance(draft.question, MultipleChoice):
            assert len(draft.question.wrong) == 3


def test_every_answer_stands_verbatim_in_its_sentence() -> None:
    source = article(LIGHTHOUSE)
    drafts = generate(source, 1000, random.Random(3))
    assert len(drafts) > 30
    check(drafts, source)


def test_the_same_text_and_seed_give_the_same_questions() -> None:
    assert questions(LIGHTHOUSE) == questions(LIGHTHOUSE)


def test_fewer_wanted_are_the_first_of_more() -> None:
    assert questions(LIGHTHOUSE, 5) == questions(LIGHTHOUSE, 1000)[:5]


def test_no_two_questions_are_the_same() -> None:
    ids = [draft.id for draft in questions(LIGHTHOUSE)]
    assert len(set(ids)) == len(ids)


def test_all_four_kinds_are_written() -> None:
    kinds = {type(draft.question).__name__ for draft in questions(LIGHTHOUSE)}
    assert kinds == {"Flashcard", "MultipleChoice", "Gap", "TypedAnswer"}


def test_the_first_questions_spread_over_the_text() -> None:
    first = questions(LIGHTHOUSE, 12)
    assert len({draft.source.sentence for draft in first}) >= 10


def test_one_fact_is_not_asked_twice_in_a_row() -> None:
    drafts = questions(LIGHTHOUSE)
    assert not any(one.source.same_fact(other.source) for one, other in pairwise(drafts))


def test_progress_goes_through_the_five_steps_in_order() -> None:
    heard: list[Progress] = []
    generate(article(LIGHTHOUSE), 5, random.Random(3), heard.append)
    assert list(dict.fromkeys(progress.step for progress in heard)) == list(Step)
    assert all(progress.done <= progress.total for progress in heard)
    assert any(progress.last is not None for progress in heard)


def test_a_listener_that_raises_stops_the_work() -> None:
    class Stopped(Exception):
        pass

    def stop(progress: Progress) -> None:
        if progress.step is Step.WRITING:
            raise Stopped

    with pytest.raises(Stopped):
        generate(article(LIGHTHOUSE), 5, random.Random(3), stop)
    assert questions(LIGHTHOUSE, 5)


def test_importing_the_room_loads_no_network() -> None:
    code = (
        "import sys, quizapp.generation;"
        "print([m for m in ('spacy', 'onnxruntime', 'tokenizers', 'lemminflect', 'py3langid') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("text", ["Hello there.", "A short line of text.", "🙂 🙂 🙂."])
def test_a_text_with_almost_nothing_in_it_is_too_short(text: str) -> None:
    with pytest.raises(TextTooShort):
        questions(text)


def test_a_text_without_facts_gives_no_question() -> None:
    with pytest.raises(NoQuestionFound):
        questions(
            "It was nice. They liked it a lot. We all did. You would too. So it goes."
        )


def test_other_languages_give_no_sentences_turned_into_questions() -> None:
    text = (
        "Die Stadt liegt an der Weser und wurde im Jahre 1247 von Graf Otto gegründet. "
        "Sie hat heute etwa 21000 Einwohner und einen kleinen Hafen für Fähren."
    )
    try:
        drafts = questions(text)
    except NoQuestionFound:
        return
    assert all(isinstance(draft.question, Gap) for draft in drafts)


@pytest.mark.parametrize(
    "text",
    [
        "THE TOWER WAS BUILT IN 1872 BY MARGARET ELLIS. IT STANDS IN WALES NEAR THE SEA.",
        "In 1872 🙂 Margaret Ellis built the tower in Wales. 🙂🙂 Пётр приехал в 1873 году в Лондон.",
        "a " * 400 + "the tower was built in 1872.",
        "In 1900 (and (again (in 1901 the tower fell. The tower [1] was built in 1872.",
        "“The tower was built in 1872. It fell, ‘they say’, in 1900 in Cardiff.",
    ],
)
def test_strange_text_does_no_harm(text: str) -> None:
    source = article(text)
    with contextlib.suppress(NoQuestionFound, TextTooShort):
        check(generate(source, 1000, random.Random(3)), source)


PIECES = [
    *LIGHTHOUSE.split()[5:120],
    "—",
    "(",
    ")",
    "“",
    "\n",
    "\n\n",
    "It",
    "1872",
    "£28,000",
    "é",
    "🙂",
]


@settings(max_examples=25, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PIECES), min_size=8, max_size=60).map(" ".join))
def test_mangled_text_never_moves_an_offset(text: str) -> None:
    try:
        source = article(f"{text}.")
        check(generate(source, 1000, random.Random(3)), source)
    except QuizError:
        return


# -- the traps, each a class of trap in real articles ---------------------------------------


def test_a_pronoun_is_named_or_not_asked() -> None:
    text = (
        "Margaret Ellis designed the tower at Harrow Point. She chose granite from Cornwall in 1869. "
        "Tom Hall met John Price in Cardiff. He moved to Bristol in 1880."
    )
    asked = " ".join(prompts(text))
    assert "did Margaret Ellis choose granite from Cornwall" in asked
    assert "Bristol" not in asked
    assert " he " not in asked.lower()


def test_a_hedged_number_has_no_choices() -> None:
    text = "Margaret Ellis employed over 2,000 workers in Cardiff. She paid 300 masons in Wales."
    chosen = [
        d.question.right for d in questions(text) if isinstance(d.question, MultipleChoice)
    ]
    assert "over 2,000" not in chosen
    assert "300" in chosen


def test_a_motive_is_asked_as_what_the_article_says() -> None:
    text = "The Board of Trade ordered an inquiry because the newspapers in Liverpool demanded one."
    why = [one.prompt for one in found(text) if "why" in one.prompt]
    assert why
    assert all(prompt.startswith("According to the article, why") for prompt in why)


def test_a_judgement_is_not_asked() -> None:
    with pytest.raises(QuizError):
        questions(
            "The relations of Harrow Trust with the West have been complex and difficult."
        )


def test_names_of_one_thing_are_accepted_and_never_options() -> None:
    text = (
        "The Open Map Guild (OMG) moved to Geneva in 2016. The Red Cross joined the Geneva Guild. "
        "The Open Map Guild opened an office in Lima in 2018. In 2020 the OMG hired Lena Holm."
    )
    for draft in questions(text):
        if solution(draft.question) == "Open Map Guild" and isinstance(
            draft.question, Gap | TypedAnswer
        ):
            assert "OMG" in draft.question.accepted
        if isinstance(draft.question, MultipleChoice):
            options = {draft.question.right, *draft.question.wrong}
            assert not {"OMG", "Open Map Guild"} <= options


def test_a_member_of_a_list_is_no_wrong_option_for_another() -> None:
    text = "Lena Holm visited Geneva, Manila and Lima. Grace Wanjiru was born in Nairobi in 1970."
    for draft in questions(text):
        if isinstance(draft.question, MultipleChoice):
            options = {draft.question.right, *draft.question.wrong}
            assert len(options & {"Geneva", "Manila", "Lima"}) <= 1


def test_a_city_and_its_country_are_never_options_of_one_question() -> None:
    text = "Grace Wanjiru moved to Paris in 1990. Lena Holm stayed in France. Tom Hall left Berlin."
    for draft in questions(text):
        if isinstance(draft.question, MultipleChoice):
            assert not {"Paris", "France"} <= {draft.question.right, *draft.question.wrong}


def test_time_without_a_date_is_not_asked_as_when() -> None:
    text = "Margaret Ellis later moved to Cardiff with her sister. She eventually left for Bristol."
    assert not any(prompt.startswith(("When", "In which year")) for prompt in prompts(text))


def test_wrong_years_are_near_and_distinct() -> None:
    for draft in questions(LIGHTHOUSE):
        question = draft.question
        if isinstance(question, MultipleChoice) and re.fullmatch(r"\d{4}", question.right):
            years = [int(year) for year in question.wrong]
            assert all(0 < abs(year - int(question.right)) <= 20 for year in years)


def test_a_listener_that_has_had_enough_gets_what_is_written_by_then() -> None:
    heard: list[Progress] = []

    def hear(progress: Progress) -> bool:
        heard.append(progress)
        return progress.written > 0

    names = "lighthouse", "yeast", "guild"
    texts = ((ARTICLES / f"{name}.txt").read_text("utf-8") for name in names)
    long = article("\n\n".join(texts))
    some = generate(long, 1000, random.Random(3), hear)
    writing, *after = [one for one in heard if one.written]
    assert [one.step for one in after] == [Step.CHECKING, Step.THINNING]
    assert writing.last is not None
    assert len(some) == writing.written
    assert max(draft.source.sentence.end for draft in some) < len(long.text) / 2
    assert all(one.found > 5 for one in heard if one.step is Step.FINDING)
