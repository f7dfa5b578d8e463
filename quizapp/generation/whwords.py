"""The question word that fits an answer."""

from quizapp.language import heads, nouns, places
from quizapp.language.lexicon import listed
from quizapp.language.nouns import NounClass
from quizapp.language.words import Analysis, Kind, Mention, Sentence

_PLACES = frozenset(
    {
        NounClass.LOCATION,
        NounClass.LAND,
        NounClass.WATER,
        NounClass.SETTLEMENT,
        NounClass.BUILDING,
    }
)
_PEOPLES = ("ians", "men", "ists", "ards")
"""How names of groups of people end."""
_SCHOLARS = ("ologist", "ographer", "onomist")
"""How nouns for those who study something end."""
_SORTED = frozenset({Kind.PLACE, Kind.ORGANISATION, Kind.EVENT, Kind.WORK})
_BUILT = frozenset(
    {"university", "cathedral", "castle", "hospital", "station", "theatre", "tower"}
)
"""Sorts of places that say more than the atlas does."""
_THINGS = frozenset({Kind.PLACE, Kind.EVENT, Kind.WORK})
_BARE = frozenset({"who", "what", ""})
_AT_A_TIME = frozenset({"in", "on", "at", "during", "around", "about", ""})
_BESIDE_A_TIME = frozenset({"by", "after", "before", "from", "to"})
_TOO_BROAD = frozenset(
    {"name", "group", "part", "member", "thing", "term", "house", "home"}
)
"""Nouns that say too little, or something else, behind "which"."""


def of(analysis: Analysis, sentence: Sentence, head: int) -> str:
    """Return who, what, or which and the kind of thing; empty where it may be a person or not."""
    mention = sentence.mention_at(head)
    if mention is not None:
        return _several(_of_mention(analysis, sentence, mention), sentence, head)
    word = sentence.words[head]
    if nouns.is_person(word.lemma) or word.lemma.endswith(_SCHOLARS):
        return "who"
    if word.lemma in listed("group_nouns"):
        return "who" if word.tag == "NNS" else f"which {word.lemma}"
    return "what"


def _of_mention(analysis: Analysis, sentence: Sentence, mention: Mention) -> str:
    told = analysis.introduced.get(mention.text, frozenset())
    called_a_person = any(nouns.is_person(noun) for noun in told)
    if mention.kind is Kind.PERSON or (called_a_person and not _is_on_the_map(mention)):
        return "who"
    opens = mention.first and sentence.words[mention.first - 1].lower == "the"
    if mention.kind is Kind.NATIONALITY:
        return "who" if opens else ""
    last = mention.text.split()[-1].lower()
    several = sentence.words[mention.last - 1].tag == "NNPS" and mention.kind not in _THINGS
    if several or last in listed("people_nouns") or last.endswith(_PEOPLES):
        return "who"
    sort = _sort(mention, told)
    if sort:
        return f"which {sort}"
    guessed = sentence.words[mention.first].named.endswith("PERSON")
    return "" if mention.kind is Kind.OTHER_NAME and guessed else "what"


def _is_on_the_map(mention: Mention) -> bool:
    """Tell whether a name is a place's, whatever else it is called: Iran, a close ally."""
    return mention.kind is Kind.PLACE and places.level(mention.text) is not None


def _sort(mention: Mention, told: frozenset[str]) -> str:
    """Return the noun that says what a name is: its own, the atlas's, or the text's."""
    head = heads.head(mention.text)
    level = places.level(mention.text) if mention.kind is Kind.PLACE else None
    if level is not None and head not in _BUILT:
        return str(level)
    if mention.kind in _SORTED and nouns.ranked(head) and head not in _TOO_BROAD:
        return head
    if mention.kind is Kind.PLACE:
        return "place"
    if mention.kind is Kind.ORGANISATION:
        return "organisation"
    fitting = sorted(noun for noun in told - _TOO_BROAD if nouns.ranked(noun))
    return fitting[0] if len(fitting) == 1 else ""


def _several(wh: str, sentence: Sentence, head: int) -> str:
    """Return the question word for several things joined; empty where they are of several sorts."""
    joined = sentence.children(head, "conj")
    if wh in _BARE or not joined:
        return wh
    kinds = {m.kind for place in (head, *joined) for m in [sentence.mention_at(place)] if m}
    return f"which {nouns.plural(wh.removeprefix('which '))}" if len(kinds) == 1 else ""


def of_time(time: Mention, preposition: str) -> str:
    """Return the question word of a time behind a preposition; empty where none is natural."""
    if time.kind is Kind.TIME_OF_DAY:
        return "at what time" if preposition in {"at", ""} else ""
    if time.kind is Kind.PERIOD and time.text.lower().startswith(("between ", "from ")):
        return "when"
    if time.text.endswith(("day", "days")):
        return "on which day" if preposition == "on" and time.text[-1] == "s" else ""
    if preposition in {"since", "until"}:
        return f"{preposition} when"
    year = time.kind is Kind.YEAR
    if preposition in _AT_A_TIME:
        return "in which year" if year else "when"
    if preposition not in _BESIDE_A_TIME or (preposition in {"from", "to"} and not year):
        return ""
    return f"{preposition} which year" if year else f"{preposition} when"


def is_place(sentence: Sentence, head: int) -> bool:
    """Tell whether a phrase names where something is."""
    mention = sentence.mention_at(head)
    if mention is not None:
        return mention.kind is Kind.PLACE
    return nouns.main_class(sentence.words[head].lemma) in _PLACES
