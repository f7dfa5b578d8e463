"""A question beside its sentence: its kind, how it stands, what it asks, its answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from quizapp.domain.question import Gap, Question, kind_of, prompt_of, solution
from quizapp.operations.reader import Asked
from quizapp.ui import wording
from quizapp.ui.parts.icon import Icon
from quizapp.ui.parts.press_panel import PressPanel
from quizapp.ui.parts.strength_glyph import StrengthGlyph, band_name
from quizapp.ui.parts.text import Text
from quizapp.ui.parts.tip import explain
from quizapp.ui.theme import Look
from quizapp.ui.wording import counted, tr

_AHEAD = 40
"""Characters of a sentence shown before its gap."""
_CORNER = 10
_PRESS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_E}


class QuestionTile(PressPanel):
    """Click, Enter or E asks to edit it; the one that was last in focus is outlined."""

    edit = Signal()
    focused = Signal()

    def __init__(self, look: Look, asked: Asked) -> None:
        super().__init__(look, _CORNER)
        self.pressed.connect(self.edit)
        self.asked, self._chosen = asked, False
        question = asked.stored.question
        prompt = shown_prompt(question)
        self.setAccessibleName(prompt)
        told = [wording.kind(kind_of(question)), solution(question), standing(asked)]
        marks = [band_name(asked.band), *([tr("flagged")] if asked.flagged else [])]
        marks += [] if asked.stored.picture is None else [tr("with a picture")]
        self.setAccessibleDescription(", ".join(told + marks))
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 12, 15, 13)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addSpacing(4)
        words = Text(look, prompt, "body", weight=500, wrap=True)
        answer = Text(look, solution(question), "label", "text2", weight=400, wrap=True)
        column.addWidget(words)
        column.addSpacing(2)
        column.addWidget(answer)

    def set_chosen(self, *, chosen: bool) -> None:
        """Outline the tile, or leave it plain."""
        self._chosen = chosen
        self.update()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the keyboard is here."""
        super().focusInEvent(event)
        self.focused.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that edit."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _PRESS and not held:
            if not event.isAutoRepeat():
                self.edit.emit()
        else:
            event.ignore()

    @override
    def outline(self) -> tuple[str, float]:
        """Return a stronger outline for the tile that is chosen."""
        return ("primary", 2.0) if self._chosen else super().outline()

    def _head(self) -> QHBoxLayout:
        look, kind = self._look, kind_of(self.asked.stored.question)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Icon(look, wording.kind_icon(kind), "text2", 14))
        row.addWidget(Text(look, wording.kind(kind), "caption", "text2"))
        row.addStretch(1)
        if self.asked.stored.picture is not None:
            picture = Icon(look, "image", "text2", 14)
            explain(picture, tr("With a picture"))
            row.addWidget(picture)
        if self.asked.flagged:
            flag = Icon(look, "flag", "text2", 14)
            explain(flag, tr("Flagged"))
            row.addWidget(flag)
        row.addWidget(StrengthGlyph(look, self.asked.band))
        row.addWidget(Text(look, standing(self.asked), "caption", "text2"))
        return row


def standing(asked: Asked) -> str:
    """Return “due today”, “in 12 days”, “new” or “set aside”."""
    if asked.set_aside:
        return tr("set aside")
    if asked.days is None:
        return tr("new")
    if asked.days == 0:
        return tr("due today")
    return counted(asked.days, "in 1 day", "in %n days")


def shown_prompt(question: Question) -> str:
    """Return what is asked; of a long sentence only what stands near its gap."""
    prompt = prompt_of(question)
    if not isinstance(question, Gap) or len(question.before) <= _AHEAD:
        return prompt
    ahead = question.before[-_AHEAD:]
    ahead = ahead[ahead.find(" ") + 1 :]
    return f"…{ahead}{prompt[len(question.before) :]}"
