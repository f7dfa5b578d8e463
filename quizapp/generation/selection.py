"""Which drafts to keep and in what order: cover the text first, ask no fact twice in a row."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from quizapp.domain.article import Span
from quizapp.domain.question import (
    Draft,
    Gap,
    MultipleChoice,
    QuestionKind,
    kind_of,
    prompt_of,
    solution,
)
from quizapp.generation.attribution import PREFIX
from quizapp.generation.soundness import plain

APART = 3
"""Rounds between two questions on one fact."""
MIXING = 0.7
"""How far a turn counts before worth, 0 to 1."""
TWINS = 88
"""Likeness from which two prompts with one answer are the same question, of 100."""


def best_first(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts so ordered that any beginning covers the text well.

    One fact is asked at most twice, once to be recalled and once with the answer among options
    or around a gap, and never close together.
    """
    rounds: dict[int, list[Draft]] = defaultdict(list)
    depth: Counter[Span] = Counter()
    rounds_of: dict[tuple[Span, Span], list[int]] = defaultdict(list)
    asked: set[tuple[Span, Span, bool]] = set()
    for draft in sorted(drafts, key=lambda d: -d.score):
        sentence, answer = draft.source.sentence, draft.source.answer
        way = (sentence, answer, isinstance(draft.question, Gap | MultipleChoice))
        if way in asked:
            continue
        asked.add(way)
        before = rounds_of[sentence, answer]
        place = max([depth[sentence], *(earlier + APART for earlier in before)])
        before.append(place)
        depth[sentence] += 1
        rounds[place].append(draft)
    return [draft for place in sorted(rounds) for draft in mixed(rounds[place])]


def mixed(drafts: Iterable[Draft]) -> list[Draft]:
    """Return one round's drafts, the best first, no kind and no question word long without a turn.

    Each draft waits for its rank within its sort, weighed by how many of the sort there are.
    """
    ranked = sorted(drafts, key=lambda draft: -draft.score)
    counts = Counter(map(_sort, ranked))
    seen: Counter[str] = Counter()
    places: list[tuple[float, int]] = []
    for number, draft in enumerate(ranked):
        sort = _sort(draft)
        turn = (seen[sort] + 0.5) / counts[sort] * len(ranked)
        places.append((MIXING * turn + (1 - MIXING) * number, number))
        seen[sort] += 1
    return [ranked[number] for _, number in sorted(places)]


def _sort(draft: Draft) -> str:
    """Return the kind of question, and of cards also how they open."""
    kind = kind_of(draft.question)
    if kind in {QuestionKind.GAP, QuestionKind.MULTIPLE_CHOICE}:
        return str(kind)
    opening = prompt_of(draft.question).removeprefix(PREFIX).lower()
    return f"card: {'when' if opening.startswith('in which year') else opening.split()[0]}"


def without_twins(drafts: Iterable[Draft]) -> list[Draft]:
    """Return the drafts, best first, without those that ask the same in nearly the same words."""
    kept: list[Draft] = []
    by_answer: dict[tuple[str, QuestionKind], list[str]] = defaultdict(list)
    prompts: dict[str, str] = {}
    for draft in sorted(drafts, key=lambda d: -d.score):
        key = (plain(solution(draft.question)), kind_of(draft.question))
        prompt = plain(prompt_of(draft.question))
        if any(_alike(prompt, other) for other in by_answer[key]):
            continue
        if prompts.setdefault(prompt, key[0]) != key[0]:
            continue
        by_answer[key].append(prompt)
        kept.append(draft)
    return kept


def _alike(one: str, other: str) -> bool:
    return (
        fuzz.token_set_ratio(one, other) >= TWINS
        or fuzz.token_sort_ratio(one, other) >= TWINS
    )
