"""Study: draw the next question, answer it, take the answer back."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, tzinfo
from random import Random

from quizapp.bank import Bank, Session, decks, history, questions, reviews
from quizapp.bank import asked as marked
from quizapp.domain.article import Article, Place, Span
from quizapp.domain.day import Day, day_of
from quizapp.domain.deed import Did
from quizapp.domain.excerpt import around
from quizapp.domain.question import (
    DeckId,
    MultipleChoice,
    QuestionId,
    StoredQuestion,
    kind_of,
)
from quizapp.domain.review import Memory, Rating, Review
from quizapp.domain.source import Source
from quizapp.domain.waiting import Waiting
from quizapp.operations.history import take_back_answer
from quizapp.schedule import memory as remembering
from quizapp.schedule import queue
from quizapp.settings import Settings

AT_MOST_WAITING = 20
"""Questions looked at to choose the next due one, those put off not counted."""
EXCERPT = 32
"""Characters of context on each side of a mention."""


@dataclass(frozen=True, slots=True)
class Line:
    """One session's line: which deck, which new questions, what was put off.

    A drill asks just its questions, in their order, each once, whenever they are due.
    """

    deck: DeckId | None
    """None: the whole Library."""
    new: tuple[QuestionId, ...]
    later: tuple[QuestionId, ...] = ()
    drill: tuple[QuestionId, ...] | None = None

    def put_off(self, question: QuestionId) -> "Line":
        """Return the line with a question at its end."""
        waiting = self.later if self.drill is None else self.drill
        moved = (*(other for other in waiting if other != question), question)
        if self.drill is None:
            return replace(self, later=moved)
        return replace(self, drill=moved)

    def answered(self, question: QuestionId) -> "Line":
        """Return the line after a question's answer: a drill asks it no more."""
        if self.drill is None:
            return self
        return replace(
            self, drill=tuple(other for other in self.drill if other != question)
        )


@dataclass(frozen=True, slots=True)
class Mention:
    """Where else in the article some words stand."""

    paragraph: int
    """From one."""
    excerpt: str


@dataclass(frozen=True, slots=True)
class Quote:
    """The sentence a question came from, verbatim."""

    sentence: str
    answer: Span
    """The answer's place in `sentence`."""
    place: Place
    elsewhere: Mapping[str, Mention] = field(default_factory=dict)
    """For a wrong option that the article mentions elsewhere: where."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A question to ask now, with all that its card shows."""

    asked: StoredQuestion
    deck: DeckId
    deck_title: str
    memory: Memory | None
    """None: asked for the first time."""
    recall_chance: float | None
    """The chance of recall now, 0 to 1; None the first time."""
    waits: Mapping[Rating, timedelta]
    left: int
    """Questions still to come in this line, this one included."""
    quote: Quote | None = None
    options: tuple[str, ...] = ()
    """The options of multiple choice in the order to show."""
    flagged: bool = False
    """Marked by the learner to be looked at again."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer that is on disk."""

    review: Review

    @property
    def wait(self) -> timedelta:
        """When the question comes back."""
        return self.review.scheduled


def begin(
    bank: Bank,
    settings: Settings,
    deck: DeckId | None,
    now: datetime,
    zone: tzinfo,
    extra_new: int = 0,
) -> Line:
    """Return the line of a new session.

    New questions are those the day's limit still allows, and `extra_new` more.
    """
    day = day_of(now, zone, settings.day_starts_at)
    with bank.read() as session:
        return Line(deck, new_today(session, settings, deck, day, extra_new))


def new_today(
    session: Session, settings: Settings, deck: DeckId | None, day: Day, extra: int = 0
) -> tuple[QuestionId, ...]:
    """Return the new questions that the day's limit still allows, and `extra` more.

    Who asks for more is given also those that wait because their fact was asked today.
    """
    left = max(0, settings.new_a_day - reviews.new_since(session, day.start))
    told = reviews.sources_since(session, day.start)
    chosen = queue.new_for_today(
        questions.fresh(session, deck), told, left + extra, told_too=extra > 0
    )
    return tuple(waiting.question for waiting in chosen)


def go_over(hardest: tuple[QuestionId, ...]) -> Line:
    """Return a drill on the hardest questions of a session."""
    return Line(deck=None, new=(), drill=hardest)


def draw(
    bank: Bank, settings: Settings, line: Line, now: datetime, zone: tzinfo, rng: Random
) -> Drawn | None:
    """Return the next question of the line, None when the session is done."""
    day = day_of(now, zone, settings.day_starts_at)
    with bank.read() as session:
        if line.drill is not None:
            left = len(line.drill)
            return (
                _drawn(session, settings, line.drill[0], left, now, rng) if left else None
            )
        at_most = AT_MOST_WAITING + len(line.later)
        waiting = questions.waiting(session, line.deck, day.end, at_most)
        new = questions.still_new(session, line.new)
        due = [one.source for one in waiting if one.source is not None]
        asked_today = reviews.sources_on(session, due, day.start)
        fresh = [Waiting(question, None, None, None) for question in new]
        chosen = queue.first(
            [*waiting, *fresh], now, later=line.later, asked_today=asked_today
        )
        if chosen is None:
            return None
        left = questions.due_count(session, line.deck, day.end) + len(new)
        return _drawn(session, settings, chosen, left, now, rng)


def answer(
    bank: Bank,
    settings: Settings,
    question: QuestionId,
    rating: Rating,
    now: datetime,
    took: timedelta,
    *,
    hinted: bool = False,
) -> Answered:
    """Keep an answer; when this returns it is on disk."""
    with bank.write(Did.ANSWERED) as session:
        return _keep(session, settings, question, rating, now, took, hinted=hinted)


def rate_otherwise(
    bank: Bank, settings: Settings, question: QuestionId, rating: Rating
) -> Answered:
    """Keep another rating in the place of the last answer, which was to this question.

    Raises ValueError where the last answer was to another one.
    """
    with bank.write(Did.ANSWERED, joins=True) as session:
        last = reviews.undo_last(session)
        if last is None or last.question != question:
            raise ValueError("the last answer was to another question")
        session.flush()
        return _keep(
            session, settings, question, rating, last.at, last.took, hinted=last.hinted
        )


def undo(bank: Bank) -> QuestionId | None:
    """Take the last answer back, whenever it was given; None where there is none."""
    with bank.write() as session:
        review = reviews.newest(session)
        deed = history.last(session)
        if review is None:
            return None
        if deed is None:
            take_back_answer(session)
        elif deed.did is Did.ANSWERED:
            history.undo(session)
        else:
            reviews.undo_last(session)
    return review.question


def set_aside(bank: Bank, question: QuestionId) -> None:
    """Suspend a question until it is brought back."""
    with bank.write(Did.SET_ASIDE) as session:
        questions.set_aside(session, question, aside=True)


def bring_back(bank: Bank, question: QuestionId) -> None:
    """Put a question that was set aside in line again; just set aside, it is undone."""
    with bank.write(Did.BROUGHT_BACK) as session:
        deed = history.last(session)
        if deed == history.Deed(Did.SET_ASIDE, frozenset({question.hex})):
            history.undo(session)
        else:
            questions.set_aside(session, question, aside=False)


def flag(bank: Bank, question: QuestionId, *, flagged: bool) -> None:
    """Mark a question to be looked at again, or take the mark off."""
    with bank.write(Did.FLAGGED) as session:
        marked.flag(session, question, flagged=flagged)


def again(
    bank: Bank,
    settings: Settings,
    question: QuestionId,
    left: int,
    now: datetime,
    rng: Random,
) -> Drawn:
    """Return one question to be shown again, as after an undo, whatever the line says."""
    with bank.read() as session:
        return _drawn(session, settings, question, left, now, rng)


def quote_of(session: Session, asked: StoredQuestion) -> Quote | None:
    """Return the sentence a question came from; None for one without a source."""
    source = asked.source
    if source is None:
        return None
    article = decks.article(session, source.article)
    if article is None:
        return None
    start = source.sentence.start
    wrong = asked.question.wrong if isinstance(asked.question, MultipleChoice) else ()
    mentions = {option: _mention(article, source, option) for option in wrong}
    return Quote(
        sentence=source.sentence.of(article.text),
        answer=Span(source.answer.start - start, source.answer.end - start),
        place=article.place(source.sentence),
        elsewhere={
            option: found for option, found in mentions.items() if found is not None
        },
    )


def _keep(
    session: Session,
    settings: Settings,
    question: QuestionId,
    rating: Rating,
    now: datetime,
    took: timedelta,
    *,
    hinted: bool,
) -> Answered:
    by = remembering.scheduler(settings.desired_retention)
    card = questions.card(session, question)
    review = Review(
        question=question,
        kind=kind_of(card.asked.question),
        at=now,
        rating=rating,
        took=took,
        before=card.memory,
        after=remembering.after(question, card.memory, rating, now, by),
        weights=tuple(by.parameters),
        desired_retention=settings.desired_retention,
        hinted=hinted,
    )
    reviews.record(session, review)
    return Answered(review)


def _drawn(
    session: Session,
    settings: Settings,
    question: QuestionId,
    left: int,
    now: datetime,
    rng: Random,
) -> Drawn:
    card = questions.card(session, question)
    asked, memory = card.asked, card.memory
    by = remembering.scheduler(settings.desired_retention)
    return Drawn(
        asked=asked,
        deck=card.deck,
        deck_title=card.deck_title,
        memory=memory,
        recall_chance=None if memory is None else remembering.recall_chance(memory, now),
        waits=remembering.waits(question, memory, now, by),
        left=left,
        quote=quote_of(session, asked),
        options=_shuffled(asked, rng),
        flagged=card.flagged,
    )


def _mention(article: Article, source: Source, words: str) -> Mention | None:
    """Return the first whole-word mention outside the question's own sentence."""
    at = -1
    while (at := article.text.find(words, at + 1)) >= 0:
        found = Span(at, at + len(words))
        paragraph = article.paragraph_of(found)
        edges = article.text[at - 1 : at] + article.text[found.end : found.end + 1]
        if (
            paragraph is None
            or source.sentence.touches(found)
            or any(map(str.isalnum, edges))
        ):
            continue
        return Mention(paragraph, _excerpt(article, found))
    return None


def _excerpt(article: Article, found: Span) -> str:
    """Return the words around a mention, cut at words, within its sentence."""
    sentence = next((s for s in article.sentences if s.holds(found)), found)
    return around(article.text, sentence, found, EXCERPT).words


def _shuffled(asked: StoredQuestion, rng: Random) -> tuple[str, ...]:
    if not isinstance(asked.question, MultipleChoice):
        return ()
    options = [asked.question.right, *asked.question.wrong]
    rng.shuffle(options)
    return tuple(options)
