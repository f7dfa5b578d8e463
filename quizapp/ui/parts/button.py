"""Buttons: six kinds, three sizes, with an icon before the words and keycaps after them."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy
from typing_extensions import override

from quizapp.ui.parts.enter_key import press_by_enter
from quizapp.ui.parts.keycap import GAP as CAP_GAP
from quizapp.ui.parts.keycap import cap_size, paint_cap
from quizapp.ui.parts.painting import box
from quizapp.ui.parts.tip import explain
from quizapp.ui.theme import Look

Kind = Literal["primary", "secondary", "quiet", "soft", "danger", "link"]
Size = Literal["small", "normal", "large"]

_GAP = 8


@dataclass(frozen=True, slots=True)
class _Dress:
    """The colours of one kind in one state, by role; None paints nothing."""

    ink: str
    fill: str | None = None
    outline: str | None = None


_NORMAL: dict[Kind, _Dress] = {
    "primary": _Dress("onPrimary", "primary"),
    "secondary": _Dress("text", "surface", "borderStrong"),
    "quiet": _Dress("text2"),
    "soft": _Dress("onPrimarySoft", "primarySoft"),
    "danger": _Dress("again", "surface", "again"),
    "link": _Dress("primary"),
}
_HOVER: dict[Kind, _Dress] = {
    "primary": _Dress("onPrimary", "primaryHover"),
    "secondary": _Dress("text", "hover", "borderStrong"),
    "quiet": _Dress("text", "hover"),
    "soft": _Dress("onPrimarySoft", "primarySoft", "primary"),
    "danger": _Dress("again", "againSoft", "again"),
    "link": _Dress("primaryHover", "hover"),
}
_PRESSED: dict[Kind, _Dress] = {
    "primary": _Dress("onPrimary", "primaryPressed"),
    "secondary": _Dress("text", "border", "borderStrong"),
    "quiet": _Dress("text", "border"),
    "soft": _Dress("onPrimarySoft", "hover", "primary"),
    "danger": _Dress("again", "againSoft", "again"),
    "link": _Dress("primaryPressed", "border"),
}
_OFF = _Dress("disabled", "sunken", "border")
_OFF_QUIET = _Dress("disabled")

_HEIGHT: dict[Size, str] = {"small": "buttonSm", "normal": "button", "large": "buttonLg"}
_STYLE: dict[Size, str] = {"small": "label", "normal": "body", "large": "heading"}
_PADDING: dict[Size, int] = {"small": 11, "normal": 15, "large": 21}

_POINTING = {
    "undo-2",
    "redo-2",
    "arrow-left",
    "arrow-right",
    "chevron-left",
    "chevron-right",
}


class Button(QPushButton):
    """A button; `keys` are only shown, the page that owns it listens for them."""

    def __init__(
        self,
        look: Look,
        text: str,
        kind: Kind = "secondary",
        *,
        size: Size = "normal",
        icon: str = "",
        keys: tuple[str, ...] = (),
        icon_size: int = 16,
    ) -> None:
        super().__init__(text)
        self._look, self._kind, self._size = look, kind, size
        self._icon, self._keys, self._icon_side = icon, keys, icon_size
        self._padding = 0 if kind == "link" else _PADDING[size]
        self._flush = False
        self._wordless = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def end_flush(self) -> None:
        """Have what is inside end where the button ends, in line with what is above it."""
        self._flush = True
        self.updateGeometry()

    def set_keys(self, keys: tuple[str, ...]) -> None:
        """Show other keycaps."""
        self._keys = keys
        self.updateGeometry()
        self.update()

    def set_wordless(self, *, wordless: bool) -> None:
        """Leave the words to the tip and to screen readers."""
        self._wordless = wordless
        explain(self, self.text() if wordless else "")
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the room of everything inside."""
        widths = self._widths()
        width = sum(widths) + _GAP * (len(widths) - 1)
        height = self._look.size(_HEIGHT[self._size])
        ends = 1 if self._flush else 2
        return QSize(max(round(width) + ends * self._padding, height), height)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the same: a button is never cut."""
        return self.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter; leave up and down to what scrolls: Qt would walk the focus away."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()
        elif not press_by_enter(self, event):
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, then icon, words and keycaps in reading order."""
        painter = QPainter(self)
        dress = self._dress()
        fill = None if dress.fill is None else self._look.color(dress.fill)
        outline = None if dress.outline is None else self._look.color(dress.outline)
        box(painter, QRectF(self.rect()), self._look.radius("control"), fill, outline)
        self._paint_inside(painter, dress.ink)
        painter.end()

    def _paint_inside(self, painter: QPainter, ink: str) -> None:
        widths = self._widths()
        total = sum(widths) + _GAP * (len(widths) - 1)
        place = (self.width() - total) / (1 if self._flush else 2)
        leftwards = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for width, part in zip(widths, self._inside(), strict=True):
            left = self.width() - place - width if leftwards else place
            self._paint_part(painter, part, QRectF(left, 0, width, self.height()), ink)
            place += width + _GAP

    def _paint_part(self, painter: QPainter, part: str, area: QRectF, ink: str) -> None:
        if part == "icon":
            side = self._look.icon_size(self._icon_side)
            top = (self.height() - side) / 2
            spot = QRectF(area.left(), top, side, side)
            self._paint_icon(painter, spot, ink)
        elif part == "text":
            painter.setFont(self._font())
            painter.setPen(self._look.color(ink))
            centre = Qt.AlignmentFlag.AlignCenter
            painter.drawText(area.adjusted(-2, 0, 2, 0), centre, self._words())
        else:
            self._paint_caps(painter, area, ink)

    def _paint_icon(self, painter: QPainter, spot: QRectF, ink: str) -> None:
        """Paint the icon; one that points somewhere points along the reading direction."""
        painter.save()
        if self._icon in _POINTING and self.isRightToLeft():
            painter.translate(2 * spot.center().x(), 0)
            painter.scale(-1, 1)
        self._look.paint_icon(painter, self._icon, ink, spot)
        painter.restore()

    def _paint_caps(self, painter: QPainter, area: QRectF, ink: str) -> None:
        look, left = self._look, area.left()
        own = self._kind == "primary" or not self.isEnabled()
        for keys in self._keys:
            size = cap_size(look, keys)
            spot = QRectF(
                left, (self.height() - size.height()) / 2, size.width(), size.height()
            )
            if not own:
                box(painter, spot, look.radius("keycap"), look.color("surface"))
            letters = look.color(ink if own else "text2")
            outline = look.color(ink if own else "borderStrong")
            paint_cap(painter, look, spot, keys, letters, outline)
            left += size.width() + CAP_GAP

    def _inside(self) -> list[str]:
        shown = (
            ("icon", bool(self._icon)),
            ("text", bool(self.text()) and not self._wordless),
            ("caps", bool(self._shown_keys())),
        )
        return [part for part, there in shown if there]

    def _shown_keys(self) -> tuple[str, ...]:
        return () if self._look.large else self._keys

    def _widths(self) -> list[float]:
        metrics = QFontMetricsF(self._font())
        keys = self._shown_keys()
        caps = [cap_size(self._look, key).width() for key in keys]
        widths = {
            "icon": float(self._look.icon_size(self._icon_side)),
            "text": metrics.horizontalAdvance(self._words()),
            "caps": float(sum(caps) + CAP_GAP * (len(caps) - 1)),
        }
        return [widths[part] for part in self._inside()]

    def _words(self) -> str:
        return self.text().replace("&&", "&")

    def _font(self) -> QFont:
        weight = 600 if self._kind == "primary" else 500
        return self._look.font(_STYLE[self._size], weight=weight)

    def _dress(self) -> _Dress:
        if not self.isEnabled():
            return _OFF_QUIET if self._kind == "quiet" else _OFF
        if self.isDown():
            return _PRESSED[self._kind]
        return (_HOVER if self.underMouse() else _NORMAL)[self._kind]


class IconButton(Button):
    """A button that is only an icon; its words are its tip and its accessible name."""

    def __init__(
        self,
        look: Look,
        icon: str,
        words: str,
        *,
        size: Size = "normal",
        icon_size: int = 18,
    ) -> None:
        super().__init__(look, words, "quiet", size=size, icon=icon, icon_size=icon_size)
        self._padding = 0
        self.set_wordless(wordless=True)
        self.setAccessibleName(words)
