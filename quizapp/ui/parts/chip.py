"""A short word in a tinted box: a tag, a hint, a verdict."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from quizapp.ui.parts.painting import box
from quizapp.ui.theme import Look

Tone = Literal["plain", "good", "warn", "bad", "soft"]

_INK: dict[Tone, tuple[str, str]] = {
    "plain": ("text2", "sunken"),
    "good": ("success", "successSoft"),
    "warn": ("warn", "warnSoft"),
    "bad": ("danger", "dangerSoft"),
    "soft": ("onPrimarySoft", "primarySoft"),
}
_ICON, _GAP, _PADDING = 13, 6, 8


class Chip(QWidget):
    """The word is its accessible name too."""

    def __init__(
        self,
        look: Look,
        words: str,
        tone: Tone = "plain",
        *,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._words, self._tone, self._icon = look, words, tone, icon
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """Return the room of icon and word."""
        font = self._look.font("caption", weight=500)
        word = QFontMetricsF(font).horizontalAdvance(self._words)
        width = round(word + self._before()) + 2 * _PADDING
        return QSize(width, round(24 * self._look.scale))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, the icon and the word."""
        painter = QPainter(self)
        look, (ink, fill) = self._look, _INK[self._tone]
        box(painter, QRectF(self.rect()), look.radius("chip"), look.color(fill))
        side, leftwards = look.icon_size(_ICON), self.isRightToLeft()
        if self._icon:
            left = self.width() - _PADDING - side if leftwards else _PADDING
            spot = QRectF(left, (self.height() - side) / 2, side, side)
            look.paint_icon(painter, self._icon, ink, spot)
        shift = self._before()
        area = self.rect().adjusted(_PADDING, 0, -_PADDING, 0)
        area.adjust(0 if leftwards else shift, 0, -shift if leftwards else 0, 0)
        painter.setPen(look.color(ink))
        painter.setFont(look.font("caption", weight=500))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()

    def _before(self) -> int:
        return self._look.icon_size(_ICON) + _GAP if self._icon else 0
