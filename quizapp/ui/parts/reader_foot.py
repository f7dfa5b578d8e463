"""The foot of the Reader: what glyph and tint mean, and the keys."""

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.domain.strip import Band
from quizapp.ui.parts.keycap import Keycap
from quizapp.ui.parts.painting import box
from quizapp.ui.parts.rule import Rule
from quizapp.ui.parts.strength_glyph import StrengthGlyph, band_name
from quizapp.ui.parts.text import Text
from quizapp.ui.parts.tint import TINTS, paint_tint
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_SWATCH = (18, 14)
_SIDE, _GAP = 24, 14
_BANDS = (Band.NEW, *TINTS)


class ReaderFoot(QWidget):
    """The legend at the start, the keys at the end, as many as there is room for."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._swatches: list[QWidget] = []
        self._legend = self._make_legend(look)
        self._hints = [
            _hint(look, ("J", "K"), tr("Next / previous")),
            _hint(look, ("Return",), tr("Open its questions")),
            _hint(look, ("A",), tr("Add question")),
        ]
        line = QHBoxLayout()
        line.setContentsMargins(_SIDE, 10, _SIDE, 10)
        line.setSpacing(_GAP)
        line.addWidget(self._legend)
        line.addStretch(1)
        for hint in self._hints:
            line.addWidget(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule(look))
        column.addLayout(line)

    def set_tinted(self, *, tinted: bool) -> None:
        """Show what the tints mean while there are any."""
        for swatch in self._swatches:
            swatch.setVisible(tinted)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        """Return a width that leaves out all that may be left out."""
        return QSize(0, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the keys that would be cut."""
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the style changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        taken = 2 * _SIDE + self._legend.sizeHint().width()
        for hint in self._hints:
            taken += hint.sizeHint().width() + _GAP
            hint.setVisible(taken <= self.width())

    def _make_legend(self, look: Look) -> QWidget:
        legend = QWidget()
        row = QHBoxLayout(legend)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for band in _BANDS:
            swatch = _Swatch(look, band)
            self._swatches.append(swatch)
            pair = QHBoxLayout()
            pair.setSpacing(6)
            pair.addWidget(StrengthGlyph(look, band))
            pair.addWidget(swatch)
            pair.addWidget(Text(look, band_name(band), "caption", "text2"))
            row.addLayout(pair)
        return legend


def _hint(look: Look, keys: tuple[str, ...], words: str) -> QWidget:
    """Return keycaps with what they do."""
    hint = QWidget()
    row = QHBoxLayout(hint)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for key in keys:
        row.addWidget(Keycap(look, key))
    row.addWidget(Text(look, words, "caption", "text3"))
    return hint


class _Swatch(QWidget):
    """A tint as a small box; the words beside it name it."""

    def __init__(self, look: Look, band: Band) -> None:
        super().__init__()
        self._look, self._band = look, band
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """Return the box's size."""
        return QSize(*(self._look.icon_size(side) for side in _SWATCH))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box."""
        painter, look, area = QPainter(self), self._look, QRectF(self.rect())
        box(painter, area, 3, look.color("surface"))
        if self._band in TINTS:
            paint_tint(painter, look, area, self._band)
        box(painter, area, 3, None, look.color("border"))
        painter.end()
