"""A field to search in, and what was found below it: the keyboard stays in the field."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.ui.parts.found_list import STEPS, Entry, FoundList
from quizapp.ui.parts.overlay import Overlay
from quizapp.ui.parts.search_field import SearchField
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_HEIGHT = 420


class Finder(QWidget):
    """Arrows move in the list and Enter takes from it; `style` is that of the list's words."""

    def __init__(
        self, look: Look, placeholder: str, width: int, style: str = "body"
    ) -> None:
        super().__init__()
        self._look, self._width = look, width
        self.field = SearchField(look, placeholder, "", width)
        self.field.installEventFilter(self)
        self.list = FoundList(look, style)
        self._nothing = Text(look, "", "body", "text2", wrap=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.field)
        column.addWidget(self._stack, 1)

    @property
    def sought(self) -> str:
        """What stands in the field."""
        return self.field.text().strip()

    def put(self, entries: Sequence[Entry]) -> None:
        """Show what was found, or that nothing was."""
        self.list.put(entries)
        self._nothing.setText(tr("Nothing found for ‘%1’").replace("%1", self.sought))
        self._stack.setCurrentWidget(self.list if entries else self._nothing)

    def open_over(self, window: QWidget, title: str) -> Overlay:
        """Lie over a window; it closes before what was chosen is done."""
        overlay = Overlay(self._look, window, title, self, self._width)
        self.list.taken.connect(overlay.close_it)
        self.field.escaped.connect(overlay.close_it)
        self.field.setFocus()
        return overlay

    @override
    def heightForWidth(self, width: int) -> int:
        """Return room for the list, whatever it holds."""
        return round(_HEIGHT * min(self._look.scale, 1.5))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list, and take from it, by keys pressed in the field."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key = Qt.Key(event.key())
        if key in STEPS:
            self.list.step(STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.list.take()
        elif key == Qt.Key.Key_Escape:
            self.field.escaped.emit()
        else:
            return False
        return True
