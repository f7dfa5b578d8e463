"""Ask for another title."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.ui.parts.button import Button
from quizapp.ui.parts.line import Line
from quizapp.ui.parts.overlay import Overlay
from quizapp.ui.parts.text import Text
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_WIDTH = 440


def ask(look: Look, window: QWidget, title: str, take: Callable[[str], None]) -> Overlay:
    """Show the title in a field; `take` hears the new one, which is never empty."""
    content = QWidget()
    field = Line(title)
    field.setAccessibleName(tr("Deck name"))
    cancel = Button(look, tr("Cancel"), "quiet", keys=("Esc",))
    rename = Button(look, tr("Rename"), "primary", keys=("Return",))
    buttons = QHBoxLayout()
    buttons.setSpacing(8)
    buttons.addStretch(1)
    buttons.addWidget(cancel)
    buttons.addWidget(rename)
    column = QVBoxLayout(content)
    column.setContentsMargins(25, 20, 25, 20)
    column.setSpacing(6)
    column.addWidget(Text(look, tr("Deck name"), "label"))
    column.addWidget(field)
    column.addSpacing(14)
    column.addLayout(buttons)
    overlay = Overlay(look, window, tr("Rename deck"), content, _WIDTH)

    def accept() -> None:
        if field.text().strip():
            overlay.close_it()
            take(field.text().strip())

    field.textChanged.connect(lambda text: rename.setEnabled(bool(text.strip())))
    field.returnPressed.connect(accept)
    rename.clicked.connect(accept)
    cancel.clicked.connect(overlay.close_it)
    field.setFocus()
    field.selectAll()
    return overlay
