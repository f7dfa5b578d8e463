"""When somebody was born and died, as the brackets behind a name tell."""

import re
from collections.abc import Iterator

from quizapp.generation.asked import Asked, Form
from quizapp.language.words import Kind, Mention, Sentence

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = rf"(?:(?:c\. ?)?(?:\d{{1,2}} {_MONTH} |{_MONTH} \d{{1,2}}, )?\d{{3,4}})"
_LIFE = re.compile(rf"\b(?P<born>{_DATE})\s?[–—-]\s?(?P<died>{_DATE})\s?\)")
_BORN = re.compile(rf"\b(?:born|b\.) (?:on )?(?P<born>{_DATE})\b[^()]*\)")
_DIED = re.compile(rf"\b(?:died|d\.) (?:on )?(?P<died>{_DATE})\b[^()]*\)")
_YEAR = re.compile(r"\d{3,4}$")
SHORTEST, LONGEST = 15, 115
"""Years of a life: fewer are those of an office, a reign or a war (President Menich, 1695–1696)."""
_QUESTIONS = {"born": "When was {} born?", "died": "When did {} die?"}


def questions(sentence: Sentence) -> Iterator[Asked]:
    """Yield when each person with dates in brackets behind the name was born and died."""
    for name in sentence.mentions:
        if name.kind is Kind.PERSON:
            yield from _of_person(sentence, name)


def _of_person(sentence: Sentence, name: Mention) -> Iterator[Asked]:
    if name.last >= len(sentence.words) or sentence.words[name.last].text != "(":
        return
    opens = sentence.words[name.last].start - sentence.span.start
    closes = sentence.text.find(")", opens) + 1
    if "(" in sentence.text[opens + 1 : closes]:
        return
    for form in (_LIFE, _BORN, _DIED):
        found = form.search(sentence.text, opens, closes)
        if found is None or not _is_as_long_as_a_life(found):
            continue
        if _tells_of_an_office(found, sentence.text[opens + 1 : found.start()]):
            continue
        for event in found.groupdict():
            asked = _asked(sentence, name, event, found.span(event))
            if asked is not None:
                yield asked


def _is_as_long_as_a_life(found: re.Match[str]) -> bool:
    """Tell whether the years are a person's, where both are told."""
    years = [_YEAR.search(date) for date in found.groups()]
    told = [int(year[0]) for year in years if year is not None]
    return len(told) < 2 or SHORTEST <= abs(told[1] - told[0]) <= LONGEST


def _tells_of_an_office(found: re.Match[str], before: str) -> bool:
    """Tell whether years alone stand behind words that say what they are of: president, 1933–1953."""
    years = all(date.isdecimal() for date in found.groups())
    return found.re is _LIFE and years and any(map(str.isalpha, before))


def _asked(
    sentence: Sentence, name: Mention, event: str, span: tuple[int, int]
) -> Asked | None:
    starts = {w.start - sentence.span.start: p for p, w in enumerate(sentence.words)}
    ends = {w.end - sentence.span.start: p + 1 for p, w in enumerate(sentence.words)}
    if span[0] not in starts or span[1] not in ends:
        return None
    first, last = starts[span[0]], ends[span[1]]
    kind = Kind.YEAR if last - first == 1 else Kind.DATE
    prompt = _QUESTIONS[event].format(name.text)
    return Asked(Form.LIFE, sentence, prompt, first, last, kind)
