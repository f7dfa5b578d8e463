"""What was done: it is said, taken back and done again, wherever in the program that was."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from quizapp.domain.deed import Did
from quizapp.ui import deed_words
from quizapp.ui.tasks import Tasks
from quizapp.ui.window import Window
from quizapp.ui.wording import tr


class Deeds(QObject):
    """Says each deed in the window's toast, which offers to take it back."""

    undone = Signal()

    def __init__(self, window: Window, tasks: Tasks) -> None:
        super().__init__(window)
        self._toast, self._tasks = window.toast, tasks
        self._count = 0
        """How many deeds the toast speaks of."""

    @property
    def offered(self) -> bool:
        """Tell whether the toast stands there and offers to take something back."""
        return self._toast.isVisible() and self._count > 0

    def say(self, words: str, icon: str = "check", *, undo: int = 0) -> None:
        """Say what was done in so many deeds that the toast offers to take back."""
        self._count = undo
        self._toast.say(
            words,
            action=tr("Undo") if undo else "",
            keys="Ctrl+Z" if undo else "",
            do=self.undo,
            icon=icon,
        )

    def tell(
        self, words: str, action: str, do: Callable[[], None], icon: str = "check"
    ) -> None:
        """Say something else, with another action; no action where its words are empty."""
        self._count = 0
        self._toast.say(words, action=action, do=do, icon=icon)

    def undo(self) -> None:
        """Take back whatever was done last, wherever that was."""
        from quizapp.operations import history

        deeds = self._said()
        self._tasks.change(
            lambda bank: history.undo(bank, deeds), lambda did: self._undone(did, deeds)
        )

    def redo(self) -> None:
        """Do again what was taken back last."""
        from quizapp.operations import history

        deeds = self._said()
        self._tasks.change(
            lambda bank: history.redo(bank, deeds), lambda did: self._redone(did, deeds)
        )

    def _undone(self, did: Did | None, deeds: int) -> None:
        if did is None:
            return
        self.undone.emit()
        self._count = deeds
        self._toast.say(
            deed_words.undone(did),
            action=tr("Redo"),
            keys="Ctrl+Shift+Z",
            do=self.redo,
            icon="undo-2",
        )

    def _redone(self, did: Did | None, deeds: int) -> None:
        if did is not None:
            self.say(deed_words.redone(did), "redo-2", undo=deeds)

    def _said(self) -> int:
        """Return how many deeds the toast speaks of, one where there is none, and put it away."""
        deeds = self._count if self._toast.isVisible() else 0
        self._toast.hide()
        return max(1, deeds)
