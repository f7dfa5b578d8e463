"""What happened, in a tinted box where it happened, with the ways on below it."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.ui.parts.flow import Flow
from quizapp.ui.parts.icon import Icon
from quizapp.ui.parts.painting import box
from quizapp.ui.parts.text import Text
from quizapp.ui.parts.typeset import Stretch
from quizapp.ui.spoken import say, take_role
from quizapp.ui.theme import Look

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
        ink, icon = _TONES[tone]
        row.addWidget(Icon(look, icon, ink, 20), 0, Qt.AlignmentFlag.AlignTop)
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
            self._column.addSpacing(8)
            self._column.addWidget(self._ways)
        self._ways.add(button)

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


def _lines(look: Look, title: str, sentence: str, *, inline: bool) -> list[Text]:
    if not inline:
        texts = [Text(look, title, "heading", wrap=True)] if title else []
        below = sentence.splitlines()
        return [*texts, *(Text(look, line, ink="text2", wrap=True) for line in below)]
    text = Text(look, f"{title} {sentence}".strip(), ink="text2", wrap=True)
    text.set_stretches([Stretch(0, len(title), weight=600, ink="text")])
    return [text]
