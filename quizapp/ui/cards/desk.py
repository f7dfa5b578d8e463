"""All that is seen of a session: the bar, the card, the footer, and which key means what."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.domain.review import Rating
from quizapp.operations.study import Drawn
from quizapp.ui import wording
from quizapp.ui.cards import aloud
from quizapp.ui.cards.bar import StudyBar
from quizapp.ui.cards.card import Face, card, face_of
from quizapp.ui.cards.choices import Choices
from quizapp.ui.cards.flashcard import FlashcardFace
from quizapp.ui.cards.footers import (
    ChooseFoot,
    ContinueFoot,
    Foot,
    RevealFoot,
    TypeFoot,
)
from quizapp.ui.cards.gap import GapCard
from quizapp.ui.cards.rating_bar import RatingBar
from quizapp.ui.cards.stage import COMPACT, LARGE, LEAST_SHEET, WIDE, Stage
from quizapp.ui.cards.typed import TypedCard
from quizapp.ui.parts.progress_line import ProgressLine
from quizapp.ui.parts.toast import Toast
from quizapp.ui.spoken import say
from quizapp.ui.theme import Look

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
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_ONWARDS = {Qt.Key.Key_Space, *_ENTER}


class Desk(QWidget):
    """It shows what it is told and says what the learner wants; it decides nothing."""

    revealed = Signal()
    chosen = Signal(str)
    """An option's words."""
    typed = Signal(str)
    unknown = Signal()
    hint = Signal()
    rated = Signal(Rating)
    onwards = Signal()
    count_as_right = Signal()
    end = Signal()
    undo = Signal()
    edit = Signal()
    flag = Signal()
    read = Signal()
    """The question's sentence is wanted in its article."""
    later = Signal()
    aside = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.face: Face | None = None
        self._progress = ProgressLine(look)
        self._bar = StudyBar(look)
        self._stage = Stage(look)
        self.toast = Toast(look, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._progress)
        column.addWidget(self._bar)
        column.addWidget(self._stage, 1)
        self._bar.end.connect(self.end)
        self._bar.undo.connect(self.undo)
        self._bar.edit.connect(self.edit)
        self._bar.flag.connect(self.flag)
        self._bar.read.connect(self.read)
        self._bar.later.connect(self.later)
        self._bar.aside.connect(self.aside)
        look.changed.connect(self._reshape)
        self.set_undo(possible=False)

    def ask(self, drawn: Drawn, number: int, total: int, days_ago: int | None) -> None:
        """Show a question as the `number`th of `total`, and put the keyboard where it is wanted.

        It was last asked so many study days ago; None: never.
        """
        self._bar.show_place(drawn.deck_title, number, total)
        self._progress.set_share(number / total)
        self._put(self._asking_foot(self.show_card(drawn, days_ago)))
        if self.face is not None:
            place = wording.position(number, total)
            say(self, aloud.sentences(place, self.face.asked))

    def show_card(self, drawn: Drawn, days_ago: int | None) -> Face:
        """Show another card, or the same one in other words, above the footer that is there."""
        self.show_flag(drawn)
        self.face = face_of(self._look, drawn)
        self.face.read.connect(self.read)
        whole = card(self._look, drawn, self.face, days_ago)
        if isinstance(self.face, Choices):
            self._stage.show_card(whole, padding=20, least=0)
        else:
            self._stage.show_card(whole, padding=28, least=LEAST_SHEET)
        return self.face

    def show_flag(self, drawn: Drawn) -> None:
        """Have the menu offer what suits the question as it stands."""
        self._bar.show_marks(flagged=drawn.flagged, readable=drawn.quote is not None)

    def take_focus(self) -> None:
        """Put the keyboard back where it was wanted last."""
        foot = self._stage.footer
        if isinstance(foot, Foot | RatingBar):
            self._focus(foot)

    def let_rate(
        self, waits: Mapping[Rating, timedelta], note: str, *, capped: bool
    ) -> None:
        """Show the ratings; `note` stands with Again, `capped` leaves only Again and Hard."""
        bar = RatingBar(self._look, waits, note=note, capped=capped)
        bar.chosen.connect(self.rated)
        self._put(bar)
        bar.focus()
        self._answer_aloud()

    def show_missed(self, wait: timedelta, *, disputable: bool) -> None:
        """Say that the answer was kept as Again, and when the question comes back."""
        foot = ContinueFoot(self._look, wait, disputable=disputable)
        foot.onwards.connect(self.onwards)
        foot.count_as_right.connect(self.count_as_right)
        self._put(foot)
        foot.focus()
        self._answer_aloud(wording.rated_again(wait))

    def set_undo(self, *, possible: bool) -> None:
        """Tell whether there is anything to undo."""
        self._bar.set_undo(possible=possible)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that no field wanted."""
        if not self._takes(event):
            event.ignore()

    @override
    def event(self, event: QEvent) -> bool:
        """Keep the session's own keys from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = Qt.KeyboardModifier.ControlModifier
            if _held(event) == held and Qt.Key(event.key()) in self._with_control():
                event.accept()
                return True
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the shape that suits the size."""
        self._reshape()

    def _asking_foot(self, face: Face) -> Foot:
        foot: RevealFoot | ChooseFoot | TypeFoot
        match face:
            case FlashcardFace():
                foot = RevealFoot(self._look)
                foot.reveal.connect(self.revealed)
            case Choices():
                foot = ChooseFoot(self._look, len(face.rows))
                foot.unknown.connect(self.unknown)
                face.chosen.connect(self.chosen)
            case GapCard() | TypedCard():
                foot = TypeFoot(self._look)
                foot.check.connect(face.give)
                foot.unknown.connect(self.unknown)
                foot.hint.connect(self.hint)
                face.given.connect(self.typed)
        return foot

    def _put(self, foot: Foot | RatingBar) -> None:
        self._stage.show_footer(foot)
        self._bar.show_typing(typing=isinstance(foot, TypeFoot))
        self._reshape()
        self._focus(foot)

    def _focus(self, foot: Foot | RatingBar) -> None:
        asks_itself = isinstance(foot, ChooseFoot | TypeFoot)
        if asks_itself and isinstance(self.face, Choices | GapCard | TypedCard):
            self.face.focus()
        else:
            foot.focus()

    def _reshape(self) -> None:
        small = self.width() < _COMPACT_WIDTH or self.height() < _COMPACT_HEIGHT
        self._bar.set_compact(compact=small)
        foot = self._stage.footer
        if isinstance(foot, RatingBar):
            foot.set_compact(compact=small)
        wide = COMPACT if small else WIDE
        self._stage.set_shape(LARGE if self._look.large else wide)
        self.toast.set_lift(self._stage.footer_height)

    def _answer_aloud(self, after: str = "") -> None:
        if self.face is not None:
            say(self, aloud.sentences(self.face.spoken, after))

    # keys

    def _takes(self, event: QKeyEvent) -> bool:
        """Act on a key; False where it means nothing here."""
        held, key = _held(event), Qt.Key(event.key())
        if key in _SCROLLING and not held:
            return self._stage.sheet.scroll_by(_SCROLLING[key])
        if event.isAutoRepeat():
            return False
        if held == Qt.KeyboardModifier.ControlModifier:
            return _act(self._with_control(), key)
        return not held and _act(self._alone(), key)

    def _with_control(self) -> dict[Qt.Key, Callable[[], None]]:
        deeds: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Z: self.undo.emit,
            Qt.Key.Key_E: self.edit.emit,
        }
        match self._stage.footer:
            case TypeFoot() as foot:
                deeds |= {Qt.Key.Key_H: self.hint.emit, Qt.Key.Key_0: self.unknown.emit}
                deeds |= dict.fromkeys(_ENTER, foot.check.emit)
            case RevealFoot() | RatingBar() | ContinueFoot():
                alone = self._alone()
                deeds |= {key: alone[key] for key in _ENTER}
            case _:
                pass
        return deeds

    def _alone(self) -> dict[Qt.Key, Callable[[], None]]:
        """Return what single keys mean, by what stands at the foot."""
        deeds: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Escape: self.end.emit,
            Qt.Key.Key_E: self.edit.emit,
            Qt.Key.Key_F: self.flag.emit,
            Qt.Key.Key_O: self.read.emit,
            Qt.Key.Key_B: self.later.emit,
            Qt.Key.Key_X: self.aside.emit,
        }
        match self._stage.footer:
            case RevealFoot():
                deeds |= dict.fromkeys(_ONWARDS, self.revealed.emit)
            case ChooseFoot():
                deeds |= {key: self._chooser(number) for key, number in _RATINGS.items()}
                deeds[Qt.Key.Key_0] = self.unknown.emit
            case RatingBar() as bar:
                deeds |= {key: self._rater(rating) for key, rating in _RATINGS.items()}
                deeds |= dict.fromkeys(_ONWARDS, self._rater(bar.preferred))
            case ContinueFoot() as foot:
                deeds |= dict.fromkeys(_ONWARDS, self.onwards.emit)
                if foot.disputable:
                    deeds[Qt.Key.Key_R] = self.count_as_right.emit
            case _:
                pass
        return deeds

    def _rater(self, rating: Rating) -> Callable[[], None]:
        bar = self._stage.footer
        if isinstance(bar, RatingBar) and bar.allows(rating):
            return lambda: self.rated.emit(rating)
        return _nothing

    def _chooser(self, number: int) -> Callable[[], None]:
        face = self.face
        return (lambda: face.choose(number)) if isinstance(face, Choices) else _nothing


def _held(event: QKeyEvent) -> Qt.KeyboardModifier:
    """Return the modifiers, the keypad's own left out."""
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def _act(deeds: dict[Qt.Key, Callable[[], None]], key: Qt.Key) -> bool:
    if key not in deeds:
        return False
    deeds[key]()
    return True


def _nothing() -> None:
    """Take the key and do nothing."""
