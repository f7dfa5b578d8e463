"""The Library with nothing in it: what the program does, and two ways to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.strip import Band, Segment
from quizapp.operations.sharing import Example
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.drop_zone import DropZone
from quizapp.ui.parts.panel import Panel
from quizapp.ui.parts.rule import Rule
from quizapp.ui.parts.scroll import Scroll
from quizapp.ui.parts.text import Text
from quizapp.ui.parts.text_strip import TextStrip
from quizapp.ui.theme import Look
from quizapp.ui.wording import counted, figure, tr

_WIDTH, _WIDTH_LARGE = 620, 860
_DROP, _STRIP = 196, 14


class Welcome(QWidget):
    """The promise, the drop zone with its buttons, and the bundled example."""

    add = Signal()
    paste = Signal()
    open_example = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QWidget()
        content = QWidget()
        across = QHBoxLayout(content)
        across.setContentsMargins(32, 32, 32, 32)
        self._across = across
        across.addStretch(1)
        across.addWidget(self._column, 100, Qt.AlignmentFlag.AlignVCenter)
        across.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(content))
        self._build()

    def show_example(self, example: Example) -> None:
        """Offer the bundled deck."""
        self._title.setText(example.title)
        questions = counted(example.questions, "1 question", "%n questions")
        words = tr("%1 from a %2-sentence article").replace("%1", questions)
        self._made_of.setText(words.replace("%2", figure(len(example.lengths))))
        pairs = zip(example.lengths, example.asked, strict=True)
        self._strip.set_segments(
            [Segment(length, Band.NEW if asked else Band.NONE) for length, asked in pairs]
        )

    def take_focus(self) -> None:
        """Put the keyboard on the first button."""
        self._add.setFocus()

    def set_narrow(self, *, narrow: bool) -> None:
        """Save room in a small window."""
        wide = _WIDTH_LARGE if self._look.large else _WIDTH
        self._column.setMaximumWidth(wide)
        side = 20 if narrow else 32
        self._across.setContentsMargins(side, side, side, side)

    def _build(self) -> None:
        look = self._look
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(
            Text(look, tr("Turn an article into a study deck"), "display", wrap=True)
        )
        column.addSpacing(6)
        promise = tr(
            "Quizapp writes the questions from the text you choose and shows you the "
            "sentence behind every answer. It all happens on this computer."
        )
        column.addWidget(Text(look, promise, "option", "text2", wrap=True))
        column.addSpacing(24)
        column.addWidget(self._drop_zone())
        column.addSpacing(24)
        column.addLayout(self._or())
        column.addSpacing(12)
        column.addWidget(self._example())

    def _drop_zone(self) -> DropZone:
        look = self._look
        zone = DropZone(look, large=True)
        zone.setMinimumHeight(_DROP)
        zone.clicked.connect(self.add)
        self._add = Button(
            look, tr("Add article…"), "primary", size="large", icon="plus", keys=("Ctrl+N",)
        )
        paste = Button(
            look, tr("Paste text"), size="large", icon="clipboard-paste", keys=("Ctrl+V",)
        )
        self._add.clicked.connect(self.add)
        paste.clicked.connect(self.paste)
        zone.below.setContentsMargins(0, 8, 0, 0)
        zone.below.addStretch(1)
        zone.below.addWidget(self._add)
        zone.below.addWidget(paste)
        zone.below.addStretch(1)
        return zone

    def _or(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(Rule(self._look), 1)
        words = tr("or start with the example")
        line.addWidget(Text(self._look, words, "caption", "text3"))
        line.addWidget(Rule(self._look), 1)
        return line

    def _example(self) -> Panel:
        look = self._look
        panel = Panel(look)
        self._title = Text(look, "", "heading", wrap=True)
        self._made_of = Text(look, "", "caption", "text3")
        self._strip = TextStrip(look, height=_STRIP)
        opening = Button(look, tr("Open example"))
        opening.clicked.connect(self.open_example)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addSpacing(2)
        words.addWidget(self._made_of)
        words.addSpacing(10)
        words.addWidget(self._strip)
        row = QHBoxLayout(panel)
        row.setContentsMargins(17, 17, 17, 17)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(opening, 0, Qt.AlignmentFlag.AlignVCenter)
        return panel
