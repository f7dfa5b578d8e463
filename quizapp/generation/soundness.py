"""Is a question fit to be shown: the last check on its words, whoever wrote them."""

import re

from quizapp.domain.answer import fold
from quizapp.domain.question import GAP_MARK
from quizapp.generation import openness, prose
from quizapp.generation.asked import Asked, Form
from quizapp.generation.attribution import PREFIX
from quizapp.language import Analysis
from quizapp.language.inflection import stem, without_article
from quizapp.language.lexicon import listed
from quizapp.language.words import NAMES, QUANTITIES, TIMES, Kind

SHORTEST = 4
"""Words of a question."""
SHORTEST_ROOT = 5
"""Letters from which two words are of one family: electric, electricity."""
TELLING = 2
"""Words besides the topic's that an open question needs."""
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
    "|".join(
        (
            *(r"\s[,.;:?!]", r",\?", r"[,;:]\s*\?$", r"\.\.", r"\.:\d", r",,"),
            r"^(?![−–-]\d)[^\w$£€¥“‘\x22]",
            *(r"[“‘(]\s", r"\s(?:[”)]|['’]s\b)"),
            *(r"\[\d+\]", r"https?:", r"�", r"[<>{}|]"),
        )
    )
)
"""Marks between which words were left out, a first or last word torn off, remains of a page."""
_HALVES = (
    r"\bboth\b(?!.* and )",
    r"\beither\b(?!.* or )",
    r"\bbetween\b(?!.* and )",
    r"\bsimilar\b(?!.* to )",
    r"^(?!.*\b(?:more|less|fewer|other|rather|\w+er)\b.*\bthan\b).*\bthan\b",
    r"—|\s–|–\s",
)
"""Pairs that lost their second half, and dashes around what was left out."""
_PAGE = re.compile(r"(?<=[^\d\s]):\d+")
"""What is left of a footnote: at his lab:79."""
_CUT = re.compile(
    r"\bof\?$|^[Ww]hat\b.*\bthemselves\b|\b(?:is|are|was|were|be|been|the|an?|and|or|that|than|as well|times|only|all"
    r"|start|begin|continue|stop|finish)\?$"
    r"|\bof \w+ed\?$"
)
"""Ends that lost the word they lead to: made of? when it was? the Department of created?"""
_LOOSE = re.compile(
    r"\bwhich (?:decade|year|century) \d|\b\d{1,2} [12]\d{3}\b"
    r"|(?<!\bpage)(?<!\broom)(?<!\btype)(?<!\bline)(?<!\bact)\s(?!(?:about|around|over|under|nearly|almost|than"
    r"|from|until|since|before|after|with|only|just|between)\b)[a-z-]{4,} \d{1,3}\?$"
)
"""Numbers that lost what joined them: the second of two decades, a page, a date without its month."""
_ASIDE = re.compile(r"^(?:Known|Called|Named|Born|Founded|Built|Led|Based) .*,")
"""An aside before the noun that it tells of: Known as the Golden Team, the side."""
_HALF_IDIOM = re.compile(r"\b(?:in|into|on|under|at)\?$")
_IDIOMS = frozenset(
    {"memory", "honour", "honor", "favour", "favor", "response", "support", "conflict", "search",
     "charge", "danger", "need", "use", "place", "order", "addition", "contrast", "spite", "view",
     "terms", "case", "control", "force", "power", "office", "touch", "contact", "exchange",
     "return", "regard", "relation", "line", "course", "accordance", "recognition", "celebration"}
)  # fmt: skip
"""Nouns that are one with the preposition before them: erected in memory of the fallen."""
_LEGEND = re.compile(r"\b(?:legends?|myths?|folklore)\b", re.IGNORECASE)
"""What is told in one must not be asked as what was so."""
_NAMED_TWICE = re.compile(r"\b([A-Z]\w+ [A-Z]\w+)\b.*\b\1\b")
_REPEATED = re.compile(r"\b([a-z]+) \1\b")
_ARTICLES = re.compile(r"\b(?:a|an|the)\b")


def is_sound(analysis: Analysis, asked: Asked) -> bool:
    """Tell whether a question and its answer can stand."""
    if not _answer_is_sound(asked.answer) or _is_in_the_title(analysis, asked):
        return False
    if _LEGEND.search(asked.sentence.text) and not _LEGEND.search(asked.prompt):
        return False
    if asked.gap is not None:
        return _gap_is_sound(analysis, asked)
    return _prompt_is_sound(analysis, asked)


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
    if _ASIDE.match(answer):
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
        or _LOOSE.search(prompt)
        or _STRAY.search(prompt)
        or _REPEATED.search(prompt)
        or _NAMED_TWICE.search(prompt)
        or "\n" in prompt
    ):
        return False
    if any(re.search(form, prompt) for form in _HALVES):
        return False
    if _HALF_IDIOM.search(prompt) and asked.answer.split()[0] in _IDIOMS:
        return False
    balanced = all(prompt.count(a) == prompt.count(b) for a, b in ("()", "[]", "“”"))
    if not balanced or prompt.count('"') % 2:
        return False
    return (
        _says_enough(prompt)
        and not _is_wide_open(analysis, asked)
        and _has_anchor(analysis, prompt)
        and not gives_away(prompt, asked.answer)
    )


def _says_enough(prompt: str) -> bool:
    """Tell whether two words besides numbers and small words say what is asked about."""
    words = re.findall(r"[^\W\d_]{3,}", prompt.removeprefix(PREFIX))
    small = listed("function_words") | _COMMON
    return len({word.lower() for word in words} - small) >= 2


def _is_wide_open(analysis: Analysis, asked: Asked) -> bool:
    """Tell whether a question says no more than a verb of the topic (what did Tesla create)."""
    if asked.form not in {Form.OBJECT, Form.COMPANION, Form.INNER}:
        return False
    if asked.kind is not Kind.TERM and not (
        asked.kind in NAMES and openness.is_done_to_many(asked)
    ):
        return False
    topic = analysis.topic or analysis.title
    told = set(plain(" ".join((topic, analysis.title, *analysis.names_of(topic)))).split())
    words = set(plain(asked.prompt.removeprefix(PREFIX)).split())
    return len(words - told - listed("function_words") - _COMMON) < TELLING


def _has_anchor(analysis: Analysis, prompt: str) -> bool:
    """Tell whether the question says what it is about: a name, a number, or enough rare words."""
    body = prompt.removeprefix(PREFIX)[1:]
    if re.search(r"\b[A-Z]\w|\d", body):
        return True
    words = set(re.findall(r"[a-z]{4,}", body)) - _COMMON
    return sum(_is_rare(analysis, word) for word in words) >= RARE_WORDS


def _is_rare(analysis: Analysis, word: str) -> bool:
    return 0 < analysis.stem_counts[stem(word)] <= RARE


def _is_in_the_title(analysis: Analysis, asked: Asked) -> bool:
    """Tell whether the title, which the learner knows, gives the answer."""
    if asked.kind in TIMES | QUANTITIES or asked.form is Form.ALIAS:
        return False
    answer = set(plain(asked.answer).split())
    return bool(answer) and answer <= set(plain(analysis.title).split())


def _gap_is_sound(analysis: Analysis, asked: Asked) -> bool:
    if asked.gap is None or GAP_MARK in "".join(asked.gap):
        return False
    rest = " ".join(asked.gap)
    if prose.length(plain(rest)) < 5 or "[citation" in rest or " here " in rest:
        return False
    if _PAGE.search(rest) or f" {plain(asked.answer)} " in f" {plain(rest)} ":
        return False
    return not (
        _is_abbreviated(analysis, asked.answer, rest)
        or (asked.kind is Kind.TERM and _is_hinted_at(asked.answer, rest))
    )


def _is_abbreviated(analysis: Analysis, answer: str, rest: str) -> bool:
    """Tell whether another name of the answer, or its initials in brackets, stand beside the gap."""
    words = f" {plain(rest)} "
    others = analysis.names_of(without_article(answer))
    initials = "".join(word[0] for word in answer.split() if word[0].isupper())
    return f"({initials})" in rest or any(f" {plain(name)} " in words for name in others)


def _is_hinted_at(answer: str, rest: str) -> bool:
    """Tell whether a word of the same family as the answer's last stands beside the gap."""
    head = stem(plain(answer).split()[-1])
    root = head[: max(SHORTEST_ROOT, len(head) - 2)]
    return any(
        stem(word) == head or (len(head) > SHORTEST_ROOT and word.startswith(root))
        for word in plain(rest).split()
    )
