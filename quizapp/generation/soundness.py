"""Is a question fit to be shown: the last check on its words, whoever wrote them."""

import re

from quizapp.domain.answer import fold
from quizapp.domain.question import GAP_MARK
from quizapp.generation import prose
from quizapp.generation.asked import Asked, Form
from quizapp.generation.attribution import PREFIX
from quizapp.language import Analysis
from quizapp.language.inflection import stem
from quizapp.language.lexicon import listed

SHORTEST = 4
RARE_WORDS = 3
RARE = 3
"""Times a word stands in the text at most, to tell one of its sentences from the others."""
_COMMON = frozenset(
    {"who", "how", "why", "did", "year", "which", "where", "when", "what", "whom", "does"}
    | {"many", "much", "long", "far", "place", "organisation"}
)
_WH = r"(?:who|whom|whose|what|which|when|where|why|how)\b"
_OPENING = re.compile(rf"^(?:{PREFIX})?(?:[^?]{{2,90}}, )?(?:\w+ )?{_WH}", re.IGNORECASE)
_STRAY = re.compile(
    r"\s[,.;:?!]|,\?|[,;:]\s*\?$|\.\.|\.:\d|,,|^(?![−–-]\d)[^\w$£€¥“‘\x22]"
    r"|[“‘(]\s|\s(?:[”)]|['’]s\b)|\[\d+\]|https?:|�|[<>{}|]"
)
_HALVES = (
    r"\bboth\b(?!.* and )",
    r"\beither\b(?!.* or )",
    r"\bbetween\b(?!.* and )",
    r"^(?!.*\b(?:more|less|fewer|other|rather|\w+er)\b.*\bthan\b).*\bthan\b",
    r"—|\s–|–\s",
)
"""Pairs that lost their second half, and dashes around what was left out."""
_CUT = re.compile(
    r"\b(?:is|are|was|were|be|been|the|an?|and|or|that|than|as well|times|only|all)\?$"
)
_NAMED_TWICE = re.compile(r"\b([A-Z]\w+ [A-Z]\w+)\b.*\b\1\b")
_REPEATED = re.compile(r"\b([a-z]+) \1\b")
_ARTICLES = re.compile(r"\b(?:a|an|the)\b")


def is_sound(analysis: Analysis, asked: Asked) -> bool:
    """Tell whether a question and its answer can stand."""
    return _answer_is_sound(asked.answer) and (
        _gap_is_sound(asked) if asked.gap is not None else _prompt_is_sound(analysis, asked)
    )


def plain(text: str) -> str:
    """Return a text for comparing: folded, without articles and punctuation."""
    words = re.sub(r"[^\w\s]", " ", fold(re.sub(r"['’]s\b", " ", text)))
    return " ".join(_ARTICLES.sub(" ", words).split())


def gives_away(prompt: str, answer: str) -> bool:
    """Tell whether the prompt holds the answer, or all its words."""
    asked, wanted = plain(prompt).split(), plain(answer).split()
    stems = {stem(word) for word in asked}
    return bool(wanted) and all(stem(word) in stems for word in wanted)


def _answer_is_sound(answer: str) -> bool:
    if not any(char.isalnum() for char in answer) or "\n" in answer:
        return False
    balanced = all(answer.count(a) == answer.count(b) for a, b in ("()", "[]", "“”"))
    return balanced and answer.count('"') % 2 == 0 and not _STRAY.search(answer)


def _prompt_is_sound(analysis: Analysis, asked: Asked) -> bool:
    prompt = asked.prompt
    if (
        len(prompt.split()) < SHORTEST
        or prompt.count("?") != 1
        or not (asked.form is Form.STRAIGHT or _OPENING.match(prompt))
    ):
        return False
    if (
        _CUT.search(prompt)
        or _STRAY.search(prompt)
        or _REPEATED.search(prompt)
        or _NAMED_TWICE.search(prompt)
        or "\n" in prompt
    ):
        return False
    if any(re.search(form, prompt) for form in _HALVES):
        return False
    balanced = all(prompt.count(a) == prompt.count(b) for a, b in ("()", "[]", "“”"))
    if not balanced or prompt.count('"') % 2:
        return False
    return (
        _says_enough(prompt)
        and _has_anchor(analysis, prompt)
        and not gives_away(prompt, asked.answer)
    )


def _says_enough(prompt: str) -> bool:
    """Tell whether two words besides numbers and small words say what is asked about."""
    words = re.findall(r"[^\W\d_]{3,}", prompt.removeprefix(PREFIX))
    small = listed("function_words") | _COMMON
    return len({word.lower() for word in words} - small) >= 2


def _has_anchor(analysis: Analysis, prompt: str) -> bool:
    """Tell whether the question says what it is about: a name, a number, or two rare words."""
    body = prompt.removeprefix(PREFIX)[1:]
    if re.search(r"\b[A-Z]\w|\d", body):
        return True
    words = set(re.findall(r"[a-z]{4,}", body)) - _COMMON
    return sum(_is_rare(analysis, word) for word in words) >= RARE_WORDS


def _is_rare(analysis: Analysis, word: str) -> bool:
    return 0 < analysis.stem_counts[stem(word)] <= RARE


def _gap_is_sound(asked: Asked) -> bool:
    if asked.gap is None:
        return False
    rest = " ".join(asked.gap)
    if GAP_MARK in "".join(asked.gap):
        return False
    if prose.length(plain(rest)) < 5 or "[citation" in rest or " here " in rest:
        return False
    return f" {plain(asked.answer)} " not in f" {plain(rest)} "
