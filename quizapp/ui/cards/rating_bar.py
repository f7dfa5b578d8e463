"""The four ratings, always in the same places."""

from collections.abc import Mapping
from datetime import timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from quizapp.domain.review import Rating
from quizapp.ui import wording
from quizapp.ui.parts.enter_key import press_by_enter
from quizapp.ui.parts.focus_ring import round_corners, show_ring
from quizapp.ui.parts.keycap import GAP, cap_size, paint_cap
from quizapp.ui.parts.painting import MIDDLE, START, box
from quizapp.ui.theme import Look

_INKS = {
    Rating.AGAIN: "again",
    Rating.HARD: "hard",
    Rating.GOOD: "good",
    Rating.EASY: "easy",
}
_ICON, _BESIDE = 20, 8
_NAME_LINE = 24


class RateButton(QAbstractButton):
    """Icon, name and keycaps in one line, the wait below; `compact` is for small windows.

    With no wait to show, the line stands in the middle.
    """

    def __init__(
        self, look: Look, rating: Rating, length: timedelta | None, note: str
    ) -> None:
        super().__init__()
        self._look, self.rating = look, rating
        self._ink = _INKS[rating]
        self._short = note if length is None else wording.wait(length)
        self._wait = " · ".join(dict.fromkeys(part for part in (self._short, note) if part))
        self.preferred = False
        self.compact = False
        self.setText(wording.rating(rating))
        self.setAccessibleName(wording.rating_spoken(rating, length))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        round_corners(self, look.radius("card"))

    @override
    def sizeHint(self) -> QSize:
        """Return the height of both lines; the width is shared with the others."""
        look = self._look
        name = round(_NAME_LINE * look.scale)
        return QSize(80, 2 * self._above() + name + 2 + look.line("label"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter; leave up and down to the sheet: Qt would walk the focus away."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()
        elif not press_by_enter(self, event):
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Want the ring only when the learner moved here: the default shows itself."""
        came_by_itself = event.reason() == Qt.FocusReason.OtherFocusReason
        show_ring(self, wanted=not (self.preferred and came_by_itself))
        super().focusInEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, the name's line and the wait."""
        painter = QPainter(self)
        fill, outline, width = self._box()
        colors = self._look.color
        area, radius = QRectF(self.rect()), self._look.radius("card")
        box(painter, area, radius, colors(fill), colors(outline), width)
        self._paint_name(painter)
        self._paint_wait(painter)
        painter.end()

    def _paint_name(self, painter: QPainter) -> None:
        look, side = self._look, self._look.icon_size(_ICON)
        ink = self._ink if self.isEnabled() else "disabled"
        line = QRectF(0, self._above(), self.width(), round(_NAME_LINE * look.scale))
        if not self._wait:
            line.moveCenter(QRectF(self.rect()).center())
        top = line.center().y() - side / 2
        look.paint_icon(
            painter, wording.rating_icon(self.rating), ink, self._at(0, side, top, side)
        )
        font = look.font("heading", weight=600)
        painter.setFont(font)
        painter.setPen(look.color(ink))
        width = QFontMetricsF(font).horizontalAdvance(self.text()) + 2
        spot = self._at(side + _BESIDE, width, line.top(), line.height())
        painter.drawText(spot, START | MIDDLE, self.text())
        end = side + _BESIDE + width
        self._paint_caps(painter, line, end)

    def _paint_caps(self, painter: QPainter, line: QRectF, name_end: float) -> None:
        look = self._look
        ink, outline = look.color("text2"), look.color("borderStrong")
        if not self.isEnabled():
            ink = outline = look.color("disabled")
        room = self.width() - 2 * self._beside()
        right = float(room)
        for keys in self._keys():
            size = cap_size(look, keys)
            left = right - size.width()
            if left < name_end + GAP:
                return
            top = line.center().y() - size.height() / 2
            spot = self._at(left, size.width(), top, size.height())
            if self.isEnabled():
                box(painter, spot, look.radius("keycap"), look.color("surface"))
            paint_cap(painter, look, spot, keys, ink, outline)
            right = left - GAP

    def _paint_wait(self, painter: QPainter) -> None:
        look = self._look
        start = 0 if look.large else look.icon_size(_ICON) + _BESIDE
        font = look.font("label", weight=400)
        room = self.width() - 2 * self._beside() - start
        metrics, elided = QFontMetricsF(font), Qt.TextElideMode.ElideRight
        whole = metrics.horizontalAdvance(self._wait) <= room + 4
        words = metrics.elidedText(self._wait if whole else self._short, elided, room + 4)
        painter.setFont(font)
        painter.setPen(look.color("text2" if self.isEnabled() else "disabled"))
        top = self._above() + round(_NAME_LINE * look.scale) + 2
        spot = self._at(start, room + 4, top, look.line("label"))
        painter.drawText(spot, START | MIDDLE, words)

    def _at(self, start: float, width: float, top: float, height: float) -> QRectF:
        """Return a box that begins `start` after the padding, in reading direction."""
        left = self._beside() + start
        if self.isRightToLeft():
            left = self.width() - left - width
        return QRectF(left, top, width, height)

    def _keys(self) -> tuple[str, ...]:
        own = str(self.rating.value)
        with_space = self.preferred and not self.compact and not self._look.large
        return (own, "Space") if with_space else (own,)

    def _above(self) -> int:
        return 9 if self.compact else 11

    def _beside(self) -> int:
        return 11 if self.compact else 15

    def _box(self) -> tuple[str, str, float]:
        if not self.isEnabled():
            return "sunken", "border", 1.0
        soft = f"{self._ink}Soft"
        if self.isDown() or self.preferred:
            return soft, self._ink, 2.0
        if self.underMouse():
            return soft, self._ink, 1.0
        return "surface", "borderStrong", 1.0


class RatingBar(QWidget):
    """Again, Hard, Good, Easy; `capped` leaves only what a used hint allows.

    `waits` may be empty, where a learner does not want to see them.
    """

    chosen = Signal(Rating)

    def __init__(
        self,
        look: Look,
        waits: Mapping[Rating, timedelta],
        *,
        note: str = "",
        capped: bool = False,
    ) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self.preferred = Rating.HARD if capped else Rating.GOOD
        self.buttons: dict[Rating, RateButton] = {}
        for rating in Rating:
            said = note if rating is Rating.AGAIN else ""
            button = RateButton(look, rating, waits.get(rating), said)
            button.preferred = rating is self.preferred
            button.setEnabled(not capped or rating <= Rating.HARD)
            button.clicked.connect(lambda _=False, given=rating: self.chosen.emit(given))
            self.buttons[rating] = button
            self._row.addWidget(button, 1)

    def set_compact(self, *, compact: bool) -> None:
        """Draw nearer together, for small windows."""
        self._row.setSpacing(8 if compact else 12)
        for button in self.buttons.values():
            button.compact = compact
            button.updateGeometry()

    def allows(self, rating: Rating) -> bool:
        """Tell whether a rating may be given."""
        return self.buttons[rating].isEnabled()

    def focus(self) -> None:
        """Put the keyboard on the default."""
        self.buttons[self.preferred].setFocus(Qt.FocusReason.OtherFocusReason)
