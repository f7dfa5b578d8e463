"""What every question keeps, however its text was cut, shuffled, shouted or mixed up."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.domain.article import Article
from quizapp.domain.question import (
    GAP_MARK,
    Draft,
    Gap,
    MultipleChoice,
    prompt_of,
    solution,
)
from quizapp.errors import QuizError
from quizapp.generation import generate
from quizapp.reading import read_article, read_text
from tests.language.other_languages import PARAGRAPHS

ARTICLES = sorted((Path(__file__).parent.parent / "articles").glob("*.txt"))
PASSAGES = [
    paragraph
    for path in ARTICLES
    for paragraph in path.read_text("utf-8").split("\n\n")
    if len(paragraph) > 200
]
NOTE = re.compile(r"\s?\[(?:\d+|citation needed|note \d+)\]")
NOISE = [
    *(
        "🙂",
        "👩‍👩‍👧",
        "\x00",
        "\ufeff",
        "\u200b",
        "\u202e",
        "\ud800",
        "\udfff",
        "é",
        "\u0301",
        "\u00ad",
    ),
    *(
        "____",
        "[1]",
        "[citation needed]",
        "(",
        ")",
        "“",
        '"',
        "—",
        "…",
        "?",
        "!",
        ".",
        ":",
        "%",
    ),
    *(
        "1872",
        "3 March 1986",
        "$6.5 million",
        "12:30",
        "−269 °C",
        "he",
        "It",
        "They",
        "this",
        "MEK",
    ),
    *(
        "<b>",
        "</b>",
        "&nbsp;",
        "| a | b |",
        "**",
        "```",
        "http://a.example/b",
        "\n",
        "\n\n",
        "\t",
    ),
    *("東京", "۱۷۹۶", "Москва", "القاهرة", "ﬁ", "ǅ", "ß", "İ"),
]


def cut(text: str, rng: random.Random) -> str:
    """Leave a stretch of it, torn from its words."""
    start = rng.randrange(max(1, len(text) // 2))
    return text[start : start + max(40, rng.randrange(len(text)))]


def torn(text: str, rng: random.Random) -> str:
    """Lose some letters."""
    return "".join(char for char in text if rng.random() > 0.04)


def misread(text: str, rng: random.Random) -> str:
    """Take letters for others, as a scanner does."""
    return "".join(rng.choice("l1I|0O§~") if rng.random() < 0.05 else char for char in text)


def shuffled(text: str, rng: random.Random) -> str:
    """Put its words in any order."""
    words = text.split(" ")
    rng.shuffle(words)
    return " ".join(words)


def reordered(text: str, rng: random.Random) -> str:
    """Put its sentences in any order."""
    sentences = text.split(". ")
    rng.shuffle(sentences)
    return ". ".join(sentences)


def flipped(text: str, rng: random.Random) -> str:
    """Change the case of all letters, or of some words."""
    change = rng.choice([str.upper, str.lower, str.swapcase, str.title])
    if rng.random() < 0.5:
        return change(text)
    return " ".join(change(w) if rng.random() < 0.3 else w for w in text.split(" "))


def noisy(text: str, rng: random.Random) -> str:
    """Strew signs and scraps into it."""
    places = sorted(rng.sample(range(len(text)), min(len(text), 12)), reverse=True)
    for place in places:
        text = text[:place] + rng.choice(NOISE) + text[place:]
    return text


def strewn(text: str, rng: random.Random) -> str:
    """Strew scraps between its words."""
    words = text.split(" ")
    for _ in range(10):
        words.insert(rng.randrange(len(words) + 1), rng.choice(NOISE))
    return " ".join(words)


def mixed(text: str, rng: random.Random) -> str:
    """Put another language behind or into it."""
    other = rng.choice(list(PARAGRAPHS.values()))
    return f"{text} {other}" if rng.random() < 0.5 else f"{other}\n\n{text}"


def marked_up(text: str, rng: random.Random) -> str:
    """Dress it as a table, code, a list, a page."""
    before, between, after = rng.choice(
        [
            ("| ", " | ", " |"),
            ("```\n", " ", "\n```"),
            ("- ", "\n- ", ""),
            ("<p>", " ", "</p>"),
        ]
    )
    return before + text.replace(". ", f".{between}") + after


def in_verse(text: str, rng: random.Random) -> str:
    """Break it into short lines."""
    words = text.split()
    step = rng.randint(2, 9)
    return "\n".join(" ".join(words[n : n + step]) for n in range(0, len(words), step))


def unstopped(text: str, rng: random.Random) -> str:
    """Make one long sentence of it."""
    return text.translate(str.maketrans("", "", ".?!;"))


def said_again(text: str, rng: random.Random) -> str:
    """Repeat it."""
    return f"{text} {text}\n\n{text}"


WAYS: list[Callable[[str, random.Random], str]] = [
    *(cut, torn, misread, shuffled, reordered, flipped, noisy, strewn, mixed),
    *(marked_up, in_verse, unstopped, said_again),
]


@st.composite
def mangled(draw: st.DrawFn) -> str:
    """Draw some paragraphs of our articles and mangle them in some ways."""
    text = "\n\n".join(draw(st.lists(st.sampled_from(PASSAGES), min_size=1, max_size=3)))
    seed = draw(st.integers(0, 10_000))
    for way in draw(st.lists(st.sampled_from(WAYS), min_size=1, max_size=4)):
        text = way(text, random.Random(seed)) or text
    return text


def hold(draft: Draft, source: Article) -> None:
    """Hold a draft to its sentence and to what its kind promises."""
    question, answer = draft.question, solution(draft.question)
    sentence = draft.source.sentence.of(source.text)
    assert draft.source.sentence in source.sentences
    assert answer.strip()
    assert draft.source.answer.of(source.text) == answer
    assert answer in sentence
    if isinstance(question, Gap):
        assert prompt_of(question).count(GAP_MARK) == 1
        assert is_around(question, sentence)
        return
    assert prompt_of(question).endswith("?")
    if isinstance(question, MultipleChoice):
        options = [question.right, *question.wrong]
        assert len({option.casefold().strip() for option in options}) == len(options) == 4


def is_around(gap: Gap, sentence: str) -> bool:
    """Tell whether a gap and its answer are words of the sentence in their order, names aside.

    A gap may stand in one clause of a long sentence, and a name in brackets for a pronoun.
    """
    whole = re.sub(r"\[[^\]]*\]", " ", NOTE.sub("", f"{gap.before}{gap.answer}{gap.after}"))
    said = iter(re.findall(r"\w+", NOTE.sub("", sentence).casefold()))
    return all(word in said for word in re.findall(r"\w+", whole.casefold()))


def hold_all(text: str) -> None:
    """Hold every question that a text gives; a refusal in clear words is as good."""
    try:
        source = read_text(text, None, "")
        drafts = generate(source, 1000, random.Random(3))
    except QuizError:
        return
    for draft in drafts:
        hold(draft, source)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(mangled())
def test_whatever_was_done_to_a_text_its_questions_hold(text: str) -> None:
    hold_all(text)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_each_way_of_mangling_alone_does_no_harm(way):
    for number in range(3):
        text = "\n\n".join(PASSAGES[number * 7 :][:3])
        hold_all(way(text, random.Random(number)))


LONG = " ".join(PASSAGES).translate(str.maketrans("", "", ".?!;"))
ODD = {
    "ten thousand words without a stop": " ".join(LONG.split()[:10_000]) + ".",
    "one word of ten thousand letters": "In 1872 "
    + "a" * 10_000
    + " built the tower in Wales.",
    "lone surrogates": "In 1872 \ud800 Ada Corvin built the \udfff tower at Velm in Wales. "
    * 4,
    "nothing but NULs": "\x00" * 400 + " 1872.",
    "brackets that never shut": "In 1872 (the [tower (of {Wales " * 60 + "fell.",
    "quotes that never shut": '“In 1872 ‘Ada Corvin built "the tower in Wales. ' * 30,
    "right to left marks": "In \u202e1872\u202c Ada Corvin built the tower at Velm in \u2067Wales\u2069.",
    "combining marks": "In 1872 A\u0301\u0302\u0303da Corvin built\u0300 the tower in Wales near Velm.",
    "a family of emoji": "👩‍👩‍👧‍👦 " * 200
    + "In 1872 Ada Corvin built the 🗼 tower in Wales.",
    "a gap already": "In ____ Ada Corvin built the tower of Velm in Wales with 300 masons.",
    "a table": "\n".join(f"| Velm {n} | {1800 + n} | Ada Corvin |" for n in range(60)),
    "code": "\n".join(
        f"    tower[{n}] = Tower(year={1800 + n}, name='Ada')" for n in range(60)
    ),
}


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", None])
def test_odd_texts_are_asked_soundly_or_refused(name, suffix):
    try:
        if suffix is None:
            source = read_text(ODD[name], None, "")
        else:
            source = read_article(ODD[name].encode("utf-8", "replace"), f"odd{suffix}")
        drafts = generate(source, 1000, random.Random(3))
    except QuizError:
        return
    for draft in drafts:
        hold(draft, source)
