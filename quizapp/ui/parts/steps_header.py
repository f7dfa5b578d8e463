"""Where someone is in a few steps: done, here, to come."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from quizapp.ui.parts.painting import MIDDLE, START, mirrored, smooth
from quizapp.ui.parts.tick import paint_tick
from quizapp.ui.spoken import take_role
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_DISC, _GAP, _BETWEEN, _LINE = 20, 6, 8, 24


class StepsHeader(QWidget):
    """Numbered discs with their words, and short lines between them."""

    def __init__(self, look: Look, steps: tuple[str, ...]) -> None:
        super().__init__()
        take_role(self, QAccessible.Role.StaticText)
        self._look, self._steps, self._here = look, steps, 0
        self._short = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.go_to(0)

    def go_to(self, step: int) -> None:
        """Show that one step is under way and those before it are done."""
        self._here = step
        words = tr("Step %1 of %2: %3").replace("%1", str(step + 1))
        words = words.replace("%2", str(len(self._steps)))
        self.setAccessibleName(words.replace("%3", self._steps[step]))
        self.updateGeometry()
        self.update()

    def set_short(self, *, short: bool) -> None:
        """Save room: only the step under way has words."""
        self._short = short
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the room of all steps."""
        width = sum(self._width(number) for number in range(len(self._steps)))
        width += (len(self._steps) - 1) * (_LINE + 2 * _BETWEEN)
        return QSize(round(width) + 2, max(self._disc(), self._look.line("label")))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the steps in reading order."""
        painter = QPainter(self)
        smooth(painter)
        place = 1.0
        for number in range(len(self._steps)):
            if number:
                painter.fillRect(
                    mirrored(QRectF(place + _BETWEEN, self.height() // 2, _LINE, 1), self),
                    self._look.color("border"),
                )
                place += _LINE + 2 * _BETWEEN
            self._paint_disc(painter, number, place)
            if self._has_words(number):
                self._paint_words(painter, number, place + self._disc() + _GAP)
            place += self._width(number)
        painter.end()

    def _paint_disc(self, painter: QPainter, number: int, left: float) -> None:
        look, side = self._look, self._disc()
        spot = mirrored(QRectF(left, (self.height() - side) / 2, side, side), self)
        done, here = number < self._here, number == self._here
        outline = look.color("primary" if done or here else "borderStrong")
        painter.setPen(QPen(outline, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if done or here:
            painter.setBrush(look.color("primary" if here else "primarySoft"))
        painter.drawEllipse(spot.adjusted(0.75, 0.75, -0.75, -0.75))
        if done:
            icon = look.icon_size(12)
            middle = QRectF(0, 0, icon, icon)
            middle.moveCenter(spot.center())
            paint_tick(painter, middle, look.color("onPrimarySoft"))
            return
        painter.setPen(look.color("onPrimary" if here else "text3"))
        painter.setFont(look.font("keycap", weight=600))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, str(number + 1))

    def _paint_words(self, painter: QPainter, number: int, left: float) -> None:
        look, here = self._look, number == self._here
        painter.setPen(look.color("text" if here else "text3"))
        painter.setFont(self._font(here=here))
        area = mirrored(QRectF(left, 0, self.width() - left, self.height()), self)
        painter.drawText(area, START | MIDDLE, self._steps[number])

    def _width(self, number: int) -> float:
        """Return the room of one step; all are as wide as at their boldest."""
        if not self._has_words(number):
            return float(self._disc())
        words = QFontMetricsF(self._font(here=True)).horizontalAdvance(self._steps[number])
        return self._disc() + _GAP + words

    def _has_words(self, number: int) -> bool:
        return number == self._here or not self._short

    def _disc(self) -> int:
        return self._look.icon_size(_DISC)

    def _font(self, *, here: bool) -> QFont:
        return self._look.font("label", weight=600 if here else 500)


def adding_steps() -> tuple[str, ...]:
    """Return the steps from a text to a deck."""
    return tr("Choose"), tr("Write questions"), tr("Review")
