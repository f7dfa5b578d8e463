"""Multiple choice: choosing answers at once."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.domain.picture import Picture
from quizapp.domain.question import MultipleChoice
from quizapp.operations.study import Mention, Quote
from quizapp.ui import wording
from quizapp.ui.cards import aloud
from quizapp.ui.cards.option_row import OptionRow, State
from quizapp.ui.cards.picture import add_picture
from quizapp.ui.cards.source import Source
from quizapp.ui.parts.fade import fade_in
from quizapp.ui.parts.icon import Icon
from quizapp.ui.parts.painting import box
from quizapp.ui.parts.text import Text
from quizapp.ui.parts.typeset import Stretch
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Choices(QWidget):
    """The stem and its options in the order given; `chosen` carries the option's words."""

    chosen = Signal(str)

    read = Signal()
    """The sentence is wanted in its article."""

    def __init__(
        self,
        look: Look,
        question: MultipleChoice,
        options: tuple[str, ...],
        quote: Quote | None,
        picture: Picture | None = None,
    ) -> None:
        super().__init__()
        self._look, self._question, self._quote = look, question, quote
        self._verdict, self._picture = "", picture
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 14, 0, 0)
        self._column.setSpacing(0)
        style = "heading" if look.large else "question"
        self._column.addWidget(Text(look, question.prompt, style, wrap=True))
        add_picture(look, self._column, picture, question.prompt)
        self._column.addSpacing(18)
        self.rows = [
            OptionRow(look, number, option)
            for number, option in enumerate(options, start=1)
        ]
        column = QVBoxLayout()
        column.setSpacing(8)
        for row in self.rows:
            row.clicked.connect(lambda _=False, words=row.words: self.chosen.emit(words))
            column.addWidget(row)
        self._column.addLayout(column)
        self._column.addStretch(1)

    @property
    def asked(self) -> str:
        """What is read out when the question appears."""
        options = (aloud.sentences(row.accessibleName()) for row in self.rows)
        return aloud.sentences(aloud.asked(self._question.prompt, self._picture), *options)

    @property
    def spoken(self) -> str:
        """What is read out when the answer appears."""
        right = tr("Correct answer: %1").replace("%1", self._question.right)
        return aloud.sentences(self._verdict, right, aloud.source(self._quote))

    def focus(self) -> None:
        """Put the keyboard on the first option."""
        self.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, number: int) -> None:
        """Choose by number, from one; a number too high does nothing."""
        if number <= len(self.rows):
            self.chosen.emit(self.rows[number - 1].words)

    def is_right(self, option: str) -> bool:
        """Tell whether an option is the key."""
        return option == self._question.right

    def show_verdict(self, chosen: str | None) -> None:
        """Show right and wrong in their places, then why; None: the learner did not know."""
        right = self._question.right
        if chosen is not None:
            self._verdict = tr("Right.") if chosen == right else tr("Not quite.")
        for row in self.rows:
            row.show_state(_state(row.words, chosen, right))
        if self._quote is None:
            return
        title = tr("In the article") if chosen == right else tr("Why")
        at = self._column.count() - 1
        self._column.insertSpacing(at, 14)
        source = Source(self._look, title, self._quote, gap=6)
        source.read.connect(self.read)
        self._column.insertWidget(at + 1, source)
        fade_in(self._look, source)
        mention = self._quote.elsewhere.get(chosen or "")
        if chosen is not None and mention is not None:
            self._column.insertSpacing(at + 2, 8)
            self._column.insertWidget(at + 3, _Elsewhere(self._look, chosen, mention))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the options with the arrows."""
        step = _STEPS.get(Qt.Key(event.key()))
        focused = [number for number, row in enumerate(self.rows) if row.hasFocus()]
        if step is None or not focused:
            event.ignore()
            return
        there = (focused[0] + step) % len(self.rows)
        self.rows[there].setFocus(Qt.FocusReason.TabFocusReason)


class _Elsewhere(QWidget):
    """Where else the article has the words that were chosen."""

    def __init__(self, look: Look, words: str, mention: Mention) -> None:
        super().__init__()
        self._look = look
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        sign = QVBoxLayout()
        sign.setContentsMargins(0, 3, 0, 0)
        sign.addWidget(Icon(look, "info"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(sign)
        said = wording.mention(words, mention.paragraph)
        whole = f"{said} “{mention.excerpt}”"
        text = Text(look, whole, "label", "text2", weight=400, wrap=True)
        text.set_stretches([Stretch(len(said) + 1, len(whole), style="excerpt")])
        row.addWidget(text, 1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the well it lies in."""
        painter = QPainter(self)
        area, radius = QRectF(self.rect()), self._look.radius("control")
        box(painter, area, radius, self._look.color("sunken"))
        painter.end()


def _state(option: str, chosen: str | None, right: str) -> State:
    if option == right:
        return State.CHOSEN_RIGHT if chosen == right else State.RIGHT
    return State.CHOSEN_WRONG if option == chosen else State.DIMMED
