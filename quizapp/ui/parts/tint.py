"""The memory tint: how well words are known, as a shade behind them, or as dots."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from quizapp.domain.strip import Band
from quizapp.ui.parts.painting import box, faded, smooth
from quizapp.ui.theme import Look

TINTS = {
    Band.FADING: "mem1",
    Band.SHAKY: "mem2",
    Band.SOLID: "mem3",
    Band.STRONG: "mem4",
}
_DOT, _STRENGTH = 1.75, 0.6
_APART = {Band.FADING: 12.0, Band.SHAKY: 8.0, Band.SOLID: 5.5, Band.STRONG: 3.5}
"""Pixels between the dots of each band."""
_CORNER = 3


def paint_tint(painter: QPainter, look: Look, area: QRectF, band: Band) -> None:
    """Paint the tint of a band that has one."""
    if look.patterned:
        _paint_dots(painter, look, area, _APART[band])
    else:
        box(painter, area, _CORNER, look.color(TINTS[band]))


def _paint_dots(painter: QPainter, look: Look, area: QRectF, apart: float) -> None:
    """Paint rows of dots that stand out by three to one, every other row shifted by half."""
    smooth(painter)
    pen = QPen(faded(look.color("memInk"), _STRENGTH), _DOT)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.01, apart / _DOT])
    top, shifted = area.top() + _DOT, False
    while top <= area.bottom() - _DOT / 2:
        pen.setDashOffset(apart / _DOT / 2 if shifted else 0)
        painter.setPen(pen)
        painter.drawLine(QLineF(area.left() + _DOT, top, area.right() - _DOT, top))
        top, shifted = top + apart, not shifted
