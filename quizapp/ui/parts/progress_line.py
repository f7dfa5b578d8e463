"""The thin line at the very top that fills as a session goes on."""

from PySide6.QtCore import Property, QEasingCurve, QPropertyAnimation, QRectF, QSize
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from quizapp.ui.spoken import take_role
from quizapp.ui.theme import Look
from quizapp.ui.wording import percent, tr

HEIGHT = 4


class ProgressLine(QWidget):
    """Show a share of 0 to 1; it slides there unless motion is reduced."""

    def __init__(
        self, look: Look, *, height: int = HEIGHT, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        take_role(self, QAccessible.Role.ProgressBar)
        self._look, self._height = look, height
        self._share = 0.0
        self._slide = QPropertyAnimation(self, b"shown", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.setAccessibleName(tr("Progress"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float) -> None:
        """Fill the line to a share of its width."""
        share = min(1.0, max(0.0, share))
        self.setAccessibleDescription(percent(share))
        self._slide.stop()
        self._slide.setDuration(self._look.duration("slow"))
        self._slide.setStartValue(self._share)
        self._slide.setEndValue(share)
        self._slide.start()

    @override
    def sizeHint(self) -> QSize:
        """Return the line's height; its width is what there is."""
        return QSize(200, self._height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track and what is done of it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("hover"))
        width = self.width() * self._share
        left = self.width() - width if self.isRightToLeft() else 0.0
        painter.fillRect(QRectF(left, 0, width, self.height()), self._look.color("primary"))
        painter.end()

    def _shown(self) -> float:
        return self._share

    def _show(self, share: float) -> None:
        self._share = share
        self.update()

    shown = Property(float, _shown, _show)
