"""What follows a typed answer: the two rows, the verdict, the source."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.domain.answer import Mark
from quizapp.operations.study import Quote
from quizapp.ui import wording
from quizapp.ui.cards.comparison import Comparison
from quizapp.ui.cards.source import Source
from quizapp.ui.parts.banner import Banner, Tone
from quizapp.ui.theme import Look


class TypedVerdict(QWidget):
    """`mark` None: the learner did not know, so nothing is judged."""

    read = Signal()
    """The sentence is wanted in its article."""

    def __init__(
        self, look: Look, typed: str, answer: str, mark: Mark | None, quote: Quote | None
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        shown = answer if mark is None else mark.nearest
        column.addWidget(Comparison(look, typed if mark is not None else "", shown))
        if mark is not None:
            title, sentence = wording.verdict(mark)
            tone: Tone = "right" if mark.right else "bad"
            column.addWidget(Banner(look, tone, title, sentence, inline=True))
        if quote is not None:
            column.addSpacing(6)
            source = Source(look, "", quote)
            source.read.connect(self.read)
            column.addWidget(source)
        column.addStretch(1)
