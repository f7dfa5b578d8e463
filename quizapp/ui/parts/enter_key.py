"""Enter presses what has the focus, as Space does: Qt leaves it to the desktop's theme."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


def press_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press the button by Enter alone; True where the key was Enter and is used up.

    A key held down presses once.
    """
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() not in _ENTER or held:
        return False
    if not event.isAutoRepeat():
        button.click()
    return True
