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
        if found is None:
            continue
        for event in found.groupdict():
            asked = _asked(sentence, name, event, found.span(event))
            if asked is not None:
                yield asked


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
