"""A study session: a question, its answer, how well it was known, the next one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import Enum, auto
from random import Random

from PySide6.QtCore import QElapsedTimer, QEvent, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.domain.answer import mark
from quizapp.domain.question import DeckId, Gap, QuestionId, TypedAnswer
from quizapp.domain.review import Rating
from quizapp.errors import QuizError
from quizapp.operations import study
from quizapp.operations.study import Answered, Drawn, Line
from quizapp.settings import Settings
from quizapp.ui import wording
from quizapp.ui.cards.bar import StudyBar
from quizapp.ui.cards.card import Face, card, face_of
from quizapp.ui.cards.choices import Choices
from quizapp.ui.cards.flashcard import FlashcardFace
from quizapp.ui.cards.footers import (
    ChooseFoot,
    ContinueFoot,
    RevealFoot,
    TypeFoot,
)
from quizapp.ui.cards.gap import GapCard
from quizapp.ui.cards.rating_bar import RatingBar
from quizapp.ui.cards.stage import COMPACT, LARGE, LEAST_SHEET, WIDE, Stage
from quizapp.ui.cards.typed import TypedCard
from quizapp.ui.parts.progress_line import ProgressLine
from quizapp.ui.parts.toast import Toast
from quizapp.ui.tasks import Tasks
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

KEY_GUARD = 250
"""Milliseconds after a change in which no answer is taken, so that one press cannot answer twice."""
_COMPACT_WIDTH, _COMPACT_HEIGHT = 960, 640
_SCROLLING = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 4,
    Qt.Key.Key_PageUp: -4,
}
_RATINGS = {
    Qt.Key.Key_1: Rating.AGAIN,
    Qt.Key.Key_2: Rating.HARD,
    Qt.Key.Key_3: Rating.GOOD,
    Qt.Key.Key_4: Rating.EASY,
}
_ONWARDS = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _State(Enum):
    """Where the session stands."""

    IDLE = auto()
    BUSY = auto()
    """The bank is asked; nothing is taken until it answers."""
    ASKED = auto()
    JUDGED = auto()
    """The answer is shown and waits for a rating."""
    MISSED = auto()
    """The answer was wrong and is kept as Again."""


class _Did(Enum):
    """What can be taken back."""

    ANSWERED = auto()
    SET_ASIDE = auto()
    PUT_OFF = auto()


@dataclass(frozen=True, slots=True)
class _Deed:
    """One step of the session, and how the line stood before it."""

    did: _Did
    question: QuestionId
    line: Line
    left: int


class StudyPage(QWidget):
    """Ask until the line is empty or the learner ends; `ended` carries the start and a count.

    `clock` returns the present moment with its zone, `zone` is the learner's own.
    """

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
        self._state = _State.IDLE
        self._line: Line | None = None
        self._drawn: Drawn | None = None
        self._face: Face | None = None
        self._deeds: list[_Deed] = []
        self._hinted = self._leaving = False
        self._started = self._shown_at = clock()
        self._since_change = QElapsedTimer()
        self._build()

    def begin(self, deck: DeckId | None, extra_new: int = 0) -> None:
        """Start a session on a deck, or on the whole Library."""
        now, settings, zone = self._start(), self._settings, self._zone
        self._tasks.read(
            lambda bank: study.begin(bank, settings, deck, now, zone, extra_new),
            self._take,
            self._refused,
        )

    def go_over(self, hardest: tuple[QuestionId, ...]) -> None:
        """Start a session that asks each of these once."""
        self._start()
        self._take(study.go_over(hardest))

    def use(self, settings: Settings) -> None:
        """Go by other settings from the next question on."""
        self._settings = settings

    def end(self) -> None:
        """End the session; an answer that is being kept is kept first."""
        if self._state is _State.BUSY:
            self._leaving = True
        elif self._state is not _State.IDLE:
            self._finish()

    def undo(self) -> None:
        """Take back the last step of this session and ask that question again."""
        if not self._deeds or self._state in {_State.IDLE, _State.BUSY}:
            return
        deed = self._deeds.pop()
        question = deed.question
        self._become(_State.BUSY)
        match deed.did:
            case _Did.ANSWERED:
                self._tasks.change(
                    study.undo, lambda _: self._return_to(deed), self._refused
                )
            case _Did.SET_ASIDE:
                self._tasks.change(
                    lambda bank: study.bring_back(bank, question),
                    lambda _: self._return_to(deed),
                    self._refused,
                )
            case _Did.PUT_OFF:
                self._return_to(deed)

    def later(self) -> None:
        """Put the question at the end of this session."""
        line, drawn = self._line, self._drawn
        open_states = {_State.ASKED, _State.JUDGED}
        if line is None or drawn is None or self._state not in open_states:
            return
        self._remember(_Did.PUT_OFF)
        self._line = line.put_off(drawn.asked.id)
        self._say(tr("Later today"))
        self._next()

    def set_aside(self) -> None:
        """Suspend the question until it is brought back."""
        drawn = self._drawn
        if drawn is None or self._state in {_State.IDLE, _State.BUSY}:
            return
        question = drawn.asked.id
        self._become(_State.BUSY)
        self._tasks.change(
            lambda bank: study.set_aside(bank, question),
            lambda _: self._was_set_aside(),
            self._refused,
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that no field wanted."""
        if not self._takes(event):
            event.ignore()

    @override
    def event(self, event: QEvent) -> bool:
        """Keep the session's own keys from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            typing = isinstance(self._face, GapCard | TypedCard)
            own = {Qt.Key.Key_Z, Qt.Key.Key_H} | ({Qt.Key.Key_0} if typing else set())
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if held == Qt.KeyboardModifier.ControlModifier and event.key() in own:
                event.accept()
                return True
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the shape that suits the size."""
        self._reshape()

    # building

    def _build(self) -> None:
        self._progress = ProgressLine(self._look)
        self._bar = StudyBar(self._look)
        self._stage = Stage(self._look)
        self._toast = Toast(self._look, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._progress, self._bar):
            column.addWidget(part)
        column.addWidget(self._stage, 1)
        self._bar.end.connect(self.end)
        self._bar.undo.connect(self.undo)
        self._bar.later.connect(self.later)
        self._bar.aside.connect(self.set_aside)
        self._look.changed.connect(self._reshape)
        self._bar.set_undo(possible=False)

    def _reshape(self) -> None:
        small = self.width() < _COMPACT_WIDTH or self.height() < _COMPACT_HEIGHT
        self._bar.set_compact(compact=small)
        bar = self._stage.footer
        if isinstance(bar, RatingBar):
            bar.set_compact(compact=small)
        wide = COMPACT if small else WIDE
        self._stage.set_shape(LARGE if self._look.large else wide)
        self._toast.set_lift(self._stage.footer_height)

    # the line

    def _start(self) -> datetime:
        self._started = self._clock()
        self._line = self._drawn = None
        self._deeds = []
        self._leaving = False
        self._become(_State.BUSY)
        return self._started

    def _take(self, line: Line) -> None:
        self._line = line
        self._next()

    def _next(self) -> None:
        line = self._line
        if line is None:
            return
        self._become(_State.BUSY)
        settings, now, zone, rng = self._settings, self._clock(), self._zone, self._rng
        self._tasks.read(
            lambda bank: study.draw(bank, settings, line, now, zone, rng),
            self._show,
            self._refused,
        )

    def _show(self, drawn: Drawn | None) -> None:
        if drawn is None or self._leaving:
            self._finish()
            return
        self._drawn, self._hinted = drawn, False
        self._shown_at = self._clock()
        self._face = face_of(self._look, drawn)
        whole = card(self._look, drawn, self._face, self._shown_at)
        choosing = isinstance(self._face, Choices)
        self._stage.show_card(
            whole, padding=20 if choosing else 28, least=0 if choosing else LEAST_SHEET
        )
        answered = self._answered
        self._bar.show_place(drawn.deck_title, answered + 1, answered + drawn.left)
        self._progress.set_share((answered + 1) / (answered + drawn.left))
        self._ask()

    def _ask(self) -> None:
        """Put the question's own footer below it and the keyboard where it is wanted."""
        self._become(_State.ASKED)
        match self._face:
            case FlashcardFace() as face:
                foot = RevealFoot(self._look)
                foot.reveal.connect(self._reveal)
                self._put(foot)
                foot.focus()
                self._say_aloud(face.asked)
            case Choices() as face:
                face.chosen.connect(self._choose)
                choosing = ChooseFoot(self._look, len(face.rows))
                choosing.unknown.connect(self._give_up)
                self._put(choosing)
                face.focus()
                self._say_aloud(face.asked)
            case GapCard() | TypedCard() as face:
                face.given.connect(self._judge)
                typing = TypeFoot(self._look)
                typing.check.connect(face.give)
                typing.unknown.connect(self._give_up)
                typing.hint.connect(self._hint)
                self._put(typing)
                face.focus()
                self._say_aloud(face.asked)
            case None:
                pass

    def _finish(self) -> None:
        self._leaving = False
        self._become(_State.IDLE)
        self.ended.emit(self._started, self._answered)

    # answers

    def _reveal(self) -> None:
        if isinstance(self._face, FlashcardFace) and self._may(_State.ASKED):
            self._face.turn()
            self._await_rating("")

    def _choose(self, option: str) -> None:
        face = self._face
        if not isinstance(face, Choices) or not self._may(_State.ASKED):
            return
        if face.is_right(option):
            face.show_verdict(option)
            self._await_rating(tr("guessed"))
        else:
            self._miss(lambda: face.show_verdict(option), disputable=False)

    def _judge(self, typed: str) -> None:
        face, drawn = self._face, self._drawn
        if drawn is None or not isinstance(face, GapCard | TypedCard):
            return
        question = drawn.asked.question
        if not isinstance(question, Gap | TypedAnswer) or not self._may(_State.ASKED):
            return
        if not typed.strip():
            face.focus()
            return
        found = mark(question, typed)
        if found.right:
            face.show_verdict(found)
            self._await_rating(tr("wrong"))
        else:
            self._miss(lambda: face.show_verdict(found), disputable=True)

    def _give_up(self) -> None:
        face = self._face
        if self._may(_State.ASKED) and not isinstance(face, FlashcardFace | None):
            self._miss(lambda: face.show_verdict(None), disputable=False)

    def _hint(self) -> None:
        if self._state is _State.ASKED and isinstance(self._face, GapCard | TypedCard):
            self._hinted = True
            self._face.show_hint()

    def _await_rating(self, note: str) -> None:
        if self._drawn is None:
            return
        self._become(_State.JUDGED)
        bar = RatingBar(self._look, self._drawn.waits, note=note, capped=self._hinted)
        bar.chosen.connect(self._rate)
        self._put(bar)
        bar.focus()
        self._answer_aloud()

    def _rate(self, rating: Rating) -> None:
        bar = self._stage.footer
        allowed = isinstance(bar, RatingBar) and bar.allows(rating)
        if allowed and self._may(_State.JUDGED):
            self._keep(rating, lambda _: self._next())

    def _miss(self, show: Callable[[], None], *, disputable: bool) -> None:
        """Keep the answer as Again; only what is on disk is shown as rated."""

        def kept(answered: Answered) -> None:
            show()
            self._become(_State.MISSED)
            foot = ContinueFoot(self._look, answered.wait, disputable=disputable)
            foot.onwards.connect(self._go_on)
            foot.count_as_right.connect(self._count_as_right)
            self._put(foot)
            foot.focus()
            self._answer_aloud()

        self._keep(Rating.AGAIN, kept)

    def _go_on(self) -> None:
        if self._may(_State.MISSED):
            self._next()

    def _count_as_right(self) -> None:
        """Take the Again back and let the learner rate."""
        foot = self._stage.footer
        disputable = isinstance(foot, ContinueFoot) and foot.disputable
        if disputable and self._may(_State.MISSED):
            self._become(_State.BUSY)
            self._tasks.change(study.undo, lambda _: self._disputed(), self._refused)

    def _disputed(self) -> None:
        self._line = self._deeds.pop().line
        if self._leaving:
            self._finish()
        else:
            self._await_rating(tr("wrong"))

    # keeping

    def _keep(self, rating: Rating, then: Callable[[Answered], None]) -> None:
        drawn, line = self._drawn, self._line
        if drawn is None or line is None:
            return
        question, hinted, settings = drawn.asked.id, self._hinted, self._settings
        now = self._clock()
        took = now - self._shown_at
        before = self._state

        def kept(answered: Answered) -> None:
            self._remember(_Did.ANSWERED)
            self._line = line.answered(question)
            if self._leaving:
                self._finish()
            else:
                then(answered)

        def refused(error: QuizError) -> None:
            self._become(before)
            self._refused(error)

        self._become(_State.BUSY)
        self._tasks.change(
            lambda bank: study.answer(
                bank, settings, question, rating, now, took, hinted=hinted
            ),
            kept,
            refused,
        )

    def _remember(self, did: _Did) -> None:
        if self._drawn is not None and self._line is not None:
            question, left = self._drawn.asked.id, self._drawn.left
            self._deeds.append(_Deed(did, question, self._line, left))

    def _was_set_aside(self) -> None:
        self._remember(_Did.SET_ASIDE)
        if self._line is not None and self._drawn is not None:
            self._line = self._line.answered(self._drawn.asked.id)
        self._say(tr("Set aside"))
        self._next()

    def _return_to(self, deed: _Deed) -> None:
        self._line = deed.line
        self._become(_State.BUSY)
        if deed.did is _Did.ANSWERED:
            self._toast.say(tr("Rating undone"), icon="undo-2")
        settings, now, rng = self._settings, self._clock(), self._rng
        self._tasks.read(
            lambda bank: study.again(bank, settings, deed.question, deed.left, now, rng),
            self._show,
            self._refused,
        )

    def _refused(self, error: QuizError) -> None:
        problem = wording.problem(error)
        self._toast.say(f"{problem.title} {problem.sentence}", icon="circle-x")
        if self._leaving:
            self._finish()

    @property
    def _answered(self) -> int:
        return sum(deed.did is _Did.ANSWERED for deed in self._deeds)

    # showing

    def _become(self, state: _State) -> None:
        self._state = state
        self._since_change.start()
        self._bar.set_undo(possible=bool(self._deeds))

    def _may(self, state: _State) -> bool:
        """Tell whether the session stands there, and has long enough to be meant."""
        return self._state is state and self._since_change.elapsed() >= KEY_GUARD

    def _put(self, foot: QWidget) -> None:
        self._stage.show_footer(foot)
        self._reshape()

    def _say(self, words: str) -> None:
        self._toast.say(words, action=tr("Undo"), keys="Ctrl+Z", do=self.undo)

    def _answer_aloud(self) -> None:
        if self._face is not None:
            self._say_aloud(self._face.spoken)

    def _say_aloud(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # keys

    def _takes(self, event: QKeyEvent) -> bool:
        """Act on a key; False where it means nothing here."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if key in _SCROLLING and not held:
            return self._stage.sheet.scroll_by(_SCROLLING[key])
        if event.isAutoRepeat():
            return False
        if held == Qt.KeyboardModifier.ControlModifier:
            return self._takes_with_control(key)
        return not held and self._takes_alone(key)

    def _takes_with_control(self, key: Qt.Key) -> bool:
        typing = isinstance(self._face, GapCard | TypedCard)
        deeds = {Qt.Key.Key_Z: self.undo}
        if typing:
            deeds |= {Qt.Key.Key_H: self._hint, Qt.Key.Key_0: self._give_up}
        return _act(deeds, key)

    def _takes_alone(self, key: Qt.Key) -> bool:
        if key in _RATINGS and self._state is _State.JUDGED:
            self._rate(_RATINGS[key])
            return True
        face = self._face
        if isinstance(face, Choices) and self._state is _State.ASKED:
            if key in _RATINGS:
                face.choose(_RATINGS[key].value)
                return True
            if key == Qt.Key.Key_0:
                self._give_up()
                return True
        if key in _ONWARDS:
            self._onwards()
            return True
        return _act(
            {
                Qt.Key.Key_Escape: self.end,
                Qt.Key.Key_B: self.later,
                Qt.Key.Key_X: self.set_aside,
                Qt.Key.Key_R: self._count_as_right,
            },
            key,
        )

    def _onwards(self) -> None:
        """Do what Space means where the session stands."""
        bar = self._stage.footer
        match self._state:
            case _State.ASKED:
                self._reveal()
            case _State.JUDGED if isinstance(bar, RatingBar):
                self._rate(bar.preferred)
            case _State.MISSED:
                self._go_on()
            case _:
                pass


def _act(deeds: dict[Qt.Key, Callable[[], None]], key: Qt.Key) -> bool:
    if key not in deeds:
        return False
    deeds[key]()
    return True
