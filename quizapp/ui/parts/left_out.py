"""What was left out of an article, passage by passage, each of which may be put back."""

from collections.abc import Callable, Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.domain.article import Article
from quizapp.operations import choosing
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.clamped import ClampedText
from quizapp.ui.parts.found_line import kind_of_passage
from quizapp.ui.parts.overlay import Overlay
from quizapp.ui.parts.rule import Rule
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_WIDTH, _WIDTH_LARGE, _LINES = 680, 960, 8

Put = Callable[[int, bool], None]
"""Told a passage's number and whether it is put back or left out again."""


def show(
    look: Look, window: QWidget, article: Article, back: Collection[int], put: Put
) -> Overlay:
    """Show the passages over the window; `article` is as it was read, nothing put back."""
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(25, 12, 25, 20)
    column.setSpacing(0)
    rows = [
        _Row(look, article, number, put, is_back=number in back)
        for number in choosing.left_out(article)
    ]
    for row in rows:
        if row is not rows[0]:
            column.addWidget(Rule(look))
        column.addWidget(row)
    column.addStretch(1)
    width = _WIDTH_LARGE if look.large else _WIDTH
    overlay = Overlay(look, window, tr("Left out"), content, width)
    rows[0].button.setFocus()
    return overlay


class _Row(QWidget):
    """One passage, its kind above it, and the way back."""

    def __init__(
        self, look: Look, article: Article, number: int, put: Put, *, is_back: bool
    ) -> None:
        super().__init__()
        self._number, self._put, self._is_back = number, put, is_back
        passage = article.passages[number]
        kind = kind_of_passage(passage.kind)
        self._words = " ".join(passage.span.of(article.text).split())
        self.button = Button(look, "", size="small")
        self.button.clicked.connect(self._turn)
        head = QHBoxLayout()
        head.addWidget(Text(look, kind[:1].upper() + kind[1:], "label", "text2"))
        head.addStretch(1)
        head.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(ClampedText(look, self._words, "excerpt", lines=_LINES))
        self._name()

    def _turn(self) -> None:
        self._is_back = not self._is_back
        self._put(self._number, self._is_back)
        self._name()

    def _name(self) -> None:
        self.button.setText(tr("Leave out") if self._is_back else tr("Put back"))
        self.button.setAccessibleName(f"{self.button.text()}: {self._words[:80]}")
        self.button.updateGeometry()
