"""Time the bank at 10,000 questions; run by hand: python -m tests.benchmarks.bench_bank.

Half of the questions have a memory, 200 of them are due. Times are of the processor, in
milliseconds, the median over `--rounds`; the aim is 1 ms for an answer and the next question.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from statistics import median

from quizapp.bank import Bank, decks, open_bank, questions, reviews
from quizapp.domain.article import Article, Passage, PassageKind, Span
from quizapp.domain.question import (
    Draft,
    QuestionKind,
    StoredQuestion,
    generated_deck_id,
)
from quizapp.domain.review import Memory, Phase, Rating, Review
from quizapp.domain.source import Source
from quizapp.operations import decks as library
from quizapp.operations import progress, report, study
from quizapp.schedule.memory import WEIGHTS
from quizapp.settings import Settings
from tests.benchmarks.big_bank import asked

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
DAY = timedelta(days=1)
TOOK = timedelta(seconds=10)
SETTINGS = Settings()
SENTENCES = 40
"""Of each article; every sentence has one question."""


def article(number: int) -> Article:
    """Return an article of `SENTENCES` sentences of about a hundred characters."""
    text, spans = f"Article {number}\n\n", []
    for one in range(SENTENCES):
        said = (
            f"In the year {1000 + one} of record {number}, engineer {number}-{one} drew a dam "
            "above the town and the valley."
        )
        spans.append(Span(len(text), len(text) + len(said)))
        text += f"{said} "
    whole = Span(spans[0].start, spans[-1].end)
    passages = (Passage(PassageKind.PARAGRAPH, whole, tuple(spans)),)
    return Article(f"Article {number}", text, passages)


def drafts(made: Article, number: int) -> list[Draft]:
    """Return a question for each sentence of an article."""
    found = []
    for one, sentence in enumerate(made.sentences):
        start = sentence.start + len("In the year ")
        source = Source(made.id, sentence, Span(start, start + 4))
        found.append(Draft(asked(number, one), source))
    return found


def fill(bank: Bank, count: int, due: int, rng: Random) -> None:
    """Put `count` questions into the bank; every other one was answered, `due` of those are due."""
    left = due
    for number in range(-(-count // SENTENCES)):
        made = article(number)
        deck = decks.Deck(generated_deck_id(made.id), made.title, made.id, NOON - 90 * DAY)
        stored = [
            StoredQuestion(draft.id, draft.question, draft.source)
            for draft in drafts(made, number)
        ]
        with bank.write() as session:
            decks.add(session, deck, made)
            questions.add(session, deck.id, stored)
            for one in stored[::2]:
                reviews.record(session, answered(one, rng, due=left > 0))
                left -= 1


def answered(stored: StoredQuestion, rng: Random, *, due: bool) -> Review:
    """Return an answer of the last three months that leaves a question due, or not."""
    last = NOON - rng.uniform(2, 80) * DAY
    next_time = NOON - rng.random() * DAY if due else NOON + rng.uniform(1, 60) * DAY
    memory = Memory(
        rng.uniform(2, 60), rng.uniform(1, 10), Phase.REVIEW, None, next_time, last
    )
    return Review(
        stored.id,
        QuestionKind.FLASHCARD,
        last,
        Rating.GOOD,
        TOOK,
        None,
        memory,
        WEIGHTS,
        0.9,
    )


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds of processor time that `work` takes."""
    started = time.process_time()
    work()
    return (time.process_time() - started) * 1000


def study_through(bank: Bank, rounds: int) -> tuple[list[float], list[float]]:
    """Return the times of each answer and of each draw, over a session."""
    rng, now = Random(1), NOON
    line = study.begin(bank, SETTINGS, None, now, UTC)
    answers, draws = [], []
    for _ in range(rounds):
        started = time.process_time()
        drawn = study.draw(bank, SETTINGS, line, now, UTC, rng)
        draws.append((time.process_time() - started) * 1000)
        if drawn is None:
            raise SystemExit("the line is too short for so many rounds")
        question = drawn.asked.id
        now += TOOK
        answer = partial(study.answer, bank, SETTINGS, question, Rating.GOOD, now, TOOK)
        answers.append(timed(answer))
    return answers, draws


def show(what: str, times: list[float]) -> None:
    """Print the median and the slowest of some times."""
    print(f"{what:<28}{median(times):9.2f} ms   slowest {max(times):8.2f} ms")


def main() -> None:
    """Fill a bank, time it, print the figures."""
    reader = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    reader.add_argument("--questions", type=int, default=10_000)
    reader.add_argument("--due", type=int, default=200)
    reader.add_argument("--rounds", type=int, default=200)
    chosen = reader.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.bank"
        with open_bank(path) as bank:
            print(f"filling {chosen.questions} questions …")
            fill(bank, chosen.questions, chosen.due, Random(1))
        show("open", [timed(lambda: open_bank(path).close()) for _ in range(3)])
        with open_bank(path) as bank:
            study_all(bank, chosen.rounds)
        print(f"{'file':<28}{path.stat().st_size / 1_000_000:9.1f} MB")


def study_all(bank: Bank, rounds: int) -> None:
    """Time what the window asks of the bank."""
    show(
        "begin a session",
        [timed(partial(study.begin, bank, SETTINGS, None, NOON, UTC)) for _ in range(5)],
    )
    answers, draws = study_through(bank, rounds)
    show("answer", answers)
    show("draw", draws)
    show("answer and draw", [sum(pair) for pair in zip(answers, draws, strict=True)])
    show("undo", [timed(lambda: study.undo(bank)) for _ in range(rounds)])
    show(
        "Library",
        [timed(lambda: library.listing(bank, SETTINGS, NOON, UTC)) for _ in range(5)],
    )
    show(
        "Today",
        [timed(lambda: progress.today(bank, SETTINGS, NOON, UTC)) for _ in range(5)],
    )
    show(
        "Progress",
        [timed(lambda: report.report(bank, SETTINGS, NOON, UTC)) for _ in range(5)],
    )


if __name__ == "__main__":
    main()
