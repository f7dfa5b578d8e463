"""A bank as large as a learner's may become: 10,000 questions, 100 decks, 20,000 answers.

One deck has an article of 2,500 sentences with a question on each; another article waits to be
reviewed with 2,000 questions. Beside the bank lies a set of 10,000 questions to import.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from quizapp.bank import Bank, decks, open_bank, questions, reviews
from quizapp.domain.article import Article, Passage, PassageKind, Span
from quizapp.domain.draft_deck import DraftDeck, Proposal
from quizapp.domain.question import (
    Draft,
    Flashcard,
    Gap,
    MultipleChoice,
    Question,
    QuestionKind,
    StoredQuestion,
    TypedAnswer,
    generated_deck_id,
)
from quizapp.domain.question_set import QuestionSet
from quizapp.domain.review import Memory, Phase, Rating, Review
from quizapp.domain.source import Source
from quizapp.exchange import quizset
from quizapp.generation.hints import Hint
from quizapp.operations import drafts
from quizapp.schedule.memory import WEIGHTS

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
QUESTIONS, DECKS, ANSWERS, DUE = 10_000, 100, 20_000, 200
LONG, DRAFTED = 2_500, 2_000
"""Sentences of the long article, and questions of the draft."""
_DAY, _TOOK = timedelta(days=1), timedelta(seconds=10)
_PARAGRAPH = 8
"""Sentences."""


def make(folder: Path) -> tuple[Path, Path]:
    """Make the bank and the set in a folder; return both paths."""
    bank_path, set_path = folder / "quizapp.bank", folder / "imported.quizset"
    rng = Random(1)
    others = DECKS - 1
    each, more = divmod(QUESTIONS - LONG, others)
    sizes = [LONG, *(each + (number < more) for number in range(others))]
    with open_bank(bank_path) as bank:
        stored = [
            _add_deck(bank, number, size, NOW - (90 - number / 2) * _DAY)
            for number, size in enumerate(sizes)
        ]
        _answer(bank, [one for deck in stored for one in deck], rng)
        _add_draft(bank)
    written = _deck_of(article(5000, QUESTIONS), 5000)
    imported = QuestionSet("Imported", tuple(replace(one, source=None) for one in written))
    set_path.write_bytes(quizset.dump(imported))
    return bank_path, set_path


def article(number: int, sentences: int) -> Article:
    """Return an article in paragraphs; its sentences are about a hundred characters long."""
    text, passages = f"Article {number}\n\n", []
    for first in range(0, sentences, _PARAGRAPH):
        spans = []
        for one in range(first, min(first + _PARAGRAPH, sentences)):
            said = (
                f"In the year {1000 + one} of record {number}, engineer {number}-{one} drew "
                "a dam above the town and the valley."
            )
            spans.append(Span(len(text), len(text) + len(said)))
            text += f"{said} "
        whole = Span(spans[0].start, spans[-1].end)
        passages.append(Passage(PassageKind.PARAGRAPH, whole, tuple(spans)))
        text += "\n\n"
    return Article(f"Article {number}", text, tuple(passages))


def asked(number: int, one: int) -> Question:
    """Return one question of each kind in turn."""
    year = str(1000 + one)
    prompt = f"When did engineer {number}-{one} draw a dam?"
    match one % 4:
        case 0:
            return Flashcard(prompt, year)
        case 1:
            return MultipleChoice(prompt, year, ("701", "811", "921"))
        case 2:
            return Gap("In the year ", year, f" of record {number}, a dam was drawn.")
        case _:
            return TypedAnswer(prompt, year)


def _drafts(made: Article, number: int) -> list[Draft]:
    found = []
    for one, sentence in enumerate(made.sentences):
        start = sentence.start + len("In the year ")
        year = Span(start, start + len(str(1000 + one)))
        found.append(Draft(asked(number, one), Source(made.id, sentence, year)))
    return found


def _deck_of(made: Article, number: int) -> list[StoredQuestion]:
    return [StoredQuestion(d.id, d.question, d.source) for d in _drafts(made, number)]


def _add_deck(bank: Bank, number: int, size: int, added: datetime) -> list[StoredQuestion]:
    made = article(number, size)
    deck = decks.Deck(generated_deck_id(made.id), made.title, made.id, added)
    stored = _deck_of(made, number)
    with bank.write() as session:
        decks.add(session, deck, made)
        questions.add(session, deck.id, stored)
    return stored


def _answer(bank: Bank, stored: list[StoredQuestion], rng: Random) -> None:
    """Answer every other question equally often; `DUE` of them are due."""
    known = stored[::2]
    rounds = ANSWERS // len(known)
    due = {one.id for one in rng.sample(known, DUE)}
    for first in range(0, len(known), 500):
        with bank.write() as session:
            for one in known[first : first + 500]:
                memory = None
                for round_ in range(rounds):
                    last = round_ == rounds - 1
                    review = _review(one, memory, rng, last=last, due=one.id in due)
                    reviews.record(session, review)
                    memory = review.after


def _review(
    stored: StoredQuestion, before: Memory | None, rng: Random, *, last: bool, due: bool
) -> Review:
    since = NOW - 90 * _DAY if before is None else before.last
    at = since + rng.uniform(1, 25) * _DAY
    soon = NOW - rng.random() * _DAY if due else NOW + rng.uniform(1, 60) * _DAY
    next_time = soon if last else at + 20 * _DAY
    after = Memory(
        rng.uniform(2, 60), rng.uniform(1, 10), Phase.REVIEW, None, next_time, at
    )
    return Review(
        stored.id,
        QuestionKind.FLASHCARD,
        at,
        Rating.GOOD,
        _TOOK,
        before,
        after,
        WEIGHTS,
        0.9,
    )


def _add_draft(bank: Bank) -> None:
    number = 9000
    made = article(number, DRAFTED)
    proposals = tuple(
        Proposal(
            one.id, one.question, one.source, (Hint.LONG_ANSWER,) if at % 5 == 0 else ()
        )
        for at, one in enumerate(_drafts(made, number))
    )
    drafts.restore(bank, DraftDeck(made.title, made, proposals, NOW))
