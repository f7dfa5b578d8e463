"""Strokes that several parts share."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

START, END = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
"""Where reading begins and ends: Qt takes left for right where the layout runs leftwards."""
MIDDLE = Qt.AlignmentFlag.AlignVCenter


def smooth(painter: QPainter) -> None:
    """Turn on soft edges."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def box(
    painter: QPainter,
    area: QRectF,
    radius: float,
    fill: QColor | None,
    outline: QColor | None = None,
    width: float = 1.0,
) -> None:
    """Paint a box with round corners; its outline lies wholly inside `area`."""
    boxes(painter, (area,), radius, fill, outline, width)


def boxes(
    painter: QPainter,
    areas: Iterable[QRectF],
    radius: float,
    fill: QColor | None,
    outline: QColor | None = None,
    width: float = 1.0,
) -> None:
    """Paint boxes that look alike; each alone, for one path of many takes ten times as long."""
    smooth(painter)
    half = 0.0 if outline is None else width / 2
    radius = max(0.0, radius - half)
    painter.setPen(Qt.PenStyle.NoPen if outline is None else QPen(outline, width))
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
    for area in areas:
        painter.drawRoundedRect(area.adjusted(half, half, -half, -half), radius, radius)


def mirrored(area: QRectF, widget: QWidget) -> QRectF:
    """Return the place of `area` in a widget, in the direction of the interface."""
    turned = QRectF(area)
    if widget.isRightToLeft():
        turned.moveLeft(widget.width() - area.right())
    return turned


def faded(color: QColor, opacity: float) -> QColor:
    """Return the colour with an opacity from 0 to 1."""
    soft = QColor(color)
    soft.setAlphaF(opacity)
    return soft
