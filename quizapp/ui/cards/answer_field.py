"""The field that takes an answer: on its own, and inside a sentence."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from quizapp.ui.parts.focus_ring import round_corners
from quizapp.ui.style_sheet import dress
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr


class AnswerField(QLineEdit):
    """A line for an answer; `given` comes with Enter. A bare one lies on a box of its owner's."""

    given = Signal(str)

    def __init__(self, look: Look, style: str, *, bare: bool = False) -> None:
        super().__init__()
        self._look, self._style, self._bare = look, style, bare
        self.setAccessibleName(tr("Your answer"))
        self.setInputMethodHints(Qt.InputMethodHint.ImhNoPredictiveText)
        round_corners(self, look.radius("control"))
        self._write()
        look.changed.connect(self._write)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the answer with Enter; a key held down gives nothing twice."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.given.emit(self.text())
            return
        if event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            event.ignore()
            return
        super().keyPressEvent(event)

    def _write(self) -> None:
        self.setFont(self._look.font(self._style))
        if self._bare:
            frame = "background: transparent; border: none; padding: 0 9px; min-height: 0;"
        else:
            frame = f"min-height: {self._look.size('buttonLg') - 2}px; padding: 0 14px;"
        dress(self, frame)
