"""What each format can carry: one table, for the writers, the dialog and the loss report.

A writer asks `kept` which questions it writes; whoever is about to export asks `losses` what
becomes of each: dropped, shortened or changed, and why. Nothing is lost that is not told.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from quizapp.domain.question import (
    Gap,
    MultipleChoice,
    Question,
    QuestionId,
    QuestionKind,
    StoredQuestion,
    TypedAnswer,
    kind_of,
    prompt_of,
    solution,
)
from quizapp.domain.question_set import QuestionSet
from quizapp.exchange import fits
from quizapp.exchange.hindrances import arrow, gap_misread, like_an_option

ALL_KINDS = frozenset(QuestionKind)
CHOICE = frozenset({QuestionKind.MULTIPLE_CHOICE})
CARDS = frozenset({QuestionKind.FLASHCARD})

Hindrance = Callable[[Question], str | None]
"""Says why a format cannot hold a question, None where it can."""


class Fate(StrEnum):
    """What becomes of a question."""

    DROPPED = "dropped"
    SHORTENED = "shortened"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Loss:
    """What one question loses in a format; `why` is a sentence for the person."""

    question: QuestionId
    fate: Fate
    why: str


@dataclass(frozen=True, slots=True)
class Carries:
    """What a format can hold."""

    kinds: frozenset[QuestionKind] = ALL_KINDS
    """Those that come back as they went."""
    becomes: Mapping[QuestionKind, str] = field(default_factory=dict)
    """How another kind is written, as a sentence; a kind named in neither is dropped."""
    only: str = ""
    """Why other kinds are dropped: "Kahoot takes multiple choice only."."""
    prompt: int | None = None
    """The most characters of a question; a longer one is dropped, never cut."""
    answer: int | None = None
    """The most characters of an answer or an option."""
    options: int | None = None
    """The most options of a multiple choice."""
    lines: bool = True
    """Whether line breaks stay; else they become spaces."""
    accepted: bool = True
    """Whether other right answers stay."""
    tags: bool = True
    ids: bool = True
    source: bool = True
    """Whether the source sentence comes along."""
    sourceless: frozenset[QuestionKind] = frozenset()
    """The kinds it does not come along with."""
    tag_signs: str = ""
    """Signs that no tag can hold."""
    hindrances: tuple[Hindrance, ...] = ()
    """What else keeps a question out."""
    warnings: tuple[Hindrance, ...] = ()
    """What else is changed in a question."""
    pictures: bool = True
    """Whether its picture and the picture's description come along."""


_CARD = "It becomes a flashcard: its options are left out."
_SHOWN = {
    QuestionKind.MULTIPLE_CHOICE: _CARD,
    QuestionKind.GAP: "It becomes a flashcard.",
    QuestionKind.TYPED: "It becomes a flashcard.",
}
_ASKED_OPENLY = dict.fromkeys(
    ALL_KINDS - CHOICE, "It becomes a question with an open answer."
)
_GAME = Carries(
    kinds=CHOICE,
    only="It takes multiple choice only.",
    options=4,
    lines=False,
    tags=False,
    ids=False,
    source=False,
    pictures=False,
)
_PRINT = Carries(tags=False, warnings=(fits.not_in_our_fonts,))
_MOODLE = Carries(
    becomes={
        QuestionKind.FLASHCARD: "It becomes an essay: the answer is shown afterwards."
    },
    kinds=ALL_KINDS - CARDS,
    warnings=(gap_misread,),
)
_QTI = Carries(
    kinds=ALL_KINDS - CARDS,
    becomes={QuestionKind.FLASHCARD: "It becomes an open question, marked by hand."},
    tags=False,
)

CARRIES: dict[str, Carries] = {
    "quizset": Carries(),
    "anki": Carries(tag_signs=" "),
    "kahoot": replace(
        _GAME, only="Kahoot takes multiple choice only.", prompt=120, answer=75
    ),
    "blooket": replace(
        _GAME,
        only="Blooket's sheet takes multiple choice only.",
        warnings=(fits.formula_in_csv,),
    ),
    "gimkit": replace(
        _GAME,
        only="Gimkit's sheet takes multiple choice only.",
        warnings=(fits.formula_in_csv,),
    ),
    "wayground": Carries(
        kinds=ALL_KINDS - {QuestionKind.FLASHCARD},
        only="Wayground has no flashcards in a quiz.",
        options=fits.MOST_IN_WAYGROUND,
        lines=False,
        tags=False,
        ids=False,
        warnings=(fits.more_than_wayground_takes,),
        pictures=False,
    ),
    "canvas": replace(_MOODLE, tags=False, sourceless=CARDS),
    "qti21": _QTI,
    "qti22": _QTI,
    "qti30": _QTI,
    "h5p": Carries(
        kinds=ALL_KINDS - CARDS,
        only="H5P's question set has no flashcards.",
        tags=False,
        hindrances=(fits.blank_misread,),
    ),
    "print": _PRINT,
    "print-word": Carries(tags=False),
    "cards": replace(_PRINT, accepted=False, prompt=400, answer=200, options=8),
    "forms-word": Carries(
        kinds=CHOICE,
        becomes=_ASKED_OPENLY,
        lines=False,
        accepted=False,
        tags=False,
        source=False,
    ),
    "moodle-xml": _MOODLE,
    "gift": replace(
        _MOODLE,
        hindrances=(arrow,),
        tag_signs="<>`[]\\",
        sourceless=CARDS,
        pictures=False,
    ),
    "aiken": Carries(
        kinds=CHOICE,
        only="Aiken takes multiple choice only.",
        options=26,
        lines=False,
        tags=False,
        ids=False,
        source=False,
        hindrances=(like_an_option,),
        pictures=False,
    ),
    "anki-text": Carries(
        accepted=False,
        tag_signs=" ",
        sourceless=frozenset({QuestionKind.TYPED}),
        pictures=False,
    ),
    "tsv": Carries(
        kinds=CARDS,
        becomes=_SHOWN,
        lines=False,
        accepted=False,
        tags=False,
        ids=False,
        source=False,
        pictures=False,
    ),
    "csv": Carries(tag_signs=";", warnings=(gap_misread,), pictures=False),
    "json": Carries(),
    "markdown": Carries(tag_signs=",", warnings=(gap_misread,)),
    "google-forms": Carries(
        kinds=ALL_KINDS - CARDS,
        becomes={QuestionKind.FLASHCARD: "It becomes a long answer, marked by you."},
        tags=False,
        ids=False,
        pictures=False,
    ),
}
"""By the format's name."""


def losses(name: str, question_set: QuestionSet) -> tuple[Loss, ...]:
    """Return what the format called `name` would lose of the set, question by question."""
    carries = CARRIES[name]
    found: list[Loss] = []
    for stored in question_set.questions:
        why = _why_dropped(carries, stored.question)
        if why is not None:
            found.append(Loss(stored.id, Fate.DROPPED, why))
            continue
        found += [Loss(stored.id, Fate.CHANGED, why) for why in _changes(carries, stored)]
        found += [Loss(stored.id, Fate.SHORTENED, why) for why in _left(carries, stored)]
    return tuple(found)


def kept(name: str, question_set: QuestionSet) -> tuple[StoredQuestion, ...]:
    """Return the questions that the format called `name` can hold."""
    carries = CARRIES[name]
    return tuple(
        stored
        for stored in question_set.questions
        if _why_dropped(carries, stored.question) is None
    )


def one_line(text: str) -> str:
    """Return a text without line breaks, as a format writes it whose `lines` is False."""
    return " ".join(text.split()) if len(text.splitlines()) > 1 else text


def _why_dropped(carries: Carries, question: Question) -> str | None:
    kind = kind_of(question)
    if kind not in carries.kinds and kind not in carries.becomes:
        return carries.only
    if carries.prompt is not None and len(prompt_of(question)) > carries.prompt:
        return f"Its question is longer than {carries.prompt} characters."
    shown = _answers(question)
    if carries.answer is not None and max(map(len, shown)) > carries.answer:
        return f"One of its answers is longer than {carries.answer} characters."
    most = carries.options if isinstance(question, MultipleChoice) else None
    if most is not None and len(shown) > most:
        return f"It has more than {most} options."
    return next(filter(None, (why(question) for why in carries.hindrances)), None)


def _changes(carries: Carries, stored: StoredQuestion) -> list[str]:
    """Return what is written otherwise than it stands here."""
    question = stored.question
    found = [carries.becomes[kind_of(question)]] if _turns(carries, question) else []
    texts = (prompt_of(question), *_answers(question))
    if not carries.lines and any(one_line(text) != text for text in texts):
        found.append("Its line breaks become spaces.")
    return found + [why for rule in carries.warnings if (why := rule(question))]


def _left(carries: Carries, stored: StoredQuestion) -> list[str]:
    """Return what of a question stays behind."""
    question, found = stored.question, []
    if (
        not carries.accepted
        and isinstance(question, Gap | TypedAnswer)
        and question.accepted
    ):
        found.append("Its other right answers are left out.")
    if stored.picture is not None and not carries.pictures:
        found.append("Its picture is left out.")
    if stored.tags and not carries.tags:
        found.append("Its tags are left out.")
    if carries.tags and any(set(carries.tag_signs) & set(tag) for tag in stored.tags):
        found.append("Its tags lose signs that the format cannot hold.")
    sourceless = not carries.source or kind_of(question) in carries.sourceless
    if stored.source is not None and sourceless:
        found.append("Its source sentence is left out.")
    if not carries.ids:
        found.append("It carries no id: bringing it in again adds it again.")
    return found


def _turns(carries: Carries, question: Question) -> bool:
    return kind_of(question) not in carries.kinds


def _answers(question: Question) -> tuple[str, ...]:
    if isinstance(question, MultipleChoice):
        return (question.right, *question.wrong)
    if isinstance(question, Gap | TypedAnswer):
        return (question.answer, *question.accepted)
    return (solution(question),)
