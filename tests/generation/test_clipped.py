"""Gaps in one clause of a long sentence."""

from quizapp.generation import clipped
from quizapp.language import clauses
from tests.language.read import read

LONG = (
    "After the old bridge had been swept away by a flood, which nobody in the town had foreseen, "
    "Anna Holt built a new one at Cardiff in 1872, although the council had refused to pay for it."
)


def gaps(text: str, title: str = "") -> set[str]:
    analysis = read(text, title)
    return {
        asked.prompt
        for sentence in analysis.sentences
        for clause in clauses.of(sentence)
        for asked in clipped.questions(analysis, clause)
    }


def test_the_clause_stands_without_the_others() -> None:
    assert "Anna Holt built a new one at Cardiff in ____." in gaps(LONG)


def test_a_short_sentence_is_not_cut() -> None:
    assert gaps("Anna Holt built a new bridge at Cardiff in 1872.") == set()


def test_a_name_put_in_for_a_pronoun_stands_in_brackets() -> None:
    text = (
        "Anna Holt was a builder. When the old bridge had been swept away by a flood that nobody "
        "had foreseen, she built a new one at Cardiff in 1872, and the council paid for it."
    )
    assert "[Anna Holt] built a new one at Cardiff in ____." in gaps(text, "Anna Holt")


def test_every_gap_is_filled_by_its_answer() -> None:
    analysis = read(LONG)
    for sentence in analysis.sentences:
        for clause in clauses.of(sentence):
            for asked in clipped.questions(analysis, clause):
                assert asked.gap is not None
                assert asked.prompt == asked.gap[0] + "____" + asked.gap[1]
                assert asked.answer in sentence.text
