"""Generated questions as plain items, best first: the form that `quizapp generate` prints.

An item is what the project's measure of a bank reads: `kind` is flashcard, mcq or cloze; a
typed question is written as a flashcard with what else is `accepted`. Offsets are half-open
and count code points of `text`.
"""

from collections.abc import Sequence
from random import Random
from typing import Any, assert_never

from quizapp.domain.article import Article
from quizapp.domain.question import Draft, Flashcard, Gap, MultipleChoice, TypedAnswer


def to_items(
    article: Article, drafts: Sequence[Draft], generator: str, seconds: float, rng: Random
) -> dict[str, Any]:
    """Return the JSON of generated questions; `rng` draws the order of the options."""
    places = _places(drafts, rng)
    return {
        "generator": generator,
        "seconds": round(seconds, 3),
        "title": article.title,
        "items": [_item(article, draft, places) for draft in drafts],
        "text": article.text,
    }


def _item(article: Article, draft: Draft, places: dict[int, int]) -> dict[str, Any]:
    sentence, answer = draft.source.sentence, draft.source.answer
    return _asked(draft, places) | {
        "source_sentence": sentence.of(article.text),
        "start": sentence.start,
        "end": sentence.end,
        "answer_start": answer.start,
        "answer_end": answer.end,
        "id": str(draft.id),
        "score": round(draft.score, 4),
        "hints": list(draft.hints),
    }


def _asked(draft: Draft, places: dict[int, int]) -> dict[str, Any]:
    match draft.question:
        case Flashcard(front, back):
            return {"kind": "flashcard", "question": front, "answer": back}
        case MultipleChoice(prompt, right, wrong):
            options = list(wrong)
            options.insert(places[id(draft)], right)
            return {"kind": "mcq", "question": prompt, "answer": right, "options": options}
        case Gap(_, answer, _, accepted):
            words = {"question": draft.question.prompt, "answer": answer}
            return {"kind": "cloze", **words, "accepted": list(accepted)}
        case TypedAnswer(prompt, answer, accepted):
            words = {"question": prompt, "answer": answer}
            return {"kind": "flashcard", **words, "accepted": list(accepted)}
        case _:
            assert_never(draft.question)


def _places(drafts: Sequence[Draft], rng: Random) -> dict[int, int]:
    """Return where each key stands: every place equally often, in an order drawn by `rng`."""
    asked = [d for d in drafts if isinstance(d.question, MultipleChoice)]
    places = [number % 4 for number in range(len(asked))]
    rng.shuffle(places)
    return {
        id(draft): min(place, len(draft.question.wrong))
        for draft, place in zip(asked, places, strict=True)
        if isinstance(draft.question, MultipleChoice)
    }
