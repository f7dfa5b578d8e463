"""Where one sentence of a paragraph ends and the next begins.

A stop is a border unless something speaks against it: an abbreviation, an initial, a small letter
after it, an open bracket or quotation. English abbreviations; other languages get the stops alone.
"""

import re

from quizapp.domain.article import Span
from quizapp.reading.forms import words_of

_TITLES = words_of(
    "mr mrs ms dr prof st ste gen sen rep gov lt col capt cmdr sgt cpl pvt maj adm brig rev "
    "hon pres supt insp msgr messrs mme mlle mt ft vs cf viz approx e.g i.e eg ie sra"
)
"""A stop after these never ends a sentence."""
_COUNTED = words_of(
    "no nos p pp vol vols ch chap fig figs eq eqs sec sect art para ill pl op n nr c ca r "
    "reg ver v cap bk pt tab"
)
"""A stop after these ends no sentence where a number follows."""
_SHORTENED = words_of(
    "inc corp co ltd llc plc jr sr bros assn dept univ al est ave blvd rd esq etc "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat "
    "ed eds trans ph.d am pm calif fla mass penn wash ariz conn colo ill mich minn tenn va "
    "ala ark ga ind kan ky la md mo neb nev okla ore tex vt wis wyo"
)
"""A stop after these ends a sentence only where a word follows that likes to begin one."""
_CAPITALISED = _SHORTENED - words_of("inc corp co ltd llc plc al etc ed eds")
"""Of the shortened words those that are ordinary words when written small."""
_STARTERS = words_of(
    "a about above according after all also although among an and another any are as at "
    "because before both but by despite during each every few finally first following for "
    "from furthermore given had has he her here his how however i if in instead is it its "
    "later many meanwhile more moreover most much nevertheless no none nor not now of on "
    "once one only or other others our over perhaps several she since so some soon still such "
    "than that the their then there therefore these they this those though through thus to "
    "today together two under until upon was we were what when where whereas whether which "
    "while who why with within without yet you your"
)
_STOP = re.compile(
    r"(?P<stop>[.!?…]+|[。！？۔؟।]+)"
    r"(?P<shut>[\"'”’»›)\]}*]*(?:\[[^\]\s][^\]]{0,30}\]|:\d+(?:[-–:]\d+|, \d+)*)*)"
    r"(?P<gap>\s+|$|(?<=[。！？])(?=\S))"
)
_LONGEST_WORD = 40
_LONGEST_QUOTE = 300
"""Characters that may follow inside a bracket or quotation before its stops count again."""
_DEEPEST = 20
"""Brackets and quotations open at once; those around them are forgotten."""
_BEFORE = re.compile(r"[^\s(\[{\"“‘«—–/]*$")
_NEXT = re.compile(r"[\"'“‘«‹(\[{¿¡—–\s]*(?P<word>[\w'’]+|\S)?")
_ROMAN = re.compile(r"[IVXLC]+$")
_SHUTTERS = {"(": ")", "[": "]", "“": "”", "«": "»", '"': '"'}
_MARKS = re.compile(r"[()\[\]“”«»\"]")


def sentences_of(text: str, span: Span) -> tuple[Span, ...]:
    """Return the sentences of a paragraph as offsets into `text`, white space left out."""
    paragraph = span.of(text)
    found: list[Span] = []
    begin, seen, has_words = 0, 0, False
    for border in [*_borders(paragraph), len(paragraph)]:
        has_words = has_words or any(char.isalnum() for char in paragraph[seen:border])
        seen = border
        if has_words:
            piece = paragraph[begin:border]
            start = begin + len(piece) - len(piece.lstrip())
            end = begin + len(piece.rstrip())
            found.append(Span(span.start + start, span.start + end))
            begin, has_words = border, False
    if found and begin < len(paragraph):
        end = len(paragraph.rstrip())
        found[-1] = Span(found[-1].start, max(found[-1].end, span.start + end))
    return tuple(found)


def stops(text: str) -> bool:
    """Tell whether the text ends as a sentence does."""
    words = text.rstrip()
    return any(
        match.end() == len(words)
        for match in _STOP.finditer(words, max(0, len(words) - _LONGEST_WORD))
    )


def _borders(paragraph: str) -> list[int]:
    """Return the offsets just after each sentence but the last."""
    borders: list[int] = []
    begin, looked = 0, 0
    shut: list[str] = []
    last = len(paragraph.rstrip())
    for match in _STOP.finditer(paragraph):
        end = match.end("shut")
        if end >= last:
            break
        _follow(shut, paragraph, looked, end)
        looked = end
        if _is_inside(shut, paragraph, end) or not _ends(paragraph, begin, match):
            continue
        borders.append(end)
        begin = end
        shut.clear()
    return borders


def _follow(shut: list[str], paragraph: str, start: int, end: int) -> None:
    """Keep the closing marks still to come up to date."""
    for match in _MARKS.finditer(paragraph, start, end):
        mark = match.group()
        is_inch = mark == '"' and paragraph[match.start() - 1 : match.start()].isdigit()
        if is_inch and mark not in shut:
            continue
        if shut and mark == shut[-1]:
            shut.pop()
        elif mark in _SHUTTERS and not (mark == '"' and mark in shut):
            shut.append(_SHUTTERS[mark])
            del shut[:-_DEEPEST]
        elif mark in shut:
            del shut[shut.index(mark) :]


def _is_inside(shut: list[str], paragraph: str, end: int) -> bool:
    """Tell whether a bracket or quotation is open here and shuts again soon."""
    return any(mark in paragraph[end : end + _LONGEST_QUOTE] for mark in set(shut))


def _ends(paragraph: str, begin: int, match: re.Match[str]) -> bool:
    """Tell whether the stop ends the sentence that began at `begin`."""
    stop, after = match.group("stop"), _word_after(paragraph, match.end())
    if not after:
        return False
    if after[0].islower() and not after[1:2].isupper():
        return False
    if stop[0] in "。！？۔؟।":
        return True
    if stop in {"...", "…", "..", "…."} and _stands_alone(paragraph, match.start()):
        return False
    if stop != ".":
        return True
    before = _word_before(paragraph, begin, match.start())
    if match.group("shut") and not before.replace(".", "").isalpha():
        return True
    return _word_ends(
        before,
        after,
        is_first=paragraph[begin : min(match.start(), begin + _LONGEST_WORD)].strip()
        == before,
    )


def _stands_alone(paragraph: str, start: int) -> bool:
    return start == 0 or paragraph[start - 1].isspace()


def _word_before(paragraph: str, begin: int, stop: int) -> str:
    window = paragraph[max(begin, stop - _LONGEST_WORD) : stop]
    match = _BEFORE.search(window)
    return match.group() if match else ""


def _word_after(paragraph: str, start: int) -> str:
    match = _NEXT.match(paragraph, start, start + _LONGEST_WORD)
    return (match.group("word") or "") if match else ""


def _word_ends(before: str, after: str, *, is_first: bool) -> bool:
    """Tell whether a single stop between these two words ends a sentence."""
    word = before.casefold()
    starts_one = after.casefold().replace("’", "'").split("'")[0] in _STARTERS
    if word in _TITLES:
        return False
    if word in _COUNTED and (after[0].isdigit() or _ROMAN.match(after)):
        return False
    if before.isdigit() and is_first:
        return False
    if len(before) == 1 and before.isalpha():
        return (before.islower() or starts_one) and not is_first
    if "." in before and all(len(part) <= 2 for part in before.split(".")):
        return starts_one
    if word in _SHORTENED and (before[0].isupper() or word not in _CAPITALISED):
        return starts_one
    return True
