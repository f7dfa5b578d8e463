"""Gaps in a sentence that is not English: years, numbers and clear names, by their form alone.

Nobody parses such a sentence here, so a gap is left only where its form says what fills it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp.domain.question import GAP_MARK
from quizapp.generation import prose
from quizapp.generation.asked import Asked, Form
from quizapp.language import gazetteer
from quizapp.language.words import Kind, Sentence, Word

LONGEST = 300
"""Characters of a sentence that may have a gap."""
FEWEST_WORDS = 6
FEWEST_LETTERS = 14
"""Of a script without spaces between words."""
SMALL = 31
"""Up to here a number may be a day, or stand in a list."""
_WORTH = {Kind.YEAR: 0.66, Kind.PERSON: 0.64, Kind.NUMBER: 0.62, Kind.PLACE: 0.6}
_NUMBER = re.compile(
    r"\d{1,3}(?:[.,’'\u00a0\u202f\u066c ]\d{3})+(?!\d)(?:[.,\u066b]\d+)?|\d+(?:[.,\u066b]\d+)?"
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_PARTICLES = frozenset({"de", "da", "di", "del", "von", "van", "der", "den", "la"})
"""Small words inside a name."""
_TOUCHING = frozenset("-–—/:.,'’°\u200c_")
"""A number beside one of these is part of something else: a date, a ratio, an ordinal."""
_POINTING = {
    "German": {
        "er",
        "sie",
        "ihm",
        "ihn",
        "ihr",
        "dieser",
        "diese",
        "dieses",
        "dort",
        "dies",
    },
    "French": {"il", "elle", "ils", "elles", "ce", "cet", "cette", "ces"},
    "Spanish": {"él", "ella", "ellos", "ellas", "este", "esta", "esto", "ese", "esa"},
    "Italian": {"lui", "lei", "egli", "essa", "esso", "questo", "questa"},
    "Portuguese": {"ele", "ela", "eles", "elas", "este", "esta", "isso", "isto"},
    "Dutch": {"hij", "zij", "ze", "dit", "deze", "daar"},
    "Swedish": {"han", "hon", "denna", "detta", "där"},
    "Danish": {"han", "hun", "denne", "dette", "der"},
    "Norwegian": {"han", "hun", "denne", "dette", "der"},
    "Polish": {"on", "ona", "ono", "oni", "ten", "ta", "to"},
    "Russian": {"он", "она", "оно", "они", "этот", "эта", "это"},
    "Turkish": {"o", "bu", "onlar", "burada"},
    "Persian": {"او", "آن", "این", "آنها", "وی"},
    "Arabic": {"هو", "هي", "هذا", "هذه", "ذلك"},
}
"""Words that mean something said before."""
_ARTICLES = {
    "Spanish": {"el", "la", "los", "las", "un", "una"},
    "Italian": {"il", "lo", "la", "i", "gli", "le", "un", "uno", "una", "l"},
    "Portuguese": {"o", "a", "os", "as", "um", "uma"},
}
"""How a sentence opens that names its subject, where a verb alone may be a sentence's opening."""
_CAPITAL_NOUNS = frozenset({"German"})
"""Languages in which a large letter does not tell a name."""


def gaps(sentence: Sentence) -> Iterator[Asked]:
    """Yield the gaps of a sentence in another language, one a draft."""
    text = sentence.text
    if len(text) > LONGEST or "\n" in text or text.rstrip()[-1] in "?؟？:：":
        return
    if _points(sentence):
        return
    for kind, start, end in (*_numbers(text), *_names(sentence)):
        if text.count(text[start:end]) == 1 and _says_enough(text, start, end):
            yield _gap(sentence, kind, start, end)


def _points(sentence: Sentence) -> bool:
    """Tell whether a sentence leans on one before it, by a pronoun or without its subject."""
    words = re.findall(r"\w+", sentence.text)
    small = [word.casefold() for word in words]
    articles = _ARTICLES.get(sentence.language)
    named = len(words) > 1 and words[1][0].isupper()
    if articles is not None and not named and small[0] not in articles:
        return True
    return not _POINTING.get(sentence.language, set()).isdisjoint(small)


def _numbers(text: str) -> Iterator[tuple[Kind, int, int]]:
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        digits = match.group()
        year = (
            len(digits) == 4 and 1000 <= int(digits) < 2100 if digits.isdigit() else False
        )
        if not year and digits.isdigit() and int(digits) <= SMALL:
            continue
        if _stands_alone(text, start, end):
            yield (Kind.YEAR if year else Kind.NUMBER), start, end


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether a number is no part of a longer word, date or ratio."""
    before = text[start - 1] if start else ""
    after = text[end] if end < len(text) else ""
    last = end >= len(text.rstrip('.。।!！"”»“ '))
    return not (_joins(before) or (_joins(after) and not last))


def _joins(char: str) -> bool:
    return (
        char in _TOUCHING or (char.isalnum() and not prose.is_spaceless(char))
        if char
        else False
    )


def _names(sentence: Sentence) -> Iterator[tuple[Kind, int, int]]:
    """Yield people called by a well-known given name, and well-known places."""
    text = sentence.text
    words = [match.span() for match in _WORD.finditer(text)]
    for number, (start, end) in enumerate(words):
        word = text[start:end]
        if _is_led(text, words, number) and sentence.language not in _CAPITAL_NOUNS:
            continue
        behind = _large_behind(text, words, number)
        if word in gazetteer.pronoun_of() and behind:
            last = words[behind][1]
            if not _large_behind(text, words, behind):
                yield Kind.PERSON, start, last
        elif not behind and (
            word in gazetteer.country_of() or word in gazetteer.countries()
        ):
            yield Kind.PLACE, start, end


def _is_led(text: str, words: list[tuple[int, int]], number: int) -> bool:
    """Tell whether a large word stands before this one, but for the sentence's first."""
    start, end = words[number - 1] if number > 1 else (0, 0)
    return text[end : words[number][0]] == " " and text[start].isupper()


def _large_behind(text: str, words: list[tuple[int, int]], number: int) -> int:
    """Return which word goes on with a name, small words between them; 0 where none does."""
    for behind in range(number + 1, len(words)):
        start, end = words[behind]
        if text[words[behind - 1][1] : start] != " ":
            return 0
        if text[start].isupper():
            return behind
        if text[start:end] not in _PARTICLES:
            return 0
    return 0


def _says_enough(text: str, start: int, end: int) -> bool:
    """Tell whether the rest of a sentence names something, or the year of what somebody did."""
    rest = f"{text[:start]} {text[end:]}"
    if sum(map(prose.is_spaceless, rest)) >= FEWEST_LETTERS:
        return True
    words = re.findall(r"[^\W\d_]{2,}", rest)
    cased = any(word.casefold() != word.upper() for word in words)
    named = any(word[0].isupper() for word in words[1:]) or not cased
    dated = text[start].isalpha() and bool(re.search(r"\d{4}", rest))
    return len(words) >= FEWEST_WORDS and (named or dated)


def _gap(sentence: Sentence, kind: Kind, start: int, end: int) -> Asked:
    """Return the gap; its sentence holds one word, the answer."""
    answer = sentence.text[start:end]
    at = sentence.span.start + start
    word = Word(answer, at, at + len(answer), answer, "", "X", "ROOT", 0)
    before, after = sentence.text[:start], sentence.text[end:]
    prompt = f"{before}{GAP_MARK}{after}"
    alone = replace(sentence, words=(word,))
    return Asked(
        Form.GAP, alone, prompt, 0, 1, kind, gap=(before, after), chance=_WORTH[kind]
    )
