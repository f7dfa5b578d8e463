"""The sheet a card lies on: it grows with its content and scrolls when there is no more room."""

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from quizapp.ui.parts.painting import box
from quizapp.ui.style_sheet import dress
from quizapp.ui.theme import Look

_EDGE = 1
_STEP = 60
"""Pixels that an arrow key scrolls."""


class Sheet(QWidget):
    """One content at a time; `padding` is above and below, and at both sides."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._padding = (28, 36)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._bar = _margin_bar(self._scroll.verticalScrollBar(), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 8, _EDGE, 8)
        column.addWidget(self._scroll)
        self._content: QWidget | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._keep_in_sight)

    def show_content(self, content: QWidget) -> None:
        """Put another content in the old one's place, scrolled to its top."""
        self._content = content
        self._scroll.setWidget(content)
        content.setAutoFillBackground(False)
        self._pad()

    def set_padding(self, vertical: int, horizontal: int) -> None:
        """Keep this much clear around the content."""
        self._padding = (vertical, horizontal)
        self._pad()

    def wanted(self, width: int) -> int:
        """Return the height that shows all of the content at a width."""
        layout = None if self._content is None else self._content.layout()
        if layout is None:
            return 0
        inner = width - 2 * _EDGE
        layout.activate()
        height = (
            layout.heightForWidth(inner)
            if layout.hasHeightForWidth()
            else layout.sizeHint().height()
        )
        return height + 16

    def scroll_by(self, steps: int) -> bool:
        """Scroll down, up below zero; tell whether there was anything to scroll."""
        self._bar.setValue(self._bar.value() + steps * _STEP)
        return self._bar.maximum() > 0

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the scroll bar in the margin, where it takes no room from the text."""
        width = self._bar.sizeHint().width()
        left = _EDGE if self.isRightToLeft() else self.width() - width - _EDGE
        self._bar.setGeometry(left, 8, width, self.height() - 16)
        self._keep_in_sight(None, QApplication.focusWidget())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet."""
        painter = QPainter(self)
        surface, border = self._look.color("surface"), self._look.color("border")
        radius = self._look.radius("sheet")
        box(painter, QRectF(self.rect()), radius, surface, border)
        painter.end()

    def _keep_in_sight(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Scroll to what has the focus, once it has its place."""
        content = self._content
        if now is not None and content is not None and content.isAncestorOf(now):
            reach = _STEP // 4
            QTimer.singleShot(
                0, now, lambda: self._scroll.ensureWidgetVisible(now, 0, reach)
            )

    def _pad(self) -> None:
        layout = None if self._content is None else self._content.layout()
        if layout is not None:
            vertical, horizontal = self._padding
            above, beside = vertical - 8 + _EDGE, horizontal
            layout.setContentsMargins(beside, above, beside, above)


def _margin_bar(inner: QScrollBar, sheet: QWidget) -> QScrollBar:
    """Return a bar that follows the hidden one of the scroll area, and leads it."""
    bar = QScrollBar(Qt.Orientation.Vertical, sheet)
    dress(bar)

    def follow(least: int, most: int) -> None:
        bar.setRange(least, most)
        bar.setPageStep(inner.pageStep())
        bar.setVisible(most > least)

    inner.rangeChanged.connect(follow)
    inner.valueChanged.connect(bar.setValue)
    bar.valueChanged.connect(inner.setValue)
    bar.hide()
    return bar
