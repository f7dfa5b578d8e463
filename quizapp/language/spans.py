"""Where a name begins and ends: the network's marks, mended where it cuts a name short.

The network is sure of most borders. It loses a first word (Camp | Ashraf, New | York), what stands
behind "of" (Palace | of the Four Winds), a numeral, and the title that is part of a name (Queen |
Victoria); it takes a first word of a sentence, or a common word with a capital, for a name.
"""

import re
from collections.abc import Iterator

from quizapp.language import gazetteer, nouns
from quizapp.language.lexicon import listed
from quizapp.language.words import Sentence, Word

_NAME_WORD = re.compile(r"[^\W\d_][\w.'’&-]*")
_INITIAL = re.compile(r"[A-Z]\.")
_NUMERAL = re.compile(r"[IVX]{1,5}")
_SMALL = frozenset({"of", "the", "de", "for"})
_SIDES = frozenset({"north", "south", "east", "west"})
"""Parts of the world that are names behind "the"."""
_OWNING = frozenset({"'s", "’s", "'", "’"})
_QUOTES = {'"': '"', "“": "”", "‘": "’", "«": "»"}
SHORTEST_TITLE, LONGEST_TITLE = 2, 8
"""Words with a capital, and words in all, of a title in quotes."""
_HEADS = ("event_words", "organisation_words", "place_words", "work_words")


def of_names(
    sentence: Sentence, taken: set[int], small: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Yield the stretches of words that are one name, half-open; none holds a place of `taken`.

    `small` holds the words that the text writes without a capital.
    """
    place = 0
    while place < len(sentence.words):
        closing = _closing_of_title(sentence, place)
        if closing and not taken & set(range(place, closing)):
            yield place + 1, closing
            place = closing
            continue
        if place in taken or not _may_open(sentence, place, small):
            place += 1
            continue
        end = _end(sentence, place, taken)
        while end - 1 > place and _cannot_close(sentence.words[end - 1]):
            end -= 1
        first = _without_trade(sentence, place, end)
        if not _is_no_name(sentence, first, end, small):
            yield first, end
        place = end


def _closing_of_title(sentence: Sentence, place: int) -> int:
    """Return where the quotes close that open at `place` around a title; 0 where none is.

    A title has capitals, but for its small words: "A Machine to End War".
    """
    closes = _QUOTES.get(sentence.words[place].text, "")
    behind = sentence.words[place + 1 : place + LONGEST_TITLE + 2]
    closing = next((n for n, word in enumerate(behind) if word.text == closes), 0)
    title = behind[:closing]
    capitals = [word for word in title if word.text[0].isupper()]
    small = [word for word in title if word.text.islower()]
    if len(capitals) < SHORTEST_TITLE or len(capitals) + len(small) < closing:
        return 0
    if title[0] not in capitals or title[-1] not in capitals:
        return 0
    if any(word.pos not in {"ADP", "DET", "CCONJ", "PART", "SCONJ"} for word in small):
        return 0
    return place + 1 + closing


def _without_trade(sentence: Sentence, first: int, end: int) -> int:
    """Return where a person's name begins behind what the person does: Councilman Roy Pettibone."""
    words = sentence.words
    while end - first > 1 and words[first].named.endswith("PERSON"):
        lower = words[first].lower.rstrip(".")
        if not nouns.is_person(lower) or lower in listed("titles") | listed("noble_titles"):
            break
        if words[first].text in gazetteer.given_names() or lower in gazetteer.surnames():
            break
        first += 1
    return first


def _cannot_close(word: Word) -> bool:
    if word.text.islower() and nouns.is_person(word.lemma):
        return True
    if word.text.islower() and word.pos in {"ADJ", "ADV", "VERB", "AUX", "NUM"}:
        return True
    return not word.text[0].isalnum() or word.lower in {"of", "the", "de", "for", "and"}


def _is_no_name(sentence: Sentence, first: int, end: int, small: frozenset[str]) -> bool:
    """Tell whether a single word is a title, or a common word that only bears a capital."""
    if end - first > 1:
        return False
    word = sentence.words[first]
    if len(word.text) == 1 or word.lower.rstrip(".") in listed("titles") | {"jr", "sr"}:
        return True
    if nouns.is_person(word.lower) and word.lower not in gazetteer.surnames():
        return True
    if not word.named and word.lower in small and nouns.ranked(word.lower):
        return True
    before = sentence.words[first - 1].lower if first else "the"
    return (
        before in {"the", "this"}
        and _is_head(word)
        and word.lower not in listed("lone_names")
    )


def _is_head(word: Word) -> bool:
    """Tell whether a word says what a thing is: Battle, University, River."""
    return any(word.lower in listed(heads) for heads in _HEADS)


def _may_open(sentence: Sentence, place: int, small: frozenset[str]) -> bool:
    word = sentence.words[place]
    if not _NAME_WORD.fullmatch(word.text) or word.text in listed("calendar"):
        return False
    if word.pos in {"DET", "PRON", "ADP", "CCONJ", "SCONJ"}:
        return False
    if word.pos == "NUM" and not word.named:
        return _counts_in_a_name(sentence, place)
    if gazetteer.is_origin(word.text):
        return True
    if word.named:
        return word.text[0].isupper() or word.pos == "PROPN"
    if _is_adjective_of_a_name(sentence, place):
        return True
    if _opens_sentence(sentence, place) and (
        word.lower in small or nouns.ranked(word.lower)
    ):
        following = sentence.words[place + 1 : place + 2]
        return bool(following) and _leads(word, following[0], place)
    return word.pos == "PROPN" and word.text[0].isupper() and len(word.text) > 1


def _is_adjective_of_a_name(sentence: Sentence, place: int) -> bool:
    """Tell whether an adjective with a capital is a name's first word: the Open Map Guild."""
    words = sentence.words
    if words[place].pos != "ADJ" or not words[place].text[0].isupper():
        return False
    if _opens_sentence(sentence, place) or gazetteer.is_origin(words[place].text):
        return False
    behind = words[place + 1 : words[place].head + 1]
    return bool(behind) and all(
        word.pos == "PROPN"
        and word.text[0].isupper()
        and not word.named.endswith("PERSON")
        and not gazetteer.is_origin(word.text)
        for word in behind
    )


def _counts_in_a_name(sentence: Sentence, place: int) -> bool:
    """Tell whether a number in words opens a name: the Six-Day War."""
    behind = sentence.words[place + 1 : place + 3]
    following = [word for word in behind if word.text != "-"][:1]
    return (
        sentence.words[place].text[0].isupper()
        and not _opens_sentence(sentence, place)
        and bool(following)
        and following[0].pos == "PROPN"
        and following[0].text[0].isupper()
    )


def _opens_sentence(sentence: Sentence, place: int) -> bool:
    return not any(word.text[0].isalnum() for word in sentence.words[:place])


def _end(sentence: Sentence, first: int, taken: set[int]) -> int:
    """Return where the name that begins at `first` ends, half-open."""
    end = first + 1
    while end < len(sentence.words) and end not in taken:
        bridged = 0
        if not _goes_on(sentence, first, end):
            bridged = _bridge(sentence, first, end)
            if not bridged or any(
                place in taken for place in range(end, end + bridged + 1)
            ):
                break
        end += bridged + 1
    return end


def _goes_on(sentence: Sentence, first: int, place: int) -> bool:
    word, before = sentence.words[place], sentence.words[place - 1]
    if _is_torn(sentence, word, before) or _translates(word, before):
        return False
    if word.named.startswith("I-") or _is_left_open(word, before):
        return True
    if "-" in {word.text, before.text} and before.end == word.start:
        opener = sentence.words[place + 1 : place + 2] if word.text == "-" else (word,)
        return bool(opener) and opener[0].text[0].isupper()
    if word.text in _OWNING:
        return _owns(sentence, first, place)
    if before.text in _OWNING:
        return _owns(sentence, first, place - 1)
    if _is_compound(word, before, first, place):
        return True
    if place - 1 == first and _is_adjective_of_a_name(sentence, first):
        return True
    return word.named.startswith("B-") and _is_joined(word, before, place)


def _is_torn(sentence: Sentence, word: Word, before: Word) -> bool:
    """Tell whether a bracket or the end of a line stands between two words."""
    start = sentence.span.start
    apart = sentence.text[before.end - start : word.start - start]
    return "\n" in apart or any(char in "()[]" for char in word.text + before.text)


def _translates(word: Word, before: Word) -> bool:
    """Tell whether a word says in which language: Wianki, Polish for Wreaths."""
    return word.lower == "for" and gazetteer.is_origin(before.text)


def _is_left_open(word: Word, before: Word) -> bool:
    """Tell whether a name waits for the word: behind an initial or "of", or as its numeral."""
    if _NUMERAL.fullmatch(word.text) and word.pos != "PRON" and before.pos == "PROPN":
        return True
    small = before.named.startswith("I-") and before.lower in _SMALL
    initial = _INITIAL.fullmatch(before.text) and word.pos == "PROPN"
    return word.text[0].isupper() and bool(small or initial)


def _is_joined(word: Word, before: Word, place: int) -> bool:
    """Tell whether a name that the network begins goes on with the word before."""
    if word.relation == "flat" and word.head == place - 1 and before.named == word.named:
        return True
    if word.pos == "PROPN" and before.end == word.start:
        return True
    return _leads(before, word, place - 1)


def _leads(word: Word, following: Word, place: int) -> bool:
    """Tell whether a word at `place` is the first of the name behind it: Camp Ashraf."""
    if word.pos != "PROPN" or not word.text[0].isupper() or not following.text[0].isupper():
        return False
    together = word.head == place + 1 or following.head == place
    title = word.lower.rstrip(".")
    if title in listed("noble_titles"):
        return together and following.named.endswith("PERSON")
    if word.named or following.named.endswith("PERSON") or nouns.is_person(title):
        return False
    return together and word.relation in {"compound", "flat", "amod", "nmod"} | {
        following.relation
    }


def _is_compound(word: Word, before: Word, first: int, place: int) -> bool:
    if not word.text[0].isupper():
        return False
    if before.pos in {"NUM", "ADJ"} and before.text[0].isupper():
        return before.head == place and (place - 1 > first or before.pos == "NUM")
    if word.pos != "PROPN" or before.pos != "PROPN" or word.named.startswith("B-"):
        return False
    joined = {"flat", "compound"}
    return (word.relation in joined and first <= word.head < place) or (
        before.relation in joined
        and before.head == place
        and (not before.named or _is_head(word))
    )


def _owns(sentence: Sentence, first: int, place: int) -> bool:
    """Tell whether what stands behind the 's at `place` is part of the name: Collier's Weekly."""
    if sentence.words[first].named.endswith(("LOC", "PERSON")):
        return False
    owned = sentence.words[place + 1 : place + 2]
    if not owned or not owned[0].text[0].isupper():
        return False
    heads = listed("organisation_words") | listed("work_words") | listed("event_words")
    return owned[0].named.startswith("I-") or owned[0].lower in heads


def _bridge(sentence: Sentence, first: int, place: int) -> int:
    """Return how many small words join two parts of one name: Board of Trade; 0 where none do."""
    words = sentence.words
    if _translates(words[place], words[place - 1]):
        return 0
    if words[place].lower == "and":
        return int(_is_second_half(sentence, first, place))
    small = 0
    while place + small < len(words) and words[place + small].lower in _SMALL:
        small += 1
    if not small or small > 2 or place + small >= len(words) or words[place].lower == "the":
        return 0
    following, last = words[place + small], words[place - 1]
    if not following.text[0].isupper() or not _NAME_WORD.fullmatch(following.text):
        return 0
    if not _is_head(last):
        human = words[first].named.endswith("PERSON") or last.pos != "PROPN"
        if human or following.pos != "PROPN" or words[place].lower == "for":
            return 0
        if gazetteer.is_country(following.text) or gazetteer.is_city(following.text):
            return 0
    head = following.head
    while head != words[head].head and head > place:
        head = words[head].head
    return small if first <= head < place else 0


def _is_second_half(sentence: Sentence, first: int, place: int) -> bool:
    """Tell whether "and" stands within a name: the Palace of Culture and Science."""
    words = sentence.words
    if not any(word.lower in {"of", "for"} for word in words[first:place]):
        return False
    following = words[place + 1 : place + 2]
    return (
        bool(following)
        and following[0].text[0].isupper()
        and following[0].relation == "conj"
        and first < following[0].head < place
        and not following[0].named.endswith(("LOC", "PERSON"))
        and _is_head(words[first]) | _is_head(words[min(first + 1, place - 1)])
    )
