"""Find questions that ask for nearly the same."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from rapidfuzz import fuzz

from quizapp.bank.browsing import Line
from quizapp.domain.wanted import folded

SAME_WORDS, SHARED_WORDS = 96.0, 90.0
"""Per cent of likeness: enough for two questions alone, and, of their words, beside one answer."""
SAME_ANSWER = 88.0
RARE = 40
"""Questions that may share a word for it to tell of a likeness; common words tell nothing."""


def groups(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines that are near-duplicates, those alike together, each once."""
    prompts = [folded(line.prompt) for line in lines]
    answers = [folded(line.answer) for line in lines]
    leader = list(range(len(lines)))

    def led_by(at: int) -> int:
        while leader[at] != at:
            leader[at] = leader[leader[at]]
            at = leader[at]
        return at

    for one, other in _candidates(prompts, answers):
        if led_by(one) != led_by(other) and _alike(
            (prompts[one], answers[one]), (prompts[other], answers[other])
        ):
            leader[max(led_by(one), led_by(other))] = min(led_by(one), led_by(other))
    found: defaultdict[int, list[Line]] = defaultdict(list)
    for at, line in enumerate(lines):
        found[led_by(at)].append(line)
    return [group for group in found.values() if len(group) > 1]


def _candidates(prompts: list[str], answers: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that share a rare word, or the whole question, the first of them first."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    wholes: defaultdict[str, list[int]] = defaultdict(list)
    for at, prompt in enumerate(prompts):
        wholes[prompt].append(at)
        for word in {*prompt.split(), f"={answers[at]}"}:
            holders[word].append(at)
    for same in wholes.values():
        yield from pairwise(same)
    seen: set[tuple[int, int]] = set()
    for sharing in holders.values():
        if 1 < len(sharing) <= RARE:
            for pair in combinations(sharing, 2):
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def _alike(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether two questions, prompt and answer each, ask for the same."""
    if _figures(one[0]) != _figures(other[0]):
        return False
    if fuzz.token_sort_ratio(one[0], other[0], score_cutoff=SAME_WORDS):
        return True
    shared = fuzz.token_set_ratio(one[0], other[0], score_cutoff=SHARED_WORDS)
    return bool(shared) and fuzz.ratio(one[1], other[1]) >= SAME_ANSWER


def _figures(text: str) -> set[str]:
    return {word.strip(".,;:?!()") for word in text.split() if any(map(str.isdigit, word))}
