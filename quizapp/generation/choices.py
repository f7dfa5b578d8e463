"""Multiple choice: one right option and three that are wrong and could have been right."""

import random
import re
from collections.abc import Iterable

from quizapp.domain.question import MultipleChoice
from quizapp.generation.asked import Asked
from quizapp.generation.distractors import amounts, names, terms, times
from quizapp.generation.soundness import plain
from quizapp.language import gazetteer
from quizapp.language.inflection import without_article
from quizapp.language.lexicon import listed
from quizapp.language.words import QUANTITIES, TIMES, Analysis, Kind

WRONG = 3
TIED = 3
"""One sentence in so many may have options none of which is longer than the key, as years are.

So the key is among the longest about one time in four, which tells the learner nothing.
"""
_NAMED = frozenset({Kind.PERSON, Kind.PLACE, Kind.NATIONALITY, Kind.ORGANISATION})
_OPEN_ENDED = re.compile(
    r"\b(?:by|before|after|since|until) (?:which|when)\b", re.IGNORECASE
)
"""By 1815 is as true as by 1811."""


def choice(analysis: Analysis, asked: Asked, rng: random.Random) -> MultipleChoice | None:
    """Return the question with four options; None where three sound wrong ones cannot be had."""
    found = _candidates(analysis, asked, rng)
    sound = [other for other in found if _is_wrong(analysis, asked, other)]
    longer = [other for other in sound if len(other) > len(asked.answer)]
    if not longer and asked.sentence.number % TIED != 1:
        return None
    wrong: list[str] = []
    for candidate in [*longer[:1], *sound]:
        if not _clashes(analysis, candidate, wrong):
            wrong.append(candidate)
        if len(wrong) == WRONG:
            return MultipleChoice(asked.prompt, asked.answer, tuple(wrong))
    return None


def _candidates(analysis: Analysis, asked: Asked, rng: random.Random) -> list[str]:
    if _OPEN_ENDED.search(asked.prompt):
        return []
    if asked.kind in TIMES:
        return times.near(asked.answer, analysis.latest_year, rng)
    if asked.kind in QUANTITIES:
        return amounts.near(asked.answer, rng)
    if asked.kind is Kind.TERM:
        return terms.near(analysis, asked.answer, rng)
    if asked.kind not in _NAMED or _is_list(asked):
        return []
    name = without_article(asked.answer)
    if asked.kind is Kind.PERSON and _tells_only_where(asked):
        return []
    if analysis.is_everywhere(name) or (asked.kind is Kind.PERSON and name != asked.answer):
        return []
    article = asked.answer[: len(asked.answer) - len(name)]
    found = names.of_kind(analysis, name, asked.kind, rng)
    if article and asked.kind is Kind.PLACE:
        found = [other for other in found if analysis.takes_article(other)]
    return [f"{article}{other}" for other in _alike_in_length(name, found)]


def _tells_only_where(asked: Asked) -> bool:
    """Tell whether others may have lived in or gone to the same place at another time."""
    verbs = {word.lemma for word in asked.sentence.words if word.pos == "VERB"}
    return bool(verbs & listed("motion_verbs")) and not re.search(r"\d{3}", asked.prompt)


def _alike_in_length(name: str, found: list[str]) -> list[str]:
    """Put names first that are at least nearly as long, so that the key does not stand out."""
    near = [n for n in found if 0.55 * len(name) <= len(n) <= 1.9 * len(name)]
    longer = [n for n in near if len(n) >= len(name)]
    rest = [n for n in near if len(n) < len(name)]
    return [*longer[:2], *rest, *longer[2:]]


def _is_list(asked: Asked) -> bool:
    mention = asked.sentence.mention_at(asked.last - 1)
    return mention is None or mention.text != without_article(asked.answer)


def _is_wrong(analysis: Analysis, asked: Asked, candidate: str) -> bool:
    """Tell whether a candidate is surely false, and no part or other name of the right one."""
    wrong, right = plain(candidate), plain(asked.answer)
    if (
        not wrong
        or wrong == right
        or (set(wrong.split()) & set(right.split()) and _is_name(asked))
    ):
        return False
    name, key = without_article(candidate), without_article(asked.answer)
    if analysis.same_thing(name, key) or _one_holds_other(name, key):
        return False
    if _is_name(asked) and set(wrong.split()) & set(plain(asked.prompt).split()):
        return False
    around = plain(f"{asked.prompt} {asked.sentence.text}")
    if f" {wrong} " in f" {around} ":
        return False
    return not (asked.kind in _NAMED and _stands_near(analysis, asked, name, key))


def _is_name(asked: Asked) -> bool:
    return asked.kind in _NAMED


def _one_holds_other(one: str, other: str) -> bool:
    """Tell whether one place lies in the other."""
    inside = gazetteer.country_of()
    return inside.get(one) == other or inside.get(other) == one


def _stands_near(analysis: Analysis, asked: Asked, name: str, key: str) -> bool:
    """Tell whether the text says something so like the answer of this name that it may be true."""
    verb_lemmas = {
        w.lemma
        for w in asked.sentence.words
        if w.pos == "VERB" and w.lemma not in {"have", "do"}
    }
    for sentence in analysis.sentences:
        if name not in sentence.text or sentence.number == asked.sentence.number:
            continue
        if abs(sentence.number - asked.sentence.number) <= 1 or key in sentence.text:
            return True
        if verb_lemmas & {w.lemma for w in sentence.words if w.pos == "VERB"}:
            return True
    return False


def _clashes(analysis: Analysis, candidate: str, chosen: Iterable[str]) -> bool:
    name = without_article(candidate)
    return any(
        analysis.same_thing(name, without_article(other))
        or plain(candidate) == plain(other)
        or (
            set(plain(candidate).split()) & set(plain(other).split())
            and not any(char.isdigit() for char in candidate)
        )
        or _one_holds_other(name, without_article(other))
        for other in chosen
    )
