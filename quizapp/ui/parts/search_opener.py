"""What looks like a search field and opens the search of everything."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from quizapp.ui.parts.enter_key import press_by_enter
from quizapp.ui.parts.keycap import cap_size, paint_cap
from quizapp.ui.parts.painting import MIDDLE, START, box, mirrored
from quizapp.ui.parts.tip import explain
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_KEYS = "Ctrl+K"
_WIDTH, _NARROW = 260, 200
_PADDING, _ICON, _GAP = 13, 16, 8


class SearchOpener(QAbstractButton):
    """The glass, the words and the key; the glass alone where the text is very large."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._narrow = look, False
        self.setText(tr("Search everything"))
        self.setAccessibleName(self.text())
        explain(self, self.text())
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_narrow(self, *, narrow: bool) -> None:
        """Save room in a small window."""
        self._narrow = narrow
        self.updateGeometry()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as Space."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        """Return a field's size, or that of a button with an icon."""
        high = self._look.size("button")
        if self._look.large:
            return QSize(self._look.icon_size(_ICON) + 2 * _PADDING, high)
        return QSize(_NARROW if self._narrow else _WIDTH, high)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, then what lies in it in the direction of reading."""
        painter, look = QPainter(self), self._look
        fill = look.color("hover" if self.underMouse() else "surface")
        outline = look.color("borderStrong")
        box(painter, QRectF(self.rect()), look.radius("control"), fill, outline)
        side = look.icon_size(_ICON)
        glass = QRectF(_PADDING, (self.height() - side) / 2, side, side)
        look.paint_icon(painter, "search", "text2", mirrored(glass, self))
        if not look.large:
            size = cap_size(look, _KEYS)
            end = self.width() - size.width() - 12
            cap = QRectF(end, (self.height() - size.height()) / 2, *size.toTuple())
            ink = look.color("text2")
            paint_cap(painter, look, mirrored(cap, self), _KEYS, ink, outline)
            start = _PADDING + side + _GAP
            self._paint_words(painter, QRectF(start, 0, end - _GAP - start, self.height()))
        painter.end()

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        font = self._look.font("body")
        words = QFontMetricsF(font).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, area.width()
        )
        painter.setFont(font)
        painter.setPen(self._look.color("text3"))
        painter.drawText(mirrored(area, self), START | MIDDLE, words)
