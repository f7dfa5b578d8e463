"""The soft shadow under a sheet, drawn once for each size.

A graphics effect on the sheet itself would draw the sheet anew, and blur all of it, at every
letter that is typed on it; it also has Qt lay out every page that nobody sees.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsBlurEffect, QGraphicsPathItem, QGraphicsScene

_BLUR, _DOWN = 48, 16
"""Pixels that it reaches around the sheet, and that it lies lower."""
_QT_BLURS_BY = 2.5
"""How far Qt's blur reaches, in its own radius."""


class Shadow:
    """Paints a shadow, and keeps the last one drawn."""

    def __init__(self) -> None:
        self._drawn = QImage()
        self._drawn_for: tuple[object, ...] = ()

    def paint(
        self, painter: QPainter, place: QRectF, radius: float, ink: QColor, ratio: float
    ) -> None:
        """Paint the shadow of a box with round corners; `ratio` is the screen's."""
        wanted = (place.size(), radius, ink.rgba(), ratio)
        if wanted != self._drawn_for:
            self._drawn = _draw(place, radius, ink, ratio)
            self._drawn_for = wanted
        painter.setOpacity(ink.alphaF())
        painter.drawImage(place.topLeft() - QPointF(_BLUR, _BLUR - _DOWN), self._drawn)


def _draw(place: QRectF, radius: float, ink: QColor, ratio: float) -> QImage:
    outline = QPainterPath()
    outline.addRoundedRect(QRectF(QPointF(0, 0), place.size()), radius, radius)
    box = QGraphicsPathItem(outline)
    box.setPen(QPen(Qt.PenStyle.NoPen))
    box.setBrush(QColor(ink.rgb()))
    soft = QGraphicsBlurEffect()
    soft.setBlurRadius(_BLUR / _QT_BLURS_BY)
    box.setGraphicsEffect(soft)
    scene = QGraphicsScene()
    scene.addItem(box)
    around = outline.boundingRect().adjusted(-_BLUR, -_BLUR, _BLUR, _BLUR)
    size = QSize(round(around.width() * ratio), round(around.height() * ratio))
    drawn = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    scene.render(painter, QRectF(QPointF(0, 0), around.size()), around)
    painter.end()
    return drawn
