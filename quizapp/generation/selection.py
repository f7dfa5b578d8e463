"""Which drafts to keep and in what order: cover the text first, ask no fact twice in a row."""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

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
from quizapp.domain.source import Source
from quizapp.generation.attribution import PREFIX
from quizapp.generation.soundness import plain

AGAIN = 0.25
"""What is left of a question for each that was already asked on its sentence."""
SAME_FACT = 0.2
"""What is left of a question whose answer was asked from the same sentence."""
SAME_ANSWER = 0.75
"""What is left of a question for each with the same answer from elsewhere."""
SAME_SORT = 0.9
"""What is left of a question for each of its sort among the last ones."""
LAST = 5
TWINS = 88
"""Likeness from which two prompts with one answer are the same question, of 100."""


def best_first(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts so ordered that any beginning covers the text well.

    One fact is asked at most twice, once to be recalled and once with the answer among options
    or around a gap; the second time behind what else there is to ask.
    """
    order = _Order()
    waiting = [(-draft.score, number) for number, draft in enumerate(drafts)]
    heapq.heapify(waiting)
    while waiting:
        _, number = heapq.heappop(waiting)
        value = order.value(drafts[number])
        if waiting and value < -waiting[0][0] - 1e-9:
            heapq.heappush(waiting, (-value, number))
        elif value > 0:
            order.take(drafts[number])
    return order.taken


class _Order:
    """The drafts taken so far, and what the next one is worth after them."""

    def __init__(self) -> None:
        self.taken: list[Draft] = []
        self._of_sentence: Counter[Span] = Counter()
        self._answers: Counter[str] = Counter()
        self._ways: dict[Span, list[tuple[Span, bool]]] = defaultdict(list)

    def take(self, draft: Draft) -> None:
        """Put a draft behind those taken."""
        self.taken.append(draft)
        self._of_sentence[draft.source.sentence] += 1
        self._answers[plain(solution(draft.question))] += 1
        self._ways[draft.source.sentence].append((draft.source.answer, _shows(draft)))

    def value(self, draft: Draft) -> float:
        """Return what a draft is worth as the next one; 0 where its fact is asked this way."""
        told = [
            shown
            for answer, shown in self._ways[draft.source.sentence]
            if _overlap(answer, draft.source.answer)
        ]
        if _shows(draft) in told:
            return 0.0
        value = draft.score * AGAIN ** self._of_sentence[draft.source.sentence]
        if told:
            value *= SAME_FACT
        value *= SAME_ANSWER ** self._answers[plain(solution(draft.question))]
        alike = sum(_sort(other) == _sort(draft) for other in self.taken[-LAST:])
        return float(value * SAME_SORT**alike)


def without_doubles(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without the gap, and the card in the same words, of a fact that a choice asks.

    The choice, which is rarer, takes the best of their places.
    """
    chosen = {
        draft.source: prompt_of(draft.question)
        for draft in drafts
        if isinstance(draft.question, MultipleChoice)
    }
    best: dict[Source, float] = defaultdict(float)
    for draft in drafts:
        if _is_double(draft, chosen):
            best[draft.source] = max(draft.score, best[draft.source])
    return [
        replace(draft, score=max(draft.score, best[draft.source]))
        if isinstance(draft.question, MultipleChoice)
        else draft
        for draft in drafts
        if not _is_double(draft, chosen)
    ]


def _is_double(draft: Draft, chosen: Mapping[Source, str]) -> bool:
    prompt = chosen.get(draft.source)
    if prompt is None or isinstance(draft.question, MultipleChoice):
        return False
    return isinstance(draft.question, Gap) or prompt_of(draft.question) == prompt


def _shows(draft: Draft) -> bool:
    """Tell whether the learner sees the sentence or the options, and does not recall unaided."""
    return isinstance(draft.question, Gap | MultipleChoice)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


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
