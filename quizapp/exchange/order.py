"""In which order questions and their options are written: drawn from the seed, or plain."""

import re
from random import Random

from quizapp.domain.question import MultipleChoice, StoredQuestion
from quizapp.domain.question_set import QuestionSet
from quizapp.exchange.options import Options


def ordered(
    questions: tuple[StoredQuestion, ...], options: Options, version: int = 0
) -> tuple[StoredQuestion, ...]:
    """Return the questions as version A (0) to D (3) asks them."""
    if not options.shuffle_questions:
        return questions
    drawn = list(questions)
    _rng(options, version, "questions").shuffle(drawn)
    return tuple(drawn)


def answers(stored: StoredQuestion, options: Options, version: int = 0) -> tuple[str, ...]:
    """Return a multiple choice's options in the order they are shown.

    Unshuffled they stand by number, then by letter: the place must not tell which is right.
    """
    asked = stored.question
    if not isinstance(asked, MultipleChoice):
        return ()
    shown = sorted((asked.right, *asked.wrong), key=_natural)
    if options.shuffle_answers:
        _rng(options, version, str(stored.id)).shuffle(shown)
    return tuple(shown)


def explanation(question_set: QuestionSet, stored: StoredQuestion) -> str:
    """Return the sentence that the question came from, "" where it has none."""
    if stored.source is None or question_set.article is None:
        return ""
    return stored.source.sentence.of(question_set.article.text)


def _rng(options: Options, version: int, what: str) -> Random:
    return Random(f"{options.seed}/{version}/{what}")  # noqa: S311 - an order, no secret


def _natural(text: str) -> tuple[float, str, str]:
    number = re.match(r"\d[\d,]*(?:\.\d+)?", text)
    first = float(number.group().replace(",", "")) if number else float("inf")
    return first, text.casefold(), text
