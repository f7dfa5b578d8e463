"""The sentence behind a question, in the article's voice, its answer under the marker pen."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.domain.article import Place, Span
from quizapp.ui import wording
from quizapp.ui.parts.button import Button
from quizapp.ui.parts.painting import box
from quizapp.ui.parts.text import Text
from quizapp.ui.parts.typeset import Stretch, Typeset, reads_leftwards
from quizapp.ui.spoken import take_role
from quizapp.ui.theme import Look

_BAR, _GAP = 3, 16
_BLEED = 2
"""How far the marker reaches beyond the words on either side."""


class MarkedText(Text):
    """Serif text with one part under the marker: a fill, and a line beneath each of its lines."""

    def __init__(
        self, look: Look, sentence: str, marked: Span | None, style: str = "quote"
    ) -> None:
        super().__init__(look, sentence.replace("\n", " "), style, wrap=True)
        self._inset = _BLEED
        self._faint: tuple[Stretch, ...] = ()
        self.mark(marked)

    def mark(self, marked: Span | None) -> None:
        """Mark another part, or none."""
        self._marked = marked
        inked = (
            () if marked is None else (Stretch(marked.start, marked.end, ink="onMarker"),)
        )
        self.set_stretches((*inked, *self._faint))

    def add_faint(self, words: str) -> None:
        """Add words that only go with the sentence, in a fainter ink."""
        before = len(self.text())
        self.setText(self.text() + words)
        self._faint = (Stretch(before, before + len(words), ink="text3"),)
        self.mark(self._marked)

    @override
    def paint_under(self, painter: QPainter, typeset: Typeset) -> None:
        """Paint the marker under the letters, apart from the lines above and below."""
        if self._marked is None:
            return
        fill, line = self._look.color("marker"), self._look.color("markerLine")
        for area in typeset.boxes(self._marked.start, self._marked.end):
            stroke = area.adjusted(0, 2, 2 * _BLEED, -2)
            box(painter, stroke, 2, fill)
            foot = QRectF(stroke.left(), stroke.bottom(), stroke.width(), 2)
            painter.fillRect(foot, line)


class SourceQuote(QWidget):
    """The sentence with its bar, and its place where one is named.

    It runs the way its own script runs. One that is `openable` offers to show the sentence in
    its article.
    """

    read = Signal()
    """The sentence is wanted in its article."""

    def __init__(
        self,
        look: Look,
        sentence: str,
        answer: Span | None,
        place: Place | None = None,
        parent: QWidget | None = None,
        *,
        openable: bool = False,
        style: str = "quote",
    ) -> None:
        super().__init__(parent)
        take_role(self, QAccessible.Role.BlockQuote)
        self._look = look
        leftwards = reads_leftwards(sentence)
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight
        )
        self._name(sentence, answer, place)
        column = QVBoxLayout(self)
        side = _BAR + _GAP - _BLEED
        foot = 0 if openable or place is None else 5
        column.setContentsMargins(
            *((0, 0, side, foot) if leftwards else (side, 0, 0, foot))
        )
        column.setSpacing(4 if openable else 9)
        self._quote = MarkedText(look, sentence, answer, style)
        column.addWidget(self._quote)
        if place is not None:
            column.addLayout(self._line_below(place, openable=openable))

    def _line_below(self, place: Place, *, openable: bool) -> QHBoxLayout:
        below = QHBoxLayout()
        below.setContentsMargins(_BLEED, 0, 0 if openable else _BLEED, 0)
        below.addWidget(Text(self._look, wording.place(place), "caption", "text3"))
        below.addStretch(1)
        if openable:
            below.addWidget(self._opener())
        return below

    def add_after(self, words: str) -> None:
        """Add what follows in the article, in a fainter ink."""
        self._quote.add_faint(f" {words}")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar at the side where reading begins."""
        painter = QPainter(self)
        left = self.width() - _BAR if self.isRightToLeft() else 0
        area = QRectF(left, 0, _BAR, self.height())
        box(painter, area, 1.5, self._look.color("markerLine"))
        painter.end()

    def _opener(self) -> Button:
        words = wording.tr("Open in article")
        opener = Button(
            self._look,
            words,
            "quiet",
            size="small",
            icon="book-open",
            keys=("O",),
        )
        opener.end_flush()
        opener.clicked.connect(self.read)
        return opener

    def _name(self, sentence: str, answer: Span | None, place: Place | None) -> None:
        spoken = wording.tr("Source: %1").replace("%1", sentence)
        self.setAccessibleName(spoken)
        marked = ""
        if answer is not None:
            marked = wording.tr("Marked: %1.").replace("%1", answer.of(sentence)) + " "
        where = "" if place is None else wording.place(place)
        self.setAccessibleDescription((marked + where).strip())
