"""Choose questions, see what a format makes of them, and write them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from quizapp import files
from quizapp.bank import Bank, questions
from quizapp.bank.questions import Remembered
from quizapp.domain.question import (
    DeckId,
    QuestionId,
    QuestionKind,
    StoredQuestion,
    kind_of,
)
from quizapp.domain.question_set import QuestionSet
from quizapp.domain.strip import Band, band_of
from quizapp.errors import NothingToWrite, UnknownFormat
from quizapp.exchange import FORMATS, Format, Sheet, to_write
from quizapp.exchange.losses import CARRIES, Fate, Loss, kept, losses
from quizapp.exchange.options import TEXT_SIZES, VERSION_NAMES, Options, Paper
from quizapp.exchange.sheet import EXAM, KEY
from quizapp.operations import sharing
from quizapp.operations.decks import chances


class State(StrEnum):
    """How far a learner has come with a question."""

    NEW = "new"
    LEARNING = "learning"
    LEARNED = "learned"
    SET_ASIDE = "set aside"


IN_LINE = frozenset(State) - {State.SET_ASIDE}
"""The states of what is studied."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a question stands with the learner."""

    state: State
    band: Band


@dataclass(frozen=True, slots=True)
class Exportable:
    """A deck's questions with where each stands: what there is to choose from."""

    questions: QuestionSet
    standing: dict[QuestionId, Standing]
    at: datetime
    """When it was looked up: Anki takes a question again only where this is later."""

    @property
    def tags(self) -> tuple[str, ...]:
        """Every tag there is, in order."""
        return tuple(sorted({tag for one in self.questions.questions for tag in one.tags}))


@dataclass(frozen=True, slots=True)
class Choice:
    """Which questions to export; an empty set is every one."""

    tags: frozenset[str] = frozenset()
    kinds: frozenset[QuestionKind] = frozenset()
    states: frozenset[State] = frozenset()
    bands: frozenset[Band] = frozenset()
    most: int | None = None
    """At most so many, the first of the deck, which are the best."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an export would write, and what it would lose."""

    form: Format
    questions: QuestionSet
    options: Options
    chosen: int
    written: int
    labels: tuple[str, ...]
    """Of the files: "" for the only one, else what each name ends in."""
    losses: tuple[Loss, ...]
    set_aside: tuple[QuestionId, ...] = ()
    """Chosen with the others, though no state was asked for."""

    @property
    def dropped(self) -> int:
        """How many of the chosen questions are left out."""
        return self.chosen - self.written


def formats() -> tuple[Format, ...]:
    """Return the formats in the order in which they are offered."""
    return tuple(FORMATS.values())


def named(name: str, file_name: str) -> Format:
    """Return the format of this name, else the one the file's suffix asks for.

    Raises `UnknownFormat`, which names those there are.
    """
    form = FORMATS.get(name) if name else to_write(file_name)
    if form is None:
        raise UnknownFormat(name or file_name, tuple(FORMATS))
    return form


def carries_source(form: Format) -> bool:
    """Tell whether a format has a place for the source sentence."""
    return CARRIES[form.name].source


def exportable(bank: Bank, deck: DeckId, now: datetime) -> Exportable:
    """Return what there is to choose from in a deck."""
    with bank.read() as session:
        question_set = sharing.set_of(session, deck)
        remembered = questions.remembered(session, deck)
    found = dict(
        zip((one.question for one in remembered), _standings(remembered, now), strict=True)
    )
    aside = Standing(State.SET_ASIDE, Band.NEW)
    standing = {one.id: found.get(one.id, aside) for one in question_set.questions}
    return Exportable(question_set, standing, now)


def chosen(source: Exportable, choice: Choice) -> QuestionSet:
    """Return the questions of a choice, as a set."""
    return replace(source.questions, questions=tuple(_fitting(source, choice)))


def how_many(source: Exportable, choice: Choice) -> int:
    """Return how many questions a choice has."""
    return len(_fitting(source, choice))


def _fitting(source: Exportable, choice: Choice) -> list[StoredQuestion]:
    fitting = [
        one
        for one in source.questions.questions
        if (not choice.tags or choice.tags & set(one.tags))
        and (not choice.kinds or kind_of(one.question) in choice.kinds)
        and (not choice.states or source.standing[one.id].state in choice.states)
        and (not choice.bands or source.standing[one.id].band in choice.bands)
    ]
    return fitting[: choice.most]


def plan(source: Exportable, choice: Choice, form: Format, options: Options) -> Plan:
    """Return what would be written and what would be lost; nothing is made or written."""
    question_set = chosen(source, choice)
    return Plan(
        form,
        question_set,
        replace(options, moment=source.at),
        chosen=len(question_set.questions),
        written=len(kept(form.name, question_set)),
        labels=_labels(form, options),
        losses=losses(form.name, question_set),
        set_aside=tuple(
            one.id
            for one in question_set.questions
            if not choice.states and source.standing[one.id].state is State.SET_ASIDE
        ),
    )


def make(planned: Plan) -> tuple[Sheet, ...]:
    """Return the files of a plan; paper takes seconds.

    Raises `NothingToWrite` where no question is left.
    """
    if not planned.written:
        whys = [loss.why for loss in planned.losses]
        none = "" if planned.chosen else "No question of the deck fits the choice."
        raise NothingToWrite(planned.form.title, whys[0] if whys else none)
    form, question_set, options = planned.form, planned.questions, planned.options
    if form.sheets is None:
        return (Sheet("", form.dump(question_set, options)),)
    return form.sheets(question_set, options)


def write(planned: Plan, path: Path) -> tuple[Path, ...]:
    """Write what was planned, each file whole or not at all, and return the files.

    One is the file named, several stand beside it. Raises what `make` raises and `CannotWrite`.
    """
    sheets = make(planned)
    written = tuple(_beside(path, sheet.label) for sheet in sheets)
    for target, sheet in zip(written, sheets, strict=True):
        files.write_atomically(target, sheet.content)
    return written


def targets(planned: Plan, path: Path) -> tuple[Path, ...]:
    """Return the files that `write` would write."""
    return tuple(_beside(path, label) for label in planned.labels)


def _beside(path: Path, label: str) -> Path:
    return path.with_name(f"{path.stem} {label}{path.suffix}") if label else path


def summed(found: Sequence[Loss]) -> tuple[tuple[Fate, str, int], ...]:
    """Return the losses by what is lost, the gravest first, with how many questions each."""
    counted: dict[tuple[Fate, str], int] = {}
    for loss in found:
        key = loss.fate, loss.why
        counted[key] = counted.get(key, 0) + 1
    order = list(Fate)
    rows = [(fate, why, count) for (fate, why), count in counted.items()]
    return tuple(sorted(rows, key=lambda row: (order.index(row[0]), -row[2])))


def _labels(form: Format, options: Options) -> tuple[str, ...]:
    if form.sheets is None:
        return ("",)
    names = VERSION_NAMES[: options.versions] if options.versions > 1 else (EXAM,)
    return (*names, KEY) if options.with_key else names


def _standings(remembered: Sequence[Remembered], now: datetime) -> list[Standing]:
    return [
        _standing(one, chance)
        for one, chance in zip(remembered, chances(remembered, now), strict=True)
    ]


def _standing(one: Remembered, chance: float | None) -> Standing:
    if one.memory is None or chance is None:
        return Standing(State.NEW, Band.NEW)
    state = State.LEARNED if one.memory.learned else State.LEARNING
    return Standing(state, band_of(chance))


__all__ = [
    "EXAM",
    "IN_LINE",
    "KEY",
    "TEXT_SIZES",
    "VERSION_NAMES",
    "Choice",
    "Exportable",
    "Fate",
    "Format",
    "Loss",
    "Options",
    "Paper",
    "Plan",
    "Sheet",
    "Standing",
    "State",
    "carries_source",
    "chosen",
    "exportable",
    "formats",
    "make",
    "named",
    "plan",
    "summed",
    "targets",
    "write",
]
