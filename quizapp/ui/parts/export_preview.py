"""What an export will write, on white paper whatever the theme."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.operations import previewing
from quizapp.operations.exporting import Plan
from quizapp.ui.parts.segmented import Segmented
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

PAPER, INK, EDGE = "#FFFFFF", "#18211F", "#D5DBD6"
"""Paper is white and its letters dark, in both themes."""


class ExportPreview(QWidget):
    """`turned` carries the number of the sheet that a person wants to see."""

    turned = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._labels: tuple[str, ...] = ()
        self._sheets: Segmented | None = None
        self._drawn = False
        self._head = Text(look, tr("Preview"), "label", "text2")
        self._paper = QPlainTextEdit()
        self._paper.setReadOnly(True)
        self._paper.setTabChangesFocus(True)
        self._paper.setAccessibleName(tr("Preview"))
        self._paper.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 14, 24, 12)
        self._column.setSpacing(10)
        self._column.addWidget(self._head)
        self._column.addWidget(self._paper, 1)
        look.changed.connect(self._dress)
        self._dress()

    def show_text(self, planned: Plan, text: str) -> None:
        """Show a sheet's text, and the names of the others beside it."""
        if planned.labels != self._labels:
            self._labels = planned.labels
            self._offer()
        self._drawn = previewing.is_drawn(planned) or len(planned.labels) > 1
        self._paper.setFont(self._look.font("excerpt" if self._drawn else "caption"))
        if self._paper.toPlainText() != text:
            self._paper.setPlainText(text)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tray."""
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), self._look.color("sunken"))
        painter.end()

    def _offer(self) -> None:
        if self._sheets is not None:
            self._sheets.hide()
            self._sheets.deleteLater()
            self._sheets = None
        several = len(self._labels) > 1
        self._head.setVisible(not several)
        if several:
            words = (label[:1].upper() + label[1:] for label in self._labels)
            self._sheets = Segmented(self._look, tuple(("", word) for word in words))
            self._sheets.choose(0)
            self._sheets.chosen.connect(self.turned)
            self._column.insertWidget(0, self._sheets)

    def _dress(self) -> None:
        self._paper.setFont(self._look.font("excerpt" if self._drawn else "caption"))
        self._paper.setStyleSheet(
            f"QPlainTextEdit {{ background: {PAPER}; color: {INK};"
            f" border: 1px solid {EDGE}; border-radius: 2px; padding: 16px; }}"
        )
