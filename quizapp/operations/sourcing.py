"""The sentence behind a question: which it may be, and another in its place."""

from dataclasses import dataclass, replace

from quizapp.bank import Bank, Session, decks, questions
from quizapp.domain.article import Article, Place, Span
from quizapp.domain.deed import Did
from quizapp.domain.question import QuestionId, StoredQuestion, solution
from quizapp.domain.source import Source


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the article that a question is about."""

    span: Span
    words: str
    place: Place


def sentences(bank: Bank, question: QuestionId) -> tuple[Sentence, ...]:
    """Return the sentences a question may have come from; none where its deck has no article."""
    with bank.read() as session:
        article = _article(session, questions.get(session, question))
    if article is None:
        return ()
    return tuple(
        Sentence(span, span.of(article.text), article.place(span))
        for span in article.sentences
    )


def change(bank: Bank, question: QuestionId, sentence: Span) -> None:
    """Give a question another source; where its answer is not in it, all of it is the answer.

    Raises ValueError where the article has no such sentence.
    """
    with bank.write(Did.EDITED) as session:
        stored = questions.get(session, question)
        article = _article(session, stored)
        if article is None or sentence not in article.sentences:
            raise ValueError(f"no sentence of the article: {sentence}")
        source = Source(article.id, sentence, _answer(article, sentence, stored))
        questions.replace(session, replace(stored, source=source))


def _article(session: Session, stored: StoredQuestion) -> Article | None:
    if stored.source is not None:
        return decks.article(session, stored.source.article)
    deck = decks.of_question(session, stored.id)
    return None if deck.article is None else decks.article(session, deck.article)


def _answer(article: Article, sentence: Span, stored: StoredQuestion) -> Span:
    """Return where the answer stands in a sentence, upper and lower case alike."""
    words, answer = sentence.of(article.text), solution(stored.question)
    at = words.find(answer)
    if at < 0 and len(words.lower()) == len(words):
        at = words.lower().find(answer.lower())
    if at < 0:
        return sentence
    return Span(sentence.start + at, sentence.start + at + len(answer))
