"""Where files may be dropped, and the same over a whole page while they are dragged."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.ui import wording
from quizapp.ui.parts.icon import Icon
from quizapp.ui.parts.keycap import Keycap
from quizapp.ui.parts.painting import smooth
from quizapp.ui.parts.sizes import CARD
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_PADDING = 16


class DropZone(QWidget):
    """A dashed box that says what it takes; a click asks for a file."""

    clicked = Signal()

    def __init__(
        self, look: Look, *, large: bool = False, paste_hint: bool = False
    ) -> None:
        super().__init__()
        self._look, self._large = look, large
        self.setMinimumHeight(CARD)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._title = Text(
            look,
            tr("Drop an article here"),
            "heading" if large else "body",
            weight=600 if large else 500,
            centred=True,
        )
        self._kinds = Text(
            look,
            wording.kinds_of_file(),
            "label" if large else "caption",
            "text3",
            weight=400,
            wrap=True,
            centred=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        column.setSpacing(8 if large else 4)
        column.addStretch(1)
        icon = Icon(look, "file-down", "text2", 28 if large else 22)
        column.addWidget(icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._kinds)
        if paste_hint:
            column.addLayout(self._paste_hint())
        self.below = QHBoxLayout()
        self.below.setSpacing(8)
        column.addLayout(self.below)
        column.addStretch(1)

    def say(self, title: str, kinds: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._kinds.setText(kinds)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click."""
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dashes; a large zone lies on the surface colour."""
        painter = QPainter(self)
        look = self._look
        smooth(painter)
        pen = QPen(look.color("borderStrong"), 1.5)
        pen.setDashPattern([2, 2])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        if self._large:
            painter.setBrush(look.color("surface"))
        radius = look.radius("card")
        area = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.drawRoundedRect(area, radius, radius)
        painter.end()

    def _paste_hint(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addStretch(1)
        line.addWidget(Text(self._look, tr("or paste with"), "caption", "text3"))
        line.addWidget(Keycap(self._look, "Ctrl+V"))
        line.addStretch(1)
        return line


class DropCover(QWidget):
    """Covers a whole page while something that can be taken is dragged over the window."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        icon = Icon(look, "file-down", "primary", 28)
        column.addWidget(icon, 0, Qt.AlignmentFlag.AlignHCenter)
        title = Text(look, tr("Drop an article here"), "heading", "onPrimarySoft")
        column.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.hide()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page in the soft colour with a dashed edge."""
        painter = QPainter(self)
        look = self._look
        smooth(painter)
        painter.fillRect(self.rect(), look.color("canvas"))
        pen = QPen(look.color("primary"), 2)
        pen.setDashPattern([3, 3])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(look.color("primarySoft"))
        radius = look.radius("sheet")
        area = QRectF(self.rect()).adjusted(12, 12, -12, -12)
        painter.drawRoundedRect(area, radius, radius)
        painter.end()


def files_in(dragged: QMimeData) -> Sequence[Path]:
    """Return the local files among what is dragged or pasted."""
    urls = dragged.urls() if dragged.hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
