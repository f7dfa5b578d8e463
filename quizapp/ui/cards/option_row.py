"""One option of multiple choice."""

from enum import Enum, auto

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from quizapp.ui.parts.focus_ring import round_corners
from quizapp.ui.parts.keycap import paint_cap
from quizapp.ui.parts.painting import box
from quizapp.ui.parts.typeset import Typeset
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_SIDE, _MARK, _GAP = 15, 22, 14


class State(Enum):
    """How an option stands before and after the answer."""

    OPEN = auto()
    RIGHT = auto()
    CHOSEN_RIGHT = auto()
    CHOSEN_WRONG = auto()
    DIMMED = auto()


class OptionRow(QAbstractButton):
    """A row with its number; after the answer its place is kept and its meaning shown."""

    def __init__(self, look: Look, number: int, words: str) -> None:
        super().__init__()
        self._look, self._number, self._state = look, number, State.OPEN
        self.setText(words.replace("&", "&&"))
        self.words = words
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(f"{number}. {words}")
        round_corners(self, look.radius("card"))

    @property
    def state(self) -> State:
        """How the option stands."""
        return self._state

    def show_state(self, state: State) -> None:
        """Show what the answer made of this option; from then on it cannot be chosen."""
        self._state = state
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleDescription(self._tag())
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return one line's height."""
        return QSize(200, self._look.size("option"))

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height of the words when they need more lines than one."""
        lines = self._typeset(width).height
        return max(self._look.size("option"), lines + 20)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave up and down to the list of options: Qt would walk the focus away."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, the mark before the words, the words and the tag after them."""
        painter = QPainter(self)
        look = self._look
        fill, outline, width = self._box()
        area = QRectF(self.rect())
        box(
            painter, area, look.radius("card"), look.color(fill), look.color(outline), width
        )
        self._paint_mark(painter)
        typeset = self._typeset(self.width())
        painter.setPen(look.color("text3" if self._state is State.DIMMED else "text"))
        before = self._before()
        left = self._after() if self.isRightToLeft() else before
        typeset.paint(painter, left, (self.height() - typeset.height) / 2)
        self._paint_tag(painter)
        painter.end()

    def _paint_mark(self, painter: QPainter) -> None:
        look = self._look
        side = look.icon_size(_MARK)
        left = self.width() - _SIDE - side if self.isRightToLeft() else _SIDE
        spot = QRectF(left, (self.height() - side) / 2, side, side)
        match self._state:
            case State.OPEN:
                if not look.large:
                    ink, outline = look.color("text2"), look.color("borderStrong")
                    paint_cap(painter, look, spot, str(self._number), ink, outline)
            case State.RIGHT | State.CHOSEN_RIGHT:
                look.paint_icon(painter, "circle-check", "easy", spot)
            case State.CHOSEN_WRONG:
                look.paint_icon(painter, "circle-x", "again", spot)
            case State.DIMMED:
                pass

    def _paint_tag(self, painter: QPainter) -> None:
        area = QRectF(self.rect()).adjusted(_SIDE, 0, -_SIDE, 0)
        side = Qt.AlignmentFlag.AlignRight
        wrong = self._state is State.CHOSEN_WRONG
        painter.setPen(self._look.color("again" if wrong else "easy"))
        painter.setFont(self._look.font("label", weight=600))
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, self._tag())

    def _tag(self) -> str:
        match self._state:
            case State.RIGHT:
                return tr("Correct answer")
            case State.CHOSEN_RIGHT:
                return tr("Right")
            case State.CHOSEN_WRONG:
                return tr("Your answer")
            case State.OPEN | State.DIMMED:
                return ""

    def _box(self) -> tuple[str, str, float]:
        match self._state:
            case State.OPEN:
                fill = "hover" if self.underMouse() or self.isDown() else "surface"
                return fill, "borderStrong", 1.0
            case State.RIGHT | State.CHOSEN_RIGHT:
                return "easySoft", "easy", 2.0
            case State.CHOSEN_WRONG:
                return "againSoft", "again", 2.0
            case State.DIMMED:
                return "surface", "border", 1.0

    def _before(self) -> int:
        return _SIDE + self._look.icon_size(_MARK) + _GAP

    def _after(self) -> int:
        """Return the room of the widest tag, kept free from the start so that lines stay."""
        metrics = QFontMetricsF(self._look.font("label", weight=600))
        tags = (tr("Correct answer"), tr("Your answer"), tr("Right"))
        return _SIDE + _GAP + round(max(map(metrics.horizontalAdvance, tags)))

    def _typeset(self, width: int) -> Typeset:
        marked = self._state not in {State.OPEN, State.DIMMED}
        font = self._look.font("option", weight=500 if marked else 400)
        room = max(40, width - self._before() - self._after())
        return Typeset(self._look, self.words, "option", room, font=font)
