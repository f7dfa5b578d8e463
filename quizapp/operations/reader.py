"""Read an article beside what is known of it: its sentences and the questions on each."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, tzinfo

from quizapp import stats
from quizapp.bank import Bank, asked, decks, questions
from quizapp.domain.article import Article, Place, Span
from quizapp.domain.day import day_of, days_between
from quizapp.domain.question import DeckId, StoredQuestion
from quizapp.domain.review import Memory
from quizapp.domain.strip import Band, Segment, band_of
from quizapp.domain.waiting import Counts
from quizapp.operations.decks import chances, strip_of
from quizapp.schedule.memory import HORIZON, recall_chance
from quizapp.settings import Settings


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it stands beside its sentence."""

    stored: StoredQuestion
    band: Band
    days: int | None
    """Study days until it is due, 0 when it is; None: never asked."""
    set_aside: bool
    flagged: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the article, how well it is known, and the questions on it."""

    span: Span
    place: Place
    band: Band
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as the Reader shows it."""

    deck: DeckId
    title: str
    """The deck's: the article keeps its own."""
    article: Article
    sentences: tuple[Sentence, ...]
    known: float
    """How much of the text is known, 0 to 1."""
    counts: Counts

    @property
    def strip(self) -> tuple[Segment, ...]:
        """The text as a strip, a segment a sentence."""
        return tuple(
            Segment(one.span.end - one.span.start, one.band) for one in self.sentences
        )


def opened(
    bank: Bank, settings: Settings, deck: DeckId, now: datetime, zone: tzinfo
) -> Reading | None:
    """Return a deck's article to read; None where the deck is gone or has none."""
    day = day_of(now, zone, settings.day_starts_at)
    with bank.read() as session:
        if not decks.known(session, deck):
            return None
        kept = decks.get(session, deck)
        article = None if kept.article is None else decks.article(session, kept.article)
        if article is None or kept.removed is not None:
            return None
        remembered = questions.remembered(session, deck)
        counts = questions.counts(session, deck, day.end)
        listed = asked.of_deck(session, deck)
    on: defaultdict[Span, list[Asked]] = defaultdict(list)
    for one in listed:
        source = one.stored.source
        if source is not None:
            days = _days(one.memory, now, zone, settings.day_starts_at)
            band = _band(one.memory, now)
            shown = Asked(one.stored, band, days, one.set_aside, one.flagged)
            on[source.sentence].append(shown)
    strip = strip_of(article, remembered, now)
    places = (
        (sentence, Place(number, among))
        for number, paragraph in enumerate(article.paragraphs, start=1)
        for among, sentence in enumerate(paragraph.sentences, start=1)
    )
    sentences = tuple(
        Sentence(sentence, place, segment.band, tuple(on.get(sentence, ())))
        for (sentence, place), segment in zip(places, strip, strict=True)
    )
    known = stats.known(chances(remembered, now))
    return Reading(deck, kept.title, article, sentences, known, counts)


def read_on(
    bank: Bank, settings: Settings, deck: DeckId | None, now: datetime, zone: tzinfo
) -> Reading | None:
    """Return a deck's article to read, or where it cannot be read the `last` one; else None."""
    found = None if deck is None else opened(bank, settings, deck, now, zone)
    if found is not None:
        return found
    other = last(bank)
    return None if other is None else opened(bank, settings, other, now, zone)


def last(bank: Bank) -> DeckId | None:
    """Return the deck to read where none was chosen: studied last, else the newest."""
    with bank.read() as session:
        studied = asked.last_deck(session)
        if studied is not None:
            return studied
        readable = (deck.id for deck in decks.listing(session) if deck.article is not None)
        return next(readable, None)


def _band(memory: Memory | None, now: datetime) -> Band:
    if memory is None:
        return Band.NEW
    return band_of(recall_chance(memory, now + HORIZON))


def _days(memory: Memory | None, now: datetime, zone: tzinfo, starts_at: int) -> int | None:
    if memory is None:
        return None
    return max(0, days_between(now, memory.due, zone, starts_at))
