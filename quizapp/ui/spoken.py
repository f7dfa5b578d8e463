"""What a screen reader is told that Qt does not tell by itself: roles, and words said aloud."""

from functools import cache

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget
from typing_extensions import override

_PROPERTY = "spoken role"
_PRESSED = {QAccessible.Role.Button, QAccessible.Role.PageTab}


def take_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Have a widget of our own spoken of as what it is to a person.

    It is called by its accessible name; a text of its own is not asked for any more.
    """
    _install()
    widget.setProperty(_PROPERTY, role.value)


def say(widget: QWidget, words: str) -> None:
    """Have a screen reader say something at once, wherever the keyboard is."""
    if words:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class _Spoken(QAccessibleWidget):
    """How a widget with a role of its own is spoken of."""

    @override
    def state(self) -> QAccessible.State:
        """Return the state, in which the page that is open counts as selected."""
        state, widget = super().state(), self.widget()
        if isinstance(widget, QAbstractButton):
            state.selectable, state.selected = True, widget.isChecked()
        return state

    @override
    def actionNames(self) -> list[str]:
        """Offer to press what is pressed by Enter."""
        focus = list(super().actionNames())
        if self.role() in _PRESSED and self.widget().isEnabled():
            return [QAccessibleActionInterface.pressAction(), *focus]
        return focus

    @override
    def doAction(self, actionName: str) -> None:
        """Press it as a hand or the Enter key does."""
        widget = self.widget()
        if actionName != QAccessibleActionInterface.pressAction():
            super().doAction(actionName)
        elif isinstance(widget, QAbstractButton):
            widget.click()
        else:
            none, enter = Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Return
            pressed = QKeyEvent(QEvent.Type.KeyPress, enter, none)
            QCoreApplication.postEvent(widget, pressed)


@cache
def _install() -> None:
    QAccessible.installFactory(_interface)


def _interface(_class: str, spoken: QObject) -> QAccessibleWidget | None:
    """Return how a widget with a role of its own is spoken of; None leaves it to Qt."""
    if not isinstance(spoken, QWidget):
        return None
    role = spoken.property(_PROPERTY)
    return None if role is None else _Spoken(spoken, QAccessible.Role(role))
