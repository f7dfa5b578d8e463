"""What stands at the foot of the page while a question waits, and after a wrong answer."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui import wording
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.icon import Icon
from quizapp.ui.parts.keycap import Keycap
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_MAIN, _CHECK = 320, 240
KeyHint = tuple[tuple[str, ...], str]
"""Keys, and what they do."""


class Foot(QWidget):
    """A row of buttons and below it a line that explains; both stand in the middle."""

    def __init__(self) -> None:
        super().__init__()
        self._first: Button | None = None

    def fill(self, buttons: Sequence[Button], line: QWidget, gap: int = 12) -> None:
        """Lay out the buttons and the line below them."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        if buttons:
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addStretch(1)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
            self._first = buttons[0]
        column.addWidget(line, 0, Qt.AlignmentFlag.AlignHCenter)

    def focus(self) -> None:
        """Put the keyboard on the first button."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)


class RevealFoot(Foot):
    """Show the answer."""

    reveal = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        hints = [
            (("B",), tr("Later today")),
            (("X",), tr("Set aside")),
            (("F",), tr("Flag")),
            (("?",), tr("All shortcuts")),
        ]
        show = Button(look, tr("Show answer"), "primary", size="large", keys=("Space",))
        show.setMinimumWidth(_MAIN)
        self.fill([show], key_hints(look, hints))
        show.clicked.connect(self.reveal)


class ChooseFoot(Foot):
    """The keys that choose an option, and the way out for who does not know."""

    unknown = Signal()

    def __init__(self, look: Look, options: int) -> None:
        super().__init__()
        hints = [
            (("1", "–", str(options)), tr("Answer")),
            (("Up", "Down"), tr("Move")),
            (("Space",), tr("Choose")),
        ]
        line = key_hints(look, hints)
        unknown = Button(look, tr("I don’t know"), "quiet", size="small", keys=("0",))
        unknown.clicked.connect(self.unknown)
        row = line.layout()
        if row is not None:
            row.addWidget(unknown)
        self.fill([], line)


class TypeFoot(Foot):
    """Check what was typed, or say that one does not know."""

    check = Signal()
    unknown = Signal()
    hint = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        check = Button(look, tr("Check"), "primary", size="large", keys=("Return",))
        check.setMinimumWidth(_CHECK)
        unknown = Button(look, tr("I don’t know"), size="large", keys=("Ctrl+0",))
        hint = Button(
            look, tr("Hint: first letter"), "quiet", size="small", keys=("Ctrl+H",)
        )
        self.fill([check, unknown], hint, gap=8)
        check.clicked.connect(self.check)
        unknown.clicked.connect(self.unknown)
        hint.clicked.connect(self.hint)


class ContinueFoot(Foot):
    """Go on after a wrong answer, or count it as right where that may be."""

    onwards = Signal()
    count_as_right = Signal()

    def __init__(self, look: Look, wait: timedelta, *, disputable: bool) -> None:
        super().__init__()
        onwards = Button(look, tr("Continue"), "primary", size="large", keys=("Space",))
        onwards.setMinimumWidth(_CHECK if disputable else _MAIN)
        self.disputable = disputable
        buttons = [onwards]
        if disputable:
            right = Button(look, tr("Count as right"), size="large", keys=("R",))
            right.clicked.connect(self.count_as_right)
            buttons.append(right)
        self.fill(buttons, _rated(look, wait))
        onwards.clicked.connect(self.onwards)


def key_hints(look: Look, hints: Sequence[KeyHint]) -> QWidget:
    """Return a line of keycaps, each with its words; an empty one where the text is large."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    for keys, words in () if look.large else hints:
        pair = QHBoxLayout()
        pair.setSpacing(6)
        for key in keys:
            pair.addWidget(
                Text(look, key, "caption", "text3") if key == "–" else Keycap(look, key)
            )
        pair.addWidget(Text(look, words, "caption", "text3"))
        row.addLayout(pair)
    return line


def _rated(look: Look, wait: timedelta) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(Icon(look, "rotate-ccw", "again", 14))
    row.addWidget(Text(look, wording.rated_again(wait), "caption", "text2"))
    return line
