"""What an export will write, on white paper whatever the theme."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.operations import previewing
from quizapp.operations.exporting import Plan
from quizapp.operations.papers import Page, Printed
from quizapp.ui.parts.flow import Flow
from quizapp.ui.parts.page_view import EDGE, PAPER, PageBar, PageView
from quizapp.ui.parts.segmented import Segmented
from quizapp.ui.parts.text import Text
from quizapp.ui.style_sheet import dress
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

INK = "#18211F"
"""Paper is white and its letters dark, in both themes."""


class ExportPreview(QWidget):
    """`turned` carries the number of the sheet that a person wants to see.

    `page_wanted` carries a document, the number of its page and how wide that is, in pixels.
    """

    turned = Signal(int)
    page_wanted = Signal(object, int, int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._labels: tuple[str, ...] = ()
        self._sheets: Segmented | None = None
        self._printed: Printed | None = None
        self._drawn = False
        self._head = Text(look, tr("Preview"), "label", "text2")
        self._bar = PageBar(look)
        self._row = Flow(8)
        self._waits = Text(look, tr("Setting the pages…"), "label", "text2", weight=400)
        self._pages = PageView()
        self._paper = QPlainTextEdit()
        self._paper.setReadOnly(True)
        self._paper.setTabChangesFocus(True)
        self._paper.setAccessibleName(tr("Preview"))
        self._paper.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._lay_out()
        self._bar.turned.connect(lambda _: self._ask())
        self._bar.enlarged.connect(lambda close: self._pages.come(close=close))
        self._pages.turning.connect(self._bar.turn)
        self._pages.wanted.connect(self._ask)
        look.changed.connect(self._dress)
        self._dress()

    @property
    def waits(self) -> bool:
        """Whether pages are still being made."""
        return not self._waits.isHidden()

    @property
    def words(self) -> str:
        """What is shown, as text."""
        if self._pages.isHidden():
            return self._paper.toPlainText()
        return self._pages.accessibleDescription()

    def show_text(self, planned: Plan, text: str) -> None:
        """Show a sheet's text, and the names of the others beside it."""
        self._take(planned, pages=False)
        self._drawn = previewing.is_drawn(planned) or len(planned.labels) > 1
        self._paper.setFont(self._look.font("excerpt" if self._drawn else "caption"))
        if self._paper.toPlainText() != text:
            self._paper.setPlainText(text)

    def wait_for_pages(self, planned: Plan) -> None:
        """Say that the pages of a sheet are being made; those shown before stay meanwhile."""
        self._take(planned, pages=True)
        self._waits.show()

    def show_printed(self, printed: Printed) -> None:
        """Show the pages of a sheet, from the one that was looked at."""
        self._printed = printed
        self._bar.show_pages(printed.pages)
        self._ask()

    def show_page(self, page: Page) -> None:
        """Show a page that was asked for."""
        self._waits.hide()
        self._pages.show_page(page, self._bar.said)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tray."""
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), self._look.color("sunken"))
        painter.end()

    def _lay_out(self) -> None:
        self._row.add(self._head)
        self._row.add(self._bar)
        self._bar.hide()
        self._waits.hide()
        self._pages.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 12)
        column.setSpacing(10)
        column.addWidget(self._row)
        column.addWidget(self._waits)
        column.addWidget(self._paper, 1)
        column.addWidget(self._pages, 1)

    def _take(self, planned: Plan, *, pages: bool) -> None:
        if planned.labels != self._labels:
            self._labels = planned.labels
            self._offer()
        if not pages:
            self._printed = None
            self._waits.hide()
        self._bar.setVisible(pages)
        self._pages.setVisible(pages)
        self._paper.setVisible(not pages)

    def _ask(self) -> None:
        if self._printed is not None:
            self.page_wanted.emit(self._printed, self._bar.number, self._pages.pixels)

    def _offer(self) -> None:
        if self._sheets is not None:
            self._row.drop(self._sheets)
            self._sheets = None
        several = len(self._labels) > 1
        self._head.setVisible(not several)
        if several:
            words = (label[:1].upper() + label[1:] for label in self._labels)
            self._sheets = Segmented(self._look, tuple(("", word) for word in words))
            self._sheets.choose(0)
            self._sheets.chosen.connect(self.turned)
            self._row.put_first(self._sheets)

    def _dress(self) -> None:
        self._paper.setFont(self._look.font("excerpt" if self._drawn else "caption"))
        dress(
            self._paper,
            f"background: {PAPER}; color: {INK}; border: 1px solid {EDGE};"
            " border-radius: 2px; padding: 16px;",
        )
