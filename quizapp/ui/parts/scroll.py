"""A page's content that scrolls up and down, never sideways."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from quizapp.ui.style_sheet import dress

_AROUND = 24
"""Pixels kept in sight above and below what has the focus."""


class Scroll(QScrollArea):
    """It follows the focus and has no look of its own."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        # Qt would measure content without a size for one that it never has.
        content.resize(self.size())
        self.setWidgetResizable(True)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        dress(self.verticalScrollBar())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def gutter(self) -> int:
        """Return the width that the scroll bar takes from the content now."""
        bar = self.verticalScrollBar()
        return bar.sizeHint().width() if bar.maximum() > 0 else 0

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Bring what has the focus into sight, unless a hand is on it."""
        held = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is not None and not held and self._content.isAncestorOf(now):
            QTimer.singleShot(0, now, lambda: self.ensureWidgetVisible(now, 0, _AROUND))
