"""A menu of our look."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from quizapp.ui.style_sheet import dress


class Menu(QMenu):
    """It is gone once it closes."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        dress(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
