"""The line at the top of a page: its title, and what can be done there."""

from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look


class PageHead(QWidget):
    """The title, then the room for buttons at its end; `low` where much stands below it."""

    def __init__(
        self, look: Look, title: str, *, buttons: bool = True, low: bool = False
    ) -> None:
        super().__init__()
        self._low = low
        self.row = QHBoxLayout(self)
        self.row.setSpacing(12)
        self.row.addWidget(Text(look, title, "title"))
        self.row.addStretch(1)
        if buttons:
            self.row.addSpacerItem(QSpacerItem(0, look.size("button")))
        self.set_narrow(narrow=False)

    def set_narrow(self, *, narrow: bool) -> None:
        """Save room in a small window."""
        wide = (32, 20, 32, 14) if self._low else (32, 24, 32, 16)
        self.row.setContentsMargins(*((20, 16, 20, 12) if narrow else wide))


def head_alone(look: Look, title: str) -> QWidget:
    """Return a page that shows its head until there is something to show below it."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(PageHead(look, title))
    column.addStretch(1)
    return page
