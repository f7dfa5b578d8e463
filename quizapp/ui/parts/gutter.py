"""What stands beside a sentence: how well it is known, and how many questions are on it."""

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from quizapp.domain.strip import Band
from quizapp.ui.parts.painting import box
from quizapp.ui.parts.strength_glyph import HEIGHT as GLYPH_HEIGHT
from quizapp.ui.parts.strength_glyph import WIDTH as GLYPH_WIDTH
from quizapp.ui.parts.strength_glyph import paint_glyph
from quizapp.ui.theme import Look

_WIDTH = 64
_HEIGHT, _PADDING, _GAP = 22, 6, 6
_BESIDE = 15
"""Pixels between a mark and the edges of the gutter, taken together."""
_MANY = 88


def gutter_width(look: Look) -> int:
    """Return the width that leaves room for a mark with two figures."""
    return max(_WIDTH, round(mark_size(look, _MANY).width()) + _BESIDE)


def mark_size(look: Look, count: int) -> QSizeF:
    """Return the size of a mark."""
    figures = QFontMetricsF(look.font("caption")).horizontalAdvance(str(count))
    width = 2 * _PADDING + look.icon_size(GLYPH_WIDTH) + _GAP + figures
    return QSizeF(width, round(_HEIGHT * look.scale))


def paint_mark(
    painter: QPainter,
    look: Look,
    area: QRectF,
    band: Band,
    count: int,
    *,
    chosen: bool,
    hovered: bool,
) -> None:
    """Paint the glyph and the number; the chosen sentence's are on the primary colour."""
    if chosen or hovered:
        fill = look.color("primary" if chosen else "hover")
        box(painter, area, look.radius("chip"), fill)
    top = area.center().y() - look.icon_size(GLYPH_HEIGHT) / 2
    left = area.left() + _PADDING
    if chosen:
        on = "onPrimary"
        paint_glyph(painter, look, band, left, top, ink=on, outline=on)
    else:
        paint_glyph(painter, look, band, left, top)
    painter.setPen(look.color("onPrimary" if chosen else "text2"))
    painter.setFont(look.font("caption"))
    beside = look.icon_size(GLYPH_WIDTH) + _PADDING + _GAP
    words = area.adjusted(beside, 0, 0, 0)
    # The number stands after the glyph whichever way the interface runs.
    side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
    painter.drawText(words, side | Qt.AlignmentFlag.AlignVCenter, str(count))
