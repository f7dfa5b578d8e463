"""A field for an article: the article's voice on lines of their own height."""

from PySide6.QtGui import QShowEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit
from typing_extensions import override

from quizapp.ui.style_sheet import dress
from quizapp.ui.theme import Look

_TEXT, _LINE = 16, 26
_BETWEEN = 8
"""Pixels between two paragraphs."""


class ArticleField(QTextEdit):
    """Serif letters, plain text only."""

    def __init__(self, look: Look, hint: str = "") -> None:
        super().__init__()
        self._look = look
        dress(self)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setPlaceholderText(hint)
        self.document().setDocumentMargin(7)
        self.dress()

    def dress(self) -> None:
        """Set the letters anew."""
        font = self._look.font("quote")
        font.setPixelSize(round(_TEXT * self._look.scale))
        self.setFont(font)
        self._set_lines()

    @override
    def setPlainText(self, text: str) -> None:
        """Replace the text."""
        super().setPlainText(text)
        self._set_lines()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Set the letters again: while it was hidden the style gave it the window's own."""
        super().showEvent(event)
        self.dress()

    def _set_lines(self) -> None:
        lines = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        lines.setLineHeight(round(_LINE * self._look.scale), fixed)
        lines.setBottomMargin(_BETWEEN if self.isReadOnly() else 0)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(lines)
