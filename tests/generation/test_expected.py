"""What is said before any question is written is near what is written then."""

from collections import Counter
from pathlib import Path

from quizapp.domain.question import QuestionKind
from quizapp.generation.expected import of_each_kind

ARTICLES = Path(__file__).parent.parent / "articles"


def test_about_so_many_of_each_kind_are_written() -> None:
    written: Counter[QuestionKind] = Counter()
    expected: Counter[QuestionKind] = Counter()
    for path in ARTICLES.glob("*.golden"):
        lines = path.read_text("utf-8").splitlines()
        written.update(QuestionKind(line.split()[1].rstrip(":")) for line in lines)
        expected.update(of_each_kind(len(lines), ["English"]))
    assert set(expected) == set(QuestionKind)
    off = sum(abs(expected[kind] - written[kind]) for kind in expected)
    assert off < written.total() / 2
    assert max(expected, key=expected.__getitem__) is written.most_common(1)[0][0]


def test_a_text_that_is_not_english_gives_gaps_alone() -> None:
    expected = of_each_kind(12, ["Persian"])
    assert expected.pop(QuestionKind.GAP) == 12
    assert set(expected.values()) == {0}
