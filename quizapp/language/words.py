"""What the language room says of a text: frozen values, no library's types among them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from quizapp.domain.article import Span
from quizapp.language.inflection import stem
from quizapp.language.lexicon import listed
from quizapp.language.tongue import ENGLISH


class Kind(StrEnum):
    """What a name or a quantity stands for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    NATIONALITY = "nationality"
    EVENT = "event"
    """A war, a treaty, a festival: what happened or happens at one time."""
    WORK = "work"
    """A book, a film, a piece of music."""
    OTHER_NAME = "other name"
    """A name whose kind no second signal confirmed."""
    YEAR = "year"
    DATE = "date"
    PERIOD = "period"
    """A decade, a century, a stretch of years."""
    TIME_OF_DAY = "time of day"
    NUMBER = "number"
    FRACTION = "fraction"
    """Half, two thirds."""
    AGE = "age"
    MONEY = "money"
    PERCENT = "percent"
    MEASURE = "measure"
    """A number with its unit: 60 km."""
    TERM = "term"
    """Common words."""


TIMES = frozenset({Kind.YEAR, Kind.DATE, Kind.PERIOD, Kind.TIME_OF_DAY})
QUANTITIES = frozenset(
    {Kind.NUMBER, Kind.FRACTION, Kind.AGE, Kind.MONEY, Kind.PERCENT, Kind.MEASURE}
)
NAMES = frozenset(
    {
        Kind.PERSON,
        Kind.ORGANISATION,
        Kind.PLACE,
        Kind.NATIONALITY,
        Kind.EVENT,
        Kind.WORK,
        Kind.OTHER_NAME,
    }
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word as the parser reads it; tags are Penn's, relations Universal Dependencies'."""

    text: str
    start: int
    end: int
    lemma: str
    tag: str
    pos: str
    relation: str
    head: int
    """Where its head stands in the sentence; its own place for the root."""
    named: str = ""
    """The parser's guess of the name it belongs to, as `B-PERSON`; empty outside names."""

    @property
    def lower(self) -> str:
        """The word without case."""
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, a time or a quantity in one sentence; `first` to `last` are word places, half-open."""

    kind: Kind
    first: int
    last: int
    text: str

    def covers(self, place: int) -> bool:
        """Tell whether the word at `place` belongs to it."""
        return self.first <= place < self.last


@dataclass(frozen=True)
class Sentence:
    """A sentence of the article, its words and what they name."""

    number: int
    """Counted over the article, from 0."""
    paragraph: int
    span: Span
    text: str
    words: tuple[Word, ...]
    mentions: tuple[Mention, ...] = ()
    meant: dict[int, str] = field(default_factory=dict)
    """Who a pronoun stands for, by the word's place; a pronoun that is not sure is missing."""
    language: str = ENGLISH
    """Its English name; only English sentences have words."""

    @cached_property
    def below(self) -> tuple[tuple[int, ...], ...]:
        """The places of each word's dependents, in order."""
        dependents: list[list[int]] = [[] for _ in self.words]
        for place, word in enumerate(self.words):
            if word.head != place:
                dependents[word.head].append(place)
        return tuple(map(tuple, dependents))

    @cached_property
    def nouns(self) -> frozenset[str]:
        """The lemmas of its common nouns."""
        return frozenset(word.lemma for word in self.words if word.pos in {"NOUN", "PROPN"})

    @cached_property
    def bracketed(self) -> frozenset[int]:
        """The places inside brackets, the brackets among them."""
        found, depth = set(), 0
        for place, word in enumerate(self.words):
            depth += word.text.count("(") + word.text.count("[")
            if depth > 0:
                found.add(place)
            depth = max(0, depth - word.text.count(")") - word.text.count("]"))
        return frozenset(found) if depth == 0 else frozenset()

    def children(self, place: int, *relations: str) -> tuple[int, ...]:
        """Return its dependents of these relations, subtypes included; of any when none is named."""
        if not relations:
            return self.below[place]
        return tuple(
            child
            for child in self.below[place]
            if self.words[child].relation in relations
            or self.words[child].relation.split(":")[0] in relations
        )

    def subtree(self, place: int) -> tuple[int, ...]:
        """Return the places of a word and of all that hangs on it, in order."""
        found, waiting = [], [place]
        while waiting:
            here = waiting.pop()
            found.append(here)
            waiting.extend(self.below[here])
        return tuple(sorted(found))

    def ancestors(self, place: int) -> Iterator[int]:
        """Walk from a word's head up to the root."""
        while self.words[place].head != place:
            place = self.words[place].head
            yield place

    def mention_at(self, place: int) -> Mention | None:
        """Return the name, time or quantity the word belongs to."""
        return next((m for m in self.mentions if m.covers(place)), None)

    def says(self, first: int, last: int) -> str:
        """Return the text from one word to another, as it stands; half-open."""
        start = self.words[first].start - self.span.start
        return self.text[start : self.words[last - 1].end - self.span.start]

    def reach(self, first: int, last: int) -> Span:
        """Return the article's offsets from one word to another, half-open."""
        return Span(self.words[first].start, self.words[last - 1].end)


CONTESTED = 0.25
"""Share of sentences with a word of the list "charged" that makes a text contested."""
FEW = 3
"""Sentences."""
LATELY = 3
"""Sentences back to which "the treaty" points."""
USUALLY = 3
"""Pronouns from which one tells whom a text is about."""
OFTEN = 12
"""Mentions from which a name is no surprise."""


@dataclass(frozen=True)
class Analysis:
    """What a text says: its sentences, and the names that are one thing."""

    sentences: tuple[Sentence, ...]
    aliases: tuple[frozenset[str], ...] = ()
    """Each set holds the names the text gives to one person or thing."""
    topic: str = ""
    """What the text is about, when its title names it; else empty."""
    introduced: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The nouns by which the text introduces each name: a probe, a town."""
    topic_classes: frozenset[str] = frozenset()
    """Lemmas of what the text says its topic is: city, capital."""
    title: str = ""

    @cached_property
    def mentions_of(self) -> Counter[str]:
        """How often each name stands in the text."""
        return Counter(m.text for s in self.sentences for m in s.mentions)

    @cached_property
    def first_told(self) -> dict[str, int]:
        """The number of the sentence that first gives each name."""
        found: dict[str, int] = {}
        for sentence in self.sentences:
            for mention in sentence.mentions:
                found.setdefault(mention.text, sentence.number)
        return found

    @cached_property
    def _openings(self) -> dict[int, int]:
        """The number of each paragraph's first sentence."""
        found: dict[int, int] = {}
        for sentence in self.sentences:
            found.setdefault(sentence.paragraph, sentence.number)
        return found

    def place_in_paragraph(self, sentence: Sentence) -> int:
        """Return how many sentences of its paragraph stand before a sentence."""
        return sentence.number - self._openings[sentence.paragraph]

    @cached_property
    def noun_counts(self) -> Counter[str]:
        """How often each common noun stands in the text, by its dictionary form."""
        return Counter(w.lemma for s in self.sentences for w in s.words if w.pos == "NOUN")

    @cached_property
    def stem_counts(self) -> Counter[str]:
        """How often each word stands in the text, its endings cut off."""
        return Counter(stem(w.lower) for s in self.sentences for w in s.words)

    @cached_property
    def latest_year(self) -> int:
        """The latest year the text names; 0 where it names none."""
        years = [m.text for s in self.sentences for m in s.mentions if m.kind is Kind.YEAR]
        return max((int(year) for year in years if year.isdigit()), default=0)

    @cached_property
    def usual_pronoun(self) -> str:
        """He or she, where the text mostly speaks of one of them; else empty."""
        words = Counter(w.lower for s in self.sentences for w in s.words)
        he = words["he"] + words["his"] + words["him"]
        she = words["she"] + words["her"]
        if he + she < USUALLY:
            return ""
        if he >= 3 * she:
            return "he"
        return "she" if she >= 3 * he else ""

    @cached_property
    def is_contested(self) -> bool:
        """Whether much of the text tells what others may deny: attacks, bans, accusations."""
        charged = sum(
            any({word.lemma, word.lower} & listed("charged") for word in sentence.words)
            for sentence in self.sentences
        )
        return charged >= max(FEW, CONTESTED * len(self.sentences))

    def is_everywhere(self, name: str) -> bool:
        """Tell whether a name fits much of the text: its topic's, or one said again and again."""
        return self.is_topic(name) or self.mentions_of[name] >= OFTEN

    def is_topic(self, name: str) -> bool:
        """Tell whether the text is about what it calls by this name."""
        topic = self.topic.removeprefix("the ")
        return name == topic or self.same_thing(name, topic)

    def takes_article(self, name: str) -> bool:
        """Tell whether the text mostly writes "the" before a name."""
        plain = f" {name}"
        bare = sum(s.text.count(plain) for s in self.sentences)
        return bare < 2 * sum(
            s.text.lower().count(f"the{plain}".lower()) for s in self.sentences
        )

    def named_lately(self, number: int, noun: str) -> str:
        """Return the one thing of this sort that the sentences before `number` named.

        The treaty, where the Treaty of Ghent was named; empty where none or two were.
        """
        lately = self.sentences[max(0, number - LATELY) : number]
        names = {
            m.text
            for sentence in lately
            for m in sentence.mentions
            if m.kind in NAMES and m.kind is not Kind.NATIONALITY
            if noun in self.introduced.get(m.text, ()) or noun in _ends(m.text)
        }
        first = min(names, default="")
        alike = all(name == first or self.same_thing(name, first) for name in names)
        return max(names, key=len) if names and alike else ""

    def full_form(self, number: int, name: str) -> str:
        """Return the one longer name of which a word like Act is short; empty where none is."""
        longer = {
            m.text
            for sentence in self.sentences[: number + 1]
            for m in sentence.mentions
            if m.kind in NAMES and " " in m.text and name in _ends(m.text, small=False)
        }
        return longer.pop() if len(longer) == 1 else ""

    def same_thing(self, one: str, other: str) -> bool:
        """Tell whether the text uses both names for one thing."""
        return any(one in names and other in names for names in self.aliases)

    def names_of(self, name: str) -> frozenset[str]:
        """Return the other names the text gives to the same thing."""
        found = (names for names in self.aliases if name in names)
        return frozenset().union(*found) - {name}


_HEADS = ("event_words", "organisation_words", "place_words", "work_words")


def _ends(name: str, *, small: bool = True) -> tuple[str, ...]:
    """Return the words of a name that may say what it is: its last, and Treaty before "of".

    In Lake Geneva it is the first as well; not in World War II, which is a war.
    """
    words = (name.lower() if small else name).split()
    heads = frozenset().union(*(listed(named) for named in _HEADS))
    opens = words[1:2] == ["of"] or not heads & set(name.lower().split()[1:])
    return (words[0], words[-1]) if opens else (words[-1],)
