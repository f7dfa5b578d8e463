"""Letters that act on their own may be turned off, for those who would press them by chance."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
)
from typing_extensions import override

_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QMenu)
_KEYS = {QEvent.Type.KeyPress, QEvent.Type.KeyRelease}


class SingleKeys(QObject):
    """While they are not wanted, letters reach text fields and nothing else.

    Digits, Space and Enter still rate and choose: without them a session needs the mouse.
    It listens to the whole application, and only while it is needed.
    """

    def want(self, *, wanted: bool) -> None:
        """Let letters act, or keep them from it."""
        application = QApplication.instance()
        if application is None:
            return
        application.removeEventFilter(self)
        if not wanted:
            application.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep letters from what would act on them."""
        if not isinstance(event, QKeyEvent) or not _is_letter(event):
            return False
        if isinstance(QApplication.focusWidget(), _FIELDS):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            # An accepted override comes back as a key press, which is then kept away.
            event.accept()
            return True
        return event.type() in _KEYS


def _is_letter(event: QKeyEvent) -> bool:
    shift = Qt.KeyboardModifier.ShiftModifier
    plain = not event.modifiers() & ~shift
    return (
        plain and len(event.text()) == 1 and (event.text().isalpha() or event.text() == "/")
    )
