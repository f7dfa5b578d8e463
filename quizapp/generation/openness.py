"""Which questions may have other true answers in the world than the one the text gives."""

import re

from quizapp.generation.asked import Asked, Form
from quizapp.generation.attribution import PREFIX
from quizapp.language.words import Sentence, Word

_PIN = re.compile(
    r"\d{2}|\d[–:.,-]\d|\d ?%|\b(?:first|second|third|last|only|largest|smallest|longest|highest|oldest|main|chief"
    r"|most (?!of\b)\w+|least|[a-z]{3,}est)\b(?<!west)(?<!forest)(?<!harvest)(?<!interest)(?<!request)"
)
"""A number, not a mere label as in Type 1; or the only one of its sort."""
_MANY_TIMES = frozenset(
    {"include", "contain", "visit", "write", "publish", "perform", "play", "study", "teach",
     "speak", "know", "own", "use", "influence", "support", "produce", "meet", "work", "live",
     "travel", "eat", "drink", "grow", "sell", "buy", "export", "import", "trade", "need", "make",
     "collect", "exhibit", "tour", "read", "paint", "compose", "record", "employ", "like", "love",
     "admire", "involve", "cause", "affect", "attract", "cover", "feature", "represent", "wear",
     "carry", "keep", "supply", "stay", "return", "go", "come", "serve", "help", "settle", "flee"}
)  # fmt: skip
"""What one does with several things, or in several places, in turn."""
_LASTING = frozenset(
    {"be", "have", "live", "stand", "remain", "work", "serve", "hold", "know", "exist", "reign",
     "rule", "teach", "study", "attend", "own", "use", "lie", "reside", "stay", "lead", "govern",
     "consist", "contain", "include", "belong", "comprise", "employ"}
)  # fmt: skip
_FIXED = frozenset(
    {"be", "lie", "stand", "base", "locate", "situate", "hold", "keep", "house", "rise", "bear",
     "bury", "die", "found", "establish", "rank", "seat", "site"}
)  # fmt: skip
"""What has one place."""
_OF_SEVERAL = frozenset(
    {Form.SUBJECT, Form.OBJECT, Form.INNER, Form.COMPANION, Form.DOER, Form.ATTRIBUTE}
)
_NUMBER = re.compile(
    r"(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty)\b)"
)
_NAMES_SOME = re.compile(
    r"\b(?:such as|including|among(?: them| others)?|for example|for instance|notably|especially"
    r"|like|e\.g\.|not only|also)(?: the| a| an)?\W*$",
    re.IGNORECASE,
)
_NOT_EXACT = re.compile(
    r"\b(?:by|before|after|since|until|within|over|under|below|above|than|least|most|to|nearly"
    r"|almost|at) (?:which|when|what (?:time|year|date)|how (?:many|much|long|far|old))\b",
    re.IGNORECASE,
)
"""By 1815 is as true as by 1811; within nine days as within ten."""


def verb_of(asked: Asked) -> Word | None:
    """Return the verb, or the noun or adjective said with be, that the answer hangs on."""
    sentence = asked.sentence
    place = head_of(asked)
    while True:
        word = sentence.words[place]
        if word.pos == "VERB" or sentence.children(place, "cop"):
            return word
        if word.head == place:
            return word if word.pos == "AUX" else None
        place = word.head


def head_of(asked: Asked) -> int:
    """Return the place of the answer's word on which the others hang."""
    words = asked.sentence.words
    for place in range(asked.first, asked.last):
        if not asked.first <= words[place].head < asked.last or words[place].head == place:
            return place
    return asked.first


def is_present(asked: Asked) -> bool:
    """Tell whether the answer's clause says what is so in general, or may be."""
    verb = verb_of(asked)
    if verb is None:
        return True
    place = asked.sentence.words.index(verb)
    finite = _finite(asked.sentence, place)
    while finite is None and asked.sentence.words[place].head != place:
        place = asked.sentence.words[place].head
        finite = _finite(asked.sentence, place)
    if finite is None:
        return True
    if finite.tag == "MD":
        return finite.lower not in {"would", "could", "might"}
    if finite.tag not in {"VBZ", "VBP"}:
        return False
    named = re.search(r"\b[A-Z]\w", asked.prompt.removeprefix(PREFIX)[1:])
    return not (named and _is_perfect(asked.sentence, place))


def _finite(sentence: Sentence, place: int) -> Word | None:
    helpers = [sentence.words[c] for c in sentence.children(place, "aux", "cop")]
    for word in (*helpers, sentence.words[place]):
        if word.tag in {"VBD", "VBZ", "VBP", "MD"}:
            return word
    return None


def _is_perfect(sentence: Sentence, place: int) -> bool:
    """Tell whether it says what has happened: has won."""
    helpers = sentence.children(place, "aux")
    return sentence.words[place].tag == "VBN" and any(
        sentence.words[c].lemma == "have" for c in helpers
    )


def is_pinned(asked: Asked) -> bool:
    """Tell whether the question itself says which one is meant: by a number or a superlative."""
    return bool(_PIN.search(asked.prompt.removeprefix(PREFIX)[1:]))


def names_some(asked: Asked) -> bool:
    """Tell whether the sentence names the answer as one of several: such as Ghent."""
    text, start = asked.sentence.text, asked.span.start - asked.sentence.span.start
    return bool(_NAMES_SOME.search(text[:start]))


def is_done_to_many(asked: Asked) -> bool:
    """Tell whether the verb is of a deed done to many, or in many places, in turn."""
    verb = verb_of(asked)
    return verb is not None and verb.lemma in _MANY_TIMES


def is_one_of_many(asked: Asked) -> bool:
    """Tell whether the deed asked about is one of several of its sort: to publish an article."""
    words = [word for word in asked.sentence.words if word.pos == "VERB"]
    said = {f for w in words if w.lemma in _MANY_TIMES for f in (w.lemma, w.lower)}
    return any(re.search(rf"\b{verb} an? ", asked.prompt) for verb in said)


def is_open(asked: Asked) -> bool:
    """Tell whether another of the answer's sort may well be as true."""
    verb = verb_of(asked)
    if names_some(asked):
        return True
    if asked.form is Form.WHERE and verb is not None and verb.lemma in _FIXED:
        return False
    if is_pinned(asked):
        return False
    return is_present(asked) or is_done_to_many(asked)


def has_one_place(asked: Asked) -> bool:
    """Tell whether what is told of a place is told of no other: Germany occupied several countries."""
    if asked.form is Form.INNER:
        return bool(re.search(r"\d{2}", asked.prompt))
    return is_pinned(asked) or asked.form not in _OF_SEVERAL


def _is_one_of_two(asked: Asked) -> bool:
    """Tell whether the text leaves open which of two numbers it is: 7 or 8 per cent."""
    text, start = asked.sentence.text, asked.span.start - asked.sentence.span.start
    behind = text[asked.span.end - asked.sentence.span.start :]
    return bool(
        re.search(r"\w (?:or|and) (?:about |some |perhaps )?$", text[:start])
        and _NUMBER.search(text[max(0, start - 24) : start])
    ) or bool(re.match(rf" (?:or|to) (?:about |some |perhaps )?{_NUMBER.pattern}", behind))


def is_inexact(asked: Asked) -> bool:
    """Tell whether a time or an amount near the right one would be true too."""
    if _NOT_EXACT.search(asked.prompt) or _is_one_of_two(asked):
        return True
    verb = verb_of(asked)
    return asked.form is Form.WHEN and (
        verb is None or (verb.lemma in _LASTING and verb.tag != "VBN") or verb.pos != "VERB"
    )
