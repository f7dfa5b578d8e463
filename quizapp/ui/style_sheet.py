"""The style sheets of what Qt draws itself, which outlive every change of theme and text size.

Each such widget has its own. A sheet for the application would have Qt match all its rules with
every label and button that is made, of which none has any: that doubles the time of a dialog.
And to give a widget another sheet takes long too: so they name roles of the palette instead of
colours, and only the widgets that have one are polished again.
"""

from collections.abc import Iterator
from functools import cache
from string import Template

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QFileDialog,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QTableView,
    QTextEdit,
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
    # Qt's own style would shade frames by these, and none is left to it.
    "border": (_Role.Midlight, "midlight"),
    "borderStrong": (_Role.Mid, "mid"),
    "hover": (_Role.Light, "light"),
    "disabled": (_Role.Dark, "dark"),
}
"""The tokens that a sheet may name: the role that carries each, and what the sheet calls it."""

_SHEETS: dict[type[QWidget], tuple[str, ...]] = {
    QLineEdit: ("fields", "menus"),
    QAbstractSpinBox: ("fields", "menus"),
    QPlainTextEdit: ("fields", "bars", "menus"),
    QTextEdit: ("fields", "bars", "menus"),
    QListView: ("bars", "menus"),
    QTableView: ("bars", "menus"),
    QScrollBar: ("bars", "menus"),
    QMenu: ("menus",),
    QFileDialog: ("fields", "bars", "menus"),
}
"""What Qt draws of a widget, and of what it opens."""

_WITH_RULES = tuple(_SHEETS)
"""Kinds, for what lies in a dressed widget has its rules too: a number's line, a list's bar."""


def dress(widget: QWidget, own: str = "", *, rules: str = "") -> None:
    """Give a widget that Qt draws the look of ours.

    The names in braces in `assets/sheets` are tokens, which stand for roles of the palette: a sheet
    is the same in every theme and at every text size. `own` are declarations for this one alone;
    `rules` go before them.
    """
    kind = next(kind for kind in _SHEETS if isinstance(widget, kind))
    alone = f"{kind.__name__} {{ {own} }}" if own else ""
    wanted = "\n".join((*map(_sheet, _SHEETS[kind]), rules, alone))
    if wanted != widget.styleSheet():
        widget.setStyleSheet(wanted)


@cache
def _sheet(name: str) -> str:
    names = {token: f"palette({role})" for token, (_, role) in ROLES.items()}
    written = (ASSETS / "sheets" / f"{name}.qss").read_text(encoding="utf-8")
    return Template(written).substitute(names)


def dress_anew(application: QApplication) -> Iterator[None]:
    """Have every widget measured and painted in the palette and fonts of now.

    Before anything is yielded all is done that is seen; the rest has time.
    """
    # One event for all: to make thousands takes its time.
    later, changed = [], QEvent(QEvent.Type.StyleChange)
    with rest():
        widgets = application.allWidgets()
    for widget in widgets:
        if widget.isVisible():
            _polish(widget, changed)
        else:
            later.append(widget)
    yield
    for widget in later:
        if isValid(widget):
            _polish(widget, changed)
            yield


def _polish(widget: QWidget, changed: QEvent) -> None:
    if isinstance(widget, _WITH_RULES):
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
    QCoreApplication.sendEvent(widget, changed)
