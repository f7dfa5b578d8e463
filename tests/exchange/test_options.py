"""What may be chosen, and what may not."""

import pytest

from quizapp.exchange.options import Options, Paper


@pytest.mark.parametrize(
    "wrong", [{"versions": 0}, {"versions": 5}, {"text_size": 7}, {"seconds": 0}]
)
def test_what_no_one_can_print_is_refused(wrong):
    with pytest.raises(ValueError, match=r"\w"):
        Options(**wrong)


def test_papers_are_named_as_printers_name_them():
    assert [str(paper) for paper in Paper] == ["A4", "Letter"]
    assert Options(paper=Paper.LETTER).paper is Paper("Letter")
