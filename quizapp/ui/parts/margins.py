"""Margins that change sides with the interface: Qt keeps left and right where they are."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLayout


def set_margins(layout: QLayout, start: int, above: int, end: int, below: int) -> None:
    """Keep this many pixels clear around a layout; `start` is the side where reading begins."""
    left, right = (end, start) if QGuiApplication.isRightToLeft() else (start, end)
    layout.setContentsMargins(left, above, right, below)
