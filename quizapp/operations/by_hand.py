"""Write a question by hand on a sentence of an article, or change one that is there."""

from dataclasses import dataclass, replace
from random import Random
from typing import assert_never
from uuid import UUID

from quizapp.bank import Bank, Session, decks, questions
from quizapp.domain.article import Span
from quizapp.domain.deed import Did
from quizapp.domain.question import (
    GAP_MARK,
    DeckId,
    Flashcard,
    Gap,
    MultipleChoice,
    Origin,
    Question,
    QuestionId,
    QuestionKind,
    StoredQuestion,
    TypedAnswer,
    kind_of,
    once_edited,
    prompt_of,
    solution,
)
from quizapp.domain.source import Source


@dataclass(frozen=True, slots=True)
class Form:
    """What stands in the fields of an editor, good or not yet."""

    kind: QuestionKind
    prompt: str = ""
    """What is asked; of a gap its sentence, the gap drawn as four underscores."""
    answer: str = ""
    wrong: tuple[str, ...] = ()
    """The wrong options of multiple choice."""
    accepted: tuple[str, ...] = ()
    """Other answers that count as right, of a gap or a typed answer."""


def form_of(question: Question) -> Form:
    """Return a question as the fields of an editor."""
    wrong = question.wrong if isinstance(question, MultipleChoice) else ()
    accepted = question.accepted if isinstance(question, Gap | TypedAnswer) else ()
    return Form(kind_of(question), prompt_of(question), solution(question), wrong, accepted)


def question_of(form: Form) -> Question:
    """Return the question that the fields make; raises ValueError where they make none."""
    prompt, answer = form.prompt.strip(), form.answer.strip()
    accepted = tuple(other.strip() for other in form.accepted if other.strip())
    match form.kind:
        case QuestionKind.FLASHCARD:
            return Flashcard(prompt, answer)
        case QuestionKind.MULTIPLE_CHOICE:
            wrong = (option.strip() for option in form.wrong)
            return MultipleChoice(prompt, answer, tuple(filter(None, wrong)))
        case QuestionKind.GAP:
            if prompt.count(GAP_MARK) != 1:
                raise ValueError("a gap sentence has one gap")
            before, after = prompt.split(GAP_MARK)
            return Gap(before, answer, after, accepted)
        case QuestionKind.TYPED:
            return TypedAnswer(prompt, answer, accepted)
        case _:
            assert_never(form.kind)


def answer_in(sentence: str, answer: str, near: int = 0) -> Span | None:
    """Return where an answer stands in a sentence word for word, the place nearest to `near`."""
    words = answer.strip()
    found: list[int] = []
    at = sentence.find(words) if words else -1
    while at >= 0:
        found.append(at)
        at = sentence.find(words, at + 1)
    if not found:
        return None
    start = min(found, key=lambda place: abs(place - near))
    return Span(start, start + len(words))


def gap_in(sentence: str, answer: Span) -> str:
    """Return the sentence with a gap in the answer's place, as a form has it."""
    return f"{sentence[: answer.start]}{GAP_MARK}{sentence[answer.end :]}"


def add(
    bank: Bank, deck: DeckId, question: Question, source: Source, rng: Random
) -> QuestionId:
    """Add a question to the end of a deck; its id is drawn from `rng`.

    Raises ValueError where the answer is not what stands at its place in the article.
    """
    new = QuestionId(UUID(int=rng.getrandbits(128), version=4))
    with bank.write(Did.ADDED) as session:
        article = decks.article(session, source.article)
        if article is None or source.sentence not in article.sentences:
            raise ValueError("no sentence of this article")
        if source.answer.of(article.text) != solution(question):
            raise ValueError("the answer does not stand there word for word")
        stored = StoredQuestion(new, question, source, Origin.WRITTEN)
        questions.add(session, deck, [stored])
    return new


def change(bank: Bank, question: QuestionId, new: Question) -> StoredQuestion:
    """Give a question other words and return it as it was; what the learner did stays.

    The mark in its sentence follows the answer, where the new one stands in it.
    """
    with bank.write(Did.EDITED) as session:
        before = questions.get(session, question)
        origin = before.origin
        changed = replace(
            before,
            question=new,
            source=_source(session, before.source, solution(new)),
            origin=once_edited(origin),
        )
        questions.replace(session, changed)
    return before


def put_back(bank: Bank, before: StoredQuestion) -> None:
    """Give a question the words that it had, as `change` returned it."""
    with bank.write(Did.EDITED) as session:
        questions.replace(session, before)


def _source(session: Session, source: Source | None, answer: str) -> Source | None:
    article = None if source is None else decks.article(session, source.article)
    if source is None or article is None:
        return source
    start = source.sentence.start
    near = source.answer.start - start
    found = answer_in(source.sentence.of(article.text), answer, near)
    if found is None:
        return source
    return replace(source, answer=Span(start + found.start, start + found.end))
