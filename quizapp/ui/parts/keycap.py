"""The small pictures of keys, on their own and inside buttons."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFontMetricsF,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from quizapp.ui.parts.painting import box
from quizapp.ui.spoken import take_role
from quizapp.ui.theme import Look

GAP = 4
_SIGNS = {"Return": "↵", "Enter": "↵", "Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}


def cap_text(keys: str) -> str:
    """Return what stands on the cap: the system's own names, `Ctrl+Z` as “Ctrl Z”."""
    if keys.endswith("+"):
        return f"{cap_text(f'{keys[:-1]}A')[:-1]}+"
    *held, last = keys.split("+") if len(keys) > 1 else [keys]
    if last in _SIGNS:
        sign = _SIGNS[last]
        if not held:
            return sign
        named = QKeySequence("+".join([*held, "A"])).toString(_NATIVE)
        return named[:-1].replace("+", " ") + sign
    if last in {"Space", "Esc"} and not held:
        return QCoreApplication.translate("QShortcut", last)
    return QKeySequence(keys).toString(_NATIVE).replace("+", " ") or keys


_NATIVE = QKeySequence.SequenceFormat.NativeText


def cap_size(look: Look, keys: str, side: int = 20) -> QSize:
    """Return the size of a cap; `side` is its height and least width before scaling."""
    height = round(side * look.scale)
    text = QFontMetricsF(look.font("keycap")).horizontalAdvance(cap_text(keys))
    return QSize(max(height, round(text + 12)), height)


def paint_cap(
    painter: QPainter, look: Look, area: QRectF, keys: str, ink: QColor, outline: QColor
) -> None:
    """Paint a cap; it has no fill of its own."""
    box(painter, area, look.radius("keycap"), None, outline)
    painter.setPen(ink)
    painter.setFont(look.font("keycap"))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, cap_text(keys))


class Keycap(QWidget):
    """One key on its own, beside the words that say what it does."""

    def __init__(self, look: Look, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        take_role(self, QAccessible.Role.StaticText)
        self._look, self.keys = look, keys
        self.setAccessibleName(cap_text(keys))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """Return the cap's size."""
        return cap_size(self._look, self.keys)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cap on the surface colour."""
        painter = QPainter(self)
        area = QRectF(self.rect())
        look = self._look
        box(painter, area, look.radius("keycap"), look.color("surface"))
        ink, outline = look.color("text2"), look.color("borderStrong")
        paint_cap(painter, look, area, self.keys, ink, outline)
        painter.end()
