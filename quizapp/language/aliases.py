"""Which names are one thing: short forms, other names, parts of a person's name, synonyms.

Two different people are never put together, so a part of a name that two of them share is nobody's.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from quizapp.language import gazetteer, heads
from quizapp.language.lexicon import listed
from quizapp.language.words import NAMES, Kind, Mention, Sentence

_ALSO = re.compile(
    r",? (?:\(|which is |who is |who was |is |was )?"
    r"(?:also|formerly|previously|originally|sometimes|often|commonly|popularly|better|locally"
    r"|now|then|once|later|usually|officially|widely)"
    r" (?:known|called|named|referred to|nicknamed|titled|spelled)(?: simply| just)?(?: as)?"
    r" (?:the )?[\"“‘]?"
)
_KNOWN_AS = re.compile(
    r", (?:known as|called|nicknamed|dubbed|alias|aka|a\.k\.a\.) (?:the )?[\"“‘]?"
)
_SORTS = frozenset(
    {"river", "sea", "ocean", "mountains", "mount", "camp", "desert", "peninsula"}
)
"""Words that a place's name may have or lack."""
_COMPANY_WORDS = frozenset(
    {"company", "corporation", "inc", "co", "ltd", "limited", "corp", "group"}
)


def found(sentences: Iterable[Sentence]) -> tuple[frozenset[str], ...]:
    """Return the sets of names that the text, or common knowledge, gives to one thing."""
    told = list(sentences)
    kinds = {m.text: m.kind for s in told for m in s.mentions if m.kind in NAMES}
    people = [name for name, kind in kinds.items() if kind is Kind.PERSON and " " in name]
    pairs = [
        (one.text, other.text)
        for sentence in told
        for one, other in (*short_forms(sentence), *other_names(sentence))
    ]
    pairs += [*_parts_of_names(told), *_letters(kinds), *_shortened(kinds)]
    groups = [set(group) for group in gazetteer.same_place() if group & kinds.keys()]
    for one, other in pairs:
        touching = [group for group in groups if one in group or other in group]
        joined = {one, other}.union(*touching)
        if _are_one_person([name for name in people if name in joined]):
            groups = [group for group in groups if group not in touching]
            groups.append(joined)
    return tuple(frozenset(group) for group in groups)


def short_forms(sentence: Sentence) -> Iterator[tuple[Mention, Mention]]:
    """Yield each name with the short form in brackets behind it."""
    for before, inside in zip(sentence.mentions, sentence.mentions[1:], strict=False):
        if not {before.kind, inside.kind} <= NAMES:
            continue
        gap = [w.text for w in sentence.words[before.last : inside.first]]
        behind = sentence.words[inside.last : inside.last + 1]
        closed = bool(behind) and behind[0].text in {")", ";", ","}
        if gap == ["("] and closed and _is_short_form(before, inside):
            yield before, inside


def _is_short_form(before: Mention, inside: Mention) -> bool:
    if heads.is_acronym(inside.text):
        return not heads.is_acronym(before.text) and not _is_cut(before.text, inside.text)
    told = {Kind.PERSON, Kind.ORGANISATION, Kind.EVENT, Kind.WORK}
    return " " not in inside.text and before.kind is inside.kind and inside.kind in told


def _is_cut(name: str, letters: str) -> bool:
    """Tell whether only the end of a name stands before its letters: … by Performance (URAP)."""
    initials = _initials(name)
    short = letters.replace(".", "")
    return len(initials) < len(short) and (" " not in name or short.endswith(initials))


def _initials(name: str) -> str:
    """Return the first letters of the words that bear a capital."""
    return "".join(word[0] for word in re.findall(r"\w+", name) if word[0].isupper())


def other_names(sentence: Sentence) -> Iterator[tuple[Mention, Mention]]:
    """Yield each name with the one behind "also known as"."""
    for match in (*_ALSO.finditer(sentence.text), *_KNOWN_AS.finditer(sentence.text)):
        sure = match.re is _ALSO
        start = match.start() + sentence.span.start
        end = match.end() + sentence.span.start
        named = [m for m in sentence.mentions if m.kind in NAMES]
        before = [m for m in named if sentence.words[m.last - 1].end == start]
        after = [m for m in named if sentence.words[m.first].start == end]
        if before and after and (sure or before[0].kind is not Kind.OTHER_NAME):
            yield before[0], after[0]


def _parts_of_names(sentences: Iterable[Sentence]) -> Iterator[tuple[str, str]]:
    """Yield a person's short name with the one full name it stands for.

    Of several who share it, the one that the text had named when the short name first came.
    """
    full: list[str] = []
    settled: set[str] = set()
    for sentence in sentences:
        for mention in sentence.mentions:
            if mention.kind is not Kind.PERSON or mention.text in settled:
                continue
            settled.add(mention.text)
            longer = [name for name in full if _is_part(mention.text, name)]
            if len(longer) == 1:
                yield mention.text, longer[0]
            if len(_bare(mention.text)) > 1 and mention.text not in full:
                full.append(mention.text)


def _bare(name: str) -> list[str]:
    """Return the words of a person's name without titles."""
    return [w for w in name.split() if w.lower().rstrip(".") not in listed("titles")]


def _is_part(short: str, full: str) -> bool:
    """Tell whether a name is another's first or last words, its middle left out or cut to letters."""
    some, every = _bare(short), _bare(full)
    if not some or len(some) > len(every) or some == every:
        return bool(some) and some == every and short != full
    if len(some) == 1:
        return some[0] in {every[0], every[-1]} or some[0] in every[1:]
    if some[-1] != every[-1] and not (set(some) < set(every)):
        return False
    return set(some) < set(every) or _starts_alike(some, every)


def _starts_alike(some: Sequence[str], every: Sequence[str]) -> bool:
    """Tell whether initials stand for the other's given names: J. P. Morgan."""
    pairs = list(zip(some[:-1], every[:-1], strict=False))
    return any("." in one or "." in other for one, other in pairs) and all(
        one == other or ("." in one + other and one[0] == other[0]) for one, other in pairs
    )


def _are_one_person(people: Sequence[str]) -> bool:
    """Tell whether full names can all be one person's: one of them holds or spells out each other."""
    return all(
        _is_part(one, other) or _is_part(other, one) or not _share(one, other)
        for place, one in enumerate(people)
        for other in people[:place]
    )


def _share(one: str, other: str) -> bool:
    return bool(set(_bare(one)) & set(_bare(other)))


def _letters(kinds: dict[str, Kind]) -> Iterator[tuple[str, str]]:
    """Yield acronyms with the one name whose first letters they are."""
    spelled: dict[str, list[str]] = {}
    for name, kind in kinds.items():
        if kind is not Kind.PERSON and " " in name:
            spelled.setdefault(_initials(name), []).append(name)
    for name in kinds:
        letters = name.replace(".", "")
        longer = spelled.get(letters, [])
        if heads.is_acronym(name) and len(letters) > 2 and len(longer) == 1:
            yield name, longer[0]


def _shortened(kinds: dict[str, Kind]) -> Iterator[tuple[str, str]]:
    """Yield names with the same name behind or before the word that says what it is."""
    for name, kind in kinds.items():
        words = name.split()
        if kind is Kind.PLACE and len(words) == 2:
            short = next((w for w in words if w.lower() not in _SORTS), "")
            sorted_out = any(w.lower() in _SORTS for w in words)
            if (
                sorted_out
                and kinds.get(short) in {Kind.PLACE, Kind.OTHER_NAME}
                and not _is_in_tables(short)
            ):
                yield short, name
        if kind is Kind.ORGANISATION and words[-1].lower().rstrip(".") in _COMPANY_WORDS:
            short = " ".join(words[:-1]).removesuffix(" &").removesuffix(",")
            others = [other for other in kinds if other.startswith(f"{short} ")]
            if kinds.get(short) is Kind.ORGANISATION and len(others) == 1:
                yield short, name


def _is_in_tables(name: str) -> bool:
    return (
        gazetteer.is_country(name) or name in gazetteer.states() or gazetteer.is_city(name)
    )
