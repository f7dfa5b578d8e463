"""A question before it has a kind: what is asked, and the answer where it stands."""

from dataclasses import dataclass
from enum import StrEnum

from quizapp.domain.article import Span
from quizapp.language.verdicts import Doubt
from quizapp.language.words import Kind, Sentence


class Form(StrEnum):
    """How a question is made from its sentence."""

    SUBJECT = "subject"
    OBJECT = "object"
    INNER = "inner"
    """What a noun or a verb inside a part goes with: revealed the existence of what."""
    ATTRIBUTE = "attribute"
    WHEN = "when"
    WHERE = "where"
    OFTEN = "often"
    DOER = "doer"
    COMPANION = "companion"
    """The noun behind any other preposition."""
    PROCESS = "process"
    AMOUNT = "amount"
    COUNT = "count"
    SHARE = "share"
    REASON = "reason"
    MEANS = "means"
    AIM = "aim"
    CALLED = "called"
    LIFE = "life"
    """Born and died, from the brackets behind a name."""
    ALIAS = "alias"
    ASIDE = "aside"
    """What a comma says of a name."""
    OFFICE = "office"
    STRAIGHT = "straight"
    """In the order of a statement: the fleet consisted of how many ships."""
    GAP = "gap"
    GAP_TERM = "gap of a term"
    GAP_CLIPPED = "gap of a clause"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question asks for: the answer's words, and the words that open and close the question."""

    form: Form
    opening: str
    first: int
    last: int
    """The answer's words, half-open, as places in the sentence."""
    kind: Kind
    closing: str = ""
    stranded: bool = False
    """Its preposition stays where the answer stood: what did they reveal the existence of."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in words and its answer, verbatim in its sentence."""

    form: Form
    sentence: Sentence
    prompt: str
    """Ends with a question mark, or holds one gap."""
    first: int
    last: int
    """The answer's words, half-open, as places in the sentence."""
    kind: Kind
    gap: tuple[str, str] | None = None
    """Of a gap: the text before and after it."""
    chance: float = 0.0
    """That a teacher would keep it, 0 to 1; 0 until it is judged."""
    doubt: Doubt | None = None
    """What speaks most against it, where anything does."""

    @property
    def answer(self) -> str:
        """The answer as it stands in the sentence."""
        return self.sentence.says(self.first, self.last)

    @property
    def span(self) -> Span:
        """The answer's offsets in the article."""
        return self.sentence.reach(self.first, self.last)
