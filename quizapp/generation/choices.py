"""Multiple choice: one right option and three that are wrong and could have been right."""

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizapp.domain.question import MultipleChoice
from quizapp.generation import openness
from quizapp.generation.asked import Asked
from quizapp.generation.distractors import (
    amounts,
    dates,
    lengths,
    names,
    people,
    terms,
    times,
    told,
    truth,
)
from quizapp.generation.soundness import plain
from quizapp.language import gazetteer, heads
from quizapp.language.inflection import without_article
from quizapp.language.lexicon import listed
from quizapp.language.words import NAMES, QUANTITIES, TIMES, Analysis, Kind

WRONG = 3
Three = tuple[str, str, str]
_SHORTEST, _LONGEST = 0.5, 2.0
"""How long a wrong name or noun may be, to the right one."""
_OF_MANY = frozenset({Kind.TERM, Kind.PLACE})
"""Of these several mostly share what is said of one in general: that it lies in a city."""
_YEAR = re.compile(r"\b1\d{3}\b|\b20\d\d\b")
_AGE = re.compile(r"\bage of \d|\baged \d")
"""Either gives other times away in a question on a time."""
_IN_TURN = re.compile(
    r"\b(?:Olympics?|World Cup|[Cc]hampionships?|Games|regular|regularly|usually|often|sometimes"
    r"|every|annual|annually|(?:one|a) (?:day|night|morning|evening))\b"
)
"""Of what comes again and again, other times are true too, or plainly none."""
_LOST_TIME = re.compile(
    r"\b(?:at (?:the|that|this) time|by then|at that point|that (?:year|day|month|night))\b",
    re.IGNORECASE,
)
"""Without it what is asked may be true of others too."""
_TELLING = 4
"""Letters of a word that gives away the name that has it."""
_LETTERS = 5
"""Letters that it may always have more or fewer."""


def choice(analysis: Analysis, asked: Asked, rng: random.Random) -> MultipleChoice | None:
    """Return the question with four options; None where three sound wrong ones cannot be had."""
    if _LOST_TIME.search(asked.sentence.text) and not _YEAR.search(asked.prompt):
        return None
    if asked.kind in NAMES and _tells_a_part(asked):
        return None
    may_be_longest = rng.random() < told.of(analysis).free_share
    spare: MultipleChoice | None = None
    for wrong in _threes(analysis, asked, rng, may_be_longest=may_be_longest):
        found = MultipleChoice(asked.prompt, asked.answer, wrong)
        if lengths.is_longest(found) == may_be_longest:
            return found
        spare = spare or found
    return spare


def _tells_a_part(asked: Asked) -> bool:
    """Tell whether the question has a word of the name: Westinghouse, of the Westinghouse works."""
    words = set(plain(asked.answer).split())
    if asked.kind is not Kind.PERSON:
        words.discard(heads.head(asked.answer))
    return any(len(w) >= _TELLING and w in words for w in plain(asked.prompt).split())


def _threes(
    analysis: Analysis, asked: Asked, rng: random.Random, *, may_be_longest: bool
) -> Iterator[Three]:
    """Yield sets of three sound wrong options, the most wished for first."""
    name = without_article(asked.answer)
    if gazetteer.is_origin(name):
        asked = replace(asked, kind=Kind.NATIONALITY)
    if asked.kind in TIMES and _may_be_any_time(analysis, asked):
        return
    if asked.kind is Kind.DATE:
        for three in dates.sets(asked.answer, analysis.latest_year, rng):
            if _stand(analysis, asked, three):
                yield three
        return
    sound = [
        other
        for other in dict.fromkeys(_candidates(analysis, asked, rng))
        if truth.is_wrong(analysis, asked, other)
    ]
    longer = [other for other in sound if len(other) > len(asked.answer)]
    others = [other for other in sound if len(other) <= len(asked.answer)]
    pools = (others, [*longer[:1], *sound]) if may_be_longest else ([*longer[:1], *sound],)
    for pool in pools:
        found = _first(analysis, asked, pool)
        if found is not None:
            yield found


def _may_be_any_time(analysis: Analysis, asked: Asked) -> bool:
    """Tell whether other times would be true too, or are plainly wrong by what is said beside."""
    years = _YEAR.findall(analysis.title)
    return bool(
        openness.is_inexact(asked)
        or _YEAR.search(asked.prompt)
        or _AGE.search(asked.prompt)
        or _IN_TURN.search(asked.sentence.text)
        or any(year in asked.answer for year in years)
        or openness.is_one_of_many(asked)
    )


def _stand(analysis: Analysis, asked: Asked, three: Three) -> bool:
    return len(set(three)) == WRONG and all(
        truth.is_wrong(analysis, asked, other) for other in three
    )


def _first(analysis: Analysis, asked: Asked, pool: Iterable[str]) -> Three | None:
    """Return the first three that do not clash with each other."""
    chosen: list[str] = []
    for candidate in pool:
        if not truth.clashes(analysis, asked, candidate, chosen):
            chosen.append(candidate)
        if len(chosen) == WRONG:
            return chosen[0], chosen[1], chosen[2]
    return None


def _candidates(analysis: Analysis, asked: Asked, rng: random.Random) -> list[str]:
    if asked.kind in TIMES | QUANTITIES:
        return [] if openness.is_inexact(asked) else _near(analysis, asked, rng)
    is_open = openness.is_open(asked)
    if openness.names_some(asked) or (is_open and asked.kind in _OF_MANY):
        return []
    if asked.kind is Kind.PLACE and not openness.has_one_place(asked):
        return []
    if asked.kind is Kind.TERM:
        found = terms.near(analysis, asked, rng)
    elif asked.kind not in NAMES or not _is_one_name(analysis, asked):
        return []
    elif asked.kind is Kind.PERSON:
        found = [] if _tells_only_where(asked) else people.near(analysis, asked, rng)
    else:
        found = names.near(analysis, asked, rng)
    if is_open:
        own = {name for told_of in told.of(analysis).names.values() for name in told_of}
        found = [other for other in found if without_article(other) in own]
    return [other for other in found if _is_alike_in_length(asked.answer, other)]


def _near(analysis: Analysis, asked: Asked, rng: random.Random) -> list[str]:
    """Return times and amounts near the right one."""
    if asked.kind is Kind.TIME_OF_DAY:
        return dates.on_the_clock(asked.answer, rng)
    if asked.kind in TIMES:
        return times.near(asked.answer, analysis.latest_year, rng)
    if asked.kind is Kind.AGE:
        return amounts.ages(asked.answer, rng)
    return amounts.near(asked.answer, rng)


def _is_one_name(analysis: Analysis, asked: Asked) -> bool:
    """Tell whether the answer is one name, whole, that the text does not say everywhere."""
    name = without_article(asked.answer)
    if asked.kind is Kind.NATIONALITY:
        return True
    if analysis.is_everywhere(name) or (asked.kind is Kind.PERSON and name != asked.answer):
        return False
    mention = asked.sentence.mention_at(asked.last - 1)
    return mention is not None and mention.text == name


def _tells_only_where(asked: Asked) -> bool:
    """Tell whether others may have lived in or gone to the same place at another time."""
    verbs = {word.lemma for word in asked.sentence.words if word.pos == "VERB"}
    return bool(verbs & listed("motion_verbs")) and not re.search(r"\d{3}", asked.prompt)


def _is_alike_in_length(answer: str, other: str) -> bool:
    apart = abs(len(other) - len(answer))
    return apart <= _LETTERS or _SHORTEST * len(answer) <= len(other) <= _LONGEST * len(
        answer
    )
