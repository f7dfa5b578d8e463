"""The percentage beside a slider, as wide for 70 % as for 200 %."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override

from quizapp.ui.theme import Look
from quizapp.ui.wording import percent


class Share(QLabel):
    """It stands at the end of its room, so that the slider beside it does not move."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """Return the room of the widest share."""
        metrics = QFontMetricsF(self._look.font("body", weight=600))
        wide = metrics.horizontalAdvance(percent(2.0))
        return QSize(round(wide) + 4, self._look.line("body"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words."""
        painter = QPainter(self)
        painter.setFont(self._look.font("body", weight=600))
        painter.setPen(self._look.color("text"))
        # Qt takes right for left where the layout runs leftwards.
        end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), end, self.text())
        painter.end()
