"""Words of a sentence and what stands around them."""

from quizapp.domain.article import Span
from quizapp.domain.excerpt import around

TEXT = "Before. The tower of\nHalden was built in 1854 by Anna Reuter. After."
SENTENCE = Span(TEXT.index("The tower"), TEXT.index(" After"))


def cut(words: str, reach: int) -> tuple[str, str]:
    at = TEXT.index(words)
    excerpt = around(TEXT, SENTENCE, Span(at, at + len(words)), reach)
    return excerpt.words, excerpt.about.of(excerpt.words)


def test_a_short_sentence_stays_whole() -> None:
    whole = "The tower of Halden was built in 1854 by Anna Reuter."
    assert cut("1854", 60) == (whole, "1854")


def test_a_long_one_is_cut_at_words() -> None:
    assert cut("1854", 12) == ("…built in 1854 by Anna…", "1854")


def test_words_across_a_line_stand_in_one() -> None:
    assert cut("tower of\nHalden", 4) == ("The tower of Halden was…", "tower of Halden")
