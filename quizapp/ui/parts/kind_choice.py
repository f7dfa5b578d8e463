"""The four kinds of question to choose from, in as many rows as they need."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy
from typing_extensions import override

from quizapp.domain.question import QuestionKind
from quizapp.ui import wording
from quizapp.ui.parts.enter_key import press_by_enter
from quizapp.ui.parts.flow import Flow
from quizapp.ui.parts.painting import MIDDLE, START, box
from quizapp.ui.spoken import take_role
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_ICON, _GAP, _PADDING = 15, 6, 10


class KindChoice(Flow):
    """`chosen` carries the kind; arrows move between them."""

    chosen = Signal(object)

    def __init__(self, look: Look, kind: QuestionKind) -> None:
        super().__init__(gap=6)
        take_role(self, QAccessible.Role.Grouping)
        self.setAccessibleName(tr("Kind of question"))
        self._group = QButtonGroup(self)
        for number, one in enumerate(QuestionKind):
            button = _Kind(look, one)
            button.setChecked(one is kind)
            self._group.addButton(button, number)
            self.add(button)
        self._group.idClicked.connect(
            lambda number: self.chosen.emit(list(QuestionKind)[number])
        )


class _Kind(QAbstractButton):
    """One kind: its icon and its name."""

    def __init__(self, look: Look, kind: QuestionKind) -> None:
        super().__init__()
        self._look, self._icon = look, wording.kind_icon(kind)
        self.setText(wording.kind(kind))
        self.setCheckable(True)
        self.setAutoExclusive(True)  # a screen reader says: one of several
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as Space."""
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        """Return the room of icon and name at their boldest."""
        metrics = QFontMetricsF(self._look.font("label", weight=600))
        words = round(metrics.horizontalAdvance(self.text())) + 1
        width = words + self._look.icon_size(_ICON) + _GAP + 2 * _PADDING
        return QSize(width, self._look.size("buttonSm"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, then icon and name."""
        painter, look, chosen = QPainter(self), self._look, self.isChecked()
        fill = look.color("primarySoft" if chosen else "surface")
        if self.underMouse() and not chosen:
            fill = look.color("hover")
        outline = look.color("primary" if chosen else "border")
        box(painter, QRectF(self.rect()), look.radius("control"), fill, outline)
        ink = "onPrimarySoft" if chosen else "text2"
        side, leftwards = look.icon_size(_ICON), self.isRightToLeft()
        left = self.width() - _PADDING - side if leftwards else _PADDING
        spot = QRectF(left, (self.height() - side) / 2, side, side)
        look.paint_icon(painter, self._icon, ink, spot)
        painter.setPen(look.color(ink))
        painter.setFont(look.font("label", weight=600 if chosen else 500))
        shift = side + _GAP + _PADDING
        ahead, behind = (0, -shift) if leftwards else (shift, 0)
        area = self.rect().adjusted(ahead, 0, behind, 0)
        painter.drawText(area, START | MIDDLE, self.text())
        painter.end()
