"""A field for a sentence or two: as high as its words, Enter leaves it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy
from typing_extensions import override

from quizapp.ui.style_sheet import dress
from quizapp.ui.theme import Look

_MARGIN, _AROUND = 2, 26
"""Pixels: the document's own margin, and all above and below the words."""


class GrowingField(QPlainTextEdit):
    """`left` says that whoever typed is done."""

    left = Signal()

    def __init__(self, look: Look, words: str, name: str) -> None:
        super().__init__(words)
        self._look = look
        dress(self)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(_MARGIN)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._fit)
        look.changed.connect(self._dress)
        self._dress()

    @property
    def words(self) -> str:
        """What stands there, in one line."""
        return " ".join(self.toPlainText().split())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Enter; Esc is for what lies around."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Be done when the keyboard goes elsewhere."""
        super().focusOutEvent(event)
        self.left.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        """Return the height of all lines."""
        return QSize(200, self.height())

    def _dress(self) -> None:
        self.setFont(self._look.font("option"))
        self._fit()

    def _fit(self) -> None:
        lines = max(1, round(self.document().size().height()))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + _AROUND)
