"""Names in a text: where each stands, what it is, and which names are one thing.

The network is sure of where a name begins and ends, less so of its kind: a kind holds only when a
second sign agrees (a title, a given name, the name's last word, a table, most of its mentions).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizapp.language import gazetteer, quantities
from quizapp.language.lexicon import listed
from quizapp.language.words import Kind, Mention, Sentence, Word

GUESSED = {"PERSON": Kind.PERSON, "ORG": Kind.ORGANISATION, "LOC": Kind.PLACE}
_NAME_WORD = re.compile(r"[^\W\d_][\w.'’&-]*")
_ACRONYM = re.compile(r"^[A-Z][A-Z&.]{1,7}s?$")
_ALSO = re.compile(
    r",? (?:also|formerly|sometimes|commonly|better) (?:known|called) as (?:the )?"
)


def mark(sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """Return the sentences with their names, times and amounts."""
    marked = [_marked(sentence) for sentence in sentences]
    kinds = _kinds(marked)
    return tuple(
        replace(
            sentence,
            mentions=tuple(
                replace(m, kind=kinds[m.text]) if m.text in kinds else m
                for m in sentence.mentions
            ),
        )
        for sentence in marked
    )


def _marked(sentence: Sentence) -> Sentence:
    """Mark times and amounts first; a name never takes their words."""
    mentions = list(_quantities(sentence))
    taken = {place for m in mentions for place in range(m.first, m.last)}
    for first, last in _stretches(sentence, taken):
        mentions.append(Mention(Kind.OTHER_NAME, first, last, sentence.says(first, last)))
    return replace(sentence, mentions=tuple(sorted(mentions, key=lambda m: m.first)))


def _quantities(sentence: Sentence) -> Iterable[Mention]:
    starts = {
        w.start - sentence.span.start: place for place, w in enumerate(sentence.words)
    }
    ends = {
        w.end - sentence.span.start: place + 1 for place, w in enumerate(sentence.words)
    }
    for kind, start, end in quantities.found(sentence.text):
        if start not in starts or end not in ends:
            continue
        first, last = starts[start], ends[end]
        real = kind
        if kind is Kind.YEAR and _counts_something(sentence, first, last):
            real = Kind.NUMBER
        yield Mention(real, first, last, sentence.says(first, last))


def _counts_something(sentence: Sentence, first: int, last: int) -> bool:
    word = sentence.words[last - 1]
    head = sentence.words[word.head]
    return last - first == 1 and word.relation == "nummod" and head.tag == "NNS"


def _stretches(sentence: Sentence, taken: set[int]) -> Iterable[tuple[int, int]]:
    """Yield the stretches of words that are one name."""
    place = 0
    while place < len(sentence.words):
        if place in taken or not _may_open(sentence, place):
            place += 1
            continue
        end = _end(sentence, place, taken)
        while end - 1 > place and _cannot_close(sentence.words[end - 1]):
            end -= 1
        if (
            sentence.words[end - 1].lower.rstrip(".") not in listed("titles")
            or end - place > 1
        ):
            yield place, end
        place = end


def _cannot_close(word: Word) -> bool:
    return not word.text[0].isalnum() or word.lower in {"of", "the", "de"}


def _end(sentence: Sentence, first: int, taken: set[int]) -> int:
    """Return where the name that begins at `first` ends, half-open."""
    end = first + 1
    while end < len(sentence.words) and end not in taken:
        small = 0
        if not _goes_on(sentence, first, end):
            small = _bridge(sentence, first, end)
            if not small or any(place in taken for place in range(end, end + small + 1)):
                break
        end += small + 1
    return end


def _may_open(sentence: Sentence, place: int) -> bool:
    word = sentence.words[place]
    if not _NAME_WORD.fullmatch(word.text) or word.text in listed("calendar"):
        return False
    if word.pos in {"DET", "PRON", "ADP", "CCONJ", "SCONJ"}:
        return False
    if word.text in gazetteer.nationalities():
        return True
    if word.named:
        return word.text[0].isupper() or word.pos == "PROPN"
    return word.pos == "PROPN" and word.text[0].isupper() and len(word.text) > 1


def _goes_on(sentence: Sentence, first: int, place: int) -> bool:
    word, before = sentence.words[place], sentence.words[place - 1]
    if word.named.startswith("I-"):
        return True
    if word.named.startswith("B-"):
        flat = (
            word.relation == "flat"
            and word.head == place - 1
            and before.named == word.named
        )
        return flat or (word.pos == "PROPN" and before.end == word.start)
    if word.pos != "PROPN" or not word.text[0].isupper() or before.pos != "PROPN":
        return False
    joined = {"flat", "compound"}
    return (word.relation in joined and first <= word.head < place) or (
        before.relation in joined and before.head == place and not before.named
    )


def _bridge(sentence: Sentence, first: int, place: int) -> int:
    """Return how many small words join two parts of one name: Board of Trade; 0 where none do."""
    words = sentence.words
    small = 0
    while place + small < len(words) and words[place + small].lower in {"of", "the", "de"}:
        small += 1
    if not small or small > 2 or place + small >= len(words) or words[place].lower == "the":
        return 0
    following = words[place + small]
    human = words[first].named.endswith("PERSON") or words[place - 1].pos != "PROPN"
    if human or following.pos != "PROPN" or not following.text[0].isupper():
        return 0
    if following.text in gazetteer.countries() or following.text in gazetteer.country_of():
        return small if words[place - 1].lower in listed("organisation_words") else 0
    head = following.head
    while head != words[head].head and head > place:
        head = words[head].head
    return small if first <= head < place else 0


def _kinds(sentences: list[Sentence]) -> dict[str, Kind]:
    """Return each name's kind: the network's vote over the text, where a second sign agrees."""
    votes: dict[str, Counter[Kind]] = defaultdict(Counter)
    signs: dict[str, Counter[Kind]] = defaultdict(Counter)
    for sentence in sentences:
        for mention in sentence.mentions:
            if mention.kind is not Kind.OTHER_NAME:
                continue
            guessed = sentence.words[mention.first].named[2:]
            votes[mention.text][GUESSED.get(guessed, Kind.OTHER_NAME)] += 1
            for sign in _signs(sentence, mention):
                signs[mention.text][sign] += 1
    kinds = {name: _settled(name, votes[name], signs[name]) for name in votes}
    return _share_surnames(kinds)


def _settled(name: str, votes: Counter[Kind], signs: Counter[Kind]) -> Kind:
    table = _in_tables(name)
    if table is not None:
        return table
    guess, count = votes.most_common(1)[0]
    if signs[Kind.PERSON] and guess is not Kind.PERSON and not votes[Kind.PERSON]:
        signs = Counter({kind: n for kind, n in signs.items() if kind is not Kind.PERSON})
    if _ACRONYM.match(name) and votes[Kind.ORGANISATION] < 2 and not signs[Kind.PLACE]:
        return Kind.OTHER_NAME
    if signs:
        sign, _ = signs.most_common(1)[0]
        if sign is guess or votes[sign] or sign is not Kind.PERSON:
            return sign
    steady = count >= 3 and count >= 0.8 * votes.total()
    if guess is Kind.PERSON:
        return guess if " " in name and count >= 0.6 * votes.total() else Kind.OTHER_NAME
    return guess if steady else Kind.OTHER_NAME


def _in_tables(name: str) -> Kind | None:
    if name in gazetteer.nationalities():
        return Kind.NATIONALITY
    if gazetteer.is_country(name) or gazetteer.is_city(name):
        return Kind.PLACE
    return None


def _signs(sentence: Sentence, mention: Mention) -> Iterable[Kind]:
    words = sentence.words[mention.first : mention.last]
    last = words[-1].lower
    given = words[0].text in gazetteer.pronoun_of() and words[0].named.endswith("PERSON")
    if given and 2 <= len(words) <= 4:
        yield Kind.PERSON
    elif last in listed("organisation_words") or (
        words[0].lower in listed("organisation_words") and len(words) > 2
    ):
        yield Kind.ORGANISATION
    elif last in listed("place_words") or (
        words[0].lower in {"mount", "lake", "camp", "fort", "cape"}
    ):
        yield Kind.PLACE
    elif _looks_human(sentence, mention, words):
        yield Kind.PERSON
    elif _ACRONYM.match(mention.text) and words[0].named.endswith("ORG"):
        yield Kind.ORGANISATION
    elif _stands_where_places_do(sentence, mention):
        yield Kind.PLACE


def _looks_human(sentence: Sentence, mention: Mention, words: tuple[Word, ...]) -> bool:
    if words[0].lower.rstrip(".") in listed("titles") and len(words) > 1:
        return True
    before = sentence.words[mention.first - 1] if mention.first else None
    if (
        before is not None
        and before.lower.rstrip(".") in listed("titles")
        and before.tag.startswith("NN")
    ):
        return True
    if words[0].text in gazetteer.pronoun_of() and 2 <= len(words) <= 4:
        return True
    head = _head(sentence, mention)
    verb = sentence.words[sentence.words[head].head]
    acts = sentence.words[head].relation in {
        "nsubj",
        "nsubj:pass",
    } and verb.lemma in listed("human_verbs")
    return acts and words[0].named.endswith("PERSON")


def _stands_where_places_do(sentence: Sentence, mention: Mention) -> bool:
    before = sentence.words[mention.first - 1] if mention.first else None
    if before is not None and before.lower == "the" and mention.first > 1:
        before = sentence.words[mention.first - 2]
    located = before is not None and before.lower in {
        "in",
        "near",
        "at",
        "from",
        "to",
        "through",
    }
    return located and sentence.words[mention.first].named.endswith("LOC")


def _head(sentence: Sentence, mention: Mention) -> int:
    """Return the place of the word by which a mention hangs in its sentence."""
    for place in range(mention.first, mention.last):
        if (
            not mention.covers(sentence.words[place].head)
            or sentence.words[place].head == place
        ):
            return place
    return mention.first


def _share_surnames(kinds: dict[str, Kind]) -> dict[str, Kind]:
    """Take a single name for a person where it is the last part of a person's full name."""
    surnames = {
        name.split()[-1]
        for name, kind in kinds.items()
        if kind is Kind.PERSON and " " in name
    }
    return {
        name: Kind.PERSON
        if name in surnames and kind in {Kind.OTHER_NAME, Kind.PERSON}
        else kind
        for name, kind in kinds.items()
    }


def aliases(sentences: Iterable[Sentence]) -> tuple[frozenset[str], ...]:
    """Return the sets of names that the text, or common knowledge, gives to one thing."""
    told = list(sentences)
    pairs = [
        (one.text, other.text)
        for sentence in told
        for one, other in (*short_forms(sentence), *other_names(sentence))
    ]
    pairs += _parts_of_names(told)
    known = {m.text for s in told for m in s.mentions}
    groups = [set(group) for group in gazetteer.SAME_PLACE if group & known]
    for one, other in pairs:
        touching = [group for group in groups if one in group or other in group]
        groups = [group for group in groups if group not in touching]
        groups.append({one, other}.union(*touching))
    return tuple(frozenset(group) for group in groups)


def short_forms(sentence: Sentence) -> Iterator[tuple[Mention, Mention]]:
    """Yield each name with the short form in brackets behind it."""
    for before, inside in zip(sentence.mentions, sentence.mentions[1:], strict=False):
        gap = [w.text for w in sentence.words[before.last : inside.first]]
        closed = (
            sentence.words[inside.last].text if inside.last < len(sentence.words) else ""
        )
        if gap == ["("] and closed == ")" and len(inside.text.split()) == 1:
            yield before, inside


def other_names(sentence: Sentence) -> Iterator[tuple[Mention, Mention]]:
    """Yield each name with the one behind "also known as"."""
    for match in _ALSO.finditer(sentence.text):
        start = match.start() + sentence.span.start
        end = match.end() + sentence.span.start
        before = [m for m in sentence.mentions if sentence.words[m.last - 1].end == start]
        after = [m for m in sentence.mentions if sentence.words[m.first].start == end]
        if before and after:
            yield before[0], after[0]


def _parts_of_names(sentences: Iterable[Sentence]) -> Iterable[tuple[str, str]]:
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
            parts = set(mention.text.split()) - {
                w for w in mention.text.split() if _is_title(w)
            }
            longer = [name for name in full if parts < set(name.split())]
            if len(longer) == 1:
                yield mention.text, longer[0]
            elif len(parts) > 1:
                full.append(mention.text)


def _is_title(word: str) -> bool:
    return word.lower().rstrip(".") in listed("titles")
