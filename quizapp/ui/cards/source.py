"""What stands below an answer: the sentence it came from, in the article's own words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.operations.study import Quote
from quizapp.ui.parts.source_quote import SourceQuote
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look


class Source(QWidget):
    """The quote under a short title; an empty title leaves the quote alone."""

    read = Signal()
    """The sentence is wanted in its article."""

    def __init__(self, look: Look, title: str, quote: Quote, *, gap: int = 8) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        if title:
            column.addWidget(Text(look, title, "label", "text2"))
        words = SourceQuote(look, quote.sentence, quote.answer, quote.place, openable=True)
        words.read.connect(self.read)
        column.addWidget(words)
