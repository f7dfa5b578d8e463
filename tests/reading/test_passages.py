"""How a plain text falls into blocks."""

import pytest

from quizapp.domain.article import PassageKind as Kind
from quizapp.reading import read_text

HARD_WRAPPED = """\
THE OLD MILL

The old mill stands on the river Esk and was built by
the monks of St. Mary's Abbey in the year 1212. It has
been rebuilt twice.
   In 1850 it was bought by Mr Jones of the paper mills,
who made paper in it.
History
The first mill burned in 1300.
"""


def passages(text: str) -> list[tuple[Kind, str]]:
    return [(p.kind, p.span.of(text)) for p in read_text(text, None, "").passages]


def sentences(text: str) -> list[str]:
    return [s.of(text) for s in read_text(text, None, "").sentences]


def test_a_line_break_inside_a_paragraph_ends_no_sentence():
    assert sentences(HARD_WRAPPED) == [
        (
            "The old mill stands on the river Esk and was built by\n"
            "the monks of St. Mary's Abbey in the year 1212."
        ),
        "It has\nbeen rebuilt twice.",
        "In 1850 it was bought by Mr Jones of the paper mills,\nwho made paper in it.",
        "The first mill burned in 1300.",
    ]


def test_a_line_that_clearly_stands_alone_is_a_heading():
    kinds = [kind for kind, _ in passages(HARD_WRAPPED)]
    assert kinds == [
        Kind.TITLE,
        Kind.PARAGRAPH,
        Kind.PARAGRAPH,
        Kind.HEADING,
        Kind.PARAGRAPH,
    ]


def test_lines_that_are_paragraphs_each_stand_alone():
    text = "Rivers of Europe\nThe Danube is long. It is old.\nThe Rhine is shorter.\n"
    assert passages(text) == [
        (Kind.TITLE, "Rivers of Europe"),
        (Kind.PARAGRAPH, "The Danube is long. It is old."),
        (Kind.PARAGRAPH, "The Rhine is shorter."),
    ]


def test_a_formula_broken_over_lines_stays_in_its_sentence():
    text = "Concentrated O\n2 will allow combustion to proceed rapidly. It is a gas."
    assert sentences(text)[0].startswith("Concentrated O\n2 will")


def test_verse_without_stops_is_one_sentence():
    text = (
        "It was the best of times,\nIt was the worst of times,\nIt was the age of wisdom."
    )
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        ("- dry weather\n- old wood that had been\n  left to rot", Kind.LIST),
        ("1. First of all.\n2. Then the next.", Kind.LIST),
        ("Year    Rooms    People\n1900    12       40", Kind.TABLE),
        ("Year | Rooms\n1900 | 12", Kind.TABLE),
        ("-----", Kind.FURNITURE),
        ("* * *", Kind.FURNITURE),
        ("## The Fire", Kind.HEADING),
        ("What burned?", Kind.HEADING),
        ("The Fire of 1300", Kind.HEADING),
    ],
)
def test_what_is_no_prose_is_set_apart(block, kind):
    text = f"The mill burned. It was old.\n\n{block}\n\nIt was built again."
    assert passages(text)[1] == (kind, block)
    assert len(sentences(text)) == 3


def test_a_list_after_its_lead_is_parted_from_it():
    text = "It burned for these reasons:\n- dry weather\n- old wood\n\nIt was built again."
    kinds = [kind for kind, _ in passages(text)]
    assert kinds == [Kind.PARAGRAPH, Kind.LIST, Kind.PARAGRAPH]
