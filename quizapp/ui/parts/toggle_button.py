"""An icon that stands for a mark which is there or not."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from typing_extensions import override

from quizapp.ui.parts.button import IconButton
from quizapp.ui.parts.painting import box
from quizapp.ui.parts.tip import explain
from quizapp.ui.theme import Look


class ToggleButton(IconButton):
    """Pressing it asks for the other state; whoever owns it shows what came of that."""

    turned = Signal(bool)
    """The mark is to be there, or to go."""

    def __init__(self, look: Look, icon: str, off: str, on: str) -> None:
        super().__init__(look, icon, off, size="small", icon_size=16)
        self._says = {False: off, True: on}
        self._on = False
        self.clicked.connect(lambda: self.turned.emit(not self._on))

    def show_on(self, *, on: bool) -> None:
        """Show whether the mark is there, and say what pressing does."""
        self._on = on
        self.setText(self._says[on])
        explain(self, self._says[on])
        self.setAccessibleName(self._says[on])
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon on a soft ground while the mark is there."""
        if self._on:
            painter = QPainter(self)
            look = self._look
            ground = look.color("primarySoft")
            box(painter, QRectF(self.rect()), look.radius("control"), ground)
            painter.end()
        super().paintEvent(event)
