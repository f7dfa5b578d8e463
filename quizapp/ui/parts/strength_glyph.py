"""Four steps that fill as a question is remembered better."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from quizapp.domain.strip import Band
from quizapp.ui.parts.painting import box
from quizapp.ui.spoken import take_role
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

WIDTH, HEIGHT = 16, 14
_TOPS = (10.0, 6.8, 3.6, 0.4)


def paint_glyph(
    painter: QPainter,
    look: Look,
    band: Band,
    left: float,
    top: float,
    *,
    ink: str = "memInk",
    outline: str = "borderStrong",
) -> None:
    """Paint the steps, filled up to the band and outlined above it; delegates use it too."""
    ratio = look.icon_size(WIDTH) / WIDTH
    painter.save()
    painter.translate(left, top)
    painter.scale(ratio, ratio)
    for step, height in enumerate(_TOPS):
        start = step * 4.2
        if step < band:
            area = QRectF(start, height, 3.2, HEIGHT - height)
            box(painter, area, 1, look.color(ink))
        else:
            area = QRectF(start, height, 3.2, HEIGHT - height)
            box(painter, area, 1.3, None, look.color(outline))
    painter.restore()


def band_name(band: Band) -> str:
    """Return the band's name."""
    names = {
        Band.NONE: tr("No question"),
        Band.NEW: tr("New"),
        Band.FADING: tr("Fading"),
        Band.SHAKY: tr("Shaky"),
        Band.SOLID: tr("Solid"),
        Band.STRONG: tr("Strong"),
    }
    return names[band]


class StrengthGlyph(QWidget):
    """The glyph on its own, with the band's name for screen readers."""

    def __init__(self, look: Look, band: Band, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        take_role(self, QAccessible.Role.Graphic)
        self._look, self._band = look, band
        self.setAccessibleName(band_name(band))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """Return the glyph's size at this text size."""
        return QSize(self._look.icon_size(WIDTH), self._look.icon_size(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the steps."""
        painter = QPainter(self)
        paint_glyph(painter, self._look, self._band, 0, 0)
        painter.end()
