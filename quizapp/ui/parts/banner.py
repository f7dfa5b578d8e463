"""What happened, in a tinted box where it happened, with the ways on below it."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.ui.parts.button import Button
from quizapp.ui.parts.flow import Flow
from quizapp.ui.parts.icon import Icon
from quizapp.ui.parts.painting import box
from quizapp.ui.parts.text import Text
from quizapp.ui.parts.typeset import Stretch
from quizapp.ui.spoken import say, take_role
from quizapp.ui.theme import Look
from quizapp.ui.wording import tr

_ICON = 20
Tone = Literal["bad", "warn", "info", "right"]

_TONES: dict[Tone, tuple[str, str]] = {
    "bad": ("again", "circle-x"),
    "warn": ("hard", "triangle-alert"),
    "info": ("good", "info"),
    "right": ("easy", "circle-check"),
}


class Banner(QWidget):
    """A title, or a sentence, or both: with `inline` they share a line, as verdicts do.

    Each line of the sentence stands by itself. Ways on stand in a row under the words, which
    takes no room while it is empty.
    """

    def __init__(
        self,
        look: Look,
        tone: Tone,
        title: str,
        sentence: str = "",
        *,
        inline: bool = False,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        take_role(self, QAccessible.Role.AlertMessage)
        self._look, self._tone, self._inline = look, tone, inline
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(*((15, 11, 15, 11) if inline else (17, 15, 17, 15)))
        row.setSpacing(12)
        ink, usual = _TONES[tone]
        row.addLayout(_beside_first_line(look, Icon(look, icon or usual, ink, _ICON)))
        column = QVBoxLayout()
        column.setSpacing(2)
        for text in _lines(look, title, sentence, inline=inline):
            column.addWidget(text)
        row.addLayout(column, 1)
        self._column = column
        self._ways: Flow | None = None

    def add_action(self, button: QWidget) -> None:
        """Add a way on after those already there."""
        if self._ways is None:
            self._ways = Flow()
            self._column.addSpacing(10)
            self._column.addWidget(self._ways)
        self._ways.add(button)

    def add_details(self, details: str) -> Button:
        """Add a way to see what only few want to know, and return its button."""
        words = Text(self._look, details, "label", "text2", weight=400, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.hide()
        button = Button(self._look, tr("Details"), "quiet")

        def turn() -> None:
            words.setVisible(words.isHidden())
            button.setText(tr("Details") if words.isHidden() else tr("Hide details"))
            button.updateGeometry()

        button.clicked.connect(turn)
        self.add_action(button)
        self._column.addWidget(words)
        return button

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Say what happened; of a verdict its card speaks."""
        if not self._inline:
            say(self, f"{self.accessibleName()}. {self.accessibleDescription()}")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tinted box in the tone's colour."""
        painter = QPainter(self)
        ink = _TONES[self._tone][0]
        look = self._look
        fill, outline = look.color(f"{ink}Soft"), look.color(ink)
        box(painter, QRectF(self.rect()), look.radius("card"), fill, outline)
        painter.end()


def _beside_first_line(look: Look, icon: Icon) -> QVBoxLayout:
    """Return the icon in the middle of the first line, which is higher where text is large."""
    column = QVBoxLayout()
    spare = look.line("body") - look.icon_size(_ICON)
    column.setContentsMargins(0, max(0, spare // 2), 0, 0)
    column.addWidget(icon)
    column.addStretch(1)
    return column


def _lines(look: Look, title: str, sentence: str, *, inline: bool) -> list[Text]:
    if not inline:
        texts = [Text(look, title, "heading", wrap=True)] if title else []
        below = sentence.splitlines()
        return [*texts, *(Text(look, line, ink="text2", wrap=True) for line in below)]
    text = Text(look, f"{title} {sentence}".strip(), ink="text2", wrap=True)
    text.set_stretches([Stretch(0, len(title), weight=600, ink="text")])
    return [text]
