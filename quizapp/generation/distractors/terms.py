"""Wrong common nouns: others of the answer's sort, those nearest to what is told first."""

import random

from quizapp.generation.asked import Asked, Form
from quizapp.generation.distractors import told
from quizapp.generation.openness import head_of, verb_of
from quizapp.language import gazetteer, nouns
from quizapp.language.inflection import lemma
from quizapp.language.lexicon import listed
from quizapp.language.nouns import NounClass
from quizapp.language.words import Analysis

NEAREST = 5
"""Of the nouns of the answer's sort, so many nearest in meaning from which to draw."""
SAME = 0.93
"""Nearness in meaning from which two nouns say the same."""
SENSE = 0.25
"""Of the sort's nouns, so many at least are first of all what the answer is first of all."""
_MASS = frozenset(
    {NounClass.ELEMENT, NounClass.COMPOUND, NounClass.SUBSTANCE, NounClass.SCIENCE,
     NounClass.DISEASE, NounClass.LANGUAGE, NounClass.FEELING, NounClass.WEATHER,
     NounClass.SPORT, NounClass.FOOD, NounClass.TIME, NounClass.RELIGION}
)  # fmt: skip
"""What stands without an article and is still meant: of tea, against cholera."""
_UNCOUNTED = frozenset(
    {NounClass.ELEMENT, NounClass.COMPOUND, NounClass.SUBSTANCE, NounClass.SCIENCE,
     NounClass.LANGUAGE, NounClass.FEELING, NounClass.WEATHER, NounClass.DISEASE}
)  # fmt: skip
_NEVER_THE = frozenset(  # the plague, beside which "the malaria" gives itself away
    {NounClass.DISEASE, NounClass.SCIENCE, NounClass.LANGUAGE}
)
_AMONG_MASS = frozenset(
    {"wheat", "rice", "maize", "barley", "rye", "cotton", "tobacco", "flax", "hemp", "cocoa",
     "rubber", "milk", "water", "wine", "beer", "tea", "coffee", "bread", "meat", "salt", "sugar",
     "leather", "wool", "silk", "linen", "plasma", "cytoplasm", "cartilage", "skin", "blood",
     "fat", "magma", "lava", "wood", "timber", "stone", "gold", "ivory", "grain", "amber"}
)  # fmt: skip
_OF_MANY_MEANINGS = frozenset(
    {"power", "force", "family", "fish", "flower", "ship", "captain", "temperature", "order", "class", "kingdom", "fire", "law", "memory", "man",
     "house", "state", "states", "country", "county", "city", "town", "village", "water", "earth",
     "air", "music", "republic", "sound", "light", "heat", "body", "head", "hand", "back", "face",
     "door", "wall", "floor", "plant", "animal", "species", "church", "war", "board", "record",
     "company", "division", "base", "will", "article", "chapter", "case", "mode", "range",
     "genus", "date", "march", "second", "mass", "energy", "pressure", "world", "sea",
     "island", "hill", "mineral", "vitamin", "market", "crown", "college", "school"}
)  # fmt: skip
"""Nouns that texts use in other senses, or so widely that another of the sort is true as well."""
_AS_OTHERS = frozenset(
    {"gold", "oil", "stone", "wood", "tourism", "banking", "lithography", "forestry", "paper",
     "insect", "silver", "copper", "coal", "iron", "lead", "tin"}
)  # fmt: skip
"""Nouns whose commonest sense by the tables is another than the one texts mostly tell of."""


_WITH_THEIR_NOUN = frozenset(
    {"keep", "hold", "give", "lead", "pay", "take", "make", "have", "get", "put", "do"}
)
"""Verbs that mean something else with another noun: keep a diary, a shop."""
_NEARLY_ONE = (
    {"boot", "shoe"}, {"coat", "cloak", "robe"}, {"wood", "timber"}, {"ship", "boat"},
    {"telegram", "telegraph", "telex", "fax", "telephone", "email"}, {"church", "chapel"},
    {"cart", "wagon", "coach"}, {"lorry", "van", "truck"}, {"oil", "petrol", "kerosene", "diesel"},
    {"sea", "ocean"}, {"hill", "mountain"}, {"palace", "castle"}, {"tower", "lighthouse"},
    {"university", "college"}, {"war", "battle", "conflict"}, {"revolution", "rebellion", "coup"},
    {"rain", "water"}, {"fog", "mist"}, {"nerve", "muscle"}, {"king", "emperor"},
    {"will", "testament"}, {"treaty", "charter"}, {"letter", "email"}, {"novel", "book"},
)  # fmt: skip
"""Nouns of one sort of which one may be said for another."""


def near(analysis: Analysis, asked: Asked, rng: random.Random) -> list[str]:
    """Return nouns of the answer's sort, written as the answer is; empty for one without a sort."""
    verb = verb_of(asked)
    if verb is not None and verb.lemma in _WITH_THEIR_NOUN:
        return []
    article, noun = _parted(asked.answer)
    article, noun = _with_origin(article, noun)
    beside = analysis.noun_counts.keys()
    kin = [name for name in nouns.kin(noun, beside) if name != noun]
    if not kin:
        return []
    if not _is_sure(analysis, asked, article, noun, kin):
        return []
    fitting = [name for name in _apart(noun, kin) if _fits(article, name, is_plural(noun))]
    return [
        _cased(f"{article}{name}", asked.answer)
        for name in _ranked(analysis, asked, noun, fitting, rng)
    ]


def _apart(noun: str, kin: list[str]) -> list[str]:
    """Leave out what may be said for the noun, and all but the first of what may be for each other."""
    taken = [names for names in _NEARLY_ONE if _single(noun) in names]
    found = []
    for name in kin:
        alike = [names for names in _NEARLY_ONE if _single(name) in names]
        if not any(names in taken for names in alike):
            taken += alike
            found.append(name)
    return found


def is_plural(noun: str) -> bool:
    """Tell whether a noun is a plural."""
    return _single(noun) != noun


def _single(noun: str) -> str:
    before, _, last = noun.rpartition(" ")
    return f"{before} {lemma(last, 'NNS', 'NOUN')}".strip()


def _cased(text: str, like: str) -> str:
    return text[:1].upper() + text[1:] if like[:1].isupper() else text


def _is_sure(
    analysis: Analysis, asked: Asked, article: str, noun: str, kin: list[str]
) -> bool:
    """Tell whether the noun means here what its sort does, and stands for itself."""
    single = _single(noun)
    if single in _OF_MANY_MEANINGS or noun in _OF_MANY_MEANINGS:
        return False
    if article == "the " and _NEVER_THE & nouns.classes(single):
        return False
    main = nouns.main_class(single)
    shared = sum(nouns.main_class(_single(name)) is main for name in kin)
    told_of = sum(_single(name) in analysis.noun_counts for name in kin)
    of_the_sort = shared >= SENSE * len(kin) or told_of > 1 or single in _AS_OTHERS
    if not of_the_sort:
        return False
    if article and noun[:1].isupper() and not kin[0][:1].isupper():
        return False
    if not article and single in listed("units_of_time"):
        return False
    if article or is_plural(noun) or noun[:1].isupper():
        return not (is_plural(noun) and main is NounClass.TIME)
    case = asked.sentence.children(head_of(asked), "case")
    counted = not _MASS & nouns.classes(single) and single not in _AMONG_MASS | _AS_OTHERS
    return not (counted and (case or asked.form is not Form.SUBJECT))


def _parted(answer: str) -> tuple[str, str]:
    """Return the article with its space, and the noun written small unless it is a name."""
    lower = answer[:1].lower() + answer[1:]
    for article in ("the ", "an ", "a "):
        if lower.startswith(article):
            return article, lower.removeprefix(article)
    known = nouns.kin(answer) and any(n[:1].isupper() for n in nouns.kin(answer)[:2])
    return "", answer if known else lower


def _with_origin(article: str, noun: str) -> tuple[str, str]:
    """Take what says where somebody is from to the article: a German | geologist."""
    before, _, last = noun.rpartition(" ")
    if before and nouns.is_person(last) and all(map(gazetteer.is_origin, before.split())):
        return f"{article}{before} ", last
    return article, noun


def _fits(article: str, noun: str, plural: bool) -> bool:  # noqa: FBT001 - read at one place
    """Tell whether a noun can follow the article, and be many: an owl, a rook, no milks."""
    single = _single(noun)
    uncounted = bool(_UNCOUNTED & nouns.classes(single)) or single in _AMONG_MASS
    if (article in {"a ", "an "} or plural) and uncounted:
        return False
    if not (article or plural) and _is_counted_phrase(noun):
        return False
    if article not in {"a ", "an "}:
        return True
    return nouns.sounds_open(noun) == (article == "an ") and not is_plural(noun)


def _is_counted_phrase(noun: str) -> bool:
    """Tell whether a noun of several words wants an article: the steel industry, no oil painting."""
    before, _, last = noun.rpartition(" ")
    return bool(before) and not _MASS & (nouns.classes(noun) | nouns.classes(last))


def _ranked(
    analysis: Analysis, asked: Asked, noun: str, kin: list[str], rng: random.Random
) -> list[str]:
    """Put those first that are nearest to the answer and to what is told of it."""
    if not kin:
        return []
    text = told.of(analysis)
    to_answer = text.likeness(noun, kin)
    to_sentence = text.likeness(asked.sentence.text, kin)
    scored = sorted(
        (
            (-(one + other), name)
            for one, other, name in zip(to_answer, to_sentence, kin, strict=True)
            if one < SAME
        ),
    )
    found = [name for _, name in scored]
    first = found[:NEAREST]
    rng.shuffle(first)
    return [*first, *found[NEAREST:]]
