"""Is a question fit to be shown: the last check on its words, whoever wrote them."""

import re

from quizapp.domain.answer import fold
from quizapp.generation.asked import Asked

SHORTEST = 4
_WH = r"(?:who|whom|whose|what|which|when|where|why|how)\b"
_OPENING = re.compile(
    rf"^(?:According to the article, )?(?:[^?]{{2,90}}, )?(?:\w+ )?{_WH}", re.IGNORECASE
)
_STRAY = re.compile(r"\s[,.;:?!]|,\?|[,;:]\s*\?$|\.\.|,,|^\W|\[\d+\]|https?:|�|[<>{}|]")
_REPEATED = re.compile(r"\b([a-z]+) \1\b")
_ARTICLES = re.compile(r"\b(?:a|an|the)\b")


def is_sound(asked: Asked) -> bool:
    """Tell whether a question and its answer can stand."""
    return _answer_is_sound(asked.answer) and (
        _gap_is_sound(asked) if asked.gap is not None else _prompt_is_sound(asked)
    )


def plain(text: str) -> str:
    """Return a text for comparing: folded, without articles and punctuation."""
    words = re.sub(r"[^\w\s]", " ", fold(re.sub(r"['’]s\b", " ", text)))
    return " ".join(_ARTICLES.sub(" ", words).split())


def gives_away(prompt: str, answer: str) -> bool:
    """Tell whether the prompt holds the answer, or all its words."""
    asked, wanted = plain(prompt).split(), plain(answer).split()
    stems = {_stem(word) for word in asked}
    return bool(wanted) and all(_stem(word) in stems for word in wanted)


def _stem(word: str) -> str:
    return re.sub(r"(?:ies|es|s|ed|ing)$", "", word) if len(word) > 4 else word


def _answer_is_sound(answer: str) -> bool:
    if not any(char.isalnum() for char in answer) or "\n" in answer:
        return False
    balanced = all(answer.count(a) == answer.count(b) for a, b in ("()", "[]", "“”"))
    return balanced and answer.count('"') % 2 == 0 and not _STRAY.search(answer)


def _prompt_is_sound(asked: Asked) -> bool:
    prompt = asked.prompt
    if (
        len(prompt.split()) < SHORTEST
        or prompt.count("?") != 1
        or not _OPENING.match(prompt)
    ):
        return False
    if _STRAY.search(prompt) or _REPEATED.search(prompt) or "\n" in prompt:
        return False
    balanced = all(prompt.count(a) == prompt.count(b) for a, b in ("()", "[]", "“”"))
    if not balanced or prompt.count('"') % 2:
        return False
    return _has_anchor(prompt) and not gives_away(prompt, asked.answer)


def _has_anchor(prompt: str) -> bool:
    """Tell whether something in the question says what it is about: a name, a number, two nouns."""
    body = prompt.removeprefix("According to the article, ")[1:]
    named = re.search(r"\b[A-Z]\w|\d", body)
    long_words = set(re.findall(r"[a-z]{5,}", body.lower()))
    return bool(named) or len(long_words - {"which", "where", "whose"}) >= 3


def _gap_is_sound(asked: Asked) -> bool:
    if asked.gap is None:
        return False
    rest = " ".join(asked.gap)
    if len(rest.split()) < 5 or "\n" in rest:
        return False
    return f" {plain(asked.answer)} " not in f" {plain(rest)} "
