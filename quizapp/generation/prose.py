"""What sort of sentence this is: how long, shouted, broken."""

import re

from quizapp.language.words import Sentence

SHORTEST_LINE = 12
"""Characters."""
_SPACELESS = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Thai, Lao, Japanese, Chinese."""
_CUT_FORMULA = re.compile(r"\w\n *[\d−+]")


def is_spaceless(char: str) -> bool:
    """Tell whether a character belongs to a script that sets no spaces between words."""
    return bool(_SPACELESS.match(char))


def length(text: str) -> int:
    """Return how many words a text has; two letters count as one where no spaces part words."""
    return len(text.split()) + len(_SPACELESS.findall(text)) // 2


def is_shouted(sentence: Sentence) -> bool:
    """Tell whether a sentence is set in capitals, where no word shows that it is a name."""
    letters = [char for char in sentence.text if char.isalpha()]
    return 2 * sum(char.isupper() for char in letters) > len(letters)


def is_broken(sentence: Sentence) -> bool:
    """Tell whether a line of a few characters stands in it: a formula that lost its shape."""
    lines = sentence.text.split("\n")
    short = any(len(line.strip()) < SHORTEST_LINE for line in lines[:-1])
    return short or bool(_CUT_FORMULA.search(sentence.text))
