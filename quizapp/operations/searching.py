"""Search everything that is kept: decks by their titles, questions by their words."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.bank import Bank, browsing, decks
from quizapp.domain.question import DeckId, QuestionId, QuestionKind
from quizapp.domain.wanted import Wanted, folded, parse, unknown_field

AT_MOST_DECKS, AT_MOST_QUESTIONS = 6, 12


@dataclass(frozen=True, slots=True)
class FoundQuestion:
    """A question whose words were found."""

    id: QuestionId
    deck_title: str
    kind: QuestionKind
    prompt: str
    answer: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What was found, the closest first."""

    decks: tuple[tuple[DeckId, str], ...]
    questions: tuple[FoundQuestion, ...]


def find(bank: Bank, text: str) -> Kept:
    """Return what matches a text; without one the newest decks."""
    wanted = parse(text)
    words = " ".join(wanted.words)
    with bank.read() as session:
        titles = [(deck.id, deck.title) for deck in decks.listing(session)]
        found = browsing.best(session, wanted.words, AT_MOST_QUESTIONS, wanted.without)
    matching = [pair for pair in titles if matches(words, pair[1])]
    return Kept(
        tuple(matching[:AT_MOST_DECKS]),
        tuple(
            FoundQuestion(line.id, line.deck_title, line.kind, line.prompt, line.answer)
            for line in found
        ),
    )


def narrows(text: str) -> bool:
    """Tell whether a search line says more than words: a state, a kind, a deck, tags."""
    wanted = parse(text)
    only_words = Wanted(words=wanted.words, without=wanted.without)
    return wanted != only_words or bool(unknown_field(wanted))


def matches(text: str, title: str) -> bool:
    """Tell whether each word of a text begins a word of a title, accents and case aside."""
    there: Sequence[str] = folded(title).replace("…", " ").split()
    return all(
        any(word.startswith(sought) for word in there) for sought in folded(text).split()
    )
