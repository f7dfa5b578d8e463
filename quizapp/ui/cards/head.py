"""The line above every question: its kind, and how it stands in memory."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.domain.question import QuestionKind
from quizapp.ui import wording
from quizapp.ui.parts.icon import Icon
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look


class CardHead(QWidget):
    """The kind at the start, the memory at the end."""

    def __init__(self, look: Look, kind: QuestionKind, seen: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Icon(look, wording.kind_icon(kind)))
        row.addWidget(Text(look, wording.kind(kind), "label", "text2"))
        row.addStretch(1)
        row.addWidget(Text(look, seen, "label", "text3", weight=400))
