"""Take in what was answered in another program, as if it had been answered here."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from quizapp.bank import Session, reviews
from quizapp.domain.question import QuestionId, QuestionKind
from quizapp.domain.review import AnsweredElsewhere, Memory, Review
from quizapp.schedule import memory as remembering
from quizapp.settings import Settings


def replay(
    session: Session,
    answered: Iterable[AnsweredElsewhere],
    kinds: Mapping[QuestionId, QuestionKind],
    now: datetime,
) -> int:
    """Record answers of the questions in `kinds`, the earliest first; return how many.

    What is remembered after each is reckoned by FSRS with its own weights: the other program's
    figures are not taken over. Answers later than `now` are left out.
    """
    aim = Settings().desired_retention
    by = remembering.scheduler(aim)
    memories: dict[QuestionId, Memory] = {}
    recorded = 0
    for one in answered:
        if one.question not in kinds or one.at > now:
            continue
        before = memories.get(one.question)
        after = remembering.after(one.question, before, one.rating, one.at, by)
        review = Review(
            question=one.question,
            kind=kinds[one.question],
            at=one.at,
            rating=one.rating,
            took=one.took,
            before=before,
            after=after,
            weights=remembering.WEIGHTS,
            desired_retention=aim,
        )
        reviews.record(session, review)
        memories[one.question] = after
        recorded += 1
    return recorded
