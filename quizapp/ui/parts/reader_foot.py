"""The foot of the Reader: what glyph and tint mean, and the keys."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.domain.strip import Band
from quizapp.ui.parts.keycap import Keycap
from quizapp.ui.parts.painting import box
from quizapp.ui.parts.rule import Rule
from quizapp.ui.parts.strength_glyph import StrengthGlyph, band_name
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_SWATCH = (18, 14)
_TINTS = {
    Band.NEW: "surface",
    Band.FADING: "mem1",
    Band.SHAKY: "mem2",
    Band.SOLID: "mem3",
    Band.STRONG: "mem4",
}


class ReaderFoot(QWidget):
    """The legend at the start, the keys at the end."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        line = QHBoxLayout()
        line.setContentsMargins(24, 10, 24, 10)
        line.setSpacing(14)
        self._swatches = []
        for band, role in _TINTS.items():
            pair = QHBoxLayout()
            pair.setSpacing(6)
            swatch = _Swatch(look, role)
            self._swatches.append(swatch)
            for part in (
                StrengthGlyph(look, band),
                swatch,
                Text(look, band_name(band), "caption", "text2"),
            ):
                pair.addWidget(part)
            line.addLayout(pair)
        line.addStretch(1)
        for keys, words in (
            (("J", "K"), tr("Next / previous")),
            (("Return",), tr("Open its questions")),
            (("A",), tr("Add question")),
        ):
            hint = QHBoxLayout()
            hint.setSpacing(4)
            for key in keys:
                hint.addWidget(Keycap(look, key))
            hint.addWidget(Text(look, words, "caption", "text3"))
            line.addLayout(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule(look))
        column.addLayout(line)

    def set_tinted(self, *, tinted: bool) -> None:
        """Show what the tints mean while there are any."""
        for swatch in self._swatches:
            swatch.setVisible(tinted)


class _Swatch(QWidget):
    """A tint as a small box; the words beside it name it."""

    def __init__(self, look: Look, role: str) -> None:
        super().__init__()
        self._look, self._role = look, role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """Return the box's size."""
        return QSize(*(self._look.icon_size(side) for side in _SWATCH))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box."""
        painter, look = QPainter(self), self._look
        fill, outline = look.color(self._role), look.color("border")
        box(painter, QRectF(self.rect()), 3, fill, outline)
        painter.end()
