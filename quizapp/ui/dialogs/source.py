"""Ask for the sentence that a question came from."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.domain.article import Span
from quizapp.domain.wanted import folded
from quizapp.operations.sourcing import Sentence
from quizapp.ui import wording
from quizapp.ui.parts.found_list import STEPS, Entry, FoundList
from quizapp.ui.parts.overlay import Overlay
from quizapp.ui.parts.search_field import SearchField
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_WIDTH, _HEIGHT = 760, 420


class Sentences(QWidget):
    """The sentences in their order, those left that hold what is typed."""

    def __init__(
        self, look: Look, sentences: Sequence[Sentence], take: Callable[[Span], None]
    ) -> None:
        super().__init__()
        self._look = look
        self._entries = [
            Entry(
                " ".join(one.words.split()),
                wording.place(one.place),
                "quote",
                partial(take, one.span),
            )
            for one in sentences
        ]
        self.field = SearchField(look, tr("Find a sentence"), "", _WIDTH)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._find)
        self.list = FoundList(look, "source")
        self.list.put(self._entries)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)

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

    def _find(self, text: str) -> None:
        sought = folded(text)
        self.list.put([one for one in self._entries if sought in folded(one.words)])


def ask(
    look: Look, window: QWidget, sentences: Sequence[Sentence], take: Callable[[Span], None]
) -> Overlay:
    """Show the sentences; `take` hears the one that is chosen."""
    content = Sentences(look, sentences, take)
    overlay = Overlay(look, window, tr("Source sentence"), content, _WIDTH)
    content.list.taken.connect(overlay.close_it)
    content.field.escaped.connect(overlay.close_it)
    content.field.setFocus()
    return overlay
