"""The switch of the memory tint: its words, its key, and whether it is on."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from quizapp.ui.parts.enter_key import press_by_enter
from quizapp.ui.parts.keycap import cap_size, paint_cap
from quizapp.ui.parts.painting import box, mirrored
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_KEY = "M"
_WIDTH, _HEIGHT, _KNOB = 36, 20, 12
_GAP = 8


class TintSwitch(QAbstractButton):
    """On from the start; `toggled` tells the rest."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._keyless = look, False
        self.setText(tr("Memory tint"))
        self.setAccessibleName(self.text())
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_keyless(self, *, keyless: bool) -> None:
        """Leave the keycap out, where there is little room."""
        self._keyless = keyless
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the room of words, keycap and switch."""
        words = QFontMetricsF(self._look.font("label")).horizontalAdvance(self.text())
        cap = self._cap.width() + _GAP if self._with_key else 0
        return QSize(
            round(words) + 1 + _GAP + cap + self._wide, self._look.size("buttonSm")
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as Space."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the three in the direction of reading."""
        painter, look = QPainter(self), self._look
        room = float(self.width())
        side = QRectF(room - self._wide, 0, self._wide, self.height())
        self._paint_switch(painter, mirrored(side, self))
        end = room - self._wide - _GAP
        if self._with_key:
            cap = self._cap
            top = (self.height() - cap.height()) / 2
            area = QRectF(end - cap.width(), top, cap.width(), cap.height())
            box(painter, mirrored(area, self), look.radius("keycap"), look.color("surface"))
            ink, outline = look.color("text2"), look.color("borderStrong")
            paint_cap(painter, look, mirrored(area, self), _KEY, ink, outline)
            end -= cap.width() + _GAP
        painter.setPen(look.color("text"))
        painter.setFont(look.font("label"))
        words = mirrored(QRectF(0, 0, end, self.height()), self)
        painter.drawText(
            words.adjusted(-2, 0, 2, 0), Qt.AlignmentFlag.AlignCenter, self.text()
        )
        painter.end()

    def _paint_switch(self, painter: QPainter, room: QRectF) -> None:
        look, on = self._look, self.isChecked()
        high = look.icon_size(_HEIGHT)
        area = QRectF(room.left(), (self.height() - high) / 2, room.width(), high)
        fill = look.color("primary" if on else "surface")
        outline = look.color("primary" if on else "borderStrong")
        box(painter, area, high / 2, fill, outline, 1.5)
        knob = look.icon_size(_KNOB)
        inset = (high - knob) / 2
        at_end = on != self.isRightToLeft()
        left = area.right() - inset - knob if at_end else area.left() + inset
        spot = QRectF(left, area.top() + inset, knob, knob)
        box(painter, spot, knob / 2, look.color("onPrimary" if on else "borderStrong"))

    @property
    def _with_key(self) -> bool:
        return not self._keyless and not self._look.large

    @property
    def _cap(self) -> QSize:
        return cap_size(self._look, _KEY)

    @property
    def _wide(self) -> int:
        return self._look.icon_size(_WIDTH)
