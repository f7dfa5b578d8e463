"""A sentence with one gap that has one possible filling."""

import re
from collections.abc import Iterator, Sequence

from quizapp.domain.question import GAP_MARK
from quizapp.generation import attribution, counting, phrases
from quizapp.generation.asked import Asked, Form
from quizapp.language import inflection
from quizapp.language.lexicon import listed
from quizapp.language.words import (
    NAMES,
    QUANTITIES,
    TIMES,
    Analysis,
    Kind,
    Mention,
    Sentence,
    Word,
)

SHORTEST, LONGEST = 7, 55
"""Words of a sentence that may have a gap."""
LONGEST_TERM = 3
"""Words."""
_OPENING_POINTERS = frozenset(
    [
        "this",
        "that",
        "these",
        "those",
        "such",
        "there",
        "here",
        "they",
        "then",
        "it",
        "he",
        "she",
        "his",
        "her",
        "its",
        "their",
        "another",
        "both",
        "some",
        "others",
        "however",
        "thus",
        "therefore",
    ]
)
_SMALL = frozenset({"ADP", "DET", "ADV", "CCONJ", "SCONJ", "PRON", "VERB", "AUX"})
_NOTE = re.compile(r"\s?\[(?:\d+|citation needed|note \d+)\]")


def gaps(analysis: Analysis, sentence: Sentence) -> Iterator[Asked]:
    """Yield the gaps of a sentence, one a draft."""
    if not SHORTEST <= len(sentence.words) <= LONGEST:
        return
    if sentence.words[-1].text in {"?", ":"}:
        return
    pronouns = _named(sentence)
    opening = None if pronouns is None else (*pronouns, *_definites(analysis, sentence))
    if opening is None or attribution.is_only_judgement(sentence):
        return
    for mention in sentence.mentions:
        if fits(analysis, sentence, mention):
            yield _gap(sentence, mention.first, mention.last, mention.kind, opening)
    for first, last in _terms(sentence):
        yield _gap(sentence, first, last, Kind.TERM, opening)


def _named(sentence: Sentence) -> tuple[tuple[int, int, str], ...] | None:
    """Return what to write in brackets for pronouns, as offsets and text; None where unclear."""
    first = sentence.words[0]
    if first.lower in _OPENING_POINTERS and first.tag not in {"PRP", "PRP$"}:
        return None
    if any(_points_outside(sentence, place) for place in range(len(sentence.words))):
        return None
    for place, word in enumerate(sentence.words):
        if _is_meant_within(sentence, place):
            return ()
        if (word.tag == "PRP" and word.relation.startswith("nsubj")) or (
            place == 0 and word.tag == "PRP$"
        ):
            return _bracketed_name(sentence, place)
    return ()


def _definites(analysis: Analysis, sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Yield the name in brackets for the first "the city" that points to one."""
    said = {m.text for m in sentence.mentions}
    for place in range(len(sentence.words)):
        name = phrases.name_of(analysis, sentence, place)
        plain = inflection.without_article(name)
        if not name or any(plain == m or analysis.same_thing(plain, m) for m in said):
            continue
        if sentence.children(place, "cop"):
            continue  # oxygen is the oxidant
        article = next(c for c in sentence.children(place, "det"))
        start = sentence.words[article].start - sentence.span.start
        end = sentence.words[place].end - sentence.span.start
        yield start, end, f"[{name if start else phrases.capitalised(name)}]"
        return


def _points_outside(sentence: Sentence, place: int) -> bool:
    """Tell whether a word means something said in an earlier sentence: one of them, that year."""
    word = sentence.words[place]
    if word.lower in {"this", "these"}:
        return True
    if word.lower == "that" and word.pos == "DET":
        return True
    if word.tag == "PDT":
        return word.lower in {"that", "such"}
    if word.tag != "PRP" or word.relation.startswith(("nsubj", "expl")):
        return False
    before = sentence.words[:place]
    if word.lower in {"him", "her"}:
        return not any(m.last <= place and m.kind in NAMES for m in sentence.mentions)
    if place in sentence.meant:
        return False
    tags = {"NNS", "NNPS"} if word.lower == "them" else {"NN", "NNS", "NNP", "NNPS"}
    return not any(w.tag in tags and w.head != word.head for w in before)


def _is_meant_within(sentence: Sentence, place: int) -> bool:
    """Tell whether somebody or something before a word can be what a pronoun there means."""
    if any(m.last <= place and _can_be_meant(sentence, m) for m in sentence.mentions):
        return True
    if sentence.words[place].lower not in {"it", "its", "they", "their"}:
        return False
    plural = sentence.words[place].lower in {"they", "their"}
    return any(
        word.relation.startswith("nsubj")
        and word.pos == "NOUN"
        and (word.tag == "NNS") == plural
        and not phrases.bare_definite(sentence, number)
        for number, word in enumerate(sentence.words[:place])
    )


def _can_be_meant(sentence: Sentence, mention: Mention) -> bool:
    relation = sentence.words[mention.first].relation
    return mention.kind in NAMES - {Kind.NATIONALITY} and relation != "amod"


def _bracketed_name(
    sentence: Sentence, place: int
) -> tuple[tuple[int, int, str], ...] | None:
    word = sentence.words[place]
    name = sentence.meant.get(place)
    if name is None:
        return None
    owner = f"{name}'s" if word.tag == "PRP$" else name
    text = owner if place else f"{owner[0].upper()}{owner[1:]}"
    start = word.start - sentence.span.start
    return ((start, start + len(word.text), f"[{text}]"),)


def fits(analysis: Analysis, sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a gap on a name, a time or an amount has one filling."""
    if mention.first == 0 and sentence.words[0].lower in _OPENING_POINTERS:
        return False
    if mention.kind is Kind.NUMBER and not _counts(sentence, mention):
        return False
    if mention.kind in TIMES | QUANTITIES and _tells_one_from_another(sentence, mention):
        return False
    if mention.text.lower().split()[0] in counting.VAGUE:
        return False
    if mention.kind in NAMES and _is_listed(sentence, mention):
        return False
    if mention.kind in NAMES and analysis.is_topic(mention.text):
        return False
    return not (
        _is_weekday(mention)
        or _is_counted_from_before(sentence, mention)
        or _is_half(sentence, mention)
        or _bracketed(sentence, mention)
        or _is_cut(sentence, mention)
    )


def _is_counted_from_before(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a number tells how long after what stood before: two days later."""
    opening = sentence.mention_at(0)
    if opening is not None and opening is not mention:
        return _is_counted_from_before(sentence, opening)
    near = sentence.words[mention.last : mention.last + 2]
    later = any(word.lower in {"later", "earlier", "afterwards"} for word in near)
    return mention.kind in QUANTITIES and later


def _is_half(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether an amount is one of two that belong together: nine or ten, 26 miles 385 yards."""
    for other in sentence.mentions:
        if other is mention or other.kind not in QUANTITIES | TIMES:
            continue
        left, right = sorted((mention, other), key=lambda m: m.first)
        joint = {word.lower for word in sentence.words[left.last : right.first]}
        if joint <= {"or"} or (joint <= {"to", "and"} and other.kind in TIMES):
            return QUANTITIES & {mention.kind, other.kind} != set()
    return False


def _is_weekday(mention: Mention) -> bool:
    return mention.kind is Kind.DATE and mention.text.endswith(("day", "days"))


def _tells_one_from_another(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a year or number only belongs to the noun behind it: the 2012 Act."""
    last = sentence.words[mention.last - 1]
    before = sentence.words[mention.first - 1].lower if mention.first else ""
    if before == "act":
        return True
    return last.head >= mention.last and last.relation not in {"nummod", "obl", "nsubj"}


def _counts(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a number counts or measures something that is named."""
    word = sentence.words[mention.last - 1]
    before = sentence.words[mention.first - 1].lower if mention.first else ""
    if mention.text.lower() == "two" or before in {"the", "these", "those", "both", "all"}:
        return False
    return word.relation in {"nummod", "obl", "obj", "nsubj"} or any(
        char.isdigit() for char in mention.text
    )


def _is_listed(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a name stands in a list, where its neighbours would fit as well."""
    for place in range(mention.first, mention.last):
        word = sentence.words[place]
        if word.relation == "conj" and not mention.covers(word.head):
            return True
        if any(not mention.covers(c) for c in sentence.children(place, "conj")):
            return True
    return False


def _is_cut(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a name goes on beyond the gap: Palace of the Four ____."""
    if mention.kind not in NAMES - {Kind.NATIONALITY}:
        return False
    if sentence.words[mention.last - 1].pos in {"ADP", "DET"}:
        return True
    before = sentence.words[mention.first - 1] if mention.first else None
    after = sentence.words[mention.last] if mention.last < len(sentence.words) else None
    titles = listed("titles") | listed("people_nouns")
    opened = before is not None and before.text[:1].isupper() and before.pos not in _SMALL
    opened = opened and before is not None and before.lower.rstrip(".") not in titles
    if after is not None and after.tag == "POS" and mention.last + 1 < len(sentence.words):
        after = sentence.words[mention.last + 1]
    return opened or (
        after is not None and after.pos not in _SMALL and after.text[0].isupper()
    )


def _bracketed(sentence: Sentence, mention: Mention) -> bool:
    before = sentence.words[mention.first - 1].text if mention.first else ""
    after = sentence.words[mention.last].text if mention.last < len(sentence.words) else ""
    return before in {"(", "[", "-", "/"} or after in {"-", "/"}


def _terms(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the common nouns of a sentence with the words that belong to them, without "the"."""
    for place, word in enumerate(sentence.words):
        if word.pos != "NOUN" or sentence.mention_at(place) is not None:
            continue
        if word.lemma in listed("vague_nouns") | listed("empty_heads"):
            continue
        if sentence.children(place, "conj") or word.relation in {
            "conj",
            "compound",
            "appos",
        }:
            continue
        if phrases.bare_definite(sentence, place) or not word.text.isalpha():
            continue
        if _is_unit(sentence, place):
            continue
        parts = [c for c in sentence.children(place, "compound", "amod") if c < place]
        first = min(parts, default=place)
        said = sentence.words[first : place + 1]
        before = sentence.words[first - 1] if first else None
        if (
            before is not None
            and before.pos in {"ADJ", "ADV"}
            and first <= before.head <= place
        ):
            continue  # a perfectly straight line
        whole = set(range(first, place + 1)) <= {*sentence.subtree(place)}
        named = any(sentence.mention_at(p) for p in range(first, place))
        bound = any(w.tag == "HYPH" for w in sentence.words[max(0, first - 1) : place + 2])
        if whole and not named and not bound and len(said) <= LONGEST_TERM and _reads(said):
            yield first, place + 1


def _is_unit(sentence: Sentence, place: int) -> bool:
    """Tell whether a noun says what a number counts in: between 5 and 10 micrometres."""
    before = sentence.words[place - 1] if place else None
    return before is not None and before.pos == "NUM" and before.text[0].isdigit()


def _reads(words: Sequence[Word]) -> bool:
    """Tell whether the words of a term can stand in a gap: no sizes, judgements or pointers."""
    if any(word.text.count("-") or not word.text.isalpha() for word in words):
        return False
    unfit = listed("sizes") | listed("judgements") | listed("pointing_words")
    return words[0].lemma not in unfit


def _gap(
    sentence: Sentence,
    first: int,
    last: int,
    kind: Kind,
    opening: tuple[tuple[int, int, str], ...],
) -> Asked:
    start = sentence.words[first].start - sentence.span.start
    end = sentence.words[last - 1].end - sentence.span.start
    before, after = sentence.text[:start], sentence.text[end:]
    for opens, closes, name in sorted(opening, reverse=True):
        if closes <= start:
            before = before[:opens] + name + before[closes:]
        else:
            after = after[: opens - end] + name + after[closes - end :]
    before, after = _NOTE.sub("", before), _NOTE.sub("", after)
    prompt = f"{before}{GAP_MARK}{after}"
    form = Form.GAP_TERM if kind is Kind.TERM else Form.GAP
    return Asked(form, sentence, prompt, first, last, kind, gap=(before, after))
