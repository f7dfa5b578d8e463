"""A person with a keyboard and nothing else: keys go to the window that has the focus."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtGui import QGuiApplication, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from quizapp.bank import Bank
from quizapp.ui.pages.study import KEY_GUARD, State
from quizapp.ui.parts.overlay import Overlay
from quizapp.ui.parts.text import Text
from quizapp.ui.self_test import Walk
from quizapp.ui.start import Program

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)


class Keyboard:
    """Its keys, and what the person sees of the window."""

    def __init__(self, program: Program) -> None:
        self.program, self.window = program, program.window
        self.walk = Walk(program, None)
        self.pressed: set[str] = set()

    def press(self, *keys: str) -> None:
        """Press one after the other, each as the shortcuts dialog names it."""
        for key in keys:
            self.pressed.add(key)
            window = QGuiApplication.focusWindow()
            assert window is not None, f"no window takes {key}"
            if len(key) == 1 and not key.isalnum():
                _type(window, key)
            else:
                told = QKeySequence(key)[0]  # type: ignore[index]  # the stub lacks it
                QTest.keyClick(window, told.key(), told.keyboardModifiers())
            gone = not isValid(window) or not window.isVisible()
            assert gone or self.focus is not None, f"{key} lost the keyboard"

    def answer(self, *keys: str) -> None:
        """Press keys that a session takes only once the card was looked at."""
        for key in keys:
            QTest.qWait(KEY_GUARD + 20)
            self.press(key)

    def write(self, words: str) -> None:
        """Type words."""
        window = QGuiApplication.focusWindow()
        assert window is not None
        for letter in words:
            _type(window, letter)

    def tab_to(self, there: Callable[[QWidget], bool]) -> None:
        """Go on by Tab until the keyboard is there."""
        for _ in range(60):
            if self.focus is not None and there(self.focus):
                return
            self.press("Tab")
        raise AssertionError("the way by Tab leads past it")

    @property
    def focus(self) -> QWidget | None:
        """What has the keyboard."""
        return QApplication.focusWidget()

    def is_in(self, part: QWidget) -> bool:
        """Tell whether the keyboard is in a part of the window."""
        return self.focus is not None and part.isAncestorOf(self.focus)

    def find(self, kind: type[W]) -> list[W]:
        """Return what is seen of a kind."""
        return [one for one in self.window.findChildren(kind) if one.isVisible()]

    def sees(self, words: str) -> None:
        """Wait for words."""
        self.walk.until(
            lambda: any(words in text.text() for text in self.find(Text)), f"“{words}”"
        )

    def shown(self, page: str) -> None:
        """Wait for a page."""
        self.walk.shown(page)

    def state(self, *states: State) -> None:
        """Wait until the session stands so."""
        self.walk.state(*states)

    def until(self, holds: Callable[[], bool], step: str) -> None:
        """Wait until something holds."""
        self.walk.until(holds, step)

    def done(self, operation: Callable[[Bank], T]) -> T:
        """Return what the bank holds."""
        return self.walk.done(operation)

    def dialog(self) -> Overlay:
        """Wait for a dialog and return it."""
        self.until(lambda: bool(self.find(Overlay)), "a dialog")
        return self.find(Overlay)[-1]


def _type(window: QWindow, letter: str) -> None:
    QTest.keyClick(window, letter)  # type: ignore[call-overload]  # the stub lacks it
