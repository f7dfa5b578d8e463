"""What was done in a session, so that it can be taken back, the last first."""

from dataclasses import dataclass, replace
from enum import Enum, auto

from quizapp.domain.question import QuestionId, StoredQuestion
from quizapp.operations.study import Drawn, Line


class Did(Enum):
    """What can be taken back."""

    ANSWERED = auto()
    SET_ASIDE = auto()
    PUT_OFF = auto()
    FLAGGED = auto()
    EDITED = auto()


@dataclass(frozen=True, slots=True)
class Deed:
    """One step of the session, and how the line stood before it."""

    did: Did
    question: QuestionId
    line: Line
    left: int
    comes_back: bool = False
    """The question was answered and is asked again in this session."""
    flagged: bool = False
    """It was flagged before."""
    words: StoredQuestion | None = None
    """It was edited: as it was before."""


class Deeds:
    """The steps of one session, in their order."""

    def __init__(self) -> None:
        self._done: list[Deed] = []

    def __bool__(self) -> bool:
        """Tell whether there is anything to take back."""
        return bool(self._done)

    def add(self, deed: Deed) -> None:
        """Take down a step."""
        self._done.append(deed)

    def take_back(self) -> Deed:
        """Return the last step and forget it."""
        return self._done.pop()

    def correct(self, *, comes_back: bool) -> None:
        """Say of the last answer anew whether its question is asked again."""
        at = max(n for n, deed in enumerate(self._done) if deed.did is Did.ANSWERED)
        self._done[at] = replace(self._done[at], comes_back=comes_back)

    @property
    def answered(self) -> int:
        """How many answers were kept."""
        return sum(deed.did is Did.ANSWERED for deed in self._done)

    def place(self, drawn: Drawn, *, drilling: bool) -> tuple[int, int]:
        """Return the question's number among the session's questions, and how many they are.

        A question that comes back keeps its place: the end stays where it was.
        """
        met = {d.question: d.comes_back for d in self._done if d.did is Did.ANSWERED}
        coming_back = 0 if drilling else sum(met.values())
        number = len(met | {drawn.asked.id: True})
        return number, max(number, len(met) + drawn.left - coming_back)
