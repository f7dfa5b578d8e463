"""Three articles of our own and the questions they give: any change of generation is a diff here.

To accept a change: `QUIZAPP_GOLDEN=write pytest tests/generation/test_golden.py`, then read the diff.
"""

import os
import random
from pathlib import Path

import pytest

from quizapp.domain.article import Article
from quizapp.domain.question import Draft, MultipleChoice, kind_of, prompt_of, solution
from quizapp.generation import generate
from quizapp.reading import read_article

ARTICLES = Path(__file__).parent.parent / "articles"


def _line(draft: Draft, article: Article) -> str:
    place = article.place(draft.source.sentence)
    asked = f"{place.paragraph}.{place.sentence} {kind_of(draft.question)}: "
    line = f"{asked}{prompt_of(draft.question)} = {solution(draft.question)}"
    if isinstance(draft.question, MultipleChoice):
        line += f" (not {', '.join(draft.question.wrong)})"
    return line


@pytest.mark.parametrize("name", ["lighthouse", "yeast", "guild"])
def test_the_questions_are_those_we_read_and_kept(name: str) -> None:
    article = read_article((ARTICLES / f"{name}.txt").read_bytes(), f"{name}.txt")
    drafts = generate(article, None, random.Random(7))
    written = "".join(f"{_line(draft, article)}\n" for draft in drafts)
    golden = ARTICLES / f"{name}.golden"
    if os.environ.get("QUIZAPP_GOLDEN") == "write":
        golden.write_text(written, "utf-8")
    assert written == golden.read_text("utf-8")
