"""Numbers in words: right for none, one, two and twenty-one, here and in other languages."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from typing_extensions import override

from quizapp.ui import wording

UI = Path(wording.__file__).parent


def pairs() -> Iterator[tuple[str, str]]:
    """Yield what is written for one and for several, wherever something is counted."""
    for path in sorted(UI.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("counted"):
                words = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
                if len(words) == 2:
                    yield str(words[0]), str(words[1])


def test_one_is_written_in_the_singular_and_others_with_their_number():
    found = list(pairs())
    assert len(found) > 40
    for one, many in found:
        assert "%n" in many or not re.search(r"\d", one), many
        assert "%n" not in one, one
        assert not re.search(r"\b1 \w+s\b", one), one


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "0 cards are due"),
        (1, "1 card is due"),
        (2, "2 cards are due"),
        (21, "21 cards are due"),
        (1234, "1,234 cards are due"),
    ],
)
def test_a_number_is_followed_by_its_own_form(qapp, number, words):
    assert wording.counted(number, "1 card is due", "%n cards are due") == words


class Russian(QTranslator):
    """A language of three forms: one ends in 1, a few in 2 to 4, and many."""

    @override
    def translate(
        self, _context: str, source: str, _: str | None = None, n: int = -1
    ) -> str:
        """Return the form that the number asks for."""
        if source == "1 card":
            return "1 карточка"
        if n % 10 == 1 and n % 100 != 11:
            return "%n карточка"
        few = 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14
        return "%n карточки" if few else "%n карточек"

    @override
    def isEmpty(self) -> bool:
        """Say that there is something to be asked for."""
        return False


@pytest.mark.parametrize(
    ("number", "form"),
    [(0, "карточек"), (1, "карточка"), (2, "карточки"), (11, "карточек"), (21, "карточка")],
)
def test_another_language_has_forms_of_its_own(qapp, number, form):
    other = Russian()
    QCoreApplication.installTranslator(other)
    try:
        assert wording.counted(number, "1 card", "%n cards") == f"{number} {form}"
    finally:
        QCoreApplication.removeTranslator(other)
