"""What a screen reader is told that Qt does not tell by itself: roles, and words said aloud."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_PROPERTY = "spoken role"


def take_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Have a widget of our own spoken of as what it is to a person.

    Its name must be its accessible name: its text is not asked for any more.
    """
    _install()
    widget.setProperty(_PROPERTY, role.value)


def say(widget: QWidget, words: str) -> None:
    """Have a screen reader say something at once, wherever the keyboard is."""
    if words:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


@cache
def _install() -> None:
    QAccessible.installFactory(_interface)


def _interface(_class: str, spoken: QObject) -> QAccessibleWidget | None:
    """Return how a widget with a role of its own is spoken of; None leaves it to Qt."""
    if not isinstance(spoken, QWidget):
        return None
    role = spoken.property(_PROPERTY)
    return None if role is None else QAccessibleWidget(spoken, QAccessible.Role(role))
