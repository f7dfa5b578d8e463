"""The soft shadow under what floats over a page, drawn once for each size.

A graphics effect on the sheet itself would draw the sheet anew, and blur all of it, at every
letter that is typed on it; it also has Qt lay out every page that nobody sees.
"""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QGraphicsBlurEffect,
    QGraphicsPathItem,
    QGraphicsScene,
    QWidget,
)
from typing_extensions import override

from quizapp.ui.theme import Look

_QT_BLURS_BY = 2.5
"""How far Qt's blur reaches, in its own radius."""

_FOLLOWED = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ZOrderChange,
}


class Shadow:
    """Paints a shadow of an elevation, and keeps the last one drawn."""

    def __init__(self, look: Look, elevation: int) -> None:
        self._look = look
        self.blur, self.down = look.elevation(elevation)
        """Pixels that it reaches around what casts it, and that it lies lower."""
        self._drawn = QImage()
        self._drawn_for: tuple[object, ...] = ()

    def paint(self, painter: QPainter, place: QRectF, radius: float, ratio: float) -> None:
        """Paint the shadow of a box with round corners; `ratio` is the screen's."""
        self.draw(place, radius, ratio)
        painter.setOpacity(self._look.color("shadow").alphaF())
        corner = place.topLeft() - QPointF(self.blur, self.blur - self.down)
        painter.drawImage(corner, self._drawn)

    def draw(self, place: QRectF, radius: float, ratio: float) -> None:
        """Draw it, unless it is drawn already: this takes its time, which a frame may not have."""
        ink = self._look.color("shadow")
        wanted = (place.size(), radius, ink.rgba(), ratio)
        if wanted != self._drawn_for:
            self._drawn = _draw(place, radius, self.blur, ink, ratio)
            self._drawn_for = wanted


class Cast(QWidget):
    """The shadow of a part of a window that comes and goes: it follows it, beneath it.

    `corner` names the radius of that part, as the tokens do.
    """

    def __init__(self, look: Look, of: QWidget, corner: str) -> None:
        super().__init__(of.parentWidget())
        self._look, self._of, self._corner = look, of, corner
        self._shadow = Shadow(look, 1)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        of.installEventFilter(self)
        self.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go where it goes."""
        if event.type() in _FOLLOWED:
            blur, down = self._shadow.blur, self._shadow.down
            place = self._of.geometry().translated(0, down)
            self.setGeometry(place.adjusted(-blur, -blur, blur, blur))
            self.stackUnder(self._of)
            self.setVisible(self._of.isVisible())
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shadow."""
        painter = QPainter(self)
        place = QRectF(self._of.geometry().translated(-self.pos()))
        radius = self._look.radius(self._corner)
        self._shadow.paint(painter, place, radius, self.devicePixelRatioF())
        painter.end()


def _draw(place: QRectF, radius: float, blur: int, ink: QColor, ratio: float) -> QImage:
    outline = QPainterPath()
    outline.addRoundedRect(QRectF(QPointF(0, 0), place.size()), radius, radius)
    box = QGraphicsPathItem(outline)
    box.setPen(QPen(Qt.PenStyle.NoPen))
    box.setBrush(QColor(ink.rgb()))
    soft = QGraphicsBlurEffect()
    soft.setBlurRadius(blur / _QT_BLURS_BY)
    box.setGraphicsEffect(soft)
    scene = QGraphicsScene()
    scene.addItem(box)
    around = outline.boundingRect().adjusted(-blur, -blur, blur, blur)
    size = QSize(round(around.width() * ratio), round(around.height() * ratio))
    drawn = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    scene.render(painter, QRectF(QPointF(0, 0), around.size()), around)
    painter.end()
    return drawn
