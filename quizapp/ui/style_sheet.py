"""The style sheet of what Qt draws itself, which outlives every change of theme and text size.

To give the application another sheet costs half a second in a large window: Qt matches every
widget with every rule anew. So the sheet names roles of the palette instead of colours, and
only the few widgets that have rules are polished again.
"""

from collections.abc import Iterator
from string import Template

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QMenu,
    QScrollBar,
    QWidget,
)
from shiboken6 import isValid

from quizapp.paths import ASSETS
from quizapp.ui.rubbish import rest

_Role = QPalette.ColorRole

ROLES = {
    "surface": (_Role.Base, "base"),
    "sunken": (_Role.AlternateBase, "alternate-base"),
    "text": (_Role.Text, "text"),
    "text3": (_Role.PlaceholderText, "placeholder-text"),
    "primary": (_Role.Highlight, "highlight"),
    "onPrimary": (_Role.HighlightedText, "highlighted-text"),
    "toastBg": (_Role.ToolTipBase, "tooltip-base"),
    "toastText": (_Role.ToolTipText, "tooltip-text"),
    # Qt's own style would shade frames by these, and none is left to it.
    "border": (_Role.Midlight, "midlight"),
    "borderStrong": (_Role.Mid, "mid"),
    "hover": (_Role.Light, "light"),
    "disabled": (_Role.Dark, "dark"),
}
"""The tokens that the sheet may name: the role that carries each, and what the sheet calls it."""

_WITH_RULES = (QAbstractScrollArea, QAbstractSpinBox, QLineEdit, QMenu, QScrollBar)


def style_sheet() -> str:
    """Return the sheet of `assets/style.qss`."""
    names = {token: f"palette({name})" for token, (_, name) in ROLES.items()}
    return Template((ASSETS / "style.qss").read_text(encoding="utf-8")).substitute(names)


def dress_anew(application: QApplication) -> Iterator[None]:
    """Have every widget measured and painted in the palette and fonts of now.

    Before anything is yielded all is done but what has rules and is not seen: that has time.
    """
    # One event for all: to make thousands takes its time.
    later, changed = [], QEvent(QEvent.Type.StyleChange)
    with rest():
        widgets = application.allWidgets()
    for widget in widgets:
        if isinstance(widget, _WITH_RULES) and not widget.isVisible():
            later.append(widget)
        else:
            _dress(widget, changed)
    yield
    for widget in later:
        if isValid(widget):
            _dress(widget, changed)
            yield


def _dress(widget: QWidget, changed: QEvent) -> None:
    if isinstance(widget, _WITH_RULES):
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
    QCoreApplication.sendEvent(widget, changed)
