"""A study session: a question, its answer, how well it was known, the next one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from enum import Enum, auto
from random import Random

from PySide6.QtCore import QElapsedTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.answer import mark
from quizapp.domain.day import days_between
from quizapp.domain.question import (
    DeckId,
    Gap,
    Question,
    QuestionId,
    StoredQuestion,
    TypedAnswer,
    solution,
)
from quizapp.domain.review import Memory, Phase, Rating
from quizapp.errors import QuizError
from quizapp.operations import by_hand, study
from quizapp.operations.study import Answered, Drawn, Line
from quizapp.settings import Settings
from quizapp.ui import problems
from quizapp.ui.cards.choices import Choices
from quizapp.ui.cards.deeds import Deed, Deeds, Did
from quizapp.ui.cards.desk import Desk
from quizapp.ui.cards.flashcard import FlashcardFace
from quizapp.ui.cards.gap import GapCard
from quizapp.ui.cards.picture import made_ready
from quizapp.ui.cards.typed import TypedCard
from quizapp.ui.dialogs import question as question_dialog
from quizapp.ui.tasks import Tasks
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

KEY_GUARD = 250
"""Milliseconds after a change in which no answer is taken: one press cannot answer twice."""


class State(Enum):
    """Where the session stands."""

    IDLE = auto()
    BUSY = auto()
    """The bank is asked; nothing is taken until it answers."""
    ASKED = auto()
    JUDGED = auto()
    """The answer is shown and waits for a rating."""
    MISSED = auto()
    """The answer was wrong and is kept as Again."""


class StudyPage(QWidget):
    """Ask until the line is empty or the learner ends; `ended` carries the start and a count.

    `clock` returns the present moment with its zone, `zone` is the learner's own.
    """

    read = Signal(object, object)
    """The id of the deck, and the sentence (Span) that is to be shown in its article."""
    ended = Signal(object, int)
    """When the session began (datetime), and how many answers it kept."""

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        settings: Settings,
        clock: Callable[[], datetime],
        zone: tzinfo,
        rng: Random,
    ) -> None:
        super().__init__()
        self._look, self._tasks, self._settings = look, tasks, settings
        self._clock, self._zone, self._rng = clock, zone, rng
        self._state = State.IDLE
        self._line: Line | None = None
        self._drawn: Drawn | None = None
        self._deeds = Deeds()
        self._hinted = self._disputed = self._leaving = False
        self._started = self._shown_at = self._left_at = clock()
        self._since_change = QElapsedTimer()
        self._desk = Desk(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._desk)
        self._listen()

    @property
    def state(self) -> State:
        """Where the session stands."""
        return self._state

    @property
    def drawn(self) -> Drawn | None:
        """The question on the screen."""
        return self._drawn

    def use(self, settings: Settings) -> None:
        """Heed other settings from now on."""
        self._settings = settings

    def begin(self, deck: DeckId | None, extra_new: int = 0) -> None:
        """Start a session on a deck, or on the whole Library."""
        now, settings, zone = self._start(), self._settings, self._zone
        self._tasks.read(
            lambda bank: study.begin(bank, settings, deck, now, zone, extra_new),
            self._take,
            self._cannot_go_on,
        )

    def go_over(self, hardest: tuple[QuestionId, ...]) -> None:
        """Start a session that asks each of these once."""
        self._start()
        self._take(study.go_over(hardest))

    def end(self) -> None:
        """End the session; an answer that is being kept is kept first."""
        if self._state is State.BUSY:
            self._leaving = True
        elif self._state is not State.IDLE:
            self._finish()

    def undo(self) -> None:
        """Take back the last step of this session and ask that question again.

        A session that has ended goes on by it.
        """
        if not self._deeds or self._state is State.BUSY:
            return
        self._desk.toast.hide()
        deed, before = self._deeds.take_back(), self._state
        question = deed.question

        def refused(error: QuizError) -> None:
            self._deeds.add(deed)
            if before is State.IDLE:
                self._cannot_go_on(error)
            else:
                self._stay(before, error)

        self._become(State.BUSY)
        match deed.did:
            case Did.ANSWERED:
                self._tasks.change(study.undo, lambda _: self._return_to(deed), refused)
            case Did.SET_ASIDE:
                self._tasks.change(
                    lambda bank: study.bring_back(bank, question),
                    lambda _: self._return_to(deed),
                    refused,
                )
            case Did.PUT_OFF:
                self._return_to(deed)
            case Did.FLAGGED | Did.EDITED:
                flagged, words = deed.flagged, deed.words
                self._tasks.change(
                    lambda bank: (
                        study.flag(bank, question, flagged=flagged)
                        if words is None
                        else by_hand.put_back(bank, words)
                    ),
                    lambda _: self._come_back_to(deed, before),
                    refused,
                )

    def later(self) -> None:
        """Put the question at the end of this session."""
        line, drawn = self._line, self._drawn
        if line is None or drawn is None or self._state not in {State.ASKED, State.JUDGED}:
            return
        self._remember(Did.PUT_OFF)
        self._line = line.put_off(drawn.asked.id)
        self._say(tr("Later today"))
        self._next()

    def set_aside(self) -> None:
        """Suspend the question until it is brought back."""
        drawn = self._drawn
        if drawn is None or self._state in {State.IDLE, State.BUSY}:
            return
        question, before = drawn.asked.id, self._state
        self._become(State.BUSY)
        self._tasks.change(
            lambda bank: study.set_aside(bank, question),
            lambda _: self._was_set_aside(),
            lambda error: self._stay(before, error),
        )

    def flag(self) -> None:
        """Mark the question to be looked at again, or take the mark off."""
        drawn, before = self._drawn, self._state
        if drawn is None or before in {State.IDLE, State.BUSY}:
            return
        question, flagged = drawn.asked.id, not drawn.flagged

        def marked(_: None) -> None:
            self._remember(Did.FLAGGED, flagged=not flagged)
            self._drawn = replace(drawn, flagged=flagged)
            self._desk.show_flag(self._drawn)
            self._become(before)
            self._say(tr("Flagged") if flagged else tr("Flag taken off"))

        self._become(State.BUSY)
        self._tasks.change(
            lambda bank: study.flag(bank, question, flagged=flagged),
            marked,
            lambda error: self._stay(before, error),
        )

    def edit(self) -> None:
        """Ask for other words of the question; the time it takes is not the answer's."""
        drawn, opened = self._drawn, self._clock()
        if drawn is None or self._state in {State.IDLE, State.BUSY}:
            return
        quote, window = drawn.quote, self.window()
        sentence, near = ("", 0) if quote is None else (quote.sentence, quote.answer.start)
        old = drawn.asked.question
        dialog = question_dialog.edit(self._look, window, old, sentence, near, self._change)
        dialog.closed.connect(lambda: self._leave_out(opened))

    def open_article(self) -> None:
        """Show the question's sentence in its article; `come_back` returns to the card."""
        drawn = self._drawn
        source = None if drawn is None else drawn.asked.source
        if drawn is None or source is None or self._state in {State.IDLE, State.BUSY}:
            return
        self._left_at = self._clock()
        self.read.emit(drawn.deck, source.sentence)

    def come_back(self) -> None:
        """Go on with the card that was left for its article, in the words it has now."""
        self._leave_out(self._left_at)
        self._desk.take_focus()
        drawn, state = self._drawn, self._state
        if drawn is not None and state not in {State.IDLE, State.BUSY}:
            old = drawn.asked
            self._read_anew(
                drawn.asked.id,
                drawn.left,
                lambda new: self._show_anew(state, new) if new.asked != old else None,
            )

    def _listen(self) -> None:
        desk = self._desk
        desk.revealed.connect(self._reveal)
        desk.chosen.connect(self._choose)
        desk.typed.connect(self._judge)
        desk.unknown.connect(self._give_up)
        desk.hint.connect(self._hint)
        desk.rated.connect(self._rate)
        desk.onwards.connect(self._go_on)
        desk.count_as_right.connect(self._count_as_right)
        desk.end.connect(self.end)
        desk.undo.connect(self.undo)
        desk.later.connect(self.later)
        desk.aside.connect(self.set_aside)
        desk.flag.connect(self.flag)
        desk.edit.connect(self.edit)
        desk.read.connect(self.open_article)

    # the line

    def _start(self) -> datetime:
        self._started = self._clock()
        self._line = self._drawn = None
        self._deeds = Deeds()
        self._leaving = False
        self._become(State.BUSY)
        return self._started

    def _take(self, line: Line) -> None:
        self._line = line
        self._next()

    def _next(self) -> None:
        line = self._line
        if line is None:
            return
        self._become(State.BUSY)
        settings, now, zone, rng = self._settings, self._clock(), self._zone, self._rng
        self._tasks.read(
            lambda bank: made_ready(study.draw(bank, settings, line, now, zone, rng)),
            self._show,
            self._cannot_go_on,
        )

    def _show(self, drawn: Drawn | None) -> None:
        if drawn is None or self._leaving:
            self._finish()
            return
        self._drawn, self._hinted, self._disputed = drawn, False, False
        self._shown_at = self._clock()
        self._become(State.ASKED)
        self._ask(drawn)

    def _ask(self, drawn: Drawn) -> None:
        drilling = self._line is not None and self._line.drill is not None
        place = self._deeds.place(drawn, drilling=drilling)
        self._desk.ask(drawn, *place, self._days_since(drawn.memory))

    def _days_since(self, memory: Memory | None) -> int | None:
        if memory is None:
            return None
        starts_at = self._settings.day_starts_at
        return days_between(memory.last, self._shown_at, self._zone, starts_at)

    def _finish(self) -> None:
        self._leaving = False
        self._become(State.IDLE)
        self.ended.emit(self._started, self._deeds.answered)

    # answers

    def _reveal(self) -> None:
        face = self._desk.face
        if isinstance(face, FlashcardFace) and self._may(State.ASKED):
            face.turn()
            self._await_rating("")

    def _choose(self, option: str) -> None:
        face = self._desk.face
        if not isinstance(face, Choices) or not self._may(State.ASKED):
            return
        if face.is_right(option):
            face.show_verdict(option)
            self._await_rating(tr("guessed"))
        else:
            self._miss(lambda: face.show_verdict(option), disputable=False)

    def _judge(self, typed: str) -> None:
        face, question = self._desk.face, self._drawn and self._drawn.asked.question
        if not isinstance(face, GapCard | TypedCard) or not self._may(State.ASKED):
            return
        if not isinstance(question, Gap | TypedAnswer) or not typed.strip():
            face.focus()
            return
        found = mark(question, typed)
        if found.right:
            face.show_verdict(found)
            self._await_rating(tr("wrong"))
        else:
            self._miss(lambda: face.show_verdict(found), disputable=True)

    def _give_up(self) -> None:
        face = self._desk.face
        if isinstance(face, Choices | GapCard | TypedCard) and self._may(State.ASKED):
            self._miss(lambda: face.show_verdict(None), disputable=False)

    def _hint(self) -> None:
        face = self._desk.face
        if isinstance(face, GapCard | TypedCard) and self._state is State.ASKED:
            self._hinted = True
            face.show_hint()

    def _await_rating(self, note: str) -> None:
        if self._drawn is not None:
            self._become(State.JUDGED)
            waits = self._drawn.waits if self._settings.show_intervals else {}
            self._desk.let_rate(waits, note, capped=self._hinted)

    def _rate(self, rating: Rating) -> None:
        if not self._may(State.JUDGED):
            return
        if self._disputed:
            self._rate_otherwise(rating)
        else:
            self._keep(rating, lambda _: self._next())

    def _miss(self, show: Callable[[], None], *, disputable: bool) -> None:
        """Keep the answer as Again; only what is on disk is shown as rated."""

        def kept(answered: Answered) -> None:
            show()
            self._become(State.MISSED)
            self._desk.show_missed(answered.wait, disputable=disputable)

        self._keep(Rating.AGAIN, kept)

    def _go_on(self) -> None:
        if self._may(State.MISSED):
            self._next()

    def _count_as_right(self) -> None:
        """Let the learner rate; until then the Again that was kept stands."""
        if self._may(State.MISSED):
            self._disputed = True
            self._await_rating(tr("wrong"))

    def _rate_otherwise(self, rating: Rating) -> None:
        """Keep the learner's rating in the place of the Again."""
        drawn, settings = self._drawn, self._settings
        if drawn is None:
            return
        question = drawn.asked.id

        def kept(answered: Answered) -> None:
            self._deeds.correct(comes_back=_comes_back(answered))
            if self._leaving:
                self._finish()
            else:
                self._next()

        self._become(State.BUSY)
        self._tasks.change(
            lambda bank: study.rate_otherwise(bank, settings, question, rating),
            kept,
            lambda error: self._stay(State.JUDGED, error),
        )

    # keeping and taking back

    def _keep(self, rating: Rating, then: Callable[[Answered], None]) -> None:
        drawn, line, before = self._drawn, self._line, self._state
        if drawn is None or line is None:
            return
        question, hinted, settings = drawn.asked.id, self._hinted, self._settings
        now = self._clock()
        took = max(timedelta(), now - self._shown_at)

        def kept(answered: Answered) -> None:
            self._remember(Did.ANSWERED, comes_back=_comes_back(answered))
            self._line = line.answered(question)
            if self._leaving:
                self._finish()
            else:
                then(answered)

        self._desk.toast.hide()  # its Undo meant the deed before
        self._become(State.BUSY)
        self._tasks.change(
            lambda bank: study.answer(
                bank, settings, question, rating, now, took, hinted=hinted
            ),
            kept,
            lambda error: self._stay(before, error),
        )

    def _remember(
        self,
        did: Did,
        *,
        comes_back: bool = False,
        flagged: bool = False,
        words: StoredQuestion | None = None,
    ) -> None:
        if self._drawn is not None and self._line is not None:
            question, left = self._drawn.asked.id, self._drawn.left
            deed = Deed(did, question, self._line, left, comes_back, flagged, words)
            self._deeds.add(deed)

    def _was_set_aside(self) -> None:
        self._remember(Did.SET_ASIDE)
        if self._line is not None and self._drawn is not None:
            self._line = self._line.answered(self._drawn.asked.id)
        self._say(tr("Set aside"))
        self._next()

    def _return_to(self, deed: Deed) -> None:
        self._line = deed.line
        if deed.did is Did.ANSWERED:
            self._desk.toast.say(tr("Rating undone"), icon="undo-2")
        self._read_anew(deed.question, deed.left, self._show)

    def _come_back_to(self, deed: Deed, state: State) -> None:
        """Show the question as it is again, answered or not as it was."""
        if state is State.IDLE:
            self._return_to(deed)
        else:
            self._read_anew(
                deed.question, deed.left, lambda drawn: self._show_anew(state, drawn)
            )

    def _read_anew(
        self, question: QuestionId, left: int, then: Callable[[Drawn], None]
    ) -> None:
        settings, now, rng = self._settings, self._clock(), self._rng
        self._tasks.read(
            lambda bank: made_ready(study.again(bank, settings, question, left, now, rng)),
            then,
            self._cannot_go_on,
        )

    # the words of the question

    def _change(self, new: Question) -> None:
        drawn, before = self._drawn, self._state
        if drawn is None:
            return
        question, left = drawn.asked.id, drawn.left

        def changed(words: StoredQuestion) -> None:
            self._remember(Did.EDITED, words=words)
            self._say(tr("Question changed"))
            self._read_anew(question, left, lambda drawn: self._show_anew(before, drawn))

        self._become(State.BUSY)
        self._tasks.change(
            lambda bank: by_hand.change(bank, question, new),
            changed,
            lambda error: self._stay(before, error),
        )

    def _show_anew(self, state: State, drawn: Drawn) -> None:
        """Show the same question in other words, its answer too where it was shown."""
        self._drawn = drawn
        self._become(state)
        if state is State.ASKED:
            self._ask(drawn)
            return
        match self._desk.show_card(drawn, self._days_since(drawn.memory)):
            case FlashcardFace() as face:
                face.turn()
            case Choices() as face:
                judged = state is State.JUDGED
                face.show_verdict(solution(drawn.asked.question) if judged else None)
            case GapCard() | TypedCard() as face:
                face.show_verdict(None)
        self._desk.take_focus()

    def _leave_out(self, since: datetime) -> None:
        """Count the time since then not to the answer."""
        self._shown_at += max(timedelta(), self._clock() - since)

    def _stay(self, state: State, error: QuizError) -> None:
        """Say what went wrong and stand where the session stood: it may be tried again."""
        self._become(state)
        problem = problems.of(error)
        self._desk.toast.say(f"{problem.title} {problem.sentence}", icon="circle-x")
        if self._leaving:
            self._finish()

    def _cannot_go_on(self, error: QuizError) -> None:
        """End the session where the bank refuses what it needs; the window says why."""
        self._finish()
        self._tasks.failed.emit(error)

    def _become(self, state: State) -> None:
        self._state = state
        self._since_change.start()
        self._desk.set_undo(possible=bool(self._deeds))

    def _may(self, state: State) -> bool:
        """Tell whether the session stands there, and has long enough to be meant."""
        return self._state is state and self._since_change.elapsed() >= KEY_GUARD

    def _say(self, words: str) -> None:
        self._desk.toast.say(words, action=tr("Undo"), keys="Ctrl+Z", do=self.undo)


def _comes_back(answered: Answered) -> bool:
    """Tell whether the question is asked again in the same session."""
    return answered.review.after.phase is not Phase.REVIEW
