"""Fields of one line and of several that say when they are left, and leave Undo to the window."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from typing_extensions import override

from quizapp.ui.style_sheet import dress
from quizapp.ui.theme import Look

_HEIGHT = 30
_LEAST_LINES, _MOST_LINES = 2, 6


class Field(QLineEdit):
    """A line; once its own typing is undone, Ctrl+Z undoes deeds again."""

    left = Signal()
    """The keyboard went elsewhere, or Enter was pressed."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        self.editingFinished.connect(self.left)
        self._dress()
        look.changed.connect(self._dress)

    def put(self, words: str, *, anew: bool = False) -> None:
        """Show other words, unless they are there or, where they are not `anew`, being typed."""
        if (anew or not self.hasFocus()) and self.text() != words:
            self.setText(words)
            self.setCursorPosition(0)

    @override
    def event(self, event: QEvent) -> bool:
        """Let Undo and Redo pass where there is nothing here to undo or redo."""
        if event.type() == QEvent.Type.ShortcutOverride and _passes(
            event, undo=self.isUndoAvailable(), redo=self.isRedoAvailable()
        ):
            event.ignore()
            return True
        return super().event(event)

    def _dress(self) -> None:
        self.setFont(self._look.font("label", weight=400))
        height = round((_HEIGHT - 2) * self._look.scale)
        dress(self, f"min-height: {height}px; padding: 0 12px;")


class Area(QPlainTextEdit):
    """As many lines as the words need, up to a few."""

    left = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._dress()
        look.changed.connect(self._dress)

    def put(self, words: str, *, anew: bool = False) -> None:
        """Show other words, unless they are there or, where they are not `anew`, being typed."""
        if (anew or not self.hasFocus()) and self.toPlainText() != words:
            self.setPlainText(words)

    @override
    def event(self, event: QEvent) -> bool:
        """Let Undo and Redo pass where there is nothing here to undo or redo."""
        document = self.document()
        if event.type() == QEvent.Type.ShortcutOverride and _passes(
            event, undo=document.isUndoAvailable(), redo=document.isRedoAvailable()
        ):
            event.ignore()
            return True
        return super().event(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that it was left; a menu or another window is no leaving."""
        super().focusOutEvent(event)
        if event.reason() not in {
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        }:
            self.left.emit()

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        lines = round(self.document().documentLayout().documentSize().height())
        shown = max(_LEAST_LINES, min(lines, _MOST_LINES))
        self.setFixedHeight(shown * line + 2 * 8 + 4)

    def _dress(self) -> None:
        self.setFont(self._look.font("body"))
        dress(self, "padding: 8px 12px;")
        self._fit()


def _passes(event: QEvent, *, undo: bool, redo: bool) -> bool:
    if not isinstance(event, QKeyEvent):
        return False
    if event.matches(QKeySequence.StandardKey.Undo):
        return not undo
    return event.matches(QKeySequence.StandardKey.Redo) and not redo
