"""A tick for small discs: the icon's own stroke would be too thin there."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from quizapp.ui.parts.painting import smooth

_CORNERS = ((4.0, 12.0), (9.0, 17.0), (20.0, 6.0))
_BOX = 24.0
_STROKE = 2.75


def paint_tick(painter: QPainter, spot: QRectF, ink: QColor) -> None:
    """Paint Lucide's tick over `spot` with a stroke that small sizes can show."""
    smooth(painter)
    scale = spot.width() / _BOX
    pen = QPen(ink, _STROKE * scale)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    corner = spot.topLeft()
    painter.drawPolyline([corner + QPointF(x, y) * scale for x, y in _CORNERS])
