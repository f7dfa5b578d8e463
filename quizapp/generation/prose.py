"""What sort of sentence this is: English prose, shouted, broken, in another language."""

import re

from quizapp.language.lexicon import listed
from quizapp.language.words import Analysis, Sentence

SHORTEST_LINE = 12
"""Characters."""
ENGLISH = 0.2
"""Least share of the, of, and … among the words of English."""
REACH = 5
"""Sentences before and after that tell the language of one that is not sure."""
_CUT_FORMULA = re.compile(r"\w\n *[\d−+]")


def is_english(analysis: Analysis, sentence: Sentence) -> bool:
    """Tell whether a sentence is English: by its small words, and fewer will do in English text."""
    share = _small_words(sentence)
    if share >= ENGLISH:
        return True
    neighbours = analysis.sentences[
        max(0, sentence.number - REACH) : sentence.number + REACH
    ]
    shares = [_small_words(other) for other in neighbours]
    return share > 0 and sum(shares) / len(shares) >= ENGLISH


def _small_words(sentence: Sentence) -> float:
    """Return the share of the, of, and … among the words."""
    words = [word.lower for word in sentence.words if word.text.isalpha()]
    return sum(word in listed("function_words") for word in words) / max(1, len(words))


def is_shouted(sentence: Sentence) -> bool:
    """Tell whether a sentence is set in capitals, where no word shows that it is a name."""
    letters = [char for char in sentence.text if char.isalpha()]
    return 2 * sum(char.isupper() for char in letters) > len(letters)


def is_broken(sentence: Sentence) -> bool:
    """Tell whether a line of a few characters stands in it: a formula that lost its shape."""
    lines = sentence.text.split("\n")
    short = any(len(line.strip()) < SHORTEST_LINE for line in lines[:-1])
    return short or bool(_CUT_FORMULA.search(sentence.text))
